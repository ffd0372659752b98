import { ENDED_PHASES } from "../phases/phases.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { EVERYTHING } from "./case-list.ts";
import { listCaseRecords } from "./case-record.sql.ts";
import { countOwn, getKept, listColleagues, listLeftovers, listLoad, listNewCases, listSubstitutedCases, readCaseCount, readCaseHead, readOpenFollowUps, readOwnFollowUps, readTimeline } from "./index.ts";
import { openOriginCells, sealOriginCells } from "./origin-cells.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.test-support.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());
const params = (): [string, string] => [it.world.tenantId, it.world.caseRoomId];

test("a head says who it is in both scripts, who leads and who stands in today", async () => {
  const personId = await it.newPerson([["Latn", "Tekle", "Rahwa"], ["Ethi", "ተክለ", "ራህዋ"]], "1994-05-02");
  const id = await it.newCase({ personId });
  await it.addToTeam(id, it.colleague, "substitute", it.today, addDays(it.today, 3));
  const head = await it.reading(it.manager, (tx, asking) => readCaseHead(tx, asking, id));
  expect([head.mainName, head.mainNameOwn, head.isOpen, head.emergencyUntil]).toEqual(["Tekle, Rahwa", "ራህዋ ተክለ", true, null]);
  expect(head.team.map((m) => [m.name, m.function, m.isMe])).toEqual([["Kim Mahler", "lead", true], ["Kim Brandt", "substitute", false]]);
  expect(head.persons[0]).toMatchObject({ is_main: true, birth_on: "1994-05-02", birth_precision: "day", names: [{ script: "Latn" }, { script: "Ethi" }] });
});

test("while a lead is away the standing deputy is named on the team, and nobody twice", async () => {
  const id = await it.newCase();
  const { owner, tenantId } = it.world;
  await owner.query("update app.accounts set absent_from = current_date, absent_until = current_date + 2, standing_deputy_id = $3 where tenant_id = $1 and id = $2", [tenantId, it.manager.accountId, it.colleague.accountId]);
  const team = (await it.reading(it.manager, (tx, asking) => readCaseHead(tx, asking, id))).team;
  expect(team.map((m) => [m.name, m.function, m.standsIn])).toEqual([["Kim Mahler", "lead", false], ["Kim Brandt", "substitute", true]]);
  const substituted = await it.reading(it.colleague, (tx) => listSubstitutedCases(tx, tenantId));
  expect(substituted.map((c) => [c.id, c.family_name])).toContainEqual([id, "Mahler"]);
  await owner.query("update app.accounts set absent_from = null, absent_until = null, standing_deputy_id = null where tenant_id = $1 and id = $2", [tenantId, it.manager.accountId]);
});

test("a further file of the same person appears after a merge, as long as the reader works on it too", async () => {
  const [one, two] = [await it.newPerson([["Latn", "Said", "Omar"]]), await it.newPerson([["Latn", "Saïd", "Omar"]])];
  const [mine, also, others] = [await it.newCase({ personId: one }), await it.newCase({ personId: two }), await it.newCase({ personId: two, lead: it.colleague })];
  const merge = (into: string | null): Promise<unknown> => it.world.owner.query("update app.persons set merged_into = $2 where id = $1", [two, into]);
  const otherCases = async (): Promise<string[]> => (await it.reading(it.manager, (tx, asking) => readCaseHead(tx, asking, mine))).otherCases.map((c) => c.id);
  expect(await otherCases()).toEqual([]);
  await merge(one);
  expect(await otherCases()).toEqual([also]);
  expect(await otherCases()).not.toContain(others);
  await merge(null);
  expect(await otherCases()).toEqual([]);
});

test("the timeline shows each thing once, newest first, page by page, and what was withdrawn not at all", async () => {
  const id = await it.newCase();
  for (let i = 0; i < 12; i += 1) await it.addContact(id, it.manager, `Gespräch ${i}`, { on: addDays(it.today, -Math.floor(i / 3)), areas: i % 2 === 0 ? ["sprache"] : [] });
  await it.addContact(id, it.manager, "zurückgezogen", { withdrawn: true });
  await it.addFollowUp(id, it.manager, "Zeugnis übersetzen", addDays(it.today, -4), addDays(it.today, -3));
  const all: string[] = [];
  const texts: string[] = [];
  let after: string | null = null;
  do {
    const page = await it.reading(it.manager, async (tx, asking) => {
      const head = await readCaseHead(tx, asking, id);
      return readTimeline(tx, asking, { caseId: id, keyRef: head.keyRef, lifeArea: null, after, most: 4 });
    });
    all.push(...page.items.map((item) => String(item.onDay)));
    texts.push(...page.items.map((item) => item.text));
    after = page.next;
  } while (after !== null);
  expect(all).toEqual(all.toSorted().reverse());
  expect(texts.filter((text) => text.startsWith("Gespräch")).toSorted()).toEqual(Array.from({ length: 12 }, (_, i) => `Gespräch ${i}`).toSorted());
  expect(texts).toContain("Zeugnis übersetzen");
  expect(texts).not.toContain("zurückgezogen");
});

test("what is due is the account's own, and that of whom it stands in for", async () => {
  const id = await it.newCase({ lead: it.colleague });
  await it.addToTeam(id, it.manager, "substitute");
  await it.addFollowUp(id, it.colleague, "der Leitung", it.today);
  await it.addFollowUp(id, it.manager, "eigene", addDays(it.today, -1));
  await it.addFollowUp(id, it.colleague, "später", addDays(it.today, 30));
  const titles = async (who: typeof it.manager): Promise<string[]> => (await it.reading(who, (tx, asking) => readOwnFollowUps(tx, asking, addDays(it.today, 7)))).filter((f) => f.caseId === id).map((f) => f.title);
  expect(await titles(it.manager)).toEqual(["eigene", "der Leitung"]);
  expect(await titles(it.colleague)).toEqual(["der Leitung"]);
  expect((await it.reading(it.manager, (tx, asking) => readOpenFollowUps(tx, asking, id))).map((f) => f.title)).toEqual(["eigene", "der Leitung", "später"]);
});

test("a case given by somebody else is new until its manager has written in it", async () => {
  const id = await it.newCase({ lead: it.colleague });
  const isNew = async (): Promise<boolean> => (await it.reading(it.colleague, (tx) => listNewCases(tx, it.world.tenantId, addDays(it.today, -21)))).some((c) => c.id === id);
  expect(await isNew()).toBe(true);
  await it.addContact(id, it.colleague, "erstes Gespräch");
  expect(await isNew()).toBe(false);
});

test("what was left unfinished: own drafts, and remarks to review in cases that one leads", async () => {
  const id = await it.newCase();
  const contact = await it.addContact(id, it.colleague, "aus der Liste", { entrusted: true, reviewDue: true });
  await it.world.owner.query("insert into app.drafts (tenant_id, room_id, account_id, case_id, place, text_ct) values ($1, $2, $3, $4, 'contact.new', '\\x01')", [...params(), it.manager.accountId, id]);
  const own = (await it.reading(it.manager, (tx) => listLeftovers(tx, it.world.tenantId, "Europe/Berlin"))).filter((l) => l.case_id === id);
  expect(own.map((l) => [l.kind, l.contact_id])).toEqual([["draft", null], ["review", contact]]);
  expect((await it.reading(it.colleague, (tx) => listLeftovers(tx, it.world.tenantId, "Europe/Berlin"))).filter((l) => l.case_id === id)).toEqual([]);
  expect((await it.reading(it.manager, (tx) => getKept(tx, it.world.tenantId, id, "contact.new"))).draft_ct).toEqual(Buffer.from([1]));
});

test("load counts running cases per lead and phase, and what is overdue in them", async () => {
  const before = await it.reading(it.lead, (tx) => listLoad(tx, ...params(), it.today));
  const id = await it.newCase({ phase: "planning", lead: null });
  await it.newCase({ phase: "closed", lead: null });
  await it.addFollowUp(id, it.manager, "überfällig", addDays(it.today, -2));
  const after = await it.reading(it.lead, (tx) => listLoad(tx, ...params(), it.today));
  expect(before.find((r) => r.lead_id === null)).toBeUndefined();
  expect(after.filter((r) => r.lead_id === null)).toEqual([{ lead_id: null, phase: "planning", cases: 1, overdue: 1, persons: 1 }]);
});

test("own cases are counted without those that ended", async () => {
  const count = (): Promise<{ leading: number }> => it.reading(it.manager, (tx) => countOwn(tx, ...params(), it.today));
  const before = await count();
  await it.newCase();
  await it.newCase({ phase: "not_admitted" });
  expect((await count()).leading).toBe(before.leading + 1);
});

test("a filtered count and the colleagues who may be given cases", async () => {
  await it.newCase({ family: "Einzigartig" });
  expect(await it.reading(it.manager, (tx, asking) => readCaseCount(tx, asking, { ...EVERYTHING, text: "einzig" }))).toBe(1);
  expect(await it.reading(it.manager, (tx, asking) => readCaseCount(tx, asking, { ...EVERYTHING, text: "100%" }))).toBe(0);
  const colleagues = await it.reading(it.lead, (tx) => listColleagues(tx));
  expect(colleagues.filter((c) => c.works_here).map((c) => c.family_name)).toEqual(["Brandt", "Leitner", "Mahler"]);
});

test("each order of the list has an index of running cases, in the words that the list asks with", async () => {
  const { rows } = await it.world.owner.query<{ indexdef: string }>("select indexdef from pg_indexes where schemaname = 'app' and indexname like 'cases\\_running\\_by\\_%'");
  expect(rows).toHaveLength(3);
  for (const { indexdef } of rows) expect(indexdef).toContain(`(phase <> ALL (ARRAY[${ENDED_PHASES.map((phase) => `'${phase}'::text`).join(", ")}]))`);
});

test("life areas of a case are those of its admission and of its contacts", async () => {
  const id = await it.newCase();
  await it.addContact(id, it.manager, "Kurs", { areas: ["sprache"] });
  await it.world.owner.query("insert into app.case_admissions (tenant_id, room_id, case_id, life_areas) values ($1, $2, $3, '{wohnen}')", [...params(), id]);
  const areas = (await it.reading(it.manager, (tx, asking) => readCaseHead(tx, asking, id))).lifeAreas;
  expect(areas.filter((a) => a.entries > 0 || a.is_of_case).map((a) => [a.key, a.is_of_case, a.entries, a.last_on])).toEqual([["sprache", false, 1, it.today], ["wohnen", true, 0, null]]);
});

test("the record of a case is filtered into reads and changes, and goes on by key", async () => {
  const id = await it.newCase();
  for (const action of ["case.read", "contact.added", "case.read", "case.printed"]) {
    await it.world.owner.query("insert into app.access_records (tenant_id, id, room_id, account_id, action, case_id) values ($1, $2, $3, $4, $5, $6)", [it.world.tenantId, newId(), it.world.caseRoomId, it.manager.accountId, action, id]);
  }
  const rows = (only: "reads" | "changes" | null, after: { micros: number; id: string } | null = null, most = 10) => it.reading(it.manager, (tx) => listCaseRecords(tx, it.world.tenantId, { caseId: id, only, accountId: null, after, most }));
  expect((await rows("reads")).map((r) => r.action)).toEqual(["case.printed", "case.read", "case.read"]);
  expect((await rows("changes")).map((r) => r.action)).toEqual(["contact.added"]);
  const [first, second] = await rows(null, null, 2);
  expect((await rows(null, { micros: second!.at_micros, id: second!.id })).map((r) => r.action)).toEqual(["contact.added", "case.read"]);
  expect(first!.action).toBe("case.printed");
});

test("the original cells come back as they were sealed, and only for their case", () => {
  const asking = { app: it.app, session: { tenantId: it.world.tenantId } as never };
  const key = it.app.vault.newKey();
  const cells = [{ heading: "Status", stood: "§25(2) subs.", understood: "Subsidiärer Schutz" }];
  const sealed = sealOriginCells(asking, key, "fall-1", cells);
  expect(openOriginCells(asking, key, "fall-1", sealed)).toEqual(cells);
  expect(() => openOriginCells(asking, key, "fall-2", sealed)).toThrow();
  const place = { tenant: it.world.tenantId, table: "case_origins", column: "cells_ct", row: "fall-1", version: 1 };
  const asImported = it.app.vault.seal(key, JSON.stringify({ headings: ["Name", "", "Bemerkung"], rowNo: 3, cells: ["Haddad", "x", " "] }), place);
  expect(openOriginCells(asking, key, "fall-1", asImported).map((c) => [c.heading, c.stood])).toEqual([["Name", "Haddad"], ["Spalte 2", "x"]]);
});
