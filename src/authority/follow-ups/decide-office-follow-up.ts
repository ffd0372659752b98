import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

export interface OfficeFollowUpInput {
  readonly title: string;
  readonly dueOn: CalendarDay;
  /** null: whoever asks */
  readonly ownerId: string | null;
}
export interface OfficeFollowUpFacts {
  readonly today: CalendarDay;
  readonly me: string;
  readonly officerIds: readonly string[];
  /** an old day may stay where only the words change */
  readonly dueBefore?: CalendarDay;
}

export function decideOfficeFollowUp(input: OfficeFollowUpInput, facts: OfficeFollowUpFacts): Decision<OfficeFollowUpInput & { readonly ownerId: string }> {
  const refusals: Refusal[] = [];
  const ownerId = input.ownerId ?? facts.me;
  if (input.title === "") refusals.push({ code: "follow-up-without-title", field: "title", sentence: "Schreiben Sie, was zu tun ist." });
  if (input.dueOn < facts.today && input.dueOn !== facts.dueBefore) refusals.push({ code: "due-in-the-past", field: "dueOn", sentence: "Dieser Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag." });
  if (!facts.officerIds.includes(ownerId)) refusals.push({ code: "owner-not-here", field: "ownerId", sentence: "Wählen Sie jemanden, der in diesem Aktenbereich arbeitet." });
  return decide(refusals, () => ({ ...input, ownerId }));
}
