import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";
import type { WriteTx } from "../db/index.ts";
import { newId } from "../kernel/id.ts";

let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld();
});
afterAll(() => it.close());

const standAside = (tx: WriteTx) => tx.query("select set_config('app.heads_at_once', 'yes', true)");
const remind = (tx: WriteTx, caseId: string, inDays: number) =>
  tx.run("insert into app.follow_ups (tenant_id, room_id, id, case_id, owner_id, due_on, kind, title_ct, created_by) values ($1, $2, $3, $4, $5, current_date + $6::integer, 'task', '', $5)", [it.world.tenantId, it.world.caseRoomId, newId(), caseId, it.manager.accountId, inDays]);
const nextDue = (caseId: string) => it.row<{ days: number }>("select next_due_on - current_date as days from app.cases where id = $1", [caseId]);

test("whoever works on a case cannot keep its head from following, whatever they set", async () => {
  const { id } = await it.newCase();
  await it.app.db.write(it.manager.secret, async (tx) => (await standAside(tx), remind(tx, id, 5)));
  expect(await nextDue(id)).toEqual({ days: 5 });
});

test("not even a job's session leaves the head of a case behind that was there before", async () => {
  const { id } = await it.newCase();
  const jobId = newId();
  await it.world.owner.query("insert into app.jobs (tenant_id, id, room_id, account_id, kind, state) values ($1, $2, $3, $4, 'intake.import', 'running')", [it.world.tenantId, jobId, it.world.caseRoomId, it.manager.accountId]);
  await it.app.db.asJob({ tenantId: it.world.tenantId, jobId }, async (tx) => (await standAside(tx), remind(tx, id, 3)));
  expect(await nextDue(id)).toEqual({ days: 3 });
});

test("refreshing heads in bulk is nobody's to call", async () => {
  const { id } = await it.newCase();
  await expect(it.app.db.write(it.teamLead.secret, (tx) => tx.query("select app.refresh_newborn_heads($1, array[$2]::uuid[])", [it.world.tenantId, id]))).rejects.toThrow("not found");
  await expect(it.app.db.asSystem("test", (tx) => tx.query("select app.refresh_newborn_heads($1, array[$2]::uuid[])", [it.world.tenantId, id]))).rejects.toThrow("not found");
});
