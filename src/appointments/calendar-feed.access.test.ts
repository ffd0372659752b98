import { randomBytes } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, buildWorld } from "../../test/world.ts";
import { type CaseWorld, startCaseWorld, statusOf } from "../cases/case-world.test-support.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
async function newFeed(by = it.manager, more: Record<string, string> = {}): Promise<string> {
  const made = await it.post("/kalender/abonnement", by.secret, more);
  return /\/kalender\/abo\/[A-Za-z0-9_-]{43}/.exec(made.body)![0];
}
const read = (path: string) => it.get(path, null as never);
const summaries = (body: string): string[] => new ICAL.Component(ICAL.parse(body) as never).getAllSubcomponents("vevent").map((e) => new ICAL.Event(e).summary);
async function newAppointment(by = it.manager, more: Record<string, unknown> = {}): Promise<{ caseId: string; number: string; id: string; personId: string }> {
  const { id: caseId, number, personId } = await it.newCase(by);
  const made = await it.api("POST", `/api/v1/cases/${caseId}/appointments`, by.secret, { on: inDays(10), from: "10:00", personIds: [personId], placeKind: "address", place: "Lindenstraße 4", subject: "Geheimes", withAccountId: by.accountId, ...more });
  expect(made.statusCode, made.body).toBe(201);
  return { caseId, number, personId, id: made.json<{ id: string }>().id };
}

test("a feed tells times: no name, no place, no matter, and the number only where it was wished", async () => {
  const { number } = await newAppointment();
  const answer = await read(await newFeed());
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toContain("text/calendar");
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(summaries(answer.body)).toContain("Termin");
  expect(answer.body).not.toMatch(/Haddad|Amira|Linden|Geheim|Kim|LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER/);
  expect(answer.body).not.toContain(number);
  expect(summaries((await read(await newFeed(it.manager, { withNumbers: "ja" }))).body)).toContain(`Termin, Fall ${number}`);
});

test("its secret is told once and kept nowhere", async () => {
  const path = await newFeed();
  const secret = path.split("/").at(-1)!;
  expect((await it.get("/kalender/abonnement", it.manager.secret)).body).not.toContain(secret);
  const rows = await it.world.owner.query<{ row: string }>("select to_jsonb(f)::text || encode(f.token_hash, 'base64') as row from app.calendar_feeds f union all select to_jsonb(k)::text from app.idempotency_keys k");
  expect(rows.rows.map((r) => r.row).join()).not.toContain(secret);
});

test("guessing, a revoked address and one that was renewed are all the same: nothing is there", async () => {
  const first = await newFeed();
  const second = await newFeed();
  expect((await read(first)).statusCode).toBe(404);
  expect((await read(second)).statusCode).toBe(200);
  await it.post("/kalender/abonnement/sperren", it.manager.secret, {});
  expect((await read(second)).statusCode).toBe(404);
  for (const guess of [randomBytes(32).toString("base64url"), "", "x", "..%2f..", "%00", "' or true --"]) expect((await read(`/kalender/abo/${encodeURIComponent(guess)}`)).statusCode).toBe(404);
  await expect(it.app.db.write(it.manager.secret, (tx) => tx.run("update app.calendar_feeds set revoked_at = null where account_id = app.current_account()"))).rejects.toThrow();
});

test("the feed of an account that is disabled, or works here no more, is dead at the next request", async () => {
  const gone = await actor(it.world, ["case_manager"], "case", "Geht");
  await newAppointment(gone);
  const path = await newFeed(gone);
  expect(summaries((await read(path)).body)).toHaveLength(1);
  await it.world.owner.query("update app.accounts set disabled_at = now() where id = $1", [gone.accountId]);
  expect((await read(path)).statusCode).toBe(404);
  await it.world.owner.query("update app.accounts set disabled_at = null where id = $1", [gone.accountId]);
  expect((await read(path)).statusCode).toBe(200);
  await it.world.owner.query("update app.memberships set until_on = current_date - 1, from_on = current_date - 2 where account_id = $1", [gone.accountId]);
  expect((await read(path)).statusCode).toBe(404);
});

test("what an account may not open any more is gone from its feed, and the secret opens nothing else", async () => {
  const other = await actor(it.world, ["case_manager"], "case", "Wechselt");
  const { caseId } = await newAppointment(other);
  const path = await newFeed(other);
  await it.world.owner.query("update app.case_team set until_on = current_date - 1, from_on = current_date - 2 where case_id = $1", [caseId]);
  expect(summaries((await read(path)).body)).toEqual([]);
  const secret = path.split("/").at(-1)!;
  for (const use of ["/faelle", "/kalender", `/faelle/${caseId}/termine`]) expect((await it.get(use, secret as never)).statusCode).not.toBe(200);
});

test("another office, a colleague outside the team and another tenant find no appointment, whatever they ask", async () => {
  const { caseId, id } = await newAppointment();
  const foreign = await buildWorld(it.world.owner, "Anderswo");
  const strangers = [it.colleague.secret, it.officer.secret, (await actor(it.world, ["partner_worker"], "partner")).secret, (await actor(foreign, ["team_lead"], "case")).secret, it.administrator.secret];
  for (const as of strangers) {
    for (const path of [`/api/v1/appointments/${id}`, `/api/v1/cases/${caseId}/appointments`, `/faelle/${caseId}/termine`, `/faelle/${caseId}/termine/${id}`, `/faelle/${caseId}/termine/${id}/sprachmittlung`]) expect([403, 404], path).toContain(await statusOf(it, as, "GET", path));
    expect([403, 404]).toContain((await it.api("PUT", `/api/v1/appointments/${id}/state`, as, { state: "cancelled" })).statusCode);
  }
  expect(await it.row("select state from app.case_appointments where id = $1", [id])).toEqual({ state: "planned" });
});

test("an appointment of one case cannot be reached through the address of another", async () => {
  const [one, two] = [await newAppointment(), await newAppointment(it.colleague)];
  expect((await it.get(`/faelle/${one.caseId}/termine/${two.id}`, it.manager.secret)).statusCode).toBe(404);
  expect((await it.post(`/faelle/${one.caseId}/termine/${two.id}/stand`, it.manager.secret, { state: "cancelled" })).statusCode).toBe(404);
  const stranger = await it.api("POST", `/api/v1/cases/${one.caseId}/appointments`, it.manager.secret, { on: inDays(3), from: "10:00", personIds: [two.personId] });
  expect(stranger.statusCode).toBe(422);
});

test("whoever does not work on cases makes no feed", async () => {
  for (const { secret } of [it.officer, it.administrator]) expect((await it.post("/kalender/abonnement", secret, {})).statusCode).toBe(404);
  expect(await it.row("select count(*)::int as n from app.calendar_feeds where account_id = any ($1)", [[it.officer.accountId, it.administrator.accountId]])).toEqual({ n: 0 });
});
