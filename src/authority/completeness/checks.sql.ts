import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { PaperState } from "../office-words.ts";

export interface CheckRow {
  readonly id: string;
  readonly person_id: string;
  readonly rule: string;
  readonly opened_on: CalendarDay;
  readonly opened_name: string;
  readonly closed_on: CalendarDay | null;
  readonly closed_name: string;
  readonly version: number;
}
const COLUMNS = `c.id, c.person_id, c.rule, c.opened_on, concat_ws(' ', a.given_name, a.family_name) as opened_name, c.closed_on, concat_ws(' ', b.given_name, b.family_name) as closed_name, c.version
  from app.completeness_checks c left join app.accounts a on a.tenant_id = c.tenant_id and a.id = c.opened_by left join app.accounts b on b.tenant_id = c.tenant_id and b.id = c.closed_by`;
export const listChecks = (tx: ReadTx, personId: string): Promise<CheckRow[]> => tx.query<CheckRow>(`select ${COLUMNS} where c.person_id = $1 order by (c.closed_on is not null), c.opened_on desc, c.id`, [personId]);
export const getCheck = (tx: ReadTx, personId: string, id: string): Promise<CheckRow> => tx.get<CheckRow>(`select ${COLUMNS} where c.person_id = $1 and c.id = $2`, [personId, id]);

export interface NotedPaperRow {
  readonly check_id: string;
  readonly condition: string;
  readonly evidence: string;
  readonly state: Exclude<PaperState, "open">;
  readonly paper_id: string | null;
  readonly set_name: string;
  readonly set_at: Date;
}
export const listNotedPapers = (tx: ReadTx, personId: string): Promise<NotedPaperRow[]> =>
  tx.query<NotedPaperRow>(
    `select k.check_id, k.condition, k.evidence, k.state, k.paper_id, concat_ws(' ', a.given_name, a.family_name) as set_name, k.set_at
       from app.check_papers k left join app.accounts a on a.tenant_id = k.tenant_id and a.id = k.set_by where k.person_id = $1`,
    [personId],
  );

export async function insertCheck(tx: WriteTx, session: Session, id: string, personId: string, rule: string, on: CalendarDay): Promise<void> {
  await tx.run("insert into app.completeness_checks (tenant_id, room_id, id, person_id, rule, opened_on, opened_by) values ($1, $2, $3, $4, $5, $6, $7)", [session.tenantId, session.roomId, id, personId, rule, on, session.accountId]);
}
export const setClosed = (tx: WriteTx, personId: string, id: string, closed: { readonly on: CalendarDay; readonly by: string } | null): Promise<number> =>
  tx.run("update app.completeness_checks set closed_on = $3, closed_by = $4, version = version + 1 where person_id = $1 and id = $2 and (closed_on is null) = ($3::date is not null)", [personId, id, closed?.on ?? null, closed?.by ?? null]);

export interface NotedPaper {
  readonly condition: string;
  readonly evidence: string;
  readonly state: Exclude<PaperState, "open">;
  readonly paperId: string | null;
}
/** One statement however many papers: what is the same already is left as it is, with whoever set it. */
export async function notePapers(tx: WriteTx, session: Session, personId: string, checkId: string, papers: readonly NotedPaper[]): Promise<void> {
  const values = [papers.map((p) => p.condition), papers.map((p) => p.evidence), papers.map((p) => p.state), papers.map((p) => p.paperId)];
  await tx.run(
    `update app.check_papers k set state = x.state, paper_id = x.paper, version = k.version + 1
       from unnest($3::text[], $4::text[], $5::text[], $6::uuid[]) as x (condition, evidence, state, paper)
      where k.person_id = $1 and k.check_id = $2 and k.condition = x.condition and k.evidence = x.evidence and (k.state, k.paper_id) is distinct from (x.state, x.paper)`,
    [personId, checkId, ...values],
  );
  await tx.run(
    `insert into app.check_papers (tenant_id, room_id, person_id, check_id, condition, evidence, state, paper_id, set_by)
     select $1, $2, $3, $4, x.condition, x.evidence, x.state, x.paper, $5 from unnest($6::text[], $7::text[], $8::text[], $9::uuid[]) as x (condition, evidence, state, paper)
      where not exists (select from app.check_papers k where k.person_id = $3 and k.check_id = $4 and k.condition = x.condition and k.evidence = x.evidence)`,
    [session.tenantId, session.roomId, personId, checkId, session.accountId, ...values],
  );
}
/** Back to "nobody has looked". */
export const takeNotesBack = (tx: WriteTx, personId: string, checkId: string, papers: readonly { readonly condition: string; readonly evidence: string }[]): Promise<number> =>
  tx.run(
    "delete from app.check_papers k using unnest($3::text[], $4::text[]) as x (condition, evidence) where k.person_id = $1 and k.check_id = $2 and k.condition = x.condition and k.evidence = x.evidence",
    [personId, checkId, papers.map((p) => p.condition), papers.map((p) => p.evidence)],
  );
