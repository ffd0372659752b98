import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { FollowUpKind } from "../office-words.ts";

export interface OfficeFollowUpRow {
  readonly id: string;
  readonly person_id: string;
  readonly key_ref: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly due_on: CalendarDay;
  readonly kind: FollowUpKind;
  readonly title_ct: Buffer;
  readonly done_on: CalendarDay | null;
  readonly version: number;
}
const COLUMNS = `f.id, f.person_id, p.key_ref, f.owner_id, concat_ws(' ', a.given_name, a.family_name) as owner_name, f.due_on, f.kind, f.title_ct, f.done_on, f.version
  from app.officer_follow_ups f join app.persons p on p.tenant_id = f.tenant_id and p.id = f.person_id left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.owner_id`;

export const getOfficeFollowUp = (tx: ReadTx, personId: string, id: string): Promise<OfficeFollowUpRow> => tx.get<OfficeFollowUpRow>(`select ${COLUMNS} where f.person_id = $1 and f.id = $2`, [personId, id]);
/** Open ones by day; of the done ones the latest. */
export const listOfficeFollowUps = (tx: ReadTx, personId: string, most: number): Promise<OfficeFollowUpRow[]> =>
  tx.query<OfficeFollowUpRow>(`select ${COLUMNS} where f.person_id = $1 order by (f.done_on is not null), case when f.done_on is null then f.due_on end, f.done_on desc, f.id limit $2`, [personId, most]);
/** What one officer has to do until that day, the oldest first. */
export const listOwnFollowUps = (tx: ReadTx, ownerId: string, until: CalendarDay, most: number): Promise<OfficeFollowUpRow[]> =>
  tx.query<OfficeFollowUpRow>(`select ${COLUMNS} where f.owner_id = $1 and f.done_on is null and f.due_on <= $2 order by f.due_on, f.id limit $3`, [ownerId, until, most]);

export interface FollowUpFields {
  readonly ownerId: string;
  readonly dueOn: CalendarDay;
  readonly titleCt: Buffer;
}
export async function insertOfficeFollowUp(tx: WriteTx, session: Session, id: string, personId: string, kind: FollowUpKind, f: FollowUpFields): Promise<void> {
  await tx.run("insert into app.officer_follow_ups (tenant_id, room_id, id, person_id, owner_id, due_on, kind, title_ct, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    session.tenantId, session.roomId, id, personId, f.ownerId, f.dueOn, kind, f.titleCt, session.accountId,
  ]);
}
export const updateOfficeFollowUp = (tx: WriteTx, personId: string, id: string, version: number, f: FollowUpFields): Promise<number> =>
  tx.run("update app.officer_follow_ups set owner_id = $4, due_on = $5, title_ct = $6, version = version + 1 where person_id = $1 and id = $2 and version = $3", [personId, id, version, f.ownerId, f.dueOn, f.titleCt]);
/** Rows changed: none where it already is as wanted. */
export const setOfficeDone = (tx: WriteTx, personId: string, id: string, done: { readonly on: CalendarDay; readonly by: string } | null): Promise<number> =>
  tx.run("update app.officer_follow_ups set done_on = $3, done_by = $4, version = version + 1 where person_id = $1 and id = $2 and (done_on is null) = ($3::date is not null)", [personId, id, done?.on ?? null, done?.by ?? null]);
