import type { HiddenFields } from "../../cases/working/index.ts";
import { ActionButton } from "../../cases/working/index.ts";
import { addDays, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Checkbox, Columns, FilterChoices, Form, LineList, LinkButton, Name, Notice, PageHead, PrintSheet, StateLabel } from "../../ui/index.ts";
import { APPOINTMENT_LOOKS, PLACE_KINDS } from "../appointment-words.ts";
import { longDay } from "../local-time.ts";
import { leadWarning, type OwnAppointment } from "../read-appointments.ts";

export interface WeekView {
  readonly monday: CalendarDay;
  readonly today: CalendarDay;
  readonly appointments: readonly OwnAppointment[];
  readonly leadDays: number;
  readonly hasFeed: boolean;
}
export const weekAddress = (monday: CalendarDay, path = "/kalender", more = ""): string => `${path}?woche=${monday}${more}`;
const daysOf = (monday: CalendarDay): CalendarDay[] => Array.from({ length: 7 }, (_, i) => addDays(monday, i));
const weekWords = (monday: CalendarDay): string => `${germanDay(monday)} bis ${germanDay(addDays(monday, 6))}`;

/** The own week, day by day; a weekend without an appointment is left out. */
export function CalendarPage({ monday, today, appointments, leadDays, hasFeed }: WeekView) {
  const days = daysOf(monday).filter((day, i) => i < 5 || appointments.some((a) => a.day === day));
  const isThisWeek = monday <= today && today <= addDays(monday, 6);
  return (
    <>
      <PageHead title="Kalender" lead={`Ihre Woche vom ${weekWords(monday)}`} actions={<LinkButton href={weekAddress(monday, "/kalender/liste")}>Liste drucken</LinkButton>} />
      <div class="choice-rows">
        <FilterChoices label="Woche" choices={[{ label: "‹ Woche davor", href: weekAddress(addDays(monday, -7)) }, { label: "Diese Woche", href: "/kalender", current: isThisWeek }, { label: "Woche danach ›", href: weekAddress(addDays(monday, 7)) }]} />
      </div>
      <Columns
        main={days.map((day) => <DayCard day={day} isToday={day === today} today={today} leadDays={leadDays} appointments={appointments.filter((a) => a.day === day)} />)}
        side={
          <>
            <Card title="Im eigenen Kalender">
              <p>{hasFeed ? "Ihre Termine erscheinen in Ihrem Kalenderprogramm, ohne Namen." : "Ihre Termine können auch in Ihrem Kalenderprogramm stehen, ohne Namen."}</p>
              <p><a href="/kalender/abonnement">{hasFeed ? "Adresse erneuern oder sperren" : "Adresse einrichten"}</a></p>
            </Card>
            <Card title="Sprachmittlung"><p><a href="/sprachmittlung">Wer dolmetscht, und wie viel Vorlauf nötig ist</a></p></Card>
          </>
        }
      />
    </>
  );
}

function DayCard({ day, isToday, today, leadDays, appointments }: { day: CalendarDay; isToday: boolean; today: CalendarDay; leadDays: number; appointments: readonly OwnAppointment[] }) {
  return (
    <Card title={longDay(day)} {...(isToday ? { aside: <b class="tone-success">heute</b> } : {})}>
      {appointments.length === 0 ? <p class="quiet">Kein Termin.</p> : <LineList>{appointments.map((a) => <OwnLine a={a} today={today} leadDays={leadDays} />)}</LineList>}
    </Card>
  );
}

/** One of the own appointments: time, who, where; with what is still to be done for it. */
export function OwnLine({ a, today, leadDays }: { a: OwnAppointment; today: CalendarDay; leadDays: number }) {
  const left = leadWarning(a, today, leadDays);
  return (
    <div class="appointment">
      <div class="line">
        <span><b>{a.from}–{a.until}</b> <a href={`/faelle/${a.caseId}/termine#termin-${a.id}`}><Name latin={a.name} own={a.nameOwn} /></a></span>
        <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel>
      </div>
      <span class="line-note">
        {a.kindWord} · {PLACE_KINDS[a.placeKind]}{a.place !== "" && <>, <bdi>{a.place}</bdi></>} · Fall {a.caseNumber}
        {a.language !== "de" && <> · auf {a.languageWord}</>}
        {a.interpreting !== null && a.interpreting.state !== "cancelled" && <> · Sprachmittlung {a.interpreting.interpreter === null && a.interpreting.state === "requested" ? "noch offen" : a.interpreting.stateWord}</>}
        {left !== null && <> · <b class="tone-warning">Vorlauf zu kurz</b></>}
      </span>
    </div>
  );
}

export interface WeekSheetView {
  readonly monday: CalendarDay;
  readonly appointments: readonly OwnAppointment[];
  readonly withNames: boolean;
  readonly printedBy: string;
  readonly printedAt: string;
}
/** On paper without names unless they were chosen: a list lies on desks and in printers. */
export const WeekSheet = ({ monday, appointments, withNames, printedBy, printedAt }: WeekSheetView) => (
  <PrintSheet title={`Termine vom ${weekWords(monday)}`} printedBy={printedBy} printedAt={printedAt}>
    <p class="no-print">{withNames ? <a href={weekAddress(monday, "/kalender/liste")}>Ohne Namen</a> : <a href={weekAddress(monday, "/kalender/liste", "&namen=ja")}>Mit Namen</a>}</p>
    {appointments.length === 0 ? <p>Kein Termin.</p> : (
      <div class="sheet-scroll" role="region" aria-label="Terminliste" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">Tag</th><th scope="col">Zeit</th><th scope="col">{withNames ? "Person" : "Fall"}</th><th scope="col">Art</th><th scope="col">Ort</th><th scope="col">Sprache</th></tr></thead>
          <tbody>
            {appointments.filter((a) => a.state !== "cancelled").map((a) => (
              <tr><td>{germanDay(a.day)}</td><td class="nowrap">{a.from}–{a.until}</td><th scope="row" class={withNames ? undefined : "nowrap"}>{withNames ? <Name latin={a.name} own={a.nameOwn} /> : a.caseNumber}</th><td>{a.kindWord}</td><td>{PLACE_KINDS[a.placeKind]}{withNames && a.place !== "" && <>, <bdi>{a.place}</bdi></>}</td><td>{a.languageWord}{a.interpreting?.state === "confirmed" && ", Sprachmittlung zugesagt"}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </PrintSheet>
);

export interface FeedView {
  readonly hidden: HiddenFields;
  readonly feed: { readonly withNumbers: boolean; readonly since: string; readonly lastReadOn: CalendarDay | null } | null;
  /** told once, right after it was made */
  readonly address: string | null;
}
export function FeedPage({ hidden, feed, address }: FeedView) {
  return (
    <>
      <PageHead title="Termine im eigenen Kalender" lead="Eine Adresse, die Ihr Kalenderprogramm von selbst liest" />
      {address !== null && (
        <Notice kind="success" title="Ihre neue Adresse">
          <p><code class="feed-address">{address}</code></p>
          <p>Kopieren Sie sie jetzt in Ihr Kalenderprogramm („Kalender aus dem Internet“, „Abonnieren“). Sie wird nicht noch einmal gezeigt. Wer sie kennt, sieht Ihre Zeiten: Geben Sie sie niemandem weiter.</p>
        </Notice>
      )}
      <Card title={feed === null ? "Adresse einrichten" : "Ihre Adresse"}>
        {feed === null ? <p>Im Kalender steht zu jeder Zeit nur „Termin“. Namen, Orte und Anlässe gehen nie hinaus.</p> : <p>Eingerichtet {feed.since}{feed.withNumbers ? ", mit Fallnummern" : ", ohne Fallnummern"}. {feed.lastReadOn === null ? "Noch nie gelesen." : `Zuletzt gelesen am ${germanDay(feed.lastReadOn)}.`}</p>}
        <Form {...hidden} label="Adresse für das Kalenderprogramm">
          <Checkbox name="withNumbers" label="die Fallnummer dazuschreiben" checked={feed?.withNumbers ?? false} />
          <ButtonRow><Button kind="strong">{feed === null ? "Adresse einrichten" : "Neue Adresse, die alte sperren"}</Button><LinkButton kind="quiet" href="/kalender">Zurück zum Kalender</LinkButton></ButtonRow>
        </Form>
        {feed !== null && <ActionButton hidden={hidden} action="/kalender/abonnement/sperren" kind="danger">Adresse sperren</ActionButton>}
      </Card>
    </>
  );
}
