import { addDays, dayOf } from "../../kernel/calendar-day.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor } from "../../../test/world.ts";
import { type CaseWorld, startCaseWorld } from "../case-world.test-support.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const dayFromNow = (days: number): string => addDays(dayOf(new Date()), days);

test("300 cases change hands at once, each with its result, and a replay changes nothing", async () => {
  const one = await it.newCase();
  const closed = await it.newCase();
  await it.api("PUT", `/api/v1/cases/${closed.id}/closure`, it.manager.secret, { reason: "moved_away", handover: "none_needed" }, { "if-match": '"1"' });
  // copies of the first case stand for the load: only head and team matter here
  await it.world.owner.query(
    `with made as (insert into app.cases (tenant_id, room_id, id, number, opened_on, key_ref, created_by)
       select tenant_id, room_id, gen_random_uuid(), '2025-' || lpad(n::text, 4, '0'), opened_on, key_ref, created_by from app.cases, generate_series(1, 298) n where id = $1 returning tenant_id, room_id, id)
     insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by) select tenant_id, room_id, gen_random_uuid(), id, $2, 'lead', current_date - 30, $2 from made`,
    [one.id, it.manager.accountId],
  );
  const { rows } = await it.world.owner.query<{ id: string }>("select id from app.cases where number like '2025-%'");
  const caseIds = [...rows.map((r) => r.id), one.id, closed.id];
  const send = () => it.api("POST", "/api/v1/reassignments", it.teamLead.secret, { caseIds, toAccountId: it.colleague.accountId }, { "idempotency-key": "dreihundert-auf-einmal" });
  const first = (await send()).json<{ results: { caseId: string; outcome: string }[] }>();
  expect(first.results.map((r) => r.caseId)).toEqual(caseIds);
  expect(first.results.map((r) => r.outcome)).toEqual([...Array<string>(299).fill("reassigned"), "closed"]);
  expect(await it.row("select count(*)::int as n from app.cases where lead_id = $1", [it.colleague.accountId])).toEqual({ n: 299 });
  expect((await send()).json<{ results: unknown[] }>().results).toHaveLength(299);
  expect(await it.row("select count(*)::int as n from app.access_records where action = 'team.handed_over'", [])).toEqual({ n: 299 });
});

test("reminders of a case that nobody led go to whoever leads it now; those of its team stay theirs", async () => {
  const { id } = await it.newCase();
  const place = [it.world.tenantId, it.world.caseRoomId, id];
  await it.world.owner.query("update app.case_team set function = 'member' where case_id = $1", [id]);
  expect(await it.row("select lead_id from app.cases where id = $1", [id])).toEqual({ lead_id: null });
  const remind = (owner: string, doneOn: string | null): Promise<unknown> =>
    it.world.owner.query("insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by, done_on) values ($1, $2, gen_random_uuid(), $3, $4, current_date + 7, 'task', '', $4, $5)", [...place, owner, doneOn]);
  await remind(it.teamLead.accountId, null);
  await remind(it.teamLead.accountId, dayFromNow(0));
  await remind(it.manager.accountId, null);
  const answer = await it.api("POST", "/api/v1/reassignments", it.teamLead.secret, { caseIds: [id], toAccountId: it.colleague.accountId });
  expect(answer.json()).toMatchObject({ results: [{ outcome: "reassigned" }] });
  const { rows } = await it.world.owner.query<{ owner_id: string; is_done: boolean }>("select owner_id, done_on is not null as is_done from app.follow_ups where case_id = $1", [id]);
  const owners = (accountId: string) => rows.filter((f) => f.owner_id === accountId).map((f) => f.is_done);
  expect([owners(it.colleague.accountId), owners(it.teamLead.accountId), owners(it.manager.accountId)]).toEqual([[false], [true], [false]]);
});

test("a standing deputy works on the cases of an absent lead, exactly while the absence lasts", async () => {
  const { id } = await it.newCase();
  const deputy = await actor(it.world, ["case_manager"], "case");
  const page = `/faelle/${id}/kontakte/neu`;
  const away = { absentFrom: dayFromNow(0), absentUntil: dayFromNow(7), deputyId: deputy.accountId };
  expect((await it.api("PUT", `/api/v1/accounts/${it.manager.accountId}/absence`, it.manager.secret, away)).json()).toMatchObject({ refusals: [{ code: "deputy-is-the-leads-decision" }] });
  expect((await it.get(page, deputy.secret)).statusCode).toBe(404);
  expect((await it.api("PUT", `/api/v1/accounts/${it.manager.accountId}/absence`, it.teamLead.secret, away)).statusCode).toBe(200);
  expect((await it.get(page, deputy.secret)).statusCode).toBe(200);
  expect((await it.get(`/faelle/${id}/lesende`, it.manager.secret)).body).toContain("ständige Vertretung der abwesenden Leitung");
  await it.api("PUT", `/api/v1/accounts/${it.manager.accountId}/absence`, it.manager.secret, { deputyId: deputy.accountId });
  expect((await it.get(page, deputy.secret)).statusCode).toBe(404);
});

test("whoever is excluded loses the case at once, and cannot be given it again", async () => {
  const { id } = await it.newCase();
  const relative = await actor(it.world, ["case_manager"], "case");
  await it.api("POST", `/api/v1/cases/${id}/team`, it.manager.secret, { accountId: relative.accountId, function: "member" });
  expect((await it.api("POST", `/api/v1/cases/${id}/exclusions`, it.manager.secret, { accountId: relative.accountId })).statusCode).toBe(201);
  expect((await it.get(`/faelle/${id}/kontakte/neu`, relative.secret)).statusCode).toBe(404);
  const again = await it.api("POST", "/api/v1/reassignments", it.teamLead.secret, { caseIds: [id], toAccountId: relative.accountId });
  expect(again.json()).toMatchObject({ results: [{ outcome: "excluded" }] });
  const begun = await it.api("POST", "/api/v1/emergency-accesses", relative.secret, { caseNumber: (await it.row<{ number: string }>("select number from app.cases where id = $1", [id])).number, reason: "Ich muss da dringend hinein" });
  expect(begun.json()).toMatchObject({ refusals: [{ code: "no-such-case" }] });
});
