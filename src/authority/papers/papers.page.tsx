import { ActionButton, optionsOf, typedIn } from "../../cases/index.ts";
import { Card, DataTable, EmptyState, FileField, Select } from "../../ui/index.ts";
import { OfficeForm, type OfficeFormView } from "../office-form.tsx";
import { PAPER_KINDS } from "../office-words.ts";
import type { ShownPaper } from "./keep-paper.ts";

export interface PapersView extends OfficeFormView {
  readonly papers: readonly ShownPaper[];
}
const sizeWords = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toLocaleString("de", { maximumFractionDigits: 1 })} MB`);

export function PapersPage(view: PapersView) {
  const typed = typedIn(view.form);
  return (
    <OfficeForm view={view} title="Datei ablegen" submit="Datei ablegen" cancel={`/vorgaenge/${view.head.id}`} files current="papers" before={<Kept view={view} />}>
      <FileField name="file" label="Datei" hint="PDF, Bild, Word, Excel oder Text, höchstens 25 MB" {...typed.errorOf("file")} />
      <Select name="kind" label="Art" value={typed.text("kind", "other")} options={optionsOf(PAPER_KINDS)} {...typed.errorOf("kind")} />
    </OfficeForm>
  );
}

function Kept({ view: { papers, head, hidden } }: { view: PapersView }) {
  const base = `/vorgaenge/${head.id}/unterlagen`;
  return (
    <Card title="Abgelegte Unterlagen" flush>
      <DataTable
        caption="Unterlagen des Vorgangs"
        captionHidden
        dense={false}
        cards
        rows={papers}
        empty={<EmptyState title="Noch keine Datei">Legen Sie unten die erste ab.</EmptyState>}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (p) => <a href={`${base}/${p.id}/herunterladen`}><bdi>{p.name}</bdi></a> },
          { key: "kind", header: "Art", card: "plain", cell: (p) => p.kindWord },
          { key: "size", header: "Größe", nowrap: true, card: "gone", cell: (p) => `${p.fileKind}, ${sizeWords(p.size)}` },
          { key: "who", header: "Abgelegt", cell: (p) => <>{p.addedOn}, <bdi>{p.author}</bdi></> },
          { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (p) => <ActionButton hidden={hidden} action={`${base}/${p.id}/zurueckziehen`} kind="quiet" label={`${p.name} zurückziehen`}>Zurückziehen</ActionButton> },
        ]}
      />
    </Card>
  );
}
