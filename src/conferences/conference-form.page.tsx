import { longDay, When } from "../appointments/index.ts";
import { type CaseReaders, namesOf } from "../cases/reading/index.ts";
import { CaseForm, type CaseFormView, choicesOf, typedIn } from "../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";
import { Checkbox, CheckboxGroup, DateField, FieldRow, type Option, ReadersLine, Select, TextArea, TextField, TimeField } from "../ui/index.ts";
import { MOST_ITEMS } from "./decide-conference.ts";
import type { OfficeRow } from "./offices.sql.ts";
import type { Conference } from "./read-conferences.ts";

export interface ConferenceFormView extends CaseFormView {
  readonly team: readonly Option[];
  readonly me: string;
  readonly offices: readonly OfficeRow[];
  readonly dayProposal: CalendarDay;
  readonly readers: CaseReaders;
  readonly conference?: Conference;
}
export const conferencesPath = (caseId: string): string => `/faelle/${caseId}/fallkonferenzen`;

export function ConferenceFormPage(view: ConferenceFormView) {
  const { conference: k, form, head, team, offices } = view;
  const typed = typedIn(form);
  const persons = head.persons.filter((p) => p.left_on === null);
  const of = (kind: string): string[] => k?.participants.filter((p) => p.kind === kind).map((p) => p.ofId) ?? [];
  const [near, far] = [offices.filter((o) => o.has_consent), offices.filter((o) => !o.has_consent)];
  return (
    <CaseForm view={view} title={k === undefined ? "Fallkonferenz einberufen" : "Einladung und Punkte ändern"} submit={k === undefined ? "Einberufen" : "Speichern"} current="conferences" {...(k === undefined ? {} : { version: k.version })} foot={<ReadersLine {...view.readers} />}>
      <TextArea name="question" label="Welche Frage soll geklärt werden?" rows={2} maxlength={1000} value={typed.text("question", k?.question)} {...typed.errorOf("question")} />
      {k === undefined && (
        <>
          <FieldRow>
            <DateField name="on" label="Tag" picker value={typed.text("on", germanDay(view.dayProposal))} {...typed.errorOf("on")} />
            <TimeField name="from" label="Beginn" value={typed.text("from")} {...typed.errorOf("from")} />
            <TimeField name="until" label="Ende" optional hint="Leer: eine Stunde" value={typed.text("until")} {...typed.errorOf("until")} />
          </FieldRow>
          <TextField name="place" label="Ort" optional maxlength={200} value={typed.text("place")} {...typed.errorOf("place")} />
        </>
      )}
      <CheckboxGroup name="accountIds" label="Aus dem Fallteam" look="inline" values={typed.list("accountIds", k === undefined ? [view.me] : of("account"))} {...typed.errorOf("accountIds")} choices={team} />
      <CheckboxGroup name="personIds" label="Aus dem Fall" look="inline" hint="Am besten spricht, um wen es geht, selbst mit." values={typed.list("personIds", k === undefined ? persons.filter((p) => p.is_main).map((p) => p.person_id) : of("person"))} {...typed.errorOf("personIds")} choices={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} />
      {near.length > 0 && <CheckboxGroup name="organisationIds" label="Stellen, für die es eine Einwilligung gibt" look="inline" values={typed.list("organisationIds", of("office"))} {...typed.errorOf("organisationIds")} choices={near.map((o) => ({ value: o.id, label: o.name }))} />}
      {far.length > 0 && (
        <details class="more-lines" open={far.some((o) => typed.list("organisationIds", of("office")).includes(o.id))}>
          <summary>Andere Stellen: ohne Einwilligung hören sie nichts über den Fall</summary>
          <CheckboxGroup name="organisationIds" label="Andere Stellen" look="inline" values={typed.list("organisationIds", of("office"))} choices={far.map((o) => ({ value: o.id, label: o.name }))} />
        </details>
      )}
      <Agenda view={view} />
    </CaseForm>
  );
}

function Agenda({ view: { form, head, conference: k } }: { view: ConferenceFormView }) {
  const typed = typedIn(form);
  const persons = head.persons.filter((p) => p.left_on === null);
  const rows = Array.from({ length: MOST_ITEMS }, (_, i) => i + 1);
  const filled = Math.max(1, k?.items.length ?? 0, ...rows.filter((n) => typed.text(`title${n}`) !== ""));
  const row = (n: number) => {
    const item = k?.items[n - 1];
    return (
      <fieldset class="agenda-item">
        <legend>Punkt {n}</legend>
        <TextField name={`title${n}`} label="Worüber wird gesprochen?" maxlength={200} {...(n > 1 ? { optional: true } : {})} value={typed.text(`title${n}`, item?.title)} {...typed.errorOf(`title${n}`)} />
        <FieldRow>
          <Select name={`area${n}`} label="Lebensbereich" empty="bitte wählen" value={typed.text(`area${n}`, item?.lifeArea ?? "")} {...typed.errorOf(`area${n}`)} options={choicesOf(head.lifeAreas.filter((a) => !a.is_retired))} />
          {persons.length > 1 ? <Select name={`about${n}`} label="Über wen?" empty="alle aus dem Fall" value={typed.text(`about${n}`, item?.personId ?? "")} {...typed.errorOf(`about${n}`)} options={persons.map((p) => ({ value: p.person_id, label: namesOf(p).latin }))} /> : <input type="hidden" name={`about${n}`} value={persons[0]?.person_id ?? ""} />}
        </FieldRow>
        <Checkbox name={`entrusted${n}`} label="anvertraut: nur im Team" checked={typed.isChecked(`entrusted${n}`, item?.isEntrusted)} />
      </fieldset>
    );
  };
  return (
    <>
      {rows.slice(0, filled + 1).map(row)}
      {filled + 1 < MOST_ITEMS && <details class="more-lines"><summary>Weitere Punkte</summary>{rows.slice(filled + 1).map(row)}</details>}
    </>
  );
}

export interface MoveConferenceView extends CaseFormView {
  readonly conference: Conference;
  readonly dayProposal: CalendarDay;
}
export function MoveConferencePage(view: MoveConferenceView) {
  const { conference: k } = view;
  const outside = k.participants.filter((p) => p.kind !== "account");
  return (
    <CaseForm view={view} title="Fallkonferenz verlegen" submit="Verlegen" current="conferences" version={k.version}>
      <p>Bisher: {longDay(k.appointment.day)}, {k.appointment.from}–{k.appointment.until} Uhr.</p>
      {outside.length > 0 && <p class="quiet">Danach steht auf Ihrem Tag, wem Sie Bescheid geben: <bdi>{outside.map((p) => p.name).join(", ")}</bdi>. Die Einladungen gibt es mit dem neuen Termin.</p>}
      <When view={view} />
    </CaseForm>
  );
}

export interface ProtocolView extends CaseFormView {
  readonly conference: Conference;
  readonly dueProposal: CalendarDay;
}
export const MOST_TASKS = 4;
export function ProtocolPage(view: ProtocolView) {
  const { conference: k, form } = view;
  const typed = typedIn(form);
  const who = k.participants.filter((p) => p.kind !== "person").map((p) => ({ value: `${p.kind}:${p.ofId}`, label: p.name }));
  return (
    <CaseForm view={view} title="Protokoll der Fallkonferenz" submit="Protokoll abschließen" current="conferences" version={k.version}>
      <p>{k.question}</p>
      <CheckboxGroup name="presentIds" label="Wer war da?" look="inline" values={typed.list("presentIds", k.participants.map((p) => p.id))} {...typed.errorOf("presentIds")} choices={k.participants.map((p) => ({ value: p.id, label: p.name }))} />
      <TextArea name="agreements" label="Was wurde vereinbart?" rows={6} maxlength={8000} hint="Nur Ergebnisse, keine Wortbeiträge. Danach lässt sich das Protokoll nicht mehr ändern." value={typed.text("agreements")} {...typed.errorOf("agreements")} />
      {Array.from({ length: MOST_TASKS }, (_, i) => i + 1).map((n) => (
        <fieldset class="agenda-item">
          <legend>Aufgabe {n}</legend>
          <TextField name={`task${n}`} label="Was ist zu tun?" optional maxlength={300} value={typed.text(`task${n}`)} {...typed.errorOf(`task${n}`)} />
          <FieldRow>
            <Select name={`who${n}`} label="Wer?" value={typed.text(`who${n}`, who[0]?.value)} {...typed.errorOf(`who${n}`)} options={who} />
            <DateField name={`due${n}`} label="Bis wann?" value={typed.text(`due${n}`, germanDay(view.dueProposal))} {...typed.errorOf(`due${n}`)} />
          </FieldRow>
        </fieldset>
      ))}
    </CaseForm>
  );
}
