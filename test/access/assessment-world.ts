import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** Of everybody in every case: an assessment that counts and one typed by mistake, a qualification, ties; and a scale of the tenant's own. */
export async function fillAssessments(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const people = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1", [t]);
  for (const { by, ...of } of people.rows) {
    const [counts, mistaken] = [randomUUID(), randomUUID()];
    const own = { tenant_id: t, ...of, created_by: by };
    await put(owner, "assessments", { ...own, id: counts, assessed_on: "2026-09-01", state: "done", words_language: "ar", is_together: true });
    await put(owner, "assessments", { ...own, id: mistaken, assessed_on: "2026-09-02", withdrawn_at: "2026-09-02" });
    for (const assessment_id of [counts, mistaken])
      await put(owner, "assessment_entries", { tenant_id: t, ...of, id: randomUUID(), assessment_id, life_area: "work", level: 2, person_level: 3, need_ct: CT, is_entrusted: assessment_id === counts });
    await put(owner, "qualifications", { ...own, id: randomUUID(), kind: "degree", title_ct: CT, recognition: "applied" });
    await put(owner, "network_ties", { ...own, id: randomUUID(), kind: "friend", name_ct: CT, closeness: 1 });
    await put(owner, "network_ties", { ...own, id: randomUUID(), kind: "institution", name_ct: CT, closeness: 3, organisation_id: world.organisationId, is_entrusted: true });
  }
  const area = (await owner.query<{ key: string }>("select key from app.life_areas where tenant_id = $1 limit 1", [t])).rows[0]!.key;
  await put(owner, "assessment_scales", { tenant_id: t, life_area: area, level: 1, sentence: "Ein Satz der Kommune." });
}
