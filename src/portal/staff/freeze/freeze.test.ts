import { afterAll, beforeAll, expect, test } from "vitest";
import { OWN_PIN, type PortalWorld, startPortalWorld } from "../../portal-world.test-support.ts";

let it: PortalWorld;
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
async function frozen() {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const access = await it.accessOf(id, personId);
  const path = `/faelle/${id}/portal/${access}`;
  const pressed = await it.post(`${path}/sperren`, it.manager.secret, {});
  expect([pressed.statusCode, pressed.headers["location"]], "frozen by one button; the reason is asked afterwards").toEqual([303, `${path}/grund`]);
  return { id, personId, phone, access, path };
}

test("one button freezes; why is said afterwards, under seal, and stands with who and when", async () => {
  const { id, phone, path } = await frozen();
  expect((await phone.get("/plan")).statusCode).toBe(401);
  expect(textOf((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body)).toContain("Grund noch nicht genannt");
  expect((await it.post(`${path}/grund`, it.manager.secret, { reason: "", words: "" })).statusCode).toBe(422);
  const bare = await it.post(`${path}/grund`, it.manager.secret, { reason: "other", words: " " });
  expect(bare.statusCode).toBe(422);
  expect(bare.body).toContain("Schreiben Sie den anderen Grund dazu.");
  expect((await it.post(`${path}/grund`, it.manager.secret, { reason: "threat", words: "Der Bruder hat das Handy." })).statusCode).toBe(303);
  const page = textOf((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body);
  expect(page).toMatch(/Gesperrt am \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr von \S+ Mahler/);
  expect(page).toContain("Grund: Bedrohung oder Zwang: Der Bruder hat das Handy.");
  const { bytes } = await it.row<{ bytes: Buffer }>("select frozen_reason_ct as bytes from app.portal_accesses where case_id = $1", [id]);
  expect(bytes.toString("latin1")).not.toMatch(/Bruder|Bedrohung|threat/);
  const { sealed, plain } = await it.row<{ sealed: Buffer; plain: string }>("select reason_ct as sealed, purpose as plain from app.access_records where case_id = $1 and action = 'portal_access.explained'", [id]);
  expect(sealed.length, "it stays in the record after the freeze").toBeGreaterThan(20);
  expect(plain).toBe("");
});

test("lifting it takes a second look: whoever does it says how they know, and gives a new code unless the old one is to stay", async () => {
  const { id, phone, path, access } = await frozen();
  await it.post(`${path}/grund`, it.manager.secret, { reason: "phone_gone", words: "" });
  const look = textOf((await it.get(`${path}/entsperren`, it.manager.secret)).body);
  for (const said of ["Handy verloren oder gestohlen", "Mahler", "Nur sie hat ihr Handy"]) expect(look).toContain(said);
  for (const half of [{}, { how: "alone", card: "same" }, { isSafe: "ja", card: "same" }]) expect((await it.post(`${path}/entsperren`, it.manager.secret, half)).statusCode).toBe(422);
  expect((await phone.post("/start", { k: "-", pin: OWN_PIN })).statusCode, "still frozen").toBe(403);
  const given = await it.post(`${path}/entsperren`, it.manager.secret, { how: "alone", isSafe: "ja", card: "new" });
  expect(given.statusCode).toBe(200);
  expect(given.body).toContain("data-portal-card");
  expect((await phone.post("/start", { k: "-", pin: OWN_PIN })).statusCode, "the card that somebody may have copied is worth nothing").toBe(422);
  expect(await it.row("select purpose from app.access_records where action = 'portal_access.unfrozen' and case_id = $1", [id])).toEqual({ purpose: "alone" });
  expect(await it.row("select frozen_at, frozen_by, frozen_reason_ct from app.portal_accesses where id = $1", [access])).toEqual({ frozen_at: null, frozen_by: null, frozen_reason_ct: null });
  expect((await it.get(`${path}/entsperren`, it.manager.secret)).statusCode, "there is nothing to lift").toBe(404);
});

test("emergency access freezes and says why, and cannot lift it; a stranger can do neither; a program can do all of it", async () => {
  const { id, personId } = await it.newCase();
  await it.signedIn(id, personId);
  const access = await it.accessOf(id, personId);
  const path = `/faelle/${id}/portal/${access}`;
  expect((await it.post(`${path}/sperren`, it.colleague.secret, {})).statusCode).toBe(404);
  await it.world.owner.query(
    "insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at, review_due_on) values ($1, $2, gen_random_uuid(), $3, $4, 'x', '\\x00', now() + interval '30 minutes', current_date)",
    [it.world.tenantId, it.world.caseRoomId, id, it.colleague.accountId]);
  expect((await it.post(`${path}/sperren`, it.colleague.secret, {})).statusCode).toBe(303);
  expect((await it.post(`${path}/grund`, it.colleague.secret, { reason: "threat", words: "" })).statusCode).toBe(303);
  expect((await it.post(`${path}/entsperren`, it.colleague.secret, { how: "alone", isSafe: "ja", card: "same" })).statusCode).toBe(404);
  const api = async (path2: string, body: unknown): Promise<number> => (await it.api("POST", `/api/v1/cases/${id}/portal-accesses/${access}/${path2}`, it.manager.secret, body)).statusCode;
  expect(await api("unfreeze", {})).toBe(422);
  expect(await api("unfreeze", { how: "safe_phone", isSafe: true })).toBe(200);
  expect(await api("freeze", { reason: "other" })).toBe(422);
  expect(await api("freeze", { reason: "other", words: "Der Verein sammelt die Handys ein." })).toBe(200);
  expect(textOf((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body)).toContain("Anderer Grund: Der Verein sammelt die Handys ein.");
});
