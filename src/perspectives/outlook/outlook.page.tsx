import { CaseFrame, type CaseHead } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { LAW_COMPARED_UNTIL } from "../../rules/index.ts";
import { Card, Chip, Columns, EmptyState, LinkButton, Name, Notice } from "../../ui/index.ts";
import { type FactLink, MissingList } from "./condition.page.tsx";
import type { OtherRule, Outlook, RightView } from "./outlook.ts";
import { isBad, OUTCOMES, statusWords } from "./outlook-words.ts";
import { PaperCard } from "./paper-form.page.tsx";
import type { OutlookPerson } from "./read-outlook.ts";
import { RightCard, rightAnchor } from "./right-card.page.tsx";
import { OutlookTimeline } from "./timeline.page.tsx";
import { Ways } from "./ways.page.tsx";

export interface SeenPerson {
  readonly person: OutlookPerson;
  readonly outlook: Outlook;
}
export interface OutlookPageView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly persons: readonly OutlookPerson[];
  /** one, or the whole family one after the other */
  readonly shown: readonly SeenPerson[];
}

export const outlookPath = (caseId: string): string => `/faelle/${caseId}/aufenthalt-und-fristen`;
export const factLinkOf = (caseId: string, personId: string): NonNullable<FactLink> => (key: string) => `/faelle/${caseId}/personen/${personId}/angaben#${key}`;

export function OutlookPage({ head, today, persons, shown }: OutlookPageView) {
  return (
    <CaseFrame head={head} today={today} current="outlook">
      {persons.length > 1 && <PersonChoice head={head} persons={persons} shown={shown} />}
      {shown.length === 0 && <EmptyState title="Niemand im Fall">Nehmen Sie zuerst eine Person in den Fall auf.</EmptyState>}
      {shown.map((one) => <PersonOutlook head={head} today={today} one={one} prefix={shown.length > 1 ? `${one.person.id.slice(-6)}-` : ""} />)}
      <p class="outlook-decides">Das Programm bereitet vor; entscheidet die Behörde. Gesetzestexte verglichen bis {germanDay(LAW_COMPARED_UNTIL as CalendarDay)}; Tage in der Zukunft nach heutigem Recht.</p>
    </CaseFrame>
  );
}

function PersonChoice({ head, persons, shown }: Pick<OutlookPageView, "head" | "persons" | "shown">) {
  const isAll = shown.length > 1;
  const current = (is: boolean) => (is ? { "aria-current": "page" as const } : {});
  return (
    <nav class="person-choice" aria-label="Person im Fall">
      {persons.map((person) => <a href={`${outlookPath(head.id)}?person=${person.id}`} {...current(!isAll && shown[0]?.person.id === person.id)}><bdi>{person.name}</bdi></a>)}
      <a href={`${outlookPath(head.id)}?person=alle`} {...current(isAll)}>Alle nacheinander</a>
    </nav>
  );
}

export function PersonOutlook({ head, today, one: { person, outlook }, prefix }: { head: CaseHead; today: CalendarDay; one: SeenPerson; prefix: string }) {
  const factLink = factLinkOf(head.id, person.id);
  const isAside = (right: RightView): boolean => right.group === "kurs" || right.group === "leistung";
  const papers = outlook.rights.filter((right) => !isAside(right));
  const aside = outlook.rights.filter(isAside);
  const whatIf = `${outlookPath(head.id)}/was-waere-wenn?person=${person.id}`;
  return (
    <section class="person-outlook" aria-label={`Aufenthalt und Fristen: ${person.name}`}>
      <Summary person={person} outlook={outlook} today={today} prefix={prefix} head={head} />
      <Card title="Zeitleiste"><OutlookTimeline outlook={outlook} today={today} name={person.name} /></Card>
      <Columns
        main={
          <>
            {papers.length > 0 && <h2 class="outlook-heading">Was jetzt zählt</h2>}
            {papers.length === 0 && aside.length > 0 && <Notice title={`Mit ${statusWords(outlook.status)} steht heute kein anderer Aufenthalt offen`}>Jetzt zählen Kurse, Leistungen und Nachweise für später. Was eine Anerkennung, eine Duldung oder ein Titel ändern würde, zeigt <a href={whatIf}>Was wäre wenn</a>.</Notice>}
            {papers.map((right) => <RightCard right={right} today={today} factLink={factLink} prefix={prefix} />)}
            {outlook.rights.length === 0 && <Notice title="Noch nichts zu rechnen">Erfassen Sie das heutige Aufenthaltspapier. Ohne es wäre jede Auskunft geraten. <a href={factLink("status")}>Papier erfassen</a></Notice>}
            <Ways ways={outlook.ways} today={today} />
            {aside.length > 0 && <h2 class="outlook-heading">Kurse und Leistungen</h2>}
            {aside.length > 0 && <div class="aside-rights">{aside.map((right) => <RightCard right={right} today={today} factLink={factLink} prefix={prefix} />)}</div>}
            <Others title="Fernere Ziele" list={outlook.goals} />
            <Others title="Weitere Regeln" list={outlook.others} isFolded />
          </>
        }
        side={
          <>
            <DaysCard outlook={outlook} today={today} prefix={prefix} />
            <MissingCard outlook={outlook} factLink={factLink} />
            <PaperCard head={head} person={person} />
          </>
        }
      />
    </section>
  );
}

function Summary({ person, outlook, today, prefix, head }: { person: OutlookPerson; outlook: Outlook; today: CalendarDay; prefix: string; head: CaseHead }) {
  const best = outlook.rights[0];
  const next = outlook.days[0];
  return (
    <div class="outlook-summary">
      <div class="outlook-who">
        <h2><Name latin={person.name} own={person.ownName} lang={person.ownLang} /></h2>
        <LinkButton href={`${outlookPath(head.id)}/was-waere-wenn?person=${person.id}`} kind="strong">Was wäre wenn</LinkButton>
      </div>
      <dl class="outlook-figures">
        <div><dt>Heute</dt><dd>{outlook.status === "" ? "Papier nicht erfasst" : statusWords(outlook.status)}</dd><dd class="quiet">{outlook.paperEnds === null ? (outlook.status === "" ? "" : "ohne erfasstes Ende") : `bis ${germanDay(outlook.paperEnds)}, ${relativeDay(outlook.paperEnds, today)}`}</dd></div>
        <div><dt>Nächster Tag, der zählt</dt><dd>{next === undefined ? "keiner bekannt" : germanDay(next.day)}</dd><dd class="quiet">{next === undefined ? "" : `${next.what}, ${relativeDay(next.day, today)}`}</dd></div>
        <div><dt>Wichtigster Weg</dt><dd>{best === undefined || best.outcome === null ? "noch offen" : <a href={`#${rightAnchor(prefix, best.rule)}`}>{best.group === "kurs" || best.group === "leistung" ? best.title : best.norm}: {isBad(best.outcome) && best.possibleFrom !== null ? `ab ${germanDay(best.possibleFrom)}` : OUTCOMES[best.outcome].word}</a>}</dd><dd class="quiet">{best?.steps[0]?.what ?? ""}</dd></div>
      </dl>
    </div>
  );
}

function DaysCard({ outlook, today, prefix }: { outlook: Outlook; today: CalendarDay; prefix: string }) {
  if (outlook.days.length === 0) return null;
  return (
    <Card title="Tage, die zählen">
      <ul class="lines">
        {outlook.days.map((one) => (
          <li>
            <b>{germanDay(one.day)}</b> <span class="quiet">{relativeDay(one.day, today)}</span>
            <span class="line-note">{one.rule === null ? one.what : <a href={`#${rightAnchor(prefix, one.rule)}`}>{one.what}</a>}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const MOST_ASKED = 6;
function MissingCard({ outlook, factLink }: { outlook: Outlook; factLink: FactLink }) {
  if (outlook.missing.length === 0) return null;
  return (
    <Card title="Im Gespräch klären" aside={<Chip>{outlook.missing.length}</Chip>}>
      <p class="quiet">Diese Antworten bringen am meisten.</p>
      <MissingList missing={outlook.missing.slice(0, MOST_ASKED)} factLink={factLink} />
      {outlook.missing.length > MOST_ASKED && <details><summary>{outlook.missing.length - MOST_ASKED} weitere</summary><MissingList missing={outlook.missing.slice(MOST_ASKED)} factLink={factLink} /></details>}
    </Card>
  );
}

function Others({ title, list, isFolded }: { title: string; list: readonly OtherRule[]; isFolded?: boolean }) {
  if (list.length === 0) return null;
  const lines = (
    <ul class="lines other-rules">
      {list.map((one) => (
        <li class="line">
          <span>{one.title} <span class="quiet">{one.norm}</span>{one.why !== "" && <span class="line-note">{one.why}</span>}</span>
          <span class="quiet">{one.outcome === null ? "nicht hinterlegt" : OUTCOMES[one.outcome].word}</span>
        </li>
      ))}
    </ul>
  );
  return isFolded ? <details class="card other-card"><summary>{title} ({list.length})</summary><p class="quiet">Sie zählen mit diesem Papier, Alter und Haushalt heute nicht.</p>{lines}</details> : <Card title={title}>{lines}</Card>;
}
