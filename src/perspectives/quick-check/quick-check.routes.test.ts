import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAssets } from "../../ui/index.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { LANGUAGES } from "./catalogue.ts";

let it: TestServer;
let assets: string;
beforeAll(async () => {
  assets = mkdtempSync(join(tmpdir(), "einklang-check-"));
  await buildAssets(assets);
  it = await startTestServer({ assetsDir: assets });
}, 120_000);
afterAll(async () => {
  await it.close();
  rmSync(assets, { recursive: true, force: true });
});

const send = (fields: Record<string, string>) => it.post("/schnellcheck", undefined, fields);
const DULDUNG = { in: "de", a_paper: "duldung", a_since: "2016-03", a_duldung_since: "2020-01", a_birth: "1985-01", a_living: "all", a_german: "B1", a_test: "passed", a_passport: "passport", a_children: "none", a_course: "no" };

test("it is there without signing in, sets no cookie, is kept by no browser and told to no other site", async () => {
  for (const answer of [await it.get("/schnellcheck"), await it.get("/schnellcheck?sprache=ar"), await send({ in: "de", tat: "anfangen" }), await send({ ...DULDUNG, tat: "ergebnis" })]) {
    expect(answer.statusCode).toBe(200);
    expect([answer.headers["set-cookie"], answer.headers["cache-control"], answer.headers["referrer-policy"]]).toEqual([undefined, "no-store", "no-referrer"]);
    expect(answer.headers["content-security-policy"]).toContain("form-action 'self'");
    expect(answer.body).toContain('<meta name="referrer" content="no-referrer"');
    expect(answer.body).not.toContain("<script");
  }
});

test("answers travel in the body of forms: no address on any page carries one", async () => {
  for (const body of [(await send({ ...DULDUNG, tat: "ergebnis" })).body, (await send({ in: "fr", a_paper: "duldung", tat: "weiter" })).body]) {
    const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map((match) => match[1]!);
    expect(addresses.filter((address) => /duldung|a_|2016|paper/.test(address))).toEqual([]);
    expect(body).toContain('name="a_paper" value="duldung"');
    expect(body.match(/method="(\w+)"/g)).toEqual(expect.arrayContaining(['method="post"']));
    expect(body).not.toContain('method="get"');
  }
});

test("nothing of it reaches the database", async () => {
  const counts = async () => (await it.database.owner.query("select (select count(*) from app.access_records) as records, (select count(*) from app.idempotency_keys) as keys, (select count(*) from app.persons) as persons, (select count(*) from app.jobs) as jobs")).rows[0];
  const before = await counts();
  await send({ ...DULDUNG, tat: "ergebnis" });
  expect(await counts()).toEqual(before);
});

test("one question a page, with a way back and a way not to know; no answer shows it again and keeps what was typed", async () => {
  const first = (await send({ in: "de", tat: "anfangen" })).body;
  expect(first).toContain("Welches Papier haben Sie");
  expect(first.match(/<legend>/g)).toHaveLength(1);
  for (const word of ["Weiter", "Weiß ich nicht", "Zurück", "Seite schnell verlassen"]) expect(first).toContain(word);
  expect((await send({ in: "de", frage: "paper", tat: "weiter" })).body).toContain("Bitte wählen Sie eine Antwort");
  const month = (await send({ in: "de", a_paper: "duldung", a_living: "all", frage: "since", monat: "13", jahr: "2O21", tat: "weiter" })).body;
  expect(month).toContain("Bitte geben Sie Monat und Jahr an");
  expect(month).toContain('value="2O21"');
  expect((await send({ in: "de", a_paper: "duldung", a_living: "all", frage: "since", tat: "unbekannt" })).body).toContain('name="a_since" value="unknown"');
  const back = (await send({ in: "de", a_paper: "duldung", frage: "living", tat: "zurueck" })).body;
  expect(back).toMatch(/value="duldung" checked/);
});

test("the result cites, leaves the decision to the authority, says how sure it is and whom to ask", async () => {
  const { body } = await send({ ...DULDUNG, tat: "ergebnis" });
  for (const words of ["§ 25b Abs. 1 AufenthG", "Das entscheidet die Behörde.", "Geklärt: ", "Nicht gefragt, aber wichtig: Straftaten", "Wen Sie fragen können", "115", "hat noch kein Mensch geprüft"]) expect(body).toContain(words);
  expect(body).not.toMatch(/haben Sie Anspruch|bewilligt|genehmigt|steht Ihnen zu/i);
  const { rows } = await it.database.owner.query<{ name: string }>("select name from app.organisations where kind in ('migration_counselling', 'refugee_counselling', 'integration_centre') and closed_at is null");
  expect(rows.length).toBeGreaterThan(0);
  for (const { name } of rows) expect(body).toContain(name);
  const { rows: others } = await it.database.owner.query<{ name: string }>("select name from app.organisations o where kind not in ('migration_counselling', 'refugee_counselling', 'integration_centre') and not exists (select 1 from app.tenants t where t.name = o.name)");
  for (const { name } of others) expect(body).not.toContain(`>${name}<`);
});

test("the language changes on the way and the answers stay", async () => {
  const { body } = await send({ ...DULDUNG, sprache: "ar" });
  expect(body).toContain('<html lang="ar" dir="rtl"');
  expect(body).toContain('name="a_living" value="all"');
});

test.each(LANGUAGES)("the first page in %s, with all that it loads, stays under 100 kB", async (language) => {
  const html = (await it.get(`/schnellcheck?sprache=${language}`)).body;
  const sheet = /href="\/assets\/(quick-check[^"]+\.css)"/.exec(html)![1]!;
  const css = readFileSync(join(assets, sheet), "utf8");
  // each script of writing has one font, and only a page in it names it
  const script = language === "ti" ? "ethiopic" : language === "ar" || language === "prs" ? "arabic" : null;
  const fonts = readdirSync(assets).filter((file) => script !== null && file.includes(script) && file.includes("-400-") && css.includes(file));
  expect(fonts.length).toBe(script === null ? 0 : 1);
  const icon = readdirSync(assets).find((file) => file.startsWith("icon-"))!;
  const total = Buffer.byteLength(html) + [sheet, icon, ...fonts].reduce((sum, file) => sum + statSync(join(assets, file)).size, 0);
  expect(total).toBeLessThanOrEqual(100_000);
  expect(css).not.toMatch(/@import|https?:/);
});
