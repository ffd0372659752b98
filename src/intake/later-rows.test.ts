import { afterAll, beforeAll, expect, test } from "vitest";
import { actor } from "../../test/world.ts";
import { acceptColumns, idOf, intakeWorld, type IntakeWorld, readList, runJobs, takeOver, upload } from "./intake-world.test-support.ts";

/** What is left for later stays what somebody said it is, and is found from where one looks for it. */
let w: IntakeWorld;
let id: string;
const HEAD = "Nachname;Vorname;Geb.-Datum;Staatsangeh.;Telefon;Case Manager*in";
const small = (...lines: string[]) => ({ name: "klein.csv", bytes: Buffer.from([HEAD, ...lines].join("\r\n")) });
const all = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> => (await w.it.database.owner.query(sql, params)).rows as Record<string, unknown>[];
const decisions = async (): Promise<unknown[]> => (await all("select decision from app.import_rows where import_id = $1 order by row_no", [id])).map((row) => row["decision"]);
const words = (html: string): string => html.replace(/<(script|style)[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const decide = (row: number, decision: string, version = 1) => w.it.post(`/import/${id}/pruefen?filter=all`, w.lead.secret, { [`z-${row}-${version}`]: decision });
const alike = (issues: string, decision: string) => w.it.post(`/import/${id}/pruefen/gleiche`, w.lead.secret, { issues, decision });

beforeAll(async () => {
  w = await intakeWorld();
  // two pairs of doubles, two days that do not exist
  id = await readList(w.it, w.lead.secret, small("Amini;Sara;1.2.1990;Iran;0170 1112223;Brandt", "Amini;Saara;1.2.1990;Iran;0170 1112223;Brandt", "Okoye;Ada;31.02.1999;Nigeria;;Brandt", "Berg;Lina;31.02.1980;Syrien;;Kowalski", "Tekle;Rahwa;5.6.1991;Eritrea;0171 9998887;Brandt", "Tekle;Rahua;5.6.1991;Eritrea;0171 9998887;Brandt"));
});
afterAll(() => w.it.close());

test("deciding all open rows alike leaves alone what somebody put off", async () => {
  expect(await decisions()).toEqual(["open", "import", "open", "open", "open", "import"]);
  await decide(4, "later");
  const said = await alike("open:birth:check", "import");
  expect(said.statusCode, said.body.slice(0, 300)).toBe(303);
  expect(await decisions()).toEqual(["open", "import", "later", "import", "open", "import"]);
});

test("what was put off is offered apart, and changes only when it is chosen by name", async () => {
  const page = (await w.it.get(`/import/${id}/pruefen?filter=later`, w.lead.secret)).body;
  expect(page).toContain('value="later:birth:check"');
  expect(page).not.toContain('value="open:birth:check"');
  await alike("later:birth:check", "skip");
  expect((await decisions())[2]).toBe("skip");
  await decide(4, "later", 3);
  expect((await alike("birth:check", "skip")).statusCode).toBe(422);
});

test("rows left for later are counted on the list of imports and on the page of doubles, before and after the take-over", async () => {
  await decide(6, "later");
  const found = async (): Promise<string[]> => [words((await w.it.get("/import", w.lead.secret)).body), words((await w.it.get("/doppelungen", w.lead.secret)).body), words((await w.it.get(`/import/${id}/pruefen?filter=later`, w.lead.secret)).body)];
  const [imports, doubles, rows] = await found();
  expect(imports).toMatch(/klein\.csv bitte prüfen 6 3 /);
  expect(doubles).toContain("2 Zeilen");
  expect(rows).toContain("Tekle, Rahwa");
  await takeOver(w.it, w.lead.secret, id);
  const [afterImports, afterDoubles, afterRows] = await found();
  expect(afterImports).toMatch(/klein\.csv übernommen 6 3 /);
  expect(afterDoubles).toContain("2 Zeilen");
  expect(afterDoubles).toContain("klein.csv");
  expect(afterRows).toContain("Tekle, Rahwa");
  expect((await w.it.get("/doppelungen", w.lead.secret)).body).toContain(`/import/${id}/pruefen?filter=doubles`);
});

test("of imports nobody without the right learns on the page of doubles", async () => {
  expect((await w.it.get("/doppelungen", w.managers.Brandt.secret)).body).not.toContain("klein.csv");
});

test("whose head a row showed is on record, with the person and the case", async () => {
  const list = idOf((await upload(w.it, w.lead.secret, small("Tekle;Rahwa;05.06.1991;Eritrea;0171/9998887;Kowalski"))).headers.location);
  await acceptColumns(w.it, w.lead.secret, list);
  await runJobs(w.it);
  await all("delete from app.access_records");
  expect((await w.it.get(`/import/${list}/pruefen?filter=all`, w.lead.secret)).body).toContain("vielleicht schon erfasst");
  const [{ same_person_id: person }] = (await all("select same_person_id from app.import_rows where import_id = $1", [list])) as [{ same_person_id: string }];
  const [{ id: caseId }] = (await all("select id from app.cases where main_person_id = $1", [person])) as [{ id: string }];
  const shown = (await all("select object_kind, object_ids from app.access_records where action = 'import.rows_seen' order by object_kind")) as { object_kind: string; object_ids: string[] }[];
  expect(shown).toEqual([{ object_kind: "import", object_ids: [list] }, { object_kind: "person", object_ids: [person, caseId] }]);
  // who learns only that there may be one has seen nobody
  const intake = await actor(w.it.world, ["intake"], "case");
  await all("delete from app.access_records");
  await w.it.get(`/import/${list}/pruefen?filter=all`, intake.secret);
  expect(await all("select 1 from app.access_records where object_kind = 'person'")).toEqual([]);
});

test("a column called constructor is no field", async () => {
  const list = idOf((await upload(w.it, w.lead.secret, small("Diop;Awa;1.1.1991;;;"))).headers.location);
  const version = String((await all("select version from app.imports where id = $1", [list]))[0]!["version"]);
  const fields = { "spalte-0": "family", "spalte-1": "constructor", "spalte-2": "__proto__", "spalte-3": "toString", kopfzeile: "1", blatt: "CSV", schritt: "weiter", _version: version };
  expect((await w.it.post(`/import/${list}/spalten`, w.lead.secret, fields)).statusCode).toBe(303);
  const map = (await all("select column_map from app.imports where id = $1", [list]))[0]!["column_map"] as { columns: Record<string, unknown> };
  expect(Object.entries(map.columns).filter(([, column]) => column !== null)).toEqual([["family", 0]]);
});
