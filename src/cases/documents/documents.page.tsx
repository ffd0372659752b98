import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { ButtonRow, Card, Checkbox, CheckboxGroup, Chip, DataTable, DateField, EmptyState, FieldRow, FileField, LinkButton, ReadersLine, Select } from "../../ui/index.ts";
import { ActionButton, CaseForm, type CaseFormView, choicesOf, optionsOf } from "../case-form.page.tsx";
import type { Labelled } from "../case-file.sql.ts";
import { DOCUMENT_KINDS } from "../case-words.ts";
import { namesOf } from "../reading/people-words.ts";
import type { CaseReaders } from "../team/readers.ts";
import { typedIn } from "../typed-values.ts";
import type { CaseDocument } from "./keep-document.ts";
import { fileUrl, HazardNotice, Preview } from "./preview.page.tsx";

export interface DocumentsView extends CaseFormView {
  readonly documents: readonly CaseDocument[];
  readonly lifeAreas: readonly Labelled[];
  readonly readers: CaseReaders;
  readonly timeZone: string;
  /** the file that is shown in place */
  readonly shown: CaseDocument | null;
}

const sizeWords = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toLocaleString("de", { maximumFractionDigits: 1 })} MB`);

export function DocumentsPage(view: DocumentsView) {
  const typed = typedIn(view.form);
  const persons = view.head.persons.map((person) => ({ value: person.person_id, label: namesOf(person).latin }));
  return (
    <CaseForm view={view} title="Datei ablegen" submit="Datei ablegen" files current="documents" readersUrl={`/faelle/${view.head.id}/lesende`} before={<><Kept view={view} /><Shown view={view} /></>} foot={<ReadersLine {...view.readers} />}>
      <FileField name="file" label="Datei" hint="PDF, Bild, Word, Excel oder Text, höchstens 25 MB" {...typed.errorOf("file")} />
      <FieldRow>
        <Select name="kind" label="Art" value={typed.text("kind", "other")} options={optionsOf(DOCUMENT_KINDS)} {...typed.errorOf("kind")} />
        <Select name="personId" label="Person" optional empty="ganzer Fall" value={typed.text("personId")} options={persons} {...typed.errorOf("personId")} />
        <DateField name="datedOn" label="Datum auf dem Papier" optional value={typed.text("datedOn")} {...typed.errorOf("datedOn")} />
      </FieldRow>
      <CheckboxGroup name="lifeAreas" label="Lebensbereiche" optional look="inline" values={typed.list("lifeAreas")} {...typed.errorOf("lifeAreas")} choices={choicesOf(view.lifeAreas)} />
      <Checkbox name="isEntrusted" label="anvertraut" checked={typed.isChecked("isEntrusted")} />
    </CaseForm>
  );
}

function Kept({ view }: { view: DocumentsView }) {
  const { documents, head, hidden, timeZone } = view;
  const base = `/faelle/${head.id}/dateien`;
  return (
    <Card title="Abgelegte Dateien" flush>
      <DataTable
        caption="Dateien des Falls"
        captionHidden
        dense={false}
        rows={documents}
        empty={<EmptyState title="Noch keine Datei">Legen Sie unten die erste ab.</EmptyState>}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (d) => <><a href={`${base}/${d.id}`}><bdi>{d.name}</bdi></a>{d.datedOn !== null && <span class="cell-note"> vom {germanDay(d.datedOn)}</span>}</> },
          { key: "kind", header: "Art", cell: (d) => <>{DOCUMENT_KINDS[d.kind]} {d.isEntrusted && <><Chip tone="special">anvertraut</Chip> <a class="cell-note" href={`/faelle/${head.id}/eintraege/${d.id}/freigabe`} aria-label={`${d.name}: nur diesen Eintrag freigeben`}>nur diesen freigeben</a></>}</> },
          { key: "size", header: "Größe", numeric: true, cell: (d) => `${d.fileKind}, ${sizeWords(d.size)}` },
          { key: "who", header: "Abgelegt", cell: (d) => `${germanDay(dayOf(new Date(d.createdAt), timeZone))}, ${d.authorName}` },
          { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (d) => <ButtonRow>{d.isShowable && <LinkButton small kind="quiet" href={`${base}?ansehen=${d.id}#vorschau`} label={`${d.name} ansehen`}>Ansehen</LinkButton>} <ActionButton hidden={hidden} action={`${base}/${d.id}/zurueckziehen`} kind="quiet" label={`${d.name} zurückziehen`}>Zurückziehen</ActionButton></ButtonRow> },
        ]}
      />
    </Card>
  );
}

/** On the same page, below the list, and without scripts: an address says which file. */
function Shown({ view }: { view: DocumentsView }) {
  const { shown, head } = view;
  if (shown === null) return null;
  const file = { documentId: shown.id, name: shown.name, isPicture: shown.fileKind !== "PDF", isShowable: shown.isShowable };
  return (
    <Card title={<bdi>{shown.name}</bdi>} id="vorschau" aside={<><a href={fileUrl(head.id, shown.id)}>Zur Datei</a> · <a href={`/faelle/${head.id}/dateien`}>Schließen</a></>}>
      <HazardNotice hazards={shown.hazards} />
      <Preview caseId={head.id} file={file} />
    </Card>
  );
}
