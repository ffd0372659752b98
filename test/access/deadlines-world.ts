import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** Days ahead of every person that is no copy of another, and in every second case a checklist taken on, declined or done. */
export async function fillDeadlines(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const persons = await owner.query<{ id: string; room_id: string }>("select id, room_id from app.persons where tenant_id = $1 and merged_into is null order by id", [t]);
  for (const { id, room_id } of persons.rows) {
    const of = { tenant_id: t, room_id, person_id: id, computed_on: "2026-11-22", law_version: "test" };
    await put(owner, "upcoming_days", { ...of, rule: "AUFENTHG_25B_1", kind: "opens", day: "2027-03-01", detail: "SOLL" });
    await put(owner, "upcoming_days", { ...of, rule: "AUFENTHALT", kind: "ends", day: "2027-05-31", detail: "DULDUNG_60A" });
  }
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number", [t]);
  for (const [i, { case_id, room_id, person_id, by }] of cases.rows.entries()) {
    const of = { tenant_id: t, room_id, case_id };
    const list = randomUUID();
    const state = (["open", "declined", "done"] as const)[i % 3]!;
    await put(owner, "switch_checklists", { ...of, id: list, person_id, template: "chance_104c", event_on: "2027-05-31", source: "computed", state, reason_ct: state === "declined" ? CT : null, created_by: by, settled_on: state === "open" ? null : "2026-11-01" });
    if (state === "declined") continue;
    await put(owner, "switch_items", { ...of, id: randomUUID(), checklist_id: list, position: 1, title_ct: CT, owner_kind: "manager", due_on: "2026-11-01", state: state === "open" ? "open" : "done", settled_on: state === "open" ? null : "2026-11-01", settled_by: state === "open" ? null : by });
  }
}
