import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { addMonths, germanDay } from "../../kernel/calendar-day.ts";
import { StateLabel } from "../../ui/index.ts";
import { Condition, DayWords, type FactLink, MissingList, Wordings } from "./condition.page.tsx";
import type { ConditionView, RightView } from "./outlook.ts";
import { isBad, OUTCOMES } from "./outlook-words.ts";

export interface RightCardView {
  readonly right: RightView;
  readonly today: CalendarDay;
  readonly factLink: FactLink;
  /** makes ids of several persons on one page differ */
  readonly prefix: string;
}

export const rightAnchor = (prefix: string, rule: string): string => `${prefix}${rule.toLowerCase().replaceAll("_", "-")}`;

/** One right that matters now: what the law says, what is met, what is missing, what to do, until when, with whom. */
export function RightCard({ right, today, factLink, prefix }: RightCardView) {
  const words = right.outcome === null ? null : OUTCOMES[right.outcome];
  return (
    <section class={`card right-card right-${words?.tone ?? "neutral"}`} id={rightAnchor(prefix, right.rule)}>
      <header class="right-head">
        <div>
          <h3>{right.title}</h3>
          <p class="quiet">{right.norm} · {right.why}</p>
        </div>
        {words !== null && <span class="right-word"><StateLabel tone={words.tone} shape={words.shape}>{words.word}</StateLabel></span>}
      </header>
      <p class="right-sentence">{right.line?.sentence ?? words?.sentence ?? "Für diesen Tag ist das Recht hier nicht hinterlegt."}</p>
      <Days right={right} today={today} />
      {right.reserved.length > 0 && <Reserved right={right} />}
      <Steps right={right} />
      {right.conditions.length > 0 ? <Conditions right={right} today={today} factLink={factLink} /> : <MissingList missing={right.missing.filter((one) => !one.isAdverse)} factLink={factLink} />}
      {right.line !== null && <div class="right-line"><p class="condition-citation">{right.line.citation}</p><Wordings wordings={right.line.wordings} /></div>}
      {right.notes.length > 0 && <details class="right-notes"><summary>Gut zu wissen</summary><ul>{right.notes.map((note) => <li>{note}</li>)}</ul></details>}
      <p class="right-foot">Gibt: {right.gives}. Entscheidet: {right.office}.{right.isUnverified && " Eine Zahl dieser Regel ist aus dem Gedächtnis und ungeprüft."}</p>
    </section>
  );
}

function Days({ right, today }: Pick<RightCardView, "right" | "today">) {
  const opens = right.metFrom ?? right.possibleFrom;
  const isShown = opens !== null || right.closesOn !== null || right.changes.some((change) => change.from <= addMonths(today, 120));
  if (!isShown) return null;
  return (
    <dl class="right-days">
      {opens !== null && opens > today && <div><dt>{right.metFrom === null ? "frühestens möglich" : "durch Zeit erfüllt"}</dt><dd><DayWords day={opens} today={today} /></dd></div>}
      {right.closesOn !== null && <div class="right-closes"><dt>{right.group === "leistung" ? "endet" : "Fenster schließt sich"}</dt><dd><DayWords day={right.closesOn} today={today} /></dd></div>}
      {right.changes.filter((change) => change.from <= addMonths(today, 120)).map((change) => <div><dt>dann {OUTCOMES[change.outcome].word}</dt><dd><DayWords day={change.from} today={today} /></dd></div>)}
    </dl>
  );
}

const Reserved = ({ right }: { right: RightView }) => (
  <details class="right-reserved">
    <summary>Unter Vorbehalt: {right.reserved.length === 1 ? "eine Frage stellt" : `${right.reserved.length} Fragen stellt`} hier niemand (§ 87 AufenthG)</summary>
    <p>Das Ergebnis gilt, soweit davon nichts gegen die Person spricht. Sie entscheidet selbst, ob sie davon erzählt:</p>
    <ul>{right.reserved.map((one) => <li>{one.question}</li>)}</ul>
  </details>
);

function Steps({ right }: { right: RightView }) {
  if (right.steps.length === 0) return null;
  return (
    <div class="right-steps">
      <h4>Was jetzt zu tun ist</h4>
      <ol>
        {right.steps.map((step) => (
          <li>
            <span>{step.what}</span>
            <span class="step-note">{step.until !== null && <b>bis {germanDay(step.until)}</b>}{step.until !== null && step.withWhom !== null && " · "}{step.withWhom !== null && `mit: ${step.withWhom}`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Conditions({ right, today, factLink }: Omit<RightCardView, "prefix">) {
  const of = (...states: ConditionView["state"][]): ConditionView[] => right.conditions.filter((one) => states.includes(one.state));
  const unmet = of("unmet");
  const open = of("unknown", "bridged");
  const met = of("met");
  const isClosed = right.outcome !== null && isBad(right.outcome);
  return (
    <div class="conditions">
      {unmet.length > 0 && <Group title={`Fehlt (${unmet.length})`} list={unmet} today={today} factLink={factLink} />}
      {open.length > 0 && <Group title={`Offen (${open.length})`} list={open} today={today} factLink={factLink} />}
      {met.length > 0 && (
        <details class="conditions-met" open={unmet.length + open.length === 0 && !isClosed}>
          <summary>Erfüllt ({met.length})</summary>
          {met.map((one) => <Condition condition={one} today={today} factLink={factLink} />)}
        </details>
      )}
    </div>
  );
}

const Group = ({ title, list, today, factLink }: { title: string; list: readonly ConditionView[]; today: CalendarDay; factLink: FactLink }) => (
  <div class="condition-group">
    <h4>{title}</h4>
    {list.map((one) => <Condition condition={one} today={today} factLink={factLink} />)}
  </div>
);
