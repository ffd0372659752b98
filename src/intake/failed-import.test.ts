import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor } from "../../test/world.ts";
import { acceptColumns, idOf, intakeWorld, type IntakeWorld, readList, runJobs, takeOver, upload } from "./intake-world.test-support.ts";

let w: IntakeWorld;
const small = (...lines: string[]) => ({ name: "klein.csv", bytes: Buffer.from(["Nachname;Vorname;Geb.-Datum;Telefon;Case Manager*in;Bemerkung", ...lines].join("\r\n")) });
const all = async (sql: string, params: unknown[] = []): Promise<Record<string, unknown>[]> => (await w.it.database.owner.query(sql, params)).rows as Record<string, unknown>[];
const importOf = async (id: string): Promise<Record<string, unknown>> => (await all("select state, version, error_code, error_sentence from app.imports where id = $1", [id]))[0]!;
const post = async (path: string, id: string, as = w.lead.secret) => w.it.post(`/import/${id}/${path}`, as, { _version: String((await importOf(id))["version"]) });
const words = (html: string): string => html.replace(/<(script|style)[^]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
/** As if four attempts had gone before: the next failure is the last. */
const lastAttempt = () => w.it.database.owner.query("update app.jobs set attempts = 4 where state = 'queued'");

beforeAll(async () => {
  w = await intakeWorld();
});
afterAll(() => w.it.close());

describe("a take-over that gives up", () => {
  let id: string;
  beforeAll(async () => {
    id = await readList(w.it, w.lead.secret, small("Amini;Sara;1.2.1990;;M. Brandt;", "Okoye;Ada;3.4.1999;;Kowalski;"));
    await all("create function app.no_room() returns trigger language plpgsql as $$ begin raise exception using errcode = '53100', message = 'disk full'; end $$");
    await all("create trigger no_room before insert on app.cases for each row execute function app.no_room()");
    expect((await post("uebernehmen", id)).statusCode).toBe(303);
    await lastAttempt();
    await expect(runJobs(w.it)).rejects.toThrow();
  });

  test("says so with its reason, to a colleague as well, and nothing is there", async () => {
    const colleague = await actor(w.it.world, ["intake"], "case");
    for (const secret of [w.lead.secret, colleague.secret]) {
      const page = words((await w.it.get(`/import/${id}`, secret)).body);
      expect(page).toContain("Die Übernahme ist gescheitert");
      expect(page).toContain("kein Speicherplatz mehr frei");
      expect(page).toContain("Noch einmal versuchen");
      expect((await w.it.get(`/import/${id}/stand`, secret)).json()).toMatchObject({ finished: true });
      expect(words((await w.it.get("/import", secret)).body)).toContain("gescheitert");
    }
    expect((await w.it.get(`/api/v1/imports/${id}`, w.lead.secret)).json()).toMatchObject({ state: "importing", failure: { code: "disk-full" } });
    expect(await all("select 1 from app.cases")).toEqual([]);
  });

  test("is neither given up nor decided anew by who has no intake right", async () => {
    for (const path of ["noch-einmal", "zurueck"]) expect((await post(path, id, w.managers.Brandt.secret)).statusCode).toBe(404);
  });

  test("can go back to the rows, which are as they were decided", async () => {
    expect((await post("zurueck", id)).statusCode).toBe(303);
    expect(await importOf(id)).toMatchObject({ state: "checking", error_code: null });
    expect(await all("select decision from app.import_rows where import_id = $1 order by row_no", [id])).toEqual([{ decision: "import" }, { decision: "import" }]);
    expect((await post("uebernehmen", id)).statusCode).toBe(303);
    await lastAttempt();
    await expect(runJobs(w.it)).rejects.toThrow();
  });

  test("is tried again when the reason is gone, once", async () => {
    await all("drop trigger no_room on app.cases");
    await all("update app.jobs set state = 'failed' where state = 'running'");
    const stale = String((await importOf(id))["version"]);
    expect((await post("noch-einmal", id)).headers.location).toBe(`/import/${id}`);
    expect((await w.it.post(`/import/${id}/noch-einmal`, w.lead.secret, { _version: stale })).statusCode).toBe(422);
    expect(await runJobs(w.it)).toEqual(["intake.import"]);
    expect(await importOf(id)).toMatchObject({ state: "done", error_code: null });
    expect(await all("select count(*)::int as n from app.cases")).toEqual([{ n: 2 }]);
  });
});

test("a reading whose file is gone says so, and leads back to the columns", async () => {
  const id = idOf((await upload(w.it, w.lead.secret, small("Berg;Lina;1.2.1980;;Brandt;"))).headers.location);
  await acceptColumns(w.it, w.lead.secret, id);
  const [{ stored_name }] = (await all("select stored_name from app.imports where id = $1", [id])) as [{ stored_name: string }];
  const path = readdirSync(w.it.app.filesDir, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith(stored_name))!;
  rmSync(join(w.it.app.filesDir, path));
  await lastAttempt();
  await expect(runJobs(w.it)).rejects.toThrow();
  await all("update app.jobs set state = 'failed' where state = 'running'");
  const page = words((await w.it.get(`/import/${id}`, w.lead.secret)).body);
  expect(page).toContain("auf dem Server nicht mehr lesbar");
  expect(page).toContain("Import verwerfen");
  expect((await post("zurueck", id)).statusCode).toBe(303);
  expect(await importOf(id)).toMatchObject({ state: "mapping" });
});

test("a failure that may pass is no word to the user yet", async () => {
  const id = await readList(w.it, w.lead.secret, small("Sow;Awa;1.2.1981;;Brandt;"));
  await all("create trigger no_room before insert on app.cases for each row execute function app.no_room()");
  await post("uebernehmen", id);
  await expect(runJobs(w.it)).rejects.toThrow();
  expect(await importOf(id)).toMatchObject({ state: "importing", error_code: null });
  await all("drop trigger no_room on app.cases");
  await all("update app.jobs set state = 'queued' where state = 'running'");
  await runJobs(w.it);
});

test("a row that the database refuses stops nobody else: it waits with its cells, says so, and can be put right", async () => {
  await all("alter table app.person_names add constraint no_comet check (family <> 'Komet')");
  const id = await readList(w.it, w.lead.secret, small("Keita;Binta;1.2.1982;;Brandt;", "Komet;Kira;1.2.1983;;Brandt;", "Traoré;Oumou;1.2.1984;;Brandt;"));
  await takeOver(w.it, w.lead.secret, id);
  expect(await all("select row_no, outcome, decision, row_ct is not null as kept from app.import_rows where import_id = $1 order by row_no", [id])).toEqual([
    { row_no: 2, outcome: "created", decision: "import", kept: false },
    { row_no: 3, outcome: "failed", decision: "open", kept: true },
    { row_no: 4, outcome: "created", decision: "import", kept: false },
  ]);
  expect(words((await w.it.get(`/import/${id}/bericht`, w.lead.secret)).body)).toContain("die Datenbank hat eine Angabe abgelehnt");
  expect(words((await w.it.get(`/import/${id}/pruefen`, w.lead.secret)).body)).toContain("Die Datenbank hat eine Angabe dieser Zeile abgelehnt (23514)");
  expect((await w.it.post(`/import/${id}/zeilen/3`, w.lead.secret, { _version: "2", family: "Kometova", given: "Kira", birth: "1.2.1983", lead: "liste" })).statusCode).toBe(303);
  await takeOver(w.it, w.lead.secret, id);
  expect(await all("select outcome from app.import_rows where import_id = $1 and row_no = 3", [id])).toEqual([{ outcome: "created" }]);
});
