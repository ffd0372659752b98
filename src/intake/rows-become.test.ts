import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openOriginCells } from "../cases/reading/index.ts";
import { intakeWorld, type IntakeWorld, readList, takeOver } from "./intake-world.test-support.ts";

const HEAD = ["Nr", "Nachname", "Vorname", "Geb.-Datum", "Geschl.", "Staatsangeh.", "Herkunftssprache", "Aufenthalt", "Einreise", "Telefon", "Case Manager*in", "Zugang am", "Handlungsfelder", "Letzter Kontakt", "Wiedervorlage", "Bemerkung", "Schrank"];
type Cells = Partial<Record<(typeof HEAD)[number], string>>;
/** Line n of the list is the n-th of these, from 2. */
const ROWS: readonly Cells[] = [
  { Nachname: "Rahimi", Vorname: "محمدجواد", "Geb.-Datum": "13.8.69", Aufenthalt: "§25 (3)", "Case Manager*in": "N. Haddad (AWO)", Bemerkung: "nicht an ABH!!!", Schrank: "B 12" },
  { Nachname: "Тищенко", Vorname: "Ольга", "Geb.-Datum": "01.01.1990", Aufenthalt: "Paragraf 24", "Case Manager*in": "Brandt", "Geschl.": "Frau" },
  { Nachname: "Tekle", Vorname: "Rahwa", "Geb.-Datum": "31.02.1998", Aufenthalt: "GFK", "Case Manager*in": "Fr. Kowalski (Caritas)", Wiedervorlage: "8.11.2027" },
  { Nachname: "Hosseini", Vorname: "Zahra", "Geb.-Datum": "16.10.90", Aufenthalt: "§ 25 Abs. 2 S. 1", "Case Manager*in": "Hr. Yılmaz", Handlungsfelder: "Sprache\nSchule/Kita\nArbeit" },
  { Nachname: "Bondarenko", Vorname: "Natalja", "Geb.-Datum": "1985?", Aufenthalt: "Fiktion § 24", "Case Manager*in": "M. Brandt" },
  { Nachname: "Diallo", Vorname: "Mamadou", "Geb.-Datum": "04.05.1999", Aufenthalt: "Duldung", "Case Manager*in": "Haddad", "Letzter Kontakt": "2026-04-26", Bemerkung: "Dolmetscher nötig, nur WhatsApp", Telefon: "0171 5550001", Herkunftssprache: "Fula" },
  { Nachname: "Karimi", Vorname: "Zahra", "Geb.-Datum": "9.11.02", "Case Manager*in": "", "Zugang am": "17.3.20", Bemerkung: "" },
  { Nachname: "Okoye", Vorname: "Ada", "Geb.-Datum": "03/1977", Einreise: "2015", "Case Manager*in": "Brandt", Bemerkung: "Warteliste KIM" },
];
const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const list = (rows: readonly Cells[]) => ({ name: "liste.csv", bytes: Buffer.from([HEAD, ...rows.map((row) => HEAD.map((key) => row[key] ?? ""))].map((line) => line.map(quoted).join(";")).join("\r\n")) });

let w: IntakeWorld;
let id: string;
beforeAll(async () => {
  w = await intakeWorld();
  await w.it.database.owner.query("insert into app.settings (tenant_id, key, value) values ($1, 'imported_cells_days', '30')", [w.it.world.tenantId]);
  id = await readList(w.it, w.lead.secret, list(ROWS));
  await w.it.database.owner.query("update app.import_rows set decision = 'import' where import_id = $1", [id]);
  await takeOver(w.it, w.lead.secret, id);
});
afterAll(() => w.it.close());

const all = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> => (await w.it.database.owner.query(sql, params)).rows as Record<string, unknown>[];
const become = async (line: number, ofImport = id): Promise<Record<string, unknown>> =>
  (await all(
    `select c.id, c.key_ref, c.main_name as name, c.main_name_own as own, c.main_birth_year as year, c.phase, c.last_contact_on::text as contact, c.next_due_on::text as due, c.opened_on::text as opened,
       p.birth_on::text as birth, p.birth_precision as precision, p.birth_placeholder as placeholder, p.gender, p.entered_on::text as entered, p.entered_precision, s.azr_label as label, s.short_label as short, a.family_name as lead, ad.life_areas as areas,
       (select value || '|' || kind || '|' || (hint_ct is not null) from app.person_channels h where h.person_id = p.id) as phone, (select code || '|' || needs_interpreter from app.person_languages l where l.person_id = p.id) as language
     from app.import_rows r join app.cases c on c.id = r.case_id join app.persons p on p.id = r.person_id left join app.accounts a on a.id = c.lead_id
     left join app.person_residence_statuses s on s.person_id = p.id left join app.case_admissions ad on ad.case_id = c.id where r.import_id = $1 and r.row_no = $2`, [ofImport, line]))[0]!;
const remarks = (caseId: unknown) => all("select is_entrusted, entrusted_review_due from app.contacts where case_id = $1 and text_ct is not null", [caseId]);

describe("what a row becomes, field by field", () => {
  test("a name in two scripts, a birth date with a short year, a paragraph without spaces, an employer in brackets", async () => {
    expect(await become(2)).toMatchObject({ own: "محمدجواد", birth: "1969-08-13", precision: "day", placeholder: false, label: "§ 25 Absatz 3 AufenthG (Abschiebungsverbot)", lead: "Haddad", phase: "admitted" });
  });

  test("'nicht an ABH' is entrusted for good, every other remark until it was reviewed", async () => {
    expect(await remarks((await become(2))["id"])).toEqual([{ is_entrusted: true, entrusted_review_due: false }]);
    expect(await remarks((await become(7))["id"])).toEqual([{ is_entrusted: true, entrusted_review_due: true }]);
  });

  test("Cyrillic stays as it stands, and 1 January is marked as a likely placeholder", async () => {
    expect(await become(3)).toMatchObject({ name: "Ольга Тищенко", birth: "1990-01-01", placeholder: true, gender: "female", lead: "Brandt" });
    expect((await become(3))["short"]).toMatch(/§ 24/);
  });

  test("a day that does not exist leaves the year, and a follow-up falls on its day", async () => {
    expect(await become(4)).toMatchObject({ year: 1998, precision: "year", lead: "Kowalski", due: expect.any(String) });
    expect((await become(4))["short"]).toMatch(/§ 25 Abs\. 2/);
    expect(await all("select due_on::text as due, a.family_name as owner from app.follow_ups f join app.accounts a on a.id = f.owner_id where case_id = $1 and kind = 'imported'", [(await become(4))["id"]])).toEqual([{ due: "2027-11-08", owner: "Kowalski" }]);
  });

  test("life areas on lines of their own, Schule/Kita being one", async () => {
    const row = await become(5);
    expect(row).toMatchObject({ birth: "1990-10-16", lead: "Yılmaz", areas: ["sprache", "arbeit"] });
    expect(row["short"]).toMatch(/§ 25 Abs\. 2 Satz 1/);
  });

  test("a guessed year is an estimate; a Fiktionsbescheinigung is no title", async () => {
    const row = await become(6);
    expect(row).toMatchObject({ year: 1985, precision: "estimated", lead: "Brandt" });
    expect(row["short"]).toMatch(/Fiktion/);
  });

  test("interpreter and WhatsApp are read out of the remark; the last contact counts, the remark does not", async () => {
    expect(await become(7)).toMatchObject({ contact: "2026-04-26", phone: "+491715550001|mobile|true", language: "ff|true", short: expect.stringContaining("Duldung") });
  });

  test("without a manager a row is still to be cleared, opened on the day of access; its reminders lie with the lead", async () => {
    const row = await become(8);
    expect(row).toMatchObject({ phase: "clearing", opened: "2020-03-17", birth: "2002-11-09", lead: null });
    expect(await all("select a.family_name as owner from app.follow_ups f join app.accounts a on a.id = f.owner_id where case_id = $1", [row["id"]])).toEqual([{ owner: "Decker" }]);
  });

  test("a row of the waiting list becomes an enquiry; a month and a year keep their precision", async () => {
    expect(await become(9)).toMatchObject({ phase: "enquiry", birth: "1977-03-01", precision: "month", entered: "2015-01-01", entered_precision: "year" });
  });
});

describe("the original cells", () => {
  test("go with the case, each beside what was understood, until the day of the tenant's setting", async () => {
    const [kept] = await all("select cells_ct, (delete_on - current_date) as days from app.case_origins where case_id = $1", [(await become(2))["id"]]);
    const { id: caseId, key_ref } = await become(2);
    const cells = openOriginCells({ app: w.it.app, session: { tenantId: w.it.world.tenantId } as never }, String(key_ref), String(caseId), kept!["cells_ct"] as Buffer);
    const of = (heading: string) => cells.filter((cell) => cell.heading === heading).map(({ stood, understood }) => [stood, understood])[0];
    expect(of("Geb.-Datum")).toEqual(["13.8.69", "13.08.1969"]);
    expect(of("Aufenthalt")).toEqual(["§25 (3)", "§ 25 Absatz 3 AufenthG (Abschiebungsverbot)"]);
    expect(of("Case Manager*in")?.[1]).toMatch(/^Haddad, Nadia/);
    expect(of("Bemerkung")).toEqual(["nicht an ABH!!!", "Eintrag, anvertraut: nicht an die Ausländerbehörde"]);
    expect(of("Schrank")).toEqual(["B 12", "nur hier vermerkt"]);
    expect(kept!["days"]).toBe(30);
  });

  test("stand on the page of the case for its team", async () => {
    const { id: caseId } = await become(2);
    const page = await w.it.get(`/faelle/${String(caseId)}`, w.managers.Haddad.secret);
    expect([page.statusCode, page.body.includes("13.8.69"), page.body.includes("§ 25 Absatz 3 AufenthG")]).toEqual([200, true, true]);
  });
});

describe("the example list as CSV, into a room where people are known already", () => {
  let example: string;
  beforeAll(async () => {
    example = await readList(w.it, w.lead.secret, { name: "fallliste.csv", bytes: readFileSync(new URL("../../data/fallliste.csv", import.meta.url)) });
  });

  test("a row like a record that was there before is asked about, and together keeps both records as one person", async () => {
    const [asked] = await all("select row_no, same_person_id from app.import_rows where import_id = $1 and same_person_id = (select person_id from app.import_rows where import_id = $2 and row_no = 2)", [example, id]);
    expect(asked).toBeDefined();
    const api = `/api/v1/imports/${example}/decisions`;
    expect((await w.it.api("PATCH", api, w.lead.secret, { decisions: [{ row: asked!["row_no"], version: 1, decision: "same_person" }] })).statusCode).toBe(200);
    await w.it.database.owner.query("update app.import_rows set decision = 'import' where import_id = $1 and decision = 'open'", [example]);
    await takeOver(w.it, w.lead.secret, example);
    expect((await all("select count(*)::int as n from app.cases where import_id = $1", [example]))[0]).toEqual({ n: 640 });
    const [joined] = await all("select r.outcome, p.merged_into from app.import_rows r join app.persons p on p.id = r.person_id where r.import_id = $1 and r.row_no = $2", [example, asked!["row_no"]]);
    expect(joined).toEqual({ outcome: "created_as_same", merged_into: asked!["same_person_id"] });
    expect((await all("select count(*)::int as n from app.merges where unmerged_at is null"))[0]).toEqual({ n: 1 });
  });

  test("what was likely and was not joined waits on the page of doubles", async () => {
    expect(Number((await all("select count(*)::int as n from app.duplicate_pairs where state = 'open'"))[0]?.["n"])).toBeGreaterThan(80);
  });
});
