export { type AccessRecord, encodeRecord, hashRecord } from "./access-record.ts";
export { appendAnchor, lastStatement, PUBLIC_KEY_FILE, publishKey } from "./anchor-file.ts";
export { type ExportChain, type ExportHead, exportLines } from "./export-lines.ts";
export { type ChainHead, emptyChain, headAfter, hashSeal, type Seal, sealBatch } from "./seal.ts";
export { declareErasure, type ErasedSeal, hashStatement, installationOf, makeAnchor, openEpoch, type Statement, type StatementContext } from "./statement.ts";
