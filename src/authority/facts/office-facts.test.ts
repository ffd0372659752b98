import { afterAll, beforeAll, expect, test } from "vitest";
import { type AuthorityWorld, startAuthorityWorld } from "../authority-world.test-support.ts";

let it: AuthorityWorld;
let base: string;
let person: string;
beforeAll(async () => {
  it = await startAuthorityWorld();
  person = await it.newOfficePerson("Angabenreich");
  base = `/vorgaenge/${person}/angaben`;
}, 120_000);
afterAll(() => it.close());

test("an officer records a fact without a case, sees it with its source and takes it back", async () => {
  expect((await it.post(`${base}/germanOral`, it.officer.secret, { value: "A2", source: "paper" })).statusCode).toBe(303);
  const { id, case_id } = await it.row<{ id: string; case_id: string | null }>("select id, case_id from app.facts where person_id = $1 and key = 'germanOral'", [person]);
  expect(case_id).toBeNull();
  expect((await it.get(base, it.officer.secret)).body).toContain("auf Papier gesehen");
  expect((await it.get(`${base}/germanOral`, it.second.secret)).body).toContain("zählt heute");
  expect((await it.post(`${base}/germanOral/${id}/zuruecknehmen`, it.second.secret, {})).statusCode).toBe(303);
  expect((await it.get(base, it.officer.secret)).body).not.toContain("auf Papier gesehen");
  const actions = await it.row<{ all: string[] }>("select array_agg(distinct action) as all from app.access_records where action like 'fact.%'");
  expect(actions.all.toSorted()).toEqual(["fact.read", "fact.recorded", "fact.withdrawn"]);
});

test("what may hurt is sealed here too, and the page asks for what the procedure needs instead of warning of the authority", async () => {
  for (const path of [base, `${base}/investigationPending`]) {
    const { body } = await it.get(path, it.officer.secret);
    expect([body.includes("§ 86 AufenthG"), body.includes("§ 87")], path).toEqual([true, false]);
  }
  expect((await it.post(`${base}/investigationPending`, it.officer.secret, { value: "ja", source: "register" })).statusCode).toBe(303);
  expect(await it.row("select is_guarded, value, value_ct is not null as sealed from app.facts where key = 'investigationPending'")).toEqual({ is_guarded: true, value: null, sealed: true });
});

test("a refusal keeps what was typed, and what the register tells has no form here", async () => {
  const refused = await it.post(`${base}/germanOral`, it.officer.secret, { value: "", source: "said", foundBy: "Frau Amt" });
  expect([refused.statusCode, refused.body.includes("Frau Amt"), refused.body.includes("Wählen Sie aus der Liste.")]).toEqual([422, true, true]);
  expect((await it.get(`${base}/birthDate`, it.officer.secret)).statusCode).toBe(404);
});
