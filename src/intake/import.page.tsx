import { Button, ButtonRow, Card, DataTable, EmptyState, Figure, FigureRow, Form, type FormError, FormErrors, LinkButton, Notice, PageHead, Progress, StateLabel } from "../ui/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { Day } from "../ui/index.ts";
import { ImportFrame } from "./import-frame.tsx";
import { hasFailed, IMPORT_STATES, type ImportRecord } from "./import-list.ts";
import type { ReportRow, RowCounts } from "./import-rows.sql.ts";

const n = new Intl.NumberFormat("de");
type Hidden = { readonly csrf: string; readonly idempotencyKey: string };

export interface ListedImport extends Pick<ImportRecord, "id" | "fileName" | "state" | "rowCount" | "by" | "errorCode"> {
  /** rows that wait for a decision */
  readonly left: number;
  readonly on: CalendarDay;
}
const SHAPES = { mapping: "empty", reading: "half", checking: "triangle", importing: "half", done: "check", undoing: "half", undone: "cross", discarded: "cross" } as const;

export function ImportsPage({ imports, nextBefore }: { imports: readonly ListedImport[]; nextBefore: string | null }) {
  return (
    <>
      <PageHead title="Import" lead="Eine Liste aus Excel oder CSV wird zu Personen und Fällen." {...(imports.length === 0 ? {} : { actions: <LinkButton kind="strong" href="/import/neu">Liste einlesen</LinkButton> })} />
      <Card flush>
        <DataTable
          caption="Bisherige Importe"
          captionHidden
          rows={imports}
          rowHref={(row) => `/import/${row.id}`}
          empty={<EmptyState title="Noch keine Liste eingelesen" action={{ href: "/import/neu", label: "Liste einlesen", strong: true }}>Am ersten Tag beginnt alles mit der Liste, die Ihr Team führt. Sie wird geprüft, bevor daraus Fälle werden.</EmptyState>}
          paging={nextBefore === null ? {} : { nextHref: `/import?vor=${nextBefore}` }}
          columns={[
            { key: "file", header: "Datei", rowHeader: true, cell: (row) => <bdi>{row.fileName}</bdi> },
            { key: "state", header: "Stand", cell: (row) => hasFailed(row) ? <StateLabel shape="cross" tone="danger">gescheitert</StateLabel> : <StateLabel shape={SHAPES[row.state]} tone={row.state === "done" ? "success" : row.state === "checking" ? "warning" : "neutral"}>{IMPORT_STATES[row.state]}</StateLabel> },
            { key: "rows", header: "Zeilen", numeric: true, cell: (row) => n.format(row.rowCount) },
            { key: "left", header: "Zu entscheiden", numeric: true, cell: (row) => (row.left === 0 ? "" : row.state === "checking" || row.state === "done" ? <a href={`/import/${row.id}/pruefen?filter=left`} aria-label={`${n.format(row.left)} Zeilen entscheiden`}>{n.format(row.left)}</a> : n.format(row.left)) },
            { key: "on", header: "Hochgeladen", cell: (row) => <Day day={row.on} />, nowrap: true },
            { key: "by", header: "Durch", cell: (row) => row.by },
          ]}
        />
      </Card>
    </>
  );
}

const RUNNING = {
  reading: { step: 3, label: "Die Liste wird gelesen und mit den Personen des Aktenbereichs verglichen" },
  importing: { step: 4, label: "Personen und Fälle werden angelegt" },
  undoing: { step: 4, label: "Der Import wird zurückgenommen" },
} as const;

/** While a job runs. Renews itself without scripts, and the bar moves with them. */
export function RunningImportPage({ list, done, total, isTriedAgain }: { list: ImportRecord; done: number; total: number; isTriedAgain: boolean }) {
  const running = RUNNING[list.state as keyof typeof RUNNING];
  return (
    <ImportFrame step={running.step} lead={list.fileName}>
      {isTriedAgain && <Notice kind="warning" title="Ein Versuch ist gescheitert">Es wird gleich noch einmal versucht. Bis dahin ist nichts übernommen.</Notice>}
      <Card><Progress label={running.label} done={done} total={total} url={`/import/${list.id}/stand`} note="Sie können die Seite verlassen, es läuft weiter." /></Card>
    </ImportFrame>
  );
}

export interface ReportView {
  readonly list: ImportRecord;
  readonly on: CalendarDay | null;
  readonly counts: RowCounts;
  readonly rows: readonly ReportRow[];
  readonly after: number;
  readonly nextAfter: number | null;
}
export function outcomeWords(row: ReportRow): string {
  switch (row.outcome) {
    case "created": return row.isWaitingList ? "als Anfrage übernommen" : "übernommen";
    case "created_as_same": return `übernommen, dieselbe Person wie ${row.sameRowNo === null ? "ein vorhandener Datensatz" : `Zeile ${row.sameRowNo}`}`;
    case "skipped_known": return "schon früher übernommen, nichts geändert";
    case "skipped": return "weggelassen";
    case "left_for_later": return "später entscheiden";
    case "failed": return "nicht übernommen: die Datenbank hat eine Angabe abgelehnt";
    case null:
    default: return "noch nicht übernommen";
  }
}

/** What came of each row; no more of its contents. */
export function ReportPage({ list, on, counts, rows, after, nextAfter }: ReportView) {
  const at = `/import/${list.id}`;
  const isDone = list.state === "done";
  return (
    <ImportFrame step={5} lead={`${list.fileName} · ${IMPORT_STATES[list.state]}${list.by === "" ? "" : ` durch ${list.by}`}`} actions={<LinkButton href={`${at}/bericht.csv`}>Bericht herunterladen (CSV)</LinkButton>}>
      {list.errorSentence !== null && <Notice kind="warning" title="Nicht rückgängig gemacht">{list.errorSentence}</Notice>}
      {list.state === "undone" && <Notice title="Dieser Import ist rückgängig gemacht">Alle Personen und Fälle daraus sind gelöscht, ihre Schlüssel vernichtet.</Notice>}
      {list.state === "discarded" && <Notice title="Dieser Import ist verworfen">Aus der Datei ist nichts entstanden. Sie und ihre Zeilen sind gelöscht.</Notice>}
      {list.state !== "discarded" && (
        <FigureRow>
          <Figure label="übernommen" value={n.format(counts.taken)} tone="success" {...(on === null ? {} : { note: <>am <Day day={on} /></> })} />
          <Figure label="als dieselbe Person zusammengelegt" value={n.format(counts.merged)} note="kann getrennt werden" />
          <Figure label="später entscheiden" value={n.format(counts.later)} tone="warning" {...(list.cellsDeleteOn === null || counts.later === 0 ? {} : { note: <>werden am <Day day={list.cellsDeleteOn as CalendarDay} /> gelöscht</> })} />
          <Figure label="schon früher übernommen" value={n.format(counts.known)} />
        </FigureRow>
      )}
      {isDone && (
        <ButtonRow>
          {counts.later + counts.ready > 0 && <LinkButton kind="strong" href={`${at}/pruefen?filter=left`}>{`${n.format(counts.later + counts.ready)} Zeilen entscheiden`}</LinkButton>}
          <LinkButton href="/faelle">Zu den Fällen</LinkButton>
          <LinkButton href={`${at}/rueckgaengig`} kind="quiet">Import rückgängig machen</LinkButton>
        </ButtonRow>
      )}
      {rows.length > 0 && (
        <Card flush>
          <DataTable
            caption="Was aus den Zeilen wurde"
            rows={rows}
            paging={{ ...(after > 0 ? { previousHref: `${at}/bericht` } : {}), ...(nextAfter === null ? {} : { nextHref: `${at}/bericht?nach=${nextAfter}` }), summary: `${rows.length} Zeilen auf dieser Seite` }}
            columns={[
              { key: "row", header: "Zeile", numeric: true, rowHeader: true, cell: (row) => row.rowNo },
              { key: "outcome", header: "Ergebnis", cell: outcomeWords },
              { key: "number", header: "Fall", nowrap: true, cell: (row) => row.number ?? "" },
              { key: "lead", header: "Zuständig", cell: (row) => row.lead ?? "" },
            ]}
          />
        </Card>
      )}
    </ImportFrame>
  );
}

/** Before everything is taken back: how much that is. */
export function UndoImportPage({ form, list, counts, errors }: { form: Hidden; list: ImportRecord; counts: RowCounts; errors: readonly FormError[] }) {
  return (
    <ImportFrame step={5} lead={list.fileName}>
      <FormErrors errors={errors} title="Das geht nicht mehr" />
      <Card title="Import rückgängig machen">
        <Form {...form} version={list.version} action={`/import/${list.id}/rueckgaengig`} label="Import rückgängig machen">
          <p>{`${n.format(counts.taken)} Personen und Fälle aus diesem Import werden gelöscht, mit allem, was in ihnen aus der Liste stand. Das lässt sich nicht zurücknehmen; die Datei können Sie danach noch einmal einlesen.`}</p>
          <ButtonRow>
            <Button kind="danger">Ganzen Import rückgängig machen</Button>
            <LinkButton href={`/import/${list.id}`} kind="quiet">Abbrechen</LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </ImportFrame>
  );
}
