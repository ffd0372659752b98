import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acceptColumns, idOf, intakeWorld, type IntakeWorld, runJobs, upload } from "./intake-world.test-support.ts";

const xlsx = { name: "fallliste.xlsx", bytes: readFileSync(new URL("../../data/fallliste.xlsx", import.meta.url)) };
let w: IntakeWorld;
let id: string;
const one = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>> => (await w.it.database.owner.query(sql, params)).rows[0] as Record<string, unknown>;
const version = async (): Promise<string> => String((await one("select version from app.imports where id = $1", [id]))["version"]);

beforeAll(async () => {
  w = await intakeWorld();
});
afterAll(() => w.it.close());

describe("the example list, from upload to undo", () => {
  test("is uploaded, recognised, read and matched; nothing is visible yet", async () => {
    const answer = await upload(w.it, w.lead.secret, xlsx);
    expect(answer.statusCode, answer.body.replace(/<[^>]+>/g, " ").slice(0, 500)).toBe(303);
    id = idOf(answer.headers.location);
    const page = await w.it.get(`/import/${id}/spalten`, w.lead.secret);
    expect([page.statusCode, page.body.includes("Hr. Yılmaz"), page.body.includes("Yılmaz, Emre")]).toEqual([200, true, true]);
    await acceptColumns(w.it, w.lead.secret, id);
    expect((await w.it.get(`/import/${id}`, w.lead.secret)).body).toContain("wird gelesen und mit den Personen");
    expect(await runJobs(w.it)).toEqual(["intake.read"]);
    const counts = await one("select count(*)::int as n, count(*) filter (where match_score is not null)::int as doubles, count(*) filter (where decision = 'import')::int as ready from app.import_rows where import_id = $1", [id]);
    expect(counts["n"]).toBe(640);
    expect(counts["doubles"]).toBeGreaterThan(80);
    expect(counts["ready"]).toBeGreaterThan(400);
    expect((await one("select count(*)::int as n from app.persons"))["n"]).toBe(0);
    expect((await w.it.get(`/import/${id}/pruefen?filter=all`, w.lead.secret)).statusCode).toBe(200);
  });

  test("a job killed in the middle leaves nothing", async () => {
    await w.it.database.owner.query("update app.import_rows set decision = case when same_row_no is not null then 'same_row' else 'import' end where import_id = $1 and decision = 'open'", [id]);
    expect((await w.it.post(`/import/${id}/uebernehmen`, w.lead.secret, { _version: await version() })).headers.location).toBe(`/import/${id}`);
    expect(await runJobs(w.it, 300)).toEqual(["intake.import", "failed"]);
    for (const table of ["persons", "cases", "contacts", "search_keys"]) expect((await one(`select count(*)::int as n from app.${table}`))["n"], table).toBe(0);
  });

  test("the same job run again takes every row over, once", async () => {
    await w.it.database.owner.query("update app.jobs set state = 'queued' where subject_id = $1 and kind = 'intake.import'", [id]);
    expect(await runJobs(w.it)).toEqual(["intake.import"]);
    const got = await one(`select (select count(*)::int from app.persons) as persons, (select count(*)::int from app.cases) as cases, (select count(*)::int from app.case_origins) as origins,
      (select count(*)::int from app.merges) as merges, (select count(*)::int from app.import_rows where row_ct is not null) as cells, (select state from app.imports) as state, (select count(*)::int from app.cases where lead_id is not null) as led`);
    expect(got).toMatchObject({ persons: 640, cases: 640, origins: 640, cells: 0, state: "done", led: 640 });
    expect(got["merges"]).toBeGreaterThan(80);
    const again = await w.it.post(`/import/${id}/uebernehmen`, w.lead.secret, { _version: await version() });
    expect(again.statusCode).toBe(422);
  });

  test("heads written all at once are what the triggers would have written one by one", async () => {
    const heads = async () => (await w.it.database.owner.query("select id, main_person_id, main_name, main_name_own, main_sort, main_birth_year, person_count, lead_id, next_due_on::text, last_contact_on::text from app.cases order by id")).rows;
    const written = await heads();
    expect((await one("select count(*)::int as n from app.persons where has_case"))["n"]).toBe(640);
    await w.it.database.owner.query("begin");
    await w.it.database.owner.query("update app.cases set main_name = '', lead_id = null, next_due_on = null, last_contact_on = null, main_sort = '', main_person_id = null, person_count = 0");
    for (const table of ["case_persons", "case_team", "follow_ups", "contacts"]) await w.it.database.owner.query(`update app.${table} set tenant_id = tenant_id`);
    expect(await heads()).toEqual(written);
    await w.it.database.owner.query("rollback");
  });

  test("rows become what they should", async () => {
    const row = async (no: number) => one(
      `select c.main_name, c.main_name_own, c.phase, c.last_contact_on::text, c.next_due_on::text, p.birth_on::text, p.birth_precision, p.entered_on::text, s.azr_label, a.family_name as lead, c.opened_on::text,
         (select array_agg(n.code) from app.person_nationalities n where n.person_id = p.id) as nation, (select value from app.person_channels h where h.person_id = p.id limit 1) as phone, ad.access_route, ad.life_areas,
         (select family || '|' || given from app.person_names y where y.person_id = p.id and not y.is_primary) as other
       from app.import_rows r join app.cases c on c.id = r.case_id join app.persons p on p.id = r.person_id left join app.accounts a on a.id = c.lead_id
       left join app.person_residence_statuses s on s.person_id = p.id left join app.case_admissions ad on ad.case_id = c.id where r.import_id = $1 and r.row_no = $2`, [id, no]);
    // line 4 is number 1 of the list: a title, an empty line and the headings stand above
    expect(await row(4)).toMatchObject({ main_name: "Warsame, Hodan", birth_on: "2003-02-02", entered_on: "2025-05-12", lead: "Yılmaz", opened_on: "2025-01-23", access_route: "ABH", next_due_on: "2026-11-08", nation: ["273"], phone: "+4917192558874", phase: "admitted" });
    expect(await row(5)).toMatchObject({ lead: "Kowalski", last_contact_on: "2025-07-10", birth_on: "1998-01-01" });
    const fifth = await row(8);
    expect(fifth).toMatchObject({ birth_on: "1969-08-13", lead: "Haddad", azr_label: "§ 25 Absatz 3 AufenthG (Abschiebungsverbot)", last_contact_on: "2024-05-03" });
    expect(fifth["other"]).toBe("|محمدجواد");
    expect(await row(6)).toMatchObject({ main_name: "Melnychuk, Oleksandr", nation: ["166"], lead: "Brandt" });
  });

  test("a formula stays the text that it was, and a remark is entrusted until reviewed", async () => {
    const found = (await w.it.database.owner.query("select k.id, k.tenant_id, k.text_ct, k.entrusted_review_due, k.is_entrusted, c.key_ref from app.contacts k join app.cases c on c.id = k.case_id join app.import_rows r on r.case_id = c.id where r.row_no in (5, 8) and k.text_ct is not null order by r.row_no")).rows as { id: string; tenant_id: string; text_ct: Buffer; key_ref: string; entrusted_review_due: boolean; is_entrusted: boolean }[];
    const texts = found.map((k) => w.it.app.vault.open(k.key_ref, k.text_ct, { tenant: k.tenant_id, table: "contacts", column: "text_ct", row: k.id, version: 1 }));
    expect(texts).toEqual(["=SUMME(A1:A9)", "nicht an ABH!!! (vertraulich)"]);
    expect(found.map((k) => [k.is_entrusted, k.entrusted_review_due])).toEqual([[true, true], [true, false]]);
    expect((await one("select count(*)::int as n from app.follow_ups where kind = 'missing_information'"))["n"]).toBe(640);
  });

  test("the report says so row by row, and the rows' contents are gone", async () => {
    const csv = await w.it.get(`/import/${id}/bericht.csv`, w.lead.secret);
    expect([csv.statusCode, csv.body.split("\r\n").length]).toEqual([200, 642]);
    expect(csv.body).not.toContain("Warsame");
    expect((await w.it.get(`/import/${id}/bericht`, w.lead.secret)).body).toContain("640");
    expect((await w.it.get(`/import/${id}/zeilen/8`, w.lead.secret)).body).not.toContain("Rahimi");
  });

  test("the same file again changes nothing and says who did it when", async () => {
    const again = await upload(w.it, w.lead.secret, xlsx);
    expect([again.statusCode, again.body.includes("wurde schon am"), again.body.includes("durch Kim Decker")]).toEqual([422, true, true]);
    expect((await one("select count(*)::int as n from app.imports"))["n"]).toBe(1);
  });

  test("it is taken back as a whole, and its keys with it", async () => {
    const key = String((await one("select key_ref from app.cases limit 1"))["key_ref"]);
    expect((await w.it.post(`/import/${id}/rueckgaengig`, w.lead.secret, { _version: await version() })).statusCode).toBe(303);
    expect(await runJobs(w.it)).toEqual(["intake.undo"]);
    for (const table of ["persons", "cases", "contacts", "search_keys", "merges", "case_origins"]) expect((await one(`select count(*)::int as n from app.${table}`))["n"], table).toBe(0);
    expect(() => w.it.app.vault.seal(key, "x", { tenant: "t", table: "t", column: "c", row: "r", version: 1 })).toThrow();
    expect((await w.it.get(`/import/${id}/bericht`, w.lead.secret)).body).toContain("rückgängig gemacht");
  });
});
