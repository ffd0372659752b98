import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addDays, addMonths, germanDay } from "../../kernel/calendar-day.ts";
import { allRules, factCatalogue, type FactSpec } from "../../rules/index.ts";
import { decideFact, type FactInput, typedValue } from "./decide-fact.ts";
import { isFinding, isGuarded } from "./fact-entry.ts";
import { factsByGroup, helpOf, strayKeys } from "./fact-groups.ts";
import { hasWord } from "./fact-words.ts";
import { findKnownFacts } from "./known-facts.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const rows = async <T extends object>(sql: string, values: readonly unknown[]): Promise<T[]> => (await it.world.owner.query<T>(sql, [...values])).rows;
const personOf = async (caseId: string): Promise<string> => (await rows<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId]))[0]!.id;
const addPaper = (person: string, label: string, from: string, until: string | null): Promise<unknown[]> =>
  rows("insert into app.person_residence_statuses (tenant_id, room_id, id, person_id, azr_label, from_on, until_on) values ($1, $2, gen_random_uuid(), $3, $4, $5, $6)", [it.world.tenantId, it.world.caseRoomId, person, label, from, until]);
const pathOf = (caseId: string, person: string, more = ""): string => `/faelle/${caseId}/personen/${person}/angaben${more}`;
const knownOf = async (person: string, as = it.manager) => (await it.reading(as, (tx) => findKnownFacts(tx, it.app.vault, [person], it.today))).get(person);
async function newCase(): Promise<{ caseId: string; person: string }> {
  const caseId = await it.newCase({ family: "Angabe" });
  return { caseId, person: await personOf(caseId) };
}

test("every fact of the catalogue is known or null, and what the register holds is not asked again", async () => {
  const { person } = await newCase();
  const from = addMonths(it.today, -30);
  await addPaper(person, "Aufenthaltsgestattung", from, addDays(addMonths(it.today, -10), -1));
  await addPaper(person, "Duldung nach § 60a AufenthG", addMonths(it.today, -10), addMonths(it.today, 2));
  const { facts } = (await knownOf(person))!;
  expect(Object.keys(facts).sort()).toEqual([...factCatalogue.keys()].sort());
  expect(facts).toMatchObject({ birthDate: "1992-03-12", status: "DULDUNG_60A", german: null, convictions: null });
  // a Duldung is prolonged again and again: its printed end is none of the stay
  expect(facts["stay"]).toEqual([{ basis: "GESTATTUNG", from, to: addDays(addMonths(it.today, -10), -1) }, { basis: "DULDUNG_60A", from: addMonths(it.today, -10), to: null }]);
});

test("statements do not grow with the number of persons", async () => {
  const persons = [];
  for (let i = 0; i < 4; i += 1) persons.push((await newCase()).person);
  const countFor = (ids: readonly string[]): Promise<number> => it.reading(it.manager, async (tx) => {
    let count = 0;
    const counted = new Proxy(tx, { get: (target, key, receiver) => (key === "query" ? (...args: Parameters<typeof tx.query>) => { count += 1; return target.query(...args); } : Reflect.get(target, key, receiver)) });
    expect((await findKnownFacts(counted, it.app.vault, ids, it.today)).size).toBe(ids.length);
    return count;
  });
  expect(await countFor(persons)).toBe(await countFor(persons.slice(0, 1)));
});

test("a fact is typed with source and days, counts at once, and the one before it stays as history", async () => {
  const { caseId, person } = await newCase();
  expect((await it.get(`/faelle/${caseId}/angaben`, it.manager.secret)).headers.location).toBe(pathOf(caseId, person));
  const save = (value: string, statedOn: string) => it.post(pathOf(caseId, person, "/germanOral"), it.manager.secret, { value, source: "paper", statedOn });
  expect((await save("A2", germanDay(addDays(it.today, -40)))).statusCode).toBe(303);
  expect((await save("B1", germanDay(addDays(it.today, -2)))).statusCode).toBe(303);
  const { facts, entries } = (await knownOf(person))!;
  expect([facts["germanOral"], entries.map((e) => e.value)]).toEqual(["B1", ["A2", "B1"]]);
  const page = (await it.get(pathOf(caseId, person), it.manager.secret)).body;
  expect([page.includes("Was jetzt zählt"), page.includes(">B1<"), page.includes("1 frühere"), page.includes("§ 87 Abs. 2 AufenthG")]).toEqual([true, true, true, true]);
  const form = (await it.get(pathOf(caseId, person, "/germanOral"), it.manager.secret)).body;
  expect([form.includes("zählt heute"), form.includes("Kim Mahler")]).toEqual([true, true]);
  expect((await it.post(pathOf(caseId, person, `/germanOral/${entries[1]!.id}/zuruecknehmen`), it.manager.secret, {})).statusCode).toBe(303);
  expect((await knownOf(person))!.facts["germanOral"]).toBe("A2");
});

test("what counts months is told by its first day and grows by itself", async () => {
  const { caseId, person } = await newCase();
  const saved = await it.post(pathOf(caseId, person, "/employmentMonthsSV"), it.manager.secret, { value: "", source: "said", from: germanDay(addMonths(it.today, -7)) });
  expect(saved.statusCode).toBe(303);
  expect((await knownOf(person))!.facts["employmentMonthsSV"]).toBe(7);
  const later = await it.reading(it.manager, (tx) => findKnownFacts(tx, it.app.vault, [person], addMonths(it.today, 3)));
  expect(later.get(person)!.facts["employmentMonthsSV"]).toBe(10);
});

test("a list is rows; none of them is an answer too, and nothing at all is refused", async () => {
  const { caseId, person } = await newCase();
  const path = pathOf(caseId, person, "/absences");
  const refused = await it.post(path, it.manager.secret, { source: "said" });
  expect([refused.statusCode, refused.body.includes("mindestens eine Zeile")]).toEqual([422, true]);
  expect((await it.post(path, it.manager.secret, { source: "said", row0_from: "1.3.2025", row0_to: "20.4.2025" })).statusCode).toBe(303);
  expect((await knownOf(person))!.facts["absences"]).toEqual([{ from: "2025-03-01", to: "2025-04-20", returnedWithinAbhDeadline: null }]);
  expect((await it.post(path, it.manager.secret, { source: "said", none: "ja" })).statusCode).toBe(303);
  expect((await knownOf(person))!.facts["absences"]).toEqual([]);
  // an answer that no rule reads would make every answer impossible
  const backwards = await it.post(path, it.manager.secret, { source: "said", row0_from: "20.4.2025", row0_to: "1.3.2025" });
  expect([backwards.statusCode, backwards.body.includes("bevor sie beginnt"), backwards.body.includes("20.4.2025")]).toEqual([422, true, true]);
});

test("a finding needs a name and a day; the refusal stands beside the field with what was typed", async () => {
  const { caseId, person } = await newCase();
  const path = pathOf(caseId, person, "/integrationPrognosisPositive");
  const refused = await it.post(path, it.manager.secret, { value: "ja", source: "finding", foundBy: "", statedOn: "" });
  expect([refused.statusCode, refused.body.includes("wer es festgestellt hat"), refused.body.includes("an welchem Tag")]).toEqual([422, true, true]);
  expect((await it.post(path, it.manager.secret, { value: "ja", source: "said" })).statusCode).toBe(422);
  expect((await it.post(path, it.manager.secret, { value: "ja", source: "finding", foundBy: "Herr Sommer, Schulsozialarbeit", statedOn: germanDay(it.today) })).statusCode).toBe(303);
  expect((await knownOf(person))!.entries[0]).toMatchObject({ source: "finding", foundBy: "Herr Sommer, Schulsozialarbeit", value: true });
});

test("what may hurt lies sealed; a copy of the database tells nothing but that something was told", async () => {
  const { caseId, person } = await newCase();
  expect((await it.get(pathOf(caseId, person, "/convictions"), it.manager.secret)).body).toContain("§ 87 Abs. 2 AufenthG");
  expect((await it.post(pathOf(caseId, person, "/convictions"), it.manager.secret, { source: "said", row0_type: "geldstrafe", row0_tagessaetze: "30" })).statusCode).toBe(303);
  const [stored] = await rows<{ value: unknown; value_ct: Buffer }>("select value, value_ct from app.facts where person_id = $1", [person]);
  expect([stored!.value, stored!.value_ct.includes("geldstrafe")]).toEqual([null, false]);
  expect((await knownOf(person))!.facts["convictions"]).toMatchObject([{ type: "geldstrafe", tagessaetze: 30 }]);
});

const around = { today: addDays("2026-11-22" as never, 0), documentIds: [], isEnded: false };
const input = (key: string, more: Partial<FactInput> = {}): FactInput => ({ key, value: null, from: null, to: null, source: isFinding(key) ? "finding" : "said", statedOn: around.today, foundBy: isFinding(key) ? "Frau Kurz" : "", evidenceDocumentId: null, ...more });
const codes = (asked: FactInput, more = {}): string[] => {
  const decision = decideFact(asked, { ...around, ...more });
  return decision.ok ? [] : decision.refusals.map((r) => r.code);
};
const sampleOf = (spec: FactSpec): unknown => ({ boolean: true, number: 1, date: "2026-01-01", enum: spec.values?.[0], list: [] })[spec.type];

test("each fact that can be recorded is taken with a value of its kind and refused with none and with another", () => {
  const specs = [...factsByGroup.values()].flat();
  expect(specs.length).toBeGreaterThan(130);
  for (const spec of specs) {
    expect(codes(input(spec.key, { value: sampleOf(spec) })), spec.key).toEqual([]);
    expect(codes(input(spec.key)), spec.key).toEqual(["value-missing"]);
    expect(codes(input(spec.key, { value: { a: 1 } })), spec.key).toEqual(["value-invalid"]);
  }
});

test("what the register holds, nobody's key, a later day, a backward time, a strange paper and an ended case are refused", () => {
  expect(codes(input("birthDate", { value: "1990-01-01" }))).toEqual(["fact-of-the-register"]);
  expect(codes(input("shoeSize", { value: 43 }))).toEqual(["fact-unknown"]);
  expect(codes(input("fullTimeNow", { value: true, statedOn: addDays(around.today, 1) }))).toEqual(["stated-in-future"]);
  expect(codes(input("fullTimeNow", { value: true, from: around.today, to: addDays(around.today, -1) }))).toEqual(["ends-before-it-begins"]);
  expect(codes(input("fullTimeNow", { value: true, evidenceDocumentId: "0192f3a0-7c1e-7a55-9d3e-2b1f0c4d5e6f" }))).toEqual(["evidence-unknown"]);
  expect(codes(input("fullTimeNow", { value: true }), { isEnded: true })).toEqual(["case-ended"]);
  expect(codes(input("civicTestPoints", { value: 34 }))).toEqual(["too-many-points"]);
});

test("shares are typed in percent, or as they are written", () => {
  const spec = factCatalogue.get("livelihoodByWorkShare")!;
  expect(["60", "60 %", "52,5", "0,6", "0,5 %", "1", "viel"].map((value) => typedValue(spec, { value }))).toEqual([0.6, 0.6, 0.525, 0.6, 0.005, 0.01, null]);
});

test("every fact stands in one part of the page, with words for each of its codes and a sentence what it is for", () => {
  expect(strayKeys()).toEqual([]);
  for (const spec of [...factsByGroup.values()].flat()) {
    expect(helpOf(spec.key).length, spec.key).toBeGreaterThan(10);
    for (const code of [...(spec.values ?? []), ...(spec.items ?? []).flatMap((item) => item.values ?? [])]) expect(hasWord(code), `${spec.key}: ${code}`).toBe(true);
  }
  for (const spec of factsByGroup.get("guarded")!) expect(isGuarded(spec.key)).toBe(true);
  expect(allRules.length).toBeGreaterThan(20);
});
