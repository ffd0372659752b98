import type { ReadTx } from "../db/index.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Vault } from "../vault/index.ts";
import type { Fact, FactValues } from "./fact.ts";
import { type FactKey, factKind, factKinds } from "./fact-kinds.ts";
import { listFacts } from "./facts.sql.ts";
import type { ChoiceField, Person, PersonRecord } from "./person.ts";
import { listMergesOf, listRecordsWith, type MergeRow } from "./persons.sql.ts";

/**
 * Whose value of each field counts: what the latest merge chose among the records that are one person now, else the record
 * that stands for all. The same rule as app.chosen_record, which keeps the heads of cases.
 */
function chosenRecords(root: string, members: ReadonlySet<string>, merges: readonly MergeRow[]): Record<ChoiceField, string> {
  const choose = (field: ChoiceField): string => merges.map((m) => m.choices[field]).find((id) => id !== undefined && members.has(id)) ?? root;
  return { name: choose("name"), birth: choose("birth"), gender: choose("gender"), entry: choose("entry") };
}

const rootOf = (record: PersonRecord, all: ReadonlyMap<string, PersonRecord>): string =>
  // a root that the reader may not open is none for them
  record.mergedInto !== null && all.has(record.mergedInto) ? record.mergedInto : record.id;

function assemble(root: string, records: readonly PersonRecord[], merges: readonly MergeRow[], facts: Person["facts"]): Person {
  const byId = new Map(records.map((r) => [r.id, r]));
  const chosen = chosenRecords(root, new Set(byId.keys()), merges.filter((m) => m.keptId === root));
  const of = (field: ChoiceField): PersonRecord => byId.get(chosen[field])!;
  return {
    id: root,
    records: records.toSorted((a, b) => Number(b.id === root) - Number(a.id === root)),
    chosen,
    birth: of("birth").birth,
    birthPlaceholder: of("birth").birthPlaceholder,
    gender: of("gender").gender,
    entry: of("entry").entry,
    diedOn: records.map((r) => r.diedOn).find((day) => day !== null) ?? null,
    facts,
  };
}

/** Persons by the ids of any of their records; what the reader may not open is not among them. Statements do not grow with the number. */
export async function loadPersons(tx: ReadTx, ids: readonly string[], kinds: readonly FactKey[] = factKinds.map((k) => k.key)): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const records = await listRecordsWith(tx, ids);
  const byId = new Map(records.map((r) => [r.id, r]));
  const groups = Map.groupBy(records, (r) => rootOf(r, byId));
  const recordIds = [...byId.keys()];
  const merged = [...groups].filter(([, members]) => members.length > 1).map(([root]) => root);
  const [merges, ...lists] = await Promise.all([
    merged.length === 0 ? [] : listMergesOf(tx, merged),
    ...kinds.map(async (key) => [key, await listFacts(tx, factKind(key), recordIds)] as const),
  ]);
  const persons = new Map<string, Person>();
  for (const [root, members] of groups) {
    const own = new Set(members.map((m) => m.id));
    const facts = Object.fromEntries(factKinds.map(({ key }) => [key, (lists.find(([k]) => k === key)?.[1] ?? []).filter((f) => own.has(f.recordId))])) as unknown as Person["facts"];
    const person = assemble(root, members, merges, facts);
    for (const id of own) persons.set(id, person);
  }
  return persons;
}

/** The person whom this record is about. Sealed values (hints, names of guardians) stay sealed; see openFacts. */
export async function loadPerson(tx: ReadTx, personId: string): Promise<Person> {
  const person = (await loadPersons(tx, [personId])).get(personId);
  if (person === undefined) throw new NotFound();
  return person;
}

/** One of its records alone, as it was typed. */
export function onlyRecord(person: Person, recordId: string): Person {
  const { birth, birthPlaceholder, gender, entry, diedOn, ...rest } = person.records.find((r) => r.id === recordId)!;
  const facts = Object.fromEntries(Object.entries(person.facts).map(([key, list]) => [key, list.filter((f) => f.recordId === recordId)])) as unknown as Person["facts"];
  const record = { ...rest, birth, birthPlaceholder, gender, entry, diedOn };
  return { id: recordId, records: [record], chosen: chosenRecords(recordId, new Set([recordId]), []), birth, birthPlaceholder, gender, entry, diedOn, facts };
}

/** With the sealed values opened. */
export function openFacts(vault: Vault, tenantId: string, person: Person): Person {
  const keys = new Map(person.records.map((r) => [r.id, r.keyRef]));
  const facts = Object.fromEntries(Object.entries(person.facts).map(([key, list]) => [key, list.map((fact) => openFact(vault, tenantId, key as FactKey, keys.get(fact.recordId)!, fact))]));
  return { ...person, facts: facts as unknown as Person["facts"] };
}

export function openFact(vault: Vault, tenantId: string, key: FactKey, keyRef: string, fact: Fact): Fact {
  const kind = factKind(key);
  const opened: Record<string, string> = {};
  for (const field of kind.fields) {
    if (field.type !== "sealed") continue;
    const sealed = fact.sealed[field.name];
    opened[field.name] = sealed === undefined ? "" : vault.open(keyRef, sealed, { tenant: tenantId, table: kind.table, column: field.column, row: fact.id, version: 1 });
  }
  return { ...fact, values: { ...fact.values, ...opened } };
}

/** Every sealed field of these values, sealed for this entry; null where empty. */
export function sealFact(vault: Vault, tenantId: string, key: FactKey, keyRef: string, factId: string, values: FactValues): Record<string, Buffer | null> {
  const kind = factKind(key);
  const sealed: Record<string, Buffer | null> = {};
  for (const field of kind.fields) {
    if (field.type !== "sealed") continue;
    const text = values[field.name];
    sealed[field.name] = typeof text === "string" && text !== "" ? vault.seal(keyRef, text, { tenant: tenantId, table: kind.table, column: field.column, row: factId, version: 1 }) : null;
  }
  return sealed;
}
