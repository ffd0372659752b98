import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readLoginPasswords, roleNames } from "../../src/db/index.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { attemptAll, type Attacker, type Tally } from "./attempts.ts";
import { type Facts, loadFacts, rowsOf } from "./facts.ts";
import { buildMatrixWorld, type MatrixWorld } from "./matrix-world.ts";
import { PERMITS } from "./permits.ts";

let database: TestDatabase;
let world: MatrixWorld;
let attacker: Attacker;
let facts: Facts;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildMatrixWorld(database.owner);
  const { connection } = inject("template");
  const roles = roleNames("einklang_template", String(connection.user));
  const login = new pg.Client({ ...database.connection, user: roles.web_staff, password: readLoginPasswords(database.keyDir, "einklang_template")!.web_staff });
  await login.connect();
  attacker = { owner: database.owner, login, staffRole: roles.staff };
  facts = await loadFacts(database.owner);
});
afterAll(async () => {
  await attacker.login.end();
  await database.close();
});

test("every table stands in the model, and the world has rows in each", () => {
  expect([...facts.tables.keys()].sort()).toEqual(Object.keys(PERMITS).sort());
  for (const table of facts.tables.keys()) expect(rowsOf(facts, table).length, table).toBeGreaterThan(0);
});

test("roles × tables × operations: not one row too many, not one too few", async () => {
  const tally: Tally = { attempts: 0, findings: [] };
  for (const actor of world.actors) await attemptAll(attacker, facts, actor, tally, Infinity);
  console.log(`access matrix: ${tally.attempts} attempts by ${world.actors.length} accounts on ${facts.tables.size} tables, ${tally.findings.length} findings`);
  expect(tally.findings).toEqual([]);
  expect(tally.attempts).toBeGreaterThan(20_000);
}, 300_000);
