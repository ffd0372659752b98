import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { TeamFunction } from "../case-words.ts";

export interface TeamRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly function: TeamFunction;
  readonly from_on: CalendarDay;
  readonly until_on: CalendarDay | null;
  readonly is_in_force: boolean;
  readonly version: number;
}

/** All of the team, ended ones included, in the order of the interface. */
export const listTeam = (tx: ReadTx, caseId: string): Promise<TeamRow[]> =>
  tx.query<TeamRow>(
    `select t.id, t.account_id, concat_ws(' ', nullif(a.title, ''), a.given_name, a.family_name) as name, a.organisation_id, o.name as organisation, t.function,
            t.from_on, t.until_on, t.version, (t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)) as is_in_force
       from app.case_team t join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
       left join app.organisations o on o.tenant_id = a.tenant_id and o.id = a.organisation_id
      where t.case_id = $1
      order by (t.until_on is null or t.until_on >= current_date) desc, array_position(array['lead', 'substitute', 'member'], t.function), t.from_on, t.id`,
    [caseId],
  );

export interface ReaderRow {
  readonly account_id: string;
  readonly name: string;
  readonly reads_as: TeamFunction | "deputy" | "emergency";
  readonly until: string | null;
}

/** Everybody who can open the case at this moment, each once per reason; whoever lost the room or is excluded is not among them. */
export const listReaders = (tx: ReadTx, caseId: string): Promise<ReaderRow[]> =>
  tx.query<ReaderRow>(
    `with readers as (
       select t.account_id, t.function as reads_as, null::timestamptz as until, t.tenant_id, t.room_id from app.case_team t
        where t.case_id = $1 and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
       union all
       select a.standing_deputy_id, 'deputy', null, t.tenant_id, t.room_id from app.case_team t
         join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
        where t.case_id = $1 and t.function = 'lead' and t.from_on <= current_date and (t.until_on is null or t.until_on >= current_date)
          and a.standing_deputy_id is not null and a.absent_from <= current_date and (a.absent_until is null or a.absent_until >= current_date)
       union all
       select e.account_id, 'emergency', e.ends_at, e.tenant_id, e.room_id from app.emergency_accesses e where e.case_id = $1 and e.ends_at > now())
     select r.account_id, concat_ws(' ', nullif(a.title, ''), a.given_name, a.family_name) as name, r.reads_as,
            to_char(r.until at time zone current_setting('timezone'), 'HH24:MI') as until
       from readers r join app.accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
      where app.works_on_cases(r.tenant_id, r.room_id, r.account_id)
        and not exists (select from app.case_exclusions x where x.case_id = $1 and x.account_id = r.account_id)
      order by array_position(array['lead', 'substitute', 'deputy', 'member', 'emergency'], r.reads_as), a.family_name, a.id`,
    [caseId],
  );

export interface ShareReaderRow {
  readonly organisation: string;
  readonly given_name: string;
  readonly family_name: string;
}
export const listReadersThroughShares = (tx: ReadTx, caseId: string, lifeAreas: readonly string[], kind: string): Promise<ShareReaderRow[]> =>
  tx.query<ShareReaderRow>("select * from app.readers_through_shares($1, $2, $3)", [caseId, lifeAreas, kind]);

export interface Colleague {
  readonly account_id: string;
  readonly name: string;
  readonly absent_from: CalendarDay | null;
  readonly absent_until: CalendarDay | null;
  readonly standing_deputy_id: string | null;
  readonly deputy_name: string | null;
}

/** Accounts that work on cases of the session's room today. */
export const listColleagues = (tx: ReadTx): Promise<Colleague[]> =>
  tx.query<Colleague>(
    `select a.id as account_id, concat_ws(', ', a.family_name, a.given_name) as name, a.absent_from, a.absent_until, a.standing_deputy_id,
            (select concat_ws(', ', d.family_name, d.given_name) from app.accounts d where d.tenant_id = a.tenant_id and d.id = a.standing_deputy_id) as deputy_name
       from app.accounts a, app.session_context() s
      where a.tenant_id = s.tenant_id and app.works_on_cases(s.tenant_id, s.room_id, a.id) order by a.family_name, a.given_name, a.id`,
  );

export const listExcluded = (tx: ReadTx, caseId: string): Promise<{ account_id: string; name: string }[]> =>
  tx.query(
    `select x.account_id, concat_ws(', ', a.family_name, a.given_name) as name from app.case_exclusions x
       join app.accounts a on a.tenant_id = x.tenant_id and a.id = x.account_id where x.case_id = $1 order by 2, 1`,
    [caseId],
  );

/** By a lead who is not the excluded one; false where there is none, or the asker may not. */
export const deleteExclusion = async (tx: WriteTx, caseId: string, accountId: string): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.lift_exclusion($1, $2) as done", [caseId, accountId])).done;

export interface Assignment {
  readonly id: string;
  readonly caseId: string;
  readonly accountId: string;
  readonly function: TeamFunction;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
  readonly reasonCt?: Buffer | null;
}

export async function insertAssignment(tx: WriteTx, session: Session, a: Assignment): Promise<void> {
  await tx.run(
    `insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, until_on, reason_ct, assigned_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [session.tenantId, session.roomId, a.id, a.caseId, a.accountId, a.function, a.fromOn, a.untilOn, a.reasonCt ?? null, session.accountId],
  );
}

/** The day before it began where it had not begun yet: it never was. */
export const endAssignmentRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run(
    "update app.case_team set until_on = greatest(from_on, current_date) - 1, version = version + 1 where case_id = $1 and id = $2 and (until_on is null or until_on >= current_date)",
    [caseId, id],
  );

export const insertExclusion = (tx: WriteTx, session: Session, caseId: string, accountId: string): Promise<number> =>
  tx.run(
    "insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)",
    [session.tenantId, session.roomId, caseId, accountId, session.accountId],
  );

export interface Reassigned {
  readonly case_id: string;
  readonly outcome: "reassigned" | "already_lead" | "closed" | "excluded" | "not_in_room" | "join_first" | "not_found";
}

export const runReassignment = (tx: WriteTx, caseIds: readonly string[], rowIds: readonly string[], toAccount: string): Promise<Reassigned[]> =>
  tx.query<Reassigned>("select case_id, outcome from app.reassign_cases($1::uuid[], $2::uuid[], $3)", [caseIds, rowIds, toAccount]);

/** What the reassignment that made this row made besides, for rendering a replay. */
export const listReassignedWith = (tx: ReadTx, rowId: string): Promise<{ case_id: string; number: string }[]> =>
  tx.query(
    `select t.case_id, c.number from app.case_team one join app.case_team t on t.tenant_id = one.tenant_id and t.assigned_by = one.assigned_by
         and t.assigned_at = one.assigned_at and t.account_id = one.account_id and t.function = 'lead'
       join app.cases c on c.tenant_id = t.tenant_id and c.id = t.case_id where one.id = $1 order by c.number`,
    [rowId],
  );

export const listHeads = (tx: ReadTx, caseIds: readonly string[]): Promise<{ id: string; number: string; main_name: string }[]> =>
  tx.query("select id, number, main_name from app.cases where id = any ($1::uuid[]) order by number", [caseIds]);

export const runSetAbsence = async (tx: WriteTx, account: string, from: CalendarDay | null, until: CalendarDay | null, deputy: string | null): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.set_absence($1, $2, $3, $4) as done", [account, from, until, deputy])).done;
