import type { HiddenFields } from "../../cases/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Card, Columns, EmptyState, Figure, FigureRow, LineList, LinkButton, Name, PageHead, StateLabel } from "../../ui/index.ts";
import { longDay } from "../appointments/appointments.page.tsx";
import { FollowUpLine } from "../file/follow-up-line.tsx";
import { APPOINTMENT_LOOKS } from "../office-words.ts";
import type { OfficeDay } from "./read-office-day.ts";

export interface OfficeDayView {
  readonly day: OfficeDay;
  readonly today: CalendarDay;
  readonly hidden: HiddenFields;
}
type Task = OfficeDay["today"][number];

export function OfficeDayPage(view: OfficeDayView) {
  const { day, today } = view;
  return (
    <>
      <PageHead title="Heute" lead={longDay(today)} actions={<><LinkButton href="/fristen">Fristenvorschau</LinkButton><LinkButton href="/personen/neu" kind="strong" keys="n p">Person aufnehmen</LinkButton></>} />
      {day.counts.persons === 0 ? (
        <Card><EmptyState title="Noch kein Vorgang" action={{ href: "/personen/neu", label: "Erste Person aufnehmen", strong: true }}>Jede Person, die Sie aufnehmen, hat hier ihren Vorgang mit Wiedervorlagen, Unterlagen und Terminen.</EmptyState></Card>
      ) : <Filled view={view} />}
    </>
  );
}

function Filled({ view }: { view: OfficeDayView }) {
  const { day } = view;
  return (
    <>
      <FigureRow>
        <Figure label="bei Ihnen überfällig" value={day.overdue.length} tone={day.overdue.length > 0 ? "danger" : "neutral"} href={day.overdue.length > 0 ? "#ueberfaellig" : "#heute"} />
        <Figure label="bei Ihnen heute" value={day.today.length} href="#heute" />
        <Figure label="neu im Posteingang" value={day.counts.inbox} href="/posteingang" {...(day.counts.requests > 0 ? { note: `${day.counts.requests} ${day.counts.requests === 1 ? "Anfrage" : "Anfragen"} offen` } : {})} />
        <Figure label="Unterlagen fehlen" value={day.room.missing} href="/vorgaenge?pruefung=fehlt" note="in allen Vorgängen" />
      </FigureRow>
      <Columns
        main={
          <>
            {day.overdue.length > 0 && <Tasks id="ueberfaellig" title="Überfällig" tasks={day.overdue} view={view} />}
            <Tasks id="heute" title="Heute" tasks={day.today} view={view} empty="Für heute ist nichts mehr fällig." />
            <Tasks id="danach" title="Nächste 7 Tage" tasks={day.coming} view={view} empty="In den nächsten sieben Tagen wird nichts fällig." />
          </>
        }
        side={<><ToJudge day={day} /><AppointmentsToday day={day} /></>}
      />
    </>
  );
}

/** Today's list is shown whole; what is long past or yet to come is folded, so that today stays on the first screen. */
const SHOWN = 6;
function Tasks({ id, title, tasks, view, empty }: { id: string; title: string; tasks: readonly Task[]; view: OfficeDayView; empty?: string }) {
  const most = id === "heute" || tasks.length <= SHOWN + 2 ? tasks.length : SHOWN;
  const line = ({ task, name }: Task) => <FollowUpLine task={task} today={view.today} hidden={view.hidden} back="heute">{" · "}<a href={`/vorgaenge/${task.personId}`}><Name {...name} /></a></FollowUpLine>;
  return (
    <Card title={title} id={id}>
      {tasks.length === 0 ? <p class="quiet">{empty}</p> : <LineList>{tasks.slice(0, most).map(line)}</LineList>}
      {tasks.length > most && <details class="more-lines"><summary>{tasks.length - most} weitere zeigen</summary><LineList>{tasks.slice(most).map(line)}</LineList></details>}
    </Card>
  );
}

function ToJudge({ day }: { day: OfficeDay }) {
  if (day.toJudge.length === 0) return null;
  return (
    <Card title="Wartet auf eine zweite Person">
      <LineList>{day.toJudge.map((d) => <div><a href={`/vorgaenge/${d.personId}/uebermittlungen/${d.id}`}>Übermittlung an <bdi>{d.recipient}</bdi></a><span class="line-note"><Name {...d.name} /> · von <bdi>{d.author}</bdi></span></div>)}</LineList>
    </Card>
  );
}

const SHOWN_APPOINTMENTS = 12;
function AppointmentsToday({ day: { appointments } }: { day: OfficeDay }) {
  return (
    <Card title="Termine heute" aside={<a href="/termine">Tag ansehen</a>}>
      {appointments.length === 0 ? <p class="quiet">Heute ist kein Termin.</p> : (
        <LineList>
          {appointments.slice(0, SHOWN_APPOINTMENTS).map((a) => (
            <div class="line">
              <div><b>{a.time}</b> <a href={`/vorgaenge/${a.personId}`}><Name {...a.name} /></a><span class="line-note">{a.purpose} · <bdi>{a.place}</bdi>{a.isMine ? " · bei Ihnen" : ""}</span></div>
              {a.state !== "planned" && <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel>}
            </div>
          ))}
        </LineList>
      )}
      {appointments.length > SHOWN_APPOINTMENTS && <p><a href="/termine">{appointments.length - SHOWN_APPOINTMENTS} weitere</a></p>}
    </Card>
  );
}
