import type { CaseHead } from "../../cases/reading/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { type CalendarDay, daysBetween, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, EmptyState, LinkButton, Notice, type Shape, StateLabel, type Tone } from "../../ui/index.ts";
import { CategoryGrid } from "../category-grid.page.tsx";
import { CONSENT_STATES, type ConsentState } from "../consent-words.ts";
import { SharingLinks } from "../sharing-links.page.tsx";
import { GIVEN_BY, isSheetLanguage, PURPOSES, SHEET_LANGUAGES } from "./consent-form-words.ts";
import type { ConsentView } from "./read-consents.ts";

export interface ConsentsView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly consents: readonly ConsentView[];
  /** no consents are taken on a closed case, nor by whoever is in by emergency access */
  readonly mayRecord: boolean;
}

const SOON = 30;
const endsSoon = (c: ConsentView, today: CalendarDay): boolean => c.state === "in_force" && daysBetween(today, c.expiresOn) <= SOON;
export const isOver = (c: ConsentView): boolean => c.state === "withdrawn" || c.state === "expired" || c.state === "representation_ended";

/** Everything that somebody of this case agreed to, person by person; what is over lies folded below. */
export function ConsentsPage({ head, today, consents, mayRecord }: ConsentsView) {
  const base = `/faelle/${head.id}/einwilligungen`;
  const persons = [...new Map(consents.map((c) => [c.personId, c.personName]))];
  const soon = consents.filter((c) => endsSoon(c, today));
  const actions = mayRecord ? <LinkButton kind="strong" href={`${base}/neu`}>Einwilligung aufnehmen</LinkButton> : undefined;
  return (
    <CaseFrame head={head} today={today} current="sharing" actions={actions}>
      <SharingLinks caseId={head.id} current="consents" />
      {soon.length > 0 && <EndingSoon soon={soon} base={base} today={today} mayRecord={mayRecord} />}
      {consents.length === 0 && (
        <Card title="Einwilligungen">
          <EmptyState title="Noch keine Einwilligung" {...(mayRecord ? { action: { href: `${base}/neu`, label: "Einwilligung aufnehmen" } } : {})}>
            Ohne sie erfährt keine andere Stelle etwas aus diesem Fall, außer ein Gesetz verlangt es.
          </EmptyState>
        </Card>
      )}
      {persons.map(([personId, name]) => {
        const own = consents.filter((c) => c.personId === personId);
        const over = own.filter(isOver);
        return (
          <Card title={<bdi>{name}</bdi>} id={`person-${personId}`}>
            {own.filter((c) => !isOver(c)).map((c) => <Line consent={c} head={head} today={today} />)}
            {own.length === over.length && <p>Zurzeit gilt keine Einwilligung.</p>}
            {over.length > 0 && (
              <details class="consent-over">
                <summary>{over.length === 1 ? "1 beendete Einwilligung" : `${over.length} beendete Einwilligungen`}</summary>
                {over.map((c) => <Line consent={c} head={head} today={today} />)}
              </details>
            )}
          </Card>
        );
      })}
    </CaseFrame>
  );
}

const EndingSoon = ({ soon, base, today, mayRecord }: { soon: readonly ConsentView[]; base: string; today: CalendarDay; mayRecord: boolean }) => (
  <Notice kind="warning" title={soon.length === 1 ? "Eine Einwilligung endet bald" : `${soon.length} Einwilligungen enden bald`}>
    <ul>
      {soon.map((c) => (
        <li>
          <a href={`${base}/${c.id}`}><bdi>{c.recipient}</bdi></a>, {relativeDay(c.expiresOn, today)} ({germanDay(c.expiresOn)})
          {mayRecord && <>: <a href={`${base}/neu?person=${c.personId}&wie=${c.id}`} aria-label={`Neu fragen: ${c.recipient}`}>neu fragen</a></>}
        </li>
      ))}
    </ul>
  </Notice>
);

const LOOKS: Readonly<Record<ConsentState, readonly [Tone, Shape]>> = {
  in_force: ["success", "check"], planned: ["neutral", "empty"], expired: ["neutral", "square"], withdrawn: ["danger", "cross"], representation_ended: ["warning", "triangle"],
};
export const ConsentStateLabel = ({ state }: { state: ConsentState }) => <StateLabel tone={LOOKS[state][0]} shape={LOOKS[state][1]}>{CONSENT_STATES[state]}</StateLabel>;
export const languageWords = (code: string): string => (isSheetLanguage(code) ? SHEET_LANGUAGES[code].german : code);

function Line({ consent: c, head, today }: { consent: ConsentView; head: CaseHead; today: CalendarDay }) {
  const base = `/faelle/${head.id}/einwilligungen/${c.id}`;
  const until = c.withdrawnOn !== null ? `widerrufen am ${germanDay(c.withdrawnOn)}` : `bis ${germanDay(c.expiresOn)} (${relativeDay(c.expiresOn, today)})`;
  const withdrawn = c.categories.filter((k) => k.withdrawn).length;
  return (
    <article class={isOver(c) ? "consent-line is-over" : "consent-line"}>
      <div>
        <p class="consent-line-head">
          <a href={base}><bdi>{c.recipient}</bdi></a> <ConsentStateLabel state={c.state} />
          {withdrawn > 0 && c.withdrawnOn === null && <span>· in Teilen widerrufen</span>}
        </p>
        <p>{PURPOSES[c.purpose].label}, {until}</p>
        <p class="consent-meta">
          Gegeben am {germanDay(c.givenOn)}: {GIVEN_BY[c.givenBy]} · {c.language === "de" ? "auf Deutsch" : `Deutsch und ${languageWords(c.language)}`} ·{" "}
          {c.sheetDocumentId === null ? (c.form === "written" && !isOver(c) ? <a href={`${base}/blatt`} aria-label={`Unterschriebenes Blatt fehlt: ${c.recipient}`}>unterschriebenes Blatt fehlt</a> : "ohne Blatt") : <a href={`/faelle/${head.id}/dateien/${c.sheetDocumentId}/herunterladen`} aria-label={`Unterschriebenes Blatt: ${c.recipient}`}>unterschriebenes Blatt</a>}
        </p>
      </div>
      <CategoryGrid cells={c.categories} areas={head.lifeAreas} caption={`Was ${c.recipient} betrifft`} />
    </article>
  );
}
