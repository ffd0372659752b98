import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { pdfOf } from "../../files/file-samples.test-support.ts";
import { csrfToken, SESSION_COOKIE } from "../../http/index.ts";
import { actor } from "../../../test/world.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => new Date("2026-11-10T09:00:00Z") });
}, 120_000);
afterAll(() => it.close());

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PLAIN = pdfOf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]);

function upload(caseId: string, name: string, bytes: Buffer, datedOn = "01.11.2026"): Promise<LightMyRequestResponse> {
  const fields = { _csrf: csrfToken(it.manager.secret), kind: "certificate", datedOn };
  const parts = Object.entries(fields).map(([k, v]) => Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`));
  const payload = Buffer.concat([...parts, Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`), bytes, Buffer.from("\r\n--grenze--\r\n")]);
  return it.server.inject({ method: "POST", url: `/faelle/${caseId}/dateien`, headers: { cookie: `${SESSION_COOKIE}=${it.manager.secret}`, "content-type": "multipart/form-data; boundary=grenze" }, payload });
}
const kept = async (caseId: string, bytes: Buffer): Promise<string> => {
  expect((await upload(caseId, "Nachweis.pdf", bytes)).statusCode).toBe(303);
  return (await it.row<{ id: string }>("select id from app.documents where case_id = $1 order by created_at desc limit 1", [caseId])).id;
};

test("a file is seen in place, on the list and on its own page, and reading it is recorded", async () => {
  const { id } = await it.newCase();
  const file = await kept(id, PLAIN);
  const list = await it.get(`/faelle/${id}/dateien?ansehen=${file}`, it.manager.secret);
  expect(list.body).toContain(`src="/faelle/${id}/dateien/${file}/ansehen"`);
  expect((await it.get(`/faelle/${id}/dateien/${file}`, it.manager.secret)).body).toContain("<iframe");
  const shown = await it.get(`/faelle/${id}/dateien/${file}/ansehen`, it.manager.secret);
  expect(shown.headers["content-disposition"]).toMatch(/^inline/);
  expect(shown.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect((await it.row<{ n: number }>("select count(*)::int as n from app.access_records where case_id = $1 and action = 'document.read' and $2 = any (object_ids)", [id, file])).n).toBe(1);
});

test("what acts by itself is a download that says why, also where the frame is asked for; what starts a program is refused", async () => {
  const { id } = await it.newCase();
  const file = await kept(id, pdfOf([CATALOG, "<< /S /JavaScript /JS (app.alert(1)) >>"]));
  const page = await it.get(`/faelle/${id}/dateien/${file}`, it.manager.secret);
  expect(page.body).toContain("Nur zum Herunterladen");
  expect(page.body).not.toContain("<iframe");
  expect((await it.get(`/faelle/${id}/dateien?ansehen=${file}`, it.manager.secret)).body).not.toContain("<iframe");
  expect((await it.get(`/faelle/${id}/dateien/${file}/ansehen`, it.manager.secret)).headers["content-disposition"]).toMatch(/^attachment/);
  const refused = await upload(id, "a.pdf", pdfOf([CATALOG, "<< /S /Launch /F (cmd.exe) >>"]));
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain("ein Programm starten");
});

test("kind and day are corrected, but not by whoever comes too late, and not into the future", async () => {
  const { id } = await it.newCase();
  const file = await kept(id, PLAIN);
  const path = `/api/v1/cases/${id}/documents/${file}`;
  const changed = await it.api("PATCH", path, it.manager.secret, { kind: "notice", datedOn: "2026-10-01" }, { "if-match": '"1"' });
  expect(changed.json()).toMatchObject({ kind: "notice", datedOn: "2026-10-01", version: 2 });
  expect((await it.api("PATCH", path, it.manager.secret, { kind: "photo" }, { "if-match": '"1"' })).statusCode).toBe(412);
  expect((await it.api("PATCH", path, it.manager.secret, { kind: "photo", datedOn: "2026-12-01" }, { "if-match": '"2"' })).statusCode).toBe(422);
});

test("it proves what was told: the entry is said again as seen on paper, and the file shows it with the norms that ask", async () => {
  const { id, personId } = await it.newCase();
  const file = await kept(id, PLAIN);
  const told = await it.post(`/faelle/${id}/personen/${personId}/angaben/germanOral`, it.manager.secret, { value: "B1", source: "said" });
  expect(told.statusCode).toBe(303);
  const { id: factId } = await it.row<{ id: string }>("select id from app.facts where case_id = $1", [id]);
  const page = await it.get(`/faelle/${id}/dateien/${file}/belegen`, it.manager.secret);
  expect(page.body).toContain(factId);
  expect((await it.post(`/faelle/${id}/dateien/${file}/belegen`, it.manager.secret, { factId })).statusCode).toBe(303);
  const { rows } = await it.world.owner.query<{ source: string; value: unknown; evidence_document_id: string | null }>("select source, value, evidence_document_id from app.facts where case_id = $1 and withdrawn_at is null order by recorded_at", [id]);
  expect(rows).toEqual([{ source: "said", value: "B1", evidence_document_id: null }, { source: "paper", value: "B1", evidence_document_id: file }]);
  const proven = (await it.api("GET", `/api/v1/cases/${id}/documents/${file}/proven-facts`, it.manager.secret)).json<{ facts: { value: string; rules: string[] }[] }>();
  expect(proven.facts).toHaveLength(1);
  expect(proven.facts[0]!.value).toBe("B1");
  expect(proven.facts[0]!.rules.length).toBeGreaterThan(0);
  expect((await it.get(`/faelle/${id}/dateien/${file}`, it.manager.secret)).body).toContain("zählt für");
  // the form of a fact that nobody told begins with this file as its evidence
  expect((await it.get(`/faelle/${id}/personen/${personId}/angaben/germanWritten?beleg=${file}`, it.manager.secret)).body).toMatch(new RegExp(`<option[^>]*(selected[^>]*value="${file}"|value="${file}"[^>]*selected)`));
});

test("neither a file nor a fact of another case is of use, and strangers find nothing", async () => {
  const [one, other] = [await it.newCase(), await it.newCase()];
  const [file, foreign] = [await kept(one.id, PLAIN), await kept(other.id, PLAIN)];
  await it.post(`/faelle/${other.id}/personen/${other.personId}/angaben/germanOral`, it.manager.secret, { value: "B1", source: "said" });
  const { id: factId } = await it.row<{ id: string }>("select id from app.facts where case_id = $1", [other.id]);
  expect((await it.post(`/faelle/${one.id}/dateien/${file}/belegen`, it.manager.secret, { factId })).statusCode).toBe(404);
  for (const tail of ["", "/ansehen", "/belegen"]) expect((await it.get(`/faelle/${one.id}/dateien/${foreign}${tail}`, it.manager.secret)).statusCode).toBe(404);
  for (const [roles, room] of [[["case_manager"], "case"], [["immigration_officer"], "immigration"], [["partner_worker"], "partner"]] as const) {
    const stranger = await actor(it.world, roles, room);
    for (const tail of ["", "/ansehen", "/belegen"]) expect((await it.get(`/faelle/${one.id}/dateien/${file}${tail}`, stranger.secret)).statusCode).toBe(404);
  }
});
