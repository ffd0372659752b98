import { type CaseHead, CaseFrame, type CaseRecordRow, nameOf } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import { Card, DataTable, EmptyState, FilterChoices } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { actionWords, functionWords, PURPOSES } from "./record-words.ts";

export interface CaseRecordView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly timeZone: string;
  readonly me: string;
  readonly rows: readonly (CaseRecordRow & { readonly reason: string })[];
  readonly only: "lesen" | "aendern" | undefined;
  readonly next: string | null;
  readonly isLater: boolean;
}

/** Who read and changed this case, when, and in which function. Known to the whole team, and never used to judge anybody's work. */
export function CaseRecordPage(view: CaseRecordView) {
  const { head, rows, me } = view;
  const base = caseLinks(head.id).record;
  const more = (after: string): string => `${base}?${new URLSearchParams({ ...(view.only === undefined ? {} : { nur: view.only }), weiter: after }).toString()}`;
  return (
    <CaseFrame head={head} today={view.today} current="record">
      <Card
        title="Wer diese Akte gelesen und geändert hat"
        flush
        aside={
          <FilterChoices
            label="Protokoll"
            choices={[
              { label: "Alles", href: base, current: view.only === undefined },
              { label: "Gelesen", href: `${base}?nur=lesen`, current: view.only === "lesen" },
              { label: "Geändert", href: `${base}?nur=aendern`, current: view.only === "aendern" },
            ]}
          />
        }
      >
        <DataTable
          caption="Protokoll der Akte"
          captionHidden
          cards
          rows={rows}
          empty={<EmptyState title="Kein Eintrag">Zu dieser Auswahl steht nichts im Protokoll.</EmptyState>}
          columns={[
            { key: "at", header: "Wann", nowrap: true, card: "corner", cell: (row) => <time datetime={row.at.toISOString()}>{germanInstant(row.at, view.timeZone)}</time> },
            { key: "who", header: "Wer", rowHeader: true, cell: (row) => (row.account_id === me ? "Sie" : <bdi>{nameOf(row.given_name, row.family_name)}</bdi>) },
            { key: "what", header: "Was", card: "plain", cell: (row) => <>{actionWords(row.action)}{PURPOSES[row.purpose] !== undefined && <span class="cell-note">{PURPOSES[row.purpose]}</span>}{row.reason !== "" && <span class="cell-note"><bdi>{row.reason}</bdi></span>}</> },
            { key: "function", header: "In welcher Funktion", cardHeader: "als", cell: (row) => functionWords(row.function) },
          ]}
          paging={{ summary: `${rows.length} Einträge`, previousHref: view.isLater ? base : undefined, nextHref: view.next === null ? undefined : more(view.next) }}
        />
      </Card>
    </CaseFrame>
  );
}
