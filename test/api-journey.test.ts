import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { intakeWorld, type IntakeWorld, multipart, runJobs } from "../src/intake/intake-world.test-support.ts";
import { type Actor, actor } from "./world.ts";

/** The first day once more, as another program walks it: personal tokens, JSON, and nothing but `/api/v1`. */
const LIST = { name: "fallliste.xlsx", bytes: readFileSync(join(import.meta.dirname, "..", "data", "fallliste.xlsx")) };
const UNKNOWN = "01a1fc42-0000-7000-8000-000000000000";
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
let w: IntakeWorld;
let lead: string;
let nadia: string;
let officer: Actor;
let watcher: Actor;
let importId: string;
/** the case that Nadia works and hands to Brandt, by its number */
let the: { id: string; number: string };
let calls = 0;

beforeAll(async () => {
  w = await intakeWorld();
  officer = await actor(w.it.world, ["immigration_officer"], "immigration", "Meißner");
  watcher = await actor(w.it.world, ["data_protection_officer"], null, "Seidel");
  [lead, nadia] = [await tokenOf(w.lead), await tokenOf(w.managers.Haddad)];
}, 120_000);
afterAll(() => w.it.close());

/** Made on the page, as its owner does; shown once. */
async function tokenOf(who: Actor, rights: readonly string[] = ["read", "write"]): Promise<string> {
  const answer = await w.it.post("/konto/zugangstoken", who.secret, { name: "Anbindung", rechte: rights, tage: "30" });
  return /secret-text">([\w.-]+)</.exec(answer.body)![1]!;
}

function call(token: string, method: Method, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const key = method === "GET" ? {} : { "idempotency-key": `journey-${(calls += 1)}` };
  return w.it.server.inject({ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}`, ...key, ...headers }, ...(body === undefined ? {} : { payload: body as object }) });
}
async function ok<T extends object = object>(token: string, method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<T & { readonly etag: string }> {
  const answer = await call(token, method, path, body, headers);
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
  return Object.assign(answer.json() as T, { etag: (answer.headers["etag"] as string | undefined) ?? "" });
}
const upload = (token: string, path: string, fields: Record<string, string>, file: { name: string; bytes: Uint8Array }) => {
  const { body, type } = multipart(fields, file);
  return w.it.server.inject({ method: "POST", url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}`, "content-type": type, "idempotency-key": `journey-${(calls += 1)}` }, payload: body });
};
interface Row { readonly row: number; readonly version: number; readonly decision: string; readonly choices: readonly string[] }

test("a list goes in, its managers are mapped, duplicates are decided, and what is decided is taken over", async () => {
  const uploaded = await upload(lead, "/imports", { source: "Liste des Teams", informed: "partly" }, LIST);
  expect(uploaded.statusCode).toBe(201);
  importId = uploaded.json().id;
  const at = `/imports/${importId}`;
  const read = await ok<{ managers: { spelling: string; accountId: string | null }[] }>(lead, "GET", at);
  const managers = read.managers.map(({ spelling, accountId }) => ({ spelling, accountId: spelling === "Fr. Brandt" ? null : accountId }));
  await ok(lead, "PATCH", `${at}/columns`, { managers }, { "if-match": read.etag });
  await runJobs(w.it);
  const { rows } = await ok<{ rows: Row[] }>(lead, "GET", `${at}/rows?filter=check&limit=500`);
  const doubles = rows.filter((row) => row.choices.includes("same_row"));
  expect(doubles.length).toBeGreaterThan(80);
  const decisions = rows.map((row) => ({ row: row.row, version: row.version, decision: row === doubles.at(-1) ? "later" : doubles.includes(row) ? (row === doubles.at(-2) ? "separate" : "same_row") : "import" }));
  const decided = await ok<{ counts: { later: number; ready: number } }>(lead, "PATCH", `${at}/decisions`, { decisions });
  expect(decided.counts.later).toBe(1);
  await ok(lead, "POST", `${at}/commit`, undefined, { "if-match": decided.etag });
  await runJobs(w.it);
  const done = await ok<{ state: string; counts: { taken: number; merged: number } }>(lead, "GET", at);
  expect([done.state, done.counts.taken]).toEqual(["done", decided.counts.ready]);
  expect(done.counts.merged).toBeGreaterThan(50);
}, 120_000);

test("what nobody leads is given away in bulk, page after page, with a result per row", async () => {
  const waiting: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const list: { items: { id: string }[]; next: string | null } = await ok(lead, "GET", `/cases?state=all&lead=none&limit=40${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    expect(list.items.length).toBeLessThanOrEqual(40);
    waiting.push(...list.items.map((item) => item.id));
    cursor = list.next;
  }
  expect(new Set(waiting).size).toBe(waiting.length);
  expect(waiting.length).toBeGreaterThan(40);
  const { results } = await ok<{ results: { caseId: string; outcome: string }[] }>(lead, "POST", "/reassignments", { caseIds: waiting.slice(0, 300), toAccountId: w.managers.Kowalski.accountId });
  expect(results.map((r) => [r.caseId, r.outcome])).toEqual(waiting.slice(0, 300).map((id) => [id, "reassigned"]));
});

test("a case manager finds the case on my day and works it: contact, telephone note, Kurzberatung, phase, file, close and reopen", async () => {
  const day = await ok<{ newCases: { caseId: string; number: string }[] }>(nadia, "GET", "/my-day");
  the = { id: day.newCases[0]!.caseId, number: day.newCases[0]!.number };
  const at = `/cases/${the.id}`;
  await ok(nadia, "POST", `${at}/contacts`, { kind: "talk", text: "Wünscht sich einen Sprachkurs.", isEntrusted: true });
  const note = await ok<{ caseId: string; isComplete: boolean }>(nadia, "POST", "/phone-notes", { who: the.number, text: "Ruft morgen zurück." });
  expect([note.caseId, note.isComplete]).toEqual([the.id, false]);
  await ok(nadia, "POST", "/short-advices", { language: "ar", lifeAreas: ["wohnen"], outcome: "answered" });
  const [basis] = (await ok<{ items: { id: string }[] }>(nadia, "GET", "/legal-bases")).items;
  const before = await ok<{ admission: { version: number } }>(nadia, "GET", at);
  await ok(nadia, "PUT", `${at}/admission`, { reason: "Mehrere Bedarfe zugleich", legalBasisId: basis!.id, informedOn: "2026-01-05", informedLanguage: "ar" }, { "if-match": `"${before.admission.version}"` });
  expect(await ok(nadia, "GET", at)).toMatchObject({ admission: { reason: "Mehrere Bedarfe zugleich", legalBasisId: basis!.id, informedOn: "2026-01-05", informedLanguage: "ar", version: before.admission.version + 1 } });
  const moved = await ok<{ phase: string }>(nadia, "PUT", `${at}/phase`, { to: "assessment" }, { "if-match": (await ok(nadia, "GET", at)).etag });
  expect(moved.phase).toBe("assessment");
  const closed = await ok<{ phase: string }>(nadia, "PUT", `${at}/closure`, { reason: "contact_lost", handover: "none_needed", openFollowUps: "keep" }, { "if-match": moved.etag });
  expect((await ok<{ phase: string }>(nadia, "PUT", `${at}/reopening`, { note: "hat sich gemeldet" }, { "if-match": closed.etag })).phase).toBe("reopened");
  const kept = await upload(nadia, `${at}/documents`, { kind: "certificate" }, { name: "Nachweis.txt", bytes: Buffer.from("Kursnachweis\n") });
  expect(kept.statusCode).toBe(201);
  expect((await call(nadia, "GET", `${at}/documents/${kept.json().id}/content`)).body).toBe("Kursnachweis\n");
});

test("a write sent twice happens once; a key used for something else, a stale and a blind update are refused in problem+json", async () => {
  const at = `/cases/${the.id}`;
  const key = { "idempotency-key": "the-same-call-twice" };
  const first = await call(nadia, "POST", `${at}/follow-ups`, { title: "Zeugnis übersetzen lassen", dueOn: "2099-12-01" }, key);
  const again = await call(nadia, "POST", `${at}/follow-ups`, { title: "Zeugnis übersetzen lassen", dueOn: "2099-12-01" }, key);
  expect([first.statusCode, again.json()]).toEqual([201, first.json()]);
  const reused = await call(nadia, "POST", `${at}/follow-ups`, { title: "Etwas anderes", dueOn: "2099-12-01" }, key);
  expect([reused.statusCode, reused.headers["content-type"]]).toEqual([422, expect.stringContaining("application/problem+json")]);
  const path = `${at}/follow-ups/${first.json().id}`;
  const version = String(first.headers["etag"]);
  await ok(nadia, "PUT", path, { title: "Zeugnis übersetzen und beglaubigen", dueOn: "2099-12-01" }, { "if-match": version });
  const stale = await call(nadia, "PUT", path, { title: "Zu spät", dueOn: "2099-12-01" }, { "if-match": version });
  expect([stale.statusCode, stale.headers["content-type"]]).toEqual([412, expect.stringContaining("application/problem+json")]);
  expect(stale.body).toContain("Zeugnis übersetzen und beglaubigen");
  expect((await call(nadia, "PUT", path, { title: "Blind", dueOn: "2099-12-01" })).statusCode).toBe(428);
  const refused = await call(nadia, "POST", `${at}/contacts`, { kind: "talk", text: "" });
  expect([refused.statusCode, refused.headers["content-type"]]).toEqual([422, expect.stringContaining("application/problem+json")]);
  expect(refused.body).toContain("Schreiben Sie, was besprochen wurde.");
});

test("a token that may read writes nothing, and one that is made up gets nothing", async () => {
  const reader = await tokenOf(w.managers.Haddad, ["read"]);
  expect((await call(reader, "GET", `/cases/${the.id}`)).statusCode).toBe(200);
  expect((await call(reader, "POST", `/cases/${the.id}/contacts`, { kind: "talk", text: "x" })).statusCode).toBe(404);
  expect((await call(`${w.it.world.tenantId}.${"A".repeat(43)}`, "GET", `/cases/${the.id}`)).statusCode).toBe(401);
});

test("handed to the colleague, it is gone for its giver, and for everybody else it never was", async () => {
  const { items } = await ok<{ items: { id: string; name: string }[] }>(nadia, "GET", "/colleagues");
  const brandt = items.find((colleague) => colleague.name.startsWith("Brandt"))!;
  await ok(nadia, "POST", `/cases/${the.id}/team`, { accountId: brandt.id, function: "substitute", untilOn: "2099-12-31" });
  await ok(nadia, "POST", `/cases/${the.id}/hand-over`, { accountId: brandt.id });
  const strangers = [nadia, await tokenOf(w.managers.Yılmaz), await tokenOf(officer), await tokenOf(watcher)];
  for (const token of strangers) {
    for (const part of ["", "/timeline", "/documents", "/access-records"]) {
      const [hers, nobodys] = [await call(token, "GET", `/cases/${the.id}${part}`), await call(token, "GET", `/cases/${UNKNOWN}${part}`)];
      expect([hers.statusCode, hers.body.replaceAll(the.id, "")]).toEqual([404, nobodys.body.replaceAll(UNKNOWN, "")]);
    }
    expect((await call(token, "POST", `/cases/${the.id}/contacts`, { kind: "talk", text: "x" })).statusCode).toBe(404);
    expect((await call(token, "GET", `/search?q=${the.number}`)).body).not.toContain(the.id);
  }
  const his = await tokenOf(w.managers.Brandt);
  expect((await call(his, "GET", `/cases/${the.id}`)).statusCode).toBe(200);
  const { items: looked } = await ok<{ items: { action: string; accountId: string }[] }>(his, "GET", `/cases/${the.id}/access-records?limit=200`);
  expect(looked.map((line) => line.action)).toEqual(expect.arrayContaining(["admission.recorded", "phase.moved", "team.handed_over", "case.read"]));
  expect(looked.some((line) => line.accountId === w.managers.Haddad.accountId)).toBe(true);
});

test("an emergency access is reviewed, a pair taken apart, and the record shows all of it", async () => {
  const yilmaz = await tokenOf(w.managers.Yılmaz);
  await ok(yilmaz, "POST", "/emergency-accesses", { caseNumber: the.number, reason: "Klinik ruft an, Team nicht erreichbar", minutes: 15 });
  expect((await call(yilmaz, "GET", `/cases/${the.id}`)).statusCode).toBe(200);
  const seidel = await tokenOf(watcher);
  const [access] = (await ok<{ items: { id: string; caseNumber: string; version: number }[] }>(seidel, "GET", "/emergency-accesses")).items;
  expect(access?.caseNumber).toBe(the.number);
  const judged = await ok<{ review: string }>(seidel, "PUT", `/emergency-accesses/${access!.id}/review`, { review: "justified", note: "nachvollziehbar" }, { "if-match": `"${access!.version}"` });
  expect(judged.review).toBe("justified");
  const { merges } = await ok<{ merges: { id: string }[] }>(lead, "GET", "/merges");
  await ok(lead, "DELETE", `/merges/${merges[0]!.id}`);
  expect((await ok<{ merges: { id: string }[] }>(lead, "GET", "/merges")).merges.map((m) => m.id)).not.toContain(merges[0]!.id);
  const actions = new Set<string>();
  const who = new Set<string | null>();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const read: { items: { action: string; accountId: string | null }[]; next: string | null } = await ok(seidel, "GET", `/access-records?caseNumber=${the.number}&inLists=true&limit=5${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const line of read.items) {
      actions.add(line.action);
      who.add(line.accountId);
    }
    cursor = read.next;
  }
  expect([...actions]).toEqual(expect.arrayContaining(["day.read", "contact.added", "phase.moved", "case.closed", "case.reopened", "document.added", "document.read", "team.assigned", "team.handed_over", "emergency.begun", "case.read"]));
  expect(who).toEqual(new Set([w.lead, w.managers.Haddad, w.managers.Brandt, w.managers.Yılmaz].map((account) => account.accountId)));
});
