import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "../../../kernel/calendar-day.ts";
import { type PortalWorld, startPortalWorld } from "../../portal-world.test-support.ts";
import { PREVIEWED } from "./preview.page.tsx";

/** The team sees what the person sees, by the same functions, and nobody else does. */
let it: PortalWorld;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startPortalWorld();
}, 120_000);
afterAll(() => it.close());

const call = async (path: string, body: unknown): Promise<string> => (await it.api("POST", `/api/v1${path}`, it.manager.secret, body)).json<{ id: string }>().id;
const goalOf = (caseId: string, personId: string, wish: string, lifeArea = "arbeit"): Promise<string> => call(`/cases/${caseId}/goals`, { personId, lifeArea, wish, wishLanguage: "de" });
const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
/** what is read, without what acts and where links lead */
const wordsOf = (html: string): string => mainOf(html).replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim();

test("every page of the preview says, word for word, what the person's own page says", async () => {
  const { id, personId } = await it.newCase();
  const goal = await goalOf(id, personId, "Pflegerin werden");
  await call(`/cases/${id}/goals/${goal}/measures`, { title: "Zeugnisse zusammensuchen", responsible: "person", dueOn: addDays(today, 7) });
  await goalOf(id, personId, "Ruhe finden", "gesundheit");
  const held = await goalOf(id, personId, "Allein wohnen", "wohnen");
  await it.post(`/faelle/${id}/portal/zurueckhalten`, it.manager.secret, { thing: `goal:${personId}:${held}`, reason: "Jemand liest mit." });
  const phone = await it.signedIn(id, personId);
  await phone.post("/frage", { text: "Wann sehen wir uns?" });
  await phone.get("/frage");
  const access = await it.accessOf(id, personId);
  // a look is in the list of who saw what, so the person looks last
  const shown = new Map<string, string>();
  for (const address of PREVIEWED) {
    const { statusCode, body } = await it.get(`/faelle/${id}/portal/vorschau/${access}${address === "/" ? "" : address}`, it.manager.secret);
    expect([address, statusCode]).toEqual([address, 200]);
    shown.set(address, body);
  }
  for (const address of PREVIEWED.filter((a) => a !== "/" && a !== "/gesehen" && a !== "/mehr")) expect([address, wordsOf(shown.get(address)!)]).toEqual([address, wordsOf((await phone.get(address)).body)]);
  const plan = shown.get("/plan")!;
  expect(plan).toContain("Zeugnisse zusammensuchen");
  for (const hidden of ["Ruhe finden", "Allein wohnen", "Jemand liest mit"]) for (const [address, body] of shown) expect([address, body.includes(hidden)]).toEqual([address, false]);
  expect(shown.get("/gesehen")!).toContain("KI Teststadt");
  expect(await it.row("select count(*)::int as n from app.access_records where action = 'portal_preview.read' and case_id = $1", [id])).toEqual({ n: PREVIEWED.length });
});

test("nothing in a preview acts: no form, no script, no field that can be filled, no way out of the preview but back to the case", async () => {
  const { id, personId } = await it.newCase();
  const goal = await goalOf(id, personId, "Pflegerin werden");
  await call(`/cases/${id}/goals/${goal}/measures`, { title: "Anrufen", responsible: "person", dueOn: addDays(today, 7) });
  await it.signedIn(id, personId);
  const base = `/faelle/${id}/portal/vorschau/${await it.accessOf(id, personId)}`;
  for (const address of PREVIEWED) {
    const { body } = await it.get(`${base}${address === "/" ? "" : address}?sprache=ar`, it.manager.secret);
    expect(body).toContain('dir="rtl"');
    expect(body).toContain("Zurück zum Fall");
    for (const dead of [/<form/, /<script/, /type="hidden"/, /<(?:button|input|textarea|select)(?![^>]* disabled)/]) expect([address, dead.test(body), dead.source]).toEqual([address, false, dead.source]);
    const links = [...body.matchAll(/<a [^>]*href="([^"]*)"/g)].map((m) => m[1]!);
    expect(links.filter((to) => to !== `/faelle/${id}/portal` && to !== "#inhalt" && !to.startsWith(base))).toEqual([]);
  }
  expect((await it.get(`${base}/start`, it.manager.secret)).statusCode).toBe(404);
  expect(await it.row("select language from app.portal_accesses where case_id = $1", [id]), "looking in Arabic changes nothing").toEqual({ language: "de" });
});

test("whoever has not this case has not this page: a colleague, another case's address, an emergency, an access that ended", async () => {
  const [mine, other] = [await it.newCase(), await it.newCase(it.colleague)];
  await it.signedIn(mine.id, mine.personId);
  const access = await it.accessOf(mine.id, mine.personId);
  const path = `/faelle/${mine.id}/portal/vorschau/${access}`;
  expect((await it.get(path, it.manager.secret)).statusCode).toBe(200);
  for (const stranger of [it.colleague, it.teamLead, it.officer, it.administrator]) expect([403, 404]).toContain((await it.get(path, stranger.secret)).statusCode);
  expect((await it.get(`/faelle/${other.id}/portal/vorschau/${access}`, it.colleague.secret)).statusCode).toBe(404);
  await it.world.owner.query(
    "insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, reason_ct, key_ref, review_due_on, ends_at) values ($1, $2, gen_random_uuid(), $3, $4, '\\x00', 'x', current_date, now() + interval '30 minutes')",
    [it.world.tenantId, it.world.caseRoomId, mine.id, it.colleague.accountId]);
  expect((await it.get(path, it.colleague.secret)).statusCode, "the page tells who saw what, which an emergency does not").toBe(404);
  await it.post(`/faelle/${mine.id}/portal/${access}/beenden`, it.manager.secret, {});
  expect((await it.get(path, it.manager.secret)).statusCode).toBe(404);
});

test("the functions answer the staff only for a page they look at, whatever is set by hand, and do nothing for them", async () => {
  const [mine, other] = [await it.newCase(), await it.newCase(it.colleague)];
  await it.signedIn(mine.id, mine.personId);
  const access = await it.accessOf(mine.id, mine.personId);
  await expect(it.app.db.read(it.manager.secret, (tx) => tx.query("select * from app.portal_goals()"))).rejects.toThrow("not signed in");
  const setByHand = (secret: typeof it.manager.secret) => it.app.db.read(secret, async (tx) => {
    await tx.query("select set_config('app.portal_preview', $1, true)", [`${mine.id}/${mine.personId}/${access}`]);
    return tx.query("select * from app.portal_data()");
  });
  expect((await setByHand(it.manager.secret)).length).toBeGreaterThan(0);
  await expect(setByHand(it.colleague.secret)).rejects.toThrow("not signed in");
  expect(await it.app.db.read(it.colleague.secret, (tx) => tx.query("select * from app.preview_portal($1, $2)", [other.id, access]))).toEqual([]);
  await expect(it.portalDb.asNobody(async (tx) => {
    await tx.query("select set_config('app.portal_preview', $1, true)", [`${mine.id}/${mine.personId}/`]);
    return tx.query("select * from app.portal_data()");
  }), "the portal's own login has no session of the staff's").rejects.toThrow("not signed in");
  for (const deed of ["portal_tick(gen_random_uuid(), true, current_date)", "portal_withdraw(gen_random_uuid(), true, '{}', gen_random_uuid())", "portal_exported()", "portal_say_language('ar')"]) {
    await expect(it.app.db.write(it.manager.secret, async (tx) => {
      await tx.query("select * from app.preview_portal($1, $2)", [mine.id, access]);
      return tx.query(`select app.${deed}`);
    }), deed).rejects.toThrow();
  }
});
