import type { VNode } from "preact";
import { type Catalogue, catalogues, type Language, say, wordsOf } from "./catalogue.ts";
import { Carried, Frame, Languages, NotReviewed } from "./frame.page.tsx";
import type { Answers, Question } from "./questions.ts";

export function StartPage({ language }: { language: Language }): VNode {
  const texts = catalogues[language];
  const { ui } = texts;
  return (
    <Frame texts={texts}>
      <nav aria-label={ui.language}><Languages current={language} asButtons={false} /></nav>
      <h1>{texts.title}</h1>
      <p class="check-lead">{ui.lead}</p>
      <ul class="check-promises">{[ui.noSave, ui.noName, ui.noDecision, ui.shared].map((line) => <li>{line}</li>)}</ul>
      <NotReviewed texts={texts} />
      <form method="post" action="/schnellcheck">
        <Carried language={language} answers={new Map()} />
        <div class="check-buttons"><button class="check-strong" name="tat" value="anfangen">{ui.start}</button></div>
      </form>
    </Frame>
  );
}

export interface QuestionView {
  readonly language: Language;
  readonly question: Question;
  readonly answers: Answers;
  /** with this one */
  readonly stillOpen: number;
  /** what was typed, where it was no answer */
  readonly typed: { readonly answer: string; readonly month: string; readonly year: string };
  readonly isRefused: boolean;
}

export function QuestionPage(view: QuestionView): VNode {
  const { language, question, answers, stillOpen, isRefused } = view;
  const texts = catalogues[language];
  const { ui } = texts;
  const words = wordsOf(texts, question.id);
  const refusal = isRefused ? (question.kind === "month" ? ui.badMonth : ui.chooseOne) : null;
  return (
    <Frame texts={texts}>
      <form method="post" action="/schnellcheck" novalidate>
        <Carried language={language} answers={answers} />
        <input type="hidden" name="frage" value={question.id} />
        <p class="check-muted">{say(ui.question, { n: answers.size + 1 })}{stillOpen > 1 && ` · ${say(ui.atMost, { n: stillOpen - 1 })}`}</p>
        {refusal !== null && <p class="check-error" role="alert" id="fehler">{refusal}</p>}
        <fieldset aria-describedby={[words.hint !== "" && "hinweis", refusal !== null && "fehler"].filter(Boolean).join(" ") || undefined}>
          <legend><h1>{words.ask}</h1></legend>
          {words.hint !== "" && <p class="check-muted" id="hinweis">{words.hint}</p>}
          {question.kind === "month" ? <MonthFields texts={texts} typed={view.typed} isBirth={question.id === "birth"} isInvalid={isRefused} /> : question.options.map((option) => <OptionLine id={`antwort-${option}`} value={option} label={words.options[option] ?? option} isChosen={view.typed.answer === option} />)}
        </fieldset>
        <Buttons texts={texts} answered={answers.size} />
        <details class="check-screen"><summary>{ui.language}</summary><Languages current={language} asButtons /></details>
      </form>
      <div class="check-screen"><br /><NotReviewed texts={texts} /></div>
    </Frame>
  );
}

const OptionLine = ({ id, value, label, isChosen }: { id: string; value: string; label: string; isChosen: boolean }) => (
  <div class="check-option">
    <input type="radio" id={id} name="antwort" value={value} checked={isChosen} />
    <label for={id}>{label}</label>
  </div>
);

function MonthFields({ texts, typed, isBirth, isInvalid }: { texts: Catalogue; typed: QuestionView["typed"]; isBirth: boolean; isInvalid: boolean }): VNode {
  const invalid = isInvalid ? "true" : undefined;
  return (
    <div class="check-month">
      <div>
        <label for="monat">{texts.ui.month}</label>
        <select id="monat" name="monat" aria-invalid={invalid} autocomplete={isBirth ? "bday-month" : "off"}>
          <option value=""></option>
          {Array.from({ length: 12 }, (_, index) => <option value={String(index + 1)} selected={typed.month === String(index + 1)}>{index + 1}</option>)}
        </select>
      </div>
      <div>
        <label for="jahr">{texts.ui.year}</label>
        <input id="jahr" name="jahr" inputmode="numeric" dir="ltr" maxlength={4} autocomplete={isBirth ? "bday-year" : "off"} value={typed.year} aria-invalid={invalid} />
      </div>
    </div>
  );
}

function Buttons({ texts, answered }: { texts: Catalogue; answered: number }): VNode {
  const { ui } = texts;
  return (
    <div class="check-buttons">
      <button class="check-strong" name="tat" value="weiter">{ui.next}</button>
      <button name="tat" value="unbekannt">{ui.dontKnow}</button>
      <button class="check-quiet" name="tat" value="zurueck">{ui.back}</button>
      {answered > 1 && <button class="check-quiet" name="tat" value="ergebnis">{ui.finish}</button>}
    </div>
  );
}
