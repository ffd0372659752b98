import { addFollowUp } from "../../cases/index.ts";
import { isEnded, listColleagues, readCaseHead } from "../../cases/reading/index.ts";
import { endAssignment, getCaseFile, granted, handOver, listTeam, reopenCase, type TeamRow } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { changeGoal, findPlan } from "../../plan/index.ts";
import { dropOpenAftercare, listEndedConsents } from "../closing/closing.sql.ts";
import { decideReopening, type ReopeningInput } from "./decide-reopening.ts";

const DAYS_TO_ASK = 7;

/** Of the team those who are asked again: neither the lead nor whoever takes the case up. */
export async function askedAgain(tx: ReadTx, asking: Asking, caseId: string): Promise<TeamRow[]> {
  return (await listTeam(tx, caseId)).filter((t) => t.function !== "lead" && t.account_id !== asking.session.accountId && (t.until_on === null || t.until_on >= asking.today));
}

/** The case runs again: retention stops with the closing day, chosen goals go on, and what ended with the closing is asked for anew. */
export async function takeUpAgain(tx: WriteTx, asking: Asking, caseId: string, version: number, input: ReopeningInput): Promise<void> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const [plan, team, colleagues] = [await findPlan(tx, asking, caseId), await askedAgain(tx, asking, caseId), await listColleagues(tx)];
  const goals = plan.goals.filter((g) => g.state !== "open");
  const decided = granted(decideReopening(input, { isEnded: head.closedOn !== null || isEnded(head.phase), closedGoalIds: goals.map((g) => g.id), colleagueIds: colleagues.map((c) => c.id), teamIds: team.map((t) => t.id) }));
  await reopenCase(tx, asking, caseId, version, decided.note);
  for (const g of goals) {
    if (decided.goalIds.includes(g.id)) await changeGoal(tx, asking, caseId, g.id, g.version, { lifeArea: g.lifeArea, wish: g.wish, wishLanguage: g.wishLanguage, goal: g.goal, isEntrusted: g.isEntrusted, state: "open" });
  }
  if (decided.teamIds !== null) for (const t of team) if (!decided.teamIds.includes(t.id)) await endAssignment(tx, asking, caseId, t.id);
  await dropOpenAftercare(tx, caseId, asking.session, asking.today);
  await askForConsents(tx, asking, caseId);
  // last: whoever hands a case on loses it at once
  if (decided.leadId !== null && decided.leadId !== head.leadId) await handOver(tx, asking, caseId, decided.leadId);
}

async function askForConsents(tx: WriteTx, asking: Asking, caseId: string): Promise<void> {
  const open = (await listEndedConsents(tx, caseId)).filter((c) => !c.is_renewed);
  if (open.length === 0) return;
  const { lead_id: leadId } = await getCaseFile(tx, caseId);
  const offices = [...new Set(open.map((c) => c.recipient))];
  await addFollowUp(tx, asking, caseId, { title: `Einwilligungen neu einholen: ${offices.join(", ")}`.slice(0, 200), dueOn: addDays(asking.today, DAYS_TO_ASK), ownerId: leadId ?? asking.session.accountId, lifeAreas: [] });
}
