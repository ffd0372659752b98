import { type CalendarDay, yearsBetween } from "../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../kernel/refusal.ts";
import { parseDay } from "./parse-fact.ts";
import { type PartialDate, readPartialDate } from "./partial-date.ts";
import { type Gender, GENDERS } from "./person.ts";

/** As typed or sent. A date as text in any way people write it, or as it was read already. */
export interface RawScalars {
  readonly birth?: string | PartialDate | null | undefined;
  /** 1 January is really the day of birth */
  readonly birthConfirmed?: boolean | string | undefined;
  readonly gender?: string | undefined;
  readonly entry?: string | PartialDate | null | undefined;
  readonly diedOn?: string | null | undefined;
}
export interface Scalars {
  readonly birth: PartialDate | null;
  readonly birthPlaceholder: boolean;
  readonly gender: Gender;
  readonly entry: PartialDate | null;
  readonly diedOn: CalendarDay | null;
}

function readDate(field: string, label: string, raw: string | PartialDate | null | undefined, today: CalendarDay, refusals: Refusal[]): PartialDate | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === "object") return raw;
  if (raw.trim() === "") return null;
  const read = readPartialDate(raw, today);
  if (read === null) {
    refusals.push({ code: "no-such-day", field, sentence: `„${raw.trim().slice(0, 40)}“ bei „${label}“ ist kein Datum im Kalender. Geben Sie den Tag ein (12.03.1992), nur Monat und Jahr (03/1992), nur das Jahr (1992) oder geschätzt (ca. 1992).` });
  }
  return read;
}

const lastPossible = ({ on, precision }: PartialDate): string => (precision === "day" ? on : precision === "month" ? `${on.slice(0, 7)}-31` : `${on.slice(0, 4)}-12-31`);

/** Checks the single values of a person; all that is wrong at once. */
export function decideScalars(raw: RawScalars, today: CalendarDay): Decision<Scalars> {
  const refusals: Refusal[] = [];
  const birth = readDate("birth", "Geburtsdatum", raw.birth, today, refusals);
  const entry = readDate("entry", "Einreise", raw.entry, today, refusals);
  const died = parseDay("diedOn", "Verstorben am", raw.diedOn ?? "", today);
  const diedOn = "value" in died ? died.value : (refusals.push(died.refusal), null);
  const gender = raw.gender === undefined || raw.gender === "" ? "unknown" : raw.gender;
  if (!Object.hasOwn(GENDERS, gender)) refusals.push({ code: "unknown-choice", field: "gender", sentence: "Dieses Geschlecht gibt es in der Auswahl nicht." });
  if (birth !== null && birth.on > today) refusals.push({ code: "birth-in-future", field: "birth", sentence: "Das Geburtsdatum liegt in der Zukunft. Prüfen Sie das Jahr." });
  if (birth !== null && birth.on <= today && yearsBetween(birth.on, today) > 120) refusals.push({ code: "birth-too-long-ago", field: "birth", sentence: "Das Geburtsdatum liegt mehr als 120 Jahre zurück. Prüfen Sie das Jahr." });
  if (entry !== null && entry.on > today) refusals.push({ code: "entry-in-future", field: "entry", sentence: "Die Einreise liegt in der Zukunft. Prüfen Sie das Datum." });
  if (birth !== null && entry !== null && birth.precision !== "estimated" && lastPossible(entry) < birth.on) refusals.push({ code: "entry-before-birth", field: "entry", sentence: "Die Einreise liegt vor der Geburt. Prüfen Sie beide Daten." });
  if (diedOn !== null && (diedOn > today || (birth !== null && diedOn < birth.on))) refusals.push({ code: "death-impossible", field: "diedOn", sentence: "Der Todestag liegt in der Zukunft oder vor der Geburt. Prüfen Sie das Datum." });
  const confirmed = raw.birthConfirmed === true || raw.birthConfirmed === "ja";
  const birthPlaceholder = birth !== null && birth.precision === "day" && birth.on.endsWith("-01-01") && !confirmed;
  return decide(refusals, () => ({ birth, birthPlaceholder, gender: gender as Gender, entry, diedOn }));
}
