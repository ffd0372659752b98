import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../../consent/sharing-world.test-support.ts";
import type { SessionSecret } from "../../db/index.ts";
import { csrfToken, SESSION_COOKIE } from "../../http/index.ts";
import { addDays, germanDay } from "../../kernel/calendar-day.ts";
import type { MovePackage } from "./package-format.ts";
import { readPackage } from "./take-in/read-package.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
  // an office that is not responsible by place: its consent may go on
  await it.world.owner.query("update app.organisations set kind = 'welfare_provider' where id = $1", [it.world.partnerOrganisationId]);
}, 120_000);
afterAll(() => it.close());

const path = (id: string, rest = ""): string => `/faelle/${id}/umzug${rest}`;
const ask = async (method: "POST" | "GET", url: string, body?: unknown) => it.api(method, url, it.manager.secret, ...(body === undefined ? [] : [body as never]));
const moveOf = async (caseId: string): Promise<string> => (await it.world.owner.query<{ id: string }>("select id from app.case_moves where case_id = $1 and state <> 'dropped' order by created_at desc limit 1", [caseId])).rows[0]!.id;
const choice = (personIds: readonly string[], more: Readonly<Record<string, unknown>> = {}) => ({ municipality: "Stadt Birkenfels", office: "Integrationszentrum", contact: "", movesOn: germanDay(addDays(it.today, 20)), personIds, parts: ["register", "plan", "consents"], _version: "0", ...more });
const agree = (personId: string, more: Readonly<Record<string, unknown>> = {}) => ({ personId, agreedOn: germanDay(it.today), givenBy: "person", form: "written", language: "ar", witness: "", ...more });

/** A case with a goal and a step, one goal that was confided, and two consents: one releases from secrecy. */
async function caseToMove(family: string): Promise<{ id: string; person: string; consents: string[] }> {
  const id = await it.newCase({ family });
  const person = await it.personOf(id);
  for (const [goal, isEntrusted] of [["Pflegehelferin werden", false], ["Über die Flucht sprechen", true]] as const)
    expect((await ask("POST", `/api/v1/cases/${id}/goals`, { personId: person, lifeArea: "arbeit", wish: goal, wishLanguage: "de", goal, isEntrusted })).statusCode).toBeLessThan(300);
  return { id, person, consents: [await it.newConsent(id, ["work.contact"], { releases_secrecy: true }), await it.newConsent(id, ["work.task"], { releases_secrecy: false })] };
}
function upload(bytes: Buffer, as: SessionSecret = it.colleague.secret) {
  const before = `--grenze\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrfToken(as)}\r\n--grenze\r\ncontent-disposition: form-data; name="file"; filename="umzug.zip"\r\ncontent-type: application/zip\r\n\r\n`;
  return it.server.inject({ method: "POST", url: "/faelle/neu/aus-paket", headers: { cookie: `${SESSION_COOKIE}=${as}`, "content-type": "multipart/form-data; boundary=grenze" }, payload: Buffer.concat([Buffer.from(before), bytes, Buffer.from("\r\n--grenze--\r\n")]) });
}
async function givenPackage(family: string): Promise<{ id: string; person: string; bytes: Buffer }> {
  const { id, person } = await caseToMove(family);
  expect((await it.post(path(id), it.manager.secret, choice([person]))).statusCode).toBe(303);
  const move = await moveOf(id);
  expect((await it.post(path(id, `/${move}/zustimmung`), it.manager.secret, agree(person))).statusCode).toBe(303);
  expect((await it.post(path(id, `/${move}/uebergeben`), it.manager.secret, { how: "to_person" })).statusCode).toBe(303);
  return { id, person, bytes: (await it.get(path(id, `/${move}/paket.zip`), it.manager.secret)).rawPayload };
}
const contentOf = (bytes: Buffer): MovePackage => {
  const read = readPackage(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusals));
  return read.value.content;
};

test("nothing goes without everybody's word, and the word is for exactly this package", async () => {
  const { id, person } = await caseToMove("Haddad");
  expect((await it.post(path(id), it.manager.secret, choice([person]))).statusCode).toBe(303);
  const move = await moveOf(id);
  expect((await it.post(path(id, `/${move}/uebergeben`), it.manager.secret, { how: "post" })).statusCode).toBe(422);
  // the database says so, too, to whoever writes past the page
  await expect(it.database.db.write(it.manager.secret, (tx) => tx.run("update app.case_moves set state = 'given', given_on = current_date, given_how = 'post', stored_name = 'x', size = 1, sha256 = sha256('x') where id = $1", [move]))).rejects.toThrow();
  expect((await it.post(path(id, `/${move}/zustimmung`), it.manager.secret, agree(person, { form: "oral" }))).body).toContain("wer dabei war");
  expect((await it.post(path(id, `/${move}/zustimmung`), it.manager.secret, agree(person))).statusCode).toBe(303);
  // another choice: asked again
  const version = (await it.world.owner.query<{ version: number }>("select version from app.case_moves where id = $1", [move])).rows[0]!.version;
  expect((await it.post(path(id, "/auswahl"), it.manager.secret, choice([person], { parts: ["register", "plan", "assessment", "consents"], _version: String(version) }))).statusCode).toBe(303);
  expect((await it.post(path(id, `/${move}/uebergeben`), it.manager.secret, { how: "post" })).statusCode).toBe(422);
  // what was read changes: asked again
  expect((await it.post(path(id, `/${move}/zustimmung`), it.manager.secret, agree(person))).statusCode).toBe(303);
  await ask("POST", `/api/v1/cases/${id}/goals`, { personId: person, lifeArea: "arbeit", wish: "Noch ein Ziel", wishLanguage: "de", goal: "", isEntrusted: false });
  expect((await it.post(path(id, `/${move}/uebergeben`), it.manager.secret, { how: "post" })).body).toContain("Seit der Zustimmung");
});

test("the package holds what was chosen, nothing confided, and says of each consent whether it goes on", async () => {
  const { id, person, consents } = await caseToMove("Okafor");
  const ends = await it.post(path(id), it.manager.secret, choice([person], { continuedIds: [consents[0]!] }));
  expect([ends.statusCode, ends.body.includes("nicht weiter gelten")]).toEqual([422, true]);
  expect((await it.post(path(id), it.manager.secret, choice([person], { continuedIds: [consents[1]!] }))).statusCode).toBe(303);
  const move = await moveOf(id);
  const sheet = await it.get(path(id, `/${move}/blatt.pdf?person=${person}`), it.manager.secret);
  expect([sheet.statusCode, sheet.body.startsWith("%PDF")]).toEqual([200, true]);
  await it.post(path(id, `/${move}/zustimmung`), it.manager.secret, agree(person));
  await it.post(path(id, `/${move}/uebergeben`), it.manager.secret, { how: "encrypted" });
  const { rawPayload } = await it.get(path(id, `/${move}/paket.zip`), it.manager.secret);
  const content = contentOf(rawPayload);
  expect(content.goals.map((g) => g.goal)).toEqual(["Pflegehelferin werden"]);
  expect(content.consents.filter((c) => c.continues)).toHaveLength(1);
  expect(content.consents.find((c) => !c.continues)!.why).toContain("§ 203 StGB");
  expect(JSON.stringify(content)).not.toContain("Flucht");
  expect(content.leftOut.join()).toContain("1 vertraulicher Eintrag");
  expect(JSON.stringify(content)).not.toContain(person);
  expect(Object.keys(new PizZip(rawPayload).files).toSorted()).toEqual(["LIESMICH.txt", "paket.json", "paket.pdf"]);
  // given is given
  for (const rest of [`/${move}/verwerfen`, `/${move}/uebergeben`]) expect((await it.post(path(id, rest), it.manager.secret, { how: "post" })).statusCode).toBe(404);
  const [agreement] = (await it.world.owner.query<{ id: string }>("select id from app.move_agreements where move_id = $1", [move])).rows;
  expect((await it.post(path(id, `/${move}/widerrufen/${agreement!.id}`), it.manager.secret, {})).statusCode).toBe(422);
});

test("nobody but the team prepares, reads or fetches a package", async () => {
  const { id, person } = await givenPackage("Rahimi");
  const move = await moveOf(id);
  for (const who of [it.colleague, it.officer, it.partner, it.lead]) {
    for (const rest of ["", "/auswahl", `/${move}/paket.zip`, `/${move}/blatt.pdf?person=${person}`]) expect([rest, (await it.get(path(id, rest), who.secret)).statusCode]).toEqual([rest, 404]);
    expect((await it.post(path(id), who.secret, choice([person]))).statusCode).toBe(404);
  }
});

test("the other municipality sees what comes, opens a case by it, and no consent holds by itself", async () => {
  const { bytes } = await givenPackage("Tesfay");
  const received = await upload(bytes);
  expect(received.statusCode, received.body.slice(0, 600)).toBe(303);
  const at = String(received.headers.location);
  const shown = (await it.get(at, it.colleague.secret)).body;
  for (const words of ["Pflegehelferin werden", "Keine Einwilligung gilt von selbst"]) expect(shown).toContain(words);
  expect((await it.get(at, it.manager.secret)).statusCode).toBe(404);
  const opened = await it.post(at, it.colleague.secret, {});
  expect(opened.statusCode, opened.body.slice(0, 800)).toBe(303);
  const caseId = /faelle\/([0-9a-f-]{36})/.exec(String(opened.headers.location))![1]!;
  const rows = async (sql: string) => (await it.world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [caseId])).rows[0]!.n;
  expect([await rows("app.consents where case_id = $1"), await rows("app.plan_goals where case_id = $1"), await rows("app.documents where case_id = $1"), await rows("app.follow_ups where case_id = $1")]).toEqual([0, 1, 1, 1]);
  expect((await it.get(`/faelle/${caseId}/plan`, it.colleague.secret)).body).toContain("Pflegehelferin werden");
  expect((await it.get("/mein-tag", it.colleague.secret)).body).toContain("Einwilligung neu einholen");
  // taken in once; key and file are on their way out
  expect((await it.get(at, it.colleague.secret)).statusCode).toBe(404);
  expect((await it.world.owner.query<{ n: number }>("select count(*)::int as n from app.incoming_moves")).rows[0]!.n).toBe(0);
  // the same package once more: the person is known by now
  expect((await it.get(String((await upload(bytes)).headers.location), it.colleague.secret)).body).toContain("vielleicht schon bekannt");
});

test("what is no package, another version, tampered with or too much is refused in words", async () => {
  const { bytes } = await givenPackage("Sahin");
  const changed = (edit: (zip: PizZip) => void): Buffer => {
    const zip = new PizZip(bytes);
    edit(zip);
    return zip.generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
  };
  const withContent = (edit: (content: Record<string, unknown>) => void): Buffer => changed((zip) => {
    const content = JSON.parse(zip.file("paket.json")!.asText()) as Record<string, unknown>;
    edit(content);
    zip.file("paket.json", JSON.stringify(content));
  });
  for (const [hostile, words] of [
    [Buffer.from("kein zip"), "kein Paket aus Einklang"],
    [changed((zip) => zip.remove("paket.json")), "paket.json fehlt"],
    [changed((zip) => zip.file("paket.json", "{")), "nicht lesbar"],
    [withContent((c) => { c["format"] = "einklang-move/9"; }), "einklang-move/9"],
    [withContent((c) => { c["isAdmin"] = true; }), "nicht so aufgebaut"],
    [withContent((c) => { c["documents"] = [{ path: "dateien/001 x.pdf", name: "x.pdf", kind: "other", datedOn: null, who: null, mediaType: "application/pdf", size: 1, sha256: "0".repeat(64) }]; }), "fehlt oder wurde verändert"],
    [withContent((c) => { c["documents"] = [{ path: "../../etc/passwd", name: "x", kind: "other", datedOn: null, who: null, mediaType: "x", size: 1, sha256: "0".repeat(64) }]; }), "nicht so aufgebaut"],
    [changed((zip) => zip.file("bombe.txt", " ".repeat(85_000_000))), "zu groß"],
  ] as const) {
    const answer = await upload(hostile);
    expect([words, answer.statusCode, answer.body.includes(words)]).toEqual([words, 422, true]);
  }
  expect((await upload(bytes, it.officer.secret)).statusCode).toBe(404);
  // thrown away: row, key and file
  const at = String((await upload(bytes)).headers.location);
  const [row] = (await it.world.owner.query<{ key_ref: string; stored_name: string }>("select key_ref, stored_name from app.incoming_moves where id = $1", [at.slice(at.lastIndexOf("/") + 1)])).rows;
  expect((await it.post(`${at}/verwerfen`, it.colleague.secret, {})).statusCode).toBe(303);
  expect((await it.world.owner.query("select from private.keys_to_destroy where key_ref = $1 and stored_name = $2", [row!.key_ref, row!.stored_name])).rowCount).toBe(1);
});

test("by the API it goes the same way: prepared, changed under its version, agreed, given, fetched", async () => {
  const { id, person } = await caseToMove("Karimi");
  const base = `/api/v1/cases/${id}/moves`;
  const body = { municipality: "Stadt Birkenfels", office: "", contact: "", movesOn: addDays(it.today, 20), personIds: [person], parts: ["register", "plan"], documentIds: [], continuedIds: [] };
  const made = await ask("POST", base, body);
  expect(made.statusCode, made.body.slice(0, 400)).toBe(201);
  const move = made.json<{ id: string; version: number; isAgreed: boolean }>();
  expect((await ask("POST", base, body)).statusCode).toBe(422);
  expect((await it.api("PUT", `${base}/${move.id}`, it.manager.secret, { ...body, parts: ["register"] }, { "if-match": "\"9\"" })).statusCode).toBe(412);
  const changed = await it.api("PUT", `${base}/${move.id}`, it.manager.secret, { ...body, parts: ["register"] }, { "if-match": String(made.headers.etag) });
  expect([changed.statusCode, changed.json<{ parts: string[] }>().parts]).toEqual([200, ["register"]]);
  expect((await ask("POST", `${base}/${move.id}/giving`, { how: "post" })).statusCode).toBe(422);
  const agreed = await ask("POST", `${base}/${move.id}/agreements`, { personId: person, agreedOn: it.today, givenBy: "person", form: "written", language: "ar", witness: "" });
  expect([agreed.statusCode, agreed.json<{ isAgreed: boolean }>().isAgreed]).toEqual([201, true]);
  expect((await ask("POST", `${base}/${move.id}/giving`, { how: "post" })).json<{ state: string }>().state).toBe("given");
  expect(contentOf((await ask("GET", `${base}/${move.id}/content`)).rawPayload).goals).toEqual([]);
  for (const who of [it.colleague, it.officer, it.partner]) expect((await it.api("GET", `${base}/${move.id}/content`, who.secret)).statusCode).toBe(404);
});
