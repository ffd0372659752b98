import { addDays, type CalendarDay } from "../../kernel/calendar-day.ts";
import { type ConditionState, type EarliestDays, earliestDaysOfAll, metadataOf, type Rule } from "../../rules/index.ts";
import topicsOfConditions from "../../../data/quick-check/topics.json" with { type: "json" };
import { factsOf, type PublicRule, rulesFor } from "./next-question.ts";
import { type Answers, type QuestionId, UNKNOWN } from "./questions.ts";

/** What a right comes to, in five words; none of them says that it is certain. */
export type Standing = "may_fit" | "open" | "later" | "not_now" | "no_fit";
export type Topic = "paper" | "time" | "age" | "school" | "living" | "german" | "test" | "pension" | "housing" | "identity" | "children";

export interface RightResult {
  readonly rule: PublicRule;
  readonly norm: string;
  readonly standing: Standing;
  /** an `OFFEN` or a consequence of the law, as the engine said it */
  readonly outcome: string;
  readonly met: readonly Topic[];
  readonly lacking: readonly Topic[];
  /** asked, and the person does not know */
  readonly unsure: readonly Topic[];
  /** conditions settled by the answers, of all */
  readonly settled: number;
  readonly conditions: number;
  /** `YYYY-MM`: by time alone, and only if all else fits then */
  readonly from: string | null;
  /** `YYYY-MM`: afterwards it no longer fits */
  readonly until: string | null;
  /** a threshold behind it rests on memory or a secondary source */
  readonly isUnverified: boolean;
}

const TOPICS = topicsOfConditions as Readonly<Record<string, string>>;
/** By which answers a topic is settled. */
const ANSWERED_BY: Readonly<Record<Topic, readonly QuestionId[]>> = {
  paper: ["paper"], time: ["since", "duldung_since", "title_since"], age: ["birth"], school: ["school"], living: ["living"], german: ["german"],
  test: ["test"], pension: ["pension"], housing: ["housing"], identity: ["passport"], children: ["children"],
};
const isTopic = (word: string): word is Topic => Object.hasOwn(ANSWERED_BY, word);
export const topicOf = (condition: string): Topic | "given" | "authority" | undefined => {
  const word = TOPICS[condition];
  return word === undefined || isTopic(word) || word === "given" || word === "authority" ? word : undefined;
};

const FAILING = new Set(["NEIN", "VERSAGT", "AUSGESCHLOSSEN", "ZULASSUNG_GESPERRT", "ZULASSUNG_ERMESSEN", "KEINE_FIKTION"]);

/** What the answers come to for every right that is asked about, the hopeful first. */
export function resultsOf(answers: Answers, today: CalendarDay): readonly RightResult[] {
  const rules = rulesFor(answers);
  const results = earliestDaysOfAll(rules, factsOf(answers, today), today).map((days, index) => resultOf(rules[index]!, days, answers, today));
  const rank: readonly Standing[] = ["may_fit", "open", "later", "not_now", "no_fit"];
  return results.toSorted((a, b) => rank.indexOf(a.standing) - rank.indexOf(b.standing));
}

function resultOf(rule: Rule, days: EarliestDays, answers: Answers, today: CalendarDay): RightResult {
  const [now] = days.segments;
  const outcome = now?.outcome ?? "OFFEN";
  const cannotChange = (now?.unmet ?? []).some((id) => ["paper", "age"].includes(topicOf(id) ?? ""));
  const inState = (...states: readonly ConditionState[]): readonly Topic[] => [...new Set(days.conditions.flatMap(({ id, state }) => (states.includes(state) ? (topicOf(id) ?? []) : [])))].filter(isTopic);
  const lacking = inState("unmet", "bridged");
  const unsure = inState("unknown").filter((topic) => isUnsettled(topic, answers));
  const fails = FAILING.has(outcome);
  const from = fails ? (days.possibleFrom?.slice(0, 7) ?? null) : null;
  // the day from which it no longer fits: the month of the day before is the last
  const closes = days.closesOn === null ? null : addDays(days.closesOn, -1).slice(0, 7);
  return {
    rule: rule.id as PublicRule,
    norm: rule.norm,
    outcome,
    standing: standingOf(fails, from, cannotChange, unsure.length > 0 || (outcome === "OFFEN" && days.conditions.length === 0)),
    met: inState("met").filter((topic) => !lacking.includes(topic) && !unsure.includes(topic)),
    lacking,
    unsure,
    settled: days.conditions.filter(({ state }) => state !== "unknown").length,
    conditions: days.conditions.length,
    from,
    until: closes !== null && days.possibleFrom !== null && closes >= today.slice(0, 7) ? closes : null,
    isUnverified: metadataOf(rule).parameters.some((one) => one.isUnverified && (one.inForceSince ?? "") <= today && (one.until ?? "9999") >= today),
  };
}

/** Asked and not known, or never asked. What is still open after an answer is for the authority to judge, and is no topic. */
const isUnsettled = (topic: Topic, answers: Answers): boolean => {
  const given = ANSWERED_BY[topic].map((id) => answers.get(id));
  return given.includes(UNKNOWN) || given.every((answer) => answer === undefined);
};

function standingOf(fails: boolean, from: string | null, cannotChange: boolean, isOpen: boolean): Standing {
  if (fails) return from !== null ? "later" : cannotChange ? "no_fit" : "not_now";
  return isOpen ? "open" : "may_fit";
}
