import { expect, test } from "vitest";
import { databaseForThisTest } from "../../test/database.ts";
import { NotSignedIn } from "../kernel/errors.ts";
import { migrate, type SessionSecret } from "./index.ts";

test("migrating again changes nothing and applies nothing", async () => {
  const { connection, keyDir, owner } = await databaseForThisTest();
  const shape = async (): Promise<unknown> => (await owner.query("select tablename, policyname, cmd, qual, with_check from pg_policies order by 1, 2")).rows;
  const before = await shape();
  const result = await migrate(connection, keyDir);
  expect(result.applied).toEqual([]);
  expect((await shape() as { qual: string }[]).length).toBe((before as unknown[]).length);
});

test("without a session every table is an error, never all rows and never none", async () => {
  const { db } = await databaseForThisTest();
  for (const table of ["cases", "persons", "contacts", "accounts", "tenants"]) {
    await expect(db.read("" as SessionSecret, (tx) => tx.query(`select * from app.${table}`))).rejects.toBeInstanceOf(NotSignedIn);
  }
});

test("several statements leave in one flight and come back in order", async () => {
  const { db } = await databaseForThisTest();
  const rows = await db.signIn(async (tx) => Promise.all([1, 2, 3].map((n) => tx.get<{ n: number }>("select $1::integer as n", [n]))));
  expect(rows.map((r) => r.n)).toEqual([1, 2, 3]);
});

test("no context outlives its transaction, and a planted one would be seen", async () => {
  const { db } = await databaseForThisTest();
  const leftOver = async (): Promise<string[]> =>
    Promise.all(Array.from({ length: 6 }, () => db.signIn(async (tx) => (await tx.get<{ left: string | null }>("select current_setting('app.session', true) as left, pg_sleep(0.02)")).left ?? "")));
  await Promise.all(Array.from({ length: 6 }, () => db.signIn((tx) => tx.query("select set_config('app.session', 'mine', true), pg_sleep(0.02)"))));
  expect((await leftOver()).join("")).toBe("");
  await db.signIn((tx) => tx.query("select set_config('app.session', 'planted', false)"));
  expect((await leftOver()).join("")).toContain("planted");
});

test("migrating refuses to end over a schema that shows too much", async () => {
  const { connection, keyDir, owner } = await databaseForThisTest();
  await owner.query("create view app.all_cases as select number from app.cases");
  await expect(migrate(connection, keyDir)).rejects.toThrow("view-with-its-owners-rights: all_cases");
});
