import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../test/world.ts";
import { tellOfChanges } from "../consent/index.ts";
import { addDays, addMonths, dayOf } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { factCatalogue } from "../rules/index.ts";
import { factGroupOf, isFinding, isGuarded } from "../perspectives/index.ts";
import { factTexts, SAYABLE } from "./texts/fact-texts.data.ts";
import { type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** What the rules use of the person, what the person says of it, and who is told that something is wrong. */
let it: PortalWorld;
let partner: Actor;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startPortalWorld();
  partner = await actor(it.world, ["partner_worker"], "partner");
  await it.world.owner.query("update app.accounts set organisation_id = $2 where id = $1", [partner.accountId, it.world.partnerOrganisationId]);
  await it.world.owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose) values ($1, gen_random_uuid(), 'consent', 'Art. 6 Abs. 1 Buchst. a DSGVO', 'Weitergabe')", [it.world.tenantId]);
}, 120_000);
afterAll(() => it.close());

const api = async <T extends object>(method: "GET" | "POST" | "PUT", path: string, body?: unknown, headers: Record<string, string> = {}, as = it.manager): Promise<T> => {
  const answer = await it.api(method, `/api/v1${path}`, as.secret, body, headers);
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
};
const fact = async (caseId: string, personId: string, key: string, value: unknown, source = "paper"): Promise<string> =>
  (await api<{ id: string }>("POST", `/persons/${personId}/facts`, { caseId, key, value, source })).id;
const count = async (sql: string, values: unknown[]): Promise<number> => (await it.row<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).n;

test("facts stand there with source and day; what may hurt, what is held back, the family and another's never do", async () => {
  const [mine, hers] = [await it.newCase(), await it.newCase()];
  const oral = await fact(mine.id, mine.personId, "germanOral", "A2", "said");
  await fact(mine.id, mine.personId, "weeklyHours", 23);
  await fact(mine.id, mine.personId, "singleParent", true);
  await fact(mine.id, mine.personId, "polygamy", true, "said");
  await fact(mine.id, mine.personId, "ableToWork", false, "said");
  await fact(hers.id, hers.personId, "weeklyHours", 37);
  const phone = await it.signedIn(mine.id, mine.personId);
  const page = (await phone.get("/daten")).body;
  for (const words of [factTexts.de.labels.germanOral, "A2", "Sie haben es gesagt", factTexts.de.labels.weeklyHours, ">23<", "stand auf einem Papier"]) expect(page).toContain(words);
  for (const hidden of [factTexts.de.labels.singleParent, "mehreren Personen gleichzeitig", "drei Stunden am Tag", ">37<"]) expect(page).not.toContain(hidden);
  expect((await phone.get("/daten/sagen?was=singleParent")).statusCode, "nor can it be said while the area is off").toBe(404);
  await it.post(`/faelle/${mine.id}/portal/bereiche/an`, it.manager.secret, { area: `${mine.personId}:familie` });
  expect((await phone.get("/daten")).body).toContain(factTexts.de.labels.singleParent);
  // an older value in the place of one held back would be a false one
  await fact(mine.id, mine.personId, "germanOral", "B1");
  const held = await it.row<{ id: string }>("select id from app.facts where person_id = $1 and key = 'germanOral' and value = '\"B1\"'", [mine.personId]);
  await it.world.owner.query("insert into app.portal_holds (tenant_id, room_id, id, case_id, person_id, kind, row_id, reason_ct, held_by) values ($1, $2, gen_random_uuid(), $3, $4, 'fact', $5, '\\x00', $6)", [it.world.tenantId, it.world.caseRoomId, mine.id, mine.personId, held.id, it.manager.accountId]);
  expect((await phone.get("/daten")).body).not.toContain(`>${factTexts.de.labels.germanOral}<`);
  expect((await phone.get(`/daten/falsch?punkt=fact:${oral}`)).statusCode).toBe(404);
});

test("what the person says waits, overwrites nothing, and becomes an entry of the person's when the team takes it over", async () => {
  const { id, personId } = await it.newCase();
  await fact(id, personId, "weeklyHours", 20);
  const phone = await it.signedIn(id, personId);
  const key = newId();
  for (let i = 0; i < 2; i += 1) expect((await phone.post("/daten/sagen", { key: "weeklyHours", value: "31", text: "seit Mai", _idempotency: key })).statusCode).toBe(303);
  expect((await phone.get("/daten")).body).toMatch(/>20<[\s\S]*Das haben Sie gesagt[\s\S]*>31</);
  expect(await count("app.facts where person_id = $1", [personId])).toBe(1);
  expect(await count("app.follow_ups where case_id = $1 and owner_id = $2", [id, it.manager.accountId])).toBe(1);
  for (const [wrongKey, value, status] of [["weeklyHours", "", 422], ["weeklyHours", "viele", 422], ["weeklyHours", "900", 422], ["benefitLaw", "SGB_III", 422], ["trainingStart", "irgendwann", 422], ["polygamy", "ja", 404], ["ableToWork", "nein", 404], ["specialHardship", "ja", 404], ["entryDate", "2020-01-01", 404]] as const)
    expect([wrongKey, value, (await phone.post("/daten/sagen", { key: wrongKey, value })).statusCode]).toEqual([wrongKey, value, status]);
  const { items } = await api<{ items: { id: string; kind: string; text: string }[] }>("GET", `/cases/${id}/portal-messages`);
  expect(items.map((m) => [m.kind, m.text])).toEqual([["fact", "Stunden Arbeit in der Woche: 31\nseit Mai"]]);
  const message = items[0]!.id;
  for (const stranger of [partner, it.colleague]) expect((await it.api("POST", `/api/v1/cases/${id}/portal-messages/${message}/fact`, stranger.secret, {})).statusCode).not.toBe(201);
  expect((await it.get(`/faelle/${id}/portal`, it.manager.secret)).body).toContain("Als Angabe übernehmen");
  const taken = await api<object>("POST", `/cases/${id}/portal-messages/${message}/fact`, {});
  expect(taken).toMatchObject({ key: "weeklyHours", value: 31, statedOn: today, isByPerson: true });
  expect((await it.api("POST", `/api/v1/cases/${id}/portal-messages/${message}/fact`, it.manager.secret, {})).statusCode, "once").toBe(404);
  expect((await phone.get("/daten")).body).toContain("Sie haben es hier gesagt");
  expect((await it.get(`/faelle/${id}/personen/${personId}/angaben/weeklyHours`, it.manager.secret)).body).toContain("von der Person selbst");
});

/** A disclosure of the name, sent to the Jobcenter's inbox. */
async function sentTo(caseId: string, personId: string): Promise<string> {
  const consent = (await api<{ id: string }>("POST", `/cases/${caseId}/consents`, {
    personId, recipientId: it.world.partnerOrganisationId, categories: ["arbeit.contact", "arbeit.task", ".identity"], purpose: "work", purposeText: "Arbeit finden", direction: "both", releasesSecrecy: true,
    expiresOn: addMonths(today, 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
  })).id;
  const [disclosure, thread] = [newId(), newId()];
  const of = [it.world.tenantId, it.world.caseRoomId] as const;
  await it.world.owner.query(
    `insert into app.disclosures (tenant_id, room_id, id, case_id, recipient_id, recipient_name, channel, legal_basis_id, consent_id, purpose_ct, necessity_ct, author_id, state, thread_id, sent_at, recipient_state)
     values ($1, $2, $3, $4, $5, 'Jobcenter Teststadt', 'inbox', $6, $7, '\\x00', '\\x00', $8, 'sent', $9, now(), null)`,
    [...of, disclosure, caseId, it.world.partnerOrganisationId, it.world.legalBasisId, consent, it.manager.accountId, thread]);
  await it.world.owner.query("insert into app.disclosure_items (tenant_id, room_id, case_id, disclosure_id, position, field, category, person_id, label, value_ct) values ($1, $2, $3, $4, 1, 'person.names', 'identity', $5, 'Name', '\\x00')", [...of, caseId, disclosure, personId]);
  return thread;
}
const told = (thread: string): Promise<number> => count("app.inbox_items where thread_id = $1 and kind = 'correction'", [thread]);

test("'this is wrong' is a task of the lead, one for each office that was sent it, and one where it is shared; who has nothing hears nothing", async () => {
  const [mine, hers] = [await it.newCase(), await it.newCase()];
  const [thread, another] = [await sentTo(mine.id, mine.personId), await sentTo(hers.id, hers.personId)];
  const share = (await api<{ id: string }>("POST", `/cases/${mine.id}/shares`, { organisationId: it.world.partnerOrganisationId, cells: ["arbeit.contact", "arbeit.task"] })).id;
  await api("PUT", `/cases/${mine.id}/shares/${share}/people`, { accountIds: [partner.accountId] });
  const phone = await it.signedIn(mine.id, mine.personId);
  const items = [...(await phone.get("/daten")).body.matchAll(/punkt=([^"&]+)/g)].map((m) => decodeURIComponent(m[1]!));
  const name = items.find((i) => i.startsWith("name:"))!;
  await tellOfChanges(it.app);
  const before = await count("app.follow_ups where case_id = $1", [mine.id]);
  for (let i = 0; i < 2; i += 1) expect((await phone.post("/daten/falsch", { item: name, text: "Mit zwei d" })).statusCode).toBe(303);
  await tellOfChanges(it.app);
  expect([await told(thread), await told(another)]).toEqual([1, 0]);
  const inbox = await it.get("/posteingang", partner.secret);
  expect(inbox.body).toContain("Die Person sagt: Name stimmt nicht");
  expect(inbox.body, "not in which words").not.toContain("Mit zwei d");
  // twice said: two tasks of the lead and two of the office, and the disclosure once
  expect(await count("app.follow_ups where case_id = $1", [mine.id]) - before).toBe(5);
  expect(await count("app.follow_ups where case_id = $1 and for_organisation_id = $2 and life_areas = '{arbeit}'", [mine.id, it.world.partnerOrganisationId])).toBe(2);
  const work = await it.get(`/freigaben/${share}`, partner.secret);
  expect(work.statusCode).toBe(200);
  expect(work.body).toContain("„Name“ stimmt nicht");
});

test("restricting and objecting are told to those who have something once the office granted it, and not before nor when declined", async () => {
  for (const [address, kind, words] of [["/rechte/einschraenken", "restrict", "Verarbeitung eingeschränkt"], ["/rechte/widersprechen", "object", "hat widersprochen"]] as const) {
    for (const state of ["declined", "done"] as const) {
      const { id, personId } = await it.newCase();
      const thread = await sentTo(id, personId);
      const phone = await it.signedIn(id, personId);
      await tellOfChanges(it.app);
      await phone.post(address, { text: "Bitte nicht" });
      await tellOfChanges(it.app);
      expect(await told(thread), "asked, and not decided").toBe(0);
      const { items } = await api<{ items: { id: string; kind: string; version: number }[] }>("GET", `/cases/${id}/portal-messages`);
      await api("PUT", `/cases/${id}/portal-messages/${items[0]!.id}`, { answer: "Entschieden.", state }, { "if-match": `"${items[0]!.version}"` });
      await tellOfChanges(it.app);
      expect([kind, state, await told(thread)]).toEqual([kind, state, state === "done" ? 1 : 0]);
    }
    expect((await it.get("/posteingang", partner.secret)).body).toContain(words);
  }
});

test("the functions of the page cannot be used for another case: a task for an office needs what was just said, by this person", async () => {
  const [mine, hers] = [await it.newCase(), await it.newCase()];
  await sentTo(hers.id, hers.personId);
  const share = (await api<{ id: string }>("POST", `/cases/${hers.id}/shares`, { organisationId: it.world.partnerOrganisationId, cells: ["arbeit.contact", "arbeit.task"] })).id;
  const phone = await it.signedIn(mine.id, mine.personId);
  const as = <T extends object>(sql: string, values: unknown[]): Promise<T> => it.portalDb.as(phone.secret as never, (tx) => tx.get<T>(sql, values));
  const message = newId();
  await as("select app.portal_say($1, 'wrong', 'name:x', '\\x00', gen_random_uuid(), '\\x00', $2)", [message, today]);
  for (const which of [message, newId()]) expect(await as("select app.portal_task_for_office($1, $2, gen_random_uuid(), '\\x00', $3) as ok", [which, share, today])).toEqual({ ok: false });
  expect(await it.portalDb.as(phone.secret as never, (tx) => tx.query("select * from app.portal_share_holders('name:x')"))).toEqual([]);
  expect(await count("app.follow_ups where case_id = $1 and for_organisation_id is not null", [hers.id])).toBe(0);
  const access = await it.accessOf(mine.id, mine.personId);
  await it.world.owner.query("update app.portal_accesses set frozen_at = now(), frozen_by = $2 where id = $1", [access, it.manager.accountId]);
  for (const sql of ["select * from app.portal_facts()", "select * from app.portal_said_facts()", `select app.portal_say_fact('${newId()}', 'weeklyHours', '1', '\\x00', '${newId()}', '\\x00', '${addDays(today, 0)}')`])
    await expect(it.portalDb.as(phone.secret as never, (tx) => tx.query(sql)), sql).rejects.toThrow("not signed in");
});

test("what can be said hurts nobody and is nobody's finding; words are there in nine languages; the family is the same list twice", async () => {
  for (const key of SAYABLE) expect([key, factCatalogue.has(key), isGuarded(key), isFinding(key)]).toEqual([key, true, false, false]);
  for (const [language, t] of Object.entries(factTexts)) {
    for (const key of SAYABLE) expect([language, key, t.labels[key]?.length > 0]).toEqual([language, key, true]);
    expect(Object.values(t.sources).every((words) => words.includes("{day}")) && t.months.includes("{n}"), language).toBe(true);
    expect(Object.keys(t.values)).toEqual(Object.keys(factTexts.de.values));
  }
  const { rows } = await it.world.owner.query<{ key: string; is_family: boolean }>("select k as key, app.portal_is_family_fact(k) as is_family from unnest($1::text[]) k", [[...factCatalogue.keys()]]);
  for (const { key, is_family } of rows.filter((r) => !isGuarded(r.key))) expect([key, is_family]).toEqual([key, factGroupOf(factCatalogue.get(key)!) === "family"]);
});
