import { languageLabel, LANGUAGES } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, type HiddenFields, typedIn } from "../../cases/working/index.ts";
import type { FormState } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, ButtonRow, Card, Checkbox, CheckboxGroup, DataTable, EmptyState, Form, FormErrors, LinkButton, Notice, PageHead, RadioGroup, Select, TextField } from "../../ui/index.ts";
import { interpreterOptions } from "../appointment-form.page.tsx";
import { longDay } from "../local-time.ts";
import { type Appointment, leadWarning } from "../read-appointments.ts";
import type { InterpreterRow } from "./interpreters.sql.ts";

export interface PoolView {
  readonly pool: readonly InterpreterRow[];
  readonly leadDays: number;
  readonly mayKeep: boolean;
}
export function PoolPage({ pool, leadDays, mayKeep }: PoolView) {
  return (
    <>
      <PageHead title="Sprachmittlung" lead={`Wer im Aktenbereich dolmetscht. Üblich sind ${leadDays} Tage Vorlauf.`} actions={mayKeep && <LinkButton kind="strong" href="/sprachmittlung/neu">Hinzufügen</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Pool der Sprachmittlung" captionHidden dense={false} cards rows={pool} {...(mayKeep ? { rowHref: (i: InterpreterRow) => `/sprachmittlung/${i.id}` } : {})}
          empty={<EmptyState title="Noch niemand im Pool">Die Teamleitung trägt hier Dolmetschdienste und Personen mit ihren Sprachen ein.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (i) => <bdi>{i.name}</bdi> },
            { key: "languages", header: "Sprachen", card: "plain", cell: (i) => i.languages.map(languageLabel).join(", ") },
            { key: "reach", header: "Erreichbar", card: "plain", cell: (i) => <bdi>{i.reach}</bdi> },
            { key: "lead", header: "Vorlauf", nowrap: true, cell: (i) => `${i.lead_days ?? leadDays} Tage` },
            { key: "state", header: "Stand", card: "corner", cell: (i) => (i.is_retired ? "nicht mehr dabei" : "") },
          ]}
        />
      </Card>
    </>
  );
}

export interface InterpreterFormView {
  readonly form: FormState;
  readonly hidden: HiddenFields;
  readonly interpreter?: InterpreterRow;
  readonly leadDays: number;
}
export function InterpreterPage({ form, hidden, interpreter: i, leadDays }: InterpreterFormView) {
  const typed = typedIn(form);
  const now = form.stale as unknown as InterpreterRow | undefined;
  const title = i === undefined ? "In den Pool aufnehmen" : "Sprachmittlung bearbeiten";
  return (
    <>
      <PageHead title={title} />
      <Card>
        <Form {...hidden} label={title} {...(i === undefined ? {} : { version: now?.version ?? i.version })}>
          <FormErrors errors={form.refusals} />
          <TextField name="name" label="Dienst oder Person" maxlength={120} value={typed.text("name", i?.name)} {...typed.errorOf("name")} />
          <TextField name="reach" label="Erreichbar unter" optional maxlength={200} value={typed.text("reach", i?.reach)} {...typed.errorOf("reach")} />
          <CheckboxGroup name="languages" label="Sprachen" look="inline" values={typed.list("languages", i?.languages ?? [])} {...typed.errorOf("languages")} choices={LANGUAGES.filter((l) => l.value !== "de")} />
          <TextField name="leadDays" label="Vorlauf in Tagen" optional inputmode="numeric" width="short" hint={`Leer: wie üblich, ${leadDays} Tage`} value={typed.text("leadDays", i?.lead_days?.toString() ?? "")} {...typed.errorOf("leadDays")} />
          {i !== undefined && <Checkbox name="isRetired" label="nicht mehr dabei: wird nicht mehr vorgeschlagen" checked={typed.isChecked("isRetired", i.is_retired)} />}
          <ButtonRow><Button kind="strong">Speichern</Button><LinkButton kind="quiet" href="/sprachmittlung">Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
    </>
  );
}

export interface RequestView extends CaseFormView {
  readonly appointment: Appointment;
  readonly pool: readonly InterpreterRow[];
  readonly leadDays: number;
}
/** What the pool said, or whom to ask next. */
export function RequestPage(view: RequestView) {
  const { appointment: a, pool, leadDays, form, today } = view;
  const typed = typedIn(form);
  const r = a.interpreting;
  const isOpen = r !== null && (r.state === "requested" || r.state === "confirmed");
  const left = r === null ? null : leadWarning(a, today, leadDays);
  return (
    <CaseForm
      view={view} title="Sprachmittlung" submit="Speichern" current="appointments" version={r?.version ?? 0}
      above={
        <>
          <p>{longDay(a.day)}, {a.from}–{a.until} Uhr, auf {a.languageWord}.</p>
          {r !== null && <p>{r.interpreter === null ? "Noch niemand gefunden" : <><bdi>{r.interpreter}</bdi>{r.reach !== null && r.reach !== "" && <> ({r.reach})</>}: {r.stateWord}</>}, seit {germanDay(r.settledOn ?? r.requestedOn)}{r.confirmedBy !== "" && <>, <bdi>{r.confirmedBy}</bdi></>}.</p>}
          {left !== null && <Notice kind="warning" title="Der Vorlauf ist zu kurz">Bis zum Termin {left === 1 ? "ist es noch 1 Tag" : `sind es noch ${left} Tage`}; üblich sind {r?.leadDays ?? leadDays}. Rufen Sie an, oder <a href={`/faelle/${view.head.id}/termine/${a.id}/verlegen`}>verlegen Sie den Termin</a>.</Notice>}
        </>
      }
    >
      <RadioGroup name="do" label="Was ist?" value={typed.text("do", isOpen && r.interpreterId !== null ? "confirmed" : "ask")} {...typed.errorOf("do")} choices={[...(isOpen ? [{ value: "confirmed", label: "zugesagt" }, { value: "declined", label: "abgesagt, niemand kommt" }, { value: "cancelled", label: "wird nicht mehr gebraucht" }] : []), { value: "ask", label: isOpen ? "jemand anderen anfragen" : "anfragen" }]} />
      <TextField name="confirmedBy" label="Wer hat zu- oder abgesagt?" optional maxlength={120} hint="Name beim Dienst, damit Sie später wissen, mit wem es ausgemacht ist." value={typed.text("confirmedBy")} {...typed.errorOf("confirmedBy")} />
      <Select name="interpreterId" label="Wen anfragen?" value={typed.text("interpreterId", "open")} {...typed.errorOf("interpreterId")} options={interpreterOptions(pool, a.language, { open: "noch offen" })} hint="Einklang schreibt niemanden an: Rufen Sie an oder schreiben Sie, und nennen Sie nur Sprache, Tag, Uhrzeit und Ort." />
    </CaseForm>
  );
}
