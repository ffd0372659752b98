import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { unknownAreas } from "../verdict.ts";

export interface OpeningInput {
  readonly personIds: readonly string[];
  readonly mainPersonId: string | null;
  readonly leadId: string | null;
  readonly openedOn: CalendarDay;
  readonly phase: "enquiry" | "clearing";
  readonly accessRoute: string;
  readonly lifeAreas: readonly string[];
  /** the Kurzberatung that it comes from */
  readonly adviceId: string | null;
}

export interface OpeningFacts {
  readonly today: CalendarDay;
  readonly me: string;
  /** may name somebody else as lead */
  readonly mayAssign: boolean;
  readonly colleagueIds: readonly string[];
  readonly lifeAreas: readonly string[];
  /** persons that the reader may take into a case */
  readonly attachableIds: readonly string[];
}

export interface DecidedOpening extends OpeningInput {
  readonly mainPersonId: string;
  readonly leadId: string;
}

/** Whoever opens a case leads it; a team lead (or intake) names who does. */
export function decideOpening(input: OpeningInput, facts: OpeningFacts): Decision<DecidedOpening> {
  const refusals: Refusal[] = [];
  const main = input.mainPersonId ?? (input.personIds.length === 1 ? input.personIds[0]! : null);
  const lead = input.leadId ?? facts.me;
  if (input.personIds.length === 0) refusals.push({ code: "case-without-person", field: "personIds", sentence: "Wählen Sie mindestens eine Person. Ein Gespräch ohne Person ist eine Kurzberatung." });
  else if (main === null || !input.personIds.includes(main)) refusals.push({ code: "case-without-main-person", field: "mainPersonId", sentence: "Wählen Sie, wer im Fall die Hauptperson ist." });
  if (!input.personIds.every((id) => facts.attachableIds.includes(id)))
    refusals.push({ code: "person-not-available", field: "personIds", sentence: "Diese Person können Sie nicht in einen Fall aufnehmen. Fragen Sie die Teamleitung, ob es schon einen Fall gibt." });
  if (lead !== facts.me && !facts.mayAssign) refusals.push({ code: "names-another-lead", field: "leadId", sentence: "Eine andere Leitung benennt nur die Teamleitung." });
  else if (!facts.colleagueIds.includes(lead)) refusals.push({ code: "lead-not-in-room", field: "leadId", sentence: "Wählen Sie, wer den Fall leitet." });
  if (input.openedOn > facts.today) refusals.push({ code: "opened-in-the-future", field: "openedOn", sentence: "Der Beginn liegt in der Zukunft." });
  refusals.push(...unknownAreas(input.lifeAreas, facts.lifeAreas));
  return decide(refusals, () => ({ ...input, mainPersonId: main!, leadId: lead }));
}
