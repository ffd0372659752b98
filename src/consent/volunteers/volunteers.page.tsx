import { LANGUAGES, languageLabel, namesOf } from "../../cases/reading/index.ts";
import { ActionButton, CaseForm, type CaseFormView, type HiddenFields, optionsOf, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, DateField, EmptyState, FieldRow, PageHead, RadioGroup, Select, StateLabel, TextField, TimeField } from "../../ui/index.ts";
import { SharingLinks } from "../sharing-links.page.tsx";
import type { CaseTask, MyTask } from "./give-task.ts";
import { VOLUNTEER_STATES, VOLUNTEER_TASKS, type VolunteerState } from "./volunteer-words.ts";

const TONES = { offered: "accent", accepted: "success", declined: "warning", done: "neutral", cancelled: "neutral" } as const;
const SHAPES = { offered: "half", accepted: "full", declined: "cross", done: "check", cancelled: "cross" } as const;
const State = ({ state }: { state: VolunteerState }) => <StateLabel tone={TONES[state]} shape={SHAPES[state]}>{VOLUNTEER_STATES[state]}</StateLabel>;
const when = (t: { happens_on: CalendarDay; happens_at: string | null }): string => `${germanDay(t.happens_on)}${t.happens_at === null ? "" : `, ${t.happens_at} Uhr`}`;

export interface CaseVolunteersView extends CaseFormView {
  readonly tasks: readonly CaseTask[];
  readonly volunteers: readonly { readonly account_id: string; readonly given_name: string; readonly family_name: string; readonly organisation: string }[];
}

/** What volunteers were asked to do in this case, and a new task. */
export function CaseVolunteersPage(view: CaseVolunteersView) {
  const { head, tasks, volunteers, form, hidden } = view;
  const list = (
    <>
    <SharingLinks caseId={head.id} current="volunteers" />
    <Card title="Aufgaben im Ehrenamt">
      {tasks.length === 0
        ? <EmptyState title="Noch keine Aufgabe">Ehrenamtliche sehen Vorname, Zeit, Ort und Sprache. Von der Akte sehen sie nichts.</EmptyState>
        : <ul class="lines">{tasks.map((t) => (
            <li>
              <strong>{VOLUNTEER_TASKS[t.kind]}</strong>{t.title !== "" && <>: <bdi>{t.title}</bdi></>} · {when(t)} · <bdi>{t.place}</bdi> · {t.volunteer} <State state={t.state} />
              {(t.state === "offered" || t.state === "accepted") && <ActionButton hidden={hidden} action={`/faelle/${head.id}/ehrenamt/${t.id}/zurueckziehen`} kind="quiet">Zurückziehen</ActionButton>}
            </li>
          ))}</ul>}
    </Card>
    </>
  );
  if (volunteers.length === 0) {
    return <CaseForm view={view} title="Neue Aufgabe" submit="Anbieten" current="sharing" before={list}><p>Im Ehrenamt hat noch niemand ein Konto. Die Verwaltung der Kommune kann eines anlegen.</p></CaseForm>;
  }
  return (
    <CaseForm view={view} title="Neue Aufgabe" submit="Anbieten" current="sharing" before={list}>
      <p class="muted">Die Person im Ehrenamt sieht genau das, was hier steht.</p>
      <VolunteerTaskFields head={head} form={form} volunteers={volunteers} />
    </CaseForm>
  );
}

/** The questions of a task, on the page of the volunteers and at a step of a plan. */
export function VolunteerTaskFields({ head, form, volunteers, dueOn }: Pick<CaseVolunteersView, "head" | "form" | "volunteers"> & { readonly dueOn?: string }) {
  const typed = typedIn(form);
  const main = head.persons.find((p) => p.is_main);
  const firstName = main === undefined ? "" : (main.names[0]?.given ?? "").split(/\s/)[0] ?? "";
  return (
    <>
      <RadioGroup name="kind" label="Worum geht es?" look="chips" value={typed.text("kind", "accompany")} {...typed.errorOf("kind")} choices={optionsOf(VOLUNTEER_TASKS)} />
      <Select name="accountId" label="Wer?" empty="Bitte wählen" value={typed.text("accountId")} {...typed.errorOf("accountId")} options={volunteers.map((v) => ({ value: v.account_id, label: `${v.given_name} ${v.family_name} (${v.organisation})` }))} />
      <TextField name="title" label="Was soll getan werden?" optional maxlength={120} hint="Geschrieben für die Person im Ehrenamt. Nichts aus der Akte." value={typed.text("title")} {...typed.errorOf("title")} />
      <TextField name="firstName" label="Vorname der Person" maxlength={60} value={typed.text("firstName", firstName)} {...typed.errorOf("firstName")} {...(main === undefined ? {} : { hint: `aus der Akte: ${namesOf(main).latin}` })} />
      <FieldRow>
        <DateField name="happensOn" label="Tag" value={typed.text("happensOn", dueOn)} {...typed.errorOf("happensOn")} />
        <TimeField name="happensAt" label="Uhrzeit" optional value={typed.text("happensAt")} {...typed.errorOf("happensAt")} />
      </FieldRow>
      <TextField name="place" label="Ort" maxlength={120} hint="Treffpunkt, nicht die Wohnung, wenn es anders geht" value={typed.text("place")} {...typed.errorOf("place")} />
      <Select name="language" label="Sprache" optional empty="keine Angabe" value={typed.text("language")} options={LANGUAGES} />
    </>
  );
}

/** All that a volunteer sees. */
export function MyTasksPage({ tasks, today, hidden }: { tasks: readonly MyTask[]; today: CalendarDay; hidden: HiddenFields }) {
  return (
    <>
      <PageHead title="Meine Aufgaben" lead="Danke, dass Sie helfen. Hier steht, was Sie für die Aufgabe brauchen." />
      {tasks.length === 0 && <Card><EmptyState title="Zurzeit keine Aufgabe">Wenn Sie gebraucht werden, steht es hier.</EmptyState></Card>}
      {tasks.map((t) => (
        <Card title={<>{VOLUNTEER_TASKS[t.kind]} <State state={t.state} /></>}>
          {t.title !== "" && <p dir="auto">{t.title}</p>}
          <p><strong><bdi>{t.first_name}</bdi></strong>{t.language !== "" && <>, spricht {languageLabel(t.language)}</>}</p>
          <p>{t.state === "accepted" && t.happens_on < today ? <StateLabel tone="danger" shape="triangle">seit {when(t)} fällig</StateLabel> : <>{when(t)} ({relativeDay(t.happens_on, today)})</>}, <bdi>{t.place}</bdi></p>
          <div class="button-row">
            {t.state === "offered" && <Answer task={t} hidden={hidden} answer="accepted">Zusagen</Answer>}
            {(t.state === "offered" || t.state === "accepted") && <Answer task={t} hidden={hidden} answer="declined">Absagen</Answer>}
            {t.state === "accepted" && <Answer task={t} hidden={hidden} answer="done">Erledigt</Answer>}
            {t.state === "done" && <Answer task={t} hidden={hidden} answer="accepted">Doch nicht erledigt</Answer>}
          </div>
        </Card>
      ))}
    </>
  );
}

const Answer = ({ task, hidden, answer, children }: { task: MyTask; hidden: HiddenFields; answer: string; children: string }) => (
  <ActionButton hidden={hidden} action={`/ehrenamt/${task.id}/antwort`} name="answer" value={`${answer}.${task.version}`}>{children}</ActionButton>
);
