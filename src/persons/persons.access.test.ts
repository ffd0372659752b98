import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor, buildWorld } from "../../test/world.ts";
import { openCase } from "./person-asking.test-support.ts";

let it: TestServer;
let manager: Actor;
let lead: Actor;
const strangers: Record<string, Actor> = {};
let personId: string;
let freeId: string;
let nameId: string;
let caseNumber: string;
const SECRET = ["Gebreyesus", "ገብረየሱስ", "0151 9876543", "nur vormittags", "Geheimweg", "1991"];
const person = {
  birth: "17.04.1991", gender: "female",
  names: [{ family: "Gebreyesus", given: "Selam", primary: true }, { family: "ገብረየሱስ", given: "ሰላም", kind: "own_script" }],
  channels: [{ value: "0151 9876543", safe: "no", hint: "nur vormittags" }], addresses: [{ street: "Geheimweg 3", town: "Lindenau", protected: true }],
};

beforeAll(async () => {
  it = await startTestServer();
  manager = await actor(it.world, ["case_manager"], "case");
  lead = await actor(it.world, ["team_lead"], "case");
  const elsewhere = await buildWorld(it.database.owner, "Birkenfels");
  strangers["another case manager"] = await actor(it.world, ["case_manager"], "case");
  strangers["whoever has the intake right"] = await actor(it.world, ["intake"], "case");
  strangers["an ABH officer"] = await actor(it.world, ["immigration_officer"], "immigration");
  strangers["an EBH officer"] = await actor(it.world, ["naturalisation_officer"], "naturalisation");
  strangers["the administrator"] = await actor(it.world, ["tenant_administrator"], null);
  strangers["the data protection officer"] = await actor(it.world, ["data_protection_officer"], null);
  strangers["a partner"] = await actor(it.world, ["partner_worker"], "partner");
  strangers["a lead of another tenant"] = await actor(elsewhere, ["team_lead", "case_manager", "intake"], "case");
  const made = await it.api("POST", "/api/v1/persons", manager.secret, person);
  expect(made.statusCode).toBe(201);
  ({ id: personId } = made.json());
  nameId = made.json().names[0].id;
  ({ number: caseNumber } = await openCase(it.world, manager, [personId]));
  freeId = (await it.api("POST", "/api/v1/persons", manager.secret, { names: [{ family: "Ohnefall", given: "Olga" }] })).json().id;
});
afterAll(() => it.close());

const names = ["another case manager", "whoever has the intake right", "an ABH officer", "an EBH officer", "the administrator", "the data protection officer", "a partner", "a lead of another tenant"];

describe.each(names)("%s", (who) => {
  test("finds nothing of a person in somebody else's case: pages, API, search, writing", async () => {
    const { secret } = strangers[who]!;
    const missing = "0190a0a0-0000-7000-8000-00000000dead";
    for (const path of [`/personen/ID`, `/personen/ID/bearbeiten`, `/personen/ID/namen/neu`, `/personen/ID/namen/${nameId}`, `/api/v1/persons/ID`, `/api/v1/persons/ID/channels`]) {
      const [there, nowhere] = await Promise.all([it.get(path.replace("ID", personId), secret), it.get(path.replace("ID", missing).replace(nameId, missing), secret)]);
      const shape = (r: typeof there): unknown => [r.statusCode, r.body.replace(/[0-9a-f-]{36}/g, "")];
      expect([path, there.statusCode]).toEqual([path, 404]);
      expect(shape(there)).toEqual(shape(nowhere));
    }
    for (const text of ["Gebreyesus", "ገብረየሱስ", "17.04.1991", "01519876543", caseNumber]) {
      const [page, api] = await Promise.all([it.get(`/personen?q=${encodeURIComponent(text)}`, secret), it.get(`/api/v1/persons?query=${encodeURIComponent(text)}`, secret)]);
      expect(page.body.includes(personId)).toBe(false);
      if (api.statusCode === 200) expect(api.json()).toEqual({ persons: [] });
      else expect(api.statusCode).toBe(404);
    }
    const write = await it.api("PATCH", `/api/v1/persons/${personId}`, secret, { gender: "male" }, { "if-match": '"1"' });
    const add = await it.api("POST", `/api/v1/persons/${personId}/names`, secret, { family: "X" });
    const remove = await it.api("DELETE", `/api/v1/persons/${personId}/names/${nameId}`, secret, undefined, { "if-match": '"1"' });
    expect([write.statusCode, add.statusCode, remove.statusCode]).toEqual([404, 404, 404]);
  });

  test("learns from the lists and from the duplicate warning nothing but, in the same room, that one should ask the lead", async () => {
    const { secret } = strangers[who]!;
    const bodies = await Promise.all(["/personen", "/doppelungen", "/doppelungen/zusammengefuehrt", "/api/v1/duplicate-pairs", "/api/v1/merges"].map(async (path) => (await it.get(path, secret)).body));
    for (const text of SECRET) expect(bodies.some((body) => body.includes(text))).toBe(false);
    const typed = await it.api("POST", "/api/v1/persons", secret, { birth: "17.04.1991", names: [{ family: "Gebreyesus", given: "Selam" }] });
    if (who === "another case manager" || who === "whoever has the intake right") {
      expect(typed.json()).toMatchObject({ status: 422, refusals: [{ code: "possible-duplicate" }] });
      expect(typed.body).not.toContain(personId);
      const page = await it.post("/personen/neu", secret, { "names.family": "Gebreyesus", "names.given": "Selam", birth: "17.04.1991" });
      expect([page.statusCode, page.body.includes("Teamleitung"), page.body.includes(personId), page.body.includes("ገብረየሱስ"), page.body.includes("Geheimweg")]).toEqual([422, true, false, false, false]);
    } else {
      expect([201, 404]).toContain(typed.statusCode);
    }
  });
});

test("the lead finds the head and the way to join, and not a word more", async () => {
  const found = await it.get("/personen?q=Gebreyesus", lead.secret);
  expect([found.body.includes(caseNumber), found.body.includes("Beitreten"), found.body.includes("1991")]).toEqual([true, true, true]);
  for (const text of ["17.04.1991", "9876543", "Geheimweg", "vormittags", `/personen/${personId}`]) expect(found.body).not.toContain(text);
  expect((await it.get(`/personen/${personId}`, lead.secret)).statusCode).toBe(404);
});

test("a person without a case: whoever recorded it, the lead and intake read it, another case manager does not", async () => {
  const status = async (who: Actor): Promise<number> => (await it.get(`/personen/${freeId}`, who.secret)).statusCode;
  expect([await status(manager), await status(lead), await status(strangers["whoever has the intake right"]!), await status(strangers["another case manager"]!), await status(strangers["an ABH officer"]!)]).toEqual([200, 200, 200, 404, 404]);
});

test("officers work room-wide on their own persons, and the case room sees nothing of them", async () => {
  const officer = strangers["an ABH officer"]!;
  const colleague = await actor(it.world, ["immigration_officer"], "immigration");
  const { id } = (await it.api("POST", "/api/v1/persons", officer.secret, { birth: "1970", names: [{ family: "Behördlich", given: "B" }] })).json();
  expect((await it.get(`/personen/${id}`, colleague.secret)).statusCode).toBe(200);
  expect((await it.get("/personen?q=Behördlich", colleague.secret)).body).toContain(id);
  expect((await it.get("/api/v1/persons?query=Beh%C3%B6rdlich", lead.secret)).json()).toEqual({ persons: [] });
  const again = await it.post("/personen/neu", colleague.secret, { "names.family": "Behördlich", "names.given": "B", birth: "1970" });
  expect([again.statusCode, again.body.includes(id)]).toEqual([422, true]);
});

test("every reading and change is on the record, under the case where there is one", async () => {
  await it.get(`/personen/${personId}`, manager.secret);
  const { rows } = await it.world.owner.query<{ action: string; has_case: boolean }>("select action, case_id is not null as has_case from app.access_records where $1 = any (object_ids) and account_id = $2 order by at", [personId, manager.accountId]);
  expect(rows[0]).toEqual({ action: "person.recorded", has_case: false });
  expect(rows).toContainEqual({ action: "person.read", has_case: true });
});
