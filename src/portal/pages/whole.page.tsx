import type { ComponentChildren, VNode } from "preact";
import { factTexts } from "../texts/fact-texts.data.ts";
import { texts } from "../texts/index.ts";
import { areaWords, purposeWords } from "../texts/words.ts";
import type { Frame, GoalView, MeasureView, WholeView } from "../views.ts";
import { timeWords } from "./appointments.page.tsx";
import { CellList } from "./consents.page.tsx";
import { Label, Value } from "./data.page.tsx";
import { HelperLines } from "./people.page.tsx";
import { LongDay, ShortDay, Typed, withDay, Words } from "./parts.page.tsx";
import { SeenLine } from "./seen.page.tsx";

/** It leaves the site as a file, where no sheet can be loaded; so it carries its own. It links nowhere and calls nobody. */
const STYLE = `body{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem;font:1.05rem/1.55 system-ui,sans-serif;color:#2b2320;overflow-wrap:break-word}
h1{font-size:1.6rem;margin:0}h2{margin:2rem 0 .5rem;padding-top:1rem;border-top:2px solid #e7dccb;font-size:1.25rem}h3{margin:1rem 0 .2rem;font-size:1.05rem}
p{margin:0 0 .3rem}ul{margin:0 0 .6rem;padding-inline-start:1.2rem}li{margin-bottom:.35rem}dt{color:#5c4f48}dd{margin:0 0 .6rem;font-weight:600}.small{color:#5c4f48;font-size:.95rem;font-weight:400}a{color:inherit;text-decoration:none}svg{display:none}
.hidden{position:absolute;clip:rect(0 0 0 0)}@media print{body{max-width:none;padding:0;font-size:11pt}h2,h3{break-after:avoid}li{break-inside:avoid}}`;

const Part = ({ title, german, children }: { title: string; german: string; children: ComponentChildren }): VNode => (
  <section><h2>{title}{title !== german && <> <span class="small" lang="de">({german})</span></>}</h2>{children}</section>
);
const none = (items: readonly unknown[], words: string, lines: () => ComponentChildren): ComponentChildren => (items.length === 0 ? <p>{words}</p> : lines());

export function WholePage({ frame, view }: { frame: Frame; view: WholeView }): VNode {
  const [t, german] = [texts[frame.language], texts.de];
  return (
    <html lang={t.lang} dir={t.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.site.name}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{t.site.name}</h1>
        <p class="small"><LongDay language={frame.language} day={frame.today} /> · <bdi lang="de">{view.controller}</bdi></p>
        <Part title={t.data.title} german={german.data.title}>
          {view.data.groups.map(({ code, items }) => <><h3>{t.data.groups[code]}</h3><dl>{items.map((item) => <><dt><Label frame={frame} label={item.label} /></dt><dd>{item.value !== null && <Value frame={frame} value={item.value} />}{item.told !== undefined && <span class="small"> · {withDay(factTexts[frame.language].sources[item.told.how], item.told.on)}</span>}{item.waits !== undefined && <span class="small"> · {factTexts[frame.language].waits} <Value frame={frame} value={item.waits.value} /></span>}{item.saidWrongOn !== null && <span class="small"> · {t.data.wrong}: {withDay(t.data.told, item.saidWrongOn)}</span>}</dd></>)}</dl></>)}
        </Part>
        <Part title={t.plan.title} german={german.plan.title}>{none(view.plan.goals, t.plan.empty, () => view.plan.goals.map((goal) => <GoalLines frame={frame} goal={goal} />))}</Part>
        <Part title={t.dates.title} german={german.dates.title}><Appointments frame={frame} view={view} /></Part>
        <Part title={t.helpers.title} german={german.helpers.title}>{none(view.helpers, t.helpers.empty, () => <ul>{view.helpers.map((helper) => <li><HelperLines frame={frame} helper={helper} /></li>)}</ul>)}</Part>
        <Part title={t.consents.title} german={german.consents.title}><Consents frame={frame} view={view} /></Part>
        <Part title={t.passed.title} german={german.passed.title}>
          {none(view.passedOn.items, t.passed.empty, () => <ul>{view.passedOn.items.map((item) => <li><ShortDay day={item.on} /> · <Typed>{item.recipient}</Typed>: <bdi lang="de">{item.fields.join(", ")}</bdi> <span class="small">{t.passed[item.basis]}{item.norm !== null && <> · <bdi lang="de" dir="ltr">{item.norm}</bdi></>} · {t.passed.states[item.state]}</span></li>)}</ul>)}
        </Part>
        <Part title={t.seen.title} german={german.seen.title}>
          {none(view.seen.days, t.seen.empty, () => view.seen.days.map(({ day, entries }) => <><h3><LongDay language={frame.language} day={day} /></h3><ul>{entries.map((entry) => <li><SeenLine frame={frame} entry={entry} /></li>)}</ul></>))}
        </Part>
        {view.questions.length > 0 && (
          <Part title={t.question.asked} german={german.question.asked}><ul>{view.questions.map(({ on, text, answer }) => <li><ShortDay day={on} />: <Words said={text} /><p class="small">{t.question.answer}: {answer === null ? t.question.waiting : <Words said={answer} />}</p></li>)}</ul></Part>
        )}
        {t.draft !== "" && <p class="small">{t.draft}</p>}
      </body>
    </html>
  );
}

const WHEN = (frame: Frame, { state, doneOn, dueOn }: MeasureView): string => (state === "done" && doneOn !== null ? withDay(texts[frame.language].plan.doneOn, doneOn) : `${withDay(texts[frame.language].site.until, dueOn)} · ${texts[frame.language].plan.states[state]}`);
const GoalLines = ({ frame, goal }: { frame: Frame; goal: GoalView }): VNode => (
  <>
    <h3>{goal.wish !== null ? <Words said={goal.wish} /> : goal.goal !== null && <Words said={goal.goal} />}</h3>
    <p class="small"><Words said={areaWords(frame.language, goal.lifeArea)} />{goal.wish !== null && goal.goal !== null && <> · <Words said={goal.goal} /></>}{goal.state !== "open" && ` · ${texts[frame.language].plan.ended[goal.state]}`}</p>
    <ul>{goal.measures.map((measure) => <li><Words said={measure.title} /> <span class="small">{measure.office === null ? texts[frame.language].plan.who[measure.who] : <Typed>{measure.office}</Typed>} · {WHEN(frame, measure)}</span></li>)}</ul>
  </>
);

function Appointments({ frame, view }: { frame: Frame; view: WholeView }): VNode {
  const t = texts[frame.language].dates;
  const all = [...view.appointments.coming, ...view.appointments.past];
  if (all.length === 0) return <p>{t.empty}</p>;
  return <ul>{all.map((one) => <li><LongDay language={frame.language} day={one.day} />, {timeWords(frame, one)}{one.subject !== null && <> · <Words said={one.subject} /></>}{one.place !== null && <> · <Typed>{one.place}</Typed></>}{one.withWhom !== null && <> · <Typed>{one.withWhom}</Typed></>} <span class="small">{t.states[one.state]}</span></li>)}</ul>;
}

function Consents({ frame, view }: { frame: Frame; view: WholeView }): VNode {
  const t = texts[frame.language].consents;
  const all = [...view.consents.inForce, ...view.consents.ended];
  if (all.length === 0) return <p>{t.empty}</p>;
  return (
    <>
      {all.map((consent) => (
        <>
          <h3><Typed>{consent.recipient}</Typed></h3>
          <p class="small"><Words said={purposeWords(frame.language, consent.purpose)} /> · <ShortDay day={consent.givenOn} /> – <ShortDay day={consent.expiresOn} /> · {consent.withdrawnOn === null ? t.states[consent.state] : withDay(t.withdrawnOn, consent.withdrawnOn)}</p>
          <CellList frame={frame} cells={consent.cells} />
        </>
      ))}
    </>
  );
}
