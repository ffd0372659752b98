import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { Refused } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { decideScalars, type RawScalars, type Scalars } from "./decide-person.ts";
import type { FactValues } from "./fact.ts";
import { type FactKey, factKinds } from "./fact-kinds.ts";
import { insertFact } from "./facts.sql.ts";
import { type KeyMaterial, keysOf } from "./keys.ts";
import { sealFact } from "./load-person.ts";
import { parseFact, type RawFact } from "./parse-fact.ts";
import { insertRecord } from "./persons.sql.ts";
import { replaceSearchKeys } from "./search-keys.sql.ts";

/** Single values, and entries of each kind as parseFact takes them: `names: [{ family, given, kind }]`, `nationalities: [{ code }]`. */
export type NewPerson = RawScalars & Partial<Readonly<Record<FactKey, readonly RawFact[]>>> & { readonly importId?: string };

interface ReadPerson {
  readonly scalars: Scalars;
  readonly facts: readonly { readonly key: FactKey; readonly values: FactValues }[];
}

/** Reads what was typed; throws Refused with everything that is wrong. Fields of the second and further entries get a number. */
export function readNewPerson(person: NewPerson, today: Asking["today"]): ReadPerson {
  const scalars = decideScalars(person, today);
  const refusals: Refusal[] = scalars.ok ? [] : [...scalars.refusals];
  const facts: { key: FactKey; values: FactValues }[] = [];
  for (const kind of factKinds) {
    for (const raw of person[kind.key] ?? []) {
      const read = parseFact(kind, raw, today);
      if (read.ok) facts.push({ key: kind.key, values: read.value });
      else for (const r of read.refusals) refusals.push({ ...r, field: `${kind.key}.${r.field ?? kind.fields[0]!.name}` });
    }
  }
  if (!(person.names ?? []).length) refusals.push({ code: "name-missing", field: "names.family", sentence: "Geben Sie mindestens einen Namen ein." });
  if (!scalars.ok || refusals.length > 0) throw new Refused(refusals);
  return { scalars: scalars.value, facts };
}

const NUMBERS: ReadonlySet<unknown> = new Set(["mobile", "phone", "messenger"]);
export function keyMaterialOf({ scalars, facts }: ReadPerson): KeyMaterial {
  const of = (key: FactKey): FactValues[] => facts.filter((f) => f.key === key).map((f) => f.values);
  return {
    names: of("names").map((v) => ({ family: String(v["family"]), given: String(v["given"]) })),
    birth: scalars.birth,
    phones: of("channels").filter((v) => NUMBERS.has(v["kind"])).map((v) => String(v["value"])),
  };
}

/** Records a person under a key of their own. Facts are written first and belong to whoever recorded them until a case opens them. */
export async function recordPerson(tx: WriteTx, asking: Asking, person: NewPerson): Promise<string> {
  const read = readNewPerson(person, asking.today);
  const { app, session } = asking;
  const id = newId();
  const keyRef = app.vault.newKey();
  await insertRecord(tx, session, { id, ...read.scalars }, keyRef, person.importId ?? null);
  for (const { key, values } of read.facts) {
    const factId = newId();
    const kind = factKinds.find((k) => k.key === key)!;
    await insertFact(tx, kind, session, { id: factId, recordId: id, values, sealed: sealFact(app.vault, session.tenantId, key, keyRef, factId, values) });
  }
  await replaceSearchKeys(tx, session, id, keysOf(keyMaterialOf(read)));
  await record(tx, asking, { action: "person.recorded", objectKind: "person", objectIds: [id] });
  return id;
}
