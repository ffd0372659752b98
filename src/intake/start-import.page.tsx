import { Button, Card, errorOf, FileField, Form, type FormError, FormErrors, RadioGroup, Select, TextField } from "../ui/index.ts";
import { INFORMED } from "./import-list.ts";
import { ImportFrame } from "./import-frame.tsx";

export interface StartView {
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: readonly FormError[];
  readonly legalBases: readonly { id: string; citation: string; purpose: string }[];
  readonly controllers: readonly { id: string; name: string; ofRoom: boolean }[];
}

/** First where the data come from and on what basis; then the file. */
export function StartImportPage({ form, values, errors, legalBases, controllers }: StartView) {
  const roomController = controllers.find((office) => office.ofRoom)?.id;
  const error = (field: string) => { const sentence = errorOf(errors, field); return sentence === undefined ? {} : { error: sentence }; };
  return (
    <ImportFrame step={1} lead="Zuerst, woher die Angaben kommen. Was Sie jetzt offen lassen, wird in jedem Fall zur Aufgabe.">
      <FormErrors errors={errors} />
      <Card>
        <Form {...form} action="/import/neu" files guarded label="Liste hochladen">
          <TextField name="source" label="Woher kommt die Liste?" hint="zum Beispiel: Excel-Liste des Case Managements, Stand Oktober 2026" optional value={values["source"]} maxlength={300} {...error("source")} />
          <Select name="controllerId" label="Wer ist für diese Angaben verantwortlich?" optional empty="noch unklar" value={values["controllerId"] ?? roomController} options={controllers.map((c) => ({ value: c.id, label: c.name }))} {...error("controllerId")} />
          <Select name="legalBasisId" label="Auf welcher Rechtsgrundlage werden sie verarbeitet?" optional empty="noch unklar" value={values["legalBasisId"]} options={legalBases.map((b) => ({ value: b.id, label: `${b.citation} (${b.purpose})` }))} {...error("legalBasisId")} />
          <RadioGroup name="informed" label="Sind die Menschen über die Verarbeitung informiert (Art. 13/14 DSGVO)?" value={values["informed"] ?? "unknown"} look="inline" choices={Object.entries(INFORMED).map(([value, label]) => ({ value, label }))} {...error("informed")} />
          <FileField name="file" label="Datei mit der Liste" hint="Excel (.xlsx) oder CSV, höchstens 25 MB. Sie wird verschlüsselt abgelegt und nach der Übernahme gelöscht." accept=".xlsx,.csv,.txt" {...error("file")} />
          <p><Button kind="strong">Hochladen und Spalten ansehen</Button></p>
        </Form>
      </Card>
    </ImportFrame>
  );
}
