import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import { decide, type Decision, type Refusal } from "../kernel/refusal.ts";
import type { AppointmentKind, PlaceKind } from "./appointment-words.ts";
import { instantOf } from "./local-time.ts";

export interface TimeInput {
  readonly on: CalendarDay;
  readonly from: string | null;
  /** absent: an hour */
  readonly until: string | null;
}
export interface DetailsInput {
  readonly kind: AppointmentKind;
  readonly personIds: readonly string[];
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly subject: string;
  readonly language: string;
  readonly withAccountId: string | null;
  readonly withOrganisationId: string | null;
  readonly wantsReminder: boolean;
  readonly isEntrusted: boolean;
  readonly isOnPortal: boolean;
}
export interface AppointmentFacts {
  readonly today: CalendarDay;
  readonly timeZone: string;
  readonly personIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly isEnded: boolean;
}
const ENDED: Refusal = { code: "case-ended", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn wieder auf, um Termine einzutragen." };
const HOUR_MS = 3_600_000;

export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}
export function decideTimes(input: TimeInput, facts: Pick<AppointmentFacts, "today" | "timeZone">): Decision<Times> {
  const refusals: Refusal[] = [];
  if (input.on < facts.today) refusals.push({ code: "day-is-past", field: "on", sentence: "Dieser Tag ist schon vorbei. Was war, halten Sie als Kontakt fest." });
  if (input.from === null) refusals.push({ code: "time-missing", field: "from", sentence: "Geben Sie die Uhrzeit ein, zum Beispiel 14:30." });
  const startsAt = input.from === null ? null : instantOf(input.on, input.from, facts.timeZone);
  if (input.from !== null && startsAt === null) refusals.push({ code: "no-such-time", field: "from", sentence: "Diese Uhrzeit gibt es an dem Tag nicht: In der Nacht wird die Uhr auf Sommerzeit vorgestellt." });
  const endsAt = startsAt === null ? null : input.until === null ? new Date(startsAt.getTime() + HOUR_MS) : instantOf(input.until <= input.from! && input.until < "04:00" ? addDays(input.on, 1) : input.on, input.until, facts.timeZone);
  if (startsAt !== null && (endsAt === null || endsAt <= startsAt)) refusals.push({ code: "ends-before-it-begins", field: "until", sentence: "Das Ende liegt nicht nach dem Beginn." });
  return decide(refusals, () => ({ startsAt: startsAt!, endsAt: endsAt! }));
}

export function decideDetails(input: DetailsInput, facts: AppointmentFacts): Decision<DetailsInput> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push(ENDED);
  if (input.personIds.length === 0) refusals.push({ code: "nobody-comes", field: "personIds", sentence: "Wählen Sie, wer zu dem Termin kommt." });
  else if (!input.personIds.every((id) => facts.personIds.includes(id))) refusals.push({ code: "person-not-of-the-case", field: "personIds", sentence: "Wählen Sie Personen des Falls." });
  if (input.placeKind === "address" && input.place === "") refusals.push({ code: "place-missing", field: "place", sentence: "Schreiben Sie, wo der Termin ist." });
  if (input.withAccountId !== null && !facts.accountIds.includes(input.withAccountId)) refusals.push({ code: "not-on-the-team", field: "withAccountId", sentence: "Wählen Sie jemanden aus dem Fallteam." });
  if (input.withOrganisationId !== null && !facts.organisationIds.includes(input.withOrganisationId)) refusals.push({ code: "unknown-office", field: "withOrganisationId", sentence: "Wählen Sie eine Stelle aus der Liste." });
  // what is entrusted stays in the team, so not on the person's page either, which may be read along
  return decide(refusals, () => ({ ...input, isOnPortal: input.isOnPortal && !input.isEntrusted }));
}

/** Days between asking and the appointment, where they are fewer than the interpreters need. */
export const shortLead = (askedOn: CalendarDay, happensOn: CalendarDay, leadDays: number): number | null => {
  const days = daysBetween(askedOn, happensOn);
  return days < leadDays ? Math.max(0, days) : null;
};

const LEAST_NOTICE_MS = 3 * HOUR_MS;
/** Ten o'clock so many days before; where that is over, now, unless it begins so soon that nobody reads it any more. */
export function reminderAt(startsAt: Date, startDay: CalendarDay, daysBefore: number, now: Date, timeZone: string): Date | null {
  const proposed = instantOf(addDays(startDay, -daysBefore), "10:00", timeZone)!;
  if (proposed > now) return proposed;
  return startsAt.getTime() - now.getTime() > LEAST_NOTICE_MS ? now : null;
}
