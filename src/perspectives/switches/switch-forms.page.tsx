import { type CaseReaders, namesOf } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { DateField, RadioGroup, ReadersLine, Select, StaleComparison, TextArea, TextField } from "../../ui/index.ts";
import type { Item } from "./change-switches.ts";
import { OWNERS, type SwitchTemplate, switchTemplates } from "./templates.ts";

const personsOf = (view: CaseFormView) => view.head.persons.filter((p) => p.left_on === null).map((p) => ({ value: p.person_id, label: namesOf(p).latin }));

/** What nobody can compute: a recognition, a job, a move. */
export function NewSwitchPage(view: CaseFormView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Ereignis eintragen" submit="Checkliste anlegen" current="switches">
      <Select name="template" label="Was geschieht?" empty="Bitte wählen" value={typed.text("template")} options={switchTemplates.map((t) => ({ value: t.key, label: `${t.title} (${t.from} → ${t.to})` }))} {...typed.errorOf("template")} />
      <Select name="personId" label="Wen betrifft es?" value={typed.text("personId", view.head.mainPersonId)} options={personsOf(view)} {...typed.errorOf("personId")} />
      <DateField name="eventOn" label="An welchem Tag?" value={typed.text("eventOn")} hint="Zustellung, Ende des Titels, erster Arbeitstag, Umzug: der Tag, von dem an gerechnet wird" {...typed.errorOf("eventOn")} />
    </CaseForm>
  );
}

export interface DeclineView extends CaseFormView {
  readonly readers: CaseReaders;
  readonly template: SwitchTemplate;
  readonly eventOn: CalendarDay;
}
export function DeclinePage(view: DeclineView) {
  const typed = typedIn(view.form);
  return (
    <CaseForm view={view} title="Vorschlag ablehnen" submit="Ablehnen" current="switches" foot={<ReadersLine {...view.readers} />}>
      <p>{view.template.title}, {germanDay(view.eventOn)}. Der Vorschlag kommt für diesen Tag nicht wieder.</p>
      <TextArea name="reason" label="Warum?" rows={3} maxlength={500} value={typed.text("reason")} {...typed.errorOf("reason")} />
    </CaseForm>
  );
}

export interface ItemView extends CaseFormView {
  readonly readers: CaseReaders;
  readonly item?: Item;
}
const STATES = [{ value: "open", label: "offen" }, { value: "done", label: "erledigt" }, { value: "not_needed", label: "nicht nötig" }];
const stateWords = (state: string): string => STATES.find((s) => s.value === state)?.label ?? "";

export function ItemPage(view: ItemView) {
  const { item, form } = view;
  const typed = typedIn(form);
  const stale = form.stale as Item | undefined;
  const version = stale?.version ?? item?.version;
  return (
    <CaseForm
      view={view}
      title={item === undefined ? "Punkt hinzufügen" : "Punkt der Checkliste"}
      submit="Speichern"
      current="switches"
      foot={<ReadersLine {...view.readers} />}
      {...(version === undefined ? {} : { version })}
      above={stale && <StaleComparison fields={[
        { label: "Was ist zu tun?", typed: typed.text("title"), current: stale.title }, { label: "Bis wann?", typed: typed.text("dueOn"), current: germanDay(stale.dueOn) },
        { label: "Stand", typed: stateWords(typed.text("state")), current: stateWords(stale.state) }, { label: "Notiz", typed: typed.text("note"), current: stale.note },
      ]} />}
    >
      <TextField name="title" label="Was ist zu tun?" maxlength={300} value={typed.text("title", item?.title)} {...typed.errorOf("title")} />
      <Select name="ownerKind" label="Wer tut es?" value={typed.text("ownerKind", item?.ownerKind ?? "manager")} options={Object.entries(OWNERS).map(([value, label]) => ({ value, label }))} {...typed.errorOf("ownerKind")} />
      <TextField name="ownerName" label="Welche Stelle oder wer?" optional hint="bei „eine Stelle“ und „jemand anderes“" maxlength={100} value={typed.text("ownerName", item?.ownerName)} {...typed.errorOf("ownerName")} />
      <DateField name="dueOn" label="Bis wann?" value={typed.text("dueOn", item && germanDay(item.dueOn))} {...typed.errorOf("dueOn")} />
      {item !== undefined && <RadioGroup name="state" label="Stand" look="inline" value={typed.text("state", item.state)} choices={STATES} {...typed.errorOf("state")} />}
      {item !== undefined && <TextArea name="note" label="Notiz" optional rows={2} maxlength={500} value={typed.text("note", item.note)} {...typed.errorOf("note")} />}
    </CaseForm>
  );
}
