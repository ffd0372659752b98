import { type ColleagueRow, nameOf } from "../../cases/reading/index.ts";
import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Card, DataTable, EmptyState, LinkButton, PageHead, StateLabel } from "../../ui/index.ts";

/** Who is away until when, without a reason, and who stands in. */
export function AbsencesPage({ colleagues, today, hrefOf }: { colleagues: readonly ColleagueRow[]; today: CalendarDay; hrefOf: (accountId: string) => string }) {
  const names = new Map(colleagues.map((c) => [c.id, nameOf(c.given_name, c.family_name)]));
  const working = colleagues.filter((c) => c.works_here);
  return (
    <>
      <PageHead title="Vertretungen" lead="Wer abwesend ist und wer dann einspringt. Während der Abwesenheit liest und bearbeitet die Vertretung die Fälle, die jemand leitet; danach nicht mehr." />
      <Card flush>
        <DataTable
          caption="Abwesenheiten und Vertretungen"
          captionHidden
          cards
          rows={working}
          empty={<EmptyState title="Noch arbeitet hier niemand an Fällen">Konten und Rollen vergibt die Verwaltung.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (c) => <bdi>{nameOf(c.given_name, c.family_name)}</bdi> },
            { key: "state", header: "Stand", card: "plain", cell: (c) => <AbsenceState colleague={c} today={today} /> },
            { key: "deputy", header: "Vertretung", cell: (c) => (c.standing_deputy_id === null ? <span class="tone-warning">niemand</span> : <bdi>{names.get(c.standing_deputy_id) ?? "unbekannt"}</bdi>) },
            { key: "do", header: "Ändern", headerHidden: true, actions: true, cell: (c) => <LinkButton small href={hrefOf(c.id)} label={`Abwesenheit von ${nameOf(c.given_name, c.family_name)} ändern`}>Ändern</LinkButton> },
          ]}
        />
      </Card>
    </>
  );
}

function AbsenceState({ colleague, today }: { colleague: ColleagueRow; today: CalendarDay }) {
  const from = colleague.absent_from as CalendarDay | null;
  const until = colleague.absent_until as CalendarDay | null;
  if (from === null || (until !== null && until < today)) return <StateLabel shape="check" tone="success">anwesend</StateLabel>;
  const words = until === null ? "" : ` bis ${germanDay(until)}`;
  if (from > today) return <StateLabel shape="half" tone="neutral">abwesend ab {germanDay(from)}{words}</StateLabel>;
  return <StateLabel shape="empty" tone="warning">abwesend{words}</StateLabel>;
}
