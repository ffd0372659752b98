import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { DOCUMENT_LANGUAGES, makePdf, type PlanAgreement } from "../../pdf/index.ts";
import { agreementSheet } from "./agreement-sheet.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => new Date("2026-11-23T09:00:00Z") });
});
afterAll(() => it.close());

interface Planned { readonly caseId: string; readonly personId: string; readonly goalId: string; readonly measureId: string }
async function planned(wish = "أريد أن أعمل", more: Record<string, string> = {}): Promise<Planned> {
  const { id, personId } = await it.newCase();
  const answer = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, lifeArea: "arbeit", wish, wishLanguage: "ar", goal: "Arbeit in der Pflege", title: "Zeugnis übersetzen", responsible: "person", dueOn: "20.12.2026", ...more });
  const goalId = /#ziel-([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!;
  return { caseId: id, personId, goalId, measureId: (await it.row<{ id: string }>("select id from app.plan_measures where goal_id = $1", [goalId])).id };
}
const fields = (p: Planned, more: Record<string, string | string[]> = {}) => ({
  personId: p.personId, language: "ar", goals: [p.goalId], [`other.${p.goalId}`]: "العمل في التمريض", [`other.${p.measureId}`]: "", interpreter: "Frau Nasser", agreedOn: "23.11.2026", nextReviewOn: "23.02.2027", signing: "together", confirmed: "ja", ...more,
});
const agree = (p: Planned, more: Record<string, string | string[]> = {}) => it.post(`/faelle/${p.caseId}/plan/vereinbarungen/neu`, it.manager.secret, fields(p, more));
const idOf = (answer: { headers: { location?: unknown } }): string => /vereinbarungen\/([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!;

test("an agreement holds both languages side by side, the person's words, and how it was confirmed", async () => {
  const p = await planned();
  const form = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen/neu?sprache=ar`, it.manager.secret);
  expect(form.body).toContain("أريد أن أعمل");
  const made = await agree(p);
  expect(made.statusCode, made.body.slice(0, 2000)).toBe(303);
  const page = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen/${idOf(made)}`, it.manager.secret);
  for (const words of ["Arbeit in der Pflege", "العمل في التمريض", "تُرجم شفويًا", "Frau Nasser", "gemeinsam bestätigt", "خطتي"]) expect(page.body).toContain(words);
  expect((await it.row<{ n: number }>("select count(*)::int as n from app.follow_ups where case_id = $1 and due_on = '2027-02-23'", [p.caseId])).n).toBe(1);
  const pdf = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen/${idOf(made)}/blatt.pdf`, it.manager.secret);
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
});

test("nothing is agreed that nobody confirmed, nobody interpreted, or that stands in no German", async () => {
  const p = await planned();
  const unconfirmed = await agree(p, { confirmed: "" });
  expect(unconfirmed.statusCode).toBe(422);
  expect(unconfirmed.body).toContain("zusammen gelesen haben");
  expect((await agree(p, { interpreter: "" })).body).toContain("hat jemand mündlich übersetzt");
  const foreign = await planned("أريد أن أعمل", { goal: "" });
  expect((await agree(foreign)).body).toContain("Ein Ziel steht noch nicht auf Deutsch");
});

test("what was agreed stays as it was, and the pages say what changed since and between versions", async () => {
  const p = await planned();
  const first = idOf(await agree(p));
  const changed = await it.post(`/faelle/${p.caseId}/plan/massnahmen/${p.measureId}`, it.manager.secret, { title: "Zeugnis anerkennen lassen", responsible: `account:${it.manager.accountId}`, dueOn: "31.01.2027", state: "open", result: "", _version: "1" });
  expect(changed.statusCode).toBe(303);
  const since = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen`, it.manager.secret);
  for (const words of ["Seit der letzten Vereinbarung geändert", "vorher: Zeugnis übersetzen", "bis 31.01.2027 statt 20.12.2026", "Kim Mahler statt die Person selbst"]) expect(since.body).toContain(words);
  const second = await agree(p, { signing: "paper", confirmed: "" });
  const after = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen`, it.manager.secret);
  expect(after.body).not.toContain("Seit der letzten Vereinbarung geändert");
  expect(after.body).toContain("Was sich gegenüber der Fassung davor geändert hat");
  expect((await it.get(`/faelle/${p.caseId}/plan/vereinbarungen/${first}`, it.manager.secret)).body).toContain("Zeugnis übersetzen");
  expect((await it.get(`/faelle/${p.caseId}/plan/vereinbarungen/${idOf(second)}`, it.manager.secret)).body).toContain("Unterschrift fehlt");
});

test("the words of an agreement cannot be changed by anybody who signs in", async () => {
  const p = await planned();
  const id = idOf(await agree(p));
  const { db } = it.database;
  await expect(db.write(it.manager.secret, (tx) => tx.run("update app.plan_agreements set content_ct = '\\x00' where id = $1", [id]))).rejects.toThrow();
  await expect(db.write(it.manager.secret, (tx) => tx.run("delete from app.plan_agreements where id = $1", [id]))).rejects.toThrow();
});

test("a goal that came to its end is no change of the agreement, one that is new is", async () => {
  const p = await planned();
  await agree(p);
  await it.post(`/faelle/${p.caseId}/plan/ziele/neu`, it.manager.secret, { personId: p.personId, lifeArea: "wohnen", wish: "Eine eigene Wohnung", title: "", responsible: "person", dueOn: "" });
  const reviewed = await it.post(`/faelle/${p.caseId}/plan/ueberpruefung`, it.manager.secret, { [`attainment.${p.goalId}`]: "1", [`level.${p.goalId}`]: "4", closes: [p.goalId], reviewedOn: "23.11.2026", nextReviewOn: "23.02.2027", note: "", kind: "review" });
  expect(reviewed.statusCode, reviewed.body.slice(0, 2000)).toBe(303);
  const page = await it.get(`/faelle/${p.caseId}/plan/vereinbarungen`, it.manager.secret);
  expect(page.body).toContain("Eine eigene Wohnung");
  expect(page.body).not.toContain("Ziel weggefallen");
  const effect = await it.get(`/faelle/${p.caseId}/plan/wirkung`, it.manager.secret);
  expect(effect.body).toContain("mehr erreicht");
});

test("with the case goes all of its plan", async () => {
  const p = await planned();
  await agree(p);
  await it.post(`/faelle/${p.caseId}/plan/ueberpruefung`, it.manager.secret, { [`attainment.${p.goalId}`]: "-1", reviewedOn: "23.11.2026", nextReviewOn: "23.02.2027", note: "Geht langsam", kind: "review" });
  await it.world.owner.query("delete from app.cases where id = $1", [p.caseId]);
  for (const table of ["plan_goals", "plan_measures", "plan_agreements", "plan_reviews", "plan_review_goals"]) expect([table, (await it.world.owner.query(`select from app.${table} where case_id = $1`, [p.caseId])).rowCount]).toEqual([table, 0]);
});

const DIR = join(import.meta.dirname, "../../../data/plan-agreement");
const sentences = (value: unknown, place = ""): (readonly [string, string])[] =>
  typeof value === "string" ? [[place, value]] : Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, place === "" ? key : `${place}.${key}`));
const textOf = (language: string) => sentences(JSON.parse(readFileSync(join(DIR, `${language}.json`), "utf8"))).filter(([place]) => place !== "language" && place !== "version");
const SCRIPTS: Readonly<Record<string, RegExp>> = { uk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u, prs: /\p{Script=Arabic}/u, ti: /\p{Script=Ethiopic}/u };

test.each(DOCUMENT_LANGUAGES.filter((l) => l !== "de"))("%s says all that the German sheet says, in its own script", (language) => {
  const said = textOf(language);
  expect(said.map(([place]) => place)).toEqual(textOf("de").map(([place]) => place));
  const german = new Map(textOf("de"));
  expect(said.filter(([place, text]) => text.trim() === "" || text === german.get(place))).toEqual([]);
  expect(said.filter(([, text]) => SCRIPTS[language] !== undefined && !SCRIPTS[language].test(text))).toEqual([]);
});

test.each(DOCUMENT_LANGUAGES)("the sheet in German and %s is an accessible PDF", async (language) => {
  const sheet: PlanAgreement = agreementSheet({
    language, agreedOn: "2026-11-23" as never,
    content: {
      signer: "Amira Haddad · أميرة حداد", manager: "Kim Mahler", office: "KI", interpreter: "", nextReviewOn: null, textVersion: "2026-11", considered: [],
      goals: [{ id: "g", personId: "p", person: "", lifeArea: "arbeit", wish: "أريد أن أعمل", wishLanguage: "ar", de: "Arbeit in der Pflege #1 *neu* $x$", other: "", measures: [{ id: "m", de: "Zeugnis übersetzen", other: "", who: { kind: "person", name: "" }, dueOn: "2026-12-20" as never }] }],
    },
  }, (key) => ({ de: key, other: key }), "Fall 2026-1 · Plan, Fassung 1", null);
  const raw = Buffer.from(await makePdf("plan-agreement", sheet, new Date("2026-11-23T10:00:00Z"))).toString("latin1");
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(raw).toContain("/StructTreeRoot");
});
