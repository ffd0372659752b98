import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

/** Of every case somebody who asked what is held, with a text that was looked through; one in two is answered. */
export async function fillSubjectAccesses(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number", [t]);
  for (const [i, { by, ...of }] of cases.rows.entries()) {
    const id = randomUUID();
    await put(owner, "subject_accesses", { tenant_id: t, ...of, id, asked_on: "2026-11-02", created_by: by });
    await put(owner, "subject_access_reviews", { tenant_id: t, room_id: of.room_id, case_id: of.case_id, access_id: id, id: randomUUID(), place: "contacts.text_ct", row_id: randomUUID(), verdict: "whole", detail_ct: Buffer.from("sealed"), reviewed_by: by });
    if (i % 2 === 1) await owner.query("update app.subject_accesses set state = 'given', given_on = '2026-11-09', given_how = 'post', identity_by = 'known', given_by = $2 where id = $1", [id, by]);
  }
}
