import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

/** Of every case a closing with its letter, and somebody who asks afterwards; of one in two it is said how it goes. */
export async function fillClosings(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number", [t]);
  for (const [i, { by, person_id, ...of }] of cases.rows.entries()) {
    const own = { tenant_id: t, ...of };
    const [closure_id, id] = [randomUUID(), randomUUID()];
    await put(owner, "case_closures", { ...own, id: closure_id, reason: "moved_away", handover: "none_needed", closed_on: "2026-03-01", reopened_on: "2026-04-01", closed_by: by });
    await put(owner, "closing_letters", { ...own, id: randomUUID(), closure_id, person_id, language: "ar", content_ct: Buffer.from("sealed"), made_on: "2026-03-01", made_by: by });
    await put(owner, "follow_ups", { ...own, id, owner_id: by, due_on: "2099-01-01", kind: "aftercare", title_ct: Buffer.from("sealed"), created_by: by });
    await put(owner, "aftercare_contacts", { ...own, id, closure_id, position: 1, due_on: "2099-01-01", ...(i % 2 === 0 ? {} : { result: "stable", recorded_on: "2026-05-01", recorded_by: by }) });
  }
}
