import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../../cases/case-world.test-support.ts";
import { addMonths, dayOf, germanDay } from "../../../kernel/calendar-day.ts";
import { NotFound } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import { consentText, textVersions } from "./consent-texts.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
}, 120_000);
afterAll(() => it.close());

const path = "/verwaltung/einwilligungstexte";

test("a text is signed from the day on which an administrator says who checked it, and by their word alone", async () => {
  const { id, personId } = await it.newCase();
  const sign = async () =>
    it.api("POST", `/api/v1/cases/${id}/consents`, it.manager.secret, {
      personId, recipientId: it.world.partnerOrganisationId, categories: [".identity"], purpose: "work", purposeText: "Bewerbungen abstimmen", direction: "both", releasesSecrecy: false,
      expiresOn: addMonths(dayOf(new Date()), 12), givenBy: "person", capacityNoted: true, form: "written", language: "ar",
    });
  const refused = await sign();
  expect(refused.statusCode).toBe(422);
  expect(refused.json<{ refusals: { code: string }[] }>().refusals.map((r) => r.code)).toEqual(["text-not-reviewed"]);
  const review = { reviewer: "Dr. Rana Nasser, vereidigte Übersetzerin", reviewedOn: germanDay(dayOf(new Date())), textVersion: textVersions().ar! };
  expect((await it.post(`${path}/ar`, it.manager.secret, review)).statusCode).toBe(404);
  expect((await it.post(`${path}/de`, it.administrator.secret, review)).statusCode).toBe(404);
  const wrong = await it.post(`${path}/ar`, it.administrator.secret, { reviewer: "", reviewedOn: "bald", textVersion: "2020-01" });
  expect(wrong.statusCode).toBe(422);
  for (const sentence of ["wer den Text geprüft hat", "Das ist kein Tag", "Der Text wurde inzwischen geändert"]) expect(wrong.body).toContain(sentence);
  expect((await it.post(`${path}/ar`, it.administrator.secret, review)).statusCode).toBe(303);
  expect((await it.get(path, it.administrator.secret)).body).toContain("Dr. Rana Nasser");
  expect((await it.get(`${path}/ar`, it.administrator.secret)).body).toContain("Sie kann unterschrieben werden");
  expect((await sign()).statusCode).toBe(201);
});

test("an earlier version of which nothing is kept is none, and a version is no path", () => {
  expect(() => consentText("de", "2019-01")).toThrow(NotFound);
  expect(() => consentText("de", "../../package")).toThrow(NotFound);
  expect(consentText("de", textVersions().de)).toBe(consentText("de"));
});

test("the form begins with whoever speaks for a child, and not longer than the 18th birthday", async () => {
  const { id, personId } = await it.newCase();
  const { tenantId, caseRoomId, owner } = it.world;
  await owner.query("update app.persons set birth_on = (current_date - interval '17 years 6 months')::date, birth_precision = 'day' where tenant_id = $1 and id = $2", [tenantId, personId]);
  const { key_ref } = await it.row<{ key_ref: string }>("select key_ref from app.persons where id = $1", [personId]);
  const guardian = newId();
  await owner.query("insert into app.person_guardians (tenant_id, room_id, id, person_id, kind, name_ct, scope, evidence) values ($1, $2, $3, $4, 'parents', $5, '{all}', 'Geburtsurkunde')", [
    tenantId, caseRoomId, guardian, personId, it.app.vault.seal(key_ref, "Lina und Omar Haddad", { tenant: tenantId, table: "person_guardians", column: "name_ct", row: guardian, version: 1 }),
  ]);
  const { last } = await it.row<{ last: string }>("select to_char((birth_on + interval '18 years')::date - 1, 'DD.MM.YYYY') as last from app.persons where id = $1", [personId]);
  const form = await it.get(`/faelle/${id}/einwilligungen/neu`, it.manager.secret);
  expect(form.body).toContain("Lina und Omar Haddad, Nachweis: Geburtsurkunde");
  expect(form.body).toMatch(/value="parents" checked/);
  expect(form.body).toContain(`value="${last}"`);
});
