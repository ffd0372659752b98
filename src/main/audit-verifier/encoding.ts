// The bytes of src/audit/sealing/README.md, written from that page a second time. It imports no code of the product on
// purpose: a mistake or a manipulation there must not be able to hide here.
import { createHash } from "node:crypto";

export type Row = Readonly<Record<string, unknown>>;

export const ZERO = "0".repeat(64);
export const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const RECORD = ["tenant_id", "room_id", "id", "at", "xid", "account_id", "function", "action", "object_kind", "object_ids", "case_id", "purpose", "reason", "session"];
export const SEAL = ["tenant_id", "room_id", "month", "seq_from", "seq_to", "count", "first_id", "last_id", "content_hash", "prev_hash"];
const NULLABLE = new Set(["room_id", "account_id", "function", "object_kind", "case_id", "purpose", "reason", "session", "note"]);
const NUMBERS = new Set(["seq", "seq_from", "seq_to", "count", "epoch", "number"]);

/** A line or field that is not as the specification demands. */
export class Malformed extends Error {}

function marked(mark: number, length: number): Buffer {
  const bytes = Buffer.alloc(5, mark);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

export function text(value: unknown): Buffer {
  if (typeof value !== "string" || !value.isWellFormed()) throw new Malformed();
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([marked(1, bytes.length), bytes]);
}

/** Encodes a row's field, and demands the type that the specification gives it. */
function field(row: Row, name: string): Buffer {
  const value = row[name];
  if (value === null && NULLABLE.has(name)) return Buffer.of(0);
  if (NUMBERS.has(name)) return text(String(whole(value)));
  return text(value);
}

const fields = (row: Row, names: readonly string[]): Buffer => Buffer.concat(names.map((name) => field(row, name)));

function list(value: unknown, encode: (element: unknown) => Buffer): Buffer {
  if (!Array.isArray(value)) throw new Malformed();
  return Buffer.concat([marked(2, value.length), ...value.map((element: unknown) => encode(element))]);
}

export function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new Malformed();
  return value;
}

export function recordHash(row: Row): Buffer {
  const ids = [row.tenant_id, row.id, row.room_id, row.account_id, row.case_id, ...(Array.isArray(row.object_ids) ? (row.object_ids as unknown[]) : [])];
  if (!ids.every((id) => id === null || (typeof id === "string" && UUID.test(id))) || !INSTANT.test(String(row.at)) || !/^(0|[1-9]\d*)$/.test(String(row.xid)))
    throw new Malformed();
  const bytes = [text("einklang-record-1"), fields(row, RECORD.slice(0, 9)), list(row.object_ids, text), fields(row, RECORD.slice(10))];
  return createHash("sha256").update(Buffer.concat(bytes)).digest();
}

export const sealHash = (row: Row): string => createHash("sha256").update(text("einklang-seal-1")).update(fields(row, SEAL)).digest("hex");

export const statementBytes = (row: Row): Buffer =>
  Buffer.concat([
    text("einklang-statement-1"),
    fields(row, ["kind", "installation", "epoch", "number", "at", "prev"]),
    list(row.heads, (head) => fields(head as Row, ["tenant_id", "room_id", "seq", "hash"])),
    list(row.erased, (seal) => fields(seal as Row, ["tenant_id", "room_id", "month", "seq_from", "seq_to", "hash"])),
    field(row, "note"),
  ]);

/** One line that holds exactly these keys, each once, in compact JSON: nothing unhashed can ride along. */
export function parse(line: string): Row {
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null || JSON.stringify(value) !== line) throw new Malformed();
  return value as Row;
}

export function demandKeys(row: Row, keys: readonly string[]): void {
  if (Object.keys(row).length !== keys.length || !keys.every((key) => Object.hasOwn(row, key))) throw new Malformed();
}

export const chainOf = (row: Row): string => `${String(row.tenant_id)}/${typeof row.room_id === "string" ? row.room_id : "-"}`;
export const erasureOf = (row: Row): string => [chainOf(row), row.month, row.seq_from, row.seq_to, row.hash].join(" ");
