import type { CaseHead } from "../../cases/reading/index.ts";
import { areaSaid, textsFor } from "../../consent/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { DocumentLanguage, PlanAgreement, Said } from "../../pdf/index.ts";
import { sheetLanguage } from "../../plan/index.ts";
import { letterWords } from "./letter-words.ts";

/** What the person is told, as it was when the case ended: later changes of the plan do not reach the letter. */
export interface LetterContent {
  readonly signer: string;
  readonly manager: string;
  readonly office: string;
  readonly closedOn: CalendarDay;
  readonly keptUntil: CalendarDay;
  /** the office of the regular system that goes on; empty: none */
  readonly turnTo: string;
  readonly aftercare: readonly CalendarDay[];
  readonly goals: readonly {
    readonly id: string;
    /** in German and in the person's language, as far as the municipality has not renamed it */
    readonly area: Said;
    readonly wish: string;
    readonly wishLanguage: string;
    readonly de: string;
    readonly other: string;
    readonly attainment: number | null;
    readonly before: number | null;
    readonly after: number | null;
    readonly goesOn: readonly { readonly id: string; readonly de: string; readonly other: string; readonly with: string }[];
  }[];
}

/** A name or a day within a sentence of another direction does not turn it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
const same = (text: string): Said => ({ de: text, other: text });

export const areaIn = (head: CaseHead, key: string, language: string): Said => areaSaid(head.lifeAreas.find((a) => a.key === key) ?? { key, label: key }, textsFor(sheetLanguage(language)));

/** The letter on the paper of agreements: goals with their results, what goes on, and what is kept until when. */
export function closingLetter(content: LetterContent, spoken: string, reference: string): PlanAgreement {
  const language = spoken as DocumentLanguage;
  const [de, other] = [letterWords.de, letterWords[language]];
  const say = (pick: (w: typeof de) => string): Said => ({ de: pick(de), other: pick(other) });
  const filled = (pick: (w: typeof de) => string, values: Readonly<Record<string, string>>): Said => {
    const fill = (text: string, around: (v: string) => string): string => Object.entries(values).reduce((t, [key, value]) => t.replaceAll(`{${key}}`, around(value)), text);
    return { de: fill(pick(de), (v) => v), other: fill(pick(other), isolated) };
  };
  const typed = (german: string, foreign: string): Said => ({ de: german, other: foreign !== "" ? foreign : language === "de" ? german : `${isolated(german)} (${other.spoken})` });
  const fact = (pick: (w: typeof de) => string, value: string) => (value === "" ? [] : [{ label: say(pick), value: same(value) }]);
  return {
    language, reference, title: say((w) => w.title), notice: say((w) => w.notice), intro: de.intro.map((text, i) => ({ de: text, other: other.intro[i] ?? text })),
    facts: [
      ...fact((w) => w.labels.person, content.signer), ...fact((w) => w.labels.manager, [content.manager, content.office].filter((x) => x !== "").join(", ")), ...fact((w) => w.labels.closedOn, germanDay(content.closedOn)),
      ...fact((w) => w.labels.turnTo, content.turnTo), ...fact((w) => w.labels.aftercare, content.aftercare.map(germanDay).join(", ")), ...fact((w) => w.labels.keptUntil, germanDay(content.keptUntil)),
    ],
    goals: content.goals.map((goal) => ({
      area: goal.area, person: "", title: typed(goal.de, goal.other), wish: null,
      steps: [
        { title: { de: `${de.result}: ${reachedIn(de, goal.attainment)}`, other: `${other.result}: ${reachedIn(other, goal.attainment)}` }, note: levelsOf(goal, filled) },
        ...goal.goesOn.map((step) => ({
          title: { de: `${de.goesOn}: ${step.de}`, other: `${other.goesOn}: ${typed(step.de, step.other).other}` },
          note: { de: `${de.withWhom}: ${step.with === "" ? de.self : step.with}`, other: `${other.withWhom}: ${step.with === "" ? other.self : isolated(step.with)}` },
        })),
      ],
    })),
    noSteps: same(""), statements: de.statements.map((_text, i) => filled((w) => w.statements[i] ?? "", { day: germanDay(content.keptUntil) })), signatures: [], code: null,
  };
}

const reachedIn = (words: typeof letterWords.de, attainment: number | null): string => (attainment === null ? "–" : (words.reached as Readonly<Record<string, string>>)[String(attainment)] ?? "–");

function levelsOf({ before, after }: LetterContent["goals"][number], filled: (pick: (w: typeof letterWords.de) => string, values: Readonly<Record<string, string>>) => Said): Said {
  if (after === null) return { de: "", other: "" };
  return before === null ? filled((w) => w.levelNow, { after: String(after) }) : filled((w) => w.levels, { before: String(before), after: String(after) });
}
