export { type AccessRecord, hashRecord } from "./access-record.ts";
export { appendAnchor, lastStatement, PUBLIC_KEY_FILE, publishKey } from "./anchor-file.ts";
export { type ExportChain, exportLines } from "./export-lines.ts";
export { type ChainHead, emptyChain, headAfter, type Seal, sealBatch } from "./seal.ts";
export { declareErasure, hashStatement, installationOf, makeAnchor, openEpoch, type Statement } from "./statement.ts";
