import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "../kernel/calendar-day.ts";
import { Authenticator, type Lies } from "./sign-in/authenticator.test-support.ts";
import { OWN_PIN, type Phone, type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** The telephone instead of the PIN, with real signatures; and everybody who would like to be let in by one. */
let it: PortalWorld;
let origin: string;
beforeAll(async () => {
  it = await startPortalWorld();
  origin = new URL(it.portalApp.config.portalOrigin!).origin;
}, 120_000);
afterAll(() => it.close());

const unescaped = (html: string): string => html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const optionsIn = (body: string): string => unescaped(/data-passkey="add"[^>]*data-options="([^"]+)"|data-options="([^"]+)"[^>]*data-passkey="add"/.exec(body)?.slice(1).find(Boolean) ?? "");
async function added(phone: Phone): Promise<Authenticator> {
  const device = new Authenticator(origin);
  const asked = await phone.post("/ohne-pin", { pin: OWN_PIN });
  const answer = await phone.post("/ohne-pin/neu", { answer: device.create(optionsIn(asked.body)) });
  if (answer.statusCode !== 303) throw new Error(`not added: ${answer.statusCode} ${answer.body}`);
  return device;
}
const question = async (phone: Phone): Promise<string> => (await phone.post("/start/frage", {})).body;
async function opens(phone: Phone, device: Authenticator, lies: Lies = {}): Promise<number> {
  const asked = await question(phone);
  return (await phone.post("/start/handy", { answer: device.get(asked, lies) })).statusCode;
}
const inside = async (phone: Phone): Promise<number> => (await phone.get("/plan")).statusCode;
const countOf = async (caseId: string): Promise<number> => (await it.row<{ n: number }>("select count(*)::int as n from app.portal_passkeys where case_id = $1", [caseId])).n;
const act = (path: string, fields: Record<string, string> = {}): Promise<{ statusCode: number }> => it.post(path, it.manager.secret, fields);
async function withPasskey(address?: string): Promise<{ id: string; personId: string; phone: Phone; device: Authenticator }> {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId, address);
  return { id, personId, phone, device: await added(phone) };
}

test("set up with the PIN, it opens the page without code and PIN; what the telephone shows of it are two words and a number", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  expect((await phone.get("/start")).body, "nobody is led to it who did not set it up").not.toMatch(/data-passkey="open"[^]*<form[^>]*action="\/start"/);
  const device = new Authenticator(origin);
  const asked = optionsIn((await phone.post("/ohne-pin", { pin: OWN_PIN })).body);
  const { rp, user, authenticatorSelection } = JSON.parse(asked) as { rp: object; user: { name: string; displayName: string }; authenticatorSelection: object };
  expect(rp).toEqual({ id: "localhost", name: "Meine Seite" });
  expect(user.name).toMatch(/^Meine Seite \d\d$/);
  expect(user.displayName).toBe(user.name);
  expect(authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required", authenticatorAttachment: "platform" });
  expect(asked).not.toContain("Amira");
  expect((await phone.post("/ohne-pin/neu", { answer: device.create(asked) })).statusCode).toBe(303);
  expect((await phone.get("/ohne-pin")).body).toContain(user.name);
  expect((await phone.get("/start")).body).toMatch(/data-passkey="open"[^]*<form[^>]*action="\/start"/);

  const empty = it.phone("192.0.2.77");
  expect(await opens(empty, device)).toBe(303);
  expect((await empty.get("/daten")).body, "whose page it is says the telephone").toContain("Amira");
  expect(await opens(empty, device), "again").toBe(303);
  expect(await it.row("select count(*)::int as n from app.access_records where case_id = $1 and function = 'person' and action = 'portal_session.opened' and purpose = 'passkey'", [id])).toEqual({ n: 2 });
  expect(await it.row("select count(*)::int as n from app.access_records where case_id = $1 and function = 'person' and action = 'portal_passkey.added'", [id])).toEqual({ n: 1 });
});

test("an open page is not enough to set it up: the PIN is asked, and a wrong one ends the session", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const refused = await phone.post("/ohne-pin", { pin: "nicht meine" });
  expect([refused.statusCode, optionsIn(refused.body)]).toEqual([422, ""]);
  expect(await inside(phone)).toBe(401);
  const again = it.phone("192.0.2.3");
  expect((await again.post("/ohne-pin/neu", { answer: new Authenticator(origin).create('{"challenge":"AAAA","rp":{"id":"localhost"},"user":{"id":"AAAA"}}') })).statusCode).toBe(401);
  expect(await countOf(id)).toBe(0);
});

test("no answer counts twice, none to another's question, and none without a question", async () => {
  const { phone, device } = await withPasskey();
  const other = it.phone("192.0.2.5");
  const asked = await question(other);
  const answer = device.get(asked);
  expect((await it.phone("192.0.2.6").post("/start/handy", { answer })).statusCode, "in a browser that was asked nothing").toBe(422);
  const third = it.phone("192.0.2.7");
  await question(third);
  expect((await third.post("/start/handy", { answer })).statusCode, "in one that was asked something else").toBe(422);
  expect((await other.post("/start/handy", { answer: "{}" })).statusCode).toBe(422);
  expect((await other.post("/start/handy", { answer })).statusCode, "the first answer used the question up").toBe(422);
  const [once, cookies] = [await question(other), new Map(other.cookies)];
  const right = device.get(once);
  expect((await other.post("/start/handy", { answer: right })).statusCode).toBe(303);
  const replay = it.phone("192.0.2.5");
  for (const [name, value] of cookies) replay.cookies.set(name, value);
  expect((await replay.post("/start/handy", { answer: right })).statusCode, "replayed with the same cookie").toBe(422);
  const late = await question(other);
  await it.world.owner.query("update private.portal_challenges set expires_at = now() - interval '1 second'");
  expect((await other.post("/start/handy", { answer: device.get(late) })).statusCode, "too late").toBe(422);
  const both = await question(other);
  const twice = await Promise.all([1, 2].map(() => other.post("/start/handy", { answer: device.get(both) })));
  expect(twice.map((a) => a.statusCode).toSorted((a, b) => a - b)).toEqual([303, 422]);
  expect(await inside(phone)).toBe(200);
});

test("signed for another address, another site, by another key, as another person, or by a hand that showed no finger: refused", async () => {
  const [mine, hers] = [await withPasskey("192.0.2.11"), await withPasskey("192.0.2.12")];
  const stranger = new Authenticator(origin);
  const handle = (JSON.parse(hers.device.get('{"challenge":"AAAA"}')) as { response: { userHandle: string } }).response.userHandle;
  const cases: readonly (readonly [string, Lies])[] = [
    ["origin", { origin: "https://meine-seite.example" }], ["rp", { rpId: "meine-seite.example" }], ["challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }], ["no finger", { isVerified: false }],
    ["key", { signedBy: hers.device.privateKey }], ["handle", { userHandle: handle }], ["no handle", { userHandle: "" }], ["kind", { type: "webauthn.create" }],
  ];
  for (const [i, [name, lie]] of cases.entries()) expect([name, await opens(it.phone(`198.51.100.${i + 1}`), mine.device, lie)]).toEqual([name, 422]);
  const unknown = it.phone("198.51.100.50");
  const answer = await unknown.post("/start/handy", { answer: stranger.get(await question(unknown), { rpId: "localhost", userHandle: handle }) });
  expect(answer.statusCode).toBe(422);
  expect(answer.body, "the telephone may forget it, too").toContain(`data-unknown="${stranger.id.toString("base64url")}"`);
  expect(await opens(it.phone("198.51.100.60"), mine.device)).toBe(303);
});

test("setting up is held to address, site, finger and question just the same, and nobody takes over what another has", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const ask = async (): Promise<string> => optionsIn((await phone.post("/ohne-pin", { pin: OWN_PIN })).body);
  for (const lie of [{ origin: "https://meine-seite.example" }, { rpId: "meine-seite.example" }, { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, { isVerified: false }, { type: "webauthn.get" }] as const) {
    expect([lie, (await phone.post("/ohne-pin/neu", { answer: new Authenticator(origin).create(await ask(), lie) })).statusCode]).toEqual([lie, 422]);
  }
  const device = new Authenticator(origin);
  const options = await ask();
  expect((await phone.post("/ohne-pin/neu", { answer: device.create(options) })).statusCode).toBe(303);
  expect((await phone.post("/ohne-pin/neu", { answer: new Authenticator(origin).create(options) })).statusCode, "one question, one telephone").toBe(422);
  expect(await countOf(id)).toBe(1);
  const other = await it.newCase();
  const hers = await it.signedIn(other.id, other.personId, "192.0.2.30");
  const begun = optionsIn((await hers.post("/ohne-pin", { pin: OWN_PIN })).body);
  expect((await hers.post("/ohne-pin/neu", { answer: device.create(begun) })).statusCode, "a credential that is somebody's").toBe(422);
  expect(await countOf(other.id)).toBe(0);
  for (let i = 1; i < 5; i += 1) await added(phone);
  expect((await phone.post("/ohne-pin", { pin: OWN_PIN })).statusCode, "five at most").toBe(422);
});

test("a counter that does not grow is a copy: neither it nor the telephone opens any more, and the PIN does", async () => {
  const { id, device } = await withPasskey();
  expect(await opens(it.phone("192.0.2.40"), device, { counter: 7 })).toBe(303);
  const thief = it.phone("192.0.2.41");
  expect(await opens(thief, device, { counter: 7 })).toBe(422);
  expect(await opens(it.phone("192.0.2.40"), device, { counter: 9 })).toBe(422);
  expect(await countOf(id)).toBe(0);
  expect(await it.row("select count(*)::int as n from app.access_records where case_id = $1 and action = 'portal_passkey.removed' and purpose = 'counter'", [id])).toEqual({ n: 1 });
  const { id: second, device: uncounted } = await withPasskey();
  for (let i = 0; i < 3; i += 1) expect(await opens(it.phone("192.0.2.42"), uncounted, { counter: 0 }), "telephones that copy passkeys into an account do not count").toBe(303);
  expect(await countOf(second)).toBe(1);
});

test("a freeze, a new code, a new PIN, an end and the office's own button take it away; every session by it is over", async () => {
  const ways: readonly (readonly [string, (of: { id: string; personId: string; phone: Phone; access: string }) => Promise<unknown>])[] = [
    ["freeze", (of) => act(`/faelle/${of.id}/portal/${of.access}/sperren`)],
    ["new code", (of) => it.give(of.id, of.personId)],
    ["end", (of) => act(`/faelle/${of.id}/portal/${of.access}/beenden`)],
    ["office", (of) => act(`/faelle/${of.id}/portal/${of.access}/handy-entfernen`)],
    ["own PIN", (of) => of.phone.post("/pin", { old: OWN_PIN, pin: "anders 3141", again: "anders 3141" })],
  ];
  for (const [i, [name, happens]] of ways.entries()) {
    const { id, personId, phone, device } = await withPasskey();
    const mine = it.phone(`192.0.2.${100 + i}`);
    expect([name, await opens(mine, device), await inside(mine)]).toEqual([name, 303, 200]);
    const access = await it.accessOf(id, personId);
    await happens({ id, personId, phone, access });
    expect([name, await countOf(id), await inside(mine)]).toEqual([name, 0, 401]);
    if (name === "freeze") await act(`/faelle/${id}/portal/${access}/entsperren`, { how: "alone", isSafe: "ja", card: "same" });
    expect([name, await opens(it.phone(`192.0.2.${150 + i}`), device)]).toEqual([name, 422]);
  }
});

test("one that is set up in the moment in which the PIN changes or the page is frozen is not left over", async () => {
  const happens: readonly ((of: { id: string; phone: Phone; access: string }) => Promise<unknown>)[] = [
    (of) => of.phone.post("/pin", { old: OWN_PIN, pin: "anders 3141", again: "anders 3141" }), (of) => act(`/faelle/${of.id}/portal/${of.access}/sperren`),
  ];
  for (const happen of happens) {
    for (let i = 0; i < 3; i += 1) {
      const { id, personId } = await it.newCase();
      const { card, pin } = await it.give(id, personId);
      const [phone, other] = [it.phone("192.0.2.50"), it.phone("192.0.2.51")];
      await phone.post("/start", { k: card, pin });
      await phone.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
      await other.post("/start", { k: card, pin: OWN_PIN });
      const answer = new Authenticator(origin).create(optionsIn((await other.post("/ohne-pin", { pin: OWN_PIN })).body));
      const access = await it.accessOf(id, personId);
      const [added] = await Promise.all([other.post("/ohne-pin/neu", { answer }), happen({ id, phone, access })]);
      expect([303, 401]).toContain(added.statusCode);
      expect(await countOf(id)).toBe(0);
    }
  }
}, 60_000);

test("death, a day that is over, leaving the case and coming of age count for the telephone as for the PIN", async () => {
  const { owner } = it.world;
  const yesterday = addDays(dayOf(new Date()), -1);
  const ways: readonly (readonly [string, (caseId: string, personId: string) => Promise<unknown>])[] = [
    ["died", (_c, p) => owner.query("update app.persons set died_on = current_date where id = $1", [p])],
    ["over", (c) => owner.query("update app.portal_accesses set until_on = $2 where case_id = $1", [c, yesterday])],
    ["left", (c, p) => owner.query("update app.case_persons set left_on = current_date where case_id = $1 and person_id = $2", [c, p])],
  ];
  for (const [i, [name, happens]] of ways.entries()) {
    const { id, personId, device } = await withPasskey();
    await happens(id, personId);
    expect([name, await opens(it.phone(`192.0.2.${200 + i}`), device)]).toEqual([name, 403]);
  }
  const { id, personId } = await it.newCase();
  const guardian = await it.row<{ id: string }>("insert into app.person_guardians (tenant_id, room_id, id, person_id, kind, name_ct) values ($1, $2, gen_random_uuid(), $3, 'parents', '\\x00') returning id", [it.world.tenantId, it.world.caseRoomId, personId]);
  const { card, pin } = await it.give(id, personId, { guardianId: guardian.id });
  const mother = it.phone("192.0.2.210");
  await mother.post("/start", { k: card, pin });
  await mother.post("/pin", { pin: OWN_PIN, again: OWN_PIN });
  const device = await added(mother);
  expect(await opens(mother, device)).toBe(303);
  await owner.query("update app.persons set birth_on = current_date - interval '18 years', birth_precision = 'day' where id = $1", [personId]);
  expect(await opens(mother, device), "of age").toBe(403);
});

test("the person sees the own ones and removes them; those of the other of a couple are not there", async () => {
  const { id, personId, phone, device } = await withPasskey();
  const husband = await it.newPerson(it.manager, "Haddad", "Karim");
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, id, husband]);
  const man = await it.signedIn(id, husband, "192.0.2.220");
  const { id: hers } = await it.row<{ id: string }>("select id from app.portal_passkeys where case_id = $1 and person_id = $2", [id, personId]);
  expect((await man.get("/ohne-pin")).body).not.toContain(hers);
  expect((await man.post("/ohne-pin/entfernen", { passkey: hers })).statusCode).toBe(404);
  const elsewhere = it.phone("192.0.2.221");
  expect(await opens(elsewhere, device)).toBe(303);
  expect((await phone.post("/ohne-pin/entfernen", { passkey: hers })).statusCode).toBe(303);
  expect([await inside(phone), await inside(elsewhere), await opens(it.phone("192.0.2.222"), device)]).toEqual([200, 401, 422]);
  expect((await phone.get("/start")).body).not.toMatch(/data-passkey="open"[^]*<form[^>]*action="\/start"/);
});

test("the team sees that there is one and takes it away; the API says the same; nobody reads a key, and another office finds nothing", async () => {
  const { id, personId, device } = await withPasskey();
  const access = await it.accessOf(id, personId);
  expect((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body).toContain("Nur noch mit PIN");
  const shown = async (): Promise<boolean[]> => (await it.api("GET", `/api/v1/cases/${id}/portal-accesses`, it.manager.secret)).json<{ items: { hasPasskey: boolean }[] }>().items.map((a) => a.hasPasskey);
  expect(await shown()).toEqual([true]);
  await expect(it.app.db.read(it.manager.secret, (tx) => tx.query("select * from private.portal_passkey_keys"))).rejects.toThrow(/./);
  expect(await it.app.db.write(it.colleague.secret, (tx) => tx.query("select app.remove_portal_passkeys($1) as n", [access]))).toEqual([{ n: 0 }]);
  expect(await countOf(id)).toBe(1);
  expect((await it.api("POST", `/api/v1/cases/${id}/portal-accesses/${access}/remove-passkeys`, it.manager.secret)).statusCode).toBe(200);
  expect(await shown()).toEqual([false]);
  expect((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body).not.toContain("Nur noch mit PIN");
  expect(await opens(it.phone("192.0.2.230"), device)).toBe(422);
});

test("whoever sends wrong signatures again and again waits, and the person on the own telephone does not", async () => {
  const { device } = await withPasskey();
  const attacker = it.phone("203.0.113.5");
  const answers: string[] = [];
  for (let i = 0; i < 8; i += 1) answers.push((await attacker.post("/start/handy", { answer: device.get(await question(attacker), { isVerified: false }) })).body);
  expect(answers[0]).not.toContain("Zu oft falsch");
  expect(answers[7]).toContain("Zu oft falsch");
  expect(await opens(it.phone("192.0.2.240"), device)).toBe(303);
});

test("the question names nobody: it is the same for every browser but for its random part", async () => {
  await withPasskey();
  const [a, b] = [await question(it.phone("192.0.2.241")), await question(it.phone("192.0.2.242"))].map((text) => JSON.parse(text) as { challenge: string; allowCredentials?: unknown });
  expect(a!.allowCredentials).toBeUndefined();
  expect(a!.challenge).not.toBe(b!.challenge);
  expect({ ...a, challenge: "" }).toEqual({ ...b, challenge: "" });
});
