import { ActionButton, type HiddenFields, typedIn } from "../../cases/index.ts";
import type { FormState } from "../../http/index.ts";
import { Button, Card, DataTable, EmptyState, FileField, Form, FormErrors, PageHead, TextField } from "../../ui/index.ts";
import { LETTER_PLACES, PLACES } from "../letters/places.ts";
import { PlaceList } from "../templates/templates.page.tsx";
import type { PaperRow } from "./word-papers.sql.ts";

export interface WordPapersView {
  readonly papers: readonly PaperRow[];
  readonly form: FormState;
  readonly hidden: HiddenFields;
}

export function WordPapersPage({ papers, form, hidden }: WordPapersView) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title="Briefbögen" lead="Ihr Briefpapier als Word-Datei: Wo ein Platzhalter steht, kommt der Brief hinein." />
      <Card flush>
        <DataTable
          caption="Briefbögen" captionHidden dense={false} rows={papers} empty={<EmptyState title="Noch kein Briefbogen">Ohne ihn werden Briefe als PDF erstellt.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (p) => <a href={`/verwaltung/briefbogen/${p.id}/datei`}>{p.name}</a> },
            { key: "places", header: "Wird gefüllt", cell: (p) => p.places.join(", ") },
            { key: "unknown", header: "Bleibt leer", cell: (p) => p.unknown_places.length === 0 ? "nichts" : <span class="tone-warning">{p.unknown_places.join(", ")}</span> },
            { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (p) => <ActionButton hidden={hidden} action={`/verwaltung/briefbogen/${p.id}/stilllegen`} kind="quiet" label={`${p.name} stilllegen`}>Stilllegen</ActionButton> },
          ]}
        />
      </Card>
      <Card title="Briefbogen hochladen">
        <Form {...hidden} files label="Briefbogen hochladen">
          <FormErrors errors={form.refusals} />
          <TextField name="name" label="Name" maxlength={120} value={typed.text("name")} {...typed.errorOf("name")} />
          <FileField name="file" label="Word-Datei" hint=".docx ohne Makros, höchstens 3 MB" accept=".docx" {...typed.errorOf("file")} />
          <Button kind="strong">Prüfen und ablegen</Button>
        </Form>
      </Card>
      <Card title="Platzhalter"><PlaceList places={{ ...LETTER_PLACES, ...PLACES }} /></Card>
    </>
  );
}
