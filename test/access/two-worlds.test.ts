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
import { type App, buildServer, type Chrome, csrfToken, methodsOf, SESSION_COOKIE } from "../../src/http/index.ts";
import { chrome } from "../../src/main/chrome.ts";
import { routes } from "../../src/main/routes.ts";
import { openVault, type Vault } from "../../src/vault/index.ts";
import { createTestDatabase } from "../database.ts";

/**
 * Two databases, byte for byte the same but for entries of the case-management room. Whatever the others can fetch must not
 * tell them apart: not by a word, a count, an order, a version or a header.
 */
const OUTSIDERS = ["frank.meissner@lindenau.example", "anja.petersen@lindenau.example", "jana.vogt@lindenau.example"] as const;
const INSIDERS = ["ralf.decker@lindenau.example", "sabine.kurz@lindenau.example"] as const;
const CLOCK = new Date();
const { connection, superuser, keyDir } = inject("template");
const roles = roleNames("einklang_template", String(connection.user));

interface Site {
  readonly server: FastifyInstance;
  readonly db: Database;
  readonly owner: pg.Client;
}
let vault: Vault;
let template: string;
let first: Site;
let second: Site;
const made: string[] = [];
const secrets = new Map<string, SessionSecret>();
let confidential: readonly string[];

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
  return { server: await buildServer({ app, routes, chrome: await around(owner), assetsDir: dir, requestsPerMinute: 1_000_000 }), db, owner };
}

async function closeSite(site: Site): Promise<void> {
  await site.server.close();
  await site.db.close();
  await site.owner.end();
}

/** The same secret in both worlds, so that even the proofs in the forms are the same. */
async function openSessions(owner: pg.Client): Promise<void> {
  for (const email of [...OUTSIDERS, ...INSIDERS]) {
    const { rows } = await owner.query<{ tenant_id: string; id: string; room_id: string | null }>(
      "select a.tenant_id, a.id, (select room_id from app.memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id limit 1) as room_id from app.accounts a where email = $1", [email]);
    const { tenant_id: tenant, id, room_id: room } = rows[0]!;
    const secret = `${tenant}.${createHash("sha256").update(email).digest("base64url")}` as SessionSecret;
    secrets.set(email, secret);
    await owner.query("insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, expires_at) values ($1, sha256(convert_to($2, 'UTF8')), gen_random_uuid(), $3, $4, now() + interval '1 day')", [tenant, secret, id, room]);
  }
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
  confidential = await addConfidentialEntries(second);
}, 120_000);
afterAll(async () => {
  await Promise.all([closeSite(first), closeSite(second)]);
  vault.close();
  for (const name of [...made, template]) await asMaker(`drop database if exists ${name} with (force)`, superuser);
});

/** Three contacts, a case, a person, a follow-up, a merge, an absence; what somebody could ask for afterwards. */
async function addConfidentialEntries(site: Site): Promise<string[]> {
  let calls = 0;
  const api = async (who: string, method: "POST" | "PUT", url: string, payload: object): Promise<{ id: string; number: string }> => {
    const answer = await site.server.inject({ method, url, payload, headers: { cookie: `${SESSION_COOKIE}=${secrets.get(who)!}`, "idempotency-key": `confidential-${(calls += 1)}` } });
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
    return answer.json();
  };
  const [lead, manager] = INSIDERS;
  const person = await api(manager, "POST", "/api/v1/persons", { names: [{ family: "Geheimnisträgerin", given: "Zarah", primary: true }], birth: "17.04.1991", confirmed: true });
  const twin = await api(lead, "POST", "/api/v1/persons", { names: [{ family: "Geheimnistraegerin", given: "Zara", primary: true }], confirmed: true });
  const file = await api(manager, "POST", "/api/v1/cases", { personIds: [person.id] });
  const contacts: string[] = [];
  for (const text of ["vertraulich eins", "vertraulich zwei", "vertraulich drei"]) contacts.push((await api(manager, "POST", `/api/v1/cases/${file.id}/contacts`, { text })).id);
  await api(manager, "POST", `/api/v1/cases/${file.id}/follow-ups`, { title: "Anrufen", dueOn: "2099-01-01" });
  await api(lead, "POST", "/api/v1/merges", { one: person.id, other: twin.id });
  return [file.id, person.id, twin.id, contacts[0]!];
}

/** What differs between any two answers, whoever asks. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/name="_idempotency" value="[^"]+"/g, "KEY"],
  [/"sealerLagSeconds":\d+/g, "LAG"],
  [/Kennung für die Fehlersuche: [0-9a-f-]{36}/g, "REQUEST"],
  // when one's own session was last used: the two crawls are a minute apart
  [/((?:data-label="(?:Zuletzt benutzt|Endet spätestens)"|<th scope="row"[^>]*)>)\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/g, "$1TIME"],
];
const masked = (text: string): string => MASKS.reduce((t, [what, by]) => t.replaceAll(what, by), text);

const NOBODYS = "0190a0a0-0000-7000-8000-0000000000aa";
const WORDS = ["Geheimnistr", "Geheimnisträgerin", "17.04.1991", "Mansour", "2026-0001"];
const SEARCHES = WORDS.map(encodeURIComponent).flatMap((w) => [`/suche?q=${w}`, `/suche.json?q=${w}`, `/api/v1/search?q=${w}`, `/personen?q=${w}`, `/api/v1/persons?query=${w}`, `/faelle?suche=${w}`]);
/** Every address of the registry, asked with ids that exist in one world only, in both, and in none. */
function addresses(ids: readonly string[]): string[] {
  const plain = routes.filter((r) => methodsOf(r).includes("GET")).map((r) => r.path);
  return [...plain.flatMap((path) => (path.includes(":") ? ids.map((id) => path.replaceAll(/:\w+/g, id)) : [path])), ...SEARCHES, "/faelle/liste.csv", "/anmelden?weiter=/faelle"];
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
      if (!next.startsWith("/assets") && !answers.has(next) && answers.size + queue.length < 900) queue.push(next);
    }
  }
  for (const route of routes.filter((r) => r.kind === "form" || r.kind === "action")) {
    if (route.path.startsWith("/konto") || route.path === "/abmelden" || !route.path.includes(":")) continue;
    const url = route.path.replaceAll(/:\w+/g, ids[0]!);
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
  const ids = [...confidential, ...(await sharedIds()), NOBODYS];
  const [a, b] = [await crawl(first, email, ids), await crawl(second, email, ids)];
  expect(differences(a, b)).toEqual([]);
  expect(a.size).toBeGreaterThan(300);
  expect([...b.values()].join("").includes("Geheimnisträgerin, Zarah")).toBe(false);
}, 60_000);

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
