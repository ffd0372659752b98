import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

/** Of every case: what holds it, what the archive was offered, who wants it erased; of every room a night. */
export async function fillRetention(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; by: string }>("select id as case_id, room_id, created_by as by from app.cases where tenant_id = $1", [t]);
  for (const { by, ...of } of cases.rows) {
    const own = { tenant_id: t, ...of };
    await put(owner, "retention_holds", { ...own, id: randomUUID(), kind: "complaint", reason_ct: Buffer.from("sealed"), until_on: "2099-01-01", set_by: by });
    const [to] = (await owner.query<{ id: string }>("select id from app.accounts where tenant_id = $1 and id <> $2 order by id limit 1", [t, by])).rows;
    await put(owner, "handover_sheets", { ...own, id: randomUUID(), kind: "change", from_id: by, to_id: to!.id, content_ct: Buffer.from("sealed") });
    await put(owner, "archive_offers", { ...own, offered_on: "2026-01-01", offered_by: by });
    await put(owner, "erasure_requests", { ...own, id: randomUUID(), kind: "person_asks", reason_ct: Buffer.from("sealed"), asked_by: by });
  }
  for (const room_id of new Set(cases.rows.map((row) => row.room_id))) await put(owner, "retention_reports", { tenant_id: t, room_id, ran_on: "2026-11-01", due: 3, erased: 1, held: 1, waiting: 1 });
}
