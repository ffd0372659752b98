import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export const takeCaseNumber = async (tx: WriteTx, year: number): Promise<string> => (await tx.get<{ n: string }>("select app.next_case_number($1) as n", [year])).n;

export interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly openedOn: CalendarDay;
  readonly keyRef: string;
}

export async function insertCase(tx: WriteTx, session: Session, c: NewCase): Promise<void> {
  await tx.run(
    "insert into app.cases (tenant_id, room_id, id, number, phase, opened_on, key_ref, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [session.tenantId, session.roomId, c.id, c.number, c.phase, c.openedOn, c.keyRef, session.accountId],
  );
}

export async function insertCasePerson(tx: WriteTx, session: Session, row: { caseId: string; personId: string; isMain: boolean; on: CalendarDay }): Promise<void> {
  await tx.run(
    "insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main, joined_on) values ($1, $2, $3, $4, $5, $6)",
    [session.tenantId, session.roomId, row.caseId, row.personId, row.isMain, row.on],
  );
}

export interface AttachablePerson {
  readonly id: string;
  readonly name: string;
  readonly birth_year: number | null;
  readonly has_case: boolean;
}

const ATTACHABLE = `select p.id, coalesce(n.name, 'ohne Namen') as name, extract(year from p.birth_on)::int as birth_year, p.has_case from app.persons p
  left join lateral (select concat_ws(', ', nullif(family, ''), nullif(given, '')) as name from app.person_names n
    where n.tenant_id = p.tenant_id and n.person_id = p.id order by (n.script = 'Latn') desc, n.is_primary desc, n.id limit 1) n on true`;

/** Persons without a case that the reader may see, newest first; and those asked for by id. */
export const listAttachable = (tx: ReadTx, wanted: readonly string[], most = 50): Promise<AttachablePerson[]> =>
  tx.query<AttachablePerson>(
    `${ATTACHABLE} where p.merged_into is null and (not p.has_case or p.id = any ($1::uuid[])) and app.may_attach_person(p.id)
      order by (p.id = any ($1::uuid[])) desc, p.created_at desc, p.id limit $2`,
    [wanted, most],
  );

/** Which of these persons the reader may take into a case. */
export const filterAttachable = async (tx: ReadTx, ids: readonly string[]): Promise<string[]> =>
  (await tx.query<{ id: string }>("select p.id from app.persons p where p.id = any ($1::uuid[]) and app.may_attach_person(p.id)", [ids])).map((row) => row.id);

export const setMain = async (tx: WriteTx, caseId: string, personId: string): Promise<void> => {
  // in two steps: the index that allows one main person looks after every row
  await tx.run("update app.case_persons set is_main = false where case_id = $1 and is_main", [caseId]);
  await tx.runOne("update app.case_persons set is_main = true where case_id = $1 and person_id = $2 and left_on is null", [caseId, personId]);
};

export const linkAdvice = (tx: WriteTx, adviceId: string, caseId: string): Promise<number> =>
  tx.run("update app.short_advices set case_id = $2, outcome = 'became_case', version = version + 1 where id = $1 and case_id is null", [adviceId, caseId]);
