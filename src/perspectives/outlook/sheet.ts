import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { DocumentLanguage, OutlookSheet, Said } from "../../pdf/index.ts";
import { findRule, LAW_COMPARED_UNTIL } from "../../rules/index.ts";
import { topicOf, type Topic } from "../quick-check/check-result.ts";
import type { ConditionView, Outlook, RightView } from "./outlook.ts";
import { isBad, isGood, OUTCOMES, statusWords } from "./outlook-words.ts";
import { same, type Say, sayIn, sheetWords } from "./sheet-words.ts";

const MOST_RIGHTS = 5;
const MOST_STEPS = 5;

/**
 * The paper to take home: a summary in plain words, then the details in German. What holds only under reservation is counted and not
 * named: the sheet may lie on a table where others read it.
 */
export function sheetOf(outlook: Outlook, person: { readonly name: string }, language: DocumentLanguage, today: CalendarDay, reference: string): OutlookSheet {
  const say = sayIn(language);
  const rights = outlook.rights.filter((right) => nameOf(right.rule, say) !== null).slice(0, MOST_RIGHTS);
  return {
    language, reference,
    title: say((w) => w.title), notice: say((_w, check) => check.ui.notReviewed), intro: say((w) => w.intro),
    facts: factsOf(outlook, person.name, say),
    possible: say((w) => w.possible), noneYet: say((w) => w.noneYet),
    rights: rights.map((right) => ({ name: nameOf(right.rule, say)!, lines: linesOf(right, say, today) })),
    doNow: say((w) => w.doNow), steps: stepsFor(rights, outlook, say), closing: say((w) => `${w.askFirst} ${w.details}`),
    details: detailsOf(outlook, person.name, today),
  };
}

/** Rights that have a name in all nine languages; the others stand in the German part alone. */
function nameOf(rule: string, say: Say): Said | null {
  if (rule in sheetWords.de.rights) return say((w) => w.rights[rule as keyof typeof w.rights]);
  return say((_w, check) => (check.rights as Readonly<Record<string, { name: string }>>)[rule]?.name ?? "").de === "" ? null : say((_w, check) => (check.rights as Readonly<Record<string, { name: string }>>)[rule]?.name ?? "");
}

function factsOf(outlook: Outlook, name: string, say: Say): OutlookSheet["facts"] {
  const status = outlook.status === "" ? "–" : statusWords(outlook.status);
  const facts = [{ label: say((w) => w.paper), value: outlook.paperEnds === null ? same(`${name}: ${status}`) : withDay(same(`${name}: ${status}`), say((w) => w.paperUntil, { day: same(germanDay(outlook.paperEnds)) })) }];
  const next = outlook.days[0];
  if (next === undefined) return facts;
  const right = next.rule === null ? null : nameOf(next.rule, say);
  const closes = outlook.rights.some((one) => one.rule === next.rule && one.closesOn === next.day);
  if (next.rule !== null && right === null) return facts;
  return [...facts, { label: say((w) => w.nextDay), value: say((w) => (next.rule === null ? w.paperEnds : closes ? w.closes : w.opens), { day: same(germanDay(next.day)), ...(right === null ? {} : { right }) }) }];
}
const withDay = (status: Said, until: Said): Said => ({ de: `${status.de} ${until.de}`, other: `\u2068${status.other}\u2069 ${until.other}` });
const commaOf = (language: string): string => (language === "ar" || language === "prs" ? "، " : language === "ti" ? "፣ " : ", ");

const monthOf = (day: CalendarDay): Said => same(`${day.slice(5, 7)}/${day.slice(0, 4)}`);
const topicsIn = (right: RightView, states: readonly ConditionView["state"][]): readonly Topic[] =>
  [...new Set(right.conditions.filter((one) => states.includes(one.state)).map((one) => topicOf(one.id)).filter((topic): topic is Topic => topic !== undefined && topic !== "given" && topic !== "authority"))];

function linesOf(right: RightView, say: Say, today: CalendarDay): readonly Said[] {
  const outcome = right.outcome ?? "OFFEN";
  const standing = isGood(outcome) ? "may_fit" : !isBad(outcome) ? "open" : right.possibleFrom !== null ? "later" : "not_now";
  const lines: Said[] = [say((_w, check) => check.standing[standing])];
  const list = (label: "met" | "lacking" | "unsure", topics: readonly Topic[]): void => {
    if (topics.length > 0) lines.push(say((_w, check) => `${check.ui[label]}: ${topics.map((topic) => check.topics[topic]).join(commaOf(check.language))}`));
  };
  list("met", topicsIn(right, ["met"]));
  list("lacking", topicsIn(right, ["unmet"]));
  list("unsure", topicsIn(right, ["unknown"]));
  if (right.possibleFrom !== null && right.possibleFrom > today) lines.push(say((_w, check) => check.ui.from, { month: monthOf(right.possibleFrom) }));
  if (right.closesOn !== null) lines.push(say((_w, check) => check.ui.until, { month: monthOf(right.closesOn) }));
  return lines;
}

/** What helps most rights, in the words of everyday. */
function stepsFor(rights: readonly RightView[], outlook: Outlook, say: Say): readonly Said[] {
  const topics = [...new Set(rights.flatMap((right) => topicsIn(right, ["unmet"])))];
  const keys: (keyof typeof sheetWords.de.steps)[] = [...(outlook.paperEnds === null ? [] : (["paper"] as const)), ...topics.filter((topic) => topic !== "paper")];
  if (rights.some((right) => right.outcome !== null && isGood(right.outcome) && right.group !== "kurs")) keys.push("apply");
  if (outlook.missing.length > 0) keys.push("facts");
  return [...new Set(keys)].slice(0, MOST_STEPS).map((key) => say((w) => w.steps[key]));
}

const titles = (right: RightView, ...states: ConditionView["state"][]): readonly string[] => right.conditions.filter((one) => states.includes(one.state) && !one.isReserved).map((one) => (one.metFrom === null ? one.title : `${one.title} (durch Zeit ab ${germanDay(one.metFrom)})`));

function detailsOf(outlook: Outlook, name: string, today: CalendarDay): OutlookSheet["details"] {
  return {
    lead: `${name}, Stand ${germanDay(today)}. ${outlook.status === "" ? "Aufenthaltspapier nicht erfasst." : `Papier: ${statusWords(outlook.status)}.`}`,
    days: outlook.days.map(({ day, what }) => ({ day: germanDay(day), what })),
    cards: outlook.rights.map((right) => ({
      title: right.title, norm: right.norm, word: right.outcome === null ? "NICHT HINTERLEGT" : OUTCOMES[right.outcome].word, sentence: right.line?.sentence ?? (right.outcome === null ? "" : OUTCOMES[right.outcome].sentence),
      days: [...(right.possibleFrom !== null && right.possibleFrom > today ? [`frühestens ${germanDay(right.possibleFrom)}`] : []), ...(right.closesOn === null ? [] : [`bis ${germanDay(right.closesOn)}`])],
      reserved: right.reserved.length, lacking: titles(right, "unmet"), open: titles(right, "unknown", "bridged"), met: titles(right, "met"),
      steps: right.steps.map((step) => [step.what, step.until === null ? "" : `Bis ${germanDay(step.until)}.`, step.withWhom === null ? "" : `Mit: ${step.withWhom}.`].filter((part) => part !== "").join(" ")),
    })),
    ways: outlook.ways.map((way) => ({ goal: `${way.to === "DEUTSCH" ? "Einbürgerung" : statusWords(way.to)}, frühestens ${germanDay(way.arrives)}`, steps: way.steps.map((step) => `${findRule(step.rule)?.title ?? step.rule}: ab ${germanDay(step.earliest)}${step.risks.length === 0 ? "" : `. Risiko: ${step.risks.join(" ")}`}`) })),
    closing: `Das Programm bereitet vor; entscheidet die Behörde. Gesetzestexte verglichen bis ${germanDay(LAW_COMPARED_UNTIL as CalendarDay)}; künftige Tage nach heutigem Recht.${outlook.rights.some((right) => right.isUnverified) ? " Einzelne Zahlen sind aus dem Gedächtnis und ungeprüft; auf der Seite sind sie gekennzeichnet." : ""}`,
  };
}
