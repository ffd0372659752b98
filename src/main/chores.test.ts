import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { databaseForThisTest } from "../../test/database.ts";
import { startTestServer } from "../../test/server.ts";
import { actor, buildWorld } from "../../test/world.ts";
import { newId } from "../kernel/id.ts";
import { choresOf } from "./chores.ts";
import { deleteWhatIsOver, findUnnamedFiles } from "./chores.sql.ts";
import { connectionOf, lineWarning } from "./postgres.ts";

test("what is over goes, what holds stays", async () => {
  const { db, owner } = await databaseForThisTest();
  const world = await buildWorld(owner);
  const { accountId, secret } = await actor(world, ["case_manager"], "case");
  const session = "insert into private.sessions (tenant_id, token_hash, id, account_id, expires_at) values ($1, $2, $3, $4, now() - $5::interval)";
  await owner.query(session, [world.tenantId, Buffer.from("old"), newId(), accountId, "31 days"]);
  await owner.query(session, [world.tenantId, Buffer.from("young"), newId(), accountId, "1 day"]);
  const key = "insert into app.idempotency_keys (tenant_id, account_id, key, route, request_hash, created_at) values ($1, $2, $3, 'r', '\\x00', now() - $4::interval)";
  await owner.query(key, [world.tenantId, accountId, "key-older", "3 days"]);
  await owner.query(key, [world.tenantId, accountId, "key-fresh", "1 hour"]);
  const gone = new Map((await db.asSystem("test", deleteWhatIsOver)).map((row) => [row.what, row.rows]));
  expect(gone.get("sessions")).toBe(1);
  expect(gone.get("idempotency keys")).toBe(1);
  await expect(db.read(secret, (tx) => tx.query("select 1 as n"))).resolves.toBeDefined();
  expect((await owner.query("select key from app.idempotency_keys")).rows).toEqual([{ key: "key-fresh" }]);
});

test("a file that no row names goes after a day, a young one stays: its row may still be on its way", async () => {
  const site = await startTestServer({ routes: [] });
  const dir = mkdtempSync(join(tmpdir(), "einklang-sweep-"));
  try {
    const [old, young] = [newId(Date.now() - 2 * 86_400_000), newId()].map((id) => `${id}.ekf`) as [string, string];
    for (const name of [old, young]) {
      mkdirSync(join(dir, name.slice(-6, -4)), { recursive: true });
      writeFileSync(join(dir, name.slice(-6, -4), name), "x");
    }
    expect(new Set(await site.app.db.asSystem("test", (tx) => findUnnamedFiles(tx, [old, young])))).toEqual(new Set([old, young]));
    await choresOf({ ...site.app, filesDir: dir }).find((chore) => chore.name === "files that no row names")!.run();
    expect(readdirSync(dir, { recursive: true }).filter((name) => String(name).endsWith(".ekf")).map((name) => String(name).slice(3))).toEqual([young]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
    await site.close();
  }
});

test("each chore runs under the rights that the login of the clock has, and the start finds nothing to say", async () => {
  const site = await startTestServer({ routes: [] });
  try {
    for (const chore of choresOf(site.app)) await expect(chore.run().then(() => chore.name), chore.name).resolves.toBe(chore.name);
  } finally {
    await site.close();
  }
});

test("an address of a database is read field by field, so that no login inherits the owner's password", () => {
  expect(connectionOf("postgres://ein%40klang:ge%2Fheim@db.example:5433/einklang?sslmode=verify-full")).toEqual({
    host: "db.example", port: 5433, database: "einklang", user: "ein@klang", password: "ge/heim", ssl: { rejectUnauthorized: true },
  });
  expect(() => connectionOf("postgres://o@db.example/einklang?sslmode=prefer")).toThrow("sslmode");
  const warned = (url: string): boolean => lineWarning(connectionOf(url)) !== null;
  expect(["postgres://o@db.example/e", "postgres://o@db.example/e?sslmode=require", "postgres://o@db.example/e?sslmode=verify-full", "postgres://o@127.0.0.1/e", "postgres:///e?host=/run/postgresql"].map(warned)).toEqual([true, true, false, false, false]);
  expect(connectionOf("postgres:///einklang?host=/run/postgresql")).toMatchObject({ host: "/run/postgresql", database: "einklang" });
});
