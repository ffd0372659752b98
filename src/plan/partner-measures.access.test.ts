import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../consent/sharing-world.test-support.ts";
import { addDays, germanDay } from "../kernel/calendar-day.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

const ARBEIT = ["arbeit.contact", "arbeit.task"];
interface Given { readonly caseId: string; readonly goalId: string; readonly measureId: string }
/** A case with a goal about work, and steps of the partner's office, of the person, and of the team. */
async function planned(family: string, more: Record<string, string> = {}): Promise<Given> {
  const caseId = await it.newCase({ family });
  const goal = await it.post(`/faelle/${caseId}/plan/ziele/neu`, it.manager.secret, { personId: await it.personOf(caseId), lifeArea: "arbeit", wish: "Weg von meinem Mann", title: "Stellenangebote schicken", responsible: `office:${it.world.partnerOrganisationId}`, dueOn: germanDay(addDays(it.today, 20)), ...more });
  expect(goal.statusCode, goal.body.slice(0, 1500)).toBe(303);
  const goalId = /#ziel-([0-9a-f-]{36})/.exec(String(goal.headers.location))![1]!;
  const { rows } = await it.world.owner.query<{ id: string }>("select id from app.plan_measures where goal_id = $1", [goalId]);
  for (const [title, responsible] of [["Mit der Schwester sprechen", "person"], ["Frauenhaus fragen", `account:${it.manager.accountId}`], ["Sprachkurs anbieten", `office:${it.world.organisationId}`]]) {
    expect((await it.post(`/faelle/${caseId}/plan/ziele/${goalId}/massnahmen/neu`, it.manager.secret, { title: title!, responsible: responsible!, dueOn: germanDay(addDays(it.today, 20)) })).statusCode).toBe(303);
  }
  return { caseId, goalId, measureId: rows[0]!.id };
}
const OTHERS = ["Mit der Schwester sprechen", "Frauenhaus fragen", "Sprachkurs anbieten", "Weg von meinem Mann"];
const bodyOf = async (path: string, as = it.partner): Promise<string> => (await it.get(path, as.secret)).body;
const rowOf = async (id: string) => (await it.world.owner.query<{ state: string; version: number; report_ct: Buffer | null }>("select state, version, report_ct from app.plan_measures where id = $1", [id])).rows[0]!;

test("a partner sees its own steps and nothing else of the plan, and says how they stand", async () => {
  const { caseId, measureId } = await planned("Okafor");
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  for (const path of ["/freigaben", `/freigaben/${share}`, `/freigaben/${share}/massnahmen/${measureId}`]) {
    const shown = await bodyOf(path);
    expect(shown, path).toContain("Stellenangebote schicken");
    for (const hidden of OTHERS) expect(shown, path).not.toContain(hidden);
  }
  expect(await bodyOf(`/faelle/${caseId}/freigaben/${share}`, it.manager)).toContain("Schritte im Plan, die diese Stelle tut");
  expect((await it.get(`/faelle/${caseId}/plan`, it.partner.secret)).statusCode).toBe(404);

  const said = await it.post(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret, { state: "done", report: "Drei Angebote geschickt", _version: "1" });
  expect(said.statusCode, said.body.slice(0, 800)).toBe(303);
  const plan = await bodyOf(`/faelle/${caseId}/plan`, it.manager);
  expect(plan).toContain("Drei Angebote geschickt");
  expect(plan).toContain("Kim Petersen");
  expect((await rowOf(measureId)).report_ct!.toString("latin1")).not.toContain("Angebote");
  const late = await it.post(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret, { state: "open", report: "", _version: "1" });
  expect(late.statusCode).toBe(409);
});

test("a withdrawal, an end, and being taken out end the view and the say at the next request", async () => {
  const ways: readonly ((of: { caseId: string; share: string; consent: string }) => Promise<unknown>)[] = [
    ({ consent }) => it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consents set withdrawn_at = now(), version = version + 1 where id = $1", [consent])),
    ({ consent }) => it.database.db.write(it.manager.secret, (tx) => tx.run("update app.consent_categories set withdrawn_at = now() where consent_id = $1 and kind = 'task'", [consent])),
    ({ caseId, share }) => it.post(`/faelle/${caseId}/freigaben/${share}/beenden`, it.manager.secret, {}),
    ({ caseId, share }) => it.post(`/faelle/${caseId}/freigaben/${share}`, it.manager.secret, { accountIds: [it.otherPartner.accountId] }),
  ];
  for (const [i, end] of ways.entries()) {
    const { caseId, measureId } = await planned(`Nazari${i}`);
    const consent = await it.newConsent(caseId, ARBEIT);
    const share = await it.share(caseId, ARBEIT);
    expect(await bodyOf("/freigaben")).toContain(`/freigaben/${share}/massnahmen/${measureId}`);
    await end({ caseId, share, consent });
    expect(await bodyOf("/freigaben"), String(i)).not.toContain(measureId);
    expect(await bodyOf(`/freigaben/${share}`), String(i)).not.toContain("Stellenangebote");
    expect((await it.get(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret)).statusCode).toBe(404);
    expect((await it.post(`/freigaben/${share}/massnahmen/${measureId}/stand`, it.partner.secret, { state: "done" })).statusCode).toBe(404);
    expect((await it.api("POST", `/api/v1/shares/${share}/measures/${measureId}/report`, it.partner.secret, { state: "done", report: "" }, { "if-match": '"1"' })).statusCode).toBe(404);
    expect(await rowOf(measureId)).toMatchObject({ state: "open", version: 1 });
  }
});

test("the share must cover the life area and tasks: contacts alone, or another area, show no step", async () => {
  for (const [i, cells] of [["arbeit.contact"], ["wohnen.task", "wohnen.contact"]].entries()) {
    const { caseId, measureId } = await planned(`Tesfay${i}`);
    await it.newConsent(caseId, cells);
    const share = await it.share(caseId, cells);
    expect((await it.get(`/freigaben/${share}`, it.partner.secret)).statusCode).toBe(200);
    expect(await bodyOf(`/freigaben/${share}`)).not.toContain("Stellenangebote");
    expect((await it.get(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret)).statusCode).toBe(404);
  }
});

test("where the consent lets the office only read, it says how a step stands and writes nothing", async () => {
  const { caseId, measureId } = await planned("Haile");
  await it.newConsent(caseId, ARBEIT, { direction: "to_recipient" });
  const share = await it.share(caseId, ARBEIT);
  const words = await it.post(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret, { state: "done", report: "Er trinkt", _version: "1" });
  expect(words.statusCode).toBe(422);
  expect((await rowOf(measureId)).report_ct).toBeNull();
  // nor by the function itself
  const direct = it.database.db.write(it.partner.secret, (tx) => tx.get<{ done: boolean }>("select app.report_measure($1, 1, 'done', '\\x01', current_date) as done", [measureId]));
  expect((await direct).done).toBe(false);
  expect((await it.post(`/freigaben/${share}/massnahmen/${measureId}/stand`, it.partner.secret, { state: "done" })).statusCode).toBe(303);
  expect((await rowOf(measureId)).state).toBe("done");
});

test("a goal that is dropped, a step that is, and one given to another office are gone at once", async () => {
  const { caseId, goalId, measureId } = await planned("Yilmaz");
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  const shown = () => bodyOf(`/freigaben/${share}`);
  const change = (fields: Record<string, string>, version: number) => it.post(`/faelle/${caseId}/plan/massnahmen/${measureId}`, it.manager.secret, { title: "Stellenangebote schicken", responsible: `office:${it.world.partnerOrganisationId}`, dueOn: germanDay(addDays(it.today, 20)), state: "open", result: "", _version: String(version), ...fields });
  expect(await shown()).toContain("Stellenangebote");
  await it.post(`/freigaben/${share}/massnahmen/${measureId}`, it.partner.secret, { state: "running", report: "Wir sind dran", _version: "1" });
  await change({ responsible: `office:${it.world.otherOrganisationId}` }, 2);
  expect(await shown()).not.toContain("Stellenangebote");
  // what the one office wrote is not left for the next
  expect((await rowOf(measureId)).report_ct).toBeNull();
  await change({}, 3);
  expect(await shown()).toContain("Stellenangebote");
  await change({ state: "dropped" }, 4);
  expect(await shown()).not.toContain("Stellenangebote");
  await change({ state: "open" }, 5);
  await it.world.owner.query("update app.plan_goals set state = 'dropped', closed_on = current_date where id = $1", [goalId]);
  expect(await shown()).not.toContain("Stellenangebote");
});

test("nobody of another office, no officer and no volunteer reaches a step by any of its addresses", async () => {
  const { caseId, measureId } = await planned("Demir");
  await it.newConsent(caseId, ARBEIT);
  const share = await it.share(caseId, ARBEIT);
  for (const stranger of [it.otherPartner, it.volunteer, it.dataProtectionOfficer]) {
    for (const path of [`/freigaben/${share}/massnahmen/${measureId}`, `/api/v1/shares/${share}/measures`, `/faelle/${caseId}/plan/massnahmen/${measureId}`]) expect([path, (await it.get(path, stranger.secret)).statusCode]).toEqual([path, 404]);
    expect((await it.post(`/freigaben/${share}/massnahmen/${measureId}/stand`, stranger.secret, { state: "done" })).statusCode).toBe(404);
    const rows = await it.database.db.read(stranger.secret, (tx) => tx.query("select id from app.my_shared_measures() where id = $1 union all select id from app.plan_measures", [measureId]));
    expect(rows).toEqual([]);
  }
  // the partner itself reads no row of the tables, and another's share is no way to a step
  for (const table of ["plan_goals", "plan_measures", "plan_agreements", "plan_reviews", "plan_review_goals", "plan_templates"])
    expect([table, await it.database.db.read(it.partner.secret, (tx) => tx.query(`select id_ from (select count(*)::int as id_ from app.${table}) x where id_ > 0`))]).toEqual([table, []]);
  const second = await planned("Aslan");
  await it.newConsent(second.caseId, ARBEIT);
  const other = await it.share(second.caseId, ARBEIT);
  expect((await it.get(`/freigaben/${other}/massnahmen/${measureId}`, it.partner.secret)).statusCode).toBe(404);
});
