import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue, type FactInput } from "../../rules/index.ts";
import type { Vault } from "../../vault/index.ts";
import { paperOfLabel } from "./paper-of-label.ts";
import { listRegister, type RegisterRow } from "./register.sql.ts";

/** Every fact of the catalogue, null where nobody was asked: a missing key would count as not at issue. */
const UNASKED: FactInput = Object.fromEntries([...factCatalogue.keys()].map((key) => [key, null]));

/** What is known of these persons, for the system job: a constant number of statements. */
export async function findFactsOfPersons(tx: ReadTx, _vault: Vault, tenantId: string, persons: readonly { readonly person_id: string }[], today: CalendarDay): Promise<ReadonlyMap<string, FactInput>> {
  if (persons.length === 0) return new Map();
  const rows = await listRegister(tx, tenantId, persons.map((p) => p.person_id));
  return new Map(rows.map((row) => [row.person_id, { ...UNASKED, ...factsOfRegister(row, today) }]));
}

export function factsOfRegister(row: RegisterRow, today: CalendarDay): FactInput {
  const stay = row.papers.flatMap(({ label, from, until }) => {
    const basis = paperOfLabel(label);
    return basis === null || from === null ? [] : [{ basis, from, to: until }];
  });
  const held = stay.filter((paper) => paper.from <= today && (paper.to === null || paper.to >= today)).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
  return {
    stay: stay.length === 0 ? null : stay, status: held?.basis ?? null,
    // a birth year alone makes no day on which somebody is 27
    birthDate: row.birth_precision === "day" ? row.birth_on : null,
    entryDate: row.entered_precision === "day" ? row.entered_on : null,
  };
}
