import { isId } from "../../kernel/id.ts";
import { encodeList, encodeValue, encodeValues, sha256 } from "./encoding.ts";

/** A row of the access record, in the words of its table and of the export (hence the underscores). */
export interface AccessRecord {
  readonly tenant_id: string;
  /** null where it belongs to no room: signing in, the tenant's settings */
  readonly room_id: string | null;
  readonly id: string;
  /** `2026-11-22T09:30:00.123456Z`: microseconds and UTC, as the database keeps it */
  readonly at: string;
  readonly xid: string;
  readonly account_id: string | null;
  readonly function: string | null;
  readonly action: string;
  readonly object_kind: string | null;
  readonly object_ids: readonly string[];
  readonly case_id: string | null;
  readonly purpose: string | null;
  /** base64 of the ciphertext */
  readonly reason: string | null;
  /** hash of the session's id */
  readonly session: string | null;
}

const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;
const NUMBER = /^(0|[1-9]\d*)$/;

export const isInstant = (text: string): boolean => INSTANT.test(text);
export const monthOf = (instant: string): string => instant.slice(0, 7);

/** The bytes that are hashed. Throws RangeError for a record whose encoding would not be the only one. */
export function encodeRecord(r: AccessRecord): Buffer {
  const ids = [r.tenant_id, r.id, ...(r.room_id === null ? [] : [r.room_id]), ...(r.account_id === null ? [] : [r.account_id]), ...(r.case_id === null ? [] : [r.case_id]), ...r.object_ids];
  if (!ids.every(isId)) throw new RangeError("an id is not a lower-case UUID");
  if (!isInstant(r.at)) throw new RangeError(`not an instant with microseconds in UTC: ${r.at}`);
  if (!NUMBER.test(r.xid)) throw new RangeError("xid is not a number");
  return Buffer.concat([
    encodeValue("einklang-record-1"),
    encodeValues(r.tenant_id, r.room_id, r.id, r.at, r.xid, r.account_id, r.function, r.action, r.object_kind),
    encodeList(r.object_ids.map(encodeValue)),
    encodeValues(r.case_id, r.purpose, r.reason, r.session),
  ]);
}

export const hashRecord = (record: AccessRecord): Buffer => sha256(encodeRecord(record));
