import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** Of the main person of every case: an access in use and one that ended, an item held back, a life area opened, a question and an answer. */
export async function fillPortals(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    `select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp
       join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number`, [t]);
  for (const { case_id, room_id, person_id, by } of cases.rows) {
    const of = { tenant_id: t, room_id, case_id, person_id };
    const [running, ended] = [randomUUID(), randomUUID()];
    await put(owner, "portal_accesses", { ...of, id: ended, invited_by: by, ended_at: new Date(), ended_by: by });
    await put(owner, "portal_accesses", { ...of, id: running, language: "ar", invited_by: by });
    await put(owner, "portal_passkeys", { ...of, id: randomUUID(), access_id: running });
    await put(owner, "portal_holds", { ...of, id: randomUUID(), kind: "goal", row_id: randomUUID(), reason_ct: CT, held_by: by });
    await put(owner, "portal_areas", { ...of, life_area: "gesundheit", opened_by: by });
    await put(owner, "portal_messages", { ...of, id: randomUUID(), access_id: running, kind: "question", text_ct: CT });
    await put(owner, "portal_messages", { ...of, id: randomUUID(), access_id: running, kind: "fact", item: "said:weeklyHours", text_ct: CT, fact_key: "weeklyHours", fact_value: "20" });
    await put(owner, "portal_messages", { ...of, id: randomUUID(), access_id: ended, kind: "wrong", item: "name:1", text_ct: CT, state: "done", answer_ct: CT, answered_by: by, answered_at: new Date() });
  }
}
