import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../../test/world.ts";
import { type CaseWorld, startCaseWorld } from "../../cases/case-world.test-support.ts";
import { addMonths, dayOf } from "../../kernel/calendar-day.ts";

let it: CaseWorld;
let own: { id: string; personId: string; consentId: string };
let others: { name: string; who: Actor }[];

const bodyFor = (personId: string) => ({
  personId, recipientId: it.world.partnerOrganisationId, categories: ["arbeit.contact", ".identity"], purpose: "work", purposeText: "Bewerbungen abstimmen", direction: "both", releasesSecrecy: true,
  expiresOn: addMonths(dayOf(new Date()), 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
});

beforeAll(async () => {
  it = await startCaseWorld();
  const { id, personId } = await it.newCase();
  const made = await it.api("POST", `/api/v1/cases/${id}/consents`, it.manager.secret, bodyFor(personId));
  own = { id, personId, consentId: made.json<{ id: string }>().id };
  others = [
    { name: "a case manager of another team", who: it.colleague }, { name: "the team lead who has not joined", who: it.teamLead }, { name: "the foreigners' authority", who: it.officer },
    { name: "the administrator", who: it.administrator }, { name: "a partner without a share", who: await actor(it.world, ["partner_worker"], "partner") },
    { name: "the data protection officer", who: await actor(it.world, ["data_protection_officer"], null) }, { name: "intake", who: await actor(it.world, ["intake"], "case") },
  ];
}, 120_000);
afterAll(() => it.close());

const addresses = (id: string, consentId: string): string[] => {
  const base = `/faelle/${id}/einwilligungen`;
  return [base, `${base}/neu`, `${base}/neu/aufnehmen`, `${base}/${consentId}`, `${base}/${consentId}/blatt`, `${base}/${consentId}/blatt.pdf`, `${base}/${consentId}/widerruf`, `${base}/${consentId}/beleg`, `${base}/${consentId}/beleg.pdf`, `/api/v1/cases/${id}/consents`, `/api/v1/cases/${id}/consents/${consentId}`];
};

test("to everybody else there is no consent: not its page, its paper, nor that there is none", async () => {
  const nobodys = "0190a0a0-0000-7000-8000-0000000000aa";
  for (const { name, who } of others)
    for (const [i, path] of addresses(own.id, own.consentId).entries()) {
      const answer = await it.get(path, who.secret);
      expect(answer.statusCode, `${name}: ${path}`).toBe(404);
      const unknown = await it.get(addresses(nobodys, nobodys)[i]!, who.secret);
      expect(answer.body.replaceAll(/req-\w+|[0-9a-f-]{36}/g, ""), `${name}: ${path}`).toBe(unknown.body.replaceAll(/req-\w+|[0-9a-f-]{36}/g, ""));
    }
});

test("nobody else records or withdraws, and the reader of one case does not reach into another by its address", async () => {
  const second = await it.newCase(it.colleague);
  for (const { name, who } of others) {
    expect((await it.api("POST", `/api/v1/cases/${own.id}/consents`, who.secret, bodyFor(own.personId))).statusCode, name).toBe(404);
    expect((await it.api("POST", `/api/v1/cases/${own.id}/consents/${own.consentId}/withdrawal`, who.secret, { scope: "whole", form: "oral" }, { "if-match": '"1"' })).statusCode, name).toBe(404);
    expect((await it.post(`/faelle/${own.id}/einwilligungen/${own.consentId}/widerruf`, who.secret, { scope: "whole", form: "oral", _version: "1" })).statusCode, name).toBe(404);
  }
  expect((await it.get(`/api/v1/cases/${second.id}/consents/${own.consentId}`, it.colleague.secret)).statusCode).toBe(404);
  expect((await it.get(`/faelle/${second.id}/einwilligungen/neu?wie=${own.consentId}`, it.colleague.secret)).statusCode).toBe(404);
  // a person of another case is refused in words, and the words do not tell whether there is such a person
  const foreign = await it.api("POST", `/api/v1/cases/${second.id}/consents`, it.colleague.secret, bodyFor(own.personId));
  expect(foreign.statusCode).toBe(422);
  expect(foreign.json<{ refusals: { code: string }[] }>().refusals.map((r) => r.code)).toEqual(["person-not-of-the-case"]);
  expect(await it.row("select version, withdrawn_at from app.consents where id = $1", [own.consentId])).toEqual({ version: 1, withdrawn_at: null });
});

test("emergency access reads and withdraws, and takes no new consent", async () => {
  const helper = await actor(it.world, ["case_manager"], "case");
  await it.world.owner.query(
    "insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at, review_due_on) select $1, $2, gen_random_uuid(), $3, $4, key_ref, '\\x00', now() + interval '30 minutes', current_date + 7 from app.cases where id = $3",
    [it.world.tenantId, it.world.caseRoomId, own.id, helper.accountId],
  );
  expect((await it.get(`/faelle/${own.id}/einwilligungen`, helper.secret)).statusCode).toBe(200);
  expect((await it.api("POST", `/api/v1/cases/${own.id}/consents`, helper.secret, bodyFor(own.personId))).statusCode).toBe(404);
  expect((await it.api("POST", `/api/v1/cases/${own.id}/consents/${own.consentId}/withdrawal`, helper.secret, { scope: "part", categories: [".identity"], form: "oral" }, { "if-match": '"1"' })).statusCode).toBe(200);
});

test("a withdrawal sent twice happens once, and a stale one is refused with what stands there now", async () => {
  const { id, personId } = await it.newCase();
  const made = (await it.api("POST", `/api/v1/cases/${id}/consents`, it.manager.secret, bodyFor(personId))).json<{ id: string; version: number }>();
  const path = `/api/v1/cases/${id}/consents/${made.id}/withdrawal`;
  const once = { "if-match": '"1"', "idempotency-key": "withdrawal-once" };
  expect((await it.api("POST", path, it.manager.secret, { scope: "part", categories: [".identity"], form: "oral" }, once)).json()).toMatchObject({ state: "in_force", version: 2 });
  expect((await it.api("POST", path, it.manager.secret, { scope: "part", categories: [".identity"], form: "oral" }, once)).json()).toMatchObject({ version: 2 });
  const stale = await it.api("POST", path, it.manager.secret, { scope: "whole", form: "oral" }, { "if-match": '"1"' });
  expect(stale.statusCode).toBe(412);
  expect(stale.json<{ current: { version: number } }>().current.version).toBe(2);
  expect((await it.api("POST", path, it.manager.secret, { scope: "whole", form: "oral" })).statusCode).toBe(428);
});
