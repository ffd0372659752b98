import { CaseFrame, languageLabel, namesOf } from "../cases/reading/index.ts";
import { ActionButton, type CaseFormView } from "../cases/working/index.ts";
import { addDays, type CalendarDay, relativeDay } from "../kernel/calendar-day.ts";
import { Card, Chip, Columns, EmptyState, LineList, LinkButton, Notice, StateLabel } from "../ui/index.ts";
import { APPOINTMENT_LOOKS, MAIL_STATES, PLACE_KINDS } from "./appointment-words.ts";
import { shortDay } from "./local-time.ts";
import { type Appointment, leadWarning } from "./read-appointments.ts";

export interface AppointmentsView extends CaseFormView {
  readonly appointments: readonly Appointment[];
  readonly leadDays: number;
  readonly mailIsSet: boolean;
  readonly now: Date;
  readonly mayWrite: boolean;
}
export const appointmentsPath = (caseId: string): string => `/faelle/${caseId}/termine`;

export function AppointmentsPage(view: AppointmentsView) {
  const { head, today, appointments, now, mayWrite } = view;
  const coming = appointments.filter((a) => a.endsAt > now && a.state === "planned");
  const toMark = appointments.filter((a) => a.endsAt <= now && a.state === "planned").reverse();
  const past = appointments.filter((a) => !coming.includes(a) && !toMark.includes(a)).reverse();
  const make = { href: `${appointmentsPath(head.id)}/neu`, label: "Termin eintragen", strong: true };
  return (
    <CaseFrame head={head} today={today} current="appointments">
      <Columns
        main={
          <>
            {toMark.length > 0 && <Card title="War jemand da?"><LineList>{toMark.map((a) => <AppointmentLine view={view} a={a} />)}</LineList></Card>}
            <Card title="Kommende Termine" aside={mayWrite && <LinkButton small kind="strong" href={make.href}>Termin eintragen</LinkButton>}>
              {coming.length === 0 ? <EmptyState title="Kein Termin geplant" {...(mayWrite ? { action: make } : {})}>Tragen Sie ein, wann Sie sich das nächste Mal sehen.</EmptyState> : <LineList>{coming.map((a) => <AppointmentLine view={view} a={a} />)}</LineList>}
            </Card>
            {past.length > 0 && <Card title="Vergangene, abgesagte und verlegte"><LineList>{past.slice(0, 8).map((a) => <AppointmentLine view={view} a={a} />)}</LineList>{past.length > 8 && <details class="more-lines"><summary>{past.length - 8} ältere zeigen</summary><LineList>{past.slice(8).map((a) => <AppointmentLine view={view} a={a} />)}</LineList></details>}</Card>}
          </>
        }
        side={<><SafeCard view={view} /><Card title="Ihre Woche"><p>Alle Ihre Termine, auch für das eigene Kalenderprogramm: <a href="/kalender">Kalender</a></p></Card></>}
      />
    </CaseFrame>
  );
}

const DAYS_TO_MARK = 14;
const placeOf = (a: Appointment): string => [PLACE_KINDS[a.placeKind], a.place].filter(Boolean).join(", ");

function AppointmentLine({ view, a }: { view: AppointmentsView; a: Appointment }) {
  const { head, today, mayWrite } = view;
  const persons = head.persons.filter((p) => a.personIds.includes(p.person_id));
  const base = `${appointmentsPath(head.id)}/${a.id}`;
  return (
    <div class="appointment" id={`termin-${a.id}`}>
      <div class="line">
        <span><a href={mayWrite && a.state !== "moved" ? base : a.kind === "conference" ? `/faelle/${head.id}/fallkonferenzen` : `#termin-${a.id}`}><b>{shortDay(a.day)}, {a.from}–{a.until}</b></a> · {a.kindWord}{a.subject !== "" && <>: <bdi>{a.subject}</bdi></>}</span>
        <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel>
      </div>
      <span class="line-note">
        {a.state === "planned" && <>{relativeDay(a.day, today)} · </>}<bdi>{placeOf(a)}</bdi>
        {head.persons.length > 1 && persons.length > 0 && <> · mit <bdi>{persons.map((p) => namesOf(p).latin).join("; ")}</bdi></>}
        {(a.withAccount ?? a.withOrganisation) !== null && <> · bei <bdi>{[a.withAccountId === null ? null : a.withAccount, a.withOrganisation].filter(Boolean).join(" und ")}</bdi></>}
        {a.language !== "de" && <> · auf {languageLabel(a.language)}</>}
        {a.isEntrusted && <> · <Chip tone="warning">anvertraut</Chip></>}
        {a.movedToId !== null && <> · <a href={`#termin-${a.movedToId}`}>neuer Termin</a></>}
        {a.noShowContactId !== null && <> · <a href={`/faelle/${head.id}/kontakte/${a.noShowContactId}`}>Kontakt dazu</a></>}
      </span>
      <Interpreting view={view} a={a} />
      <Reminders view={view} a={a} />
      {mayWrite && <Marks view={view} a={a} />}
    </div>
  );
}

function Interpreting({ view: { head, today, leadDays, mayWrite }, a }: { view: AppointmentsView; a: Appointment }) {
  const r = a.interpreting;
  if (r === null && a.state !== "planned") return null;
  const href = `${appointmentsPath(head.id)}/${a.id}/sprachmittlung`;
  if (r === null) return mayWrite && a.language !== "de" ? <span class="line-note"><a href={href}>Sprachmittlung anfragen</a></span> : null;
  const left = leadWarning(a, today, leadDays);
  // whoever was asked comes, until somebody calls
  const comesForNothing = a.state === "cancelled" && (r.state === "requested" || r.state === "confirmed");
  return (
    <span class="line-note">
      Sprachmittlung {languageLabel(r.language)}: {r.interpreter === null && r.state === "requested" ? "noch niemand gefunden" : <><bdi>{r.interpreter ?? "ohne Pool"}</bdi>, <b class={r.state === "confirmed" ? "tone-success" : r.state === "declined" ? "tone-danger" : ""}>{r.stateWord}</b></>}
      {r.confirmedBy !== "" && <> von <bdi>{r.confirmedBy}</bdi></>}
      {left !== null && <> · <b class="tone-warning">Vorlauf zu kurz: {left === 0 ? "heute" : left === 1 ? "noch 1 Tag" : `noch ${left} Tage`}, üblich sind {r.leadDays ?? leadDays}</b></>}
      {comesForNothing && <> · <b class="tone-warning">Der Termin ist abgesagt: noch abbestellen</b></>}
      {mayWrite && (a.state === "planned" || comesForNothing) && <> · <a href={href}>{comesForNothing ? "abbestellen" : r.state === "requested" ? "Antwort eintragen" : "ändern"}</a></>}
    </span>
  );
}

function Reminders({ view: { head, mailIsSet, today }, a }: { view: AppointmentsView; a: Appointment }) {
  if (a.state !== "planned" || a.reminders.length === 0) return null;
  return (
    <>
      {a.reminders.map((m) => {
        const person = head.persons.find((p) => p.person_id === m.personId);
        const way = person === undefined ? "nobody" : safeWay(person.channels, today);
        const words = m.state === "waiting" ? (way === "email" ? (mailIsSet ? `Mail am ${shortDay(m.dueAt.toISOString().slice(0, 10) as CalendarDay)}` : "keine Mail: Es ist kein Mailserver eingestellt") : way === "phone" ? "nur Telefon sicher: Sie werden ans Anrufen erinnert" : "nichts geht hinaus: Kein Weg ist als sicher vermerkt") : MAIL_STATES[m.state];
        return <span class="line-note">Erinnerung{head.persons.length > 1 && person !== undefined ? <> an <bdi>{namesOf(person).latin}</bdi></> : null}: {words}</span>;
      })}
    </>
  );
}

type Channels = readonly { readonly kind: string; readonly value: string; readonly is_safe: boolean | null }[];
const safeWay = (channels: Channels, _today: CalendarDay): "email" | "phone" | "nobody" => {
  const safe = channels.filter((c) => c.is_safe === true);
  return safe.some((c) => c.kind === "email") ? "email" : safe.some((c) => c.kind === "mobile" || c.kind === "phone") ? "phone" : "nobody";
};

function SafeCard({ view: { head, today, mailIsSet } }: { view: AppointmentsView }) {
  const persons = head.persons.filter((p) => p.left_on === null);
  const words = { email: "E-Mail", phone: "nur Telefon", nobody: "kein sicherer Weg" } as const;
  return (
    <Card title="Erinnerungen">
      <p>Sie gehen nur über einen Weg hinaus, der als sicher vermerkt ist, und nennen nichts als Tag und Uhrzeit.</p>
      <LineList>
        {persons.map((p) => {
          const way = safeWay(p.channels, today);
          return <div class="line"><a href={`/personen/${p.person_id}`}><bdi>{namesOf(p).latin}</bdi></a><span class={way === "nobody" ? "tone-warning" : "quiet"}>{words[way]}</span></div>;
        })}
      </LineList>
      {!mailIsSet && <Notice kind="info" title="Kein Mailserver">Es geht keine Mail hinaus. Die Verwaltung kann einen Mailserver einstellen.</Notice>}
    </Card>
  );
}

function Marks({ view, a }: { view: AppointmentsView; a: Appointment }) {
  const base = `${appointmentsPath(view.head.id)}/${a.id}`;
  const mark = (state: string, words: string, kind: "plain" | "quiet" = "quiet") => <ActionButton hidden={view.hidden} action={`${base}/stand`} name="state" value={state} kind={kind} label={`${words}: ${shortDay(a.day)}, ${a.from}`}>{words}</ActionButton>;
  const began = a.startsAt <= view.now;
  // long ago nobody marks anything any more
  if (a.state === "moved" || (a.state !== "planned" && a.day < addDays(view.today, -DAYS_TO_MARK))) return null;
  if (a.kind === "conference" && (a.state !== "kept" && (a.state !== "planned" || !began))) return <span class="button-row"><LinkButton small kind="quiet" href={`/faelle/${view.head.id}/fallkonferenzen`}>Zur Fallkonferenz</LinkButton></span>;
  if (a.state !== "planned") return <span class="button-row">{a.state === "kept" && <LinkButton small kind="quiet" href={`/faelle/${view.head.id}/kontakte/neu`}>Gespräch festhalten</LinkButton>}{mark("planned", "Zurücknehmen")}</span>;
  return (
    <span class="button-row">
      {began ? <>{mark("kept", "Erschienen", "plain")}{mark("no_show", "Nicht erschienen", "plain")}</> : <LinkButton small kind="quiet" href={`${base}/verlegen`}>Verlegen</LinkButton>}
      {a.kind === "conference" ? <LinkButton small kind="quiet" href={`/faelle/${view.head.id}/fallkonferenzen`}>Zur Fallkonferenz</LinkButton> : mark("cancelled", "Absagen")}
    </span>
  );
}
