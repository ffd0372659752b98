import { Button, Card, Checkbox, Chip, DataTable, DateField, EmptyState, Notice, PageHead, Select, TextField } from "../../ui/index.ts";
import type { RecordedAccount, RecordLine } from "./review.sql.ts";
import { eventWords, functionWords, purposeWords, THINGS } from "./record-words.ts";

export interface RecordView {
  readonly lines: readonly RecordLine[];
  readonly whenOf: (line: RecordLine) => string;
  /** number of the case, or nothing */
  readonly caseOf: (line: RecordLine) => string;
  readonly accounts: readonly RecordedAccount[];
  readonly typed: Readonly<Record<"konto" | "art" | "von" | "bis" | "fall" | "listen", string>>;
  /** a case number that is none here, or not of a supervised room */
  readonly unknownCase: boolean;
  readonly nextHref?: string;
}

const nameOf = (account: RecordedAccount | undefined): string => (account === undefined ? "anderes Konto" : `${account.family_name}, ${account.given_name}`);

export function RecordPage({ lines, whenOf, caseOf, accounts, typed, unknownCase, nextHref }: RecordView) {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return (
    <>
      <PageHead title="Protokoll" lead="Wer wann in welcher Funktion worauf zugegriffen hat. Ihr Lesen wird selbst protokolliert. Die Auswertung dient der Suche nach Missbrauch und nicht der Kontrolle von Leistung." />
      <form method="get" action="/protokoll" class="filter-form" aria-label="Protokoll filtern">
        <Select name="konto" label="Konto" value={typed.konto} optional empty="alle" options={accounts.map((a) => ({ value: a.id, label: `${nameOf(a)} (${a.organisation})` }))} />
        <Select name="art" label="Was" value={typed.art} optional empty="alles" options={Object.entries(THINGS).map(([value, label]) => ({ value, label }))} />
        <TextField name="fall" label="Fallnummer" value={typed.fall} optional />
        <DateField name="von" label="Von" value={typed.von} optional />
        <DateField name="bis" label="Bis" value={typed.bis} optional />
        <Checkbox name="listen" label="auch Listen, in denen der Fall stand" checked={typed.listen === "ja"} />
        <Button>Anzeigen</Button>
      </form>
      {unknownCase && <Notice kind="warning" title="Diese Fallnummer gibt es in Ihren Aktenbereichen nicht." />}
      <Card flush>
        <DataTable
          caption="Zugriffe, neueste zuerst"
          captionHidden
          cards
          rows={lines}
          empty={<EmptyState title="Keine Zugriffe">Mit diesen Angaben ist nichts protokolliert.</EmptyState>}
          columns={[
            { key: "when", header: "Zeit", nowrap: true, rowHeader: true, cell: whenOf },
            { key: "account", header: "Konto", card: "plain", cell: (r) => (r.account_id === null ? "System" : <bdi>{nameOf(byId.get(r.account_id))}</bdi>) },
            { key: "function", header: "Funktion", card: "plain", cell: (r) => functionWords(r.function) },
            { key: "what", header: "Was", card: "plain", cell: (r) => eventWords(r.action) },
            { key: "count", header: "Anzahl", numeric: true, cell: (r) => r.object_count },
            { key: "case", header: "Fall", nowrap: true, cell: caseOf },
            { key: "purpose", header: "Zweck", cell: (r) => purposeWords(r.purpose) },
            { key: "sealed", header: "Siegel", card: "gone", cell: (r) => (r.is_sealed ? "gesiegelt" : <Chip>noch offen</Chip>) },
          ]}
          paging={{ nextHref, summary: `${lines.length} Zeilen` }}
        />
      </Card>
    </>
  );
}
