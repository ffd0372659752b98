import { createHash, randomUUID } from "node:crypto";
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { writeFile } from "../../files/index.ts";
import { addMonths, germanDay } from "../../kernel/calendar-day.ts";
import { actor } from "../../../test/world.ts";
import { eraseTonight } from "../erasure/erase-tonight.ts";
import { SOURCES } from "../subject-access/sources.data.ts";
import { CONFIDED, EXCERPTS } from "./left-out.data.ts";
import type { Manifest } from "./make-package.ts";

let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
}, 120_000);
afterAll(() => it.close());

const owned = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => (await it.world.owner.query(sql, [...params])).rows as R[];
const isThere = async (id: string): Promise<boolean> => (await owned("select 1 from app.cases where id = $1", [id])).length === 1;
const night = () => eraseTonight({ ...it.app, clock: () => new Date() });
const sum = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Closed long ago, offered; the lead of the room has joined its team. */
async function takenFile(answer: "taken" | null = "taken"): Promise<string> {
  const id = await it.newCase();
  await it.addToTeam(id, it.lead, "member");
  await owned("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [id, addMonths(it.today, -40)]);
  expect((await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret)).statusCode).toBe(201);
  if (answer !== null) expect((await it.api("POST", `/api/v1/cases/${id}/archive-offer/answer`, it.lead.secret, { answer })).statusCode).toBe(200);
  return id;
}
async function addFile(caseId: string, name: string, content: string, entrusted: boolean): Promise<void> {
  const [{ key_ref: key } = { key_ref: "" }] = await owned<{ key_ref: string }>("select key_ref from app.cases where id = $1", [caseId]);
  const [id, tenant] = [randomUUID(), it.world.tenantId];
  const stored = await writeFile(Buffer.from(content), { keys: it.app.vault, keyRef: key, binding: { tenant, table: "documents", column: "stored_name", row: id, version: 1 }, dir: it.app.filesDir, maxBytes: 1000, fileName: name });
  await owned("insert into app.documents (tenant_id, room_id, id, case_id, name_ct, kind, media_type, size, mac, stored_name, is_entrusted, author_id) values ($1, $2, $3, $4, $5, 'other', $6, $7, $8, $9, $10, $11)",
    [tenant, it.world.caseRoomId, id, caseId, it.app.vault.seal(key, name, { tenant, table: "documents", column: "name_ct", row: id, version: 1 }), stored.kind, stored.size, stored.fingerprint, stored.storedName, entrusted, it.manager.accountId]);
}
const make = (id: string, as = it.lead) => it.post(`/faelle/${id}/archiv/paket`, as.secret, {});
const packageOf = async (id: string): Promise<string> => (await owned<{ id: string }>("select id from app.archive_packages where case_id = $1", [id]))[0]!.id;
const fetched = (id: string, packageId: string, as = it.lead) => it.get(`/faelle/${id}/archiv/${packageId}/paket.zip`, as.secret);
const confirm = (id: string, packageId: string) => it.post(`/faelle/${id}/archiv`, it.lead.secret, { packageId, receivedOn: germanDay(it.today), reference: "Zugang 2026/112", _version: "1" });

test("the package has the file to read and for programs, its files, and a list with the sum of each; what was confided is counted and not in it", async () => {
  const id = await takenFile();
  await it.addContact(id, it.manager, "Der Sprachkurs beginnt im März.");
  await it.addContact(id, it.manager, "Das weiß nur ich.", { entrusted: true });
  await addFile(id, "Zeugnis.txt", "Zeugnis der Schule", false);
  await addFile(id, "Vertraulich.txt", "Gutachten der Beratung", true);
  const made = await make(id);
  expect(made.statusCode, made.body.slice(0, 600)).toBe(303);
  const answer = await fetched(id, await packageOf(id));
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/zip"]);
  const zip = new PizZip(answer.rawPayload);
  const part = (path: string): Buffer => Buffer.from(zip.file(path)!.asUint8Array());
  const manifest = JSON.parse(part("manifest.json").toString()) as Manifest;
  expect(manifest.parts.map((p) => p.path)).toEqual(["akte.pdf", "akte.json", "dateien/001 Zeugnis.txt"]);
  expect(Object.keys(zip.files).filter((path) => !path.endsWith("/")).toSorted()).toEqual(["LIESMICH.txt", "manifest.json", ...manifest.parts.map((p) => p.path)].toSorted());
  for (const p of manifest.parts) expect([p.path, sum(part(p.path)), part(p.path).length]).toEqual([p.path, p.sha256, p.size]);
  expect(part("akte.pdf").toString("latin1")).toContain("<pdfaid:part>2</pdfaid:part>");
  expect(part("akte.pdf").toString("latin1")).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  expect(part("dateien/001 Zeugnis.txt").toString()).toBe("Zeugnis der Schule");
  const said = part("akte.json").toString();
  expect(said).toContain("Der Sprachkurs beginnt im März.");
  expect(said).toContain("Haddad");
  for (const path of Object.keys(zip.files).filter((p) => !p.endsWith("/"))) for (const secret of ["Das weiß nur ich", "Gutachten der Beratung", "Vertraulich.txt"]) expect(part(path).toString()).not.toContain(secret);
  expect(manifest.leftOut.entries).toBe(2);
  const [row] = await owned<{ sha256: Buffer }>("select sha256 from app.archive_packages where case_id = $1", [id]);
  expect(row!.sha256.toString("hex")).toBe(sum(answer.rawPayload));
  expect((await it.get(`/faelle/${id}/archiv`, it.lead.secret)).body).toContain(sum(answer.rawPayload));
});

test("a file that the archive took over is erased once its receipt is confirmed, and not a night before; nobody confirms what nobody fetched", async () => {
  const id = await takenFile();
  await night();
  expect((await make(id)).statusCode).toBe(303);
  const packageId = await packageOf(id);
  const early = await confirm(id, packageId);
  expect([early.statusCode, early.body.includes("noch niemand heruntergeladen")]).toEqual([422, true]);
  await fetched(id, packageId);
  await night();
  expect(await isThere(id)).toBe(true);
  const [{ stored_name: stored } = { stored_name: "" }] = await owned<{ stored_name: string }>("select stored_name from app.archive_packages where id = $1", [packageId]);
  expect((await confirm(id, packageId)).statusCode).toBe(303);
  await night();
  expect(await isThere(id)).toBe(false);
  expect(await owned("select 1 from private.keys_to_destroy where stored_name = $1", [stored])).toEqual([]);
});

test("a file that is opened again is offered anew once it is closed again, whatever the archive said before", async () => {
  const id = await it.newCase();
  await owned("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [id, addMonths(it.today, -80)]);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret);
  await it.api("POST", `/api/v1/cases/${id}/archive-offer/answer`, it.lead.secret, { answer: "waived" });
  await owned("update app.cases set phase = 'reopened', closed_on = null where id = $1", [id]);
  await owned("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [id, addMonths(it.today, -40)]);
  await night();
  expect(await isThere(id)).toBe(true);
  expect((await it.api("POST", `/api/v1/cases/${id}/archive-offer`, it.lead.secret)).statusCode).toBe(201);
});

test("a receipt from before the file was opened and closed again counts for nothing", async () => {
  const id = await takenFile();
  await make(id);
  const packageId = await packageOf(id);
  await fetched(id, packageId);
  await confirm(id, packageId);
  await owned("update app.archive_packages set made_on = $2 where id = $1", [packageId, addMonths(it.today, -41)]);
  await night();
  expect(await isThere(id)).toBe(true);
});

test("what is said to be stored unlawfully is neither offered nor packed", async () => {
  const [packed, offered] = [await takenFile(), await it.newCase()];
  await owned("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [offered, addMonths(it.today, -40)]);
  for (const id of [packed, offered]) expect((await it.api("POST", `/api/v1/cases/${id}/erasures`, it.manager.secret, { kind: "unlawful", reason: "Nie eingewilligt" })).statusCode).toBe(201);
  expect((await make(packed)).statusCode).toBe(422);
  expect((await it.api("POST", `/api/v1/cases/${packed}/archive-packages`, it.lead.secret)).statusCode).toBe(422);
  expect((await it.api("POST", `/api/v1/cases/${offered}/archive-offer`, it.lead.secret)).statusCode).toBe(404);
  expect(await owned("select 1 from app.archive_packages where case_id = $1", [packed])).toEqual([]);
});

test("a package is made of what the archive took, by a lead in the team of the file: the head alone, the team without the lead's role, others get none", async () => {
  const [id, waiting] = [await takenFile(), await takenFile(null)];
  expect((await make(waiting)).statusCode).toBe(422);
  const outside = await actor(it.world, ["team_lead"], "case", "Draußen");
  expect((await make(id, outside)).statusCode).toBe(404);
  for (const who of [it.manager, it.colleague, it.officer]) expect((await make(id, who)).statusCode).toBe(404);
  await make(id);
  const packageId = await packageOf(id);
  expect((await it.get(`/faelle/${id}/archiv`, outside.secret)).body).toContain("Mit Grund beitreten");
  expect((await fetched(id, packageId, outside)).statusCode).toBeGreaterThanOrEqual(400);
  for (const who of [it.manager, it.colleague, it.officer]) {
    expect((await fetched(id, packageId, who)).statusCode).toBe(404);
    expect((await it.api("GET", `/api/v1/cases/${id}/archive-packages/${packageId}/content`, who.secret)).statusCode).toBeGreaterThanOrEqual(403);
  }
});

test("programs make, list, fetch and confirm by the same rules", async () => {
  const id = await takenFile();
  const base = `/api/v1/cases/${id}/archive-packages`;
  const made = await it.api("POST", base, it.lead.secret);
  expect(made.statusCode, made.body).toBe(201);
  const { id: packageId, sha256 } = made.json<{ id: string; sha256: string }>();
  expect(sum((await it.api("GET", `${base}/${packageId}/content`, it.lead.secret)).rawPayload)).toBe(sha256);
  const body = { receivedOn: it.today, reference: "Zugang 7" };
  expect((await it.api("POST", `${base}/${packageId}/receipt`, it.lead.secret, body)).statusCode).toBe(428);
  expect((await it.api("POST", `${base}/${packageId}/receipt`, it.lead.secret, body, { "if-match": '"1"' })).json()).toMatchObject({ receiptOn: it.today, receipt: "Zugang 7" });
  expect((await it.api("GET", base, it.lead.secret)).json<{ items: unknown[] }>().items).toHaveLength(1);
});

test("every table that says what was confided is asked, and each source is either packed or an excerpt with its reason", async () => {
  const flagged = await owned<{ name: string }>("select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = 'is_entrusted' and not a.attisdropped");
  const sources = new Set(SOURCES.map((s) => s.table));
  expect(flagged.map((t) => t.name).filter((name) => sources.has(name) && CONFIDED[name] === undefined)).toEqual([]);
  for (const table of [...Object.keys(CONFIDED), ...Object.keys(EXCERPTS)]) expect(sources, table).toContain(table);
});
