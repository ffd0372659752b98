import { Button, ButtonRow, Card, Chip, DescriptionList, errorOf, FieldRow, Form, type FormError, FormErrors, LinkButton, Notice, Select, TextArea, TextField } from "../ui/index.ts";
import { ImportFrame } from "./import-frame.tsx";
import type { ImportRecord } from "./import-list.ts";
import type { CaseWorker } from "./imports.sql.ts";
import { FIELD_LABELS, type Field } from "./reading/index.ts";
import type { RowView } from "./row-view.ts";

/** The parts of a row that can be typed over, in the order of the form. */
export const EDITABLE = ["family", "given", "birth", "gender", "nationality", "language", "residenceStatus", "entry", "street", "postcode", "town", "phone", "email", "accessOn", "accessVia", "lifeAreas", "lastContact", "followUp", "phase", "remark"] as const satisfies readonly Field[];

export interface ChangeRowView {
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
  readonly list: ImportRecord;
  readonly row: RowView;
  /** what counts now: typed over, else as it stood */
  readonly texts: Readonly<Partial<Record<Field, string>>>;
  readonly originals: Readonly<Partial<Record<Field, string>>>;
  readonly lead: string | undefined;
  readonly spelling: string;
  readonly workers: readonly CaseWorker[];
  readonly errors: readonly FormError[];
  readonly isStale: boolean;
}

/** One row, to be put right; what stood in the list stays beside every field. */
export function ChangeRowPage(view: ChangeRowView) {
  const { list, row } = view;
  const back = `/import/${list.id}/pruefen?filter=all&nach=${row.rowNo - 1}`;
  return (
    <ImportFrame step={3} lead={`Zeile ${row.rowNo} ändern`}>
      <FormErrors errors={view.errors} />
      {view.isStale && <Notice kind="warning" title="Diese Zeile hat inzwischen jemand anderes geändert.">Ihre Eingaben stehen noch unten. Bitte prüfen Sie sie und speichern Sie noch einmal.</Notice>}
      <Card title="So wird die Zeile verstanden">
        <p><b><bdi>{row.name}</bdi></b> <bdi>{row.own}</bdi></p>
        <p>{row.read.join(" · ")}</p>
        {row.hints.map((hint) => <p><Chip tone={hint.tone}>{hint.word}</Chip> {hint.why}</p>)}
      </Card>
      <Card title="Angaben">
        <Form {...view.form} version={row.version} action={`/import/${list.id}/zeilen/${row.rowNo}`} label={`Zeile ${row.rowNo}`} guarded>
          <FieldRow>{EDITABLE.filter((field) => field !== "remark").map((field) => <Part view={view} field={field} />)}</FieldRow>
          <TextArea name="remark" label={FIELD_LABELS.remark} optional value={view.texts.remark ?? ""} maxlength={20_000} />
          <Select name="lead" label="Zuständig" value={view.lead ?? "liste"} options={[{ value: "liste", label: view.spelling === "" ? "wie in der Liste: niemand" : `wie in der Liste: ${view.spelling}` }, { value: "niemand", label: "noch niemand" }, ...view.workers.map((w) => ({ value: w.id, label: `${w.family}, ${w.given} (${w.employer})` }))]} />
          <ButtonRow>
            <Button kind="strong">Speichern</Button>
            <LinkButton href={back} kind="quiet">Zurück zur Liste</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
      <Card title="So stand es in der Liste">
        <DescriptionList facts={Object.entries(view.originals).filter(([, text]) => text !== "").map(([field, text]) => ({ term: FIELD_LABELS[field as Field], value: <bdi>{text}</bdi> }))} />
      </Card>
    </ImportFrame>
  );
}

function Part({ view, field }: { view: ChangeRowView; field: Field }) {
  const sentence = errorOf(view.errors, field);
  const stood = view.originals[field] ?? "";
  const text = view.texts[field] ?? "";
  return <TextField name={field} label={FIELD_LABELS[field]} optional dir="auto" value={text} maxlength={500} {...(sentence === undefined ? {} : { error: sentence })} {...(stood !== text && stood !== "" ? { hint: <>stand da: <bdi>{stood}</bdi></> } : {})} />;
}
