import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { actor, type Actor } from "../../../test/world.ts";
import { getTenantSettings } from "./tenant-settings.ts";

let it: TestServer;
let administrator: Actor;
beforeAll(async () => {
  it = await startTestServer();
  administrator = await actor(it.world, ["tenant_administrator"], null);
});
afterAll(() => it.close());
const recorded = async (action: string): Promise<number> => (await it.world.owner.query("select from app.access_records where account_id = $1 and action = $2", [administrator.accountId, action])).rowCount ?? 0;

const RETENTION = { case_months: 36, not_admitted_months: 12, person_months: 12, consultation_months: 24, archive_months: 6, archive_waiver: "" };
test("settings hold their defaults until somebody chooses, and refuse what makes no sense", async () => {
  const now = (): Promise<unknown> => it.database.db.read(administrator.secret, (tx) => getTenantSettings(tx, it.world.tenantId));
  expect(await now()).toEqual({ imported_cells_days: 90, record_months: 24, inbox_months: 24, notice_lead_days: 7, interpreter_lead_days: 5, reminder_days: 1, aftercare_contacts: 2, aftercare_weeks: 12, ...RETENTION, caseload_limit: 20, team_label: "Kommunales Integrationsmanagement" });
  const save = (fields: Record<string, string>) => it.post("/verwaltung/einstellungen", administrator.secret, { imported_cells_days: "60", caseload_limit: "25", team_label: "KIM", ...fields });
  expect((await save({ caseload_limit: "viele" })).statusCode).toBe(422);
  expect((await save({ record_months: "11" })).statusCode).toBe(422);
  expect((await save({ inbox_months: "2" })).statusCode).toBe(422);
  expect([(await save({})).statusCode, (await save({ caseload_limit: "30" })).statusCode]).toEqual([303, 303]);
  expect(await now()).toEqual({ imported_cells_days: 60, record_months: 24, inbox_months: 24, notice_lead_days: 7, interpreter_lead_days: 5, reminder_days: 1, aftercare_contacts: 2, aftercare_weeks: 12, ...RETENTION, caseload_limit: 30, team_label: "KIM" });
  expect(await recorded("setting.changed")).toBe(2);
});

test.each([["lebensbereiche", "Kita & Schule", "kita_schule"], ["aufnahmekriterien", "Mehrere Hilfen nötig", "mehrere_hilfen_noetig"]])("%s are added, renamed and retired, never deleted", async (path, label, key) => {
  const url = `/verwaltung/${path}`;
  expect((await it.post(url, administrator.secret, { label })).statusCode).toBe(303);
  const twice = await it.post(url, administrator.secret, { label });
  expect([twice.statusCode, twice.body.includes("gibt es schon")]).toEqual([422, true]);
  expect((await it.post(`${url}/${key}`, administrator.secret, { label: "Anders", position: "3", retired: "ja" })).statusCode).toBe(303);
  expect((await it.get(url, administrator.secret)).body).toMatch(/Anders<\/bdi> <span class="chip chip-neutral">stillgelegt/);
  expect((await it.post(`${url}/fehlt`, administrator.secret, { label: "x", position: "1" })).statusCode).toBe(404);
});

test("a legal basis is added and retired, not rewritten", async () => {
  const url = "/verwaltung/rechtsgrundlagen";
  expect((await it.post(url, administrator.secret, { kind: "consent", citation: "Art. 9 Abs. 2 Buchst. a DSGVO", purpose: "Gesundheit" })).statusCode).toBe(303);
  const id = /rechtsgrundlagen\/([0-9a-f-]{36})\/stilllegen/.exec((await it.get(url, administrator.secret)).body)![1]!;
  // the register of processing names recipients and retention (Art. 30 DSGVO); what stands there already is not rewritten
  expect((await it.get(url, administrator.secret)).body).toContain("Noch unvollständig");
  expect((await it.post(`${url}/${id}/ergaenzen`, administrator.secret, { recipients: "keine", retention: "ein Jahr" })).statusCode).toBe(303);
  expect((await it.post(`${url}/${id}/ergaenzen`, administrator.secret, { recipients: "alle", retention: "" })).statusCode).toBe(404);
  expect((await it.post(`${url}/${id}/stilllegen`, administrator.secret, {})).statusCode).toBe(303);
  expect((await it.post(`${url}/${id}/stilllegen`, administrator.secret, {})).statusCode).toBe(404);
});

test("offices and rooms: added, changed under their version, closed; a stale save is compared", async () => {
  const office = await it.api("POST", "/api/v1/organisations", administrator.secret, { kind: "jobcenter", name: "Jobcenter" });
  const { id } = office.json<{ id: string }>();
  const values = { kind: "jobcenter", name: "Jobcenter Nord", short_name: "", municipality: "" };
  expect((await it.post(`/verwaltung/stellen/${id}`, administrator.secret, { ...values, _version: "1" })).statusCode).toBe(303);
  const stale = await it.post(`/verwaltung/stellen/${id}`, administrator.secret, { ...values, name: "Jobcenter Süd", _version: "1" });
  expect([stale.statusCode, stale.body.includes("Jobcenter Nord"), stale.body.includes('value="Jobcenter Süd"')]).toEqual([409, true, true]);
  expect((await it.api("PUT", `/api/v1/organisations/${id}`, administrator.secret, values, { "if-match": '"1"' })).statusCode).toBe(412);
  const nobody = await it.post("/verwaltung/aktenbereiche/neu", administrator.secret, { kind: "partner", name: "JC", controller_id: "", joint_agreement: "", operator_id: id });
  expect([nobody.statusCode, nobody.body.includes("Art. 26 DSGVO")]).toEqual([422, true]);
  const room = await it.api("POST", "/api/v1/rooms", administrator.secret, { kind: "partner", name: "JC", controller_id: id, joint_agreement: null, operator_id: id });
  const roomId = room.json<{ id: string }>().id;
  expect((await it.api("PUT", `/api/v1/rooms/${roomId}`, administrator.secret, { name: "Jobcenter" }, { "if-match": '"1"' })).json()).toMatchObject({ name: "Jobcenter", version: 2 });
  const used = await it.post(`/verwaltung/stellen/${id}/schliessen`, administrator.secret, {});
  expect([used.statusCode, used.body.includes("Schließen Sie erst diese Aktenbereiche")]).toEqual([422, true]);
  expect((await it.post(`/verwaltung/aktenbereiche/${roomId}/schliessen`, administrator.secret, {})).statusCode).toBe(303);
  expect((await it.post(`/verwaltung/stellen/${id}/schliessen`, administrator.secret, {})).statusCode).toBe(303);
  for (const list of ["organisations", "rooms", "accounts"]) expect((await it.api("GET", `/api/v1/${list}`, administrator.secret)).json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  expect((await it.get(`/verwaltung/aktenbereiche/${roomId}`, administrator.secret)).body).toContain("verantwortlich");
});

test("an address already taken is said beside the field, and what was typed stays", async () => {
  const values = { given_name: "Ada", family_name: "Yılmaz", email: "ada@example.org", organisation_id: it.world.organisationId, side: "neutral" };
  const made = await it.post("/verwaltung/konten/neu", administrator.secret, values);
  expect([made.statusCode, made.body.includes("/einladung/")]).toEqual([200, true]);
  const again = await it.post("/verwaltung/konten/neu", administrator.secret, { ...values, email: "ADA@example.org" });
  expect([again.statusCode, again.body.includes("schon ein Konto"), again.body.includes('value="Yılmaz"')]).toEqual([422, true, true]);
  expect([await recorded("account.created"), await recorded("account.invited")]).toEqual([1, 1]);
});
