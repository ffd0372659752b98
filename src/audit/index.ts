/** What other capabilities may use of the access record. */
export { type AccessEvent, record } from "./record.ts";
export { anchorChains, type Anchored } from "./sealer/anchor-chains.ts";
export { eraseDueMonths, type Erased } from "./sealer/erase-months.ts";
export { exportRecord } from "./sealer/export-record.ts";
export { sealRecords } from "./sealer/seal-records.ts";
export { eventWords } from "./review/record-words.ts";
export { auditRoutes } from "./review/review.routes.tsx";
