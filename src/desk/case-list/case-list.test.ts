import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../kernel/calendar-day.ts";
import { type CaseSort, EVERYTHING, readCasePage } from "../../cases/reading/index.ts";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { caseListCsv } from "./case-list.csv.ts";
import { columnsOf, cursorOf, filterOf, listAddress, listQuery, parseCursor } from "./list-address.ts";

let it: ReadingWorld;
const NAMES = ["Öztürk", "Ozturk", "Abdi", "abdi", "Ünal", "Šimić", "Zahra", "Ábel", "Haddad", "Haddad"];
beforeAll(async () => {
  it = await startReadingWorld();
  for (const [i, family] of NAMES.entries()) {
    const id = await it.newCase({ family });
    if (i % 3 === 0) await it.addFollowUp(id, it.manager, "fällig", addDays(it.today, i % 2));
    if (i % 4 === 0) await it.addContact(id, it.manager, "da", { on: addDays(it.today, -(i % 2)) });
  }
  await it.newCase({ names: [["Arab", "حداد", "أميرة"]] });
});
afterAll(() => it.close());

async function walk(sort: CaseSort, descending: boolean, most: number, meanwhile: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await it.reading(it.manager, (tx, asking) => readCasePage(tx, asking, { filter: EVERYTHING, sort, descending, from: parseCursor(cursor), backwards: false, most }));
    seen.push(...page.lines.map((line) => line.id));
    cursor = page.next === null ? undefined : cursorOf(page.next);
    await meanwhile();
  } while (cursor !== undefined && seen.length < 500);
  return seen;
}

test("page by page, every row appears exactly once, whatever the order, while other rows come in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<CaseSort>("name", "due", "contact"), fc.boolean(), fc.integer({ min: 1, max: 7 }), async (sort, descending, most) => {
      const before = await it.reading(it.manager, (tx, asking) => readCasePage(tx, asking, { filter: EVERYTHING, sort, descending, from: null, backwards: false, most: 400 }));
      let added = 0;
      const seen = await walk(sort, descending, most, async () => void ((added += 1) <= 2 && (await it.newCase({ family: `Neu${added}` }))));
      const old = new Set(before.lines.map((line) => line.id));
      expect(seen.filter((id) => old.has(id))).toEqual(before.lines.map((line) => line.id));
      expect(new Set(seen).size).toBe(seen.length);
    }),
    { numRuns: 12 },
  );
});

test("one page on and back again is the page one came from", async () => {
  const page = (from: ReturnType<typeof parseCursor>, backwards: boolean) => it.reading(it.manager, (tx, asking) => readCasePage(tx, asking, { filter: EVERYTHING, sort: "due", descending: false, from, backwards, most: 4 }));
  const first = await page(null, false);
  const second = await page(first.next, false);
  const back = await page(second.previous, true);
  expect(back.lines.map((l) => l.id)).toEqual(first.lines.map((l) => l.id));
  expect([first.previous, back.previous]).toEqual([null, null]);
});

test("accents do not tear names apart: Öztürk stands beside Ozturk", async () => {
  const { lines } = await it.reading(it.manager, (tx, asking) => readCasePage(tx, asking, { filter: { ...EVERYTHING, text: "ozt" }, sort: "name", descending: false, from: null, backwards: false, most: 50 }));
  expect(lines.map((line) => line.name).toSorted()).toEqual(["Ozturk, Amira", "Öztürk, Amira"]);
  const own = await it.reading(it.manager, (tx, asking) => readCasePage(tx, asking, { filter: { ...EVERYTHING, text: "حداد" }, sort: "name", descending: false, from: null, backwards: false, most: 50 }));
  expect(own.lines).toHaveLength(1);
});

test("the address holds the state, ignores nonsense, and a cursor holds no name", () => {
  const query = listQuery.parse({ stand: "quatsch", phase: "gibt-es-nicht", sortierung: "faellig", spalten: ["phase", "number"], q: " Had " });
  expect([query.stand, query.phase, query.q]).toEqual(["laufend", undefined, "Had"]);
  expect(columnsOf(query)).toEqual(["number", "phase"]);
  expect(listAddress(query, { q: null })).toBe("/faelle?sortierung=faellig&spalten=phase&spalten=number");
  expect(filterOf(listQuery.parse({ zustaendig: "ich", ueberfaellig: "ja" }), { me: "m", today: it.today })).toMatchObject({ lead: "m", overdueOn: it.today });
  const key = { value: null, id: "0190a0a0-0000-7000-8000-000000000001" };
  expect(parseCursor(cursorOf(key))).toEqual(key);
  expect(parseCursor("Haddad_0190a0a0-0000-7000-8000-000000000001")).toBeNull();
});

test("the exported list opens in a German Excel and runs nothing", () => {
  const line = { id: "", number: "2026-0001", phase: "clearing", name: "=HYPERLINK(1)", nameOwn: "أميرة", birthYear: 1992, personCount: 3, leadId: null, leadName: "@SUM(A1)", openedOn: "2026-01-02", nextDueOn: null, lastContactOn: null, isOpen: true };
  const csv = caseListCsv([line], ["number", "phase", "lead", "opened"]);
  expect(csv.startsWith("\uFEFFName;Name in eigener Schrift;Fall;Phase;Zuständig;Beginn\r\n")).toBe(true);
  expect(csv).toContain("'=HYPERLINK(1);أميرة;2026-0001;Klärung;'@SUM(A1);02.01.2026\r\n");
});
