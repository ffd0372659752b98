import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, signIn, type Actor } from "../../test/world.ts";
import { actionRoute, apiRead, apiWrite, formRoute, json, page, pageRoute, publicRoute, redirect, type Route, written } from "./index.ts";

let times = 0;
const body = z.object({ name: z.string().min(2, "Der Name ist zu kurz.") });
const routes: Route[] = [
  pageRoute({ path: "/seite", allow: "case.read", record: "thing.read", about: "a page", handle: async (tx, _input, asking) => {
    await record(tx, asking, { action: "thing.read", objectKind: "thing", objectIds: [] });
    return page("Seite", () => <h1>Seite</h1>);
  } }),
  pageRoute({ path: "/vergessen", allow: "signed-in", record: "thing.read", about: "forgets its record", handle: async () => page("Nie", () => <h1>Nie gesehen</h1>) }),
  formRoute({ path: "/formular", allow: "signed-in", record: { none: "test" }, about: "a form", body, showRecord: { none: "test" },
    show: async (_tx, _input, _asking, form) => page("Formular", () => <form>{form.refusals.map((r) => <p>{r.sentence}</p>)}<input name="name" value={String(form.values["name"] ?? "")} />{form.stale && <b>veraltet</b>}</form>),
    submit: async (_tx, input) => {
      if (input.body.name === "verweigert") throw new Refused([{ code: "no", sentence: "Das geht nicht." }]);
      if (input.body.name === "alt") throw new Stale({ name: "neu" });
      times += 1;
      return redirect("/seite", "Gespeichert.");
    } }),
  actionRoute({ path: "/tun", allow: "signed-in", record: { none: "test" }, about: "a button", handle: async () => redirect("/seite") }),
  apiRead({ path: "/api/v1/things", allow: "case.read", record: { none: "test" }, about: "things", answer: z.object({}), example: {}, handle: async () => json({ things: [] }, 3) }),
  apiWrite({ path: "/api/v1/things/:id", method: "PATCH", allow: "signed-in", record: { none: "test" }, about: "change", versioned: true, body, params: z.object({ id: z.uuid() }), answer: z.object({}), example: {},
    handle: async (_tx, input) => { times += 1; return written(input.params.id); },
    show: async (_tx, id) => json({ id, times }) }),
  publicRoute({ path: "/offen", method: "GET", about: "open", handle: async () => page("Offen", () => <h1>Offen</h1>) }),
];

let it: TestServer;
let manager: Actor;
let stranger: Actor;
beforeAll(async () => {
  it = await startTestServer({ routes });
  manager = await actor(it.world, ["case_manager"], "case");
  stranger = await actor(it.world, ["tenant_administrator"], null);
});
afterAll(() => it.close());

test("whoever may not gets the same answer as for an address that does not exist", async () => {
  const [denied, missing] = await Promise.all([it.get("/seite", stranger.secret), it.get("/gibt-es-nicht", stranger.secret)]);
  const shape = (r: typeof denied): unknown => [r.statusCode, r.body, Object.keys(r.headers).filter((h) => !h.startsWith("x-ratelimit")).sort()];
  expect(shape(denied)).toEqual(shape(missing));
  expect((await it.get("/seite", manager.secret)).statusCode).toBe(200);
});

test("a route that forgets its record answers nothing", async () => {
  const answer = await it.get("/vergessen", manager.secret);
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain("Nie gesehen");
});

test("nobody signed in: pages lead to the sign-in, the API says 401", async () => {
  expect((await it.get("/seite")).headers.location).toBe("/anmelden?weiter=%2Fseite");
  expect((await it.get("/api/v1/things")).statusCode).toBe(401);
  expect((await it.get("/offen")).statusCode).toBe(200);
});

test("a form without the proof of its session is refused, whatever it says", async () => {
  const answer = await it.server.inject({ method: "POST", url: "/formular", headers: { cookie: `einklang=${manager.secret}`, "content-type": "application/x-www-form-urlencoded" }, payload: "name=Mara&_csrf=falsch" });
  expect(answer.statusCode).toBe(403);
});

test("a refused form comes back with status 422, its reasons and what was typed", async () => {
  for (const [name, sentence] of [["M", "Der Name ist zu kurz."], ["verweigert", "Das geht nicht."]] as const) {
    const answer = await it.post("/formular", manager.secret, { name });
    expect([answer.statusCode, answer.body.includes(sentence), answer.body.includes(`value="${name}"`)]).toEqual([422, true, true]);
  }
  const stale = await it.post("/formular", manager.secret, { name: "alt" });
  expect([stale.statusCode, stale.body.includes("veraltet")]).toEqual([409, true]);
});

test("a form whose session ended comes back to be sent again, unchanged and from this browser alone", async () => {
  const soonOver = await actor(it.world, ["case_manager"], "case");
  await it.database.owner.query("update private.sessions set ended_at = now() where account_id = $1", [soonOver.accountId]);
  const kept = await it.post("/formular", soonOver.secret, { name: "Ein langer Text, der nicht verloren gehen darf, auch jetzt nicht" });
  expect([kept.statusCode, kept.body.includes("nicht verloren gehen")]).toEqual([401, true]);
  const proof = /name="_resume" value="([^"]+)"/.exec(kept.body)![1]!;
  const browser = kept.cookies.find((c) => c.name === "einklang_resume")!.value;
  const newSession = await signIn(it.world, soonOver.accountId, null);
  const again = (name: string, cookie: string): Promise<{ statusCode: number }> => it.server.inject({ method: "POST", url: "/formular", headers: { cookie: `einklang=${newSession}; einklang_resume=${cookie}`, "content-type": "application/x-www-form-urlencoded" }, payload: new URLSearchParams({ name, _resume: proof }).toString() });
  expect((await again("Etwas ganz anderes, das ein anderer geschrieben hat", browser)).statusCode).toBe(403);
  expect((await again("Ein langer Text, der nicht verloren gehen darf, auch jetzt nicht", "fremd")).statusCode).toBe(403);
  expect((await again("Ein langer Text, der nicht verloren gehen darf, auch jetzt nicht", browser)).statusCode).toBe(303);
});

test("a form sent twice, also at the same moment, happens once", async () => {
  times = 0;
  const answers = await Promise.all([1, 2, 3].map(() => it.post("/formular", manager.secret, { name: "Mara", _idempotency: "doppelt-gesendet" })));
  expect(answers.map((a) => a.headers.location)).toEqual(["/seite", "/seite", "/seite"]);
  expect(times).toBe(1);
});

test("an API update needs If-Match and an Idempotency-Key, and a replay renders anew", async () => {
  const path = "/api/v1/things/0190a0a0-0000-7000-8000-000000000001";
  expect((await it.api("PATCH", path, manager.secret, { name: "Mara" })).statusCode).toBe(428);
  times = 0;
  const headers = { "if-match": '"1"', "idempotency-key": "einmal-und-nie-wieder" };
  const first = await it.api("PATCH", path, manager.secret, { name: "Mara" }, headers);
  const second = await it.api("PATCH", path, manager.secret, { name: "Mara" }, headers);
  expect([first.statusCode, second.statusCode, times]).toEqual([200, 200, 1]);
  const reused = await it.api("PATCH", path, manager.secret, { name: "Anders" }, headers);
  expect(reused.json()).toMatchObject({ status: 422, refusals: [{ code: "idempotency-key-reused" }] });
});

test("the server refuses to start where a route is declared twice", async () => {
  await expect(startTestServer({ routes: [...routes, routes[0]!] })).rejects.toThrow("share a method");
});
