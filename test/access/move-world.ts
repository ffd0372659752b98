import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

/** Of every case a package for another municipality, one in two given; in the room one that came in for each who may open cases there. */
export async function fillMoves(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number", [t]);
  for (const [i, { by, person_id, ...of }] of cases.rows.entries()) {
    const own = { tenant_id: t, ...of };
    const move_id = randomUUID();
    const given = i % 2 === 0 ? {} : { state: "given", given_on: "2026-03-02", given_by: by, given_how: "to_person", stored_name: randomUUID(), size: 1, sha256: Buffer.alloc(32) };
    await put(owner, "case_moves", { ...own, id: move_id, recipient_ct: Buffer.from("sealed"), moves_on: "2026-04-01", person_ids: [person_id], parts: ["plan"], created_by: by, ...given });
    await put(owner, "move_agreements", { ...own, id: randomUUID(), move_id, person_id, agreed_on: "2026-03-01", given_by: "person", form: "written", language: "ar", content_sha256: Buffer.alloc(32), recorded_by: by });
    await put(owner, "incoming_moves", { tenant_id: t, room_id: of.room_id, id: randomUUID(), key_ref: randomUUID(), stored_name: randomUUID(), size: 1, received_by: by });
  }
}
