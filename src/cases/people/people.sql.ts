import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { RelationKind } from "./relation-kinds.ts";

export interface RelationRow {
  readonly id: string;
  readonly person_id: string;
  readonly other_person_id: string | null;
  readonly other_name_ct: Buffer | null;
  /** what the other is to the person */
  readonly kind: RelationKind;
  readonly from_on: CalendarDay | null;
  readonly until_on: CalendarDay | null;
  readonly version: number;
}

export const listRelations = (tx: ReadTx, caseId: string): Promise<RelationRow[]> =>
  tx.query<RelationRow>("select id, person_id, other_person_id, other_name_ct, kind, from_on, until_on, version from app.case_relations where case_id = $1 order by created_at, id", [caseId]);

export type NewRelation = Pick<RelationRow, "id" | "person_id" | "other_person_id" | "other_name_ct" | "kind" | "from_on" | "until_on">;

export async function insertRelation(tx: WriteTx, session: Session, caseId: string, r: NewRelation): Promise<void> {
  await tx.run(
    `insert into app.case_relations (tenant_id, room_id, id, case_id, person_id, other_person_id, other_name_ct, kind, from_on, until_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [session.tenantId, session.roomId, r.id, caseId, r.person_id, r.other_person_id, r.other_name_ct, r.kind, r.from_on, r.until_on],
  );
}

export const deleteRelation = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("delete from app.case_relations where case_id = $1 and id = $2", [caseId, id]);

export const markLeft = (tx: WriteTx, caseId: string, personId: string, on: CalendarDay): Promise<number> =>
  tx.run("update app.case_persons set left_on = $3 where case_id = $1 and person_id = $2 and left_on is null and not is_main", [caseId, personId, on]);

export const markBack = (tx: WriteTx, caseId: string, personId: string): Promise<number> =>
  tx.run("update app.case_persons set left_on = null where case_id = $1 and person_id = $2 and left_on is not null", [caseId, personId]);
