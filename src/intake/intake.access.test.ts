import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor, type Actor, buildWorld } from "../../test/world.ts";
import { acceptColumns, idOf, intakeWorld, type IntakeWorld, multipart, runJobs, upload } from "./intake-world.test-support.ts";

const csv = { name: "fallliste.csv", bytes: readFileSync(new URL("../../data/fallliste.csv", import.meta.url)) };
const small = (...lines: string[]) => ({ name: "klein.csv", bytes: Buffer.from(["Nachname;Vorname;Geb.-Datum;Telefon;Case Manager*in;Bemerkung", ...lines].join("\r\n")) });
let w: IntakeWorld;
let id: string;
let others: Readonly<Record<string, Actor>>;
const sql = async <R>(text: string, params: unknown[] = []): Promise<R[]> => (await w.it.database.owner.query(text, params)).rows as R[];

beforeAll(async () => {
  w = await intakeWorld();
  const elsewhere = await buildWorld(w.it.database.owner, "Andere Stadt");
  others = {
    "another case manager": w.managers.Brandt,
    "an officer of the foreigners' authority": await actor(w.it.world, ["immigration_officer"], "immigration"),
    "the administrator": await actor(w.it.world, ["tenant_administrator"], null),
    "a partner": await actor(w.it.world, ["partner_worker"], "partner"),
    "a team lead of another tenant": await actor(elsewhere, ["team_lead"], "case"),
  };
  id = idOf((await upload(w.it, w.lead.secret, csv)).headers.location);
  await acceptColumns(w.it, w.lead.secret, id);
  await runJobs(w.it);
});
afterAll(() => w.it.close());

describe("who may import", () => {
  test("for everybody else an import is not there, in every way to ask", async () => {
    for (const [who, { secret }] of Object.entries(others)) {
      for (const path of [`/import/${id}`, `/import/${id}/spalten`, `/import/${id}/pruefen`, `/import/${id}/zeilen/8`, `/import/${id}/bericht`, `/import/${id}/bericht.csv`, `/import/${id}/stand`, `/api/v1/imports/${id}`, `/api/v1/imports/${id}/rows`, `/api/v1/imports/${id}/report`]) {
        expect((await w.it.get(path, secret)).statusCode, `${who} ${path}`).toBe(404);
      }
      expect((await w.it.post(`/import/${id}/uebernehmen`, secret, { _version: "1" })).statusCode, who).toBe(404);
      expect((await w.it.api("POST", `/api/v1/imports/${id}/commit`, secret, undefined, { "if-match": '"3"' })).statusCode, who).toBe(404);
    }
  });

  test("the database alone shows the rows to nobody else either", async () => {
    for (const [who, { secret }] of Object.entries(others)) {
      expect(await w.it.app.db.read(secret, (tx) => tx.query("select 1 from app.import_rows union all select 1 from app.imports")), who).toEqual([]);
    }
  });

  test("the functions of the take-over are the job's alone", async () => {
    for (const call of ["app.take_over_rows($1, '[]')", "app.merge_taken_over($1, '[]')", "app.complete_import($1, current_date)", "app.undo_import($1)"]) {
      await expect(w.it.app.db.write(w.lead.secret, (tx) => tx.query(`select ${call}`, [id]))).rejects.toThrow("not found");
    }
  });
});

describe("the API does the same as the pages", () => {
  test("upload, columns, rows, decisions, commit, report, undo", async () => {
    const { body, type } = multipart({ source: "API", informed: "yes", legalBasisId: w.it.world.legalBasisId, controllerId: w.it.world.organisationId }, small("Amini;Sara;1.2.1990;0170 1112223;M. Brandt;", "Amini;Saara;1.2.1990;0170 1112223;Brandt;Warteliste KIM", "Okoye;Ada;31.02.1999;;;"));
    const made = await w.it.server.inject({ method: "POST", url: "/api/v1/imports", headers: { cookie: `einklang=${w.lead.secret}`, "content-type": type, "idempotency-key": "import-eins-zwei" }, payload: body });
    expect([made.statusCode, made.json().state, made.json().columns.family], made.body).toEqual([201, "mapping", 0]);
    const at = `/api/v1/imports/${made.json().id}`;
    const tag = async (): Promise<Record<string, string>> => ({ "if-match": String((await w.it.get(at, w.lead.secret)).headers.etag) });
    expect((await w.it.api("PATCH", `${at}/columns`, w.lead.secret, {}, await tag())).statusCode).toBe(202);
    await runJobs(w.it);
    const rows = (await w.it.get(`${at}/rows`, w.lead.secret)).json().rows as { row: number; version: number; decision: string; choices: string[]; hints: { word: string }[] }[];
    expect(rows.map((r) => r.decision)).toEqual(["open", "import", "open"]);
    expect(rows[0]?.choices[0]).toBe("same_row");
    const decided = await w.it.api("PATCH", `${at}/decisions`, w.lead.secret, { decisions: [{ row: 2, version: 1, decision: "same_row" }, { row: 4, version: 1, decision: "later" }] });
    expect(decided.json().counts).toMatchObject({ ready: 2, later: 1 });
    expect((await w.it.api("POST", `${at}/commit`, w.lead.secret, undefined, await tag())).statusCode).toBe(202);
    await runJobs(w.it);
    expect((await w.it.get(`${at}/report`, w.lead.secret)).json().rows.map((r: { outcome: string }) => r.outcome)).toEqual(["created_as_same", "created", "left_for_later"]);
    expect((await sql<{ phase: string }>("select phase from app.cases order by number")).map((c) => c.phase)).toEqual(["admitted", "enquiry"]);
    expect((await w.it.api("POST", `${at}/undo`, w.lead.secret, undefined, await tag())).statusCode).toBe(202);
    await runJobs(w.it);
    expect(await sql("select 1 from app.cases")).toEqual([]);
  });
});

describe("what may not be taken back, and what is known already", () => {
  test("an import on which somebody worked stays, with the sentence why", async () => {
    const answer = await upload(w.it, w.lead.secret, small("Diallo;Mamadou;4.5.1999;;Brandt;nicht an ABH!!!", "Tekle;Rahwa;1.1.1998;;Kowalski;"));
    const built = idOf(answer.headers.location);
    await acceptColumns(w.it, w.lead.secret, built);
    await runJobs(w.it);
    await w.it.database.owner.query("update app.import_rows set decision = 'import' where import_id = $1", [built]);
    const version = async (): Promise<string> => String((await sql<{ version: number }>("select version from app.imports where id = $1", [built]))[0]?.version);
    await w.it.post(`/import/${built}/uebernehmen`, w.lead.secret, { _version: await version() });
    await runJobs(w.it);
    await w.it.database.owner.query("update app.contacts set version = 2 where case_id in (select id from app.cases where import_id = $1)", [built]);
    const refused = await w.it.post(`/import/${built}/rueckgaengig`, w.lead.secret, { _version: await version() });
    expect([refused.statusCode, refused.body.includes("schon weitergearbeitet")]).toEqual([422, true]);
  });

  test("rows of another file that were taken over before are known, and change nothing", async () => {
    const again = idOf((await upload(w.it, w.lead.secret, small("Tekle;Rahwa;1.1.1998;;Kowalski;", "Neu;Ada;7.7.1977;;Brandt;"))).headers.location);
    await acceptColumns(w.it, w.lead.secret, again);
    await runJobs(w.it);
    const page = await w.it.get(`/import/${again}/pruefen?filter=all`, w.lead.secret);
    expect([page.body.includes("schon übernommen"), page.body.includes("durch Kim Decker")]).toEqual([true, true]);
    expect((await sql<{ decision: string }>("select decision from app.import_rows where import_id = $1 order by row_no", [again])).map((r) => r.decision)).toEqual(["skip", "import"]);
  });

  test("intake without the lead's right learns of an existing record only that there may be one", async () => {
    const intake = await actor(w.it.world, ["intake"], "case");
    const list = idOf((await upload(w.it, intake.secret, small("Diallo;Mamadou;04.05.1999;;Kowalski;x"))).headers.location);
    await acceptColumns(w.it, intake.secret, list);
    await runJobs(w.it);
    const page = await w.it.get(`/import/${list}/pruefen?filter=all`, intake.secret);
    expect([page.body.includes("Bitte fragen Sie die Teamleitung"), page.body.includes("Fall 20"), page.body.includes("Zusammen, Zeile")]).toEqual([true, false, false]);
    expect(await sql("select match_reasons from app.import_rows where import_id = $1", [list])).toEqual([{ match_reasons: [] }]);
    expect((await w.it.api("PATCH", `/api/v1/imports/${list}/decisions`, intake.secret, { decisions: [{ row: 2, version: 1, decision: "same_person" }] })).statusCode).toBe(422);
    expect((await w.it.get(`/import/${list}/pruefen?filter=all`, w.lead.secret)).body).toContain("Diallo, Mamadou");
  });

  test("a file that cannot be read is refused with its sentence, and nothing of it is kept", async () => {
    const before = (await sql("select 1 from app.imports")).length;
    for (const [name, bytes, sentence] of [["liste.xlsx", "PK kaputt", "Excel"], ["liste.csv", "%PDF-1.4", "PDF"], ["leer.csv", "", "leer"], ["offen.csv", 'Nachname;Vorname\r\n"Rahimi;Ali', "Anführungszeichen in Zeile 2"]] as const) {
      const answer = await upload(w.it, w.lead.secret, { name, bytes: Buffer.from(bytes) });
      expect([answer.statusCode, answer.body.includes(sentence)], name).toEqual([422, true]);
    }
    expect((await sql("select 1 from app.imports")).length).toBe(before);
  });

  test("a discarded upload is gone with its key", async () => {
    const version = (await sql<{ version: number; key_ref: string }>("select version, key_ref from app.imports where id = $1", [id]))[0]!;
    expect((await w.it.post(`/import/${id}/verwerfen`, w.lead.secret, { _version: String(version.version) })).statusCode).toBe(303);
    await runJobs(w.it);
    expect(await sql("select 1 from app.import_rows where import_id = $1", [id])).toEqual([]);
    expect(() => w.it.app.vault.seal(version.key_ref, "x", { tenant: "t", table: "t", column: "c", row: "r", version: 1 })).toThrow();
  });
});
