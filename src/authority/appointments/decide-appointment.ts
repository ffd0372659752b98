import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { Purpose } from "../office-words.ts";

export interface AppointmentInput {
  readonly on: CalendarDay;
  readonly time: string | null;
  readonly place: string;
  readonly purpose: Purpose;
  readonly needsInterpreter: boolean;
  readonly ownerId: string | null;
}
export interface AppointmentFacts {
  readonly today: CalendarDay;
  readonly me: string;
  readonly officerIds: readonly string[];
  /** what is past may be corrected where it stood there before */
  readonly dayBefore?: CalendarDay;
}

export function decideAppointment(input: AppointmentInput, facts: AppointmentFacts): Decision<AppointmentInput & { readonly time: string; readonly ownerId: string }> {
  const refusals: Refusal[] = [];
  const ownerId = input.ownerId ?? facts.me;
  if (input.on < facts.today && input.on !== facts.dayBefore) refusals.push({ code: "day-is-past", field: "on", sentence: "Dieser Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag." });
  if (input.time === null) refusals.push({ code: "time-missing", field: "time", sentence: "Geben Sie die Uhrzeit an, zum Beispiel 14:30." });
  if (input.place === "") refusals.push({ code: "place-missing", field: "place", sentence: "Geben Sie den Raum oder Ort an." });
  if (!facts.officerIds.includes(ownerId)) refusals.push({ code: "owner-not-here", field: "ownerId", sentence: "Wählen Sie jemanden, der in diesem Aktenbereich arbeitet." });
  return decide(refusals, () => ({ ...input, time: input.time!, ownerId }));
}
