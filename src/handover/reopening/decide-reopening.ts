import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

export interface ReopeningInput {
  readonly note: string;
  /** null: whoever led goes on */
  readonly leadId: string | null;
  readonly goalIds: readonly string[];
  /** who stays in the team; null: nobody was asked, all stay */
  readonly teamIds: readonly string[] | null;
}
export interface ReopeningFacts {
  readonly isEnded: boolean;
  readonly closedGoalIds: readonly string[];
  readonly colleagueIds: readonly string[];
  readonly teamIds: readonly string[];
}

export function decideReopening(input: ReopeningInput, facts: ReopeningFacts): Decision<ReopeningInput> {
  const refusals: Refusal[] = [];
  if (!facts.isEnded) refusals.push({ code: "not-closed", sentence: "Der Fall ist nicht abgeschlossen." });
  if (input.goalIds.some((id) => !facts.closedGoalIds.includes(id))) refusals.push({ code: "goal-not-closed", field: "goalIds", sentence: "Ein Ziel hat sich inzwischen geändert. Laden Sie die Seite neu." });
  if (input.leadId !== null && !facts.colleagueIds.includes(input.leadId)) refusals.push({ code: "not-in-room", field: "leadId", sentence: "Dieses Konto arbeitet nicht im Aktenbereich. Wählen Sie jemanden aus der Liste." });
  if (input.teamIds !== null && input.teamIds.some((id) => !facts.teamIds.includes(id))) refusals.push({ code: "not-on-team", field: "teamIds", sentence: "Jemand gehört nicht mehr zum Fallteam. Laden Sie die Seite neu." });
  return decide(refusals, () => input);
}
