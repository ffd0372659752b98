import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";

const ROWS = 2300;
let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
  const { owner, tenantId, caseRoomId } = it.world;
  await owner.query(
    `insert into app.cases (tenant_id, room_id, id, number, phase, opened_on, key_ref, created_by, main_name, main_sort)
       select $1, $2, gen_random_uuid(), '2025-' || lpad(i::text, 4, '0'), 'clearing', current_date, 'none', $3, 'Name, ' || i, 'name ' || (i % 97) from generate_series(1, $4::integer) i`,
    [tenantId, caseRoomId, it.lead.accountId, ROWS],
  );
});
afterAll(() => it.close());

const exported = async (): Promise<string[][]> =>
  (await it.world.owner.query<{ object_ids: string[] }>("select object_ids from app.access_records where action = 'cases.exported' and account_id = $1 order by at", [it.lead.accountId])).rows.map((row) => row.object_ids);

test("a downloaded list is whole, each row once in its order, and every row of it is recorded", async () => {
  for (const sort of ["name", "faellig", "kontakt&ab=ja"]) {
    const { statusCode, body } = await it.get(`/faelle/liste.csv?spalten=number&sortierung=${sort}`, it.lead.secret);
    const [head, ...rows] = body.trimEnd().split("\r\n");
    expect([statusCode, head, rows.length, new Set(rows.map((row) => row.split(";").at(-1))).size]).toEqual([200, "\uFEFFName;Name in eigener Schrift;Fall", ROWS, ROWS]);
  }
  const records = await exported();
  expect(records.map((ids) => ids.length)).toEqual([1000, 1000, 300, 1000, 1000, 300, 1000, 1000, 300]);
  expect(new Set(records.slice(0, 3).flat()).size).toBe(ROWS);
});

test("a case manager downloads their own cases and no row of others", async () => {
  await it.newCase({ family: "Eigen" });
  const { body } = await it.get("/faelle/liste.csv", it.manager.secret);
  expect(body.trimEnd().split("\r\n").slice(1).map((row) => row.split(";")[0])).toEqual([expect.stringContaining("Eigen")]);
});

test("where the cases are handed on in the middle, no later part of the download holds one of them", async () => {
  const { owner, tenantId, caseRoomId } = it.world;
  await owner.query(
    `insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by)
       select tenant_id, room_id, gen_random_uuid(), id, $3, 'lead', current_date - 5, $4 from app.cases where tenant_id = $1 and room_id = $2 and key_ref = 'none'`,
    [tenantId, caseRoomId, it.colleague.accountId, it.lead.accountId],
  );
  const rowsOf = async (): Promise<number> => (await it.get("/faelle/liste.csv", it.colleague.secret)).body.trimEnd().split("\r\n").length - 1;
  expect(await rowsOf()).toBe(ROWS);
  await owner.query(`create function app.hand_all_on_for_test() returns trigger language plpgsql security definer set search_path = '' as $$
    begin update app.case_team set until_on = from_on - 1 where account_id = new.account_id; return null; end $$`);
  await owner.query("create trigger hand_all_on_for_test after insert on app.access_records for each row when (new.action = 'cases.exported') execute function app.hand_all_on_for_test()");
  expect(await rowsOf()).toBeLessThanOrEqual(1000);
  await owner.query("drop trigger hand_all_on_for_test on app.access_records");
});

test("where the session ends in the middle the download breaks off, instead of looking like the whole list", async () => {
  const { owner } = it.world;
  const before = (await exported()).length;
  // the first part's own record ends the session, as if somebody signed out everywhere at that moment
  await owner.query(`create function app.end_all_for_test() returns trigger language plpgsql security definer set search_path = '' as $$
    begin update private.sessions set ended_at = now() where id = new.session_id; return null; end $$`);
  await owner.query("create trigger end_all_for_test after insert on app.access_records for each row when (new.action = 'cases.exported') execute function app.end_all_for_test()");
  await expect(it.get("/faelle/liste.csv", it.lead.secret)).rejects.toThrow();
  expect((await exported()).length).toBe(before + 1);
});
