import { DOCUMENT_LANGUAGES, type OwnPagePaper } from "../../pdf/index.ts";
import { timeWords } from "../pages/appointments.page.tsx";
import { groupCells } from "../pages/consents.page.tsx";
import { withDay } from "../pages/parts.page.tsx";
import { factTexts } from "../texts/fact-texts.data.ts";
import { texts } from "../texts/index.ts";
import { areaWords, displayName, inRow, longDay, purposeWords, say, shortDay } from "../texts/words.ts";
import type { DataValue, Frame, GoalView, Said, SeenEntry, WholeView } from "../views.ts";

type Part = OwnPagePaper["parts"][number];
type Section = Part["sections"][number];
type Line = Section["lines"][number];
type Typed = Line["value"];

/** Papers know the languages of the page by their own codes; whatever else somebody typed in is set as German is. */
const typed = (said: Said): Typed => ({ text: said.text, lang: said.lang === "fa-AF" ? "prs" : (DOCUMENT_LANGUAGES.find((known) => known === said.lang) ?? "de") });
const german = (text: string): Typed => ({ text, lang: "de" });
const EMPTY = german("");

/** Everything that the page shows, as a paper: the same words in the same order as the page to keep. */
export function ownPagePaper(frame: Frame, view: WholeView): OwnPagePaper {
  const [t, de] = [texts[frame.language], texts.de];
  const part = (title: string, inGerman: string, none: string, sections: readonly Section[]): Part => ({ title, german: inGerman, none, sections });
  const consents = [...view.consents.inForce, ...view.consents.ended];
  const appointments = [...view.appointments.coming, ...view.appointments.past];
  return {
    language: frame.language, title: { text: t.site.name, lang: frame.language }, german: german(de.site.name), reference: shortDay(frame.today), day: longDay(frame.language, frame.today), sender: view.controller, draft: t.draft,
    parts: [
      part(t.data.title, de.data.title, t.data.empty, view.data.groups.map((group) => ({ title: own(frame, t.data.groups[group.code]), lines: group.items.map((item) => dataLine(frame, item)) }))),
      part(t.plan.title, de.plan.title, t.plan.empty, view.plan.goals.map((goal) => goalSection(frame, goal))),
      part(t.dates.title, de.dates.title, t.dates.empty, appointments.length === 0 ? [] : [{ title: EMPTY, lines: appointments.map((a) => ({
        label: own(frame, longDay(frame.language, a.day)), value: own(frame, timeWords(frame, a)), note: [a.subject?.text, a.place, a.withWhom, t.dates.states[a.state]].filter(isText).map(isolated).join(" · "),
      })) }]),
      part(t.helpers.title, de.helpers.title, t.helpers.empty, view.helpers.length === 0 ? [] : [{ title: EMPTY, lines: view.helpers.map((h) => ({ label: own(frame, t.helpers.roles[h.role]), value: german([h.name, h.office].filter(isText).join(", ")), note: h.phone === null ? "" : isolated(h.phone) })) }]),
      part(t.consents.title, de.consents.title, t.consents.empty, consents.map((c) => ({
        title: german(c.recipient),
        lines: [
          { label: own(frame, t.consents.purpose), value: typed(purposeWords(frame.language, c.purpose)), note: `${isolated(`${shortDay(c.givenOn)} – ${shortDay(c.expiresOn)}`)} · ${c.withdrawnOn === null ? t.consents.states[c.state] : withDay(t.consents.withdrawnOn, c.withdrawnOn)}` },
          ...groupCells(frame, c.cells).map(({ area, kinds }) => ({ label: typed(area), value: own(frame, inRow(frame.language, kinds.map((k) => isolated(k.text)))), note: "" })),
        ],
      }))),
      part(t.passed.title, de.passed.title, t.passed.empty, view.passedOn.items.length === 0 ? [] : [{ title: EMPTY, lines: view.passedOn.items.map((p) => ({
        label: german(`${shortDay(p.on)}, ${p.recipient}`), value: german(p.fields.join(", ")), note: [t.passed[p.basis], p.norm === null ? null : isolated(p.norm), t.passed.states[p.state]].filter(isText).join(" · "),
      })) }]),
      part(t.seen.title, de.seen.title, t.seen.empty, view.seen.days.map(({ day, entries }) => ({ title: own(frame, longDay(frame.language, day)), lines: entries.map((entry) => seenLine(frame, entry)) }))),
      ...(view.questions.length === 0 ? [] : [part(t.question.asked, de.question.asked, "", [{ title: EMPTY, lines: view.questions.map((q) => ({ label: german(shortDay(q.on)), value: typed(q.text), note: `${t.question.answer}: ${q.answer === null ? t.question.waiting : isolated(q.answer.text)}` })) }])]),
    ],
  };
}

const isText = (text: string | null | undefined): text is string => typeof text === "string" && text !== "";
const isolated = (text: string): string => `\u2068${text}\u2069`;
const own = (frame: Frame, text: string): Typed => ({ text, lang: frame.language });

function valueOf(frame: Frame, value: DataValue): Typed {
  if ("day" in value) return own(frame, longDay(frame.language, value.day));
  if ("country" in value) return typed(displayName(frame.language, "region", value.country));
  if ("languageCode" in value) return typed(displayName(frame.language, "language", value.languageCode));
  if ("yes" in value) return own(frame, value.yes ? texts[frame.language].site.yes : texts[frame.language].site.no);
  return typed(value.said);
}
function dataLine(frame: Frame, item: WholeView["data"]["groups"][number]["items"][number]): Line {
  const [t, facts] = [texts[frame.language].data, factTexts[frame.language]];
  const notes = [
    item.told === undefined ? null : withDay(facts.sources[item.told.how], item.told.on),
    item.waits === undefined ? null : `${facts.waits} ${isolated(valueOf(frame, item.waits.value).text)}`,
    item.saidWrongOn === null ? null : `${t.wrong}: ${withDay(t.told, item.saidWrongOn)}`,
  ];
  return { label: "code" in item.label ? own(frame, t.labels[item.label.code]) : typed(item.label.said), value: item.value === null ? EMPTY : valueOf(frame, item.value), note: notes.filter(isText).join(" · ") };
}
function goalSection(frame: Frame, goal: GoalView): Section {
  const t = texts[frame.language];
  const words = goal.wish ?? goal.goal;
  const when = (m: GoalView["measures"][number]): string => (m.state === "done" && m.doneOn !== null ? withDay(t.plan.doneOn, m.doneOn) : `${withDay(t.site.until, m.dueOn)} · ${t.plan.states[m.state]}`);
  return {
    title: words === null ? EMPTY : typed(words),
    lines: [
      { label: EMPTY, value: typed(areaWords(frame.language, goal.lifeArea)), note: goal.wish !== null && goal.goal !== null ? isolated(goal.goal.text) : "" },
      ...goal.measures.map((m) => ({ label: EMPTY, value: typed(m.title), note: `${m.office === null ? t.plan.who[m.who] : isolated(m.office)} · ${when(m)}` })),
    ],
  };
}
function seenLine(frame: Frame, entry: SeenEntry): Line {
  const t = texts[frame.language].seen;
  const deeds = entry.deeds.map(({ did, what, times }) => `${t.did[did]}: ${inRow(frame.language, what.map((thing) => t.what[thing]))}${times > 1 ? ` (${say(t.times, { n: times })})` : ""}`);
  return {
    label: own(frame, [t.roles[entry.role], entry.office === null ? null : isolated(entry.office)].filter(isText).join(" · ")), value: own(frame, deeds.join("; ")), note: entry.why === null ? "" : `${t.why}: ${t.reasons[entry.why]}`,
  };
}
