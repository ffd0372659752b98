import { Button, Card, Chip, DataTable, Figure, FigureRow, FilterChoices, Form, type FormError, FormErrors, Isolated, LinkButton, Name, Notice, RadioGroup, Select } from "../ui/index.ts";
import { ImportFrame } from "./import-frame.tsx";
import type { Decision, ImportRecord } from "./import-list.ts";
import type { LikeRows, RowCounts, RowFilter } from "./import-rows.sql.ts";
import { issueWords, type RowView } from "./row-view.ts";

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  open: "offen", import: "Übernehmen", separate: "Getrennt", same_row: "Zusammen", same_person: "Zusammen", later: "Später", skip: "Weglassen",
};

export interface CheckView {
  readonly form: { readonly csrf: string; readonly idempotencyKey: string };
  readonly again: { readonly csrf: string; readonly idempotencyKey: string };
  readonly go: { readonly csrf: string; readonly idempotencyKey: string };
  readonly list: ImportRecord;
  readonly counts: RowCounts;
  readonly issues: readonly LikeRows[];
  readonly rows: readonly RowView[];
  readonly filter: RowFilter;
  readonly after: number;
  readonly nextAfter: number | null;
  readonly joinKnown: boolean;
  readonly errors: readonly FormError[];
}
const n = new Intl.NumberFormat("de");
/** A paragraph does not stand at the end of one line and its number on the next. */
const keptTogether = (text: string): string => text.replace(/(§|Abs\.|Satz) (?=\d)/g, "$1\u00a0");
const wordOf = (row: RowView, decision: Decision): string => (decision === "import" && row.choices.includes("separate") ? "Offen übernehmen" : DECISION_WORDS[decision]);

/** The list beside what was understood, with one decision per row; one form per page of rows. */
export function CheckRowsPage(view: CheckView) {
  const { list, counts } = view;
  const at = `/import/${list.id}/pruefen`;
  return (
    <ImportFrame step={3} actions={<LinkButton href={`/import/${list.id}/spalten`} kind="quiet">Spalten ändern</LinkButton>}>
      <FormErrors errors={view.errors} />
      <FigureRow>
        <Figure label="Zeilen" value={n.format(counts.total)} note={`${list.fileName} · Blatt „${list.sheetName}“`} href={`${at}?filter=all`} />
        <Figure label="verstanden" value={n.format(counts.clear)} tone="success" note={counts.known > 0 ? `davon ${n.format(counts.known)} schon übernommen` : list.state === "done" ? `übernommen sind ${n.format(counts.taken)}` : "bereit zur Übernahme"} />
        <Figure label="bitte prüfen" value={n.format(counts.check)} tone="warning" note={`davon ${n.format(counts.doubles)} mögliche Doppelungen`} href={`${at}?filter=check`} />
        <Figure label="nicht lesbar" value={n.format(counts.unreadable)} tone={counts.unreadable > 0 ? "danger" : "neutral"} note={counts.unreadable > 0 ? "bleiben liegen, nichts geht verloren" : "jede Zeile ist gelesen"} href={`${at}?filter=unreadable`} />
      </FigureRow>
      <Card flush id="zeilen" footer={<GoOn view={view} />}>
        <RowsToolbar view={view} at={at} />
        <RowsForm view={view} at={at} />
      </Card>
    </ImportFrame>
  );
}

export const goWords = (counts: Pick<RowCounts, "ready" | "later">): string => `${n.format(counts.ready)} übernehmen, ${n.format(counts.later)} später entscheiden`;
/** The name of a row's choice holds the version that it was read with. */
export const fieldOfRow = (row: Pick<RowView, "rowNo" | "version">): string => `z-${row.rowNo}-${row.version}`;

function GoOn({ view }: { view: CheckView }) {
  const { list, counts, go } = view;
  return (
    <Form {...go} version={list.version} action={`/import/${list.id}/uebernehmen`} label="Übernehmen" class="take-over">
      <Button kind="strong" disabled={counts.ready === 0}><span data-live="go">{goWords(counts)}</span></Button>
      <span>Bis zum Ende für niemanden sichtbar. Danach als Ganzes rückgängig zu machen, solange niemand daran weitergearbeitet hat.</span>
    </Form>
  );
}

function RowsToolbar({ view, at }: { view: CheckView; at: string }) {
  const { counts, filter } = view;
  const choice = (label: string, key: RowFilter, count?: number) => ({ label, href: `${at}?filter=${key}`, current: filter === key, ...(count === undefined ? {} : { count }) });
  const [doubles, later, all] = [choice("Doppelungen", "doubles", counts.openDoubles), choice("Später", "later", counts.putOff), choice("Alle", "all", counts.total)];
  const choices = view.list.state === "done"
    ? [choice("Zu entscheiden", "left", counts.later), doubles, later, all]
    : [choice("Bitte prüfen", "check", counts.check), ...(counts.unreadable > 0 ? [choice("Nicht lesbar", "unreadable", counts.unreadable)] : []), doubles, choice("Noch offen", "open", counts.open), later, all];
  return (
    <div class="datatable-toolbar">
      <FilterChoices label="Welche Zeilen" choices={choices} />
      {view.issues.length > 0 && <AlikeForm view={view} />}
    </div>
  );
}

function AlikeForm({ view }: { view: CheckView }) {
  const decisions: Decision[] = ["import", "separate", "same_row", "later", "skip"];
  const words: Readonly<Partial<Record<Decision, string>>> = { import: "Übernehmen (Doppelungen bleiben offen)", same_row: "Zusammen, wo eine Doppelung vermutet wird", separate: "Getrennt: es sind verschiedene Menschen" };
  const like = (which: LikeRows["decision"]) => view.issues.filter((row) => row.decision === which).map(({ issues, count }) => ({ value: `${which}:${issues.join(",")}`, label: `${issueWords(issues)} (${n.format(count)})` }));
  const [open, later] = [like("open"), like("later")];
  return (
    <details class="toolbar-more">
      <summary>Gleiche Fälle auf einmal entscheiden</summary>
      <Form {...view.again} action={`/import/${view.list.id}/pruefen/gleiche`} label="Gleiche Fälle auf einmal entscheiden" class="filter-form">
        <Select name="issues" label="Alle offenen Zeilen mit" options={later.length === 0 ? open : [...(open.length === 0 ? [] : [{ label: "Offen", options: open }]), { label: "Auf später gelegt", options: later }]} />
        <Select name="decision" label="so entscheiden" options={decisions.map((value) => ({ value, label: words[value] ?? DECISION_WORDS[value] }))} />
        <Button>Alle gleich entscheiden</Button>
      </Form>
    </details>
  );
}

function RowsForm({ view, at }: { view: CheckView; at: string }) {
  const { filter, list } = view;
  return (
    <Form {...view.form} action={`${at}?filter=${filter}&nach=${view.after}`} label="Entscheidungen dieser Seite" class="rows-form" data-choice-url={`/import/${list.id}/entscheidung`}>
      <p class="kern-sr-only" role="status" data-choice-status=""></p>
      <DataTable
        caption="Zeilen der Liste und was davon verstanden wurde"
        captionHidden
        dense={false}
        rows={view.rows}
        rowId={(row) => `zeile-${row.rowNo}`}
        empty={<Notice kind="success" title="Hier ist nichts mehr zu prüfen."><a href={`${at}?filter=all`}>Alle Zeilen ansehen</a></Notice>}
        paging={{
          ...(view.after > 0 ? { previousHref: `${at}?filter=${filter}` } : {}),
          ...(view.nextAfter === null ? {} : { nextHref: `${at}?filter=${filter}&nach=${view.nextAfter}` }),
          summary: `${view.rows.length} Zeilen auf dieser Seite`,
        }}
        columns={[
          { key: "line", header: "Zeile", cell: (row) => row.rowNo, nowrap: true },
          { key: "stood", header: "Stand in der Liste", quiet: true, cell: (row) => <Isolated parts={row.stood.map(keptTogether)} /> },
          { key: "read", header: "Verstanden als", rowHeader: true, cell: (row) => <><Name latin={row.name} own={row.own} /><span class="cell-note"><Isolated parts={row.read.map(keptTogether)} /></span>{row.isEdited && <Chip>von Hand geändert</Chip>}</> },
          { key: "hint", header: "Hinweis", cell: (row) => <>{row.hints.map((hint) => <div class="row-hint"><Chip tone={hint.tone}>{hint.word}</Chip>{hint.why !== "" && <span class="cell-note">{hint.why}</span>}</div>)}</> },
          { key: "decision", header: "Entscheidung", cell: (row) => <Choices row={row} importId={list.id} /> },
        ]}
      />
      {view.rows.some((row) => row.choices.length > 0) && <p class="rows-save" data-unscripted=""><Button>Entscheidungen speichern</Button> Erst damit gelten die Entscheidungen dieser Seite.</p>}
    </Form>
  );
}

/** The usual answers; taking over with the question left open, and leaving out, are in "Gleiche Fälle" and the API. */
const inRow = (row: RowView): readonly Decision[] => row.choices.filter((choice) => choice === row.decision || (choice !== "skip" && !(choice === "import" && row.choices.includes("separate"))));

function Choices({ row, importId }: { row: RowView; importId: string }) {
  if (row.outcome === "created" || row.outcome === "created_as_same") return <>übernommen</>;
  if (row.choices.length === 0) return <>{DECISION_WORDS[row.decision]}</>;
  return (
    <div class="row-choices">
      <RadioGroup
        name={fieldOfRow(row)}
        label={`Zeile ${row.rowNo}`}
        optional
        look="chips"
        value={row.decision}
        choices={inRow(row).map((value) => ({ value, label: wordOf(row, value) }))}
      />
      <a class="cell-note" href={`/import/${importId}/zeilen/${row.rowNo}`} aria-label={`Zeile ${row.rowNo} ändern`}>Ändern</a>
    </div>
  );
}
