import { Card, Chip, DataTable, EmptyState, PageHead } from "../../ui/index.ts";
import type { AdministrationLine } from "./administration.sql.ts";
import { eventWords } from "./record-words.ts";

export interface AdministrationView {
  readonly lines: readonly AdministrationLine[];
  readonly whenOf: (line: AdministrationLine) => string;
  readonly whoOf: (line: AdministrationLine) => string;
  /** whose account it was about, where it was one */
  readonly aboutOf: (line: AdministrationLine) => string;
  readonly isLater: boolean;
  readonly nextHref?: string;
}

export function AdministrationRecordPage({ lines, whenOf, whoOf, aboutOf, isLater, nextHref }: AdministrationView) {
  return (
    <>
      <PageHead title="Protokoll der Verwaltung" lead="Wer Konten, Rollen, Aktenbereiche, Stellen und Einstellungen geändert hat. Anmeldungen und Akten stehen hier nicht. Ihr Lesen wird selbst protokolliert." />
      <Card flush>
        <DataTable
          caption="Änderungen der Verwaltung, neueste zuerst"
          captionHidden
          rows={lines}
          empty={<EmptyState title="Noch nichts">Bisher wurde nichts geändert.</EmptyState>}
          columns={[
            { key: "when", header: "Zeit", nowrap: true, rowHeader: true, cell: whenOf },
            { key: "who", header: "Wer", cell: (r) => <bdi>{whoOf(r)}</bdi> },
            { key: "what", header: "Was", cell: (r) => eventWords(r.action) },
            { key: "about", header: "Betrifft", cell: (r) => <bdi>{aboutOf(r)}</bdi> },
            { key: "sealed", header: "Siegel", cell: (r) => (r.is_sealed ? "gesiegelt" : <Chip>noch offen</Chip>) },
          ]}
          paging={{ nextHref, previousHref: isLater ? "/verwaltung/protokoll" : undefined, summary: `${lines.length} Zeilen` }}
        />
      </Card>
    </>
  );
}
