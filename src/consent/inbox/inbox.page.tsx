import { DataTable, EmptyState, Card, Chip, LinkButton, PageHead, StateLabel } from "../../ui/index.ts";
import { pagingOf } from "./letter-cursor.ts";
import { ITEM_LOOKS } from "./inbox-words.ts";
import type { ShownInboxItem } from "./read-inbox.ts";

export interface InboxView {
  readonly items: readonly ShownInboxItem[];
  readonly next: string | null;
  readonly isLater: boolean;
  readonly isCaseManagement: boolean;
}

export function InboxPage({ items, next, isLater, isCaseManagement }: InboxView) {
  return (
    <>
      <PageHead title="Posteingang" lead={isCaseManagement ? "Anfragen und Schreiben anderer Stellen an das Case Management." : "Was andere Stellen Ihrem Aktenbereich geschickt haben."} actions={isLater && <LinkButton href="/posteingang">Zum Anfang der Liste</LinkButton>} />
      <Card flush>
        <DataTable
          caption="Posteingang"
          captionHidden
          dense={false}
          cards
          rows={items}
          rowHref={(i) => `/posteingang/${i.id}`}
          paging={pagingOf("/posteingang", next, isLater, items.length)}
          empty={isLater ? <EmptyState title="Hier geht die Liste nicht weiter">Inzwischen hat sich etwas geändert.</EmptyState> : <EmptyState title="Nichts Neues">Hier erscheint, was andere Stellen Ihnen übermitteln oder fragen.</EmptyState>}
          columns={[
            { key: "what", header: "Inhalt", rowHeader: true, cell: (i) => <bdi>{i.subject}</bdi> },
            { key: "kind", header: "Art", nowrap: true, cell: (i) => <>{i.kindWord} {i.is87 && <Chip tone="warning">§ 87 AufenthG</Chip>}</> },
            { key: "from", header: "Von", cell: (i) => <bdi>{i.from}</bdi> },
            { key: "when", header: "Eingang", nowrap: true, cell: (i) => i.receivedOn },
            { key: "state", header: "Stand", nowrap: true, card: "corner", cell: (i) => <StateLabel {...ITEM_LOOKS[i.state]}>{i.stateWord}</StateLabel> },
            ...(isCaseManagement ? [{ key: "case", header: "Fall", nowrap: true, cell: (i: ShownInboxItem) => i.caseNumber ?? "–" }] : []),
          ]}
        />
      </Card>
    </>
  );
}
