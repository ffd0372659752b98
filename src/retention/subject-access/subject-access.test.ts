import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { BLACKED_OUT, blackOut, findNames } from "./black-out.ts";
import { NOT_A_SOURCE, SOURCES } from "./sources.data.ts";
import type { Statement } from "./statement.ts";
import { CODE_WORDS } from "./words.data.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());
const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];

/** A case of Amira and her husband Yusuf, who is nobody's subject here. */
async function family(): Promise<{ id: string; amira: string; yusuf: string }> {
  const id = await it.newCase();
  const yusuf = await it.newPerson([["Latn", "Haddad", "Yusuf"], ["Arab", "حداد", "يوسف"]], "1989-05-01");
  await owned("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, id, yusuf]);
  const [main] = await owned<{ person_id: string }>("select person_id from app.case_persons where case_id = $1 and is_main", [id]);
  return { id, amira: main!.person_id, yusuf };
}
const of = (id: string, contact: string, person: string) => owned("insert into app.contact_persons (tenant_id, room_id, case_id, contact_id, person_id) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, id, contact, person]);
async function begin(id: string, personId: string): Promise<string> {
  const begun = await it.post(`/faelle/${id}/auskunft`, it.manager.secret, { personId, askedOn: germanDay(it.today) });
  expect(begun.statusCode, begun.body.slice(0, 500)).toBe(303);
  return String(begun.headers["location"]);
}
const textPath = (base: string, contact: string): string => `${base}/texte/contacts.text_ct/${contact}`;

test("every table that names a case or a person is a source, or says why it is none", async () => {
  const tables = await owned<{ name: string }>("select distinct table_name as name from information_schema.columns where table_schema = 'app' and column_name in ('case_id', 'person_id') order by 1");
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.map((t) => t.name).filter((name) => !SOURCES.some((s) => s.table === name) && NOT_A_SOURCE[name] === undefined)).toEqual([]);
});

test("every sealed text of a source goes out, or says why it does not", async () => {
  const sealed = await owned<{ place: string }>("select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'app' and column_name like '%\\_ct'");
  const known = new Set(SOURCES.flatMap((s) => [...(s.texts ?? []).map(([column]) => `${s.table}.${column}`), ...Object.keys(s.elsewhere ?? {}).map((column) => `${s.table}.${column}`)]));
  expect(sealed.map((s) => s.place).filter((place) => SOURCES.some((s) => place.startsWith(`${s.table}.`)) && !known.has(place))).toEqual([]);
});

test("every code that a column allows has a word", async () => {
  const checks = await owned<{ place: string; def: string }>(
    `select r.relname || '.' || a.attname as place, pg_get_constraintdef(n.oid) as def from pg_constraint n join pg_class r on r.oid = n.conrelid
       join pg_attribute a on a.attrelid = r.oid and n.conkey = array[a.attnum] where n.contype = 'c' and r.relnamespace = 'app'::regnamespace`);
  const codes = SOURCES.flatMap((s) => s.lines.filter(([, , form]) => form === "code").map(([, sql]) => `${s.table}.${/t\.(\w+)/.exec(sql)![1]!}`));
  expect(codes.filter((place) => CODE_WORDS[place] === undefined)).toEqual([]);
  expect(codes.filter((place) => checks.some((c) => c.place === place)).length).toBeGreaterThan(30);
  const lacking = codes.flatMap((place) => checks.filter((c) => c.place === place && c.def.includes("ANY (ARRAY[")).flatMap((c) => [...c.def.matchAll(/'([a-z0-9_]+)'::text/g)].map((m) => m[1]!).filter((code) => CODE_WORDS[place]![code] === undefined).map((code) => `${place} ${code}`)));
  expect(lacking).toEqual([]);
});

test("names are found as words in any case and script, and what is blacked out is gone wherever it stands", () => {
  expect(findNames("Yusufs Vater kam, يوسف nicht. Yusufoglu auch.", ["Yusuf", "يوسف", "Karim"])).toEqual(["Yusuf", "يوسف"]);
  expect(findNames("Yusufoglu", ["Yusuf"])).toEqual([]);
  expect(blackOut("Yusuf und YUSUF (1989)", ["Yusuf", "(1989)"])).toBe(`${BLACKED_OUT} und ${BLACKED_OUT} ${BLACKED_OUT}`);
});

test("a person gets what is held on them: reviewed, blacked out, with reasons, and nothing about others", async () => {
  const { id, amira, yusuf } = await family();
  const [own, both, his] = [await it.addContact(id, it.manager, "Amira sucht einen Sprachkurs."), await it.addContact(id, it.manager, "Gespräch mit beiden: Yusuf verlor die Arbeit, Amira lernt."), await it.addContact(id, it.manager, "Yusuf war beim Arzt wegen Rücken.")];
  await of(id, own, amira);
  for (const person of [amira, yusuf]) await of(id, both, person);
  await of(id, his, yusuf);
  const base = await begin(id, amira);
  const page = (await it.get(base, it.manager.secret)).body;
  expect(page).toContain("Amira sucht einen Sprachkurs.");
  expect(page).not.toContain("wegen Rücken");
  const early = await it.post(`${base}/ausgeben`, it.manager.secret, { identityBy: "known", how: "handed_over", _version: "1" });
  expect([early.statusCode, early.body.includes("noch nicht geprüft")]).toEqual([422, true]);

  expect((await it.post(`${base}/ohne-fund`, it.manager.secret, {})).statusCode).toBe(303);
  expect((await it.get(base, it.manager.secret)).body).toContain("zu prüfen");
  const untold = await it.post(textPath(base, both), it.manager.secret, { verdict: "partly", passages: "Karim", reason: "" });
  expect([untold.statusCode, untold.body.includes("Das steht so nicht im Text"), untold.body.includes("Wählen Sie den Grund")]).toEqual([422, true, true]);
  expect((await it.post(textPath(base, both), it.manager.secret, { verdict: "partly", passages: "Yusuf verlor die Arbeit", reason: "others" })).statusCode).toBe(303);
  expect((await it.post(textPath(base, his), it.manager.secret, { verdict: "whole", passages: "", reason: "" })).statusCode).toBe(404);
  const given = await it.post(`${base}/ausgeben`, it.manager.secret, { identityBy: "paper_seen", how: "handed_over", _version: "1" });
  expect(given.statusCode, given.body.slice(0, 800)).toBe(303);

  const data = await it.get(`${base}/daten.json`, it.manager.secret);
  const statement = JSON.parse(data.body) as Statement;
  const everything = JSON.stringify({ ...statement, leftOut: [] });
  expect(everything).toContain("Amira sucht einen Sprachkurs.");
  expect(everything).toContain(`${BLACKED_OUT}, Amira lernt.`);
  for (const word of ["Yusuf", "يوسف", "Rücken", "1989"]) expect(everything).not.toContain(word);
  expect(statement.leftOut).toContainEqual({ label: "Kontakte und Notizen, Einträge über andere Personen: 1", value: "Daten anderer Personen (Art. 15 Abs. 4 DSGVO)" });
  expect(statement.leftOut).toContainEqual({ label: "Kontakte und Notizen, Texte mit Schwärzungen: 1", value: "Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)" });
  expect(statement.sections.find((s) => s.title.startsWith("Wer Ihre Daten"))!.entries.length).toBeGreaterThan(0);
  expect(everything).not.toContain(it.manager.accountId);
  // it stays as it went out
  expect((await it.post(textPath(base, both), it.manager.secret, { verdict: "whole", passages: "", reason: "" })).statusCode).toBeGreaterThanOrEqual(404);
  expect((await it.get(`${base}/empfang.pdf`, it.manager.secret)).statusCode).toBe(200);
  const [row] = await owned<{ state: string; pdf: string | null; data: Buffer }>("select state, pdf_document_id as pdf, data_ct as data from app.subject_accesses where case_id = $1", [id]);
  expect([row!.state, row!.pdf !== null, row!.data.includes(Buffer.from("Sprachkurs"))]).toEqual(["given", true, false]);
});

test("a text that was changed since it was read is read again", async () => {
  const { id, amira } = await family();
  const contact = await it.addContact(id, it.manager, "Erster Stand.");
  await of(id, contact, amira);
  const base = await begin(id, amira);
  expect((await it.post(textPath(base, contact), it.manager.secret, { verdict: "whole", passages: "", reason: "" })).statusCode).toBe(303);
  expect((await it.get(base, it.manager.secret)).body).toContain("geht ganz heraus");
  const [{ key_ref: key } = { key_ref: "" }] = await owned<{ key_ref: string }>("select key_ref from app.cases where id = $1", [id]);
  await owned("update app.contacts set text_ct = $2 where id = $1", [contact, it.app.vault.seal(key, "Zweiter Stand mit Yusuf.", { tenant: it.world.tenantId, table: "contacts", column: "text_ct", row: contact, version: 1 })]);
  const page = (await it.get(base, it.manager.secret)).body;
  expect(page).not.toContain("geht ganz heraus");
  expect(page).toContain("Namen anderer");
});

test("programs begin, read, decide and give by the same rules", async () => {
  const { id, amira } = await family();
  const contact = await it.addContact(id, it.manager, "Nur ein Satz.");
  await of(id, contact, amira);
  const begun = await it.api("POST", `/api/v1/cases/${id}/subject-accesses`, it.manager.secret, { personId: amira, askedOn: it.today });
  expect(begun.statusCode, begun.body).toBe(201);
  const { id: accessId } = begun.json<{ id: string }>();
  const path = `/api/v1/cases/${id}/subject-accesses/${accessId}`;
  expect((await it.api("POST", `${path}/texts/contacts.text_ct/${contact}`, it.manager.secret, { verdict: "withheld", passages: "", reason: "proceeding" })).statusCode).toBe(200);
  const read = (await it.api("GET", path, it.manager.secret)).json<{ texts: { rowId: string; verdict: string }[]; statement: Statement }>();
  expect(read.texts).toMatchObject([{ rowId: contact, verdict: "withheld" }]);
  expect(JSON.stringify(read.statement.sections)).toContain("[nicht herausgegeben: gefährdet ein laufendes Verfahren]");
  expect((await it.api("POST", `${path}/giving`, it.manager.secret, { identityBy: "known", how: "post" }, { "if-match": '"1"' })).json()).toMatchObject({ state: "given", givenOn: it.today });
  for (const who of [it.colleague, it.officer]) expect((await it.api("GET", path, who.secret)).statusCode).toBeGreaterThanOrEqual(403);
});

test("what the register seals is read by a human too,", async () => {
  const { id, amira } = await family();
  const hint = randomUUID();
  const [{ key_ref: key } = { key_ref: "" }] = await owned<{ key_ref: string }>("select key_ref from app.persons where id = $1", [amira]);
  await owned("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value, hint_ct) values ($1, $2, $3, $4, 'mobile', '0170 1', $5)",
    [it.world.tenantId, it.world.caseRoomId, hint, amira, it.app.vault.seal(key, "Yusuf liest mit", { tenant: it.world.tenantId, table: "person_channels", column: "hint_ct", row: hint, version: 1 })]);
  const page = (await it.get(await begin(id, amira), it.manager.secret)).body;
  expect(page).toContain("Yusuf liest mit");
  expect(page).toContain("Namen anderer");
});

test("an answer that was given ends with its file", async () => {
  const { id, amira } = await family();
  const base = await begin(id, amira);
  expect((await it.post(`${base}/ausgeben`, it.manager.secret, { identityBy: "known", how: "post", _version: "1" })).statusCode).toBe(303);
  await owned("select app.erase_case($1, $2)", [it.world.tenantId, id]);
  expect(await owned("select 1 from app.subject_accesses where case_id = $1 union all select 1 from app.subject_access_reviews where case_id = $1", [id])).toEqual([]);
  expect(await owned("select 1 from private.keys_to_destroy where stored_name <> ''")).not.toEqual([]);
});

test("nobody off the team sees or begins one, and one at a time is open per person", async () => {
  const { id, amira } = await family();
  const base = await begin(id, amira);
  expect((await it.post(`/faelle/${id}/auskunft`, it.manager.secret, { personId: amira, askedOn: germanDay(it.today) })).statusCode).toBe(422);
  for (const who of [it.colleague, it.lead, it.officer])
    for (const path of [base, `${base}/vorschau.pdf`, `${base}/daten.json`, `/faelle/${id}/auskunft`]) expect((await it.get(path, who.secret)).statusCode).toBe(404);
});
