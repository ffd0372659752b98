import { PHASE_KEYS, phaseLabel } from "../../cases/index.ts";
import { BarChart, Card, Columns, DataTable, Figure, FigureRow, PageHead, StateLabel } from "../../ui/index.ts";
import type { Load, ManagerLoad } from "./read-load.ts";

export function LoadPage({ load, roomName }: { load: Load; roomName: string }) {
  const phases = PHASE_KEYS.filter((phase) => (load.byPhase[phase] ?? 0) > 0);
  return (
    <>
      <PageHead title="Auslastung" lead={`Laufende Fälle im Aktenbereich ${roomName}. Zahlen zum Verteilen, nicht zum Bewerten.`} />
      <FigureRow>
        <Figure label="laufende Fälle" value={load.cases} href="/faelle?stand=laufend" />
        <Figure label="ohne Zuständige" value={load.unassigned.cases} tone={load.unassigned.cases > 0 ? "warning" : "neutral"} href="/faelle?zustaendig=niemand" />
        <Figure label="mit Überfälligem" value={load.overdue} tone={load.overdue > 0 ? "danger" : "neutral"} href="/faelle?ueberfaellig=ja&sortierung=faellig" />
        <Figure label="Obergrenze je Person" value={load.limit ?? "keine"} note={load.limit === null ? "in der Verwaltung einzustellen" : undefined} />
      </FigureRow>
      <Columns
        main={
          <Card title="Je Case Manager:in" flush>
            <DataTable caption="Laufende Fälle je Case Manager:in" captionHidden rows={load.managers} rowHref={(m) => `/faelle?zustaendig=${m.accountId}`} columns={columnsOf(load)} empty={<p class="quiet card-body">Noch niemand führt Fälle.</p>} />
          </Card>
        }
        side={
          <Card>
            <BarChart title="Nach Phase" unit="Fälle" bars={phases.map((phase) => ({ label: phaseLabel(phase), value: load.byPhase[phase] ?? 0 }))} />
          </Card>
        }
      />
    </>
  );
}

const columnsOf = ({ limit, managers }: Load) => [
  { key: "name", header: "Name", rowHeader: true, cell: (m: ManagerLoad) => <bdi>{m.name}</bdi> },
  { key: "cases", header: "Fälle", numeric: true, cell: (m: ManagerLoad) => m.cases },
  { key: "bar", header: limit === null ? "Verhältnis" : `von ${limit}`, headerHidden: limit === null, cell: (m: ManagerLoad) => <LoadBar cases={m.cases} limit={limit} full={limit ?? Math.max(1, ...managers.map((x) => x.cases))} /> },
  { key: "persons", header: "Personen", numeric: true, cell: (m: ManagerLoad) => m.persons },
  { key: "overdue", header: "mit Überfälligem", numeric: true, cell: (m: ManagerLoad) => (m.overdue === 0 ? 0 : <b class="tone-danger">{m.overdue}</b>) },
  { key: "state", header: "Stand", cell: (m: ManagerLoad) => <LoadState load={m} limit={limit} /> },
];

function LoadState({ load, limit }: { load: ManagerLoad; limit: number | null }) {
  if (load.isAway) return <StateLabel shape="empty" tone="neutral">abwesend</StateLabel>;
  if (limit !== null && load.cases > limit) return <StateLabel shape="triangle" tone="danger">über der Grenze</StateLabel>;
  if (limit === null) return <StateLabel shape="check" tone="neutral">anwesend</StateLabel>;
  if (load.cases === limit) return <StateLabel shape="full" tone="warning">voll</StateLabel>;
  return <StateLabel shape="check" tone="success">hat Platz</StateLabel>;
}

/** The number stands beside it: the bar is for the eye alone. */
function LoadBar({ cases, limit, full }: { cases: number; limit: number | null; full: number }) {
  const width = Math.min(120, Math.round((cases / Math.max(1, full)) * 100));
  return (
    <svg class="load-bar" viewBox="0 0 120 10" width="120" height="10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="load-room" x="0" y="0" width="100" height="10" rx="3" />
      <rect class={limit !== null && cases > limit ? "load-over" : "bar"} x="0" y="0" width={width} height="10" rx="3" />
    </svg>
  );
}
