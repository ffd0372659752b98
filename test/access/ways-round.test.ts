import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../../src/cases/case-world.test-support.ts";
import { newId } from "../../src/kernel/id.ts";
import { actor, type Actor, signIn } from "../world.ts";

/**
 * Ways round the rules that need a valid login and patience, some of them also the database itself (an injection under one's
 * own session). Each was open once.
 */
let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const sql = <T extends object>(as: Actor, text: string, values: readonly unknown[] = []): Promise<T[]> => it.database.db.write(as.secret, (tx) => tx.query<T>(text, values));
const reads = async (as: Actor, personId: string): Promise<boolean> => (await it.api("GET", `/api/v1/persons/${personId}`, as.secret)).statusCode < 400;
const merge = async (as: Actor, one: string, other: string): Promise<string> => (await sql<{ answer: string }>(as, "select app.merge_persons($1, $2, $3, '{}') as answer", [newId(), one, other]))[0]!.answer;
const onTeam = async (caseId: string, who: Actor, work: string, more = "current_date - 1, null"): Promise<void> => {
  await it.world.owner.query(`insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, assigned_by, from_on, until_on) values ($1, $2, $3, $4, $5, $6, $5, ${more})`, [it.world.tenantId, it.world.caseRoomId, newId(), caseId, who.accountId, work]);
};
const emergency = (caseId: string, who: Actor): Promise<unknown> =>
  sql(who, "select app.begin_emergency_access($1, $2, 'x', 30, current_date + 7)", [newId(), caseId]);

describe("merging opens no file to whoever merges", () => {
  test("a lead on one team joins the other before the two become one person", async () => {
    const [mine, other] = [await it.newCase(), await it.newCase()];
    const lead = await actor(it.world, ["team_lead"], "case");
    await onTeam(mine.id, lead, "member");
    expect(await merge(lead, mine.personId, other.personId)).toBe("join_first");
    expect(await reads(lead, other.personId)).toBe(false);
    const said = await it.api("POST", "/api/v1/merges", lead.secret, { one: mine.personId, other: other.personId });
    expect([said.statusCode, said.json<{ refusals: { code: string }[] }>().refusals[0]!.code]).toEqual([422, "merge-join-first"]);
    await onTeam(other.id, lead, "member");
    expect(await merge(lead, mine.personId, other.personId)).toBe("merged");
  });

  test("a lead on neither team decides by the heads, and reads neither before nor after", async () => {
    const [one, other] = [await it.newCase(), await it.newCase()];
    expect(await merge(it.teamLead, one.personId, other.personId)).toBe("merged");
    expect([await reads(it.teamLead, one.personId), await reads(it.teamLead, other.personId)]).toEqual([false, false]);
    expect(await reads(it.manager, other.personId)).toBe(true);
  });

  test("a record without a case, merged into a file, is no way to take that file's person into a case of one's own", async () => {
    const theirs = await it.newCase();
    for (const who of [it.teamLead, it.colleague]) {
      const decoy = await it.newPerson(who);
      expect(["merged", "both_joined"]).toContain(await merge(it.teamLead, decoy, theirs.personId));
      const opened = await it.api("POST", "/api/v1/cases", who.secret, { personIds: [decoy] });
      expect(opened.statusCode, opened.body).toBeGreaterThanOrEqual(400);
      expect(await reads(who, theirs.personId)).toBe(false);
    }
  });

  test("whoever has the intake right does not make an emergency access last by merging", async () => {
    const clerk = await actor(it.world, ["case_manager", "intake"], "case");
    const [mine, theirs] = [await it.newCase(clerk), await it.newCase()];
    await emergency(theirs.id, clerk);
    expect(await reads(clerk, theirs.personId)).toBe(true);
    expect(await merge(clerk, mine.personId, theirs.personId)).toBe("not_found");
  });
});

test("a substitute takes nobody of the file along into a case of their own", async () => {
  const theirs = await it.newCase();
  const substitute = await actor(it.world, ["case_manager", "intake"], "case");
  await onTeam(theirs.id, substitute, "substitute", "current_date - 1, current_date + 1");
  expect(await reads(substitute, theirs.personId)).toBe(true);
  expect((await it.api("POST", "/api/v1/cases", substitute.secret, { personIds: [theirs.personId] })).statusCode).toBeGreaterThanOrEqual(400);
  const own = await it.newCase(substitute);
  expect((await it.api("POST", `/api/v1/cases/${own.id}/persons`, substitute.secret, { personId: theirs.personId })).statusCode).toBeGreaterThanOrEqual(400);
  expect(await merge(substitute, own.personId, theirs.personId)).toBe("not_found");
});

test("a lead does not name themselves as the standing deputy of somebody whom they send away", async () => {
  const theirs = await it.newCase();
  const said = await it.api("PUT", `/api/v1/accounts/${it.manager.accountId}/absence`, it.teamLead.secret, { absentFrom: "2020-01-01", deputyId: it.teamLead.accountId });
  expect(said.statusCode).toBe(422);
  expect(await sql(it.teamLead, "select app.set_absence($1, '2020-01-01', null, $2) as done", [it.manager.accountId, it.teamLead.accountId])).toEqual([{ done: false }]);
  expect((await it.get(`/faelle/${theirs.id}/kontakte/neu`, it.teamLead.secret)).statusCode).toBe(404);
  // somebody else may be named by the lead, and the lead's own name does not stand in the way of ending an absence
  await it.world.owner.query("update app.accounts set absent_from = current_date, standing_deputy_id = $2 where id = $1", [it.colleague.accountId, it.teamLead.accountId]);
  expect(await sql(it.teamLead, "select app.set_absence($1, null, null, $2) as done", [it.colleague.accountId, it.teamLead.accountId])).toEqual([{ done: true }]);
});

describe("functions answer nobody about rooms and files that are not theirs", () => {
  test("who works where, who is excluded, what an import has become", async () => {
    const { world } = it;
    const file = await it.newCase();
    const importId = newId();
    await world.owner.query("insert into app.imports (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref, state, completed_at) values ($1, $2, $3, $4, 'l', 'x', 'x', 'k', 'done', now())", [world.tenantId, world.caseRoomId, importId, it.teamLead.accountId]);
    await world.owner.query("update app.cases set import_id = $2, version = 7 where id = $1", [file.id, importId]);
    const relative = await actor(world, ["case_manager"], "case");
    await world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [world.tenantId, world.caseRoomId, file.id, relative.accountId, it.manager.accountId]);
    const partner = await actor(world, ["partner_worker"], "partner");
    for (const who of [it.officer, it.administrator, partner]) {
      expect(await sql(who, "select app.works_on_cases($1, $2, $3) as yes", [world.tenantId, world.caseRoomId, it.manager.accountId])).toEqual([{ yes: false }]);
      expect(await sql(who, "select app.import_is_built_on($1) as yes", [importId])).toEqual([{ yes: false }]);
    }
    for (const who of [it.officer, it.administrator, partner, relative, it.colleague]) expect(await sql(who, "select app.is_excluded($1, $2) as yes", [file.id, relative.accountId])).toEqual([{ yes: false }]);
    expect(await sql(it.manager, "select app.is_excluded($1, $2) as yes", [file.id, relative.accountId])).toEqual([{ yes: true }]);
    expect(await sql(it.manager, "select app.import_is_built_on($1) as yes", [importId])).toEqual([{ yes: false }]);
    expect(await sql(it.teamLead, "select app.import_is_built_on($1) as yes", [importId])).toEqual([{ yes: true }]);
  });
});

test("an import that names the key of somebody's file does not destroy it", async () => {
  const file = await it.newCase();
  const { key_ref: key } = await it.row<{ key_ref: string }>("select key_ref from app.cases where id = $1", [file.id]);
  const document = "0190a0a0-0000-7000-8000-0000000000dd.ekf";
  await it.world.owner.query("insert into app.documents (tenant_id, room_id, id, case_id, name_ct, media_type, size, mac, stored_name, author_id) values ($1, $2, $3, $4, 'x', 'application/pdf', 1, 'x', $5, $6)", [it.world.tenantId, it.world.caseRoomId, newId(), file.id, document, it.manager.accountId]);
  const clerk = await actor(it.world, ["intake"], "case");
  for (const [keyRef, stored] of [[key, "x"], ["mine:1", document]]) {
    const importId = newId();
    await it.database.db.write(clerk.secret, (tx) => tx.run("insert into app.imports (tenant_id, room_id, id, account_id, file_name, file_mac, stored_name, key_ref) values ($1, $2, $3, $4, 'l', 'x', $5, $6)", [it.world.tenantId, it.world.caseRoomId, importId, clerk.accountId, stored, keyRef]));
    expect(await sql(clerk, "select app.discard_import($1, 1) as done", [importId])).toEqual([{ done: true }]);
  }
  const { rows } = await it.world.owner.query("select key_ref, stored_name from private.keys_to_destroy where key_ref = $1 or stored_name = $2", [key, document]);
  expect(rows).toEqual([]);
});

test("whoever begins an emergency access does not put its review off", async () => {
  const file = await it.newCase();
  const id = newId();
  await sql(it.colleague, "select app.begin_emergency_access($1, $2, 'x', 5, '2999-01-01')", [id, file.id]);
  const { rows } = await it.world.owner.query("select review_due_on <= current_date + 14 as soon from app.emergency_accesses where id = $1", [id]);
  expect(rows.every((r: { soon: boolean }) => r.soon)).toBe(true);
});

describe("the record of a file tells what happened there", () => {
  const plant = (as: Actor, caseId: string | null, more: Record<string, unknown> = {}): Promise<unknown> => {
    const row = { tenant_id: it.world.tenantId, id: newId(), room_id: it.world.caseRoomId, account_id: as.accountId, action: "case.read", case_id: caseId, ...more };
    const columns = Object.keys(row);
    const values = columns.map((c, i) => (c === "session_id" ? `coalesce($${i + 1}, (select s.session_id from app.session_context() s))` : `$${i + 1}`));
    return sql(as, `insert into app.access_records (${columns.join(", ")}) values (${values.join(", ")})`, Object.values(row));
  };

  test("nobody plants a record in a file of others, in another session's name, or in a file that they left", async () => {
    const theirs = await it.newCase();
    for (const who of [it.colleague, it.administrator]) await expect(plant(who, theirs.id, { session_id: null, room_id: who === it.administrator ? null : it.world.caseRoomId })).rejects.toThrow("not found");
    await expect(plant(it.manager, theirs.id, { session_id: newId() })).rejects.toThrow("not found");
    await plant(it.manager, theirs.id, { session_id: null });
    // the lead reads the head of every file of the room, and that is recorded under it
    await plant(it.teamLead, theirs.id, { session_id: null });
    expect((await it.api("POST", `/api/v1/cases/${theirs.id}/hand-over`, it.manager.secret, { accountId: it.colleague.accountId })).statusCode).toBeLessThan(300);
    await expect(plant(it.manager, theirs.id, { session_id: null })).rejects.toThrow("not found");
    await plant(it.colleague, theirs.id, { session_id: null });
  });

  test("a person read through several cases stands in the record of each, also for the team that is in one of them alone", async () => {
    const one = await it.newCase();
    const other = (await it.api("POST", "/api/v1/cases", it.manager.secret, { personIds: [one.personId] })).json<{ id: string }>();
    await onTeam(other.id, it.colleague, "member");
    const before = await it.row<{ n: number }>("select count(*)::int as n from app.access_records where action = 'person.read'");
    expect(await reads(it.manager, one.personId)).toBe(true);
    expect((await it.get(`/personen/${one.personId}`, it.manager.secret)).statusCode).toBe(200);
    const { rows } = await it.world.owner.query("select case_id from app.access_records where action = 'person.read' order by at desc, case_id limit 4");
    expect(rows.map((r: { case_id: string }) => r.case_id).sort()).toEqual([one.id, one.id, other.id, other.id].sort());
    expect((await it.row<{ n: number }>("select count(*)::int as n from app.access_records where action = 'person.read'")).n).toBe(before.n + 4);
    // whoever reads through one case alone is recorded under that one
    await reads(it.colleague, one.personId);
    expect(await it.row("select case_id from app.access_records where account_id = $1 and action = 'person.read' order by at desc limit 1", [it.colleague.accountId])).toEqual({ case_id: other.id });
  });
});

test("a token that only reads changes nothing, by no statement and by no function, and is recorded like everybody", async () => {
  const file = await it.newCase();
  const secret = await signIn(it.world, it.manager.accountId, it.world.caseRoomId);
  await it.world.owner.query("update private.sessions set kind = 'token', scopes = '{read}' where token_hash = sha256(convert_to($1, 'UTF8'))", [secret]);
  const token: Actor = { ...it.manager, secret };
  expect((await it.server.inject({ url: `/api/v1/cases/${file.id}`, headers: { authorization: `Bearer ${secret}` } })).statusCode).toBe(200);
  for (const statement of [
    `update app.cases set version = version where id = '${file.id}'`, `delete from app.drafts`, `insert into app.idempotency_keys (tenant_id, account_id, key, route, request_hash) values ('${it.world.tenantId}', '${it.manager.accountId}', 'a-key-of-mine', '/', 'x')`,
    "select app.next_case_number(2026)", `select app.set_absence('${it.manager.accountId}', current_date, null, null)`, `select app.begin_emergency_access('${newId()}', '${file.id}', 'x', 5, current_date)`,
    `select app.choose_room('${it.world.caseRoomId}')`, "select app.set_own_shortcuts(false)", "select app.end_own_sessions(null)",
  ]) await expect(sql(token, statement), statement).rejects.toThrow("not found");
  expect(await sql(token, "select app.touch_session() is null as silent")).toHaveLength(1);
});

describe("what began early ends early, and what was set by mistake is lifted", () => {
  test("an emergency access ends with the request of whoever began it, and nobody else ends it", async () => {
    const file = await it.newCase();
    const begun = await it.api("POST", "/api/v1/emergency-accesses", it.colleague.secret, { caseNumber: file.number, reason: "Klinik ruft an, niemand erreichbar", minutes: 30 });
    const { id } = begun.json<{ id: string }>();
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).body).toContain(`/faelle/${file.id}/notzugriff-beenden`);
    for (const who of [it.manager, it.teamLead, it.officer]) {
      expect((await it.api("DELETE", `/api/v1/emergency-accesses/${id}`, who.secret)).statusCode).toBe(404);
      // whoever works on the case may ask, and has none to end
      expect((await it.post(`/faelle/${file.id}/notzugriff-beenden`, who.secret, {})).statusCode).toBe(who === it.manager ? 422 : 404);
    }
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).statusCode).toBe(200);
    expect((await it.post(`/faelle/${file.id}/notzugriff-beenden`, it.colleague.secret, {})).statusCode).toBe(303);
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).statusCode).toBe(404);
    expect(await it.row("select ends_at <= now() as over, review_due_on is not null as due from app.emergency_accesses where id = $1", [id])).toEqual({ over: true, due: true });
    expect(await it.row("select case_id from app.access_records where action = 'emergency.ended'")).toEqual({ case_id: file.id });
    const again = (await it.api("POST", "/api/v1/emergency-accesses", it.colleague.secret, { caseNumber: file.number, reason: "Klinik ruft noch einmal an", minutes: 30 })).json<{ id: string }>();
    expect((await it.api("DELETE", `/api/v1/emergency-accesses/${again.id}`, it.colleague.secret)).json()).toEqual({ id: again.id, done: true });
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).statusCode).toBe(404);
  });

  test("a lead who is not the excluded one lifts an exclusion with a reason that the team reads; it opens nothing by itself", async () => {
    const file = await it.newCase();
    const lead = await actor(it.world, ["team_lead"], "case");
    const exclude = (who: Actor) => it.api("POST", `/api/v1/cases/${file.id}/exclusions`, it.manager.secret, { accountId: who.accountId });
    const lift = (by: Actor, who: Actor, reason = "Namensgleichheit, nicht verwandt") => it.api("POST", `/api/v1/cases/${file.id}/exclusions/${who.accountId}/lifting`, by.secret, { reason });
    for (const who of [it.colleague, lead]) expect((await exclude(who)).statusCode).toBe(201);
    for (const by of [it.manager, it.colleague, lead, it.officer, it.administrator]) expect([by.accountId, (await lift(by, it.colleague)).statusCode]).toEqual([by.accountId, 404]);
    // an excluded lead does not let themselves in again, whatever statement they find
    expect(await sql(lead, "select app.lift_exclusion($1, $2) as done", [file.id, lead.accountId])).toEqual([{ done: false }]);
    expect((await lift(it.teamLead, it.colleague, "Irrtum")).json<{ refusals: { code: string }[] }>().refusals[0]!.code).toBe("lifting-without-reason");
    expect((await it.get(`/faelle/${file.id}/team/ausschluesse/${it.colleague.accountId}`, it.teamLead.secret)).statusCode).toBe(200);
    expect((await lift(it.teamLead, it.colleague)).statusCode).toBe(200);
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).statusCode).toBe(404);
    expect((await it.api("POST", `/api/v1/cases/${file.id}/team`, it.manager.secret, { accountId: it.colleague.accountId, function: "member" })).statusCode).toBe(201);
    expect((await it.get(`/faelle/${file.id}`, it.colleague.secret)).statusCode).toBe(200);
    expect((await it.get(`/faelle/${file.id}/protokoll`, it.manager.secret)).body).toContain("Namensgleichheit, nicht verwandt");
  });

  test("the lead gives and ends the intake right of own case workers, on a page and by the API, and of nobody else", async () => {
    const worker = await actor(it.world, ["case_manager"], "case");
    expect((await it.get("/team/aufnahmerecht", it.teamLead.secret)).body).toContain("Aufnahmerecht");
    expect((await it.get("/import", worker.secret)).statusCode).toBe(404);
    expect((await it.post(`/team/aufnahmerecht/${worker.accountId}/geben`, it.teamLead.secret, {})).statusCode).toBe(303);
    expect((await it.get("/import", worker.secret)).statusCode).toBe(200);
    expect((await it.api("PUT", `/api/v1/intake-rights/${worker.accountId}`, it.teamLead.secret)).statusCode).toBe(422);
    for (const who of [it.colleague, it.officer, it.administrator]) for (const method of ["PUT", "DELETE"] as const) expect((await it.api(method, `/api/v1/intake-rights/${worker.accountId}`, who.secret)).statusCode).toBe(404);
    expect((await it.api("DELETE", `/api/v1/intake-rights/${worker.accountId}`, it.teamLead.secret)).json()).toEqual({ accountId: worker.accountId, hasRight: false });
    expect((await it.get("/import", worker.secret)).statusCode).toBe(404);
    for (const stranger of [it.officer, it.administrator]) expect((await it.api("PUT", `/api/v1/intake-rights/${stranger.accountId}`, it.teamLead.secret)).statusCode).toBe(404);
  });
});

test("a hint of a double tells no more of a file not joined than its head: no score, no reasons, neither in the list nor in its cursor", async () => {
  const clerk = await actor(it.world, ["case_manager", "intake"], "case");
  const [one, other] = [await it.newCase(clerk), await it.newCase(clerk)];
  const [first, second] = [one.personId, other.personId].sort() as [string, string];
  const pairId = newId();
  await it.world.owner.query("insert into app.duplicate_pairs (tenant_id, room_id, id, first_id, second_id, score, reasons) values ($1, $2, $3, $4, $5, 7.25, '{same-name,same-number}')", [it.world.tenantId, it.world.caseRoomId, pairId, first, second]);
  const pairOf = async (who: Actor): Promise<unknown> => {
    const body = (await it.api("GET", "/api/v1/duplicate-pairs", who.secret)).json<{ pairs: { id: string; likelihood: string; score: number | null; reasons: string[] }[]; next: string | null }>();
    const found = body.pairs.find((p) => p.id === pairId)!;
    return [found.likelihood, found.score, found.reasons];
  };
  expect(await pairOf(clerk)).toEqual(["likely", 7.25, ["same-name", "same-number"]]);
  expect(await pairOf(it.teamLead)).toEqual(["likely", null, []]);
  for (const path of ["/doppelungen", `/doppelungen/${pairId}`]) {
    const { body } = await it.get(path, it.teamLead.secret);
    expect([path, body.includes("wahrscheinlich dieselbe Person"), body.includes("gleiche Telefonnummer")]).toEqual([path, true, false]);
    expect((await it.get(path, clerk.secret)).body).toContain("gleiche Telefonnummer");
  }
});
