import { dayOf } from "../kernel/calendar-day.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actor, buildWorld, type Actor } from "../../test/world.ts";
import { newId } from "../kernel/id.ts";
import { type CaseWorld, startCaseWorld } from "./case-world.test-support.ts";

let it: CaseWorld;
let file: { id: string; number: string; personId: string };
let ids: { contact: string; followUp: string; assignment: string };
beforeAll(async () => {
  it = await startCaseWorld();
  file = await it.newCase();
  const made = async (path: string, body: object): Promise<string> => (await it.api("POST", `/api/v1/cases/${file.id}/${path}`, it.manager.secret, body)).json<{ id: string }>().id;
  ids = {
    contact: await made("contacts", { text: "streng vertraulich" }),
    followUp: await made("follow-ups", { title: "Anrufen", dueOn: "2099-01-01" }),
    assignment: (await it.row<{ id: string }>("select id from app.case_team where case_id = $1", [file.id])).id,
  };
});
afterAll(() => it.close());

const TABLES = ["cases", "case_persons", "case_relations", "case_team", "case_exclusions", "case_phases", "case_admissions", "case_closures", "contacts", "contact_persons", "follow_ups", "documents", "drafts", "emergency_accesses"];
/** Everything about the case, as one text: if anything was written, it differs. */
async function stateOf(caseId: string): Promise<string> {
  const parts: string[] = [];
  for (const table of TABLES) {
    const { rows } = await it.world.owner.query(`select to_jsonb(t)::text as row from app.${table} t where t.${table === "cases" ? "id" : "case_id"} = $1 order by 1`, [caseId]);
    parts.push(`${table}: ${rows.map((r: { row: string }) => r.row).join("\n")}`);
  }
  return parts.join("\n");
}

type Attempt = readonly [what: string, method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: Record<string, unknown>];
const attempts = (): readonly Attempt[] => {
  const api = `/api/v1/cases/${file.id}`;
  return [
    ["read a contact", "GET", `${api}/contacts/${ids.contact}`],
    ["list documents", "GET", `${api}/documents`],
    ["add a contact", "POST", `${api}/contacts`, { text: "Angriff" }],
    ["correct a contact", "PUT", `${api}/contacts/${ids.contact}`, { text: "Angriff" }],
    ["withdraw a contact", "DELETE", `${api}/contacts/${ids.contact}`],
    ["review a contact", "POST", `${api}/contacts/${ids.contact}/review`, { staysEntrusted: false }],
    ["add a follow-up", "POST", `${api}/follow-ups`, { title: "Angriff", dueOn: "2099-01-01" }],
    ["change a follow-up", "PUT", `${api}/follow-ups/${ids.followUp}`, { title: "Angriff", dueOn: "2099-01-01" }],
    ["finish a follow-up", "PUT", `${api}/follow-ups/${ids.followUp}/done`],
    ["move the phase", "PUT", `${api}/phase`, { to: "clearing" }],
    ["close", "PUT", `${api}/closure`, { reason: "died", handover: "none_needed", openFollowUps: "finish" }],
    ["reopen", "PUT", `${api}/reopening`, {}],
    ["decide admission", "PUT", `${api}/admission`, { accessRoute: "Angriff" }],
    ["add a person", "POST", `${api}/persons`, { personId: file.personId }],
    ["set the main person", "PUT", `${api}/main-person`, { personId: file.personId }],
    ["add a relation", "POST", `${api}/relations`, { personId: file.personId, otherName: "X", kind: "neighbour" }],
    ["add somebody to the team", "POST", `${api}/team`, { accountId: it.colleague.accountId, function: "member" }],
    ["end an assignment", "DELETE", `${api}/team/${ids.assignment}`],
    ["take the case over", "POST", `${api}/hand-over`, { accountId: it.colleague.accountId }],
    ["exclude the lead", "POST", `${api}/exclusions`, { accountId: it.manager.accountId }],
  ];
};
const pages = (): readonly string[] => ["kontakte/neu", `kontakte/${ids.contact}`, "phase", "aufnahme", "abschluss", "wiederaufnahme", "team", "personen", "dateien", "wiedervorlagen/neu", `wiedervorlagen/${ids.followUp}`, "lesende"].map((p) => `/faelle/${file.id}/${p}`);

const attackers: Record<string, () => Promise<Actor>> = {
  "another case manager of the room": async () => it.colleague,
  "an officer of the foreigners' authority": async () => it.officer,
  "the administrator": async () => it.administrator,
  "a case manager of another tenant": async () => {
    const other = await buildWorld(it.world.owner, "Anderswo");
    return actor(other, ["case_manager", "team_lead"], "case");
  },
  "a partner's worker": () => actor(it.world, ["partner_worker"], "partner"),
  "a substitute whose time is over": async () => {
    const past = await actor(it.world, ["case_manager"], "case");
    await it.world.owner.query(
      "insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, until_on, assigned_by) values ($1, $2, $3, $4, $5, 'substitute', current_date - 9, current_date - 1, $6)",
      [it.world.tenantId, it.world.caseRoomId, newId(), file.id, past.accountId, it.manager.accountId],
    );
    return past;
  },
  "a relative who is on the team and excluded": async () => {
    const relative = await actor(it.world, ["case_manager", "team_lead"], "case");
    const values = [it.world.tenantId, it.world.caseRoomId, file.id, relative.accountId, it.manager.accountId];
    await it.world.owner.query("insert into app.case_team (tenant_id, room_id, case_id, account_id, assigned_by, id, function, from_on) values ($1, $2, $3, $4, $5, $6, 'member', current_date)", [...values, newId()]);
    await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", values);
    return relative;
  },
  "a member who lost the room": async () => {
    const gone = await actor(it.world, ["case_manager"], "case");
    await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: gone.accountId, function: "member" });
    await it.world.owner.query("update app.memberships set ended_at = now() where account_id = $1", [gone.accountId]);
    return gone;
  },
};

describe.each(Object.keys(attackers))("%s", (who) => {
  test("gets 404 everywhere, the same as for a case that does not exist, and writes nothing", async () => {
    const attacker = await attackers[who]!();
    const before = await stateOf(file.id);
    const nowhere = newId();
    for (const [what, method, path, body] of attempts()) {
      const headers = { "if-match": '"1"' };
      const answer = await it.api(method, path, attacker.secret, body, headers);
      const missing = await it.api(method, path.replace(file.id, nowhere), attacker.secret, body, headers);
      expect([what, answer.statusCode, answer.body]).toEqual([what, 404, missing.body]);
    }
    for (const path of pages()) expect([path, (await it.get(path, attacker.secret)).statusCode]).toEqual([path, 404]);
    expect((await it.post(`/entwuerfe/${file.id}/contact.new`, attacker.secret, { text: "Angriff" })).statusCode).toBe(404);
    expect(await stateOf(file.id)).toBe(before);
  });
});

test("the same attempts succeed for the lead: the addresses above are right", async () => {
  const other = await it.newCase();
  for (const path of pages().slice(0, 1)) expect((await it.get(path.replace(file.id, other.id), it.manager.secret)).statusCode).toBe(200);
  const [, method, path, body] = attempts()[0]!;
  expect((await it.api(method, path, it.manager.secret, body)).statusCode).toBe(200);
});

test("a disabled account is signed out and writes nothing", async () => {
  const gone = await actor(it.world, ["case_manager"], "case");
  await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: gone.accountId, function: "member" });
  expect((await it.api("GET", `/api/v1/cases/${file.id}/contacts/${ids.contact}`, gone.secret)).statusCode).toBe(200);
  await it.world.owner.query("update app.accounts set disabled_at = now() where id = $1", [gone.accountId]);
  expect((await it.api("POST", `/api/v1/cases/${file.id}/contacts`, gone.secret, { text: "Angriff" })).statusCode).toBe(401);
});

describe("a team lead who has not joined", () => {
  test("assigns, and reads no content", async () => {
    expect((await it.get(`/faelle/${file.id}/team`, it.teamLead.secret)).statusCode).toBe(200);
    for (const path of pages().filter((p) => !p.endsWith("/team"))) expect([path, (await it.get(path, it.teamLead.secret)).statusCode]).toEqual([path, 404]);
    expect((await it.api("GET", `/api/v1/cases/${file.id}/contacts/${ids.contact}`, it.teamLead.secret)).statusCode).toBe(404);
  });
  test("joins with a reason only, and reads from then on", async () => {
    const lead = await actor(it.world, ["team_lead"], "case");
    expect((await it.api("POST", `/api/v1/cases/${file.id}/joining`, lead.secret, { reason: " " })).statusCode).toBe(422);
    expect((await it.api("POST", `/api/v1/cases/${file.id}/joining`, lead.secret, { reason: "Fallberatung auf Bitte der Leitung" })).statusCode).toBe(201);
    expect((await it.api("GET", `/api/v1/cases/${file.id}/contacts/${ids.contact}`, lead.secret)).statusCode).toBe(200);
    const recorded = await it.row<{ n: number }>("select count(*)::int as n from app.access_records where case_id = $1 and action = 'team.joined' and account_id = $2 and reason_ct is not null", [file.id, lead.accountId]);
    expect(recorded.n).toBe(1);
  });
  test("does not give a case to themselves without joining", async () => {
    const lead = await actor(it.world, ["team_lead"], "case");
    const answer = await it.api("POST", "/api/v1/reassignments", lead.secret, { caseIds: [file.id], toAccountId: lead.accountId });
    expect(answer.json()).toMatchObject({ results: [{ caseId: file.id, outcome: "join_first" }] });
  });
});

describe("what the database refuses by itself", () => {
  let substitute: Actor;
  beforeEach(async () => {
    substitute = await actor(it.world, ["case_manager"], "case");
    await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: substitute.accountId, function: "substitute", untilOn: dayOf(new Date()) });
  });
  test("a substitute who makes themselves a member without end", async () => {
    const attempt = it.database.db.write(substitute.secret, (tx) =>
      tx.run(
        "insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, reason_ct, assigned_by) values ($1, $2, $3, $4, $5, 'member', current_date, '\\x01', $5)",
        [it.world.tenantId, it.world.caseRoomId, newId(), file.id, substitute.accountId],
      ),
    );
    await expect(attempt).rejects.toThrow("not found");
  });
  test("a member who excludes the lead", async () => {
    const member = await actor(it.world, ["case_manager"], "case");
    await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: member.accountId, function: "member" });
    const attempt = it.api("POST", `/api/v1/cases/${file.id}/exclusions`, member.secret, { accountId: substitute.accountId });
    expect((await attempt).statusCode).toBe(404);
  });
  test("somebody in emergency access who takes the person into a case of their own", async () => {
    const helper = await actor(it.world, ["case_manager"], "case");
    const begun = await it.api("POST", "/api/v1/emergency-accesses", helper.secret, { caseNumber: file.number, reason: "Frist läuft heute ab, Team nicht erreichbar", minutes: 30 });
    expect(begun.statusCode).toBe(201);
    expect((await it.api("GET", `/api/v1/cases/${file.id}/contacts/${ids.contact}`, helper.secret)).statusCode).toBe(200);
    const stolen = await it.api("POST", "/api/v1/cases", helper.secret, { personIds: [file.personId] });
    expect(stolen.json()).toMatchObject({ refusals: [{ code: "person-not-available" }] });
    await it.world.owner.query("update app.emergency_accesses set began_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where account_id = $1", [helper.accountId]);
    expect((await it.api("GET", `/api/v1/cases/${file.id}/contacts/${ids.contact}`, helper.secret)).statusCode).toBe(404);
  });
});

test("nobody sees another's drafts, not even on the same case", async () => {
  const member = await actor(it.world, ["case_manager"], "case");
  await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: member.accountId, function: "member" });
  expect((await it.post(`/entwuerfe/${file.id}/contact.new`, it.manager.secret, { text: "Halber Gedanke" })).statusCode).toBe(200);
  expect((await it.get(`/faelle/${file.id}/kontakte/neu`, it.manager.secret)).body).toContain("Halber Gedanke");
  expect((await it.get(`/faelle/${file.id}/kontakte/neu`, member.secret)).body).not.toContain("Halber Gedanke");
});

test("an emergency access is reviewed by the data protection officer of the controller, once", async () => {
  const officer = await actor(it.world, ["data_protection_officer"], null);
  const other = await actor(it.world, ["tenant_administrator"], null);
  const helper = await actor(it.world, ["case_manager"], "case", "Nothelferin");
  const made = await it.api("POST", "/api/v1/emergency-accesses", helper.secret, { caseNumber: file.number, reason: "Anruf der Polizei, Gefahr für ein Kind", minutes: 15 });
  const { id } = made.json<{ id: string }>();
  const list = await it.get("/notzugriffe", officer.secret);
  expect([list.statusCode, list.body.includes("Nothelferin"), list.body.includes("Gefahr für ein Kind")]).toEqual([200, true, true]);
  expect((await it.get("/notzugriffe", other.secret)).statusCode).toBe(404);
  expect((await it.post(`/notzugriffe/${id}`, officer.secret, { review: "justified", note: "Nachvollziehbar", _version: "1" })).statusCode).toBe(303);
  expect((await it.post(`/notzugriffe/${id}`, officer.secret, { review: "not_justified", _version: "1" })).statusCode).toBe(409);
});
