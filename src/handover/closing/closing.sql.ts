import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { AftercareResult } from "./closing-words.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface ClosureRow {
  readonly id: string;
  readonly reason: string;
  readonly handover: string;
  readonly handover_ct: Buffer | null;
  readonly closed_on: CalendarDay;
  readonly reopened_on: CalendarDay | null;
  readonly organisation: string | null;
  readonly closed_by_name: string;
}
/** The latest in front. */
export const listClosures = (tx: ReadTx, caseId: string): Promise<ClosureRow[]> =>
  tx.query<ClosureRow>(
    `select k.id, k.reason, k.handover, k.handover_ct, k.closed_on, k.reopened_on, o.name as organisation,
        coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[k.closed_by]) n), '') as closed_by_name
       from app.case_closures k left join app.organisations o on o.tenant_id = k.tenant_id and o.id = k.organisation_id
      where k.case_id = $1 order by (k.reopened_on is null) desc, k.closed_on desc, k.id desc`,
    [caseId],
  );

export interface LetterRow {
  readonly id: string;
  readonly closure_id: string;
  readonly person_id: string;
  readonly language: string;
  readonly content_ct: Buffer;
  readonly made_on: CalendarDay;
}
const LETTER = "select l.id, l.closure_id, l.person_id, l.language, l.content_ct, l.made_on from app.closing_letters l where l.case_id = $1";
export const listLetters = (tx: ReadTx, caseId: string): Promise<LetterRow[]> => tx.query<LetterRow>(`${LETTER} order by l.made_on desc, l.id`, [caseId]);
export const getLetter = (tx: ReadTx, caseId: string, id: string): Promise<LetterRow> => tx.get<LetterRow>(`${LETTER} and l.id = $2`, [caseId, id]);
export const insertLetter = (tx: WriteTx, of: Place, l: { id: string; caseId: string; closureId: string; personId: string; language: string; contentCt: Buffer; madeOn: CalendarDay }): Promise<void> =>
  tx.runOne("insert into app.closing_letters (tenant_id, room_id, id, case_id, closure_id, person_id, language, content_ct, made_on, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", [
    of.tenantId, of.roomId, l.id, l.caseId, l.closureId, l.personId, l.language, l.contentCt, l.madeOn, of.accountId,
  ]);

export interface AftercareRow {
  readonly id: string;
  readonly case_id: string;
  readonly closure_id: string;
  readonly position: number;
  readonly due_on: CalendarDay;
  readonly result: AftercareResult | null;
  readonly recorded_on: CalendarDay | null;
  readonly recorded_by_name: string;
  readonly note_ct: Buffer | null;
  readonly version: number;
}
// the day may have been moved on its follow-up
const AFTERCARE = `select x.id, x.case_id, x.closure_id, x.position, f.due_on, x.result, x.recorded_on, x.note_ct, x.version,
    coalesce((select concat_ws(' ', n.given_name, n.family_name) from app.colleague_names(array[x.recorded_by]) n), '') as recorded_by_name
  from app.aftercare_contacts x join app.follow_ups f on f.tenant_id = x.tenant_id and f.id = x.id`;
export const listAftercare = (tx: ReadTx, caseId: string): Promise<AftercareRow[]> => tx.query<AftercareRow>(`${AFTERCARE} where x.case_id = $1 order by f.due_on, x.position, x.id`, [caseId]);
export const getAftercare = (tx: ReadTx, caseId: string, id: string): Promise<AftercareRow> => tx.get<AftercareRow>(`${AFTERCARE} where x.case_id = $1 and x.id = $2`, [caseId, id]);
export const findAftercareCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.aftercare_contacts where id = $1", [id]);

/** With the follow-up that brings it on somebody's day. */
export async function insertAftercare(tx: WriteTx, of: Place, a: { id: string; caseId: string; closureId: string; position: number; dueOn: CalendarDay; ownerId: string; titleCt: Buffer }): Promise<void> {
  await tx.runOne("insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by) values ($1, $2, $3, $4, $5, $6, 'aftercare', $7, $8)", [
    of.tenantId, of.roomId, a.id, a.caseId, a.ownerId, a.dueOn, a.titleCt, of.accountId,
  ]);
  await tx.runOne("insert into app.aftercare_contacts (tenant_id, room_id, id, case_id, closure_id, position, due_on) values ($1, $2, $3, $4, $5, $6, $7)", [
    of.tenantId, of.roomId, a.id, a.caseId, a.closureId, a.position, a.dueOn,
  ]);
}
/** Rows changed: none where it was recorded already. */
export const recordResult = (tx: WriteTx, caseId: string, id: string, of: Place, r: { result: AftercareResult; on: CalendarDay; noteCt: Buffer | null }): Promise<number> =>
  tx.run("update app.aftercare_contacts set result = $3, recorded_on = $4, recorded_by = $5, note_ct = $6, version = version + 1 where case_id = $1 and id = $2 and result is null", [
    caseId, id, r.result, r.on, of.accountId, r.noteCt,
  ]);
/** Taken up again, the case is worked on: nobody needs to ask any more how it goes without. */
export const dropOpenAftercare = (tx: WriteTx, caseId: string, of: Place, on: CalendarDay): Promise<number> =>
  tx.run("update app.follow_ups set done_on = $3, done_by = $2, version = version + 1 where case_id = $1 and kind = 'aftercare' and done_on is null", [caseId, of.accountId, on]);

export interface EndedConsentRow {
  readonly id: string;
  readonly person_id: string;
  readonly recipient: string;
  readonly ended_on: CalendarDay;
  /** asked anew meanwhile, and in force */
  readonly is_renewed: boolean;
}
/** Consents that ended with the case, each office once a person. */
export const listEndedConsents = (tx: ReadTx, caseId: string): Promise<EndedConsentRow[]> =>
  tx.query<EndedConsentRow>(
    `select distinct on (o.name, c.person_id) c.id, c.person_id, o.name as recipient, (c.ended_at at time zone current_setting('timezone'))::date as ended_on,
        exists (select from app.consents n join app.consent_states($1) s on s.consent_id = n.id and s.state in ('in_force', 'planned')
          where n.tenant_id = c.tenant_id and n.case_id = c.case_id and n.person_id = c.person_id and n.recipient_id = c.recipient_id) as is_renewed
       from app.consents c join app.organisations o on o.tenant_id = c.tenant_id and o.id = c.recipient_id
      where c.case_id = $1 and c.ended_at is not null order by o.name, c.person_id, c.ended_at desc, c.id`,
    [caseId],
  );
