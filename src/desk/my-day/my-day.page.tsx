import type { ComponentChildren } from "preact";
import { phaseLabel } from "../../cases/index.ts";
import { type FollowUp, type LeftoverRow, type MyCaseRow, nameOf, shortName } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, Columns, EmptyState, Figure, FigureRow, Form, LineList, LinkButton, Name, PageHead } from "../../ui/index.ts";
import { caseLinks } from "../case-page/case-links.ts";
import { Task } from "../case-page/case-side.page.tsx";
import { AppointmentsCard } from "./day-appointments.page.tsx";
import { MeasuresCard } from "./day-measures.page.tsx";
import { SwitchesCard } from "./day-switches.page.tsx";
import { SheetsOfDay } from "../../handover/index.ts";
import type { MyDay } from "./read-my-day.ts";

export interface MyDayView {
  readonly day: MyDay;
  readonly givenName: string;
  readonly today: CalendarDay;
  readonly me: string;
  readonly isTeamLead: boolean;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}

const WEEKDAY = new Intl.DateTimeFormat("de", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

export function MyDayPage(view: MyDayView) {
  const { day, today, isTeamLead } = view;
  const nothing = day.leading === 0 && day.substituted.length === 0 && day.overdue.length + day.today.length + day.coming.length + day.leftovers.length + day.switches.items.length + day.switches.proposals.length + day.measures.length + day.appointments.length + day.sheets.length === 0;
  return (
    <>
      <PageHead
        title="Mein Tag"
        lead={WEEKDAY.format(new Date(`${today}T00:00:00Z`))}
        actions={
          <>
            <LinkButton href="/telefonnotiz">Telefonnotiz</LinkButton>
            <LinkButton href="/kurzberatungen/neu">Kurzberatung</LinkButton>
          </>
        }
      />
      {nothing ? <FirstSteps isTeamLead={isTeamLead} /> : <Filled view={view} />}
    </>
  );
}

function FirstSteps({ isTeamLead }: { isTeamLead: boolean }) {
  return (
    <Card>
      {isTeamLead ? (
        <EmptyState title="Heute ist nichts für Sie fällig" action={{ href: "/faelle?zustaendig=niemand", label: "Fälle ohne Zuständige ansehen", strong: true }}>
          Weisen Sie als Erstes zu, was noch niemand führt. Haben Sie noch keine Fälle, übernehmen Sie unter „Import“ Ihre Liste.
        </EmptyState>
      ) : (
        <EmptyState title="Noch ist kein Fall bei Ihnen" action={{ href: "/faelle/neu", label: "Ersten Fall anlegen", strong: true }}>
          Legen Sie einen Fall an, oder bitten Sie die Teamleitung, Ihnen einen zuzuweisen. Was fällig wird, steht dann jeden Morgen hier.
        </EmptyState>
      )}
    </Card>
  );
}

function Filled({ view }: { view: MyDayView }) {
  const { day } = view;
  return (
    <>
      <FigureRow>
        <Figure label="überfällig" value={day.overdue.length} tone={day.overdue.length > 0 ? "danger" : "neutral"} href={day.overdue.length > 0 ? "#ueberfaellig" : "#heute"} />
        <Figure label="heute" value={day.today.length} href="#heute" />
        <Figure label="nächste 7 Tage" value={day.coming.length} href="#danach" />
        <Figure label="Ihre laufenden Fälle" value={day.leading} href="/faelle?zustaendig=ich" />
      </FigureRow>
      <Columns
        main={
          <>
            <AppointmentsCard appointments={day.appointments} leadDays={day.leadDays} today={view.today} />
            {day.overdue.length > 0 && <Tasks id="ueberfaellig" title="Überfällig" tasks={day.overdue} view={view} />}
            <Tasks id="heute" title="Heute" tasks={day.today} view={view} empty="Für heute ist nichts mehr fällig." />
            <MeasuresCard measures={day.measures} today={view.today} form={view.form} />
            <SwitchesCard switches={day.switches} today={view.today} form={view.form} />
            <Tasks id="danach" title="Nächste 7 Tage" tasks={day.coming} view={view} empty="In den nächsten sieben Tagen wird nichts fällig." />
          </>
        }
        side={
          <>
            <SheetsOfDay sheets={day.sheets} />
            <QuickNote form={view.form()} />
            <Leftovers leftovers={day.leftovers} />
            <Cases title="Neu bei Ihnen" cases={day.newCases} note={(c) => `von ${shortName(nameOf(c.given_name, c.family_name))} am ${germanDay(c.since_on as CalendarDay)}`} />
            <Cases title="Sie vertreten" cases={day.substituted} note={(c) => `für ${shortName(nameOf(c.given_name, c.family_name))}${c.until_on === null ? "" : ` bis ${germanDay(c.until_on as CalendarDay)}`}`} />
          </>
        }
      />
    </>
  );
}

/** Today's list is shown whole; what is long past or yet to come is folded, so that today stays on the first screen. */
const SHOWN = 6;

const DayTask = ({ task, view }: { task: FollowUp; view: MyDayView }) => (
  <Task task={task} today={view.today} me={view.me} form={view.form} back="mein-tag">
    {" · "}
    <CaseName id={task.caseId} name={task.name} own={task.nameOwn} number={task.caseNumber} />
  </Task>
);

function Tasks({ id, title, tasks, view, empty }: { id: string; title: string; tasks: readonly FollowUp[]; view: MyDayView; empty?: string }) {
  // two more lines are shorter than the fold
  const most = id === "heute" || tasks.length <= SHOWN + 2 ? tasks.length : SHOWN;
  const [shown, folded] = [tasks.slice(0, most), tasks.slice(most)];
  return (
    <Card title={title} id={id}>
      {tasks.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <LineList>
          {shown.map((task) => <DayTask task={task} view={view} />)}
        </LineList>
      )}
      {folded.length > 0 && (
        <details class="more-lines">
          <summary>{folded.length} weitere zeigen</summary>
          <LineList>{folded.map((task) => <DayTask task={task} view={view} />)}</LineList>
        </details>
      )}
    </Card>
  );
}

const CaseName = ({ id, name, own, number }: { id: string; name: string; own: string; number: string }) => (
  <>
    <a href={caseLinks(id).page}>
      <bdi>{name}</bdi>
    </a>
    {own !== "" && (
      <>
        {" "}
        <bdi class="name-own">{own}</bdi>
      </>
    )}{" "}
    · Fall {number}
  </>
);

/** One line and one key: the number or the name, and what was said. */
function QuickNote({ form }: { form: { readonly csrf: string; readonly idempotencyKey: string } }) {
  return (
    <Card title="Telefonnotiz" aside={<a href="/telefonnotiz">mehr Angaben</a>}>
      <Form {...form} action="/telefonnotiz" label="Telefonnotiz" class="form quick-note">
        <input class="kern-form-input__input control" name="who" aria-label="Fallnummer oder Name" placeholder="Fallnummer oder Name" autocomplete="off" maxlength={100} />
        <input class="kern-form-input__input control" name="text" aria-label="Was wurde gesagt?" placeholder="Was wurde gesagt?" autocomplete="off" maxlength={500} />
        <button class="kern-btn btn kern-btn--secondary">
          <span class="kern-label">Notieren</span>
        </button>
      </Form>
    </Card>
  );
}

const LEFT: Readonly<Record<LeftoverRow["kind"], string>> = { draft: "Entwurf", note: "Notiz ergänzen", review: "Bemerkung prüfen" };

function Leftovers({ leftovers }: { leftovers: readonly LeftoverRow[] }) {
  if (leftovers.length === 0) return null;
  return (
    <Card title="Noch offen">
      <LineList>
        {leftovers.map((left) => (
          <div class="line">
            <a href={left.contact_id === null ? caseLinks(left.case_id).page : caseLinks(left.case_id).contact(left.contact_id)}>
              <Name latin={left.main_name} own={left.main_name_own} />
            </a>
            <span>
              <Chip tone={left.kind === "review" ? "warning" : "neutral"}>{LEFT[left.kind]}</Chip> <span class="quiet">{germanDay(left.on_day as CalendarDay)}</span>
            </span>
          </div>
        ))}
      </LineList>
    </Card>
  );
}

function Cases({ title, cases, note }: { title: string; cases: readonly MyCaseRow[]; note: (c: MyCaseRow) => ComponentChildren }) {
  if (cases.length === 0) return null;
  return (
    <Card title={title}>
      <LineList>
        {cases.map((c) => (
          <div>
            <div class="line">
              <a href={caseLinks(c.id).page}>
                <Name latin={c.main_name} own={c.main_name_own} />
              </a>
              <span class="quiet">{phaseLabel(c.phase)}</span>
            </div>
            <span class="line-note">{note(c)}</span>
          </div>
        ))}
      </LineList>
    </Card>
  );
}
