import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type ClientConfig } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureOwner } from "./ensure-owner.ts";
import { type EmbeddedServer, startEmbedded } from "./start-embedded.ts";

const folder = mkdtempSync(join(tmpdir(), "einklang-owner-"));
chmodSync(folder, 0o755);
let server: EmbeddedServer;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: join(folder, "postgres"), durable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function ask(config: ClientConfig, sql: string): Promise<unknown[][]> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

test("the owner owns its database, is bound by row security, and may make the other logins", async () => {
  const owner = await ensureOwner(server);
  const rights = "select rolsuper, rolbypassrls, rolreplication, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user";
  expect(await ask(owner, rights)).toEqual([[false, false, false, true, false]]);
  expect(await ask(owner, "select pg_get_userbyid(datdba) = current_user from pg_database where datname = 'einklang'")).toEqual([[true]]);
  await ask(owner, "create role web_staff login password 'x'");
  await ask(owner, "create extension pg_trgm");
  await expect(ask(owner, "create database another")).rejects.toThrow("permission denied");
});

test("asked again, at the same time and with other wishes, it is the same owner", async () => {
  const [a, b] = await Promise.all([ensureOwner(server, { database: "two" }), ensureOwner(server, { database: "two" })]);
  expect(a).toEqual(b);
  const owner = await ensureOwner(server, { database: "for tests", mayCreateDatabases: true });
  await ask(owner, "create database another");
  expect(await ask(owner, "select current_database()")).toEqual([["for tests"]]);
});
