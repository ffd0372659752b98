import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { calendarDay } from "../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../kernel/errors.ts";
import { addFact } from "./change-facts.ts";
import { checkForDuplicates, findLikelyDuplicates } from "./check-for-duplicates.ts";
import { findPersons } from "./find-persons.ts";
import { loadPerson, loadPersons } from "./load-person.ts";
import { decidePair, type MergeChoices, mergePersons, unmergePersons } from "./merge-persons.ts";
import { countPairs, getPair, listMerges, listPairs } from "./merges.sql.ts";
import { askingFor, openCase } from "./person-asking.test-support.ts";
import { birthText, displayName } from "./person-words.ts";
import { type NewPerson, recordPerson } from "./record-person.ts";

let it: TestServer;
let manager: Actor;
let other: Actor;
let lead: Actor;
let intake: Actor;
beforeAll(async () => {
  it = await startTestServer();
  [manager, other, lead, intake] = [await actor(it.world, ["case_manager"], "case"), await actor(it.world, ["case_manager"], "case"), await actor(it.world, ["team_lead", "case_manager"], "case"), await actor(it.world, ["intake"], "case")];
});
afterAll(() => it.close());

const as = <T>(who: Actor, work: (tx: WriteTx, asking: Asking) => Promise<T>): Promise<T> => it.app.db.write(who.secret, async (tx) => work(tx, await askingFor(it, tx)));
const newPerson = (who: Actor, person: NewPerson): Promise<string> => as(who, async (tx, asking) => {
  const id = await recordPerson(tx, asking, person);
  await checkForDuplicates(tx, id);
  return id;
});
const merge = (who: Actor, a: string, b: string, choices: MergeChoices = {}): Promise<string> => as(who, (tx, asking) => mergePersons(tx, asking, a, b, choices));
const unmerge = (who: Actor, id: string): Promise<void> => as(who, (tx, asking) => unmergePersons(tx, asking, id));
const pairsOf = (who: Actor): Promise<string[][]> => it.app.db.read(who.secret, async (tx) => (await listPairs(tx, "open", 100_000)).map((p) => [p.firstId, p.secondId, p.id]));
const pairBetween = async (who: Actor, a: string, b: string): Promise<string | undefined> => (await pairsOf(who)).find((p) => p.includes(a) && p.includes(b))?.[2];

/** what everybody can see of these records: the person each stands for, with every value */
const stateOf = (ids: readonly string[]): Promise<unknown> =>
  it.app.db.read(lead.secret, async (tx) => {
    const persons = await loadPersons(tx, ids);
    return ids.map((id) => {
      const p = persons.get(id)!;
      const facts = Object.values(p.facts).flat().map((f) => `${f.id} ${f.version} ${f.recordId}`).sort((a, b) => a.localeCompare(b));
      return { members: p.records.map((r) => r.id).sort((a, b) => a.localeCompare(b)), name: displayName(p), birth: birthText(p), gender: p.gender, entry: p.entry, chosen: p.records.length > 1 ? p.chosen : null, facts };
    });
  });

test("random merges and unmerges: nothing is lost, and taking one back restores exactly what was before it", async () => {
  const steps = fc.array(fc.record({ undo: fc.boolean(), a: fc.nat(4), b: fc.nat(4), pick: fc.nat(7), choices: fc.record({ name: fc.nat(4), birth: fc.nat(4), gender: fc.nat(4), entry: fc.nat(4) }, { requiredKeys: [] }) }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) ids.push(await newPerson(lead, { birth: `${i + 1}.5.198${i}`, gender: (["female", "male", "diverse", "unknown", "female"] as const)[i]!, entry: String(2010 + i), names: [{ family: `Zusammen${i}`, given: "Z" }], addresses: [{ town: `Ort ${i}` }] }));
      const before = await stateOf(ids);
      const done: { id: string; before: unknown }[] = [];
      for (const step of sequence) {
        if (step.undo && done.length > 0) {
          // the latest gives back exactly the state before it
          const last = done.pop()!;
          await unmerge(lead, last.id);
          expect(await stateOf(ids)).toEqual(last.before);
        } else {
          const state = await stateOf(ids);
          const choices = Object.fromEntries(Object.entries(step.choices).map(([field, i]) => [field, ids[i]!]));
          const id = await merge(lead, ids[step.a]!, ids[step.b]!, choices).catch((e: unknown) => {
            if (e instanceof Refused || e instanceof NotFound) return null;
            throw e;
          });
          if (id === null) expect(await stateOf(ids)).toEqual(state);
          else done.push({ id, before: state });
        }
      }
      const facts = await it.world.owner.query("select count(*)::int as n from app.person_names where person_id = any ($1)", [ids]);
      expect(facts.rows[0].n).toBe(5);
      // in any order: with all taken back, all is as it was
      for (const { id } of done.toSorted((a, b) => a.id.slice(-4).localeCompare(b.id.slice(-4)))) await unmerge(lead, id);
      expect(await stateOf(ids)).toEqual(before);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("the choice per field counts, lists are united with their origin, and the head of the case follows", async () => {
  const one = await newPerson(manager, { birth: "1990", names: [{ family: "Ozturk", given: "Cigdem" }], nationalities: [{ code: "163" }] });
  const two = await newPerson(manager, { birth: "14.06.1990", names: [{ family: "Öztürk", given: "Çiğdem" }], languages: [{ code: "tr" }] });
  const file = await openCase(it.world, manager, [one]);
  await merge(lead, one, two, { name: two, birth: two });
  const person = await it.app.db.read(manager.secret, (tx) => loadPerson(tx, two));
  expect([displayName(person).latin, birthText(person), person.facts.nationalities[0]!.recordId, person.facts.languages[0]!.recordId]).toEqual(["Öztürk, Çiğdem", "14.06.1990", one, two]);
  const head = async (): Promise<string> => (await it.world.owner.query("select main_name from app.cases where id = $1", [file.id])).rows[0].main_name;
  expect(await head()).toBe("Öztürk, Çiğdem");
  await as(manager, (tx, asking) => addFact(tx, asking, "names", two, { family: "Öztürk-Berg", given: "Çiğdem", primary: true }));
  expect(await head()).toBe("Öztürk-Berg, Çiğdem");
  const found = await it.app.db.read(manager.secret, (tx) => findPersons(tx, "Ozturk", 20, calendarDay("2026-11-22")));
  expect(found.map((f) => f.personId)).toEqual([person.id]);
});

test("merging needs the right: case managers, other tenants' ids and excluded leads get nothing done", async () => {
  const [a, b] = [await newPerson(manager, { names: [{ family: "Recht", given: "A" }] }), await newPerson(manager, { names: [{ family: "Recht", given: "B" }] })];
  await expect(merge(manager, a, b)).rejects.toBeInstanceOf(NotFound);
  const file = await openCase(it.world, manager, [a]);
  await expect(merge(intake, a, b)).rejects.toBeInstanceOf(NotFound);
  await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, file.id, lead.accountId, manager.accountId]);
  await expect(merge(lead, a, b)).rejects.toBeInstanceOf(NotFound);
  await expect(merge(lead, b, "0190a0a0-0000-7000-8000-000000000001")).rejects.toBeInstanceOf(NotFound);
});

test("a choice that names a stranger, a pair that is one already, and two groups are refused", async () => {
  const [a, b, c, d] = [await newPerson(lead, { names: [{ family: "Gruppe", given: "A" }] }), await newPerson(lead, { names: [{ family: "Gruppe", given: "B" }] }), await newPerson(lead, { names: [{ family: "Gruppe", given: "C" }] }), await newPerson(lead, { names: [{ family: "Gruppe", given: "D" }] })];
  await expect(merge(lead, a, b, { name: c })).rejects.toMatchObject({ refusals: [{ code: "merge-bad-choice" }] });
  const first = await merge(lead, a, b);
  await expect(merge(lead, b, a)).rejects.toMatchObject({ refusals: [{ code: "merge-same" }] });
  await merge(lead, c, d);
  await expect(merge(lead, b, d)).rejects.toMatchObject({ refusals: [{ code: "merge-both-joined" }] });
  await unmerge(lead, first);
  await expect(unmerge(lead, first)).rejects.toMatchObject({ refusals: [{ code: "not-merged" }] });
  await merge(lead, b, d);
  expect((await it.app.db.read(lead.secret, (tx) => listMerges(tx, 100))).length).toBeGreaterThanOrEqual(2);
});

test("a likely double is noted for whoever decides, with codes and no values, and the recorder learns yes or no only", async () => {
  const hidden = await newPerson(manager, { birth: "09.11.2002", names: [{ family: "Karimzadeh", given: "Parwin" }], channels: [{ value: "0160 1112223" }] });
  const file = await openCase(it.world, manager, [hidden]);
  const draft = { names: [{ family: "کریم‌زاده", given: "پروین" }], birth: { on: "2002-11-09", precision: "day" }, phones: [], gender: "unknown", nationalities: [], addresses: [] } as never;
  const seen = (who: Actor): Promise<unknown> => it.app.db.read(who.secret, async (tx) => {
    const found = await findLikelyDuplicates(tx, draft);
    return [found.open.map((o) => o.person.id), found.perhapsOthers];
  });
  expect(await seen(manager)).toEqual([[hidden], false]);
  expect(await seen(other)).toEqual([[], true]);
  const officer = await actor(it.world, ["immigration_officer"], "immigration");
  expect(await seen(officer)).toEqual([[], false]);
  await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, file.id, other.accountId, manager.accountId]);
  expect(await seen(other)).toEqual([[], false]);
  const twin = await newPerson(other, { birth: "9.11.02", names: [{ family: "Karimzadeh", given: "Parvin" }] });
  const id = (await pairBetween(lead, hidden, twin))!;
  expect((await it.app.db.read(lead.secret, (tx) => getPair(tx, id))).reasons).toEqual(["same-name", "same-birth"]);
  for (const who of [manager, other, intake, officer]) expect(await pairBetween(who, hidden, twin)).toBeUndefined();
});

test("a pair is decided once, by somebody who may, and a stale decision says so", async () => {
  const [a, b] = [await newPerson(manager, { birth: "3.3.1993", names: [{ family: "Entscheid", given: "Eva" }] }), await newPerson(manager, { birth: "3.3.1993", names: [{ family: "Entscheid", given: "Eva" }] })];
  const id = (await pairBetween(intake, a, b))!;
  const decide = (who: Actor, version: number, decision: "separate" | "later" | "together"): Promise<void> => as(who, (tx, asking) => decidePair(tx, asking, id, version, decision === "together" ? { decision, choices: { name: b } } : { decision }));
  await expect(decide(manager, 1, "separate")).rejects.toBeInstanceOf(NotFound);
  await decide(intake, 1, "later");
  await expect(decide(intake, 1, "separate")).rejects.toBeInstanceOf(Stale);
  await decide(intake, 2, "together");
  expect(await it.app.db.read(intake.secret, async (tx) => (await getPair(tx, id)).state)).toBe("merged");
  await expect(decide(intake, 3, "separate")).rejects.toBeInstanceOf(Refused);
  const [made] = await it.app.db.read(intake.secret, (tx) => listMerges(tx, 1));
  await unmerge(intake, made!.id);
  expect(await it.app.db.read(intake.secret, async (tx) => (await getPair(tx, id)).state)).toBe("open");
  expect((await it.app.db.read(intake.secret, countPairs)).open).toBeGreaterThan(0);
});
