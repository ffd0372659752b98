import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { type Database, openDatabase, readLoginPasswords, roleNames, type SessionSecret } from "../../src/db/index.ts";
import { loadLindenau } from "../../src/demo/index.ts";
import { dayOf } from "../../src/kernel/calendar-day.ts";
import { type App, buildServer, type Chrome, csrfToken, methodsOf, SESSION_COOKIE } from "../../src/http/index.ts";
import { chrome } from "../../src/main/chrome.ts";
import { routes } from "../../src/main/routes.ts";
import { openVault, type Vault } from "../../src/vault/index.ts";
import { createTestDatabase } from "../database.ts";
import { computeTonight } from "../../src/perspectives/index.ts";
import { addConfidentialEntries, addSharedEntry, type Asker, type Ids, INSIDERS } from "./confidential-entries.ts";

/**
 * Two databases, byte for byte the same but for entries of the case-management room. Whatever the others can fetch must not
 * tell them apart: not by a word, a count, an order, a version or a header.
 */
const OUTSIDERS = ["frank.meissner@lindenau.example", "anja.petersen@lindenau.example", "jana.vogt@lindenau.example"] as const;
const CLOCK = new Date();
const { connection, superuser, keyDir } = inject("template");
const roles = roleNames("einklang_template", String(connection.user));

interface Site {
  readonly server: FastifyInstance;
  readonly app: App;
  readonly db: Database;
  readonly owner: pg.Client;
}
let vault: Vault;
let template: string;
let first: Site;
let second: Site;
const made: string[] = [];
const secrets = new Map<string, SessionSecret>();
let confidential: Ids;

const asMaker = async (sql: string, rights: pg.ClientConfig = connection): Promise<void> => {
  const client = new pg.Client({ ...rights, database: "postgres" });
  await client.connect();
  await client.query(sql);
  await client.end();
};

async function openSite(name: string, around: (owner: pg.Client) => Promise<Chrome> = async () => chrome): Promise<Site> {
  const at = { ...connection, database: name };
  const owner = new pg.Client(at);
  await owner.connect();
  const db = openDatabase({ connection: at, roles, passwords: readLoginPasswords(keyDir, "einklang_template")!, poolSize: 4 });
  const dir = mkdtempSync(join(tmpdir(), "einklang-worlds-"));
  const config = loadConfig({ EINKLANG_DATA_DIR: join(dir, "data"), EINKLANG_KEY_DIR: join(dir, "keys"), EINKLANG_ANCHOR_DIR: join(dir, "anchors") });
  const app: App = { config, db, vault, filesDir: join(dir, "files"), log: pino({ level: "silent" }), clock: () => CLOCK };
  return { app, server: await buildServer({ app, routes, chrome: await around(owner), assetsDir: dir, requestsPerMinute: 1_000_000 }), db, owner };
}

async function closeSite(site: Site): Promise<void> {
  await site.server.close();
  await site.db.close();
  await site.owner.end();
}

/** The same secret in both worlds, so that even the proofs in the forms are the same. */
async function openSessions(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ email: string; tenant_id: string; id: string; room_id: string | null }>(
    "select a.email, a.tenant_id, a.id, (select room_id from app.memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id limit 1) as room_id from app.accounts a join app.tenants t on t.id = a.tenant_id where t.name = 'Kreis Lindenau'");
  for (const { email, tenant_id: tenant, id, room_id: room } of rows) {
    const secret = `${tenant}.${createHash("sha256").update(email).digest("base64url")}` as SessionSecret;
    secrets.set(email, secret);
    await owner.query("insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, expires_at) values ($1, sha256(convert_to($2, 'UTF8')), gen_random_uuid(), $3, $4, now() + interval '1 day')", [tenant, secret, id, room]);
  }
  for (const email of [...OUTSIDERS, ...INSIDERS]) if (!secrets.has(email)) throw new Error(`nobody is called ${email}`);
}

beforeAll(async () => {
  const database = await createTestDatabase();
  vault = await openVault(mkdtempSync(join(tmpdir(), "einklang-worlds-keys-")));
  // in one transaction, as at the start: some rows are judged only once all are there
  await database.owner.query("begin");
  await loadLindenau(database.owner, vault, CLOCK);
  await database.owner.query("commit");
  await openSessions(database.owner);
  await database.db.close();
  await database.owner.end();
  template = database.name;
  for (const world of ["a", "b"]) {
    await asMaker(`create database ${template}_${world} template ${template}`);
    await asMaker(`alter database ${template}_${world} set timezone = 'Europe/Berlin'`);
    made.push(`${template}_${world}`);
  }
  first = await openSite(`${template}_a`);
  second = await openSite(`${template}_b`);
  confidential = await addConfidentialEntries(askerOf(second), OUTSIDERS[1]);
  for (const site of [first, second]) await computeTonight(site.app);
}, 240_000);
afterAll(async () => {
  await Promise.all([closeSite(first), closeSite(second)]);
  vault.close();
  for (const name of [...made, template]) await asMaker(`drop database if exists ${name} with (force)`, superuser);
});

function askerOf(site: Site): Asker {
  let calls = 0;
  const call = async (who: string, method: "GET" | "POST" | "PUT", url: string, more: { readonly payload?: object | string; readonly headers?: Readonly<Record<string, string>> }): Promise<never> => {
    const answer = await site.server.inject({ method, url, ...more, headers: { cookie: `${SESSION_COOKIE}=${secrets.get(who)!}`, "idempotency-key": `confidential-${(calls += 1)}`, ...more.headers } });
    if (answer.statusCode >= 400) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 1500)}`);
    return (answer.statusCode < 300 ? { ...answer.json<object>(), etag: answer.headers["etag"] } : undefined) as never;
  };
  return {
    app: site.app,
    today: dayOf(CLOCK),
    api: (who, method, url, body, etag) => call(who, method, url, { ...(body === undefined ? {} : { payload: body }), headers: etag === undefined ? {} : { "if-match": etag } }),
    get: (who, url) => call(who, "GET", url, {}),
    form: async (who, url, fields) => {
      const payload = new URLSearchParams({ _csrf: csrfToken(secrets.get(who)!), ...(fields as Record<string, string>) }).toString();
      await call(who, "POST", url, { payload, headers: { "content-type": "application/x-www-form-urlencoded" } });
    },
    rows: async (sql, params = []) => (await site.owner.query(sql, [...params])).rows,
  };
}

/** What differs between any two answers, whoever asks. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/name="_idempotency" value="[^"]+"/g, "KEY"],
  [/"sealerLagSeconds":\d+/g, "LAG"],
  [/Kennung für die Fehlersuche: [0-9a-f-]{36}/g, "REQUEST"],
  // when one's own session was last used: the two crawls are a minute apart
  [/((?:data-label="(?:Zuletzt benutzt|Endet spätestens)"|<th scope="row"[^>]*)>)\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/g, "$1TIME"],
  [/"last_seen_at":"[^"]+"/g, "TIME"],
];
const masked = (text: string): string => MASKS.reduce((t, [what, by]) => t.replaceAll(what, by), text);

const NOBODYS = "0190a0a0-0000-7000-8000-0000000000aa";
const WORDS = ["Geheimnistr", "Geheimnisträgerin", "17.04.1991", "Mansour", "2026-0001"];
const SEARCHES = WORDS.map(encodeURIComponent).flatMap((w) => [`/suche?q=${w}`, `/suche.json?q=${w}`, `/api/v1/search?q=${w}`, `/personen?q=${w}`, `/api/v1/persons?query=${w}`, `/faelle?suche=${w}`]);
/** With each of the confidential ids in its own place, as somebody would who had seen an address over a shoulder. */
function confidentialAddress(path: string): string {
  const main = /^\/(?:api\/v1\/)?(?:persons|personen|vorgaenge)\//.test(path) ? confidential["personId"]! : confidential["id"]!;
  return path.replaceAll(/:(\w+)/g, (_all, name: string) => (name === "id" ? main : (confidential[name] ?? main)));
}
/** Every address of the registry, asked with ids that exist in one world only, in both, and in none. */
function addresses(ids: readonly string[]): string[] {
  const plain = routes.filter((r) => methodsOf(r).includes("GET")).map((r) => r.path);
  const withIds = plain.filter((path) => path.includes(":"));
  return [...plain.filter((path) => !path.includes(":")), ...withIds.map(confidentialAddress), ...withIds.flatMap((path) => ids.map((id) => path.replaceAll(/:\w+/g, id))), ...SEARCHES, "/faelle/liste.csv", "/anmelden?weiter=/faelle"];
}

type Answers = Map<string, string>;
/** Asks all addresses and follows every link, as long as there are new ones. */
async function crawl(site: Site, email: string, ids: readonly string[]): Promise<Answers> {
  const cookie = `${SESSION_COOKIE}=${secrets.get(email)!}`;
  const answers: Answers = new Map();
  const queue = addresses(ids);
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    // a new secret of a second factor, and its picture, every time it is asked for
    if (answers.has(url) || url === "/konto/zweiter-faktor") continue;
    const answer = await site.server.inject({ method: "GET", url, headers: { cookie } });
    const { date: _date, ...headers } = answer.headers;
    answers.set(url, masked(`${answer.statusCode} ${JSON.stringify(headers)}\n${answer.body}`));
    for (const [, href] of answer.body.matchAll(/href="(\/[^"#]*)"/g)) {
      const next = href!.replaceAll("&amp;", "&");
      if (!next.startsWith("/assets") && !answers.has(next) && answers.size + queue.length < 1400) queue.push(next);
    }
  }
  for (const route of routes.filter((r) => r.kind === "form" || r.kind === "action")) {
    if (route.path.startsWith("/konto") || route.path === "/abmelden" || !route.path.includes(":")) continue;
    const url = confidentialAddress(route.path);
    const answer = await site.server.inject({ method: "POST", url, headers: { cookie, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ _csrf: csrfToken(secrets.get(email)!), text: "x" }).toString() });
    const { date: _date, ...headers } = answer.headers;
    answers.set(`POST ${url}`, masked(`${answer.statusCode} ${JSON.stringify(headers)}\n${answer.body}`));
  }
  return answers;
}

const differences = (one: Answers, other: Answers): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((url) => one.get(url) !== other.get(url)).map((url) => {
    const [a, b] = [one.get(url) ?? "never linked", other.get(url) ?? "never linked"];
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    return `${url}: …${a.slice(Math.max(0, at - 40), at + 60)}… ≠ …${b.slice(Math.max(0, at - 40), at + 60)}…`;
  });

/** Ids that are in both worlds: a file and its person, and somebody of the officer's own room. */
async function sharedIds(): Promise<string[]> {
  const { rows } = await first.owner.query<{ id: string }>(
    "(select id from app.cases order by number limit 1) union all (select main_person_id from app.cases order by number limit 1) union all (select p.id from app.persons p join app.rooms r on r.id = p.room_id where r.kind = 'immigration_office' order by p.id limit 1)");
  return rows.map((row) => row.id);
}

test.each(OUTSIDERS)("what %s can fetch is the same in both worlds, byte for byte", async (email) => {
  expect(MASKS.length).toBeLessThanOrEqual(10);
  const ids = [confidential["id"]!, confidential["sharedCaseId"]!, confidential["consentId"]!, confidential["shareId"]!, confidential["itemId"]!, ...(await sharedIds()), NOBODYS];
  const [a, b] = [await crawl(first, email, ids), await crawl(second, email, ids)];
  expect(differences(a, b)).toEqual([]);
  expect(a.size).toBeGreaterThan(300);
  expect([...b.values()].join("").includes("Geheimnisträgerin, Zarah")).toBe(false);
}, 60_000);

test("the comparison reads what is shared with a partner, and sees one entry more there", async () => {
  const pageOf = async (site: Site): Promise<Answers> => {
    const list = (await site.server.inject({ url: "/api/v1/shares", headers: { cookie: `${SESSION_COOKIE}=${secrets.get(OUTSIDERS[1])!}` } })).json<{ items: { id: string }[] }>();
    const urls = list.items.map((share) => `/freigaben/${share.id}`);
    const bodies = await Promise.all(urls.map(async (url) => masked((await site.server.inject({ url, headers: { cookie: `${SESSION_COOKIE}=${secrets.get(OUTSIDERS[1])!}` } })).body)));
    return new Map(urls.map((url, i) => [url, bodies[i]!]));
  };
  expect(differences(await pageOf(first), await pageOf(second))).toEqual([]);
  await addSharedEntry(askerOf(second), OUTSIDERS[1]);
  expect(differences(await pageOf(first), await pageOf(second))).toHaveLength(1);
});

test("an officer who records somebody of that very name is not warned", async () => {
  const record = async (site: Site): Promise<unknown> => {
    const answer = await site.server.inject({ method: "POST", url: "/api/v1/persons", payload: { names: [{ family: "Geheimnisträgerin", given: "Zarah", primary: true }], birth: "17.04.1991" }, headers: { cookie: `${SESSION_COOKIE}=${secrets.get(OUTSIDERS[0])!}`, "idempotency-key": "somebody-of-that-name" } });
    return [answer.statusCode, answer.body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID").length];
  };
  const answers = [await record(first), await record(second)];
  expect(answers[0]).toEqual(answers[1]);
  expect((answers[0] as [number])[0]).toBe(201);
});

test("the comparison sees a single count that slips out", async () => {
  const withCount = async (owner: pg.Client): Promise<Chrome> => {
    const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from app.cases");
    return { ...chrome, navigation: (session, current) => [...chrome.navigation(session, current), [{ href: "/konto", label: `Fälle im Kreis: ${rows[0]!.n}`, current: false }]] };
  };
  const leaking = [await openSite(`${template}_a`, withCount), await openSite(`${template}_b`, withCount)];
  try {
    const page = async (site: Site): Promise<Answers> => new Map([["/konto", masked((await site.server.inject({ url: "/konto", headers: { cookie: `${SESSION_COOKIE}=${secrets.get(OUTSIDERS[0])!}` } })).body)]]);
    expect(differences(await page(leaking[0]!), await page(leaking[1]!))).toHaveLength(1);
    const insider = async (site: Site): Promise<Answers> => new Map([["/faelle", masked((await site.server.inject({ url: "/faelle", headers: { cookie: `${SESSION_COOKIE}=${secrets.get(INSIDERS[1])!}` } })).body)]]);
    expect(differences(await insider(first), await insider(second))).toHaveLength(1);
  } finally {
    for (const site of leaking) await closeSite(site);
  }
});
