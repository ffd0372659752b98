import { addDays, addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { allRules, earliestDays, earliestDaysOfAll, type EarliestDays, factCatalogue, type FactInput, type Facts, getRule, readFacts, type Rule } from "../../rules/index.ts";

export type DayKind = "opens" | "closes" | "switch" | "ends";

export interface UpcomingDay {
  readonly rule: string;
  readonly kind: DayKind;
  readonly day: CalendarDay;
  /** what changes, by code: "ASYLBLG_3>ASYLBLG_2", the paper that ends, the outcome that opens, the condition that ends */
  readonly detail: string;
  /** false: the day stands, but questions are open */
  readonly isCertain: boolean;
}

/** The paper itself, beside the ids of the rules. */
export const PAPER = "AUFENTHALT";
/** Kept so far ahead: the page looks at twelve months, a checklist begins nine before, and every night looks again. */
const MONTHS_AHEAD = 24;
/** § 104c is issued no more: what ends there is the paper, and that is told as such. */
const NOT_AHEAD = new Set(["AUFENTHG_104C_1", "AUFENTHG_104C_NF"]);
const LOOKED_AT: readonly Rule[] = allRules.filter((rule) => !NOT_AHEAD.has(rule.id));

/** The next day of each kind that each rule has for one person. Without a known paper only noise would come: then there is none. */
export function upcomingDaysOf(input: FactInput, today: CalendarDay): readonly UpcomingDay[] {
  const { facts } = readFacts(factCatalogue, { ...input, stay: prolonged(input["stay"], today) });
  const status = facts.get("status") ?? null;
  if (typeof status !== "string") return [];
  const born = input["birthDate"];
  const isMinor = typeof born === "string" && addMonths(born as CalendarDay, 12 * 18) > today;
  const last = addMonths(today, MONTHS_AHEAD);
  const isAhead = (day: CalendarDay | null): day is CalendarDay => day !== null && day > today && day <= last;
  const days: UpcomingDay[] = paperDays(input, isAhead, today);
  for (const told of earliestDaysOfAll(LOOKED_AT, facts as Facts, today)) days.push(...(told.rule === "RECHTSKREIS" ? switchDays(told, { facts, today, isMinor }, isAhead) : windowDays(told, isAhead).filter((day) => day.isCertain || isWorthAsking(day.rule, status))));
  // what closes with the paper is told by the paper's own end
  const afterPaper = new Set(days.filter((day) => day.kind === "ends").map((day) => addDays(day.day, 1)));
  return days.filter((day) => day.kind !== "closes" || !afterPaper.has(day.day));
}

/**
 * A paper that is prolonged again and again would close every window on its last day, and none would ever open: what lies ahead is
 * reckoned as if it were prolonged. § 104c is not, by law. That the paper itself ends is told beside it.
 */
function prolonged(stay: unknown, today: CalendarDay): unknown {
  if (!Array.isArray(stay)) return stay;
  const papers = stay as readonly Record<string, unknown>[];
  const last = papers.reduce<Record<string, unknown> | undefined>((latest, paper) => (latest === undefined || String(paper["from"]) > String(latest["from"]) ? paper : latest), undefined);
  const isHeld = last !== undefined && typeof last["to"] === "string" && last["to"] >= today && last["basis"] !== "AE_104C";
  return isHeld ? [...papers.filter((paper) => paper !== last), { ...last, to: null }] : stay;
}

/** With questions open, a window is told only to whom the rule is made for: else everybody would have a window of everything. */
const ASKED_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/^AUFENTHG_(25A|25B|60C|60D|19D)/, /^(DULDUNG|AE_104C)/],
  [/^AUFENTHG_26_3$/, /^AE_25_[12]/],
  [/^AUFENTHG_26_4$/, /^AE_2[2-6]/],
  [/^(AUFENTHG_9_2|STAG_10_1)$/, /^(AE_(?!104C|24)|NE|FIKTION_81_4)/],
  [/^(INTEGRATIONSKURS|RECHTSKREIS)$/, /./],
];
const isWorthAsking = (rule: string, status: string): boolean => ASKED_OF.some(([of, held]) => of.test(rule) && held.test(status));

type Ahead = (day: CalendarDay | null) => day is CalendarDay;

function windowDays(told: EarliestDays, isAhead: Ahead): UpcomingDay[] {
  const { rule } = told;
  const days: UpcomingDay[] = [];
  const isCertain = told.metFrom !== null;
  const opens = told.metFrom ?? told.possibleFrom;
  if (isAhead(opens)) days.push({ rule, kind: "opens", day: opens, detail: told.segments.find((s) => s.from === opens)?.outcome ?? "", isCertain });
  const closes = told.closesOn;
  if (isAhead(closes)) days.push({ rule, kind: "closes", day: closes, detail: told.conditions.find((c) => c.endsOn === closes)?.id ?? "", isCertain });
  return days;
}

/** What is usual where nobody was asked: only to tell the day of a change, which then says that questions are open. */
const USUAL: Readonly<Record<string, boolean>> = {
  needy: true, ableToWork: true, permanentlyReduced: false, unaccompanied: false,
  protectionInOtherEuState: false, selfCausedObstacle: false, abusiveProlongation: false, edTreatment: true,
};

interface Told {
  readonly facts: ReadonlyMap<string, unknown>;
  readonly today: CalendarDay;
  readonly isMinor: boolean;
}

/** Who pays is open for nearly everybody of whom nobody said that they are in need; the day on which it changes is not. */
function switchDays(told: EarliestDays, { facts, today, isMinor }: Told, isAhead: Ahead): UpcomingDay[] {
  const isOpen = told.segments[0]?.outcome === "OFFEN";
  const [now, next] = isOpen ? usually(facts, today, isMinor).segments : told.segments;
  if (now === undefined || next === undefined || !isAhead(next.from) || now.outcome === next.outcome || now.outcome === "OFFEN") return [];
  return [{ rule: told.rule, kind: "switch", day: next.from, detail: `${now.outcome}>${next.outcome}`, isCertain: !isOpen && next.outcome !== "OFFEN" }];
}

function usually(facts: ReadonlyMap<string, unknown>, today: CalendarDay, isMinor: boolean): EarliestDays {
  const assumed = new Map(facts);
  // a child lives with its parents
  const usual = { ...USUAL, inHouseholdWithEligibleParent: isMinor };
  for (const [key, value] of Object.entries(usual)) if ((facts.get(key) ?? null) === null) assumed.set(key, value);
  return earliestDays(getRule("RECHTSKREIS"), assumed as unknown as Facts, today);
}

/** The last day of the paper held today; one that was prolonged already ends when the last of the same kind does. */
function paperDays(input: FactInput, isAhead: Ahead, today: CalendarDay): UpcomingDay[] {
  const stay = Array.isArray(input["stay"]) ? (input["stay"] as readonly Record<string, unknown>[]) : [];
  const held = stay.filter((paper) => typeof paper["from"] === "string" && paper["from"] <= today && typeof paper["to"] === "string" && paper["to"] >= today);
  const ends = held.map((paper) => paper["to"] as CalendarDay).toSorted().at(-1) ?? null;
  if (!isAhead(ends)) return [];
  const goesOn = stay.some((paper) => typeof paper["from"] === "string" && paper["from"] > today && paper["from"] <= addDays(ends, 1));
  return goesOn ? [] : [{ rule: PAPER, kind: "ends", day: ends, detail: codeOf(held.at(-1)?.["basis"]), isCertain: true }];
}

const codeOf = (basis: unknown): string => (typeof basis === "string" && /^[A-Z0-9_]{1,80}$/.test(basis) ? basis : "");
