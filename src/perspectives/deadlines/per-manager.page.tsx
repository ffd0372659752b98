import { Card, DataTable } from "../../ui/index.ts";
import { KIND_NOUNS } from "./deadline-words.ts";
import type { ManagerCount } from "./upcoming-days.sql.ts";
import type { DayKind } from "./upcoming-days.ts";

interface ManagerLine {
  readonly id: string | null;
  readonly name: string;
  readonly byKind: Readonly<Partial<Record<DayKind, number>>>;
  readonly all: number;
}

const SHORT: Readonly<Record<DayKind, string>> = { opens: "öffnet sich", closes: "schließt sich", switch: "Wechsel", ends: "Papier endet" };

/** Numbers alone: who they are is the team's to know. */
export function ManagersCard({ managers, months }: { managers: readonly ManagerCount[]; months: number }) {
  const kinds = Object.keys(KIND_NOUNS) as DayKind[];
  return (
    <Card title={`Je Case Manager:in, nächste ${months} Monate`} flush>
      <DataTable
        caption="Fristen je Case Manager:in"
        captionHidden
        cards
        rows={linesOf(managers)}
        empty={<p class="quiet card-body">In dieser Zeit ist nichts bekannt.</p>}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (m) => (m.id === null ? <span class="tone-warning">ohne Zuständige</span> : <bdi>{m.name}</bdi>) },
          ...kinds.map((kind) => ({ key: kind, header: KIND_NOUNS[kind], cardHeader: SHORT[kind], numeric: true, cell: (m: ManagerLine) => m.byKind[kind] ?? 0 })),
          { key: "all", header: "zusammen", numeric: true, card: "corner", cell: (m) => <b>{m.all}</b> },
        ]}
      />
    </Card>
  );
}

function linesOf(managers: readonly ManagerCount[]): ManagerLine[] {
  const groups = Map.groupBy(managers, (m) => m.lead_id);
  return [...groups].map(([id, counts]) => ({ id, name: counts[0]!.name, byKind: Object.fromEntries(counts.map((c) => [c.kind, c.days])), all: counts.reduce((sum, c) => sum + c.days, 0) }));
}
