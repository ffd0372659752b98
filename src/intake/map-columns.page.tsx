import { Button, ButtonRow, Card, Chip, DataTable, errorOf, FieldRow, Form, type FormError, FormErrors, Isolated, Notice, Select, TextField } from "../ui/index.ts";
import { ImportFrame } from "./import-frame.tsx";
import type { ImportRecord, Outline, SheetOutline, SpellingOutline } from "./import-list.ts";
import type { CaseWorker } from "./imports.sql.ts";
import { columnName, FIELD_LABELS, type Field } from "./reading/index.ts";

export interface MapView {
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
  readonly list: ImportRecord;
  readonly outline: Outline;
  readonly workers: readonly CaseWorker[];
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly errors: readonly FormError[];
  readonly isStale: boolean;
}

const FIELDS = Object.entries(FIELD_LABELS).map(([value, label]) => ({ value, label }));

/** What was recognised in each column, and whom each spelling of a case manager means; both to be corrected. */
export function MapColumnsPage(view: MapView) {
  const { form, list, outline, errors } = view;
  const sheet = outline.sheets.find((s) => s.name === list.sheetName);
  return (
    <ImportFrame step={2} lead={`${list.fileName} · Blatt „${list.sheetName}“ · ${list.rowCount} Zeilen`}>
      <FormErrors errors={errors} />
      {view.isStale && <Notice kind="warning" title="Inzwischen hat jemand anderes diesen Import geändert.">Ihre Auswahl steht noch unten. Bitte prüfen und noch einmal speichern.</Notice>}
      {list.errorSentence !== null && <Notice kind="danger" title="Das Lesen ist abgebrochen">{list.errorSentence}</Notice>}
      {outline.notes.length > 0 && <Notice title="Zur Datei">{outline.notes.join(" ")}</Notice>}
      <Form {...form} version={list.version} action={`/import/${list.id}/spalten`} label="Spalten und Zuständige" guarded>
        <Card title="Blatt und Überschriften">
          <FieldRow>
            <Select name="blatt" label="Tabellenblatt" value={view.values["blatt"] ?? list.sheetName} options={outline.sheets.map((s) => ({ value: s.name, label: `${s.name} (${s.lineCount} Zeilen${s.hidden ? ", ausgeblendet" : ""})` }))} />
            <TextField name="kopfzeile" label="Zeile mit den Überschriften" hint="0, wenn es keine gibt" inputmode="numeric" value={view.values["kopfzeile"] ?? String((list.columnMap?.headerRow ?? -1) + 1)} width="short" />
          </FieldRow>
          <Button name="schritt" value="erkennen">Neu erkennen</Button>
        </Card>
        {sheet !== undefined && <ColumnsCard view={view} sheet={sheet} />}
        {outline.managers.length > 0 && <ManagersCard view={view} />}
        <ButtonRow>
          <Button kind="strong" name="schritt" value="weiter">Liste lesen und prüfen</Button>
          <Button kind="quiet" formAction={`/import/${list.id}/verwerfen`}>Import verwerfen</Button>
        </ButtonRow>
      </Form>
    </ImportFrame>
  );
}

interface ColumnRow {
  readonly column: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: Field | "";
  readonly isDoubtful: boolean;
}

function ColumnsCard({ view, sheet }: { view: MapView; sheet: SheetOutline }) {
  const columns = view.list.columnMap?.columns ?? sheet.columns;
  const rows = sheet.headings.map((heading, column): ColumnRow => {
    const field = (Object.entries(columns).find(([, at]) => at === column)?.[0] ?? "") as Field | "";
    return { column, heading, samples: sheet.samples[column] ?? [], field, isDoubtful: field !== "" && sheet.doubtful.includes(field) };
  });
  return (
    <Card flush>
      <DataTable
        caption="Was in den Spalten steht"
        dense={false}
        rows={rows}
        columns={[
          { key: "column", header: "Spalte", cell: (row) => columnName(row.column), nowrap: true },
          { key: "heading", header: "Überschrift", rowHeader: true, cell: (row) => <bdi>{row.heading === "" ? "ohne Überschrift" : row.heading}</bdi> },
          { key: "samples", header: "Beispiele", quiet: true, cell: (row) => <Isolated parts={row.samples} /> },
          {
            key: "field", header: "Verstanden als", cell: (row) => (
              <>
                <div class="label-hidden"><Select name={`spalte-${row.column}`} label={`Spalte ${columnName(row.column)} verstanden als`} optional empty="wird nicht gelesen" value={view.values[`spalte-${row.column}`] ?? row.field} options={FIELDS} {...errorIn(view, `spalte-${row.column}`)} /></div>
                {row.isDoubtful && <Chip tone="warning">bitte prüfen</Chip>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
const errorIn = (view: MapView, field: string): { error?: string } => { const sentence = errorOf(view.errors, field); return sentence === undefined ? {} : { error: sentence }; };

function ManagersCard({ view }: { view: MapView }) {
  const options = view.workers.map((w) => ({ value: w.id, label: `${w.family}, ${w.given} (${w.employer})` }));
  const rows = view.outline.managers.map((manager, index) => ({ ...manager, index }));
  return (
    <Card flush>
      <DataTable
        caption="Wer ist gemeint?"
        dense={false}
        rows={rows}
        columns={[
          { key: "spelling", header: "So steht es in der Liste", rowHeader: true, cell: (row) => <bdi>{row.spelling}</bdi> },
          { key: "count", header: "Zeilen", numeric: true, cell: (row) => row.count },
          {
            key: "account", header: "Konto", cell: (row) => (
              <div class="label-hidden">
                <Select name={`wer-${row.index}`} label={`„${row.spelling}“ ist`} optional empty="noch niemand" value={view.values[`wer-${row.index}`] ?? row.accountId ?? ""} options={likeliestFirst(options, row)} />
              </div>
            ),
          },
          { key: "how", header: "Hinweis", cell: (row) => <Certain row={row} /> },
        ]}
      />
    </Card>
  );
}

type Named = { readonly value: string; readonly label: string };
/** Whom the spelling may mean stands first where nobody is chosen; choosing stays with the reader. */
function likeliestFirst(options: readonly Named[], row: SpellingOutline): readonly (Named | { label: string; options: readonly Named[] })[] {
  const likely = row.accountId === null ? options.filter((option) => row.candidates?.includes(option.value)) : [];
  return likely.length === 0 ? options : [{ label: "Vielleicht gemeint", options: likely }, { label: "Andere", options: options.filter((option) => !likely.includes(option)) }];
}

function Certain({ row }: { row: SpellingOutline }) {
  if (row.certain) return <Chip tone={row.accountId === null ? "neutral" : "success"}>{row.accountId === null ? "noch niemand" : "verstanden"}</Chip>;
  return <><Chip tone="warning">bitte prüfen</Chip><span class="cell-note">{row.note}</span></>;
}
