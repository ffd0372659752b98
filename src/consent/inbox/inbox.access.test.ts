import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../../test/world.ts";
import { type SharingWorld, startSharingWorld } from "../sharing-world.test-support.ts";
import { deliverWhatWaits } from "./deliver.ts";

let it: SharingWorld;
let officer: Actor;
let other: Actor;
beforeAll(async () => {
  it = await startSharingWorld();
  officer = await actor(it.world, ["immigration_officer"], "immigration", "Amtmann");
  other = await actor(it.world, ["naturalisation_officer"], "naturalisation", "Bürger");
}, 120_000);
afterAll(() => it.close());

async function ask(is87 = true): Promise<{ request: string; item: string }> {
  const made = await it.api("POST", "/api/v1/requests", officer.secret, { recipientId: it.world.organisationId, about: "A. Haddad, 1992", needed: "Anschrift", basis: "§ 86 AufenthG", is87 });
  expect(made.statusCode, made.body).toBe(201);
  await deliverWhatWaits(it.app);
  const request = made.json<{ id: string }>().id;
  const item = (await it.world.owner.query<{ id: string }>("select i.id from app.inbox_items i join app.requests r on r.thread_id = i.thread_id where r.id = $1", [request])).rows[0]!.id;
  return { request, item };
}
const answered = async (request: string): Promise<unknown> => (await it.api("GET", `/api/v1/requests/${request}`, officer.secret)).json();
const FORBIDDEN = { isPublic: "yes", isSchool: "no", isEntrusted: "yes", isSecret: "yes", isSocialData: "no" };

test("refused, unknown, put to a case and not touched look alike to whoever asked", async () => {
  const all = [await ask(), await ask(), await ask(), await ask()] as const;
  const before = await Promise.all(all.map(({ request }) => answered(request)));
  const refused = await it.api("PUT", `/api/v1/inbox/${all[0].item}/refusal`, it.lead.secret, { reason: "Anvertraut.", ...FORBIDDEN }, { "if-match": '"1"' });
  expect([refused.statusCode, refused.json<{ check88: { result: string } }>().check88.result]).toEqual([200, "forbidden"]);
  expect((await it.api("PUT", `/api/v1/inbox/${all[1].item}/refusal`, it.lead.secret, { isUnknown: true }, { "if-match": '"1"' })).statusCode).toBe(200);
  const caseId = await it.newCase();
  const number = (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;
  const put = await it.api("PUT", `/api/v1/inbox/${all[2].item}/case`, it.lead.secret, { caseNumber: number }, { "if-match": '"1"' });
  expect(put.statusCode, put.body).toBe(200);
  expect(await Promise.all(all.map(({ request }) => answered(request)))).toEqual(before);
});

test("a request refused without the check that it demands stays open", async () => {
  const { item } = await ask();
  const refused = await it.api("PUT", `/api/v1/inbox/${item}/refusal`, it.lead.secret, { reason: "Nein." }, { "if-match": '"1"' });
  expect([refused.statusCode, refused.body.includes("answer-missing")]).toEqual([422, true]);
});

test("a case manager sees a request once it is put to a case of theirs, and nobody else's", async () => {
  const { item } = await ask();
  expect((await it.get(`/posteingang/${item}`, it.manager.secret)).statusCode).toBe(404);
  const caseId = await it.newCase();
  const number = (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;
  await it.api("PUT", `/api/v1/inbox/${item}/case`, it.lead.secret, { caseNumber: number }, { "if-match": '"1"' });
  expect((await it.get(`/posteingang/${item}`, it.manager.secret)).statusCode).toBe(200);
  expect((await it.get(`/posteingang/${item}`, it.colleague.secret)).statusCode).toBe(404);
  const taken = await it.post(`/posteingang/${item}/fall`, it.manager.secret, { caseNumber: number, _version: "2" });
  expect(taken.statusCode).toBe(404);
  expect((await it.get(`/faelle/${caseId}/uebermittlungen`, it.manager.secret)).body).toContain("A. Haddad, 1992");
});

test("an answer to a request under § 87 leaves only after the check of § 88, and then closes the request", async () => {
  const { request, item } = await ask();
  const caseId = await it.newCase();
  await it.addToTeam(caseId, it.colleague, "member", it.today, it.today);
  const number = (await it.world.owner.query<{ number: string }>("select number from app.cases where id = $1", [caseId])).rows[0]!.number;
  await it.api("PUT", `/api/v1/inbox/${item}/case`, it.lead.secret, { caseNumber: number }, { "if-match": '"1"' });
  const made = await it.api("POST", `/api/v1/cases/${caseId}/disclosures`, it.manager.secret, { recipient: `o:${it.world.otherOrganisationId}`, legalBasisId: it.world.legalBasisId, purpose: "Ladung", necessity: "Kam zurück.", requestItemId: item });
  const base = `/api/v1/cases/${caseId}/disclosures/${made.json<{ id: string }>().id}`;
  await it.api("PUT", `${base}/fields`, it.manager.secret, { fields: [`person.names:${await it.personOf(caseId)}`] });
  const early = await it.api("PUT", `${base}/submission`, it.manager.secret, { secondId: it.colleague.accountId }, { "if-match": '"1"' });
  expect([early.statusCode, early.body.includes("check-88")]).toEqual([422, true]);
  const forbidden = await it.api("PUT", `${base}/check-88`, it.manager.secret, FORBIDDEN, { "if-match": '"1"' });
  expect(forbidden.statusCode, forbidden.body).toBe(200);
  expect((await it.api("PUT", `${base}/submission`, it.manager.secret, { secondId: it.colleague.accountId }, { "if-match": '"2"' })).statusCode).toBe(422);
  const checked = await it.api("PUT", `${base}/check-88`, it.manager.secret, { ...FORBIDDEN, isEntrusted: "no", isSecret: "no" }, { "if-match": '"2"' });
  expect([checked.statusCode, checked.body.includes('"permitted"')], checked.body).toEqual([200, true]);
  const submitted = await it.api("PUT", `${base}/submission`, it.manager.secret, { secondId: it.colleague.accountId }, { "if-match": '"3"' });
  expect(submitted.statusCode, submitted.body).toBe(200);
  const agreed = await it.api("PUT", `${base}/verdict`, it.colleague.secret, { agrees: true }, { "if-match": '"4"' });
  expect(agreed.statusCode, agreed.body).toBe(200);
  await deliverWhatWaits(it.app);
  const answer = (await answered(request)) as { answerIds: string[]; state: string };
  expect([answer.state, answer.answerIds.length]).toEqual(["received", 1]);
  expect((await it.get(`/posteingang/${answer.answerIds[0]}`, officer.secret)).body).toContain("Kam zurück.");
  expect((await it.api("GET", `/api/v1/inbox/${item}`, it.lead.secret)).json<{ state: string }>().state).toBe("done");
});

test("neither room of the other office reads letters, requests or disclosures of the first", async () => {
  const { request, item } = await ask();
  const caseId = await it.newCase();
  for (const stranger of [other, it.partner, it.colleague, it.dataProtectionOfficer]) {
    for (const path of [`/anfragen/${request}`, `/api/v1/requests/${request}`, `/posteingang/${item}`, `/api/v1/inbox/${item}`, `/faelle/${caseId}/uebermittlungen`, `/api/v1/cases/${caseId}/disclosures`]) {
      expect((await it.get(path, stranger.secret)).statusCode, path).toBe(404);
    }
  }
  for (const path of [`/posteingang/${item}`, `/faelle/${caseId}/uebermittlungen`]) expect((await it.get(path, officer.secret)).statusCode, path).toBe(404);
});
