import type { VNode } from "preact";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { LAW_COMPARED_UNTIL } from "../../rules/index.ts";
import { type Catalogue, catalogues, type Language, monthWords, optionWords, say, wordsOf } from "./catalogue.ts";
import type { RightResult, Topic } from "./check-result.ts";
import { Carried, Frame, Languages, NotReviewed } from "./frame.page.tsx";
import { type Answers, findQuestion, UNKNOWN } from "./questions.ts";

/** A counselling place of the municipality, by its name: a phone number is nowhere kept, so 115 stands for it. */
export interface Place {
  readonly tenant: string;
  readonly name: string;
  readonly municipality: string;
}
export interface ResultView {
  readonly language: Language;
  readonly answers: Answers;
  readonly results: readonly RightResult[];
  readonly places: readonly Place[];
  readonly today: CalendarDay;
}

export function ResultPage({ language, answers, results, places, today }: ResultView): VNode {
  const texts = catalogues[language];
  const { ui } = texts;
  const [shown, others] = [results.filter((one) => one.standing !== "no_fit"), results.filter((one) => one.standing === "no_fit")];
  const knowsNothing = [...answers.values()].every((answer) => answer === UNKNOWN);
  return (
    <Frame texts={texts}>
      <h1>{ui.result}</h1>
      <p>{ui.noDecision}</p>
      <NotReviewed texts={texts} />
      {knowsNothing ? <p class="check-card">{ui.nothing}</p> : shown.map((result) => <RightCard texts={texts} result={result} />)}
      <Notes texts={texts} answers={answers} hasNotNow={results.some((one) => one.standing === "not_now" || one.standing === "no_fit")} />
      {others.length > 0 && !knowsNothing && (
        <p class="check-muted"><b>{texts.standing.no_fit}:</b> {others.map((one, index) => <>{index > 0 && ", "}{texts.rights[one.rule].name} (<bdi lang="de" dir="ltr">{one.norm}</bdi>)</>)}.</p>
      )}
      <WhomToAsk texts={texts} places={places} />
      <form method="post" action="/schnellcheck">
        <Carried language={language} answers={answers} />
        <h2>{ui.yourAnswers}</h2>
        <dl class="check-topics">{[...answers].map(([id, answer]) => <div><dt>{wordsOf(texts, id).ask}</dt><dd>{answer === UNKNOWN ? ui.dontKnow : optionWords(texts, findQuestion(id)!, answer)}</dd></div>)}</dl>
        <p class="check-muted">{ui.given} {ui.notAsked} {say(ui.asOf, { day: germanDay(LAW_COMPARED_UNTIL as CalendarDay), today: germanDay(today) })}</p>
        <p class="check-muted check-screen">{ui.print}</p>
        <div class="check-buttons">
          <button name="tat" value="zurueck">{ui.back}</button>
          <button class="check-quiet" name="tat" value="neu">{ui.again}</button>
        </div>
        <details class="check-screen"><summary>{ui.language}</summary><Languages current={language} asButtons /></details>
      </form>
    </Frame>
  );
}

function RightCard({ texts, result }: { texts: Catalogue; result: RightResult }): VNode {
  const { ui } = texts;
  const { name, gives } = texts.rights[result.rule];
  return (
    <section class="check-card" aria-labelledby={`recht-${result.rule}`}>
      <span class={`check-standing check-${result.standing}`}>{texts.standing[result.standing]}</span>
      <h2 id={`recht-${result.rule}`}>{name}</h2>
      <p>{gives} <bdi class="check-muted" lang="de" dir="ltr">{result.norm}</bdi></p>
      {result.from !== null && <p><b>{say(ui.from, { month: monthWords(result.from) })}</b></p>}
      {result.until !== null && <p><b>{say(ui.until, { month: monthWords(result.until) })}</b></p>}
      <dl class="check-topics">
        <Topics texts={texts} label={ui.lacking} topics={result.lacking} />
        <Topics texts={texts} label={ui.unsure} topics={result.unsure} />
        <Topics texts={texts} label={ui.met} topics={result.met} />
      </dl>
      <p class="check-muted">{result.conditions > 0 && `${say(ui.settled, { a: result.settled, b: result.conditions })}. `}{ui.decides}{result.isUnverified && ` ${ui.unverified}`}</p>
    </section>
  );
}

function Topics({ texts, label, topics }: { texts: Catalogue; label: string; topics: readonly Topic[] }): VNode | null {
  return topics.length === 0 ? null : <div><dt>{label}:</dt><dd>{topics.map((topic) => texts.topics[topic]).join(" · ")}</dd></div>;
}

function Notes({ texts, answers, hasNotNow }: { texts: Catalogue; answers: Answers; hasNotNow: boolean }): VNode {
  const paper = answers.get("paper") ?? "";
  const { ui } = texts;
  return (
    <>
      {paper === "ae_104c" && <p class="check-card">{ui.note104c}</p>}
      {paper.startsWith("duldung") && <p class="check-card">{ui.noteDuldung}</p>}
      {hasNotNow && <p class="check-card">{ui.noteNo}</p>}
    </>
  );
}

/** So few are shown open, so that they are printed too. */
const FEW = 3;

function WhomToAsk({ texts, places }: { texts: Catalogue; places: readonly Place[] }): VNode {
  const { ui } = texts;
  const tenants = [...new Set(places.map((place) => place.tenant))];
  const listOf = (tenant: string): VNode => (
    <ul class="check-places" lang="de">{places.filter((place) => place.tenant === tenant).map((place) => <li><bdi>{place.name}</bdi>{place.municipality !== "" && <>, <bdi>{place.municipality}</bdi></>}</li>)}</ul>
  );
  return (
    <section class="check-card" aria-labelledby="fragen">
      <h2 id="fragen">{ui.whomToAsk}</h2>
      <p>{ui.askLead}</p>
      {tenants.length === 1 ? listOf(tenants[0]!) : tenants.map((tenant) => <details open={tenants.length <= FEW}><summary lang="de"><bdi>{tenant}</bdi></summary>{listOf(tenant)}</details>)}
      <ul class="check-places">{[ui.ask115, ui.askMbe, ui.askJmd, ui.askAsyl].map((line) => <li>{line}</li>)}</ul>
    </section>
  );
}
