import type { CaseReaders } from "../../cases/reading/index.ts";
import { ActionButton, CaseForm, type CaseFormView, optionsOf, typedIn } from "../../cases/working/index.ts";
import { Checkbox, FieldRow, type Option, RadioGroup, ReadersLine, Select, StaleComparison, TextArea, TextField } from "../../ui/index.ts";
import { CLOSENESS, EFFECTS, TIE_KINDS } from "../assessment-words.ts";
import type { Tie } from "./keep-tie.ts";

export interface TieView extends CaseFormView {
  readonly organisations: readonly Option[];
  readonly readers: CaseReaders;
  /** first names of whoever else belongs to the case */
  readonly family: readonly string[];
  readonly tie?: Tie;
}

export function TiePage(view: TieView) {
  const { form, tie, head, hidden } = view;
  const typed = typedIn(form);
  const now = form.stale as unknown as Tie | undefined;
  const version = now?.version ?? tie?.version;
  return (
    <CaseForm view={view} title={tie === undefined ? "Wer ist wichtig?" : "Netzwerk bearbeiten"} submit="Speichern" current="assessment" {...(version === undefined ? {} : { version })} foot={<ReadersLine {...view.readers} />}
      before={tie !== undefined && <div class="button-row"><ActionButton hidden={hidden} action={`/faelle/${head.id}/assessment/netzwerk/${tie.id}/zurueckziehen`} kind="quiet">Zurückziehen</ActionButton></div>}
      above={now !== undefined && <StaleComparison fields={[{ label: "Wer", typed: typed.text("name"), current: now.name }, { label: "Was es ausmacht", typed: typed.text("note"), current: now.note }]} />}>
      <TextField name="name" label="Wer?" maxlength={120} placeholder="Vorname oder Rolle" hint="So wenig wie nötig: Es geht um jemanden, der davon nichts weiß." dir="auto" suggestions={view.family} value={typed.text("name", tie?.name)} {...typed.errorOf("name")} />
      <FieldRow>
        <Select name="kind" label="Woher?" value={typed.text("kind", tie?.kind ?? "family")} options={optionsOf(TIE_KINDS)} {...typed.errorOf("kind")} />
        <Select name="organisationId" label="Von welcher Stelle?" optional empty="von keiner" value={typed.text("organisationId", tie?.organisationId)} options={view.organisations} {...typed.errorOf("organisationId")} />
      </FieldRow>
      <RadioGroup name="closeness" label="Wie nah?" look="inline" value={typed.text("closeness", String(tie?.closeness ?? 2))} choices={optionsOf(CLOSENESS)} {...typed.errorOf("closeness")} />
      <RadioGroup name="effect" label="Wie wirkt es?" look="inline" value={typed.text("effect", tie?.effect ?? "helps")} choices={optionsOf(EFFECTS)} {...typed.errorOf("effect")} />
      <TextArea name="note" label="Was macht es aus?" optional rows={2} maxlength={1000} value={typed.text("note", tie?.note)} {...typed.errorOf("note")} />
      {tie !== undefined && <Checkbox name="hasEnded" label="besteht nicht mehr" checked={typed.isChecked("hasEnded", tie.endedOn !== null)} />}
      <Checkbox name="isEntrusted" label="anvertraut" checked={typed.isChecked("isEntrusted", tie?.isEntrusted)} />
    </CaseForm>
  );
}
