import { CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { ActionButton } from "../../cases/working/index.ts";
import type { CaseReaders } from "../../cases/reading/index.ts";
import { FieldRow, type Option, ReadersLine, Select, StaleComparison, TextField } from "../../ui/index.ts";
import { QUALIFICATION_KINDS, RECOGNITION_STATES } from "../assessment-words.ts";
import { COUNTRIES, countryLabel } from "./countries.ts";
import type { Qualification } from "./keep-qualification.ts";

export interface QualificationView extends CaseFormView {
  readonly documents: readonly Option[];
  readonly readers: CaseReaders;
  readonly qualification?: Qualification;
}

export function QualificationPage(view: QualificationView) {
  const { form, qualification, head, hidden } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Qualification | undefined;
  const version = now?.version ?? qualification?.version;
  return (
    <CaseForm view={view} title={qualification === undefined ? "Was die Person gelernt hat oder kann" : "Qualifikation bearbeiten"} submit="Speichern" current="assessment" {...(version === undefined ? {} : { version })} foot={<ReadersLine {...view.readers} />}
      before={qualification !== undefined && <div class="button-row"><ActionButton hidden={hidden} action={`/faelle/${head.id}/assessment/qualifikationen/${qualification.id}/zurueckziehen`} kind="quiet">Zurückziehen</ActionButton></div>}
      above={now !== undefined && <StaleComparison fields={[
        { label: "Was", typed: typed.text("title"), current: now.title },
        { label: "Anerkennung", typed: RECOGNITION_STATES[typed.text("recognition") as keyof typeof RECOGNITION_STATES] ?? "", current: RECOGNITION_STATES[now.recognition] },
      ]} />}>
      <TextField name="title" label="Was?" maxlength={200} placeholder="zum Beispiel: Krankenpfleger, Nähen, Abitur" dir="auto" value={typed.text("title", qualification?.title)} {...typed.errorOf("title")} />
      <FieldRow>
        <Select name="kind" label="Art" value={typed.text("kind", qualification?.kind ?? "vocational")} options={optionsOf(QUALIFICATION_KINDS)} {...typed.errorOf("kind")} />
        <Select name="recognition" label="Anerkennung hier" value={typed.text("recognition", qualification?.recognition ?? "open")} options={optionsOf(RECOGNITION_STATES)} {...typed.errorOf("recognition")} />
      </FieldRow>
      <FieldRow>
        <Select name="country" label="Wo?" optional empty="ohne Angabe" value={typed.text("country", qualification?.country)} options={COUNTRIES.map((value) => ({ value, label: countryLabel(value) }))} {...typed.errorOf("country")} />
        <TextField name="gainedYear" label="Bis wann?" optional hint="Jahr, zum Beispiel 2014" inputmode="numeric" width="short" maxlength={4} value={typed.text("gainedYear", qualification?.gainedYear?.toString())} {...typed.errorOf("gainedYear")} />
      </FieldRow>
      {view.documents.length > 0 && <Select name="documentId" label="Nachweis in der Akte" optional empty="keiner" value={typed.text("documentId", qualification?.documentId)} options={view.documents} {...typed.errorOf("documentId")} />}
    </CaseForm>
  );
}
