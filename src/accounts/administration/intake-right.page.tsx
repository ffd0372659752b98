import { germanDay } from "../../kernel/calendar-day.ts";
import { Button, Card, Chip, DataTable, EmptyState, Form, PageHead } from "../../ui/index.ts";
import type { IntakeLine } from "./intake-right.sql.ts";

export function IntakeRightPage({ lines, csrf }: { readonly lines: readonly IntakeLine[]; readonly csrf: string }) {
  return (
    <>
      <PageHead title="Aufnahmerecht" lead="Wer Listen einlesen und Doppelungen entscheiden darf. Eine Teamleitung darf es immer und steht hier nicht. Das Recht gilt sofort; das Öffnen von Akten gehört nicht dazu." />
      <Card flush>
        <DataTable
          caption="Aufnahmerecht im Team"
          captionHidden
          dense={false}
          rows={lines}
          empty={<EmptyState title="Niemand">In diesem Aktenbereich arbeitet außer der Leitung niemand an Fällen.</EmptyState>}
          columns={[
            { key: "name", header: "Name", rowHeader: true, cell: (l) => <bdi>{l.name}</bdi> },
            { key: "office", header: "Stelle", cell: (l) => l.organisation },
            {
              key: "right", header: "Aufnahmerecht",
              cell: (l) => (l.membership_id === null ? "nein" : l.is_waiting ? <Chip tone="warning">wartet auf Bestätigung</Chip> : <Chip tone="success">{l.from_on === null ? "ja" : `ja, seit ${germanDay(l.from_on)}`}</Chip>),
            },
            {
              key: "do", header: "Aktion", headerHidden: true, actions: true,
              cell: (l) => (
                <Form action={`/team/aufnahmerecht/${l.account_id}/${l.membership_id === null ? "geben" : "beenden"}`} csrf={csrf}>
                  <Button small label={l.membership_id === null ? `${l.name} das Aufnahmerecht geben` : `Das Aufnahmerecht von ${l.name} beenden`}>{l.membership_id === null ? "Geben" : "Beenden"}</Button>
                </Form>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
