import type { WriteTx } from "../../db/index.ts";
import type { Place } from "../appointments.sql.ts";

/** Ordered anew where it was ordered already: another day, another try. */
export async function orderReminder(tx: WriteTx, of: Place, reminder: { id: string; caseId: string; appointmentId: string; personId: string; dueAt: Date }): Promise<void> {
  const { id, caseId, appointmentId, personId, dueAt } = reminder;
  const again = await tx.run(
    "update app.outgoing_mails set due_at = $4, state = 'waiting', attempts = 0, settled_at = null where case_id = $1 and appointment_id = $2 and person_id = $3 and state in ('waiting', 'dropped', 'failed', 'unsafe')",
    [caseId, appointmentId, personId, dueAt]);
  if (again > 0) return;
  await tx.run(
    `insert into app.outgoing_mails (tenant_id, room_id, id, case_id, person_id, kind, appointment_id, due_at, created_by)
     select $1, $2, $3, $4, $5, 'appointment_reminder', $6, $7, $8 where not exists (select from app.outgoing_mails m where m.case_id = $4 and m.appointment_id = $6 and m.person_id = $5)`,
    [of.tenantId, of.roomId, id, caseId, personId, appointmentId, dueAt, of.accountId]);
}

/** What waits for persons who are not to come, or for nobody any more. */
export const dropReminders = (tx: WriteTx, caseId: string, appointmentId: string, except: readonly string[]): Promise<number> =>
  tx.run("update app.outgoing_mails set state = 'dropped', settled_at = now() where case_id = $1 and appointment_id = $2 and person_id <> all ($3) and state in ('waiting', 'failed')", [caseId, appointmentId, except]);
