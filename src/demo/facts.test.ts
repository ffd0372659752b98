import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { signIn } from "../../test/world.ts";
import { addMonths, calendarDay } from "../kernel/calendar-day.ts";
import { type UpcomingDay, upcomingDaysOf } from "../perspectives/deadlines/upcoming-days.ts";
import { findKnownFacts, isGuarded, type KnownFacts } from "../perspectives/index.ts";
import { withNothingAdverse } from "../perspectives/outlook/left-open.ts";
import { proposalsOf } from "../perspectives/switches/propose.ts";
import { switchTemplates } from "../perspectives/switches/templates.ts";
import { allRules, explain, factCatalogue, type FactInput, factsOnDay, readFacts } from "../rules/index.ts";
import { openVault, type Vault } from "../vault/index.ts";
import { loadLindenau } from "./index.ts";

const today = calendarDay("2026-11-22");
const dir = mkdtempSync(join(tmpdir(), "einklang-demo-facts-"));
let database: TestDatabase;
let vault: Vault;
let tenantId: string;
let known: readonly KnownFacts[];
let guessed: readonly FactInput[];
let days: ReadonlyMap<string, readonly UpcomingDay[]>;

beforeAll(async () => {
  vault = await openVault(join(dir, "keys"));
  database = await createTestDatabase();
  await database.owner.query("begin");
  await loadLindenau(database.owner, vault, new Date("2026-11-22T09:00:00Z"), join(dir, "files"));
  await database.owner.query("commit");
  tenantId = (await database.owner.query<{ id: string }>("select id from app.tenants where name = 'Kreis Lindenau'")).rows[0]!.id;
  known = await readAll();
  // as the pages tell it: what nobody asks for is taken as not the case
  guessed = known.map(({ facts }) => withNothingAdverse(facts));
  days = new Map(known.map(({ personId, facts }) => [personId, upcomingDaysOf(asTheNightKnows(facts), today)]));
}, 120_000);
afterAll(async () => {
  vault.close();
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Each manager's own running cases, read as that manager. */
async function readAll(): Promise<KnownFacts[]> {
  const { rows } = await database.owner.query<{ lead: string; room: string; persons: string[] }>(
    `select c.lead_id as lead, c.room_id as room, array_agg(cp.person_id::text) as persons from app.cases c join app.case_persons cp on cp.tenant_id = c.tenant_id and cp.case_id = c.id
      where c.tenant_id = $1 and c.lead_id is not null and c.closed_on is null group by 1, 2`, [tenantId]);
  const all: KnownFacts[] = [];
  for (const { lead, room, persons } of rows) {
    const secret = await signIn({ owner: database.owner, tenantId } as Parameters<typeof signIn>[0], lead, room);
    all.push(...(await database.db.read(secret, (tx) => findKnownFacts(tx, vault, persons, today))).values());
  }
  return all;
}
/** What is guarded stays sealed in the night. */
const asTheNightKnows = (facts: FactInput): FactInput => Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, isGuarded(key) ? null : value]));

function outcomesOf(ruleId: string): Set<string> {
  const rule = allRules.find((r) => r.id === ruleId)!;
  return new Set(guessed.map((facts) => {
    const { result } = explain(rule, factsOnDay(readFacts(factCatalogue, facts).facts, today), today);
    if (result.kind === "refused") throw new Error(result.sentence);
    return result.outcome;
  }));
}

test("every rule has something to say to somebody of the Kreis, but for the one that is granted no more", () => {
  const silent = allRules.filter(({ id }) => [...outcomesOf(id)].every((outcome) => ["OFFEN", "NEIN"].includes(outcome)));
  expect(silent.map((rule) => rule.id)).toEqual(["AUFENTHG_104C_1"]);
});

test.each(["AUFENTHG_25A_1", "AUFENTHG_25B_1", "AUFENTHG_25B_6", "AUFENTHG_60C", "AUFENTHG_60D", "AUFENTHG_9_2", "AUFENTHG_26_3", "AUFENTHG_26_4", "STAG_10_1", "RECHTSKREIS", "AUFENTHG_104C_NF", "INTEGRATIONSKURS"])("%s does not answer everybody alike", (id) => {
  expect([...outcomesOf(id)].filter((outcome) => outcome !== "OFFEN").length).toBeGreaterThanOrEqual(2);
});

test("every change of benefits that the night computes comes within the year for somebody", () => {
  const last = addMonths(today, 12);
  const coming = new Set([...days].flatMap(([personId, own]) => {
    const mine = own.map((day) => ({ ...day, personId }));
    return mine.filter((day) => day.day <= last).flatMap((day) => proposalsOf(mine, [], day.day).map((p) => p.template.key));
  }));
  expect([...coming].sort()).toEqual(switchTemplates.filter((t) => t.trigger !== null).map((t) => t.key).sort());
});

test("sixty persons and more are known by more than the register, most with much left open, from several sources", () => {
  const told = known.filter((k) => k.entries.length > 0);
  expect(told.length).toBeGreaterThanOrEqual(60);
  const sources = Map.groupBy(told.flatMap((k) => k.entries), (entry) => entry.source);
  for (const source of ["said", "paper", "finding"] as const) expect(sources.get(source)?.length, source).toBeGreaterThan(10);
  for (const finding of sources.get("finding")!) expect(finding.foundBy).not.toBe("");
  expect(told.flatMap((k) => k.entries).some((entry) => entry.evidenceDocumentId !== null)).toBe(true);
  expect(told.flatMap((k) => k.entries).some((entry) => entry.isGuarded)).toBe(true);
  for (const { facts } of told) expect(Object.values(facts).filter((value) => value === null).length).toBeGreaterThan(60);
});

test("every fact told can be read by the catalogue, and none was told before the case began or after today", () => {
  for (const { facts, entries } of known) {
    expect(() => readFacts(factCatalogue, facts)).not.toThrow();
    for (const entry of entries) expect(factCatalogue.has(entry.key) && entry.statedOn <= today, entry.key).toBe(true);
  }
});

test("every paper of the demo occurs, and 16th, 18th and 27th birthdays lie ahead within the year", () => {
  const held = new Set(known.map((k) => k.facts["status"]));
  for (const status of ["DULDUNG_60A", "DULDUNG_60B", "DULDUNG_60C", "DULDUNG_60D", "AE_25_5", "AE_25A_1", "AE_25B_1", "AE_104C", "FIKTION_81_4", "AE_24", "NE", "GESTATTUNG"]) expect(held.has(status), status).toBe(true);
  const birthdays = (years: number): number => known.filter(({ facts: { birthDate } }) => typeof birthDate === "string" && addMonths(calendarDay(birthDate), 12 * years) > today && addMonths(calendarDay(birthDate), 12 * years) <= addMonths(today, 12)).length;
  for (const years of [16, 18, 27]) expect(birthdays(years), `${years}`).toBeGreaterThan(0);
});

test("the officers know something of persons of their own rooms, without any case", async () => {
  const { rows } = await database.owner.query<{ kind: string; persons: number; cases: number; findings: number }>(
    `select r.kind, count(distinct f.person_id)::integer as persons, count(f.case_id)::integer as cases, count(*) filter (where f.source = 'finding')::integer as findings
       from app.facts f join app.rooms r on r.tenant_id = f.tenant_id and r.id = f.room_id where f.tenant_id = $1 and r.kind <> 'case_management' group by 1 order by 1`, [tenantId]);
  expect(rows.map((row) => [row.kind, row.persons > 10, row.cases, row.findings > 0])).toEqual([["immigration_office", true, 0, true], ["naturalisation_office", true, 0, true]]);
});
