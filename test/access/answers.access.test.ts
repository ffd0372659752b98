import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../src/cases/case-world.test-support.ts";
import { csrfToken, SESSION_COOKIE } from "../../src/http/index.ts";
import { newId } from "../../src/kernel/id.ts";
import { signIn } from "../world.ts";

/** What an answer tells beside its content, and what is answered without the record knowing. */
let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const recordsOf = async (accountId: string): Promise<number> => (await it.row<{ n: number }>("select count(*)::int as n from app.access_records where account_id = $1", [accountId])).n;

test("no header counts the requests of others, who may share the address behind a proxy", async () => {
  const answer = await it.get("/konto", it.officer.secret);
  expect(Object.keys(answer.headers).filter((name) => name.includes("ratelimit"))).toEqual([]);
});

test("a repeated request that shows the entry again is on the record of the case", async () => {
  const file = await it.newCase();
  const headers = { "idempotency-key": "the-same-key-again" };
  const body = { text: "streng vertraulich" };
  expect((await it.api("POST", `/api/v1/cases/${file.id}/contacts`, it.manager.secret, body, headers)).statusCode).toBe(201);
  const before = await recordsOf(it.manager.accountId);
  const again = await it.api("POST", `/api/v1/cases/${file.id}/contacts`, it.manager.secret, body, headers);
  expect(again.body).toContain("streng vertraulich");
  expect(await recordsOf(it.manager.accountId)).toBe(before + 1);
  expect(await it.row("select action, case_id, purpose from app.access_records where account_id = $1 order by at desc limit 1", [it.manager.accountId])).toEqual({ action: "entry.read", case_id: file.id, purpose: "repeated" });
});

test("a save that came too late is told what stands there now, and that is on the record too", async () => {
  const file = await it.newCase();
  const contact = (await it.api("POST", `/api/v1/cases/${file.id}/contacts`, it.manager.secret, { text: "streng vertraulich" })).json<{ id: string }>().id;
  const before = await recordsOf(it.manager.accountId);
  const late = await it.api("PUT", `/api/v1/cases/${file.id}/contacts/${contact}`, it.manager.secret, { text: "anders" }, { "if-match": '"99"' });
  expect([late.statusCode, late.body.includes("streng vertraulich")]).toEqual([412, true]);
  expect(await recordsOf(it.manager.accountId)).toBe(before + 1);
});

test("what one account typed before its session ended is not saved in the name of the next one at the same browser", async () => {
  const file = await it.newCase();
  const path = `/faelle/${file.id}/kontakte/neu`;
  const ended = await signIn(it.world, it.manager.accountId, it.world.caseRoomId);
  await it.world.owner.query("update private.sessions set ended_at = now() where token_hash = sha256(convert_to($1, 'UTF8'))", [ended]);
  const text = "Was ich noch sagen wollte, bevor die Sitzung zu Ende war.";
  const kept = await it.post(path, ended, { text, kind: "talk" });
  expect(kept.statusCode).toBe(401);
  const browser = kept.cookies.find((c) => c.name === "einklang_resume")!.value;
  const proof = /name="_resume" value="([^"]+)"/.exec(kept.body)![1]!;
  await it.world.owner.query("insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by) values ($1, $2, $3, $4, $5, 'member', current_date, $6)", [it.world.tenantId, it.world.caseRoomId, newId(), file.id, it.colleague.accountId, it.manager.accountId]);
  const send = (secret: string, headers: Record<string, string> = {}) =>
    it.server.inject({ method: "POST", url: path, headers: { cookie: `${SESSION_COOKIE}=${secret}; einklang_resume=${browser}`, "content-type": "application/x-www-form-urlencoded", ...headers }, payload: new URLSearchParams({ text, kind: "talk", _resume: proof }).toString() });
  expect((await send(it.colleague.secret)).statusCode).toBe(403);
  expect((await send(it.manager.secret, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
  expect([(await send(it.manager.secret)).statusCode, csrfToken(it.manager.secret).length]).toEqual([303, 43]);
});

test("not there and not yours: the same status, headers and length, for reading and writing, pages and API", async () => {
  const file = await it.newCase();
  const contact = (await it.api("POST", `/api/v1/cases/${file.id}/contacts`, it.manager.secret, { text: "x" })).json<{ id: string }>().id;
  const nobody = "0190a0a0-0000-7000-8000-00000000dead";
  const paths = ["/faelle/C", "/faelle/C/kontakte/neu", "/faelle/C/kontakte/K", "/faelle/C/protokoll", "/faelle/C/dateien", "/faelle/C/lesende", "/faelle/C/fallblatt", "/personen/P", "/api/v1/cases/C", "/api/v1/cases/C/timeline", "/api/v1/cases/C/contacts/K", "/api/v1/persons/P"];
  const writes = ["/faelle/C/kontakte/neu", "/faelle/C/phase", "/faelle/C/team", "/faelle/C/abschluss", "/entwuerfe/C/contact", "/personen/P/bearbeiten"];
  const bodies: Record<string, string> = { text: "Angriff", kind: "talk", phase: "clearing", to: "clearing", title: "x", dueOn: "2099-01-01", reason: "died", handover: "none_needed" };
  const shape = (r: { statusCode: number; headers: Record<string, unknown>; body: string }): unknown => {
    const { date: _d, ...headers } = r.headers;
    return [r.statusCode, headers, r.body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID").replaceAll(/value="[^"]{43}"/g, "TOKEN")];
  };
  const fill = (p: string, real: boolean): string => p.replace("C", real ? file.id : nobody).replace("K", real ? contact : nobody).replace("P", real ? file.personId : nobody);
  for (const who of [it.colleague, it.officer, it.administrator]) {
    for (const p of paths) for (const method of ["GET", "HEAD", "OPTIONS"] as const) {
      const ask = (real: boolean) => it.server.inject({ method, url: fill(p, real), headers: { cookie: `${SESSION_COOKIE}=${who.secret}`, "x-http-method-override": "GET" } });
      const [yours, none] = [await ask(true), await ask(false)];
      expect([p, method, yours.statusCode]).toEqual([p, method, 404]);
      expect(shape(yours)).toEqual(shape(none));
    }
    for (const p of writes) {
      const [yours, none] = [await it.post(fill(p, true), who.secret, bodies), await it.post(fill(p, false), who.secret, bodies)];
      expect([p, shape(yours)]).toEqual([p, shape(none)]);
      expect(yours.statusCode).toBe(404);
    }
  }
});
