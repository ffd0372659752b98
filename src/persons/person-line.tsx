import { phaseLabel } from "../kernel/phase-words.ts";
import { DataTable, LinkButton, Name } from "../ui/index.ts";
import type { FoundPerson } from "./find-persons.ts";

export const bornText = (found: FoundPerson): string => (found.birth !== null ? `* ${found.birth}` : found.birthYear !== null ? `* ${found.birthYear}` : "");

/** Persons found or listed. Of a file not joined stands its head, and the way to join it. An authority has no cases. */
export function PersonTable({ caption, persons, withoutCases = false }: { caption: string; persons: readonly FoundPerson[]; withoutCases?: boolean }) {
  return (
    <DataTable
      caption={caption}
      rows={persons}
      dense={false}
      cards
      rowHref={(p) => (p.isOpen ? `/personen/${p.personId}` : undefined)}
      columns={[
        { key: "name", header: "Name", rowHeader: true, cell: (p) => <Name latin={p.name.latin} own={p.name.own} lang={p.name.lang} /> },
        { key: "birth", header: "Geboren", cell: (p) => (bornText(p) === "" ? "unbekannt" : bornText(p).slice(2)) },
        ...(withoutCases
          ? []
          : [
              { key: "case", header: "Fall", card: "plain" as const, cell: (p: FoundPerson) => <Cases found={p} /> },
              { key: "lead", header: "Leitung", card: "plain" as const, cell: (p: FoundPerson) => <bdi>{p.cases[0]?.leadName ?? (p.cases.length === 0 ? "" : "niemand")}</bdi> },
            ]),
      ]}
    />
  );
}

function Cases({ found }: { found: FoundPerson }) {
  if (found.cases.length === 0) return <>ohne Fall</>;
  return (
    <p>
      {found.cases.map((c, i) => (
        <>
          {i > 0 && ", "}
          {found.isOpen ? <a href={`/faelle/${c.caseId}`}>{c.number}</a> : c.number} · {phaseLabel(c.phase)}
          {!found.isOpen && (
            <>
              {" "}
              <LinkButton href={`/faelle/${c.caseId}/beitreten`} small label={`Dem Fall ${c.number} beitreten`}>Beitreten</LinkButton>
            </>
          )}
        </>
      ))}
    </p>
  );
}
