import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { TeamFunction } from "../case-words.ts";

export interface AssignmentInput {
  readonly accountId: string;
  readonly function: Exclude<TeamFunction, "lead">;
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
}

export interface TeamFacts {
  readonly today: CalendarDay;
  readonly me: string;
  readonly isClosed: boolean;
  /** who works on cases of the room */
  readonly colleagueIds: readonly string[];
  readonly excludedIds: readonly string[];
  /** in force or to come */
  readonly teamIds: readonly string[];
}

const fits = (accountId: string, facts: TeamFacts, field: string): Refusal[] => {
  if (!facts.colleagueIds.includes(accountId)) return [{ code: "not-in-room", field, sentence: "Dieses Konto arbeitet nicht im Aktenbereich. Wählen Sie jemanden aus der Liste." }];
  // said in the same words for whoever is excluded: the reason is nobody else's business
  if (facts.excludedIds.includes(accountId)) return [{ code: "excluded-from-case", field, sentence: "Diese Person kann diesen Fall nicht bearbeiten. Wählen Sie jemand anderen." }];
  return [];
};

export function decideAssignment(input: AssignmentInput, facts: TeamFacts): Decision<AssignmentInput> {
  const refusals = fits(input.accountId, facts, "accountId");
  if (input.accountId === facts.me) refusals.push({ code: "assigns-oneself", field: "accountId", sentence: "Sich selbst können Sie nicht zuweisen. Die Teamleitung kann einem Fall mit Begründung beitreten." });
  if (facts.teamIds.includes(input.accountId)) refusals.push({ code: "already-on-team", field: "accountId", sentence: "Diese Person gehört schon zum Fallteam. Beenden Sie zuerst die bisherige Zuweisung." });
  if (input.fromOn < facts.today) refusals.push({ code: "begins-in-the-past", field: "fromOn", sentence: "Eine Zuweisung beginnt frühestens heute." });
  if (input.untilOn !== null && input.untilOn < input.fromOn) refusals.push({ code: "ends-before-it-begins", field: "untilOn", sentence: "Der letzte Tag liegt vor dem ersten." });
  if (input.function === "substitute" && input.untilOn === null)
    refusals.push({ code: "substitute-without-end", field: "untilOn", sentence: "Eine Abwesenheitsvertretung hat einen letzten Tag. Wer dauerhaft mitarbeitet, ist Mitarbeit im Fall." });
  return decide(refusals, () => input);
}

export function decideHandOver(toAccount: string, facts: TeamFacts & { readonly leadId: string | null; readonly mayJoin: boolean }): Decision<string> {
  const refusals = fits(toAccount, facts, "accountId");
  if (facts.isClosed) refusals.push({ code: "case-closed", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf." });
  if (toAccount === facts.leadId) refusals.push({ code: "already-lead", field: "accountId", sentence: "Diese Person leitet den Fall schon." });
  if (toAccount === facts.me && toAccount !== facts.leadId && !(facts.mayJoin && facts.teamIds.includes(facts.me)))
    refusals.push({ code: "join-first", field: "accountId", sentence: facts.mayJoin ? "Treten Sie dem Fall zuerst mit einer Begründung bei." : "Die Leitung übertragen kann Ihnen nur jemand anderes." });
  return decide(refusals, () => toAccount);
}

/** The lead does not simply leave: a case without a lead is nobody's. */
export function decideEnding(facts: { readonly function: TeamFunction; readonly isInForceOrToCome: boolean }): Decision<true> {
  const refusals: Refusal[] = [];
  if (facts.function === "lead") refusals.push({ code: "lead-hands-over", sentence: "Die Leitung endet, indem der Fall übergeben wird. Wählen Sie, wer ihn weiterführt." });
  if (!facts.isInForceOrToCome) refusals.push({ code: "already-ended", sentence: "Diese Zuweisung ist schon beendet." });
  return decide(refusals, () => true as const);
}

export function decideExclusion(accountId: string, facts: { readonly leadId: string | null; readonly colleagueIds: readonly string[]; readonly excludedIds: readonly string[] }): Decision<string> {
  const refusals: Refusal[] = [];
  if (!facts.colleagueIds.includes(accountId)) refusals.push({ code: "not-in-room", field: "excludedId", sentence: "Dieses Konto arbeitet nicht im Aktenbereich. Wählen Sie jemanden aus der Liste." });
  if (accountId === facts.leadId) refusals.push({ code: "lead-hands-over", field: "excludedId", sentence: "Diese Person leitet den Fall. Übergeben Sie ihn zuerst." });
  if (facts.excludedIds.includes(accountId)) refusals.push({ code: "already-excluded", field: "excludedId", sentence: "Diese Person ist schon ausgeschlossen." });
  return decide(refusals, () => accountId);
}

export interface AbsenceInput {
  readonly absentFrom: CalendarDay | null;
  readonly absentUntil: CalendarDay | null;
  readonly deputyId: string | null;
}

/** No reason is asked: why somebody is away is nobody's business here. */
export function decideAbsence(accountId: string, input: AbsenceInput, facts: { readonly me: string; readonly colleagueIds: readonly string[] }): Decision<AbsenceInput> {
  const refusals: Refusal[] = [];
  if (input.absentFrom === null && input.absentUntil !== null) refusals.push({ code: "absence-without-begin", field: "absentFrom", sentence: "Geben Sie den ersten Tag der Abwesenheit ein." });
  if (input.absentFrom !== null && input.absentUntil !== null && input.absentUntil < input.absentFrom) refusals.push({ code: "ends-before-it-begins", field: "absentUntil", sentence: "Der letzte Tag liegt vor dem ersten." });
  if (input.deputyId === accountId) refusals.push({ code: "deputy-is-oneself", field: "deputyId", sentence: "Die Vertretung ist jemand anderes." });
  // all files of somebody else at once, and without a reason for one of them
  else if (input.deputyId === facts.me && input.absentFrom !== null) refusals.push({ code: "deputy-is-oneself", field: "deputyId", sentence: "Sie können sich nicht selbst als Vertretung eintragen. Treten Sie den Fällen einzeln bei, oder wählen Sie jemand anderen." });
  else if (input.deputyId !== null && !facts.colleagueIds.includes(input.deputyId)) refusals.push({ code: "not-in-room", field: "deputyId", sentence: "Dieses Konto arbeitet nicht im Aktenbereich." });
  return decide(refusals, () => input);
}
