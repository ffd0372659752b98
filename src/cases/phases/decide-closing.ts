import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { ClosingReason, Handover } from "../case-words.ts";

export interface ClosingInput {
  readonly reason: ClosingReason;
  readonly handover: Handover;
  readonly handoverText: string;
  readonly closedOn: CalendarDay;
  /** what happens to follow-ups that are open; undecided, they are named first */
  readonly openFollowUps: "finish" | "keep" | null;
  /** the office of the regular system that goes on; null where none of the list does */
  readonly organisationId: string | null;
}

export interface ClosingFacts {
  readonly today: CalendarDay;
  readonly openedOn: CalendarDay;
  readonly isClosed: boolean;
  readonly openFollowUps: readonly { readonly title: string; readonly dueOn: CalendarDay }[];
}

export function decideClosing(input: ClosingInput, facts: ClosingFacts): Decision<ClosingInput> {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "already-closed", sentence: "Der Fall ist schon abgeschlossen." });
  if (input.closedOn > facts.today) refusals.push({ code: "closing-in-the-future", field: "closedOn", sentence: "Der Tag des Abschlusses liegt in der Zukunft." });
  if (input.closedOn < facts.openedOn) refusals.push({ code: "closing-before-opening", field: "closedOn", sentence: "Der Tag des Abschlusses liegt vor dem Beginn des Falls." });
  if (input.handover === "to_organisation" && input.handoverText === "" && input.organisationId === null)
    refusals.push({ code: "handover-to-whom", field: "handoverText", sentence: "Schreiben Sie, welche Stelle übernimmt und was vereinbart ist." });
  if (input.handover === "not_possible" && input.handoverText === "") refusals.push({ code: "handover-why-not", field: "handoverText", sentence: "Schreiben Sie kurz, warum eine Übergabe nicht möglich war." });
  if (facts.openFollowUps.length > 0 && input.openFollowUps === null) {
    const named = facts.openFollowUps.slice(0, 5).map((f) => `${f.title} (${germanDay(f.dueOn)})`).join(", ");
    const more = facts.openFollowUps.length > 5 ? ` und ${facts.openFollowUps.length - 5} weitere` : "";
    refusals.push({ code: "open-follow-ups", field: "openFollowUps", sentence: `Noch offen: ${named}${more}. Wählen Sie, was damit geschieht.` });
  }
  return decide(refusals, () => input);
}

export function decideReopening(facts: { readonly isEnded: boolean }): Decision<true> {
  return decide(facts.isEnded ? [] : [{ code: "not-closed", sentence: "Der Fall ist nicht abgeschlossen." }], () => true as const);
}
