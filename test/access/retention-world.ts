import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

/** Of every case: what holds it, what the archive was offered, who wants it erased; of every room a night. */
export async function fillRetention(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; by: string }>("select id as case_id, room_id, created_by as by from app.cases where tenant_id = $1", [t]);
  for (const [i, { by, ...of }] of cases.rows.entries()) {
    const own = { tenant_id: t, ...of };
    await put(owner, "retention_holds", { ...own, id: randomUUID(), kind: "complaint", reason_ct: Buffer.from("sealed"), until_on: "2099-01-01", set_by: by });
    const [to] = (await owner.query<{ id: string }>("select id from app.accounts where tenant_id = $1 and id <> $2 order by id limit 1", [t, by])).rows;
    await put(owner, "handover_sheets", { ...own, id: randomUUID(), kind: "change", from_id: by, to_id: to!.id, content_ct: Buffer.from("sealed") });
    // some were taken over, of some it is said that they were never to be stored
    await put(owner, "archive_offers", { ...own, offered_on: "2026-01-01", offered_by: by, ...(i % 4 === 3 ? {} : { answer: "taken", answered_on: "2026-02-01", answered_by: by }) });
    await put(owner, "archive_packages", { ...own, id: randomUUID(), made_on: "2026-02-02", made_by: by, stored_name: randomUUID(), size: 1, sha256: Buffer.alloc(32), ...(i % 2 === 0 ? {} : { receipt_on: "2026-02-03", receipt_ct: Buffer.from("sealed"), received_by: by }) });
    await put(owner, "erasure_requests", { ...own, id: randomUUID(), kind: i % 3 === 2 ? "unlawful" : "person_asks", reason_ct: Buffer.from("sealed"), asked_by: by });
  }
  for (const room_id of new Set(cases.rows.map((row) => row.room_id))) await put(owner, "retention_reports", { tenant_id: t, room_id, ran_on: "2026-11-01", due: 3, erased: 1, held: 1, waiting: 1 });
}
