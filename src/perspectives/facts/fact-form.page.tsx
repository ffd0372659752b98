import { type CaseReaders } from "../../cases/reading/index.ts";
import { CaseForm, type CaseFormView, typedIn } from "../../cases/working/index.ts";
import { ReadersLine, Select } from "../../ui/index.ts";
import { isGuarded } from "./fact-entry.ts";
import { FactFields, FactHistory, type FactHistoryView } from "./fact-fields.page.tsx";
import { GuardedNotice } from "./fact-lines.page.tsx";
import { questionOf } from "./fact-words.ts";
import { factsUrl, placeInCase } from "./facts.page.tsx";
import type { EvidenceChoice } from "./read-facts.ts";

export interface FactFormView extends CaseFormView, FactHistoryView {
  readonly hidden: CaseFormView["hidden"];
  readonly personId: string;
  readonly personName: string;
  readonly evidence: readonly EvidenceChoice[];
  readonly readers: CaseReaders;
  /** the file from whose page somebody comes */
  readonly proof: string | null;
}

export function FactFormPage(view: FactFormView) {
  const { spec, form, history } = view;
  const typed = typedIn(form);
  return (
    <CaseForm
      view={view}
      title={questionOf(spec)}
      submit="Eintragen"
      before={<><p><a href={factsUrl(view.head.id, view.personId)}>Angaben zu <bdi>{view.personName}</bdi></a></p>{isGuarded(spec.key) && <GuardedNotice />}{history.length > 0 && <FactHistory view={view} place={placeInCase(view.head.id, view.personId)} />}</>}
      guarded={isGuarded(spec.key)}
      foot={<ReadersLine {...view.readers} />}
    >
      <FactFields spec={spec} typed={typed} latest={history[0]} />
      {view.evidence.length > 0 && <Select name="evidenceDocumentId" label="Nachweis in den Dateien" optional empty="keiner" value={typed.text("evidenceDocumentId", view.proof)} options={[...view.evidence]} {...typed.errorOf("evidenceDocumentId")} />}
    </CaseForm>
  );
}
