import { germanDay } from "../../kernel/calendar-day.ts";
import type { DocumentLanguage, PlanAgreement, Said } from "../../pdf/index.ts";
import type { AgreedMeasure, AgreementContent } from "./agreement-content.ts";
import { agreementWords } from "./agreement-words.ts";
import type { Agreement } from "./read-agreements.ts";

type AreaSaid = (key: string) => Said;
const same = (text: string): Said => ({ de: text, other: text });
/** A name or a day within a sentence of another direction does not turn it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** One agreement as both read it, on the screen and on paper: German beside the person's language. */
export function agreementSheet(agreement: Pick<Agreement, "content" | "language" | "agreedOn">, areaSaid: AreaSaid, reference: string, codeSvg: string | null): PlanAgreement {
  const language = agreement.language as DocumentLanguage;
  const { content } = agreement;
  const [de, other] = [agreementWords.de, agreementWords[language]];
  const say = (pick: (w: typeof de) => string): Said => ({ de: pick(de), other: pick(other) });
  const each = (pick: (w: typeof de) => readonly string[]): Said[] => pick(de).map((text, i) => ({ de: text, other: pick(other)[i] ?? text }));
  // what nobody wrote in the other language was said there: the sheet says so instead of repeating German
  const typed = (german: string, foreign: string): Said => ({ de: german, other: foreign !== "" ? foreign : language === "de" ? german : `${isolated(german)} (${other.spoken})` });
  const who = (w: AgreedMeasure["who"]): Said => (w.kind === "person" ? say((x) => x.who.person) : w.kind === "volunteer" ? say((x) => x.who.volunteer) : same(w.name));
  const fact = (pick: (w: typeof de) => string, value: string) => (value === "" ? [] : [{ label: say(pick), value: same(value) }]);
  return {
    language, reference,
    title: say((w) => w.title), notice: say((w) => w.notice), intro: each((w) => w.intro),
    facts: [
      ...fact((w) => w.labels.person, content.signer), ...fact((w) => w.labels.manager, [content.manager, content.office].filter((x) => x !== "").join(", ")),
      ...fact((w) => w.labels.interpreter, content.interpreter), ...fact((w) => w.labels.agreedOn, germanDay(agreement.agreedOn)),
      ...(content.nextReviewOn === null ? [] : fact((w) => w.labels.nextReview, germanDay(content.nextReviewOn))),
    ],
    goals: content.goals.map((goal) => ({
      area: areaSaid(goal.lifeArea), person: goal.person,
      title: typed(goal.de, goal.other),
      wish: wishOf(goal, language, say((w) => w.labels.wish)),
      steps: goal.measures.map((m) => ({
        title: typed(m.de, m.other),
        note: { de: `${de.labels.who}: ${who(m.who).de} · ${de.labels.until}: ${germanDay(m.dueOn)}`, other: `${other.labels.who}: ${isolated(who(m.who).other)} · ${other.labels.until}: ${isolated(germanDay(m.dueOn))}` },
      })),
    })),
    noSteps: say((w) => w.noSteps), statements: each((w) => w.statements), signatures: each((w) => w.signatures),
    code: codeSvg === null ? null : { svg: codeSvg, caption: say((w) => w.codeCaption) },
  };
}

/** The person's words in the language in which they were said, where the title does not say them already. */
function wishOf(goal: AgreementContent["goals"][number], language: DocumentLanguage, label: Said): PlanAgreement["goals"][number]["wish"] {
  if (goal.wish === "" || goal.wish === goal.de || goal.wish === goal.other) return null;
  const said = goal.wishLanguage === "fa" ? "prs" : goal.wishLanguage;
  return { label, text: goal.wish, language: said === language ? language : said === "de" ? "de" : null };
}
