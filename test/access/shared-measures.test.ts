import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readLoginPasswords, roleNames, type SessionSecret } from "../../src/db/index.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { signIn, type World } from "../world.ts";
import { type Facts, loadFacts } from "./facts.ts";
import { buildMatrixWorld, type MatrixWorld } from "./matrix-world.ts";
import { standingOf } from "./model.ts";

let database: TestDatabase;
let world: MatrixWorld;
let facts: Facts;
let login: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildMatrixWorld(database.owner);
  facts = await loadFacts(database.owner);
  const roles = roleNames("einklang_template", String(inject("template").connection.user));
  login = new pg.Client({ ...database.connection, user: roles.web_staff, password: readLoginPasswords(database.keyDir, "einklang_template")!.web_staff });
  await login.connect();
});
afterAll(async () => {
  await login.end();
  await database.close();
});

const told = async (secret: SessionSecret): Promise<string[]> => {
  await login.query("begin");
  try {
    await login.query("select set_config('app.session', $1, true)", [secret]);
    return (await login.query<{ id: string }>("select id from app.my_shared_measures() order by id")).rows.map((r) => r.id);
  } finally {
    await login.query("rollback");
  }
};

test("whoever asks for steps of plans through shares is told exactly those that the model lets them see", async () => {
  let shown = 0;
  for (const actor of world.actors.filter((a) => a.onlyReads !== true)) {
    const standing = standingOf(facts, actor);
    if (!standing.isSignedIn) continue;
    const ids = await told(await signIn({ owner: database.owner, tenantId: actor.tenantId } as World, actor.accountId, actor.roomId));
    expect([actor.name, ids]).toEqual([actor.name, [...standing.sharing.measures].toSorted()]);
    shown += ids.length;
  }
  // of ten cases a tenant some are shared and hold, and most are not
  expect(shown).toBeGreaterThan(3);
}, 60_000);
