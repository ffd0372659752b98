import type { ReadTx } from "../../db/index.ts";
import { type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { loadPersons, type Person } from "../../persons/index.ts";
import { factCatalogue, type FactInput } from "../../rules/index.ts";
import type { Vault } from "../../vault/index.ts";
import type { FactEntry } from "./fact-entry.ts";
import { type FactRow, listFactRows } from "./facts.sql.ts";
import { countingOn, type DatedValue, valueOn } from "./facts-on-day.ts";
import { type RegisterEntry, registerFacts } from "./register-facts.ts";

export interface KnownFacts {
  readonly personId: string;
  /** Every key of the catalogue; null where unasked; `stay`, `status`, `birthDate`, `entryDate` and what follows from the register. */
  readonly facts: FactInput;
  /** oldest first, also those that do not count today; guarded ones only where the reader works on the case */
  readonly entries: readonly FactEntry[];
}

/** Every fact of the catalogue, null where nobody was asked: a missing key would count as not at issue. */
export const UNASKED: FactInput = Object.fromEntries([...factCatalogue.keys()].map((key) => [key, null]));

/** What the rules are told: nothing, the register over it, what was recorded over both. */
export function toldFacts(register: RegisterEntry, entries: readonly DatedValue[], today: CalendarDay): FactInput {
  const recorded = [...countingOn(entries, today)].map(([key, entry]) => [key, valueOn(entry, today)] as const);
  return { ...UNASKED, ...registerFacts(register, today), ...Object.fromEntries(recorded) };
}

export const factBinding = (tenant: string, row: string) => ({ tenant, table: "facts", column: "value_ct", row, version: 1 });

export const entryOf = (vault: Vault, row: FactRow): FactEntry => ({
  id: row.id, personId: row.person_id, caseId: row.case_id, key: row.key,
  value: row.value_ct === null ? row.value : (JSON.parse(vault.open(row.key_ref, row.value_ct, factBinding(row.tenant_id, row.id))) as unknown),
  from: row.from_on, to: row.until_on, source: row.source, statedOn: row.stated_on, foundBy: row.found_by, evidenceDocumentId: row.evidence_document_id,
  isGuarded: row.is_guarded, isByPerson: row.is_by_person, recordedBy: row.recorded_by_name ?? "", recordedAt: row.recorded_at, version: row.version,
});

const exact = (day: { readonly on: CalendarDay; readonly precision: string } | null): CalendarDay | null => (day?.precision === "day" ? day.on : null);
const dayIn = (value: unknown): CalendarDay | null => (typeof value === "string" && value !== "" ? (value as CalendarDay) : null);

const registerOf = (person: Person): RegisterEntry => ({
  birthOn: exact(person.birth),
  enteredOn: exact(person.entry),
  papers: person.facts.residenceStatuses.map(({ values }) => ({ label: String(values["label"]), from: dayIn(values["from"]), until: dayIn(values["until"]) })),
});

/**
 * What is known of these persons, by the id that was asked for; who may not be read is not among them. Statements do not
 * grow with the number of persons.
 */
export async function findKnownFacts(tx: ReadTx, vault: Vault, personIds: readonly string[], today: CalendarDay = dayOf(new Date())): Promise<ReadonlyMap<string, KnownFacts>> {
  const persons = await loadPersons(tx, personIds, ["residenceStatuses"]);
  const rows = await listFactRows(tx, [...new Set([...persons.values()].flatMap((person) => person.records.map((r) => r.id)))]);
  const byRecord = Map.groupBy(rows, (row) => row.person_id);
  return new Map([...persons].map(([personId, person]) => {
    const own = person.records.flatMap((record) => byRecord.get(record.id) ?? []).toSorted((a, b) => a.stated_on.localeCompare(b.stated_on) || a.recorded_at.getTime() - b.recorded_at.getTime());
    const entries = own.map((row) => entryOf(vault, row));
    return [personId, { personId, facts: toldFacts(registerOf(person), entries, today), entries }];
  }));
}
