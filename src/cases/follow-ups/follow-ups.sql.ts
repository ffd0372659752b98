import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface FollowUpRow {
  readonly id: string;
  readonly case_id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly due_on: CalendarDay;
  readonly kind: string;
  readonly title_ct: Buffer;
  readonly life_areas: string[];
  readonly done_on: CalendarDay | null;
  readonly version: number;
}

export const getFollowUp = (tx: ReadTx, caseId: string, id: string): Promise<FollowUpRow> =>
  tx.get<FollowUpRow>(
    `select f.id, f.case_id, f.owner_id, concat_ws(' ', a.given_name, a.family_name) as owner_name, f.due_on, f.kind, f.title_ct, f.life_areas, f.done_on, f.version
       from app.follow_ups f left join app.accounts a on a.tenant_id = f.tenant_id and a.id = f.owner_id where f.case_id = $1 and f.id = $2`,
    [caseId, id],
  );

export const findFollowUpCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.follow_ups where id = $1", [id]);

export interface FollowUpFields {
  readonly ownerId: string;
  readonly dueOn: CalendarDay;
  readonly titleCt: Buffer;
  readonly lifeAreas: readonly string[];
}

export async function insertFollowUp(tx: WriteTx, session: Session, id: string, caseId: string, f: FollowUpFields, aboutDisclosureId: string | null = null): Promise<void> {
  await tx.run(
    "insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, title_ct, life_areas, created_by, about_disclosure_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [session.tenantId, session.roomId, id, caseId, f.ownerId, f.dueOn, f.titleCt, f.lifeAreas, session.accountId, aboutDisclosureId],
  );
}

export const updateFollowUp = (tx: WriteTx, caseId: string, id: string, version: number, f: FollowUpFields): Promise<number> =>
  tx.run(
    "update app.follow_ups set owner_id = $4, due_on = $5, title_ct = $6, life_areas = $7, version = version + 1 where case_id = $1 and id = $2 and version = $3",
    [caseId, id, version, f.ownerId, f.dueOn, f.titleCt, f.lifeAreas],
  );

/** Rows changed: none where it already is as wanted. */
export const setDone = (tx: WriteTx, caseId: string, id: string, done: { on: CalendarDay; by: string } | null): Promise<number> =>
  tx.run(
    "update app.follow_ups set done_on = $3, done_by = $4, version = version + 1 where case_id = $1 and id = $2 and (done_on is null) = ($3::date is not null)",
    [caseId, id, done?.on ?? null, done?.by ?? null],
  );
