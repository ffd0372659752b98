import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, type Actor } from "../../test/world.ts";
import { startWorker } from "../jobs/index.ts";
import { addMonths, dayOf, addDays } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { portalJobs } from "./staff/settle-withdrawals.job.ts";
import { type PortalWorld, startPortalWorld } from "./portal-world.test-support.ts";

/** What the person sees and does, and that it is never anybody else's. */
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

const call = async <T extends object>(method: "GET" | "POST" | "PUT", path: string, body?: unknown, headers: Record<string, string> = {}, as = it.manager): Promise<T> => {
  const answer = await it.api(method, `/api/v1${path}`, as.secret, body, headers);
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
};
interface Plan { readonly goal: string; readonly measure: string }
async function planned(caseId: string, personId: string, wish: string, lifeArea = "arbeit"): Promise<Plan> {
  const goal = (await call<{ id: string }>("POST", `/cases/${caseId}/goals`, { personId, lifeArea, wish, wishLanguage: "de" })).id;
  const measure = (await call<{ id: string }>("POST", `/cases/${caseId}/goals/${goal}/measures`, { title: `Schritt zu ${wish}`, responsible: "person", dueOn: addDays(today, 7) })).id;
  return { goal, measure };
}
const stateOf = async (id: string): Promise<unknown> => it.row("select state, done_by_person as own from app.plan_measures where id = $1", [id]);

test("own steps are ticked off and taken back; those of others, of another life area and what is held back are not there", async () => {
  const [mine, hers] = [await it.newCase(), await it.newCase()];
  const [a, b, sick] = [await planned(mine.id, mine.personId, "Pflegerin werden"), await planned(hers.id, hers.personId, "Anwältin werden"), await planned(mine.id, mine.personId, "Ruhe finden", "gesundheit")];
  const phone = await it.signedIn(mine.id, mine.personId);
  await it.signedIn(hers.id, hers.personId, "192.0.2.44");
  const page = (await phone.get("/plan")).body;
  expect(page).toContain("Pflegerin werden");
  for (const hidden of ["Anwältin werden", "Ruhe finden"]) expect(page).not.toContain(hidden);
  expect((await phone.post("/plan/erledigt", { measure: a.measure, done: "yes" })).statusCode).toBe(303);
  expect(await stateOf(a.measure)).toEqual({ state: "done", own: true });
  await phone.post("/plan/erledigt", { measure: a.measure, done: "no" });
  expect(await stateOf(a.measure)).toEqual({ state: "open", own: false });
  for (const strange of [b.measure, sick.measure]) {
    await phone.post("/plan/erledigt", { measure: strange, done: "yes" });
    expect(await stateOf(strange)).toEqual({ state: "open", own: false });
  }
  expect((await it.post(`/faelle/${mine.id}/portal/bereiche/an`, it.manager.secret, { area: `${mine.personId}:gesundheit` })).statusCode).toBe(303);
  expect((await phone.get("/plan")).body).toContain("Ruhe finden");
  const held = await it.post(`/faelle/${mine.id}/portal/zurueckhalten`, it.manager.secret, { thing: `goal:${mine.personId}:${a.goal}`, reason: "Der Mann liest mit." });
  expect(held.statusCode, held.body).toBe(303);
  const after = await phone.get("/plan");
  for (const hidden of ["Pflegerin werden", "Der Mann liest mit"]) expect(after.body).not.toContain(hidden);
});

test("of a family's file each sees the own, also who saw it", async () => {
  const { id, personId } = await it.newCase();
  const husband = await it.newPerson(it.manager, "Haddad", "Karim");
  await it.world.owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, false)", [it.world.tenantId, it.world.caseRoomId, id, husband]);
  await planned(id, personId, "Allein wohnen", "wohnen");
  const [wife, man] = [await it.signedIn(id, personId), await it.signedIn(id, husband, "192.0.2.9")];
  await wife.post("/frage", { text: "Gibt es ein Frauenhaus?" });
  expect((await wife.get("/plan")).body).toContain("Allein wohnen");
  for (const address of ["/", "/plan", "/daten", "/frage", "/gesehen", "/weitergegeben", "/erlaubt", "/rechte"]) {
    const { statusCode, body } = await man.get(address);
    expect([address, statusCode]).toEqual([address, 200]);
    for (const hidden of ["Allein wohnen", "Frauenhaus", "Amira"]) expect([address, body.includes(hidden)]).toEqual([address, false]);
  }
  const taken = (await man.post("/mitnehmen", { format: "json" })).body;
  for (const hidden of ["Allein wohnen", "Frauenhaus", "Amira"]) expect(taken).not.toContain(hidden);
  expect(taken).toContain("Karim");
  expect((await wife.get("/daten")).body).toContain("Amira");
  const PLAN = /"what":\[[^\]]*"plan"/;
  const deeds = async (phone: typeof wife): Promise<string> => (await phone.post("/mitnehmen", { format: "json" })).body.replaceAll(/\s+/g, "");
  expect(await deeds(man), "that she has a plan").not.toMatch(PLAN);
  expect(await deeds(wife), "and she sees who wrote it").toMatch(PLAN);
});

test("whatever runs while an access is frozen, nothing is done after it", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const access = await it.accessOf(id, personId);
  const before = Array.from({ length: 6 }, (_, i) => phone.post("/frage", { text: `Frage ${i}` }));
  await Promise.all([...before, it.post(`/faelle/${id}/portal/${access}/sperren`, it.manager.secret, {})]);
  const { n } = await it.row<{ n: number }>("select count(*)::int as n from app.portal_messages where case_id = $1", [id]);
  const late = await Promise.all(Array.from({ length: 6 }, () => phone.post("/frage", { text: "zu spät" })));
  expect(late.map((a) => a.statusCode)).toEqual(Array.from({ length: 6 }, () => 401));
  expect(await it.row("select count(*)::int as n from app.portal_messages where case_id = $1", [id])).toEqual({ n });
});

test("a consent withdrawn on the page ends reading at the next request; the office is told; another's cannot be touched", async () => {
  const { id, personId } = await it.newCase();
  const other = await it.newCase();
  const consentOf = async (caseId: string, person: string): Promise<string> => (await call<{ id: string }>("POST", `/cases/${caseId}/consents`, {
    personId: person, recipientId: it.world.partnerOrganisationId, categories: ["arbeit.contact", ".identity"], purpose: "work", purposeText: "Arbeit finden", direction: "both", releasesSecrecy: true,
    expiresOn: addMonths(today, 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
  })).id;
  const [consent, strange] = [await consentOf(id, personId), await consentOf(other.id, other.personId)];
  const share = (await call<{ id: string }>("POST", `/cases/${id}/shares`, { organisationId: it.world.partnerOrganisationId, cells: ["arbeit.contact"] })).id;
  await call("PUT", `/cases/${id}/shares/${share}/people`, { accountIds: [partner.accountId] });
  const reads = async (): Promise<number> => (await it.api("GET", `/api/v1/shares/${share}`, partner.secret)).statusCode;
  expect(await reads()).toBe(200);
  const phone = await it.signedIn(id, personId);
  for (const path of ["", "/beleg"]) expect((await phone.get(`/erlaubt/${strange}${path}`)).statusCode).toBe(404);
  expect((await phone.post(`/erlaubt/${strange}/ende`, { scope: "whole" })).statusCode).toBe(404);
  const before = await phone.post(`/erlaubt/${consent}/folgen`, { scope: "whole" });
  expect(before.statusCode).toBe(200);
  expect(await reads(), "looking changes nothing").toBe(200);
  const both = await Promise.all([phone.post(`/erlaubt/${consent}/ende`, { scope: "whole" }), phone.post(`/erlaubt/${consent}/ende`, { scope: "whole" })]);
  for (const { statusCode } of both) expect([303, 409]).toContain(statusCode);
  expect(await reads()).toBe(404);
  expect((await phone.get(`/erlaubt/${consent}/beleg`)).statusCode).toBe(200);
  expect(await it.row("select withdrawn_at is not null as gone, withdrawn_recorded_by as by, withdrawal_form as form from app.consents where id = $1", [consent])).toEqual({ gone: true, by: null, form: "electronic" });
  expect(await it.row("select count(*)::int as n from app.jobs where kind = 'portal.withdrawal' and subject_id = $1", [consent])).toEqual({ n: 1 });
  const worker = startWorker(it.app, portalJobs(it.app), { pollMs: 20, retrySeconds: () => 0 });
  await expect.poll(async () => it.row("select state from app.jobs where subject_id = $1", [consent]), { timeout: 30_000 }).toEqual({ state: "done" });
  await worker.stop();
  expect(await it.row("select ended_at is not null as over from app.shares where id = $1", [share])).toEqual({ over: true });
  expect(await it.row("select count(*)::int as n from app.dispatches where kind = 'withdrawal'")).toEqual({ n: 1 });
  const seen = (await it.row<{ n: number }>("select count(*)::int as n from app.access_records where case_id = $1 and function = 'person' and action = 'consent.withdrawn'", [id])).n;
  expect(seen).toBe(1);
});

test("who saw what is told by office and reason, and by no name", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  await it.get(`/faelle/${id}`, it.manager.secret);
  const { body } = await phone.get("/gesehen");
  expect(body).toContain("KI Teststadt");
  expect(body).not.toContain("Mahler");
  expect((await phone.get("/wer-hilft")).body, "whoever leads is named: one has to be able to ask for somebody").toContain("Mahler");
});

test("a question, 'this is wrong' and the two rights are tasks of the lead, answered on the page; the form sent twice is one", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const key = newId();
  for (let i = 0; i < 2; i += 1) expect((await phone.post("/frage", { text: "Wann ist mein Termin?", _idempotency: key })).statusCode).toBe(303);
  expect((await phone.post("/frage", { text: "  " })).statusCode).toBe(422);
  const item = /punkt=([^"&]+)/.exec((await phone.get("/daten")).body)![1]!;
  expect((await phone.post("/daten/falsch", { item: decodeURIComponent(item), text: "" })).statusCode).toBe(303);
  expect((await phone.post("/daten/falsch", { item: `name:${newId()}`, text: "x" })).statusCode, "an item of nobody").toBe(404);
  await phone.post("/rechte/einschraenken", { text: "Bis es geklärt ist" });
  await phone.post("/rechte/widersprechen", { text: "Ich möchte das nicht" });
  expect(await it.row("select count(*)::int as n, bool_and(owner_id = $2) as mine from app.follow_ups where case_id = $1", [id, it.manager.accountId])).toEqual({ n: 4, mine: true });
  const page = (await it.get(`/faelle/${id}/portal`, it.manager.secret)).body;
  for (const words of ["Wann ist mein Termin?", "Einschränkung (Art. 18 DSGVO)", "Widerspruch (Art. 21 DSGVO)"]) expect(page).toContain(words);
  const { items } = await call<{ items: { id: string; kind: string; version: number }[] }>("GET", `/cases/${id}/portal-messages`);
  expect(items.length).toBe(4);
  const question = items.find((m) => m.kind === "question")!;
  await call("PUT", `/cases/${id}/portal-messages/${question.id}`, { answer: "Am Montag um neun.", state: "done" }, { "if-match": `"${question.version}"` });
  expect((await phone.get("/frage")).body).toContain("Am Montag um neun.");
});

test("a paper arrives as the person's; a hostile one does not", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  const sent = await phone.upload("/papier", "brief.pdf", pdf);
  expect(sent.statusCode, sent.body).toBe(303);
  expect(await it.row("select is_from_person as own, person_id as whose from app.documents where case_id = $1", [id])).toEqual({ own: true, whose: personId });
  expect((await phone.get("/papier")).body).toContain("brief.pdf");
  for (const [name, bytes] of [["bild.jpg", Buffer.from("<html><script>1</script>")], ["x.exe", Buffer.from("MZ\u0090\u0000")], ["leer.pdf", Buffer.alloc(0)]] as const) {
    expect([name, (await phone.upload("/papier", name, bytes)).statusCode]).toEqual([name, 422]);
  }
  expect(await it.row("select count(*)::int as n from app.documents where case_id = $1", [id])).toEqual({ n: 1 });
});

test("every address of the page asks who is there, and a form of another site or without its proof does nothing", async () => {
  const { portalRoutes } = await import("./portal.routes.ts");
  const stranger = it.phone();
  const inside = portalRoutes.filter((r) => r.kind === "inside");
  expect(inside.length).toBeGreaterThan(25);
  for (const { method, path } of inside) {
    const url = path.replace(":id", newId()).replace(":file", `${newId()}.ics`);
    const answer = method === "GET" ? await stranger.get(url) : await stranger.post(url, {});
    expect([path, method === "GET" ? answer.headers["location"] : answer.statusCode]).toEqual([path, method === "GET" ? "/start" : 401]);
  }
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  const cookie = [...phone.cookies].map(([n, v]) => `${n}=${v}`).join("; ");
  const forged = await it.portal.inject({ method: "POST", url: "/frage", headers: { cookie, "content-type": "application/x-www-form-urlencoded" }, payload: "text=hallo" });
  expect(forged.statusCode).toBe(401);
  const foreign = await it.portal.inject({ method: "POST", url: "/frage", headers: { cookie, "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" }, payload: "text=hallo" });
  expect(foreign.statusCode).toBe(403);
  expect(await it.row("select count(*)::int as n from app.portal_messages where case_id = $1", [id])).toEqual({ n: 0 });
  const away = await phone.get("/weg");
  expect(away.headers["location"]).toMatch(/^https:\/\/www\.dwd\.de\//);
  expect((await phone.get("/plan")).headers["location"]).toBe("/start");
});
