import { calendarDay, type CalendarDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { nearestName } from "../../nearest-name.ts";
import { allRules, type FactInput, FactsRefused, type Facts, type FactSpec, factCatalogue, factsOnDay, findRule, readFacts, type Rule } from "../../rules/index.ts";

/** What somebody asks of the rules, as it came. */
export interface RawQuestion {
  readonly facts: FactInput;
  readonly rules?: readonly string[] | undefined;
  readonly on?: string | undefined;
  readonly applicationDate?: string | undefined;
  readonly unmentioned?: "unknown" | "not_at_issue" | undefined;
  readonly earliestDays?: boolean | undefined;
  readonly paths?: boolean | undefined;
}
export interface Question {
  readonly rules: readonly Rule[];
  /** as told, without what follows from it */
  readonly told: Facts;
  /** as they are judged on the day */
  readonly facts: Facts;
  readonly on: CalendarDay;
  readonly earliestDays: boolean;
  readonly paths: boolean;
}

/** Histories longer than this are no history of a person. */
const MOST_ITEMS = 100;

/** Reads a question; whatever is wrong with it is refused at once, every fact by its name. */
export function readQuestion(raw: RawQuestion, today: CalendarDay): Decision<Question> {
  const on = dayOf(raw.on, today);
  const input = raw.applicationDate === undefined ? raw.facts : { ...raw.facts, applicationDate: raw.applicationDate };
  const { told, refusals } = readTold(input);
  const rules = [...new Set(raw.rules ?? allRules.map((rule) => rule.id))];
  const all: Refusal[] = [
    ...refusals,
    ...rules.flatMap((id) => (findRule(id) === undefined ? [unknownRule(id)] : [])),
    ...(on === null ? [{ code: "day-invalid", field: "on", sentence: "on: Erwartet wird ein Tag als JJJJ-MM-TT." }] : []),
  ];
  return decide(all, () => ({
    rules: rules.flatMap((id) => findRule(id) ?? []),
    told,
    facts: raw.unmentioned === "not_at_issue" ? told : factsOnDay(told, on!),
    on: on!,
    earliestDays: raw.earliestDays === true,
    paths: raw.paths === true,
  }));
}

const FIRST = calendarDay("1900-01-01");
const LAST = calendarDay("2199-12-31");

function dayOf(text: string | undefined, today: CalendarDay): CalendarDay | null {
  const day = text === undefined ? today : parseCalendarDay(text);
  return day !== null && day >= FIRST && day <= LAST ? day : null;
}

function readTold(input: FactInput): { readonly told: Facts; readonly refusals: readonly Refusal[] } {
  const tooLong = Object.entries(input).filter(([, value]) => Array.isArray(value) && value.length > MOST_ITEMS);
  if (tooLong.length > 0) return { told: new Map(), refusals: tooLong.map(([key]) => ({ code: "fact-too-long", field: `facts.${key}`, sentence: `${key}: Höchstens ${MOST_ITEMS} Einträge.` })) };
  const unknown = Object.keys(input).filter((key) => !factCatalogue.has(key)).map(unknownFact);
  try {
    return { told: readFacts(factCatalogue, input).facts, refusals: unknown };
  } catch (error) {
    if (!(error instanceof FactsRefused)) throw error;
    return { told: new Map(), refusals: [...unknown, ...error.problems.map(refusedFact)] };
  }
}

/** Not passed over: what is misspelt would else count as not told. */
function unknownFact(key: string): Refusal {
  const near = nearestName(key, [...factCatalogue.keys()]);
  return { code: "fact-unknown", field: `facts.${key}`, sentence: `${key}: Diese Angabe kennt keine Regel${near === null ? "" : `; gemeint ist vielleicht ${near}`}.` };
}
function unknownRule(id: string): Refusal {
  const near = nearestName(id, allRules.map((rule) => rule.id));
  return { code: "rule-unknown", field: "rules", sentence: `${id}: Diese Regel gibt es nicht${near === null ? "" : `; gemeint ist vielleicht ${near}`}.` };
}

/** A problem begins with the place: `stay[0].from: …`. */
function refusedFact(problem: string): Refusal {
  const path = problem.slice(0, problem.indexOf(":"));
  const [key = path, part] = path.split(/\[\d+\]\.?/);
  const spec = factCatalogue.get(key);
  const inner = part === undefined || part === "" ? spec : spec?.items?.find((item) => item.key === part);
  const sentence = problem.endsWith("ends before it begins") ? "Die Zeit endet, bevor sie beginnt." : `Erwartet wird ${expected(inner, path !== key && (part === undefined || part === ""))}.`;
  return { code: "fact-invalid", field: `facts.${path}`, sentence: `${path}: ${sentence}` };
}

function expected(spec: FactSpec | undefined, isItem: boolean): string {
  if (isItem) return "ein Eintrag der Liste als Objekt";
  if (spec === undefined || spec.type === "enum") return spec?.values === undefined || spec.open === true ? "ein Wort oder null" : `eines von ${spec.values.join(", ")} oder null`;
  return WORDS[spec.type];
}
const WORDS = { boolean: "true, false oder null", number: "eine Zahl ab 0 oder null", date: "ein Tag als JJJJ-MM-TT oder null", list: "eine Liste oder null" } as const;
