import { addDays, addMonths, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { holidaysOf } from "../../kernel/holidays-nrw.ts";

export type MadeKnown = "post" | "registered" | "pzu" | "handed_over" | "electronic";
export type Law = "administrative" | "social" | "asylum";
export type Remedy = "objection" | "court";
export type Instruction = "given" | "missing" | "wrong";
export type Period = "one_month" | "two_weeks" | "one_week";

export interface NoticeFacts {
  readonly issuedOn: CalendarDay;
  readonly madeKnown: MadeKnown;
  /** posted, sent, put into the letter box with a certificate, or handed over; null: the day of the notice is taken */
  readonly madeKnownOn: CalendarDay | null;
  /** where it came later than the law supposes */
  readonly arrivedOn: CalendarDay | null;
  readonly law: Law;
  readonly remedy: Remedy;
  readonly instruction: Instruction;
  readonly period: Period;
}

export interface LimitStep {
  readonly what: string;
  readonly day: CalendarDay;
  readonly norm: string;
}
export interface TimeLimit {
  /** the day on which the notice counts as made known; it is not counted itself */
  readonly knownOn: CalendarDay;
  /** the last day on which the remedy may arrive */
  readonly dueOn: CalendarDay;
  /** the end of the short limit: where the instruction seems to be missing or wrong, only this day is beyond dispute */
  readonly safeOn: CalendarDay;
  readonly steps: readonly LimitStep[];
  /** what the computation cannot know, and what is easily overlooked */
  readonly cautions: readonly string[];
}

/** Until when something can be done against a notice, step by step. Where the law is read in two ways, the earlier day is taken. */
export function decideTimeLimit(facts: NoticeFacts): TimeLimit {
  const known = knownStep(facts);
  const last = lastDay(facts, known.day);
  const due = workingDayFrom(last.day);
  const steps: LimitStep[] = [
    startStep(facts),
    known,
    { what: "Die Frist beginnt am Tag danach; der Tag der Bekanntgabe zählt nicht mit.", day: addDays(known.day, 1), norm: facts.law === "social" ? "§ 64 Abs. 1 SGG" : `${MACHINERY[facts.law]}, § 187 Abs. 1 BGB` },
    last,
  ];
  if (due !== last.day) steps.push({ what: `Das ist ${dayName(last.day)}: Die Frist endet mit dem nächsten Werktag.`, day: due, norm: facts.law === "social" ? "§ 64 Abs. 3 SGG" : facts.remedy === "objection" ? "§ 31 Abs. 3 VwVfG NRW, § 193 BGB" : "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO" });
  const safe = workingDayFrom(lastDay({ ...facts, instruction: "given" }, known.day).day);
  return { knownOn: known.day, dueOn: due, safeOn: safe, steps, cautions: cautionsOf(facts) };
}

const MACHINERY = { administrative: "§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO", asylum: "§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO" } as const;
const STARTS: Readonly<Record<MadeKnown, string>> = {
  post: "zur Post gegeben", registered: "als Einschreiben zur Post gegeben", pzu: "zugestellt (Tag auf dem Umschlag)", handed_over: "übergeben", electronic: "elektronisch abgesendet",
};

function startStep({ madeKnown, madeKnownOn, issuedOn }: NoticeFacts): LimitStep {
  const day = madeKnownOn ?? issuedOn;
  return { what: madeKnownOn === null ? `Bescheid vom ${germanDay(issuedOn)}. Wann er ${STARTS[madeKnown]} wurde, ist nicht bekannt: gerechnet wird ab dem Datum des Bescheids.` : `Bescheid vom ${germanDay(issuedOn)}, ${STARTS[madeKnown]} am ${germanDay(day)}.`, day, norm: "" };
}

/** Since the first of January 2025 the post is given four days: PostModG for the Bund, GV. NRW. 2024 S. 1184 for the Land. */
const FOUR_DAYS_SINCE = "2025-01-01" as CalendarDay;
const SUPPOSED: Readonly<Record<Law, Readonly<Record<"post" | "registered" | "electronic", string>>>> = {
  administrative: { post: "§ 41 Abs. 2 Satz 1 VwVfG NRW", registered: "§ 4 Abs. 2 LZG NRW", electronic: "§ 41 Abs. 2 Satz 2 VwVfG NRW" },
  social: { post: "§ 37 Abs. 2 Satz 1 SGB X", registered: "§ 65 Abs. 2 SGB X, § 4 Abs. 2 LZG NRW", electronic: "§ 37 Abs. 2 Satz 2 SGB X" },
  asylum: { post: "§ 41 Abs. 2 Satz 1 VwVfG", registered: "§ 4 Abs. 2 VwZG", electronic: "§ 41 Abs. 2 Satz 2 VwVfG" },
};
const ON_THE_DAY: Readonly<Record<"pzu" | "handed_over", Readonly<Record<Law, string>>>> = {
  pzu: { administrative: "§ 3 LZG NRW, §§ 177–182 ZPO", social: "§ 65 SGB X, § 3 LZG NRW, §§ 177–182 ZPO", asylum: "§ 3 VwZG, §§ 177–182 ZPO" },
  handed_over: { administrative: "§ 41 Abs. 1 VwVfG NRW", social: "§ 37 Abs. 1 SGB X", asylum: "§ 41 Abs. 1 VwVfG" },
};

function knownStep(facts: NoticeFacts): LimitStep {
  const { madeKnown, law, arrivedOn } = facts;
  const from = facts.madeKnownOn ?? facts.issuedOn;
  if (madeKnown === "pzu" || madeKnown === "handed_over") return { what: "Bekannt gegeben an diesem Tag.", day: from, norm: ON_THE_DAY[madeKnown][law] };
  const days = from < FOUR_DAYS_SINCE ? 3 : 4;
  const supposed = addDays(from, days);
  const norm = SUPPOSED[law][madeKnown];
  if (arrivedOn !== null && arrivedOn > supposed) return { what: `Bekannt gegeben an dem Tag, an dem er wirklich ankam: später, als das Gesetz vermutet (${germanDay(supposed)}). Im Zweifel muss die Behörde den Zugang nachweisen.`, day: arrivedOn, norm };
  const weekend = isWorkingDayOfLaw(supposed) ? "" : ` Dass das ${dayName(supposed)} ist, ändert daran nichts (vorsichtig gerechnet).`;
  return { what: `Gilt am ${days === 4 ? "vierten" : "dritten"} Tag danach als bekannt gegeben${arrivedOn === null ? "" : ", auch wenn er früher ankam"}.${weekend}`, day: supposed, norm: days === 3 ? `${norm} (bis 31.12.2024)` : norm };
}

const PERIODS: Readonly<Record<Period | "one_year", string>> = { one_month: "Ein Monat", two_weeks: "Zwei Wochen", one_week: "Eine Woche", one_year: "Ein Jahr" };

function lastDay(facts: NoticeFacts, known: CalendarDay): LimitStep {
  const isLong = facts.instruction !== "given";
  const period = isLong ? "one_year" : facts.period;
  // a month ends on the day of the same number, or where the month has none on its last (§ 188 Abs. 2 and 3 BGB)
  const day = period === "one_year" ? addMonths(known, 12) : period === "one_month" ? addMonths(known, 1) : addDays(known, period === "two_weeks" ? 14 : 7);
  const why = isLong ? `, weil die Rechtsbehelfsbelehrung ${facts.instruction === "missing" ? "fehlt" : "falsch ist"}` : "";
  const counted = facts.law === "social" ? "§ 64 Abs. 2 SGG" : "§ 188 Abs. 2 und 3 BGB";
  return { what: `${PERIODS[period]}${why}: ${facts.remedy === "objection" ? "Widerspruch" : "Klage"}.`, day, norm: `${isLong ? longNorm(facts) : shortNorm(facts)}; ${counted}` };
}
const shortNorm = ({ law, remedy }: NoticeFacts): string =>
  law === "asylum" ? "§ 74 Abs. 1 AsylG" : law === "social" ? (remedy === "objection" ? "§ 84 Abs. 1 SGG" : "§ 87 Abs. 1 SGG") : remedy === "objection" ? "§ 70 Abs. 1 VwGO" : "§ 74 Abs. 1 VwGO";
const longNorm = ({ law, remedy }: NoticeFacts): string =>
  law === "social" ? (remedy === "objection" ? "§ 84 Abs. 2, § 66 Abs. 2 SGG" : "§ 66 Abs. 2 SGG") : remedy === "objection" ? "§ 70 Abs. 2, § 58 Abs. 2 VwGO" : "§ 58 Abs. 2 VwGO";

function cautionsOf(facts: NoticeFacts): string[] {
  const { law, remedy, instruction, period, madeKnown, madeKnownOn, arrivedOn } = facts;
  const said: string[] = [];
  if (law === "administrative" && remedy === "objection") said.push("In Nordrhein-Westfalen gibt es den Widerspruch meist nicht mehr (§ 110 JustG NRW). Steht in der Belehrung „Klage“, wählen Sie Klage: Ein Widerspruch wahrt deren Frist nicht.");
  if (law === "asylum") said.push("Die Klage hält eine Abschiebung nicht immer auf. Bei einer Frist von einer Woche muss auch der Eilantrag in dieser Woche beim Gericht sein (§ 34a Abs. 2, § 36 Abs. 3 AsylG). Seit dem 12.06.2026 gilt die Verordnung (EU) 2024/1348: Maßgeblich ist die Belehrung. Sofort zur Rechtsberatung.");
  if (law === "asylum" && period === "two_weeks" && instruction === "given") said.push("Prüfen Sie in der Belehrung, ob dort nicht eine Woche steht.");
  if (instruction !== "given") said.push("Ob die Belehrung wirklich fehlt oder falsch ist, entscheidet am Ende ein Gericht. Sicher ist nur die kurze Frist; daran richtet sich die Wiedervorlage.");
  if (madeKnown === "post" && madeKnownOn === null && arrivedOn === null) said.push("Heben Sie den Umschlag auf: Der Poststempel beweist, wann der Bescheid zur Post ging.");
  if (arrivedOn !== null && madeKnown !== "pzu" && madeKnown !== "handed_over") said.push("Schreiben Sie auf, woran man den späteren Zugang sieht (Umschlag, Zeugen, Sendungsverfolgung).");
  said.push("Am letzten Tag muss das Schreiben bei der Behörde oder beim Gericht angekommen sein. Abschicken genügt nicht, eine einfache E-Mail auch nicht.");
  return said;
}

const weekdayOf = (day: CalendarDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();
/** For the end of a time limit a Saturday is none (§ 193 BGB), though it is a Werktag otherwise. */
const isWorkingDayOfLaw = (day: CalendarDay): boolean => weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !holidaysOf(Number(day.slice(0, 4))).includes(day);

function workingDayFrom(day: CalendarDay): CalendarDay {
  let on = day;
  while (!isWorkingDayOfLaw(on)) on = addDays(on, 1);
  return on;
}

const dayName = (day: CalendarDay): string => {
  const weekday = ["ein Sonntag", "", "", "", "", "", "ein Samstag"][weekdayOf(day)]!;
  const said = weekday === "" ? "ein Feiertag in Nordrhein-Westfalen" : weekday;
  return said;
};
