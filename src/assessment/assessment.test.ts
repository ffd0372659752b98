import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";
import { addDays, calendarDay, dayOf, germanDay } from "../kernel/calendar-day.ts";
import { actor } from "../../test/world.ts";
import { decideAssessment } from "./profile/decide-assessment.ts";
import { changeWords } from "./profile/profile-picture.page.tsx";
import { shippedScale } from "./scale/anchors.ts";
import { spotsOf } from "./network/network-picture.page.tsx";
import type { Tie } from "./network/keep-tie.ts";

let it: CaseWorld;
const today = dayOf(new Date());
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const base = (id: string): string => `/faelle/${id}/assessment`;
const first = async (caseId: string): Promise<string> => (await it.row<{ id: string }>("select id from app.assessments where case_id = $1 and withdrawn_at is null order by assessed_on desc limit 1", [caseId])).id;

test("a level is enough, and what was not asked stays as it was", async () => {
  const { id, personId } = await it.newCase();
  const early = germanDay(addDays(today, -90));
  expect((await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { assessedOn: early, "level.sprache": "2", "level.wohnen": "1", "need.wohnen": "eine eigene Wohnung", "words.wohnen": "أريد بيتًا", wordsLanguage: "ar" })).statusCode).toBe(303);
  expect((await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { "level.sprache": "4", "own.sprache": "3", isTogether: "ja" })).statusCode).toBe(303);
  const page = (await it.get(base(id), it.manager.secret)).body;
  expect([page.includes("+2"), page.includes("eine eigene Wohnung"), page.includes('lang="ar" dir="auto">أريد بيتًا<'), page.includes("أريد بيتًا")]).toEqual([true, true, true, true]);
  const side = (await it.get(`/faelle/${id}`, it.manager.secret)).body;
  expect([side.includes('aria-label="4 von 5, steigend"'), side.includes('aria-label="1 von 5"')]).toEqual([true, true]);
  const stored = await it.row<{ plain: number; sealed: Buffer }>("select count(*)::int as plain, (array_agg(need_ct) filter (where need_ct is not null))[1] as sealed from app.assessment_entries where case_id = $1", [id]);
  expect([stored.plain, stored.sealed.includes("Wohnung")]).toEqual([3, false]);
});

test("the form asks for nothing that is known, shows the scale, and refuses in words with everything typed", async () => {
  const { id, personId } = await it.newCase();
  await it.world.owner.query("insert into app.person_languages (tenant_id, room_id, id, person_id, code, level, needs_interpreter) values ($1, $2, gen_random_uuid(), $3, 'ar', 'native', true)", [it.world.tenantId, it.world.caseRoomId, personId]);
  const form = (await it.get(`${base(id)}/neu/${personId}`, it.manager.secret)).body;
  expect([form.includes("Bekannt: Sprachen <b><bdi>Arabisch"), form.includes(shippedScale().areas["sprache"]![0]!)]).toEqual([true, true]);
  expect((await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, {})).statusCode).toBe(422);
  const refused = await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { "need.sprache": "einen Kurs am Vormittag", "level.wohnen": "7" });
  expect([refused.statusCode, refused.body.includes("Wählen Sie eine Stufe zu dem"), refused.body.includes("einen Kurs am Vormittag"), refused.body.includes("Stufen gehen von 1 bis 5")]).toEqual([422, true, true, true]);
});

test("a stale save shows what stands there, keeps what was typed, and a second one of the same day is refused", async () => {
  const { id, personId } = await it.newCase();
  await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { "level.arbeit": "2" });
  expect((await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { "level.arbeit": "3" })).statusCode).toBe(422);
  const one = await first(id);
  expect((await it.post(`${base(id)}/${one}`, it.manager.secret, { _version: "1", "level.arbeit": "3", "resource.arbeit": "war Schneider" })).statusCode).toBe(303);
  const stale = await it.post(`${base(id)}/${one}`, it.manager.secret, { _version: "1", "level.arbeit": "1", "resource.arbeit": "hatte eine Werkstatt" });
  expect([stale.statusCode, stale.body.includes("war Schneider"), stale.body.includes("hatte eine Werkstatt")]).toEqual([409, true, true]);
  expect((await it.post(`${base(id)}/${one}/zurueckziehen`, it.manager.secret, {})).statusCode).toBe(303);
  expect((await it.get(`${base(id)}/${one}`, it.manager.secret)).statusCode).toBe(404);
});

test("drafts of the long texts come back, and go with the save", async () => {
  const { id, personId } = await it.newCase();
  expect((await it.post(`/entwuerfe/${id}/assessment.${personId}.need.sprache`, it.manager.secret, { text: "Kurs mit Kinderbetreuung" })).statusCode).toBe(200);
  expect((await it.get(`${base(id)}/neu/${personId}`, it.manager.secret)).body).toContain("Kurs mit Kinderbetreuung");
  await it.post(`${base(id)}/neu/${personId}`, it.manager.secret, { "level.sprache": "2" });
  expect(await it.row("select count(*)::int as n from app.drafts where case_id = $1", [id])).toEqual({ n: 0 });
});

test("qualifications and ties are kept sealed, shown with their state, and drawn", async () => {
  const { id, personId } = await it.newCase();
  expect((await it.post(`${base(id)}/qualifikationen/neu/${personId}`, it.manager.secret, { title: "Krankenpfleger", kind: "vocational", recognition: "applied", country: "SY", gainedYear: "2014" })).statusCode).toBe(303);
  expect((await it.post(`${base(id)}/netzwerk/neu/${personId}`, it.manager.secret, { name: "Rana", kind: "friend", closeness: "1", effect: "helps" })).statusCode).toBe(303);
  const page = (await it.get(base(id), it.manager.secret)).body;
  expect(["Krankenpfleger", "Antrag läuft", "Syrien, 2014", "Netzwerkkarte mit einer Verbindung", "Rana"].filter((word) => !page.includes(word))).toEqual([]);
  const tie = await it.row<{ id: string; name_ct: Buffer }>("select id, name_ct from app.network_ties where case_id = $1", [id]);
  expect(tie.name_ct.includes("Rana")).toBe(false);
  expect((await it.post(`${base(id)}/netzwerk/${tie.id}`, it.manager.secret, { _version: "1", name: "Rana", kind: "friend", closeness: "3", effect: "burdens", hasEnded: "ja" })).statusCode).toBe(303);
  expect(await it.row("select ended_on::text as ended, closeness from app.network_ties where id = $1", [tie.id])).toEqual({ ended: today, closeness: 3 });
  const stranger = "00000000-0000-7000-8000-000000000000";
  expect((await it.post(`${base(id)}/qualifikationen/neu/${personId}`, it.manager.secret, { title: "x", kind: "skill", documentId: stranger })).statusCode).toBe(422);
});

test("the sentences of the scale are the tenant's, and empty returns to the example", async () => {
  const path = "/verwaltung/stufen/sprache";
  const body = { s1: "Kann sich noch nicht verständigen.", s2: "", s3: "", s4: "", s5: "" };
  expect((await it.post(path, it.administrator.secret, { _version: "0", ...body })).statusCode).toBe(303);
  const { id, personId } = await it.newCase();
  expect((await it.get(`${base(id)}/neu/${personId}`, it.manager.secret)).body).toContain("Kann sich noch nicht verständigen.");
  expect((await it.post(path, it.administrator.secret, { _version: "0", ...body, s1: "Anders." })).statusCode).toBe(409);
  expect((await it.post(path, it.administrator.secret, { _version: "1", ...body, s1: "" })).statusCode).toBe(303);
  expect((await it.get(path, it.administrator.secret)).body).toContain(shippedScale().areas["sprache"]![0]!);
  expect((await it.get(path, it.manager.secret)).statusCode).toBe(404);
});

test("nobody outside the team learns anything, whatever the address", async () => {
  const mine = await it.newCase();
  const theirs = await it.newCase(it.colleague);
  await it.post(`${base(mine.id)}/neu/${mine.personId}`, it.manager.secret, { "level.sprache": "2" });
  await it.post(`${base(mine.id)}/netzwerk/neu/${mine.personId}`, it.manager.secret, { name: "Rana", kind: "friend", closeness: "1" });
  await it.post(`${base(mine.id)}/qualifikationen/neu/${mine.personId}`, it.manager.secret, { title: "Nähen", kind: "skill" });
  const ids = await it.row<{ a: string; n: string; q: string }>(
    "select (select id from app.assessments where case_id = $1) as a, (select id from app.network_ties where case_id = $1) as n, (select id from app.qualifications where case_id = $1) as q", [mine.id]);
  const partner = await actor(it.world, ["partner_worker"], "partner");
  // own case in the address and somebody else's entry or person behind it, too
  const pages = [mine.id, theirs.id].flatMap((c) => [`${base(c)}/neu/${mine.personId}`, `${base(c)}/${ids.a}`, `${base(c)}/netzwerk/${ids.n}`, `${base(c)}/qualifikationen/${ids.q}`, `${base(c)}?person=${mine.personId}`]);
  for (const who of [it.colleague, it.teamLead, it.officer, partner, it.administrator]) for (const path of pages) expect([403, 404], path).toContain((await it.get(path, who.secret)).statusCode);
  const body = { "level.sprache": "5", _version: "1", name: "x", kind: "friend", closeness: "1", title: "x", recognition: "open" };
  for (const path of pages.slice(0, 9)) expect([403, 404, 422], path).toContain((await it.post(path, it.colleague.secret, body)).statusCode);
  for (const path of [`${base(theirs.id)}/${ids.a}/zurueckziehen`, `${base(theirs.id)}/netzwerk/${ids.n}/zurueckziehen`, `${base(theirs.id)}/qualifikationen/${ids.q}/zurueckziehen`]) expect((await it.post(path, it.colleague.secret, {})).statusCode, path).toBe(404);
  for (const path of [`/api/v1/assessments/${ids.a}`, `/api/v1/cases/${mine.id}/assessments`, `/api/v1/cases/${mine.id}/network-ties`, `/api/v1/cases/${mine.id}/qualifications`]) expect((await it.api("GET", path, it.colleague.secret)).statusCode, path).toBe(404);
  expect(await it.row("select level, version from app.assessment_entries e where case_id = $1", [mine.id])).toEqual({ level: 2, version: 1 });
});

test("the same over the interface, with If-Match", async () => {
  const { id, personId } = await it.newCase();
  const made = await it.api("POST", `/api/v1/cases/${id}/persons/${personId}/assessments`, it.manager.secret, { entries: [{ lifeArea: "sprache", level: 2, need: "einen Kurs" }] });
  expect(made.statusCode).toBe(201);
  const { id: one } = made.json<{ id: string }>();
  const changed = await it.api("PUT", `/api/v1/assessments/${one}`, it.manager.secret, { entries: [{ lifeArea: "sprache", level: 3 }] }, { "if-match": '"1"' });
  expect([changed.statusCode, changed.json<{ entries: { level: number; need: string }[] }>().entries]).toMatchObject([200, [{ level: 3, need: "" }]]);
  expect((await it.api("PUT", `/api/v1/assessments/${one}`, it.manager.secret, { entries: [{ lifeArea: "sprache", level: 1 }] }, { "if-match": '"1"' })).statusCode).toBe(412);
  const tie = await it.api("POST", `/api/v1/cases/${id}/persons/${personId}/network-ties`, it.manager.secret, { name: "Rana", kind: "friend", closeness: 1 });
  expect(tie.statusCode).toBe(201);
  expect((await it.api("DELETE", `/api/v1/network-ties/${tie.json<{ id: string }>().id}`, it.manager.secret)).statusCode).toBe(200);
  expect((await it.api("GET", `/api/v1/cases/${id}/network-ties`, it.manager.secret)).json()).toEqual({ items: [] });
  const learnt = await it.api("POST", `/api/v1/cases/${id}/persons/${personId}/qualifications`, it.manager.secret, { title: "Nähen", kind: "skill" });
  const at = `/api/v1/qualifications/${learnt.json<{ id: string }>().id}`;
  const body = { title: "Schneiderin", kind: "vocational", recognition: "applied" };
  expect((await it.api("PUT", at, it.manager.secret, body, { "if-match": '"1"' })).json()).toMatchObject({ title: "Schneiderin", recognition: "applied", version: 2 });
  expect((await it.api("PUT", at, it.manager.secret, body, { "if-match": '"1"' })).statusCode).toBe(412);
  expect((await it.api("DELETE", at, it.manager.secret)).statusCode).toBe(200);
  expect((await it.api("GET", `/api/v1/assessments/${one}`, it.manager.secret)).json()).toMatchObject({ id: one, version: 2 });
  expect((await it.api("DELETE", `/api/v1/assessments/${one}`, it.manager.secret)).statusCode).toBe(200);
  expect((await it.api("GET", `/api/v1/cases/${id}/assessments`, it.manager.secret)).json()).toEqual({ items: [] });
});

test("decisions: nothing but a level, and never tomorrow", () => {
  const entry = { lifeArea: "sprache", level: 2, personLevel: null, resource: "", need: "", words: "", isEntrusted: false };
  const facts = { today: calendarDay("2026-11-23"), lifeAreas: ["sprache"], takenDays: [], isEnded: false };
  const input = { assessedOn: facts.today, state: "done", wordsLanguage: "de", isTogether: false, entries: [entry] } as const;
  const codes = (d: ReturnType<typeof decideAssessment>): readonly string[] => (d.ok ? [] : d.refusals.map((r) => r.code));
  expect(codes(decideAssessment(input, facts))).toEqual([]);
  expect(codes(decideAssessment({ ...input, assessedOn: calendarDay("2026-11-24"), entries: [{ ...entry, lifeArea: "garten" }] }, { ...facts, isEnded: true }))).toEqual(["case-ended", "day-in-the-future", "unknown-life-area"]);
  expect(codes(decideAssessment({ ...input, entries: [{ ...entry, level: null, need: "etwas" }] }, facts))).toEqual(["level-missing"]);
  expect([changeWords(2, 4), changeWords(4, 2), changeWords(3, 3), changeWords(null, 3)]).toEqual(["+2", "−2", "gleich", ""]);
});

test("every spot of the map lies within it, and no two on each other", () => {
  const tie = (i: number): Tie => ({ id: String(i), caseId: "c", personId: "p", kind: (["family", "friend", "community", "institution"] as const)[i % 4]!, name: `N${i}`, organisationId: null, organisation: "", closeness: (i % 3) + 1, effect: "helps", note: "", isEntrusted: false, endedOn: null, version: 1 });
  const spots = spotsOf(Array.from({ length: 24 }, (_, i) => tie(i)));
  expect(spots.length).toBe(24);
  expect(spots.filter((s) => s.x < 14 || s.x > 546 || s.y < 14 || s.y > 466)).toEqual([]);
  for (const a of spots) for (const b of spots) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(18);
});
