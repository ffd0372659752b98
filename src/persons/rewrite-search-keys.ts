import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Session } from "../http/index.ts";
import { type Fact, textOf } from "./fact.ts";
import { factKind } from "./fact-kinds.ts";
import { listFacts } from "./facts.sql.ts";
import { type KeyMaterial, keysOf } from "./keys.ts";
import { getRecord } from "./persons.sql.ts";
import { replaceSearchKeys } from "./search-keys.sql.ts";

const NUMBERS = new Set(["mobile", "phone", "messenger"]);
export const phonesOf = (channels: readonly Fact[]): string[] => channels.filter((f) => NUMBERS.has(textOf(f.values, "kind"))).map((f) => textOf(f.values, "value"));

export async function loadKeyMaterial(tx: ReadTx, recordId: string): Promise<KeyMaterial> {
  const [record, names, channels] = await Promise.all([getRecord(tx, recordId), listFacts(tx, factKind("names"), [recordId]), listFacts(tx, factKind("channels"), [recordId])]);
  return { names: names.map((f) => ({ family: textOf(f.values, "family"), given: textOf(f.values, "given") })), birth: record.birth, phones: phonesOf(channels) };
}

/** Makes the search keys of a record anew from what stands there now: names, birth date, telephone numbers. */
export async function rewriteSearchKeys(tx: WriteTx, session: Session, recordId: string): Promise<void> {
  await replaceSearchKeys(tx, session, recordId, keysOf(await loadKeyMaterial(tx, recordId)));
}
