import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, dayOf } from "../../../kernel/calendar-day.ts";
import { newId } from "../../../kernel/id.ts";
import { type Phone, type PortalWorld, startPortalWorld } from "../../portal-world.test-support.ts";

/** Everything that stands on the page can be taken off it, and comes back; and what the person never sees is not offered. */
let it: PortalWorld;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startPortalWorld();
  await it.world.owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose) values ($1, gen_random_uuid(), 'consent', 'Art. 6 Abs. 1 Buchst. a DSGVO', 'Weitergabe')", [it.world.tenantId]);
}, 120_000);
afterAll(() => it.close());

const call = async (path: string, body: unknown): Promise<string> => {
  const answer = await it.api("POST", `/api/v1${path}`, it.manager.secret, body);
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
  return answer.json<{ id: string }>().id;
};
const path = (caseId: string): string => `/faelle/${caseId}/portal/zurueckhalten`;
const offered = async (caseId: string, personId: string): Promise<string[]> => [...(await it.get(`${path(caseId)}?person=${personId}`, it.manager.secret)).body.matchAll(/name="thing"[^>]* value="([^"]+)"/g)].map((m) => m[1]!);
const hold = async (caseId: string, thing: string | readonly string[], reason = "Jemand liest mit.") => (await it.post(path(caseId), it.manager.secret, { thing, reason })).statusCode;

async function fullPage() {
  const { id, personId } = await it.newCase();
  const goal = await call(`/cases/${id}/goals`, { personId, lifeArea: "arbeit", wish: "Pflegerin werden", wishLanguage: "de" });
  await call(`/cases/${id}/goals/${goal}/measures`, { title: "Zeugnisse suchen", responsible: "person", dueOn: addDays(today, 7) });
  const made = await it.post(`/faelle/${id}/termine/neu`, it.manager.secret, { on: addDays(today, 9), from: "10:00", kind: "talk", placeKind: "office", place: "Zimmer 3", subject: "Zweites Gespräch", language: "de", personIds: personId, isOnPortal: "ja", interpreter: "none" });
  expect(made.statusCode).toBe(303);
  await call(`/cases/${id}/consents`, {
    personId, recipientId: it.world.partnerOrganisationId, categories: ["arbeit.contact", ".identity"], purpose: "work", purposeText: "Arbeit finden", direction: "both", releasesSecrecy: true,
    expiresOn: addMonths(today, 12), givenBy: "person", capacityNoted: true, form: "written", language: "de",
  });
  await it.world.owner.query("insert into app.person_addresses (tenant_id, room_id, id, person_id, street, postcode, town) values ($1, $2, $3, $4, 'Lindenweg 4', '12345', 'Teststadt')", [it.world.tenantId, it.world.caseRoomId, newId(), personId]);
  const phone = await it.signedIn(id, personId);
  await phone.upload("/papier", "zeugnis.pdf", Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
  return { id, personId, phone };
}
const WORDS: readonly (readonly [string, string, string])[] = [
  ["goal", "/plan", "Pflegerin werden"], ["measure", "/plan", "Zeugnisse suchen"], ["appointment", "/termine", "Zweites Gespräch"], ["document", "/papier", "zeugnis.pdf"], ["fact", "/daten", "Lindenweg 4"], ["consent", "/erlaubt", "Jobcenter"],
];
const reads = async (phone: Phone, address: string, words: string): Promise<boolean> => (await phone.get(address)).body.includes(words);

test("a goal, a step, an appointment, a paper, an item of the register and a consent leave the page with a reason, and come back", async () => {
  const { id, personId, phone } = await fullPage();
  const { name: partner } = await it.row<{ name: string }>("select name from app.organisations where id = $1", [it.world.partnerOrganisationId]);
  await phone.get("/papier");
  for (const [kind, address, said] of WORDS) {
    const words = kind === "consent" ? partner : said;
    const things = await offered(id, personId);
    let thing = things.find((t) => t.startsWith(`${kind}:`));
    if (kind === "fact") thing = `fact:${personId}:${(await it.row<{ id: string }>("select id from app.person_addresses where person_id = $1", [personId])).id}`;
    expect([kind, things.includes(thing ?? "")]).toEqual([kind, true]);
    expect([kind, await reads(phone, address, words)]).toEqual([kind, true]);
    expect(await hold(id, thing!)).toBe(303);
    expect([kind, await reads(phone, address, words)]).toEqual([kind, false]);
    const page = (await it.get(path(id), it.manager.secret)).body;
    expect(page).toContain("Jemand liest mit.");
    expect([kind, (await offered(id, personId)).includes(thing!)]).toEqual([kind, false]);
    const back = /zurueckgehalten\/([0-9a-f-]{36})\/zeigen/.exec(page)![1]!;
    expect((await it.post(`/faelle/${id}/portal/zurueckgehalten/${back}/zeigen`, it.manager.secret, {})).statusCode).toBe(303);
    expect([kind, await reads(phone, address, words)]).toEqual([kind, true]);
  }
});

test("a line of who saw what leaves the page whole, with all that was read on that day, and comes back whole", async () => {
  const { id, personId } = await it.newCase();
  const phone = await it.signedIn(id, personId);
  await it.world.owner.query(
    `insert into app.access_records (tenant_id, id, room_id, account_id, function, action, object_kind, object_ids, case_id, at)
     select $1, gen_random_uuid(), $2, $3, 'partner_worker', 'share.read', 'share', array[$4::uuid], $4, now() - interval '2 days' from generate_series(1, 3)`, [it.world.tenantId, it.world.caseRoomId, it.colleague.accountId, id]);
  const seen = async (): Promise<string> => (await phone.get("/gesehen")).body;
  expect(await seen()).toContain("Andere Stelle");
  const day = await it.row<{ n: number }>("select count(*)::int as n from app.access_records where case_id = $1 and function = 'partner_worker'", [id]);
  expect(day.n).toBe(3);
  const body = (await it.get(path(id), it.manager.secret)).body;
  const line = /value="(access:[^"]+)"[^>]*>\s*<label[^>]*><bdi[^>]*>[^<]*Andere Stelle/.exec(body)?.[1];
  expect(line, "one line for three records").toBeDefined();
  expect(await hold(id, line!)).toBe(303);
  expect(await it.row("select count(*)::int as n from app.portal_holds where case_id = $1 and kind = 'access' and lifted_at is null", [id])).toEqual({ n: 3 });
  expect(await seen()).not.toContain("Andere Stelle");
  const page = (await it.get(path(id), it.manager.secret)).body;
  const holds = [...page.matchAll(/zurueckgehalten\/([0-9a-f-]{36})\/zeigen/g)];
  expect(holds.length, "said once").toBe(1);
  await it.post(`/faelle/${id}/portal/zurueckgehalten/${holds[0]![1]!}/zeigen`, it.manager.secret, {});
  expect(await seen()).toContain("Andere Stelle");
});

test("held before the page is given, it never stands there; without a reason, for somebody else, or of another case, nothing is held", async () => {
  const [mine, other] = [await it.newCase(), await it.newCase(it.colleague)];
  const goal = await call(`/cases/${mine.id}/goals`, { personId: mine.personId, lifeArea: "wohnen", wish: "Allein wohnen", wishLanguage: "de" });
  const thing = `goal:${mine.personId}:${goal}`;
  expect(await offered(mine.id, mine.personId)).toContain(thing);
  const bare = await it.post(path(mine.id), it.manager.secret, { thing, reason: "" });
  expect(bare.statusCode).toBe(422);
  expect(bare.body).toMatch(new RegExp(`value="${thing}"[^>]* checked`));
  for (const strange of [[], [`goal:${mine.personId}:${newId()}`], [thing, `goal:${other.personId}:${newId()}`], ["goal:x:y"], [`person:${mine.personId}:${mine.personId}`]]) expect([strange, await hold(mine.id, strange)]).toEqual([strange, 422]);
  expect((await it.post(path(mine.id), it.colleague.secret, { thing, reason: "x" })).statusCode).toBe(404);
  expect((await it.get(`${path(mine.id)}?person=${other.personId}`, it.manager.secret)).body, "a stranger of another case is not looked at").not.toContain(other.personId);
  expect(await hold(mine.id, thing)).toBe(303);
  const phone = await it.signedIn(mine.id, mine.personId);
  expect((await phone.get("/plan")).body).not.toContain("Allein wohnen");
});

test("the same for programs: what stands on the page, what is off it and why, taking off and putting back", async () => {
  const { id, personId } = await it.newCase();
  const goal = await call(`/cases/${id}/goals`, { personId, lifeArea: "arbeit", wish: "Fahrerin werden", wishLanguage: "de" });
  const contents = async (): Promise<{ kind: string; rowId: string; label: string }[]> => (await it.api("GET", `/api/v1/cases/${id}/portal-contents?personId=${personId}`, it.manager.secret)).json<{ items: { kind: string; rowId: string; label: string }[] }>().items;
  expect(await contents()).toContainEqual(expect.objectContaining({ kind: "goal", rowId: goal, label: "Fahrerin werden" }));
  const held = await call(`/cases/${id}/portal-holds`, { personId, kind: "goal", rowId: goal, reason: "Auf Wunsch" });
  expect((await contents()).some((c) => c.rowId === goal)).toBe(false);
  const list = (await it.api("GET", `/api/v1/cases/${id}/portal-holds`, it.manager.secret)).json<{ items: unknown[] }>();
  expect(list.items).toEqual([expect.objectContaining({ id: held, personId, kind: "goal", rowId: goal, reason: "Auf Wunsch" })]);
  expect((await it.api("GET", `/api/v1/cases/${id}/portal-holds`, it.colleague.secret)).statusCode).toBe(404);
  expect((await it.api("POST", `/api/v1/cases/${id}/portal-holds/${held}/end`, it.manager.secret, {})).statusCode).toBe(200);
  expect((await contents()).some((c) => c.rowId === goal)).toBe(true);
});
