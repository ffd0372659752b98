import type { ReadTx } from "../db/index.ts";
import { newId } from "../kernel/id.ts";
import type { Session } from "./session.ts";

export interface AccessEvent {
  /** of the record itself, where a reason is bound to it */
  readonly id?: string;
  /** `thing.past-participle`: "case.read", "contact.added" */
  readonly action: string;
  readonly objectKind: string;
  /** what was read or changed; a list names all that it showed */
  readonly objectIds: readonly string[];
  /** the case it belongs to: its team reads the record by this */
  readonly caseId?: string;
  /** code of the purpose, where it is not the work on the case itself */
  readonly purpose?: string;
  /** sealed under the key of the case */
  readonly reason?: Buffer;
}

/** The one place that writes the access record for a session; capabilities call `record` of audit, which also notes the event. */
export async function insertAccessRecord(tx: ReadTx, session: Session, event: AccessEvent): Promise<void> {
  await tx.query(
    `insert into app.access_records (tenant_id, id, room_id, account_id, session_id, function, action, object_kind, object_ids, case_id, purpose, reason_ct)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      session.tenantId,
      event.id ?? newId(),
      session.roomId,
      session.accountId,
      session.id,
      session.roles.join(","),
      event.action,
      event.objectKind,
      event.objectIds,
      event.caseId ?? null,
      event.purpose ?? "",
      event.reason ?? null,
    ],
  );
}
