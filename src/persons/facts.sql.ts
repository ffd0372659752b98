import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Session } from "../http/index.ts";
import type { Fact, FactField, FactKind, FactValue, FactValues } from "./fact.ts";

// Table and column names come from FACT_KINDS alone, never from a request.
const ORDER: Readonly<Record<string, string>> = {
  person_names: "is_primary desc, (kind = 'passport') desc, id",
  person_languages: "is_preferred desc, id",
};
const BY_TIME = "until_on desc nulls first, from_on desc nulls last, id";

type Row = { id: string; person_id: string; version: number } & Record<string, unknown>;

function valueOf(field: FactField, stored: unknown): FactValue {
  if (field.type === "tri") return stored === null ? "not_asked" : stored === true ? "yes" : "no";
  if (field.type === "sealed") return null;
  return (stored ?? null) as FactValue;
}
function stored(field: FactField, values: FactValues, sealed: Readonly<Record<string, Buffer | null>>): unknown {
  const value = values[field.name] ?? null;
  if (field.type === "tri") return value === "yes" ? true : value === "no" ? false : null;
  if (field.type === "sealed") return sealed[field.name] ?? null;
  return value;
}

function factOf(kind: FactKind, row: Row): Fact {
  const sealed: Record<string, Buffer> = {};
  for (const field of kind.fields) if (field.type === "sealed" && row[field.column] !== null) sealed[field.name] = row[field.column] as Buffer;
  const values = Object.fromEntries(kind.fields.map((field) => [field.name, valueOf(field, row[field.column])]));
  return { id: row.id, recordId: row.person_id, version: row.version, values, sealed };
}

const columnsOf = (kind: FactKind): string => kind.fields.map((field) => field.column).join(", ");

export async function listFacts(tx: ReadTx, kind: FactKind, recordIds: readonly string[]): Promise<Fact[]> {
  const rows = await tx.query<Row>(
    `select id, person_id, version, ${columnsOf(kind)} from app.${kind.table} where person_id = any ($1) order by ${ORDER[kind.table] ?? BY_TIME}`,
    [recordIds],
  );
  return rows.map((row) => factOf(kind, row));
}

/** NotFound also where the entry exists, but hangs on another record. */
export async function getFact(tx: ReadTx, kind: FactKind, recordId: string, factId: string): Promise<Fact> {
  return factOf(kind, await tx.get<Row>(`select id, person_id, version, ${columnsOf(kind)} from app.${kind.table} where id = $1 and person_id = $2`, [factId, recordId]));
}

export async function findFactById(tx: ReadTx, kind: FactKind, factId: string): Promise<Fact | undefined> {
  const row = await tx.find<Row>(`select id, person_id, version, ${columnsOf(kind)} from app.${kind.table} where id = $1`, [factId]);
  return row === undefined ? undefined : factOf(kind, row);
}

export interface NewFact {
  readonly id: string;
  readonly recordId: string;
  readonly values: FactValues;
  readonly sealed: Readonly<Record<string, Buffer | null>>;
}

export async function insertFact(tx: WriteTx, kind: FactKind, session: Session, fact: NewFact): Promise<void> {
  const marks = kind.fields.map((_, i) => `$${i + 5}`).join(", ");
  await tx.run(
    `insert into app.${kind.table} (tenant_id, room_id, id, person_id, ${columnsOf(kind)}) values ($1, $2, $3, $4, ${marks})`,
    [session.tenantId, session.roomId, fact.id, fact.recordId, ...kind.fields.map((field) => stored(field, fact.values, fact.sealed))],
  );
}

/** How many rows it touched: none where the version is not the one that the writer read. */
export function updateFact(tx: WriteTx, kind: FactKind, fact: NewFact, version: number): Promise<number> {
  const sets = kind.fields.map((field, i) => `${field.column} = $${i + 4}`).join(", ");
  return tx.run(
    `update app.${kind.table} set ${sets}, version = version + 1 where id = $1 and person_id = $2 and version = $3`,
    [fact.id, fact.recordId, version, ...kind.fields.map((field) => stored(field, fact.values, fact.sealed))],
  );
}

export function deleteFact(tx: WriteTx, kind: FactKind, recordId: string, factId: string, version: number): Promise<number> {
  return tx.run(`delete from app.${kind.table} where id = $1 and person_id = $2 and version = $3`, [factId, recordId, version]);
}

/** One name a script group is shown first: the others of the record step back. */
export async function clearOtherPrimaryNames(tx: WriteTx, recordId: string, factId: string, isLatin: boolean): Promise<void> {
  await tx.run(
    "update app.person_names set is_primary = false, version = version + 1 where person_id = $1 and id <> $2 and is_primary and (script = 'Latn') = $3",
    [recordId, factId, isLatin],
  );
}
