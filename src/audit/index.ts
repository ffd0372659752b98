/** What other capabilities may use of the access record. */
export { type AccessEvent, record } from "./record.ts";
