import type { ReadTx } from "../db/index.ts";
import { type AccessEvent, type Asking, insertAccessRecord } from "../http/index.ts";

export type { AccessEvent };

/** Adds to the access record, in this transaction: if the record cannot be written, nothing else happens either. */
export async function record(tx: ReadTx, asking: Asking, event: AccessEvent): Promise<void> {
  asking.noteRecorded(event.action);
  await insertAccessRecord(tx, asking.session, event);
}
