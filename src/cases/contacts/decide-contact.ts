import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { ContactKind, Interpreting } from "../case-words.ts";
import { unknownAreas } from "../verdict.ts";

export interface ContactInput {
  readonly kind: ContactKind;
  readonly happenedOn: CalendarDay;
  readonly happenedAt: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly language: string;
  readonly interpreting: Interpreting;
  readonly lifeAreas: readonly string[];
  readonly text: string;
  readonly isEntrusted: boolean;
  /** whom of the case it concerned; none means the case as a whole */
  readonly personIds: readonly string[];
}

export interface ContactFacts {
  readonly today: CalendarDay;
  readonly lifeAreas: readonly string[];
  readonly personIds: readonly string[];
}

export function decideContact(input: ContactInput, facts: ContactFacts): Decision<ContactInput> {
  const refusals: Refusal[] = [];
  if (input.text === "" && input.kind !== "no_show") refusals.push({ code: "contact-without-text", field: "text", sentence: "Schreiben Sie, was besprochen wurde. Ein Satz genügt." });
  if (input.happenedOn > facts.today)
    refusals.push({ code: "contact-in-the-future", field: "happenedOn", sentence: "Dieser Tag liegt in der Zukunft. Für etwas, das noch kommt, legen Sie eine Wiedervorlage an." });
  refusals.push(...unknownAreas(input.lifeAreas, facts.lifeAreas));
  if (!input.personIds.every((id) => facts.personIds.includes(id)))
    refusals.push({ code: "person-not-of-the-case", field: "personIds", sentence: "Diese Person gehört nicht zum Fall. Nehmen Sie sie zuerst in den Fall auf." });
  return decide(refusals, () => input);
}

const UNDO_HOURS = 24;

export interface WithdrawalFacts {
  readonly isAuthor: boolean;
  readonly createdAt: Date;
  readonly now: Date;
}

/** Taking back is undoing: its author's alone, and within a day. Later there is only correcting. */
export function decideWithdrawal(facts: WithdrawalFacts): Decision<true> {
  const refusals: Refusal[] = [];
  if (!facts.isAuthor) refusals.push({ code: "not-the-author", sentence: "Zurückziehen kann einen Eintrag nur, wer ihn geschrieben hat. Sie können ihn berichtigen." });
  if (facts.now.getTime() - facts.createdAt.getTime() > UNDO_HOURS * 3_600_000)
    refusals.push({ code: "too-late-to-withdraw", sentence: `Zurückziehen geht nur in den ersten ${UNDO_HOURS} Stunden. Sie können den Eintrag berichtigen.` });
  return decide(refusals, () => true as const);
}
