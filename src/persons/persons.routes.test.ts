import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { actor, type Actor } from "../../test/world.ts";
import { factKinds } from "./fact-kinds.ts";
import { openCase } from "./person-asking.test-support.ts";

let it: TestServer;
let manager: Actor;
let lead: Actor;
beforeAll(async () => {
  it = await startTestServer({ clock: () => new Date("2026-11-22T10:00:00Z") });
  manager = await actor(it.world, ["case_manager"], "case");
  lead = await actor(it.world, ["team_lead", "case_manager"], "case");
});
afterAll(() => it.close());
const FORM = { "names.family": "Haddad", "names.given": "Amira", "own.family": "حداد", "own.given": "أميرة", birth: "12.3.92", gender: "female", "nationalities.code": "475", "languages.code": "ar", "languages.interpreter": "ja", "channels.kind": "mobile", "channels.value": "0171 5554822", "channels.safe": "yes", "addresses.town": "Lindenau" };
const record = async (fields: Record<string, string>): Promise<string> => (await it.post("/personen/neu", manager.secret, { ...fields, confirmed: "ja" })).headers.location!.split("/").at(-1)!;

describe("pages", () => {
  test("record a person and show everything in its words", async () => {
    expect((await it.get("/personen/neu", manager.secret)).statusCode).toBe(200);
    const id = await record(FORM);
    const { body, statusCode } = await it.get(`/personen/${id}`, manager.secret);
    expect(statusCode).toBe(200);
    for (const text of ["Haddad, Amira", "أميرة حداد", "12.03.1992", "34 Jahre", "Syrien", "Sprachmittlung nötig", "sicher erreichbar", "Lindenau"]) expect(body).toContain(text);
    expect((await it.get("/personen", manager.secret)).body).toContain(id);
    expect((await it.get("/personen?q=Hadad", manager.secret)).body).toContain(id);
  });

  test("a refused form keeps what was typed, and says it beside the field", async () => {
    const answer = await it.post("/personen/neu", manager.secret, { ...FORM, birth: "31.02.1992" });
    expect(answer.statusCode).toBe(422);
    for (const text of ['value="Haddad"', 'value="31.02.1992"', "ist kein Datum im Kalender", "حداد"]) expect(answer.body).toContain(text);
  });

  test("a likely double is named before anything is saved, and confirming records", async () => {
    const fields = { "names.family": "Doppelmann", "names.given": "Dora", birth: "01.02.1983" };
    const id = await record(fields);
    const warned = await it.post("/personen/neu", manager.secret, { ...fields, birth: "1.2.83" });
    expect([warned.statusCode, warned.body.includes(`/personen/${id}`), warned.body.includes("gleiches Geburtsdatum"), warned.body.includes('name="confirmed"')]).toEqual([422, true, true, true]);
    expect((await it.post("/personen/neu", manager.secret, { ...fields, confirmed: "ja" })).statusCode).toBe(303);
  });

  test.each(factKinds.map((k) => [k.key, k] as const))("forms of the kind %s open, save, correct and take out", async (key, kind) => {
    const id = await record({ "names.family": "Formular", "names.given": key });
    const typed: Record<string, Record<string, string | string[]>> = {
      names: { family: "Зміна", given: "О", kind: "own_script" }, nationalities: { code: "997" }, languages: { code: "uk", interpreter: "ja" }, addresses: { town: "Birkenfels", protected: "ja", from: "1.2.2024" },
      channels: { kind: "mobile", value: "0170 1", safe: "no", hint: "Bruder geht ran" }, residenceStatuses: { label: "", short: "§ 24", until: "4.3.2027" }, guardians: { kind: "guardian", name: "Jugendamt", scope: ["health", "school"] },
    };
    const base = `/personen/${id}/${kind.path}`;
    expect((await it.get(`${base}/neu`, manager.secret)).statusCode).toBe(200);
    const saved = await it.post(`${base}/neu`, manager.secret, typed[key]!);
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `/personen/${id}#${kind.path}`]);
    const entries = (await it.get(`/api/v1/persons/${id}/${kind.api}`, manager.secret)).json()[key] as { id: string; version: number }[];
    const fact = entries.at(key === "names" ? -1 : 0)!;
    const form = await it.get(`${base}/${fact.id}`, manager.secret);
    expect([form.statusCode, form.body.includes('name="_version" value="1"')]).toEqual([200, true]);
    const stale = await it.post(`${base}/${fact.id}`, manager.secret, { ...typed[key]!, _version: "7" });
    expect([stale.statusCode, stale.body.includes("Das steht dort jetzt"), stale.body.includes('name="_version" value="1"')]).toEqual([409, true, true]);
    expect((await it.post(`${base}/${fact.id}`, manager.secret, { ...typed[key]!, _version: "1" })).statusCode).toBe(303);
    expect((await it.post(`${base}/${fact.id}/entfernen`, manager.secret, { _version: "2" })).statusCode).toBe(303);
    expect((await it.get(`${base}/${fact.id}`, manager.secret)).statusCode).toBe(404);
  });

  test("unticking a box takes it away", async () => {
    const id = await record({ "names.family": "Haken", "names.given": "H", "languages.code": "ti", "languages.interpreter": "ja" });
    const [language] = (await it.get(`/api/v1/persons/${id}/languages`, manager.secret)).json().languages;
    await it.post(`/personen/${id}/sprachen/${language.id}`, manager.secret, { code: "ti", _version: "1" });
    expect((await it.get(`/api/v1/persons/${id}/languages`, manager.secret)).json().languages[0].interpreter).toBe(false);
  });

  test("decide a pair with a choice per field, and take it back", async () => {
    const fields = { "names.family": "Zweimal", "names.given": "Zoe", birth: "5.6.1987" };
    const [a, b] = [await record(fields), await record({ ...fields, "names.family": "Zweimahl" })];
    await openCase(it.world, manager, [a]);
    const list = (await it.get("/api/v1/duplicate-pairs", lead.secret)).json().pairs as { id: string; firstId: string; secondId: string }[];
    const pair = list.find((p) => [a, b].includes(p.firstId) && [a, b].includes(p.secondId))!;
    expect((await it.get("/doppelungen", lead.secret)).body).toContain("Zweimal, Zoe");
    const page = await it.get(`/doppelungen/${pair.id}`, lead.secret);
    expect([page.statusCode, page.body.includes("05.06.1987"), page.body.includes("1987 (genauer steht es in der Akte)")]).toEqual([200, true, true]);
    expect((await it.post(`/doppelungen/${pair.id}`, lead.secret, { decision: "together", name: b, birth: a, _version: "1" })).statusCode).toBe(303);
    expect((await it.get(`/personen/${b}`, manager.secret)).headers.location).toBe(`/personen/${a}`);
    expect((await it.get(`/personen/${a}`, manager.secret)).body).toContain("Zweimahl, Zoe");
    const merges = (await it.get("/api/v1/merges", lead.secret)).json().merges as { id: string; keptId: string }[];
    const made = merges.find((m) => m.keptId === a)!;
    expect((await it.get("/doppelungen/zusammengefuehrt", lead.secret)).body).toContain(made.id);
    expect((await it.post(`/doppelungen/zusammengefuehrt/${made.id}/trennen`, lead.secret, {})).statusCode).toBe(303);
    expect((await it.get(`/personen/${a}`, manager.secret)).body).not.toContain("Zweimahl");
    expect((await it.get(`/personen/${b}`, manager.secret)).statusCode).toBe(200);
  });
});

describe("the API", () => {
  test("records, reads, corrects under If-Match and searches", async () => {
    const made = await it.api("POST", "/api/v1/persons", manager.secret, { birth: "1985?", names: [{ family: "Бондаренко", given: "Наталья" }], residenceStatuses: [{ short: "§ 24" }] });
    expect([made.statusCode, made.json().birthText, made.json().residenceStatuses[0].label]).toEqual([201, "1985 (geschätzt)", "§ 24"]);
    const { id } = made.json();
    const corrected = await it.api("PATCH", `/api/v1/persons/${id}`, manager.secret, { birth: "1985-03-07" }, { "if-match": '"1"' });
    expect([corrected.statusCode, corrected.headers.etag, corrected.json().birthText]).toEqual([200, '"2"', "07.03.1985"]);
    const stale = await it.api("PATCH", `/api/v1/persons/${id}`, manager.secret, { gender: "male" }, { "if-match": '"1"' });
    expect([stale.statusCode, stale.json().current.birth]).toEqual([412, "07.03.1985"]);
    expect((await it.get("/api/v1/persons?query=Bondarenko", manager.secret)).json().persons[0]).toMatchObject({ personId: id, isOpen: true, birth: "07.03.1985" });
    const wrong = await it.api("POST", `/api/v1/persons/${id}/names`, manager.secret, { kind: "alias" });
    expect([wrong.statusCode, wrong.json().refusals[0].field]).toEqual([422, "kind"]);
  });

  test("decides pairs and merges and takes merges back", async () => {
    const make = async (family: string): Promise<string> => (await it.api("POST", "/api/v1/persons", lead.secret, { birth: "2.3.1966", names: [{ family, given: "Ahmed" }], confirmed: true })).json().id;
    const [a, b] = [await make("Zidane"), await make("Zidan")];
    const merged = await it.api("POST", "/api/v1/merges", lead.secret, { one: a, other: b, birth: b });
    expect([merged.statusCode, merged.json().isUndone]).toEqual([201, false]);
    expect((await it.get(`/api/v1/persons/${b}`, lead.secret)).json()).toMatchObject({ id: a, chosen: { birth: b } });
    expect((await it.api("POST", "/api/v1/merges", lead.secret, { one: a, other: b })).json().refusals[0].code).toBe("merge-same");
    expect((await it.api("DELETE", `/api/v1/merges/${merged.json().id}`, lead.secret)).json().isUndone).toBe(true);
    const pair = (await it.get("/api/v1/duplicate-pairs", lead.secret)).json().pairs.find((p: { firstId: string; secondId: string }) => [p.firstId, p.secondId].includes(a));
    const decided = await it.api("PATCH", `/api/v1/duplicate-pairs/${pair.id}`, lead.secret, { decision: "separate" }, { "if-match": `"${pair.version}"` });
    expect(decided.json().state).toBe("separate");
  });
});
