import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { CheckboxGroup, DateField, FieldRow, Notice, RadioGroup, ReadersLine, Select, StaleComparison, TextArea, TextField } from "../../ui/index.ts";
import { CaseForm, type CaseFormView, choicesOf, optionsOf } from "../case-form.page.tsx";
import type { Labelled } from "../case-file.sql.ts";
import { ADMISSION_DECISIONS, languageLabel, LANGUAGES, RELEASE_FORMS } from "../case-words.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import type { currentAdmission } from "./record-admission.ts";

type Current = Awaited<ReturnType<typeof currentAdmission>>;
export interface AdmissionView extends CaseFormView {
  readonly admission: Current;
  readonly lifeAreas: readonly Labelled[];
  readonly criteria: readonly Labelled[];
  readonly legalBases: readonly Labelled[];
  readonly readers: CaseReaders;
}

const dayText = (day: CalendarDay | null): string => (day === null ? "" : germanDay(day));

export function AdmissionPage(view: AdmissionView) {
  const { admission, form } = view;
  const typed = typedIn(form);
  const stale = form.stale as Current | undefined;
  return (
    <CaseForm view={view} title="Aufnahme" submit="Speichern" version={stale?.version ?? admission.version} guarded above={stale && <Compare stale={stale} view={view} />} foot={<ReadersLine {...view.readers} />}>
      <h3>Zugang</h3>
      <TextField name="accessRoute" label="Wie kam die Person zu Ihnen?" optional maxlength={200} value={typed.text("accessRoute", admission.accessRoute)} {...typed.errorOf("accessRoute")} />
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="inline" values={typed.list("lifeAreas", admission.lifeAreas)} {...typed.errorOf("lifeAreas")} choices={choicesOf(view.lifeAreas)} />
      {view.criteria.length > 0 && <CheckboxGroup name="criteriaMet" label="Aufnahmekriterien, die zutreffen" optional values={typed.list("criteriaMet", admission.criteriaMet)} {...typed.errorOf("criteriaMet")} choices={choicesOf(view.criteria)} />}
      <h3>Information und Entbindung</h3>
      <FieldRow>
        <DateField name="informedOn" label="Über die Verarbeitung informiert am" optional value={typed.text("informedOn", dayText(admission.informedOn))} {...typed.errorOf("informedOn")} />
        <Select name="informedLanguage" label="in der Sprache" optional empty="bitte wählen" value={typed.text("informedLanguage", admission.informedLanguage)} options={LANGUAGES} {...typed.errorOf("informedLanguage")} />
      </FieldRow>
      <FieldRow>
        <DateField name="teamReleaseOn" label="Team von der Schweigepflicht entbunden am" optional value={typed.text("teamReleaseOn", dayText(admission.teamReleaseOn))} {...typed.errorOf("teamReleaseOn")} />
        <Select name="teamReleaseForm" label="Form" optional empty="bitte wählen" value={typed.text("teamReleaseForm", admission.teamReleaseForm)} options={optionsOf(RELEASE_FORMS)} {...typed.errorOf("teamReleaseForm")} />
      </FieldRow>
      <h3>Entscheidung</h3>
      <RadioGroup name="decision" label="Entscheidung" optional value={typed.text("decision", admission.decision)} {...typed.errorOf("decision")} choices={[{ value: "", label: "noch offen" }, ...optionsOf(ADMISSION_DECISIONS)]} />
      <DateField name="decidedOn" label="Entschieden am" optional value={typed.text("decidedOn", dayText(admission.decidedOn))} {...typed.errorOf("decidedOn")} />
      <Select name="legalBasisId" label="Rechtsgrundlage" optional empty="bitte wählen" value={typed.text("legalBasisId", admission.legalBasisId)} options={choicesOf(view.legalBases)} {...typed.errorOf("legalBasisId")} />
      {view.legalBases.length === 0 && <Notice kind="warning">Im Verzeichnis der Kommune steht noch keine Rechtsgrundlage. Ohne sie lässt sich nichts entscheiden: Fragen Sie die Verwaltung.</Notice>}
      <TextArea name="reason" label="Begründung" optional rows={4} value={typed.text("reason", admission.reason)} {...typed.errorOf("reason")} />
    </CaseForm>
  );
}

function Compare({ stale, view }: { stale: Current; view: AdmissionView }) {
  const typed = typedIn(view.form);
  const decision = (key: string): string => (key === "" ? "noch offen" : (ADMISSION_DECISIONS[key as keyof typeof ADMISSION_DECISIONS] ?? key));
  return (
    <StaleComparison
      fields={[
        { label: "Entscheidung", typed: decision(typed.text("decision")), current: decision(stale.decision ?? "") },
        { label: "Begründung", typed: typed.text("reason"), current: stale.reason },
        { label: "Informiert am", typed: typed.text("informedOn"), current: dayText(stale.informedOn) },
        { label: "Sprache", typed: typed.text("informedLanguage") && languageLabel(typed.text("informedLanguage")), current: stale.informedLanguage && languageLabel(stale.informedLanguage) },
        { label: "Entbunden am", typed: typed.text("teamReleaseOn"), current: dayText(stale.teamReleaseOn) },
      ]}
    />
  );
}
