import { ActionButton, type HiddenFields, optionsOf, typedIn } from "../../cases/index.ts";
import type { FormState } from "../../http/index.ts";
import { Button, ButtonRow, Card, DataTable, EmptyState, Form, FormErrors, LinkButton, PageHead, Select, TextArea, TextField } from "../../ui/index.ts";
import { languageName, OTHER_LANGUAGES } from "../letters/language-words.ts";
import { PLACES } from "../letters/places.ts";
import { STARTER_TEXTS } from "./starter-texts.data.ts";
import type { TemplateRow } from "./templates.sql.ts";

export interface TemplatesView {
  readonly templates: readonly TemplateRow[];
  readonly mayWrite: boolean;
  readonly hidden: HiddenFields;
}

export function TemplatesPage({ templates, mayWrite, hidden }: TemplatesView) {
  const missing = STARTER_TEXTS.filter((s) => !templates.some((t) => t.name === s.name)).length;
  return (
    <>
      <PageHead title="Textvorlagen" lead="Texte für Briefe in diesem Aktenbereich. Die Teamleitung pflegt sie, alle im Case Management benutzen sie." actions={mayWrite && <LinkButton kind="strong" href="/briefvorlagen/neu">Vorlage schreiben</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Textvorlagen" captionHidden dense={false} rows={templates}
          empty={<EmptyState title="Noch keine Textvorlage">{mayWrite ? "Übernehmen Sie die Beispiele, und passen Sie sie an." : "Die Teamleitung legt sie an."}</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (t) => mayWrite ? <a href={`/briefvorlagen/${t.id}`}>{t.name}</a> : t.name },
            { key: "subject", header: "Betreff", cell: (t) => t.subject },
            { key: "language", header: "Sprache", cell: (t) => t.otherLanguage === "" ? "Deutsch" : `Deutsch und ${languageName(t.otherLanguage)}` },
            { key: "do", header: "Aktion", headerHidden: true, actions: true, cell: (t) => mayWrite && <ActionButton hidden={hidden} action={`/briefvorlagen/${t.id}/stilllegen`} kind="quiet" label={`${t.name} stilllegen`}>Stilllegen</ActionButton> },
          ]}
        />
      </Card>
      {mayWrite && missing > 0 && <Card title="Beispiele"><p>{missing === 1 ? "Ein Beispiel liegt" : `${missing} Beispiele liegen`} bereit: {STARTER_TEXTS.filter((s) => !templates.some((t) => t.name === s.name)).map((s) => s.name).join(", ")}.</p><ActionButton hidden={hidden} action="/briefvorlagen/beispiele">Beispiele übernehmen</ActionButton></Card>}
    </>
  );
}

export interface TemplateFormView {
  readonly known: TemplateRow | null;
  readonly form: FormState;
  readonly hidden: HiddenFields;
}

export function TemplateFormPage({ known, form, hidden }: TemplateFormView) {
  const typed = typedIn(form);
  return (
    <>
      <PageHead title={known === null ? "Vorlage schreiben" : known.name} />
      <Card>
        <Form {...hidden} guarded label="Textvorlage" {...(known === null ? {} : { version: known.version })}>
          <FormErrors errors={form.refusals} />
          <TextField name="name" label="Name der Vorlage" maxlength={120} value={typed.text("name", known?.name)} {...typed.errorOf("name")} />
          <TextField name="subject" label="Betreff" maxlength={300} value={typed.text("subject", known?.subject)} {...typed.errorOf("subject")} />
          <TextField name="salutation" label="Anrede" optional maxlength={300} value={typed.text("salutation", known?.salutation)} {...typed.errorOf("salutation")} />
          <TextArea name="body" label="Text" hint="Keine Namen und nichts über einzelne Personen: dafür sind die Platzhalter da." rows={12} value={typed.text("body", known?.body)} {...typed.errorOf("body")} />
          <TextField name="closing" label="Gruß" optional maxlength={300} value={typed.text("closing", known?.closing ?? "Mit freundlichen Grüßen")} {...typed.errorOf("closing")} />
          <Select name="otherLanguage" label="Andere Sprache" optional empty="nur Deutsch" value={typed.text("otherLanguage", known?.otherLanguage)} options={optionsOf(OTHER_LANGUAGES)} {...typed.errorOf("otherLanguage")} />
          <TextArea name="otherText" label="Text in dieser Sprache" optional rows={8} value={typed.text("otherText", known?.otherText)} {...typed.errorOf("otherText")} />
          <ButtonRow><Button kind="strong">Speichern</Button><LinkButton kind="quiet" href="/briefvorlagen">Abbrechen</LinkButton></ButtonRow>
        </Form>
      </Card>
      <Card title="Platzhalter"><PlaceList places={PLACES} /></Card>
    </>
  );
}

export const PlaceList = ({ places }: { places: Readonly<Record<string, string>> }) => (
  <ul class="place-list">{Object.entries(places).map(([name, what]) => <li><code>{`{{${name}}}`}</code> {what}</li>)}</ul>
);
