import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../config.ts";
import { startEmbedded } from "../db/embedded/index.ts";
import { loadLindenau } from "../demo/index.ts";
import { compactAfterErasure, eraseTonight } from "../retention/index.ts";
import { KeyDestroyed } from "../vault/index.ts";
import { asOwner } from "./first-tenant.ts";
import { openStore, type Store } from "./store.ts";

/** The whole installation: a real server on real folders, whose raw files are searched as somebody would who has the disk. */
const dir = mkdtempSync(join(tmpdir(), "einklang erase "));
const config = loadConfig({ EINKLANG_DATA_DIR: join(dir, "data"), EINKLANG_KEY_DIR: join(dir, "keys"), EINKLANG_ANCHOR_DIR: join(dir, "anchors"), EINKLANG_LOG_LEVEL: "silent" });
const ERASED = "Zyxqverschwunden";
const HELD = "Zyxqgehalten";
const backup = join(dir, "backup");

let store: Store;
let files: string;
let cases: { readonly erased: File; readonly held: File };
interface File {
  readonly id: string;
  readonly tenant_id: string;
  readonly room_id: string;
  readonly person_id: string;
  readonly key_ref: string;
  readonly lead_id: string;
}

const asked = <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => asOwner(store, async (owner) => (await owner.query(sql, [...params])).rows as R[]);
const run = () => eraseTonight({ config, db: store.db, vault: store.vault, filesDir: store.filesDir, log: pino({ level: "silent" }), clock: () => new Date() });

/** With the owner of every file: the server runs as another user where the product runs as root. */
const copy = (from: string, to: string): Buffer => execFileSync("cp", ["-a", from, to]);

/** Where the server's files are, and a server stopped or running as it was. */
async function withServer<T>(work: (superuser: pg.ClientConfig, dataDir: string) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir: join(config.dataDir, "postgres"), durable: true });
  try {
    return await work(server.superuser, server.dataDir);
  } finally {
    await server.stop();
  }
}
/** Table and index files of all databases of the server that hold the word, in any case. */
const filesWith = (word: string): Promise<string[]> =>
  withServer(async (superuser, dataDir) => {
    const client = new pg.Client(superuser);
    await client.connect();
    await client.query("checkpoint");
    await client.end();
    const names = readdirSync(join(dataDir, "base"), { recursive: true, encoding: "utf8" }).map((name) => join(dataDir, "base", name));
    const words = [word, word.toLowerCase(), word.toUpperCase()].map((w) => Buffer.from(w));
    return names.filter((name) => statSync(name).isFile()).filter((name) => { const bytes = readFileSync(name); return words.some((w) => bytes.includes(w)); });
  });

/** A closed case with papers, whose person is called like nobody else, and whose period is over. */
async function dueCase(name: string, place: number): Promise<File> {
  const [file] = await asked<File>(
    `select c.id, c.tenant_id, c.room_id, c.main_person_id as person_id, c.key_ref, c.lead_id from app.cases c
      where c.phase = 'closed' and c.person_count = 1 and c.lead_id is not null and exists (select from app.documents d where d.case_id = c.id) order by c.number offset $1 limit 1`, [place]);
  await asked("update app.person_names set family = $2, given = 'Wer' where person_id = $1", [file!.person_id, name]);
  await asked("update app.cases set closed_on = current_date - interval '4 years' where id = $1", [file!.id]);
  return file!;
}

beforeAll(async () => {
  store = await openStore(config);
  await asOwner(store, (owner) => loadLindenau(owner, store.vault, new Date(), store.filesDir));
  cases = { erased: await dueCase(ERASED, 0), held: await dueCase(HELD, 1) };
  await asked("insert into app.settings (tenant_id, key, value) values ($1, 'archive_waiver', '\"Archiv, 3.2.2026\"')", [cases.held.tenant_id]);
  await asked(
    `insert into app.retention_holds (tenant_id, room_id, id, case_id, kind, reason_ct, until_on, set_by) values ($1, $2, gen_random_uuid(), $3, 'legal_dispute', '', current_date + 30, $4)`,
    [cases.held.tenant_id, cases.held.room_id, cases.held.id, cases.held.lead_id]);
  files = await withServer(async (_superuser, dataDir) => dataDir);
  await store.close();
  mkdirSync(backup);
  copy(files, join(backup, "postgres"));
  copy(join(config.dataDir, "files"), join(backup, "files"));
  store = await openStore(config);
}, 180_000);
afterAll(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
  rmSync(files, { recursive: true, force: true });
});

test("a closed case is erased by rule: no row, no text, no file of it is left, and one that is held stays whole", async () => {
  const { id, person_id: person, key_ref: key, tenant_id: tenant } = cases.erased;
  const [contact] = await asked<{ id: string; text_ct: Buffer }>("select id, text_ct from app.contacts where case_id = $1 and text_ct is not null limit 1", [id]);
  const read = (): string => store.vault.open(key, contact!.text_ct, { tenant, table: "contacts", column: "text_ct", row: contact!.id, version: 1 });
  const papers = await asked<{ stored_name: string; id: string }>("select id, stored_name from app.documents where case_id = $1", [id]);
  const stored = (): string[] => readdirSync(store.filesDir, { recursive: true, encoding: "utf8" }).filter((name) => papers.some((p) => name.endsWith(p.stored_name)));
  expect([read().length > 0, stored().length]).toEqual([true, papers.length]);
  expect((await filesWith(ERASED)).length).toBeGreaterThan(0);

  expect((await run()).files).toBeGreaterThanOrEqual(1);
  expect(read).toThrow(KeyDestroyed);
  expect(stored()).toEqual([]);
  const columns = await asked<{ name: string; of: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, a.attname as of from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r' join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'private') and (a.attname = 'case_id' or a.attname like '%person_id' or c.relname in ('cases', 'persons') and a.attname = 'id') and c.relname <> 'access_records'`);
  expect(columns.length).toBeGreaterThan(40);
  for (const { name, of } of columns) expect([name, await asked(`select 1 from ${name} where ${of} = any ($1)`, [[id, person]])]).toEqual([name, []]);
  expect(await asked("select id from app.cases where id = $1", [cases.held.id])).toHaveLength(1);
  const reports = await asked<{ due: number; erased: number; held: number; waiting: number }>("select due, erased, held, waiting from app.retention_reports where room_id = $1 and ran_on >= current_date", [cases.erased.room_id]);
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({ held: 1, waiting: 0 });
  expect(reports[0]!.due).toBe(reports[0]!.erased + 1);
  // the years and codes of it remain, and nothing that leads back
  expect((await asked<object>("select * from private.closed_case_facts where closed_year is not null")).length).toBeGreaterThan(0);
}, 120_000);

test("its names are in no live file of the database once its tables were written anew, and the held one's are", async () => {
  expect(await compactAfterErasure(store.postgres.connection)).toBe(true);
  expect(await filesWith(ERASED)).toEqual([]);
  expect((await filesWith(HELD)).length).toBeGreaterThan(0);
}, 120_000);

test("a backup from before, laid back, is purged before anything is served", async () => {
  await store.close();
  rmSync(files, { recursive: true, force: true });
  copy(join(backup, "postgres"), files);
  rmSync(join(config.dataDir, "files"), { recursive: true });
  copy(join(backup, "files"), join(config.dataDir, "files"));
  expect((await filesWith(ERASED)).length).toBeGreaterThan(0);
  store = await openStore(config);
  expect(store.purged).toBeGreaterThanOrEqual(1);
  expect(await asked("select id from app.cases where id = $1", [cases.erased.id])).toEqual([]);
  expect(await asked("select id from app.cases where id = $1", [cases.held.id])).toHaveLength(1);
  expect(await filesWith(ERASED)).toEqual([]);
  expect((await filesWith(HELD)).length).toBeGreaterThan(0);
}, 120_000);
