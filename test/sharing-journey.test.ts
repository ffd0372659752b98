import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverWhatWaits } from "../src/consent/index.ts";
import { type SharingWorld, startSharingWorld } from "../src/consent/sharing-world.test-support.ts";
import { addMonths } from "../src/kernel/calendar-day.ts";
import type { Actor } from "./world.ts";

/** Working together as another program walks it: from a consent in Arabic to the data protection officer who finds every step. */
let it: SharingWorld;
let caseId: string;
let personId: string;
let consentId: string;
let shareId: string;

beforeAll(async () => {
  it = await startSharingWorld();
  caseId = await it.newCase({ family: "Haddad" });
  personId = await it.personOf(caseId);
  await it.addToTeam(caseId, it.colleague, "member");
  await it.addContact(caseId, it.manager, "Sucht Arbeit in der Pflege", { areas: ["arbeit"] });
  await it.addContact(caseId, it.manager, "Blutdruck besprochen", { areas: ["gesundheit"] });
  await it.addContact(caseId, it.manager, "Im Vertrauen gesagt", { areas: ["arbeit"], entrusted: true });
}, 120_000);
afterAll(() => it.close());

type Method = "GET" | "POST" | "PUT";
async function call<T>(who: Actor, method: Method, path: string, body?: object, etag?: string): Promise<T & { readonly etag: string }> {
  const answer = await it.api(method, `/api/v1${path}`, who.secret, body, etag === undefined ? {} : { "if-match": etag });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body.slice(0, 1500)}`);
  return Object.assign(answer.json<T>() as T & object, { etag: answer.headers["etag"] ?? "" });
}
const statusOf = async (who: Actor, path: string): Promise<number> => (await it.api("GET", `/api/v1${path}`, who.secret)).statusCode;
interface Id { readonly id: string }
interface Item extends Id { readonly kind: string; readonly subject: string; readonly state: string }
const inboxOf = async (who: Actor): Promise<readonly Item[]> => (await call<{ items: Item[] }>(who, "GET", "/inbox")).items;
const deliver = (): Promise<unknown> => deliverWhatWaits(it.app);

test("a consent is taken in Arabic and German, by word of mouth with an interpreter", async () => {
  const consent = await call<Id & { state: string }>(it.manager, "POST", `/cases/${caseId}/consents`, {
    personId, recipientId: it.world.partnerOrganisationId, categories: ["arbeit.contact", "arbeit.task"], purpose: "work", purposeText: "Das Jobcenter soll bei der Arbeitssuche helfen.", direction: "both",
    releasesSecrecy: true, expiresOn: addMonths(it.today, 12), givenBy: "person", capacityNoted: true, form: "oral", oralNote: "Im Büro, Frau Sahin war dabei, einverstanden.", interpreter: "Frau Sahin, Arabisch", language: "ar",
  });
  expect(consent.state).toBe("in_force");
  consentId = consent.id;
});

test("work is shared with the Jobcenter, whose worker sees that and nothing else and adds feedback", async () => {
  shareId = (await call<Id>(it.manager, "POST", `/cases/${caseId}/shares`, { organisationId: it.world.partnerOrganisationId, cells: ["arbeit.contact", "arbeit.task"] })).id;
  expect(await statusOf(it.partner, `/shares/${shareId}`)).toBe(404);
  await call(it.manager, "PUT", `/cases/${caseId}/shares/${shareId}/people`, { accountIds: [it.partner.accountId] });
  const seen = await call<{ entries: { text: string }[] }>(it.partner, "GET", `/shares/${shareId}`);
  expect(seen.entries.map((e) => e.text)).toEqual(["Sucht Arbeit in der Pflege"]);
  for (const path of [`/cases/${caseId}`, `/cases/${caseId}/consents`, `/cases/${caseId}/disclosures`]) expect(await statusOf(it.partner, path)).toBe(404);
  expect(await statusOf(it.otherPartner, `/shares/${shareId}`)).toBe(404);
  await call(it.partner, "POST", `/shares/${shareId}/contacts`, { kind: "feedback", text: "Vorstellungsgespräch am Montag", lifeAreas: ["arbeit"] });
  expect((await it.get(`/faelle/${caseId}`, it.manager.secret)).body).toContain("Vorstellungsgespräch am Montag");
});

test("the immigration office asks under § 87; after the check of § 88 and with a second person two facts go, and its officer asks back", async () => {
  await call(it.officer, "POST", "/requests", { recipientId: it.world.organisationId, about: "Haddad, 1990", needed: "Name und Geburtsdatum", basis: "§ 87 Abs. 1 AufenthG", is87: true });
  await deliver();
  const request = (await inboxOf(it.lead)).find((i) => i.kind === "request")!;
  const number = (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;
  const read = await call(it.lead, "GET", `/inbox/${request.id}`);
  await call(it.lead, "PUT", `/inbox/${request.id}/case`, { caseNumber: number }, read.etag);
  const base = `/cases/${caseId}/disclosures`;
  const draft = await call<Id>(it.manager, "POST", base, { recipient: `o:${it.world.otherOrganisationId}`, legalBasisId: it.world.legalBasisId, purpose: "Verlängerung", necessity: "Sonst läuft der Titel ab.", requestItemId: request.id });
  const at = `${base}/${draft.id}`;
  const { fields } = await call<{ fields: { key: string; problems: string[] }[] }>(it.manager, "GET", `${at}/fields`);
  // nobody released what was said in counselling towards this office
  for (const f of fields.filter((x) => x.key.startsWith("contact:"))) expect(f.problems).toContain("secrecy");
  const two = [`person.names:${personId}`, `person.birth:${personId}`];
  expect(fields.map((f) => f.key)).toEqual(expect.arrayContaining(two));
  const chosen = await call<{ problems: string[] }>(it.manager, "PUT", `${at}/fields`, { fields: two });
  expect(chosen.problems).toEqual(expect.arrayContaining(["check_88", "second_person"]));
  const checked = await call<{ problems: string[] }>(it.manager, "PUT", `${at}/check-88`, { isPublic: "yes", isSchool: "no", isEntrusted: "no", isSecret: "no", isSocialData: "no" }, chosen.etag);
  expect(checked.problems).toEqual(["second_person"]);
  const waiting = await call(it.manager, "PUT", `${at}/submission`, { secondId: it.colleague.accountId }, checked.etag);
  expect((await call<{ state: string; secondAgrees: boolean }>(it.colleague, "PUT", `${at}/verdict`, { agrees: true, note: "" }, waiting.etag))).toMatchObject({ state: "sent", secondAgrees: true });
  await deliver();
  const letter = (await inboxOf(it.officer)).find((i) => i.kind === "disclosure")!;
  const item = await call<{ content: { items: { label: string }[] } }>(it.officer, "GET", `/inbox/${letter.id}`);
  expect(item.content.items.map((i) => i.label)).toEqual(["Name", "Geburtsdatum"]);
  expect(await statusOf(it.officer, `/cases/${caseId}`)).toBe(404);
  await call(it.officer, "POST", `/inbox/${letter.id}/questions`, { text: "Liegt der Pass im Original vor?" });
  await deliver();
  expect(await call<{ messages: { text: string }[] }>(it.manager, "GET", at)).toMatchObject({ recipientState: "asked_back", messages: [{ text: "Liegt der Pass im Original vor?" }] });
});

test("another request is refused with its reason, of which its asker learns nothing", async () => {
  const asked = await call<Id>(it.officer, "POST", "/requests", { recipientId: it.world.organisationId, about: "Haddad, 1990", needed: "Was in der Beratung gesagt wurde", basis: "§ 87 Abs. 1 AufenthG", is87: true });
  await deliver();
  const before = JSON.stringify(await call(it.officer, "GET", `/requests/${asked.id}`));
  const request = (await inboxOf(it.lead)).find((i) => i.kind === "request" && i.state === "received")!;
  const read = await call(it.lead, "GET", `/inbox/${request.id}`);
  const refused = await call<{ reason: string }>(it.lead, "PUT", `/inbox/${request.id}/refusal`, { reason: "Anvertraut im Beratungsgespräch.", isPublic: "yes", isSchool: "no", isEntrusted: "yes", isSecret: "yes", isSocialData: "no" }, read.etag);
  expect(refused).toMatchObject({ reason: "Anvertraut im Beratungsgespräch.", check88: { result: "forbidden" } });
  await deliver();
  expect(JSON.stringify(await call(it.officer, "GET", `/requests/${asked.id}`))).toBe(before);
});

test("the consent is withdrawn in part, and the Jobcenter's access to it is gone at its next request", async () => {
  const consent = await call(it.manager, "GET", `/cases/${caseId}/consents/${consentId}`);
  const less = await call<{ state: string }>(it.manager, "POST", `/cases/${caseId}/consents/${consentId}/withdrawal`, { scope: "part", categories: ["arbeit.contact"], form: "oral" }, consent.etag);
  expect(less.state).toBe("in_force");
  expect((await call<{ entries: object[] }>(it.partner, "GET", `/shares/${shareId}`)).entries).toEqual([]);
  await call(it.manager, "POST", `/cases/${caseId}/consents/${consentId}/withdrawal`, { scope: "whole", categories: [], form: "oral" }, less.etag);
  expect(await statusOf(it.partner, `/shares/${shareId}`)).toBe(404);
});

test("the data protection officer finds every step, and no name and no content", async () => {
  const found = async (part: string) => (await call<{ items: object[] }>(it.dataProtectionOfficer, "GET", `/sharing?art=${part}`)).items;
  const [consents, shares, disclosures] = [await found("einwilligungen"), await found("freigaben"), await found("uebermittlungen")];
  expect(consents).toMatchObject([{ id: consentId, state: "withdrawn" }]);
  expect(shares).toMatchObject([{ id: shareId }]);
  expect(disclosures).toMatchObject([{ state: "sent", recipient_state: "asked_back", answers_87: true, fields: ["Name", "Geburtsdatum"] }]);
  for (const word of ["Haddad", "Pflege", "Vorstellungsgespräch"]) expect(JSON.stringify([consents, shares, disclosures])).not.toContain(word);
  const { rows } = await it.world.owner.query<{ action: string }>("select distinct action from app.access_records where case_id = $1", [caseId]);
  expect(rows.map((r) => r.action)).toEqual(expect.arrayContaining([
    "consent.recorded", "share.made", "share.people_named", "share.read", "contact.added", "disclosure.prepared", "disclosure.chosen", "disclosure.law_checked", "disclosure.submitted", "disclosure.judged", "disclosure.sent", "consent.withdrawn",
  ]));
});

test("sharing for a case about several persons asks each of them, and shows what concerns both only when both said so", async () => {
  const family = await it.newCase({ family: "Rahimi" });
  const sister = await it.newPerson([["Latn", "Rahimi", "Sara"]]);
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, family, sister]);
  await it.addContact(family, it.manager, "Beide suchen Arbeit", { areas: ["arbeit"] });
  const asked = await it.get(`/faelle/${family}/einwilligungen/neu`, it.manager.secret);
  for (const part of ["Wer willigt ein?", "Jede Person entscheidet für sich", `neu?person=${sister}`, `neu?person=${await it.personOf(family)}`]) expect(asked.body).toContain(part);
  await it.newConsent(family, ["arbeit.contact"]);
  const share = await it.share(family, ["arbeit.contact"]);
  const seen = async (): Promise<string> => JSON.stringify(await call(it.partner, "GET", `/shares/${share}`));
  expect(await seen()).not.toContain("Beide suchen Arbeit");
  expect(await seen()).not.toContain("Sara");
  const hers = await it.newConsent(family, ["arbeit.contact"], { person_id: sister });
  await it.world.owner.query("insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) values ($1, $2, $3, $4, $5)", [it.world.tenantId, it.world.caseRoomId, family, share, hers]);
  for (const part of ["Beide suchen Arbeit", "Sara"]) expect(await seen()).toContain(part);
});
