import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { unknownAreas } from "../verdict.ts";

export interface FollowUpInput {
  readonly title: string;
  readonly dueOn: CalendarDay;
  /** null: whoever asks */
  readonly ownerId: string | null;
  readonly lifeAreas: readonly string[];
}

export interface FollowUpFacts {
  readonly today: CalendarDay;
  readonly me: string;
  /** who can open the case: nobody else could ever do it */
  readonly readerIds: readonly string[];
  readonly lifeAreas: readonly string[];
  readonly dueBefore?: CalendarDay;
}

export function decideFollowUp(input: FollowUpInput, facts: FollowUpFacts): Decision<FollowUpInput & { ownerId: string }> {
  const refusals: Refusal[] = [...unknownAreas(input.lifeAreas, facts.lifeAreas)];
  const owner = input.ownerId ?? facts.me;
  if (input.title === "") refusals.push({ code: "follow-up-without-title", field: "title", sentence: "Schreiben Sie, was zu tun ist." });
  if (input.dueOn < facts.today && input.dueOn !== facts.dueBefore) refusals.push({ code: "due-in-the-past", field: "dueOn", sentence: "Dieser Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag." });
  if (!facts.readerIds.includes(owner)) refusals.push({ code: "owner-not-on-team", field: "ownerId", sentence: "Erledigen kann das nur, wer zum Fallteam gehört." });
  return decide(refusals, () => ({ ...input, ownerId: owner }));
}
