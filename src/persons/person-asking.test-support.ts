import type { Asking } from "../http/index.ts";
import { loadSession } from "../http/index.ts";
import type { ReadTx } from "../db/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import type { TestServer } from "../../test/server.ts";
import type { Actor, World } from "../../test/world.ts";

/** What a route hands to a command, for tests of commands without a route. */
export async function askingFor(it: TestServer, tx: ReadTx): Promise<Asking> {
  const now = it.app.clock();
  return { app: it.app, session: await loadSession(tx), now, today: dayOf(now), requestId: newId(), form: () => ({ csrf: "", idempotencyKey: newId() }), noteRecorded: () => undefined };
}

let number = 1000;
/** A case about these persons (the first is its main one) with this lead, arranged as the owner. */
export async function openCase(world: World, lead: Actor, personIds: readonly string[]): Promise<{ id: string; number: string }> {
  const id = newId();
  const caseNumber = `2026-${(number += 1)}`;
  const { owner, tenantId, caseRoomId } = world;
  await owner.query("insert into app.cases (tenant_id, room_id, id, number, opened_on, key_ref, created_by) values ($1, $2, $3, $4, '2026-01-05', 'k', $5)", [tenantId, caseRoomId, id, caseNumber, lead.accountId]);
  for (const [i, personId] of personIds.entries()) {
    await owner.query("insert into app.case_persons (tenant_id, room_id, case_id, person_id, is_main) values ($1, $2, $3, $4, $5)", [tenantId, caseRoomId, id, personId, i === 0]);
  }
  await owner.query(
    "insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, assigned_by) values ($1, $2, $3, $4, $5, 'lead', '2026-01-05', $5)",
    [tenantId, caseRoomId, newId(), id, lead.accountId],
  );
  return { id, number: caseNumber };
}
