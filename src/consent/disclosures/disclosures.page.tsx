import type { CaseHead } from "../../cases/reading/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Card, DataTable, EmptyState, LineList, LinkButton, StateLabel } from "../../ui/index.ts";
import { RECIPIENT_STATES, STATE_LOOKS, STATES } from "./disclosure-words.ts";
import type { DisclosureHead } from "./read-disclosure.ts";

export interface DisclosuresView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly disclosures: readonly DisclosureHead[];
  readonly requests: readonly { readonly id: string; readonly from: string; readonly is87: boolean; readonly about: string }[];
}

export const StateOf = ({ state, channel }: { state: DisclosureHead["state"]; channel: DisclosureHead["channel"] }) => (
  <StateLabel {...STATE_LOOKS[state]}>{state === "sent" && channel === "paper" ? "ausgehändigt" : STATES[state]}</StateLabel>
);

/** What left this case, what is to leave, and what others ask about it. */
export function DisclosuresPage({ head, today, disclosures, requests }: DisclosuresView) {
  const base = `/faelle/${head.id}/uebermittlungen`;
  return (
    <CaseFrame head={head} today={today} current="disclosures">
      {requests.length > 0 && (
        <Card title="Anfragen zu diesem Fall">
          <LineList>
            {requests.map((r) => (
              <>
                <a href={`/posteingang/${r.id}`}>{r.from}: {r.about}</a>
                {r.is87 && " (beruft sich auf § 87 AufenthG)"}
              </>
            ))}
          </LineList>
        </Card>
      )}
      <Card title="Übermittlungen" flush aside={<LinkButton href={`${base}/neu`} kind="strong" small>Neue Übermittlung</LinkButton>}>
        <DataTable
          caption="Übermittlungen aus diesem Fall"
          captionHidden
          dense={false}
          cards
          rows={disclosures}
          rowHref={(d) => `${base}/${d.id}`}
          empty={<EmptyState title="Noch nichts hat diesen Fall verlassen">Eine Übermittlung gibt einzelne Angaben an eine Stelle, mit Rechtsgrundlage und Zweck.</EmptyState>}
          columns={[
            { key: "to", header: "Empfänger", rowHeader: true, cell: (d) => <bdi>{d.recipientName}</bdi> },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (d) => <StateOf state={d.state} channel={d.channel} /> },
            { key: "when", header: "Tag", nowrap: true, cell: (d) => d.sentOn ?? d.createdOn },
            { key: "what", header: "Angaben", cell: (d) => (d.labels.length === 0 ? "noch keine" : [...new Set(d.labels)].join(", ")) },
            { key: "second", header: "Zweite Person", cell: (d) => (d.secondName === "" ? (d.consentGivenOn === null ? "–" : "nicht nötig: Einwilligung") : d.secondName) },
            { key: "answer", header: "Antwort", nowrap: true, cell: (d) => (d.recipientState === null ? "–" : RECIPIENT_STATES[d.recipientState]) },
          ]}
        />
      </Card>
    </CaseFrame>
  );
}
