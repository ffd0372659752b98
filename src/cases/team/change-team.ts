import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type CaseFile, getCaseHead } from "../case-file.sql.ts";
import { sealNeeded } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { type AbsenceInput, type AssignmentInput, decideAbsence, decideAssignment, decideEnding, decideExclusion, decideHandOver, type TeamFacts } from "./decide-team.ts";
import { endAssignmentRow, insertAssignment, insertExclusion, listColleagues, listExcluded, listTeam, type Reassigned, runReassignment, runSetAbsence, type TeamRow } from "./team.sql.ts";

async function teamFacts(tx: ReadTx, asking: Asking, file: CaseFile): Promise<TeamFacts & { team: TeamRow[] }> {
  const team = await listTeam(tx, file.id);
  const colleagues = await listColleagues(tx);
  const excluded = await listExcluded(tx, file.id);
  return {
    today: asking.today,
    me: asking.session.accountId,
    isClosed: file.closed_on !== null,
    colleagueIds: colleagues.map((c) => c.account_id),
    excludedIds: excluded.map((x) => x.account_id),
    teamIds: team.filter((t) => t.until_on === null || t.until_on >= asking.today).map((t) => t.account_id),
    team,
  };
}

/** A substitute with dates, or a member; the row's id. */
export async function assignToCase(tx: WriteTx, asking: Asking, caseId: string, input: AssignmentInput): Promise<string> {
  const file = await getCaseHead(tx, caseId);
  const decided = granted(decideAssignment(input, await teamFacts(tx, asking, file)));
  const id = newId();
  await insertAssignment(tx, asking.session, { id, caseId, ...decided });
  await record(tx, asking, { action: "team.assigned", objectKind: "account", objectIds: [input.accountId], caseId, purpose: input.function });
  return id;
}

export async function endAssignment(tx: WriteTx, asking: Asking, caseId: string, assignmentId: string): Promise<void> {
  await getCaseHead(tx, caseId);
  const row = (await listTeam(tx, caseId)).find((t) => t.id === assignmentId);
  if (row === undefined) throw new NotFound();
  granted(decideEnding({ function: row.function, isInForceOrToCome: row.until_on === null || row.until_on >= asking.today }));
  if ((await endAssignmentRow(tx, caseId, assignmentId)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "team.ended", objectKind: "account", objectIds: [row.account_id], caseId });
}

/** Gives one case to another lead, with the open follow-ups; whoever gave it has it no longer, unless they stay as a member. */
export async function handOver(tx: WriteTx, asking: Asking, caseId: string, toAccount: string): Promise<void> {
  const file = await getCaseHead(tx, caseId);
  const facts = await teamFacts(tx, asking, file);
  granted(decideHandOver(toAccount, { ...facts, leadId: file.lead_id, mayJoin: mayUse(asking.session, "case.join") }));
  const [result] = await runReassignment(tx, [caseId], [newId()], toAccount);
  if (result?.outcome !== "reassigned") throw new NotFound();
  await record(tx, asking, { action: "team.handed_over", objectKind: "account", objectIds: [toAccount], caseId });
}

export interface ReassignmentResult {
  readonly caseId: string;
  readonly outcome: Reassigned["outcome"];
  /** of the new assignment, where there is one */
  readonly rowId: string | null;
}

/** Up to 300 at once, with one result a case and one record each, so that every file's team sees it. */
export async function reassignCases(tx: WriteTx, asking: Asking, caseIds: readonly string[], toAccount: string): Promise<ReassignmentResult[]> {
  const rowIds = caseIds.map(() => newId());
  const results = await runReassignment(tx, caseIds, rowIds, toAccount);
  const done = results.filter((r) => r.outcome === "reassigned").map((r) => r.case_id);
  for (const caseId of done) await record(tx, asking, { action: "team.handed_over", objectKind: "account", objectIds: [toAccount], caseId });
  await record(tx, asking, { action: "cases.reassigned", objectKind: "case", objectIds: done });
  return results.map((r, i) => ({ caseId: r.case_id, outcome: r.outcome, rowId: r.outcome === "reassigned" ? rowIds[i]! : null }));
}

/** How a team lead gets into a file: by joining its team, with a reason that the team can read. */
export async function joinCase(tx: WriteTx, asking: Asking, caseId: string, reason: string): Promise<string> {
  const file = await getCaseHead(tx, caseId);
  const { accountId } = asking.session;
  const facts = await teamFacts(tx, asking, file);
  if (facts.team.some((t) => t.account_id === accountId && t.is_in_force)) throw new Refused([{ code: "already-on-team", sentence: "Sie gehören schon zum Fallteam." }]);
  const id = newId();
  const reasonCt = sealNeeded(asking, file.key_ref, "case_team.reason_ct", id, reason);
  await insertAssignment(tx, asking.session, { id, caseId, accountId, function: "member", fromOn: asking.today, untilOn: null, reasonCt });
  await record(tx, asking, { action: "team.joined", objectKind: "case", objectIds: [caseId], caseId, reason: reasonCt });
  return id;
}

/** Staff related to a person of the case: from now on it does not exist for them. */
export async function excludeRelatedStaff(tx: WriteTx, asking: Asking, caseId: string, accountId: string): Promise<void> {
  const file = await getCaseHead(tx, caseId);
  const facts = await teamFacts(tx, asking, file);
  granted(decideExclusion(accountId, { leadId: file.lead_id, colleagueIds: facts.colleagueIds, excludedIds: facts.excludedIds }));
  await record(tx, asking, { action: "team.excluded", objectKind: "account", objectIds: [accountId], caseId });
  for (const row of facts.team) if (row.account_id === accountId && (row.until_on === null || row.until_on >= asking.today)) await endAssignmentRow(tx, caseId, row.id);
  await insertExclusion(tx, asking.session, caseId, accountId);
}

/** Away from–until without a reason; while it lasts the standing deputy works on the cases that the account leads. */
export async function setAbsence(tx: WriteTx, asking: Asking, accountId: string, input: AbsenceInput): Promise<void> {
  const colleagues = await listColleagues(tx);
  if (!colleagues.some((c) => c.account_id === accountId)) throw new NotFound();
  const decided = granted(decideAbsence(accountId, input, { me: asking.session.accountId, colleagueIds: colleagues.map((c) => c.account_id) }));
  if (!(await runSetAbsence(tx, accountId, decided.absentFrom, decided.absentUntil, decided.deputyId)))
    throw new Refused([{ code: "deputy-is-the-leads-decision", field: "deputyId", sentence: "Wer Sie vertritt, legt die Teamleitung fest: Die Vertretung bekommt Einblick in Ihre Fälle." }]);
  await record(tx, asking, { action: "absence.set", objectKind: "account", objectIds: [accountId] });
}
