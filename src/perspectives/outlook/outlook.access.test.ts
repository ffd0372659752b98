import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { readOutlookPersons } from "./read-outlook.ts";

let it: ReadingWorld;
let own: string;
let person: string;
const PAGES = ["", "/was-waere-wenn", "/was-waere-wenn?annahme=arbeit&annahme=b1", "/blatt.pdf"];
const at = (caseId: string, rest: string): string => `/faelle/${caseId}/aufenthalt-und-fristen${rest}`;

const personOf = async (caseId: string): Promise<string> => (await it.world.owner.query<{ id: string }>("select person_id as id from app.case_persons where case_id = $1", [caseId])).rows[0]!.id;
async function addPaper(personId: string, label: string, from: string, until: string | null): Promise<void> {
  await it.world.owner.query("insert into app.person_residence_statuses (tenant_id, room_id, id, person_id, azr_label, short_label, from_on, until_on) values ($1, $2, gen_random_uuid(), $3, $4, '', $5, $6)", [it.world.tenantId, it.world.caseRoomId, personId, label, from, until]);
}
const countFacts = async (): Promise<number> => Number((await it.world.owner.query<{ n: string }>("select count(*) as n from app.facts")).rows[0]!.n);

beforeAll(async () => {
  it = await startReadingWorld();
  own = await it.newCase({ family: "Haddad" });
  person = await personOf(own);
  await addPaper(person, "Aufenthaltsgestattung", "2019-02-01", "2021-05-31");
  await addPaper(person, "über die Aussetzung der Abschiebung (Duldung) nach § 60a Absatz 2 Satz 3 AufenthG", "2021-06-01", addDays(it.today, 90));
});
afterAll(() => it.close());

test("whoever leads the case sees what the law offers, in the law's word, and that the authority decides", async () => {
  const page = await it.get(at(own, ""), it.manager.secret);
  expect(page.statusCode).toBe(200);
  for (const words of ["Duldung", "§ 25b Abs. 1 AufenthG", "OFFEN", "Wortlaut § 25b Abs. 1 AufenthG", "entscheidet die Behörde", "aus dem Gedächtnis, ungeprüft"]) expect(page.body).toContain(words);
  expect(page.body).not.toMatch(/genehmigt|bewilligt|garantiert/);
});

test("the overview of the case leads to it, with the next day that counts", async () => {
  const page = await it.get(`/faelle/${own}`, it.manager.secret);
  expect(page.body).toContain(`href="${at(own, "")}"`);
  expect(page.body).toContain("Das Aufenthaltspapier endet");
});

test("for another case manager, a lead who has not joined, an officer and an administrator none of it exists", async () => {
  for (const who of [it.colleague, it.lead, it.officer, it.administrator]) for (const rest of PAGES) expect([rest, (await it.get(at(own, rest), who.secret)).statusCode]).toEqual([rest, 404]);
});

test("programs ask for the persons of a case, and only those of whoever leads it", async () => {
  const path = `/api/v1/cases/${own}/rules/evaluate`;
  const answer = await it.api("POST", path, it.manager.secret, { rules: ["AUFENTHG_25B_1"], earliestDays: true });
  expect(answer.statusCode).toBe(200);
  const [first] = answer.json<{ persons: { personId: string; evaluation: { results: { rule: string; outcome: string; trace: { conditions: unknown[] } }[] } }[] }>().persons;
  expect([first!.personId, first!.evaluation.results[0]!.rule, first!.evaluation.results[0]!.outcome]).toEqual([person, "AUFENTHG_25B_1", "OFFEN"]);
  expect(first!.evaluation.results[0]!.trace.conditions.length).toBeGreaterThan(8);
  for (const who of [it.colleague, it.lead, it.officer, it.administrator]) expect((await it.api("POST", path, who.secret, {})).statusCode).toBe(404);
});

test("a family costs no more statements than one person", async () => {
  const family = await it.newCase({ family: "Familie" });
  const countOf = async (caseId: string): Promise<number> => {
    let counted = 0;
    await it.reading(it.manager, async (tx, asking) => {
      const before = tx.statements;
      await readOutlookPersons(tx, asking, await readCaseHead(tx, asking, caseId));
      counted = tx.statements - before;
    });
    return counted;
  };
  const one = await countOf(family);
  for (let i = 0; i < 4; i += 1) {
    const child = await it.newPerson([["Latn", "Familie", `Kind ${i}`]], "2015-01-01");
    await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, family, child]);
  }
  expect(await countOf(family)).toBe(one);
  const page = await it.get(at(family, "?person=alle"), it.manager.secret);
  for (const name of ["Kind 0", "Kind 3"]) expect(page.body).toContain(name);
});

test("a person who does not belong to the case is not shown in it, even where the reader knows the person", async () => {
  const other = await personOf(await it.newCase({ family: "Andere" }));
  for (const rest of [`?person=${other}`, `/was-waere-wenn?person=${other}`, `/blatt.pdf?person=${other}`]) expect((await it.get(at(own, rest), it.manager.secret)).statusCode).toBe(404);
});

test("reading and printing stand in the record with the person that was shown", async () => {
  const records = async (action: string): Promise<string[][]> => (await it.world.owner.query<{ object_ids: string[] }>("select object_ids from app.access_records where action = $1 and case_id = $2 order by at desc", [action, own])).rows.map((row) => row.object_ids);
  const before = [(await records("perspectives.read")).length, (await records("perspectives.printed")).length];
  await it.get(at(own, ""), it.manager.secret);
  await it.get(at(own, "/was-waere-wenn?annahme=kind"), it.manager.secret);
  await it.get(at(own, "/blatt.pdf"), it.manager.secret);
  expect([(await records("perspectives.read")).length, (await records("perspectives.printed")).length]).toEqual([before[0]! + 2, before[1]! + 1]);
  expect((await records("perspectives.read"))[0]).toEqual([person]);
});

test("what if shows before and after and saves nothing", async () => {
  const before = await countFacts();
  const page = await it.get(at(own, "/was-waere-wenn?annahme=arbeit&annahme=test&annahme=a2&annahme=bekenntnis&annahme=identitaet"), it.manager.secret);
  expect(page.statusCode).toBe(200);
  for (const words of ["vorher", "nachher", "Das bewegt sich"]) expect(page.body).toContain(words);
  expect(await countFacts()).toBe(before);
});

test("an assumption that cannot be read comes back beside its field, with what was typed", async () => {
  const page = await it.get(at(own, "/was-waere-wenn?annahme=arbeit&ab=gestern&angabe1=weeklyHours&wert1=viele"), it.manager.secret);
  for (const words of ["Schreiben Sie eine Zahl.", "Schreiben Sie einen Tag ab heute", 'value="viele"', 'value="gestern"']) expect(page.body).toContain(words);
  expect(page.body).not.toContain("Das bewegt sich");
});

test("nothing that hurts can be assumed by address", async () => {
  const page = await it.get(at(own, "/was-waere-wenn?angabe1=convictions&wert1=ja"), it.manager.secret);
  expect(page.body).toContain("Wählen Sie eine Angabe aus der Liste.");
});

test.each(["de", "en", "uk", "ar", "prs", "tr", "ti", "ru", "fr"])("the paper in %s is a tagged PDF with title and no name in its foot", async (language) => {
  const answer = await it.get(at(own, `/blatt.pdf?sprache=${language}`), it.manager.secret);
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
  const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload));
  const marks = await pdf.getMarkInfo() as { Marked?: boolean } | null;
  expect(marks?.Marked).toBe(true);
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string } };
  expect(info.Title).toBe("Ihr Aufenthalt: was möglich ist");
}, 120_000);
