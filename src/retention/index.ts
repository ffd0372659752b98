/** What others may use of retention: the night, the purge at the start, and its pages. */
export { compactAfterErasure } from "./erasure/compact.ts";
export { eraseTonight } from "./erasure/erase-tonight.ts";
export { purgeRestored } from "./erasure/purge-restored.ts";
