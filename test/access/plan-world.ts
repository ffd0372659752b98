import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** Of the main person of every case: an open goal and a closed one, measures of everybody who can be responsible, an agreement, a review; and templates of the room. */
export async function fillPlans(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string; lead: string | null }>(
    `select cp.case_id, cp.room_id, cp.person_id, c.created_by as by, c.lead_id as lead from app.case_persons cp
       join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number`, [t]);
  for (const { case_id, room_id, person_id, by, lead } of cases.rows) {
    const of = { tenant_id: t, room_id, case_id };
    const [open, closed, review] = [randomUUID(), randomUUID(), randomUUID()];
    await put(owner, "plan_goals", { ...of, id: open, person_id, life_area: "arbeit", wish_ct: CT, wish_language: "ar", created_by: by });
    await put(owner, "plan_goals", { ...of, id: closed, person_id, life_area: "sprache", goal_ct: CT, state: "closed", closed_on: "2026-10-01", attainment: 0, is_entrusted: true, created_by: by });
    const measure = { ...of, goal_id: open, person_id, title_ct: CT, due_on: "2026-10-15", created_by: by };
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "person" });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "account", responsible_account_id: lead ?? by, is_entrusted: true });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "office", responsible_organisation_id: world.partnerOrganisationId, state: "done", done_on: "2026-10-20" });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "office", responsible_organisation_id: world.partnerOrganisationId, state: "dropped" });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "office", responsible_organisation_id: world.otherOrganisationId });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), goal_id: closed, responsible_kind: "office", responsible_organisation_id: world.partnerOrganisationId });
    await put(owner, "plan_measures", { ...measure, id: randomUUID(), responsible_kind: "volunteer" });
    await put(owner, "plan_agreements", { ...of, id: randomUUID(), person_id, version_number: 1, language: "ar", content_ct: CT, agreed_on: "2026-09-01", signing: "paper", created_by: by });
    await put(owner, "plan_reviews", { ...of, id: review, kind: "review", reviewed_on: "2026-10-01", next_review_on: "2027-01-01", reviewed_by: by });
    await put(owner, "plan_review_goals", { ...of, review_id: review, goal_id: closed, attainment: 0, level: 3 });
  }
  const makers = new Set(cases.rows.map((c) => c.by));
  for (const by of makers) await put(owner, "plan_templates", { tenant_id: t, room_id: world.caseRoomId, id: randomUUID(), title: "Ankommen im ersten Jahr", content: JSON.stringify({ goals: [] }), created_by: by });
  await put(owner, "plan_templates", { tenant_id: t, room_id: world.immigrationRoomId, id: randomUUID(), title: "In einem fremden Raum", content: "{}", created_by: [...makers][0] });
}
