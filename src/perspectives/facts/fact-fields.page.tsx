import { ActionButton, type HiddenFields, type Typed } from "../../cases/working/index.ts";
import { germanDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import type { FactSpec } from "../../rules/index.ts";
import { Card, Checkbox, Chip, DateField, FieldRow, LineList, RadioGroup, Select, TextField } from "../../ui/index.ts";
import { type FactEntry, isFinding } from "./fact-entry.ts";
import { helpOf } from "./fact-groups.ts";
import { EntryWords, type FactsPlace } from "./fact-lines.page.tsx";
import { isShare, SOURCES, valueWords, wordOf } from "./fact-words.ts";

/** One fact with what was told of it before. */
export interface FactHistoryView {
  readonly hidden: HiddenFields;
  readonly spec: FactSpec;
  /** of this fact, newest first; the one that counts today is marked */
  readonly history: readonly FactEntry[];
  readonly countingId: string | null;
  readonly mayWrite: boolean;
}

/** The value with its time, source and day. */
export function FactFields({ spec, typed, latest }: { spec: FactSpec; typed: Typed; latest: FactEntry | undefined }) {
  return (
    <>
        <p class="quiet">{helpOf(spec.key)}</p>
        <ValueField spec={spec} typed={typed} latest={latest} />
        <FieldRow>
          <DateField name="from" label="Gilt ab" optional value={typed.text("from")} hint={spec.growth === "months" ? "seit wann: Die Monate zählen dann von selbst weiter" : "leer, wenn es schon immer gilt"} {...typed.errorOf("from")} />
          <DateField name="to" label="Gilt bis" optional value={typed.text("to")} hint="leer, wenn es weiter gilt" {...typed.errorOf("to")} />
        </FieldRow>
        <RadioGroup name="source" label="Woher wissen Sie es?" value={typed.text("source", isFinding(spec.key) ? "finding" : "said")} choices={Object.entries(SOURCES).filter(([value]) => !isFinding(spec.key) || value === "finding").map(([value, label]) => ({ value, label }))} {...typed.errorOf("source")} />
        <TextField name="foundBy" label="Wer hat es festgestellt?" optional={!isFinding(spec.key)} hint={isFinding(spec.key) ? "Name und Stelle: Die Software stellt nichts fest" : "nur bei einer Feststellung: Name und Stelle"} maxlength={120} value={typed.text("foundBy")} {...typed.errorOf("foundBy")} />
        <DateField name="statedOn" label={isFinding(spec.key) ? "Wann festgestellt?" : "An welchem Tag?"} optional={!isFinding(spec.key)} {...(isFinding(spec.key) ? {} : { hint: "leer: heute" })} value={typed.text("statedOn")} {...typed.errorOf("statedOn")} />
    </>
  );
}

function ValueField({ spec, typed, latest }: { spec: FactSpec; typed: Typed; latest: FactEntry | undefined }) {
  const label = "Antwort";
  const error = typed.errorOf("value");
  switch (spec.type) {
    case "boolean": return <RadioGroup name="value" label={label} look="inline" value={typed.text("value")} choices={[{ value: "ja", label: "ja" }, { value: "nein", label: "nein" }]} {...error} />;
    case "enum": return <Select name="value" label={label} empty="Bitte wählen" value={typed.text("value")} options={(spec.values ?? []).map((value) => ({ value, label: wordOf(value, spec.key) }))} {...error} />;
    case "date": return <DateField name="value" label={label} value={typed.text("value")} {...error} />;
    case "number": return <TextField name="value" label={isShare(spec.key) ? "Antwort in Prozent" : label} inputmode="decimal" width="short" maxlength={10} {...(spec.growth === "months" ? { optional: true, hint: "leer, wenn Sie unten schreiben, seit wann" } : {})} value={typed.text("value")} {...error} />;
    case "list": return <Rows spec={spec} typed={typed} rows={Array.isArray(latest?.value) ? (latest.value as readonly Row[]) : []} {...error} />;
  }
}

type Row = Readonly<Record<string, unknown>>;
function inField(value: unknown): string {
  if (typeof value === "boolean") return value ? "ja" : "nein";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  const day = parseCalendarDay(value);
  return day === null ? value : germanDay(day);
}

/** The whole list each time: what stands there is filled in, and two lines are free. */
function Rows({ spec, typed, rows, error }: { spec: FactSpec; typed: Typed; rows: readonly Row[]; error?: string }) {
  return (
    <div class="answer-rows" id="f-value" tabindex={-1}>
      {error !== undefined && <p class="field-error">{error}</p>}
      <Checkbox name="none" label="keine" checked={typed.isChecked("none")} />
      {Array.from({ length: Math.min(20, rows.length + ((spec.items ?? []).length > 4 ? 1 : 2)) }, (_, i) => (
        <fieldset class="answer-row">
          <legend>Eintrag {i + 1}</legend>
          <FieldRow>{(spec.items ?? []).map((item) => {
            const name = `row${i}_${item.key}`;
            const value = typed.text(name, inField(rows[i]?.[item.key]));
            if (item.type === "date") return <DateField name={name} label={item.label} optional value={value} />;
            if (item.type === "number") return <TextField name={name} label={item.label} optional inputmode="numeric" width="short" maxlength={6} value={value} />;
            const options = item.type === "boolean" ? [{ value: "ja", label: "ja" }, { value: "nein", label: "nein" }] : (item.values ?? []).map((code) => ({ value: code, label: wordOf(code) }));
            return <Select name={name} label={item.label} optional empty="nicht bekannt" value={value} options={options} />;
          })}</FieldRow>
        </fieldset>
      ))}
    </div>
  );
}

/** What was told before, and the way to take back what was typed by mistake. */
export function FactHistory({ view, place }: { view: FactHistoryView; place: FactsPlace }) {
  return (
    <Card title="Bisher">
      <LineList>
        {view.history.map((entry) => (
          <div class="answer">
            <span><b>{valueWords(view.spec, entry.value)}</b> {entry.id === view.countingId && <Chip tone="success">zählt heute</Chip>}</span>
            <span class="line-note"><EntryWords entry={entry} caseId={place.caseId} /></span>
            {view.mayWrite && entry.caseId === place.caseId && (
              <ActionButton hidden={view.hidden} action={`${place.base}/${view.spec.key}/${entry.id}/zuruecknehmen`} kind="quiet" label={`Zurücknehmen: ${valueWords(view.spec, entry.value)}`}>Zurücknehmen</ActionButton>
            )}
          </div>
        ))}
      </LineList>
    </Card>
  );
}
