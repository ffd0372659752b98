import { randomBytes, createHash, randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { loadConfig } from "../src/config.ts";
import { startEmbedded } from "../src/db/embedded/index.ts";
import { bulkMaking, loadBulk } from "../src/demo/index.ts";
import { openStore, type Store } from "../src/main/store.ts";

/** An installation of the bench alone, as durable as a real one, in a folder that goes away with it. */
export interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly store: Store;
  readonly owner: pg.Client;
  /** bypasses row security: what the bare process connects as */
  readonly bare: pg.ClientConfig;
  readonly close: () => Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "einklang-bench-"));
  chmodSync(folder, 0o711);
  const [dataDir, keyDir, anchorDir] = ["data", "keys", "anchors"].map((name) => join(folder, name)) as [string, string, string];
  // passed through by the user of PostgreSQL, which is another where we are root
  mkdirSync(dataDir, { mode: 0o711 });
  const env = { EINKLANG_DATA_DIR: dataDir, EINKLANG_KEY_DIR: keyDir, EINKLANG_ANCHOR_DIR: anchorDir, EINKLANG_LOG_LEVEL: "error" };
  const opened: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const store = await openStore(loadConfig(env));
    opened.push(() => store.close());
    const server = await startEmbedded({ dataDir: join(dataDir, "postgres"), durable: true });
    opened.push(() => server.stop());
    const owner = new pg.Client(store.postgres.connection);
    await owner.connect();
    opened.push(() => owner.end());
    return { env, store, owner, bare: { ...server.superuser, database: store.postgres.database }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Somebody who is signed in, and the cases to ask for. */
export interface Reader {
  readonly secret: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly caseIds: readonly string[];
}
export interface Tenant {
  readonly id: string;
  readonly roomId: string;
  readonly cases: number;
  readonly lead: Reader;
  readonly managers: readonly Reader[];
  readonly loadSeconds: number;
}

const MANAGERS = 16;

/** A tenant with so many cases by the loader of `npm run demo`, and sessions of its team lead and of some managers. */
export async function loadTenant(place: Place, name: string, cases: number, onProgress: (done: number) => void): Promise<Tenant> {
  const began = Date.now();
  const lanes = [0, 1].map(() => new pg.Client(place.store.postgres.connection));
  await Promise.all(lanes.map((lane) => lane.connect()));
  try {
    await loadBulk(bulkMaking(place.owner, place.store.vault, name), { name, cases, passwordHash: "" }, lanes, onProgress);
  } finally {
    await Promise.all(lanes.map((lane) => lane.end()));
  }
  await settle(place);
  const loadSeconds = (Date.now() - began) / 1000;
  const { rows } = await place.owner.query<{ tenant: string; room: string; account: string; role: string }>(
    `select m.tenant_id as tenant, m.room_id as room, m.account_id as account, min(m.role) as role from app.memberships m join app.tenants t on t.id = m.tenant_id
       join app.rooms r on r.tenant_id = m.tenant_id and r.id = m.room_id and r.kind = 'case_management'
       join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      where t.name = $1 and m.role in ('team_lead', 'case_manager') group by 1, 2, 3, a.family_name order by a.family_name`,
    [name],
  );
  const lead = rows.find((row) => row.role === "team_lead")!;
  const managers = rows.filter((row) => row.role === "case_manager");
  // spread over the whole tenant, so that not one page of the tables serves them all
  const some = managers.filter((_, i) => i % Math.ceil(managers.length / MANAGERS) === 0);
  const readers: Reader[] = [];
  for (const { tenant, account, room } of some) readers.push({ secret: await signIn(place.owner, tenant, account, room), tenantId: tenant, accountId: account, caseIds: await casesOf(place.owner, tenant, account) });
  const leadReader = { secret: await signIn(place.owner, lead.tenant, lead.account, lead.room), tenantId: lead.tenant, accountId: lead.account, caseIds: [] };
  return { id: lead.tenant, roomId: lead.room, cases, lead: leadReader, managers: readers, loadSeconds };
}

/** What the server would do by itself in the hours after a load, so that it does not do it while something is measured. */
export async function settle(place: Place): Promise<void> {
  const superuser = new pg.Client(place.bare);
  await superuser.connect();
  await superuser.query("vacuum analyze");
  await superuser.query("checkpoint");
  await superuser.end();
}

async function signIn(owner: pg.Client, tenant: string, account: string, room: string): Promise<string> {
  const secret = `${tenant}.${randomBytes(32).toString("base64url")}`;
  await owner.query("insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, expires_at) values ($1, $2, $3, $4, $5, now() + interval '1 day')", [
    tenant, createHash("sha256").update(secret).digest(), randomUUID(), account, room,
  ]);
  return secret;
}

async function casesOf(owner: pg.Client, tenant: string, account: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>("select id from app.cases where tenant_id = $1 and lead_id = $2 order by id", [tenant, account]);
  return rows.map((row) => row.id);
}
