import type { WriteTx } from "../db/index.ts";
import { newId } from "../kernel/id.ts";
import { insertJob } from "./jobs.sql.ts";

/** Who orders it: what every request knows of its session. */
export interface Ordering {
  readonly session: { readonly id: string; readonly tenantId: string; readonly accountId: string; readonly roomId: string | null };
}

/** Orders a job in the transaction of the change: it runs once that is committed, and never if it is not. Returns its id. */
export async function enqueue(tx: WriteTx, asking: Ordering, kind: string, subjectId: string | null = null): Promise<string> {
  const { tenantId, accountId, roomId, id: sessionId } = asking.session;
  const id = newId();
  await insertJob(tx, { tenantId, id, roomId, accountId, sessionId, kind, subjectId });
  return id;
}
