import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import { germanDay, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Fact, FactValues } from "./fact.ts";
import { type FactKey, factKind } from "./fact-kinds.ts";
import { clearOtherPrimaryNames, deleteFact, getFact, insertFact, listFacts, updateFact } from "./facts.sql.ts";
import { openFact, sealFact } from "./load-person.ts";
import { parseFact, type RawFact } from "./parse-fact.ts";
import { getRecord } from "./persons.sql.ts";
import { recordAboutPersons } from "./record-context.ts";
import { rewriteSearchKeys } from "./rewrite-search-keys.ts";

/** Values as a form shows them: days in German, ticks as "ja". */
export function factAsTyped(key: FactKey, values: FactValues): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    factKind(key).fields.map(({ name, type }): [string, string | readonly string[]] => {
      const value = values[name] ?? "";
      if (type === "flag") return [name, value === true ? "ja" : ""];
      if (type === "day") return [name, value === "" ? "" : germanDay(value as CalendarDay)];
      return [name, typeof value === "boolean" ? "" : value];
    }),
  );
}

function read(key: FactKey, raw: RawFact, today: CalendarDay): FactValues {
  const parsed = parseFact(factKind(key), raw, today);
  if (!parsed.ok) throw new Refused(parsed.refusals);
  return parsed.value;
}

async function afterChange(tx: WriteTx, asking: Asking, key: FactKey, recordId: string, factId: string, action: string, values?: FactValues): Promise<void> {
  if (key === "names" && values?.["primary"] === true) await clearOtherPrimaryNames(tx, recordId, factId, values["script"] === "Latn");
  if (factKind(key).makesKeys) await rewriteSearchKeys(tx, asking.session, recordId);
  await recordAboutPersons(tx, asking, { action, objectKind: factKind(key).table, objectIds: [factId, recordId] }, [recordId]);
}

export async function addFact(tx: WriteTx, asking: Asking, key: FactKey, recordId: string, raw: RawFact): Promise<string> {
  const { keyRef } = await getRecord(tx, recordId);
  const values = read(key, raw, asking.today);
  const id = newId();
  const sealed = sealFact(asking.app.vault, asking.session.tenantId, key, keyRef, id, values);
  await insertFact(tx, factKind(key), asking.session, { id, recordId, values, sealed });
  await afterChange(tx, asking, key, recordId, id, "person_fact.added", values);
  return id;
}

async function current(tx: WriteTx, asking: Asking, key: FactKey, recordId: string, factId: string): Promise<{ fact: Fact; keyRef: string }> {
  const { keyRef } = await getRecord(tx, recordId);
  return { keyRef, fact: openFact(asking.app.vault, asking.session.tenantId, key, keyRef, await getFact(tx, factKind(key), recordId, factId)) };
}
const stale = (key: FactKey, fact: Fact): Stale => new Stale({ version: fact.version, ...factAsTyped(key, fact.values) });

/** What is left out stays as it is; Stale where the entry is no longer the one that was read. */
export async function correctFact(tx: WriteTx, asking: Asking, key: FactKey, recordId: string, factId: string, version: number, raw: RawFact): Promise<void> {
  const { fact, keyRef } = await current(tx, asking, key, recordId, factId);
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
  const values = read(key, { ...factAsTyped(key, fact.values), ...given }, asking.today);
  const sealed = sealFact(asking.app.vault, asking.session.tenantId, key, keyRef, factId, values);
  if ((await updateFact(tx, factKind(key), { id: factId, recordId, values, sealed }, version)) === 0) throw stale(key, (await current(tx, asking, key, recordId, factId)).fact);
  await afterChange(tx, asking, key, recordId, factId, "person_fact.corrected", values);
}

/** For what was typed by mistake. What has ended gets an end instead. The last name of a record stays. */
export async function removeFact(tx: WriteTx, asking: Asking, key: FactKey, recordId: string, factId: string, version: number): Promise<void> {
  const { fact } = await current(tx, asking, key, recordId, factId);
  if (key === "names" && (await listFacts(tx, factKind(key), [recordId])).length === 1) {
    throw new Refused([{ code: "last-name", sentence: "Der letzte Name kann nicht entfernt werden. Berichtigen Sie ihn stattdessen." }]);
  }
  if ((await deleteFact(tx, factKind(key), recordId, factId, version)) === 0) throw stale(key, fact);
  await afterChange(tx, asking, key, recordId, factId, "person_fact.removed");
}
