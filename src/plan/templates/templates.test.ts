import { afterAll, beforeAll, expect, test } from "vitest";
import { LIFE_AREAS } from "../../accounts/index.ts";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { traceIn } from "./decide-template.ts";
import { EXAMPLES } from "./template-content.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => new Date("2026-11-23T09:00:00Z") });
});
afterAll(() => it.close());

test("what leads to somebody is found: names in every script, also in the genitive, numbers, days, addresses", () => {
  const names = ["Haddad", "Amira", "حداد", "Al-Masri", "2026-0041"];
  for (const text of ["Amiras Zeugnis", "mit HADDAD reden", "حداد anrufen", "Masri fragen", "Tel. 0151 2345678", "bis 3.5.2027", "a@b.de schreiben", "Frau Müller fragen", "Familie Özdemir"]) expect([text, traceIn(text, names)]).not.toEqual([text, null]);
  for (const text of ["Zeugnis übersetzen lassen", "B1 in 6 Monaten", "Termin um 10:30", "§ 25b klären", "Ich arbeite bis zur Anerkennung"]) expect([text, traceIn(text, names)]).toEqual([text, null]);
});

test("examples are shipped, speak of life areas that there are, and of nobody", () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(4);
  for (const t of EXAMPLES) {
    expect(t.goals.length).toBeGreaterThan(0);
    for (const g of t.goals) {
      expect(LIFE_AREAS.map(([key]) => key)).toContain(g.lifeArea);
      for (const text of [t.title, t.situation, g.goal, ...g.measures.map((m) => m.title)]) expect([text, traceIn(text, [])]).toEqual([text, null]);
    }
  }
});

test("an example becomes goals and steps of the case, with days from today", async () => {
  const { id, personId } = await it.newCase();
  const page = await it.get(`/faelle/${id}/plan/vorlagen`, it.manager.secret);
  expect(page.body).toContain("Beispiel");
  const used = await it.post(`/faelle/${id}/plan/vorlagen`, it.manager.secret, { templateId: "own_home", personId, goals: "0" });
  expect(used.statusCode, used.body.slice(0, 1500)).toBe(303);
  const plan = (await it.get(`/faelle/${id}/plan`, it.manager.secret)).body;
  expect(plan).toContain("Wir wohnen in einer eigenen Wohnung.");
  expect(plan).toContain("bis 14.12.2026");
  expect((await it.post(`/faelle/${id}/plan/vorlagen`, it.manager.secret, { templateId: "own_home", personId, goals: [] })).statusCode).toBe(422);
});

async function planned(): Promise<{ id: string; goalId: string; measureId: string }> {
  const { id, personId } = await it.newCase();
  const answer = await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, lifeArea: "arbeit", wish: "Amira will endlich weg", goal: "Arbeit als Pflegekraft", title: "Amiras Zeugnis übersetzen", responsible: `office:${it.world.partnerOrganisationId}`, dueOn: "21.12.2026" });
  const goalId = /#ziel-([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!;
  return { id, goalId, measureId: (await it.row<{ id: string }>("select id from app.plan_measures where goal_id = $1", [goalId])).id };
}

test("a template is made of a good plan only without names and after somebody read it, and keeps no case", async () => {
  const p = await planned();
  const form = await it.get(`/faelle/${p.id}/plan/vorlagen/neu`, it.manager.secret);
  expect(form.body).toContain("Amiras Zeugnis übersetzen");
  const save = (more: Record<string, string>) => it.post(`/faelle/${p.id}/plan/vorlagen/neu`, it.manager.secret, { title: "Pflege ohne Abschluss", situation: "", keep: p.goalId, [`goal.${p.goalId}`]: "Arbeit als Pflegekraft", [`measure.${p.measureId}`]: "Zeugnis übersetzen", [`days.${p.measureId}`]: "28", confirmed: "ja", ...more });
  const named = await save({ [`measure.${p.measureId}`]: "Amiras Zeugnis übersetzen" });
  expect(named.statusCode).toBe(422);
  expect(named.body).toContain("Hier steht noch der Name „amira“");
  expect((await save({ confirmed: "" })).body).toContain("Lesen Sie alles noch einmal");
  expect((await save({})).statusCode).toBe(303);
  const row = await it.row<Record<string, unknown>>("select * from app.plan_templates where title = 'Pflege ohne Abschluss'");
  expect(row["content"]).toEqual({ situation: "", goals: [{ lifeArea: "arbeit", goal: "Arbeit als Pflegekraft", measures: [{ title: "Zeugnis übersetzen", responsible: "office", officeKind: "jobcenter", days: 28 }] }] });
  expect(JSON.stringify(row)).not.toContain(p.id);
  // of the room: a colleague uses it in a case of her own
  const theirs = await it.newCase(it.colleague);
  expect((await it.get(`/faelle/${theirs.id}/plan/vorlagen`, it.colleague.secret)).body).toContain("Pflege ohne Abschluss");
  await it.post(`/faelle/${theirs.id}/plan/vorlagen`, it.colleague.secret, { templateId: String(row["id"]), personId: theirs.personId, goals: "0" });
  expect((await it.get(`/faelle/${theirs.id}/plan`, it.colleague.secret)).body).toContain("Zeugnis übersetzen");
  // stilled by its maker or the lead, not by a colleague
  expect((await it.post(`/faelle/${theirs.id}/plan/vorlagen/${String(row["id"])}/stilllegen`, it.colleague.secret, {})).statusCode).toBe(404);
  expect((await it.post(`/faelle/${p.id}/plan/vorlagen/${String(row["id"])}/stilllegen`, it.manager.secret, {})).statusCode).toBe(303);
});

test("what is entrusted becomes no template", async () => {
  const { id, personId } = await it.newCase();
  await it.post(`/faelle/${id}/plan/ziele/neu`, it.manager.secret, { personId, lifeArea: "arbeit", wish: "Das bleibt unter uns", title: "", responsible: "person", dueOn: "", isEntrusted: "ja" });
  expect((await it.get(`/faelle/${id}/plan/vorlagen/neu`, it.manager.secret)).body).not.toContain("Das bleibt unter uns");
});
