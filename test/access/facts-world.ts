import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** Of everybody in a case, under each of their cases, and of everybody in a room of an authority: something plain, something guarded, something taken back. */
export async function fillFacts(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const inCases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1", [t]);
  const ofAuthorities = await owner.query<{ case_id: null; room_id: string; person_id: string; by: string }>(
    "select null as case_id, p.room_id, p.id as person_id, p.recorded_by as by from app.persons p where p.tenant_id = $1 and p.room_id in ($2, $3)", [t, world.immigrationRoomId, world.naturalisationRoomId]);
  for (const { by, ...of } of [...inCases.rows, ...ofAuthorities.rows]) {
    const fact = { tenant_id: t, ...of, source: "said", stated_on: "2026-11-01", recorded_by: by };
    await put(owner, "facts", { ...fact, id: randomUUID(), key: "fullTimeNow", value: "true" });
    await put(owner, "facts", { ...fact, id: randomUUID(), key: "investigationPending", value_ct: CT, is_guarded: true });
    await put(owner, "facts", { ...fact, id: randomUUID(), key: "weeklyHours", value: "20", withdrawn_at: "2026-11-02" });
  }
}
