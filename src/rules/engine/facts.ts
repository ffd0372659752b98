import { parseDayNumber } from "./day-number.ts";

/** A fact as it stands in a file or a form. `null`: not known. A missing key: not at issue. */
export type FactValue = string | number | boolean | null | readonly FactRecord[];
export interface FactRecord {
  readonly [key: string]: string | number | boolean | null;
}
export type FactInput = Readonly<Record<string, unknown>>;

/** A fact after reading: days are numbers. */
export type Fact = string | number | boolean | null | readonly ListItem[];
export type ListItem = Readonly<Record<string, string | number | boolean | null>>;
/** All that the rules need of a map of facts. */
export interface Facts {
  get(key: string): Fact | undefined;
}

/** An id of a status or title; nothing where the fact is of another kind. */
export const wordOf = (fact: Fact | undefined): string => (typeof fact === "string" ? fact : "");

export type FactType = "boolean" | "number" | "date" | "enum" | "list";
/** How a count moves while nothing else happens. */
export type Growth = "months" | "years";

export interface FactSpec {
  readonly key: string;
  readonly type: FactType;
  /** the question, in German, "Sie" */
  readonly label: string;
  readonly values?: readonly string[];
  /** further values than the listed may be given: titles and statuses, of which there are many */
  readonly open?: true;
  /** some examples write a yes or no where another names the benefit */
  readonly alsoBoolean?: true;
  readonly growth?: Growth;
  readonly items?: readonly FactSpec[];
  /** may hurt the person where a public body knows it (§ 87 AufenthG): the person's to give, never asked for first */
  readonly adverse?: true;
}

export class FactsRefused extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join("; "));
    this.problems = problems;
  }
}

function readScalar(spec: FactSpec, value: unknown, path: string, problems: string[]): string | number | boolean | null {
  if (value === null) return null;
  const refuse = (expected: string): null => {
    problems.push(`${path}: ${expected} expected, got ${JSON.stringify(value)?.slice(0, 60) ?? typeof value}`);
    return null;
  };
  if (spec.type === "boolean") return typeof value === "boolean" ? value : refuse("true, false or null");
  if (spec.type === "number") return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : refuse("a number of at least 0 or null");
  if (spec.type === "date") return (typeof value === "string" ? parseDayNumber(value) : null) ?? refuse("a day as YYYY-MM-DD or null");
  if (spec.alsoBoolean && typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return refuse("a word or null");
  if (spec.open || spec.values === undefined || spec.values.includes(value)) return value;
  return refuse(`one of ${spec.values.join(", ")} or null`);
}

function readItem(spec: FactSpec, item: unknown, path: string, problems: string[]): ListItem {
  const read: Record<string, string | number | boolean | null> = {};
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.push(`${path}: an object expected`);
    return read;
  }
  for (const [key, value] of Object.entries(item)) {
    const inner = spec.items?.find((candidate) => candidate.key === key);
    if (inner !== undefined) read[key] = readScalar(inner, value, `${path}.${key}`, problems);
  }
  const [from, to] = [read["from"], read["to"]];
  if (typeof from === "number" && typeof to === "number" && to < from) problems.push(`${path}: ends before it begins`);
  return read;
}

export interface ReadFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  /** keys that no rule knows */
  readonly ignored: readonly string[];
}

/** Reads facts by the catalogue; throws FactsRefused with every problem at once. */
export function readFacts(catalogue: ReadonlyMap<string, FactSpec>, input: FactInput): ReadFacts {
  const problems: string[] = [];
  const ignored: string[] = [];
  const facts = new Map<string, Fact>();
  for (const [key, value] of Object.entries(input)) {
    const spec = catalogue.get(key);
    if (value === undefined) continue;
    if (spec === undefined) ignored.push(key);
    else if (spec.type !== "list" || value === null) facts.set(key, readScalar(spec, value, key, problems));
    else if (!Array.isArray(value)) problems.push(`${key}: a list or null expected`);
    else facts.set(key, value.map((item, index) => readItem(spec, item, `${key}[${index}]`, problems)));
  }
  if (problems.length > 0) throw new FactsRefused(problems);
  return { facts, ignored };
}

