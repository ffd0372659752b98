import { ActionButton, type HiddenFields, optionsOf, typedIn } from "../../cases/index.ts";
import { addDays, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Checkbox, Chip, DataTable, DateField, EmptyState, FieldRow, FilterChoices, Form, LinkButton, Name, type Option, PageHead, PrintSheet, Select, StateLabel, TextField, TimeField } from "../../ui/index.ts";
import { OfficeFrame } from "../file/office-frame.page.tsx";
import type { OfficeHead } from "../file/office-head.ts";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";
import { APPOINTMENT_LOOKS, PURPOSES } from "../office-words.ts";
import { dayAddress } from "./appointment-address.ts";
import type { AppointmentRow } from "./appointments.sql.ts";
import type { ShownAppointment } from "./change-appointments.ts";

const LONG = new Intl.DateTimeFormat("de", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("de", { weekday: "short", day: "numeric", month: "numeric", timeZone: "UTC" });
const asDate = (day: CalendarDay): Date => new Date(`${day}T00:00:00Z`);
export const longDay = (day: CalendarDay): string => LONG.format(asDate(day));

export interface DayView {
  readonly day: CalendarDay;
  readonly today: CalendarDay;
  readonly week: readonly { readonly day: CalendarDay; readonly n: number }[];
  readonly appointments: readonly ShownAppointment[];
  readonly hidden: HiddenFields;
}
/** What an authority has on one day: person, time, room, purpose. */
export function AppointmentsPage({ day, today, week, appointments, hidden }: DayView) {
  return (
    <>
      <PageHead title="Termine" lead={longDay(day)} actions={<LinkButton href={dayAddress(day, "/termine/liste")}>Liste drucken</LinkButton>} />
      <div class="choice-rows">
        <FilterChoices label="Woche" choices={[{ label: "‹ Woche davor", href: dayAddress(addDays(day, -7)) }, ...week.map((w) => ({ label: SHORT.format(asDate(w.day)), href: dayAddress(w.day), current: w.day === day, ...(w.n === 0 ? {} : { count: w.n }) })), { label: "Woche danach ›", href: dayAddress(addDays(day, 7)) }, ...(day === today ? [] : [{ label: "Heute", href: "/termine" }])]} />
      </div>
      <Card flush>
        <DataTable
          caption={`Termine am ${germanDay(day)}`}
          captionHidden
          dense={false}
          cards
          rows={appointments}
          rowHref={(a) => `/vorgaenge/${a.personId}`}
          empty={<EmptyState title="An diesem Tag ist kein Termin">Termine legen Sie im Vorgang einer Person an.</EmptyState>}
          columns={[
            { key: "time", header: "Zeit", nowrap: true, card: "plain", cell: (a) => <b>{a.time}</b> },
            { key: "name", header: "Person", rowHeader: true, cell: (a) => <Name {...a.name} /> },
            { key: "purpose", header: "Zweck", cell: (a) => <>{a.purpose} {a.needsInterpreter && <Chip tone="warning">Sprachmittlung</Chip>}</> },
            { key: "place", header: "Raum", card: "plain", cell: (a) => <bdi>{a.place}</bdi> },
            { key: "who", header: "Bei", cell: (a) => (a.isMine ? "Ihnen" : <bdi>{a.owner}</bdi>) },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (a) => <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel> },
            { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (a) => <Marks appointment={a} today={today} hidden={hidden} /> },
          ]}
        />
      </Card>
      <details class="more-lines">
        <summary>Anderen Tag zeigen</summary>
        <Form method="get" action="/termine" label="Tag wählen" class="join-row"><DateField name="tag" label="Tag" value={germanDay(day)} /><Button>Zeigen</Button></Form>
      </details>
    </>
  );
}

/** Before the day one can move it, from the day on one ticks who came. */
function Marks({ appointment: a, today, hidden }: { appointment: ShownAppointment; today: CalendarDay; hidden: HiddenFields }) {
  const base = `/termine/${a.id}`;
  if (a.state !== "planned") return <a href={base}>Ändern</a>;
  return (
    <span class="button-row">
      {a.day <= today && <ActionButton hidden={hidden} action={`${base}/stand`} name="stand" value="came" label={`${a.name.latin}: erschienen`}>Erschienen</ActionButton>}
      {a.day <= today && <ActionButton hidden={hidden} action={`${base}/stand`} name="stand" value="no_show" kind="quiet" label={`${a.name.latin}: nicht erschienen`}>Nicht erschienen</ActionButton>}
      {a.day > today && <a href={base}>Ändern</a>}
    </span>
  );
}

export const AppointmentSheet = ({ day, appointments, printedBy, printedAt, roomName }: { day: CalendarDay; appointments: readonly ShownAppointment[]; printedBy: string; printedAt: string; roomName: string }) => (
  <PrintSheet title={`${roomName}: Termine am ${longDay(day)}`} printedBy={printedBy} printedAt={printedAt}>
    {appointments.length === 0 ? <p>Kein Termin.</p> : (
      <div class="sheet-scroll" role="region" aria-label="Terminliste" tabIndex={0}><table>
        <thead><tr><th scope="col">Zeit</th><th scope="col">Person</th><th scope="col">Zweck</th><th scope="col">Raum</th><th scope="col">Bei</th><th scope="col">Erschienen</th></tr></thead>
        <tbody>{appointments.filter((a) => a.state !== "cancelled").map((a) => <tr><td>{a.time}</td><th scope="row"><Name {...a.name} /></th><td>{a.purpose}{a.needsInterpreter && ", Sprachmittlung"}</td><td><bdi>{a.place}</bdi></td><td><bdi>{a.owner}</bdi></td><td>{a.state === "came" ? "ja" : a.state === "no_show" ? "nein" : "☐"}</td></tr>)}</tbody>
      </table></div>
    )}
  </PrintSheet>
);

export interface AppointmentView extends OfficeFormView {
  readonly owners: readonly Option[];
  readonly me: string;
  readonly appointment?: AppointmentRow;
}
export function AppointmentPage(view: AppointmentView) {
  const { appointment: a, form, head } = view;
  const typed = typedIn(form);
  const version = (form.stale as AppointmentRow | undefined)?.version ?? a?.version;
  return (
    <OfficeForm view={view} title={a === undefined ? "Neuer Termin" : "Termin"} submit={a === undefined ? "Termin anlegen" : "Termin ändern"} cancel={`/vorgaenge/${head.id}`} current="appointments" {...(version === undefined ? {} : { version })} side={a === undefined ? undefined : <States view={view} appointment={a} />}>
      <FieldRow>
        <DateField name="on" label="Tag" value={typed.text("on", a && germanDay(a.happens_on))} {...typed.errorOf("on")} />
        <TimeField name="time" label="Uhrzeit" value={typed.text("time", a?.time)} {...typed.errorOf("time")} />
      </FieldRow>
      <TextField name="place" label="Raum oder Ort" maxlength={80} width="medium" value={typed.text("place", a?.place)} {...typed.errorOf("place")} />
      <Select name="purpose" label="Zweck" value={typed.text("purpose", a?.purpose ?? "papers")} options={optionsOf(PURPOSES)} {...typed.errorOf("purpose")} />
      <Select name="ownerId" label="Bei wem?" value={typed.text("ownerId", a?.owner_id ?? view.me)} options={view.owners} {...typed.errorOf("ownerId")} />
      <Checkbox name="needsInterpreter" label="Sprachmittlung bestellen" checked={typed.isChecked("needsInterpreter", a?.needs_interpreter ?? head.needsInterpreter)} />
    </OfficeForm>
  );
}

function States({ view, appointment: a }: { view: AppointmentView; appointment: AppointmentRow }) {
  const mark = (state: string, words: string, kind: "plain" | "quiet" = "plain") => (a.state === state ? null : <ActionButton hidden={view.hidden} action={`/termine/${a.id}/stand`} name="stand" value={state} kind={kind}>{words}</ActionButton>);
  return <Card title="Stand">{mark("came", "Erschienen")}{mark("no_show", "Nicht erschienen")}{mark("cancelled", "Absagen", "quiet")}{mark("planned", "Wieder auf geplant", "quiet")}</Card>;
}

/** All appointments of one person. */
export const PersonAppointmentsPage = ({ head, appointments }: { head: OfficeHead; appointments: readonly ShownAppointment[] }) => (
  <OfficeFrame head={head} current="appointments">
    <Card title="Termine" flush aside={<LinkButton href={`/vorgaenge/${head.id}/termine/neu`} small>Neuer Termin</LinkButton>}>
      <DataTable
        caption="Termine der Person"
        captionHidden
        dense={false}
        cards
        rows={appointments}
        rowHref={(a) => `/termine/${a.id}`}
        empty={<EmptyState title="Noch kein Termin">Legen Sie den ersten an.</EmptyState>}
        columns={[
          { key: "when", header: "Wann", rowHeader: true, cell: (a) => `${a.dayText}, ${a.time}` },
          { key: "purpose", header: "Zweck", card: "plain", cell: (a) => a.purpose },
          { key: "place", header: "Raum", card: "plain", cell: (a) => <bdi>{a.place}</bdi> },
          { key: "who", header: "Bei", cell: (a) => (a.isMine ? "Ihnen" : <bdi>{a.owner}</bdi>) },
          { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (a) => <StateLabel {...APPOINTMENT_LOOKS[a.state]}>{a.stateWord}</StateLabel> },
        ]}
      />
    </Card>
  </OfficeFrame>
);
