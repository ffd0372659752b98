import { ActionButton, type HiddenFields } from "../../cases/working/index.ts";
import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, Columns, DataTable, EmptyState, Figure, FigureRow, LineList, Notice, PageHead, StateLabel } from "../../ui/index.ts";
import type { DueRow, ErasureRow, HoldRow, ReportRow } from "./retention.sql.ts";
import { ERASURE_KINDS, HOLD_KINDS, STANDINGS } from "./retention-words.ts";

export interface DueFilesView {
  readonly today: CalendarDay;
  readonly rows: readonly DueRow[];
  readonly holds: readonly HoldRow[];
  readonly erasures: readonly (ErasureRow & { readonly number: string })[];
  readonly reports: readonly ReportRow[];
  /** the archive waived all files of this kind, with its reference; empty: each is offered */
  readonly waiver: string;
  readonly archiveMonths: number;
  readonly hidden: HiddenFields;
}
const LOOKS = { held: { tone: "warning", shape: "half" }, erase: { tone: "danger", shape: "triangle" }, waiting: { tone: "neutral", shape: "empty" } } as const;

/** What is due in the room and what became of it, for its lead: numbers and days, and no name. */
export function DueFilesPage(view: DueFilesView) {
  const { today, rows, waiver, hidden } = view;
  const due = rows.filter((row) => row.due_on <= today);
  const toOffer = due.filter((row) => row.standing === "waiting" && row.offered_on === null);
  const count = (standing: DueRow["standing"]): number => due.filter((row) => row.standing === standing).length;
  return (
    <>
      <PageHead title="Aufbewahrung und Löschung" lead="Was seine Frist hinter sich hat, wird nachts gelöscht: Akte, Dateien, Schlüssel und alle Personen, die in keiner anderen Akte stehen." />
      <FigureRow>
        <Figure label="fällig" value={due.length} />
        <Figure label="wird heute Nacht gelöscht" value={count("erase")} tone={count("erase") > 0 ? "danger" : "neutral"} />
        <Figure label="gesperrt" value={count("held")} />
        <Figure label="beim Archiv" value={count("waiting")} />
      </FigureRow>
      <Columns
        main={
          <>
            <Card title="Akten, deren Frist endet" flush aside={toOffer.length > 0 && waiver === "" && <ActionButton hidden={hidden} action="/aufbewahrung/anbieten">{toOffer.length === 1 ? "Eine Akte anbieten" : `${toOffer.length} Akten anbieten`}</ActionButton>}>
              {rows.length === 0
                ? <EmptyState title="Nichts fällig in den nächsten sechs Monaten">Die Fristen stehen in den Einstellungen der Kommune.</EmptyState>
                : <DataTable caption="Akten, deren Frist vorbei ist oder bald endet" captionHidden dense={false} rows={rows} columns={columnsOf(view)} />}
            </Card>
            <Reports reports={view.reports} />
          </>
        }
        side={<><Archive view={view} /><Erasures view={view} /><Holds view={view} /></>}
      />
    </>
  );
}

const columnsOf = ({ today, hidden, waiver }: DueFilesView) => [
  { key: "number", header: "Fall", rowHeader: true, nowrap: true, cell: (r: DueRow) => <a href={`/faelle/${r.case_id}/aufbewahrung`}>{r.number}</a> },
  { key: "closed", header: "abgeschlossen", nowrap: true, cell: (r: DueRow) => (r.closed_on === null ? "" : germanDay(r.closed_on)) },
  { key: "due", header: "Frist endet", nowrap: true, cell: (r: DueRow) => <>{germanDay(r.due_on)}<span class="cell-note">{relativeDay(r.due_on, today)}</span></> },
  { key: "standing", header: "Stand", cell: (r: DueRow) => (r.due_on > today && r.standing !== "held" ? <span class="quiet">noch nicht fällig</span> : <StateLabel {...LOOKS[r.standing]}>{STANDINGS[r.standing]}</StateLabel>) },
  { key: "archive", header: "Archiv", cell: (r: DueRow) => <ArchiveCell row={r} waiver={waiver} hidden={hidden} /> },
];

function ArchiveCell({ row, waiver, hidden }: { row: DueRow; waiver: string; hidden: HiddenFields }) {
  if (row.answer === "waived") return <>verzichtet</>;
  if (row.answer === "taken") return <a href={`/faelle/${row.case_id}/archiv`}>übernommen: {row.receipt_on !== null ? `empfangen am ${germanDay(row.receipt_on)}` : row.package_on === null ? "Paket fehlt noch" : "Empfang noch offen"}</a>;
  if (waiver !== "") return <span class="quiet">allgemein verzichtet</span>;
  if (row.offered_on === null) return <span class="quiet">noch nicht angeboten</span>;
  return (
    <span class="button-line">
      angeboten am {germanDay(row.offered_on)}{" "}
      <ActionButton hidden={hidden} action={`/aufbewahrung/${row.case_id}/archiv`} name="answer" value="waived" label={`Fall ${row.number}: Archiv verzichtet`}>Verzichtet</ActionButton>{" "}
      <ActionButton hidden={hidden} action={`/aufbewahrung/${row.case_id}/archiv`} name="answer" value="taken" label={`Fall ${row.number}: Archiv hat übernommen`}>Übernommen</ActionButton>
    </span>
  );
}

const Archive = ({ view: { waiver, archiveMonths, rows } }: { view: DueFilesView }) => (
  <Card title="Archiv">
    {waiver === ""
      ? <p>Jede fällige Akte wird dem Archiv angeboten (§ 4 ArchivG NRW). Was es übernimmt, wird erst gelöscht, wenn es das Paket bekommen hat. Antwortet es {archiveMonths} Monate lang nicht, wird gelöscht. Unrechtmäßig gespeicherte Daten werden nicht angeboten.</p>
      : <p>Das Archiv hat auf Akten dieser Art allgemein verzichtet: <bdi>{waiver}</bdi></p>}
    {rows.some((row) => row.offered_on !== null && row.answer === null) && <p><a href="/aufbewahrung/anbietungsliste.csv">Liste für das Archiv herunterladen</a>, ohne Namen</p>}
  </Card>
);

function Erasures({ view: { erasures } }: { view: DueFilesView }) {
  if (erasures.length === 0) return null;
  return (
    <Card title="Vorzeitige Löschung beantragt">
      <Notice kind="info">Eine zweite Person stimmt zu.</Notice>
      <LineList>{erasures.map((e) => <div><a href={`/faelle/${e.case_id}/aufbewahrung`}>Fall {e.number}</a><span class="line-note">{ERASURE_KINDS[e.kind]}, {e.asked_by_name}</span></div>)}</LineList>
    </Card>
  );
}

const Holds = ({ view: { holds, today } }: { view: DueFilesView }) => (
  <Card title="Sperren">
    {holds.length === 0
      ? <p class="quiet">Nichts ist gesperrt.</p>
      : <LineList>{holds.map((h) => <div class="line"><span><a href={`/faelle/${h.case_id}/aufbewahrung`}>Fall {h.number}</a><span class="line-note">{HOLD_KINDS[h.kind]}, {h.set_by_name}</span></span><span class="quiet" title={relativeDay(h.until_on, today)}>bis {germanDay(h.until_on)}</span></div>)}</LineList>}
  </Card>
);

const Reports = ({ reports }: { reports: readonly ReportRow[] }) => (
  <Card title="Was die Nächte getan haben" flush>
    {reports.length === 0
      ? <EmptyState title="Noch kein Bericht">Jede Nacht mit Fälligem schreibt eine Zeile: fällig = gelöscht + gesperrt + beim Archiv.</EmptyState>
      : <DataTable caption="Berichte der Nächte" captionHidden rows={reports} columns={[
          { key: "day", header: "Nacht", rowHeader: true, cell: (r: ReportRow) => germanDay(r.ran_on) },
          { key: "due", header: "fällig", numeric: true, cell: (r: ReportRow) => r.due },
          { key: "erased", header: "gelöscht", numeric: true, cell: (r: ReportRow) => r.erased },
          { key: "held", header: "gesperrt", numeric: true, cell: (r: ReportRow) => r.held },
          { key: "waiting", header: "beim Archiv", numeric: true, cell: (r: ReportRow) => r.waiting },
          { key: "persons", header: "Personen gelöscht", numeric: true, cell: (r: ReportRow) => r.persons_erased },
          { key: "consultations", header: "Fallberatungen gelöscht", numeric: true, cell: (r: ReportRow) => r.consultations_erased },
        ]} />}
  </Card>
);
