import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";
import { reaches } from "./release-entry.ts";

let it: SharingWorld;
beforeAll(async () => {
  it = await startSharingWorld();
});
afterAll(() => it.close());

const SAID = "Hat von der Kündigung erzählt, ihr Mann weiß nichts davon";
async function confided(areas: readonly string[] = ["arbeit"]) {
  const caseId = await it.newCase({ family: "Tesfay" });
  const consentId = await it.newConsent(caseId, ["arbeit.contact", "arbeit.certificates"]);
  const share = await it.share(caseId, ["arbeit.contact"]);
  const entry = await it.addContact(caseId, it.manager, SAID, { areas: [...areas], entrusted: true });
  const other = await it.addContact(caseId, it.manager, "Noch etwas im Vertrauen", { areas: ["arbeit"], entrusted: true });
  return { caseId, consentId, share, entry, other, page: `/faelle/${caseId}/eintraege/${entry}/freigabe` };
}
const partnerReads = async (share: string): Promise<string> => (await it.get(`/freigaben/${share}`, it.partner.secret)).body;

test("what was confided is shared once the person releases exactly it, and no longer when that is taken back", async () => {
  const { caseId, consentId, share, page } = await confided();
  expect(await partnerReads(share)).not.toContain(SAID);
  const asked = await it.get(page, it.manager.secret);
  for (const part of [SAID, "Die Person gibt genau diesen Eintrag frei", "Jobcenter"]) expect(asked.body).toContain(part);
  const given = await it.post(page, it.manager.secret, { consentId, form: "oral", givenOn: "01.11.2026" });
  expect(given.statusCode).toBe(303);
  expect(await partnerReads(share)).toContain(SAID);
  expect(await partnerReads(share)).not.toContain("Noch etwas im Vertrauen");
  expect((await it.get(`/faelle/${caseId}/freigaben/${share}`, it.manager.secret)).body).toContain(SAID);
  const back = await it.post(`${page}/${consentId}/zuruecknehmen`, it.manager.secret, {});
  expect(back.statusCode).toBe(303);
  expect(await partnerReads(share)).not.toContain(SAID);
});

test("a release ends with its consent, and with the words that it was given for", async () => {
  const first = await confided();
  await it.post(first.page, it.manager.secret, { consentId: first.consentId, form: "oral", givenOn: "01.11.2026" });
  await it.world.owner.query("update app.consents set withdrawn_at = now() where id = $1", [first.consentId]);
  expect((await it.get(`/freigaben/${first.share}`, it.partner.secret)).statusCode).toBe(404);
  const second = await confided();
  await it.post(second.page, it.manager.secret, { consentId: second.consentId, form: "oral", givenOn: "01.11.2026" });
  expect(await partnerReads(second.share)).toContain(SAID);
  const changed = await it.post(`/faelle/${second.caseId}/kontakte/${second.entry}`, it.manager.secret, { kind: "talk", text: "Ganz anders, und schlimmer", isEntrusted: "ja", lifeAreas: ["arbeit"], happenedOn: "01.11.2026", _version: "1" });
  expect(changed.statusCode).toBe(303);
  expect(await partnerReads(second.share)).not.toContain("Ganz anders, und schlimmer");
});

test("nothing is released without a consent that reaches it, twice, in the future, or by who is not on the team", async () => {
  const { caseId, consentId, entry, page } = await confided();
  const other = await it.newConsent(caseId, ["sprache.contact"]);
  for (const [answers, sentence] of [
    [{ consentId: other, form: "oral", givenOn: "01.11.2026" }, "Wählen Sie eine Einwilligung"],
    [{ consentId, form: "laut", givenOn: "01.11.2026" }, "wie die Person es erlaubt hat"],
    [{ consentId, form: "oral", givenOn: "01.11.2999" }, "liegt in der Zukunft"],
  ] as const) {
    const refused = await it.post(page, it.manager.secret, answers);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(sentence);
  }
  for (const stranger of [it.colleague, it.partner, it.officer, it.administrator]) {
    expect((await it.get(page, stranger.secret)).statusCode).toBe(404);
    expect((await it.post(page, stranger.secret, { consentId, form: "oral", givenOn: "01.11.2026" })).statusCode).toBe(404);
  }
  const plain = await it.addContact(caseId, it.manager, "Nichts Besonderes", { areas: ["arbeit"] });
  expect((await it.get(`/faelle/${caseId}/eintraege/${plain}/freigabe`, it.manager.secret)).body).toContain("nicht anvertraut");
  const api = await it.api("POST", `/api/v1/cases/${caseId}/entry-releases`, it.manager.secret, { entryId: entry, consentId, form: "written", givenOn: "2026-11-01" });
  expect(api.statusCode).toBe(201);
  expect(api.json()).toMatchObject({ entryId: entry, releases: [{ consentId, form: "written", state: "in_force" }] });
  expect((await it.post(page, it.manager.secret, { consentId, form: "oral", givenOn: "01.11.2026" })).statusCode).toBe(422);
  const back = await it.api("POST", `/api/v1/cases/${caseId}/entry-releases/${entry}/${consentId}/withdrawal`, it.manager.secret, {});
  expect(back.json()).toEqual({ entryId: entry, releases: [] });
});

test("a consent reaches an entry by all its life areas, its kind, whom it concerns, and the release from secrecy", () => {
  const consent = { id: "c", recipient_id: "r", person_id: "p", direction: "both", releases_secrecy: true, given_on: "2026-01-01" as never, expires_on: "2027-01-01" as never, cells: ["arbeit.contact"] };
  const entry = { category: "contact" as const, life_areas: ["arbeit"], person_ids: [] };
  expect(reaches(consent, entry)).toBe(true);
  for (const less of [{ ...consent, direction: "from_recipient" }, { ...consent, releases_secrecy: false }, { ...consent, cells: ["arbeit.task"] }]) expect(reaches(less, entry)).toBe(false);
  for (const more of [{ ...entry, life_areas: ["arbeit", "gesundheit"] }, { ...entry, life_areas: [] }, { ...entry, category: null }, { ...entry, person_ids: ["q"] }]) expect(reaches(consent, more)).toBe(false);
});
