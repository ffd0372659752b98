import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** In every case a notice with its page, a code for a telephone with its page, and a letter; a text for each room and a letter paper of the tenant. */
export async function fillLetters(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string }>(
    "select cp.case_id, cp.room_id, cp.person_id, c.created_by as by from app.case_persons cp join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number", [t]);
  const rooms = new Map(cases.rows.map((c) => [c.room_id, c.by]));
  const templates = new Map<string, string>();
  for (const [room_id, created_by] of [...rooms, [world.partnerRoomId, cases.rows[0]!.by] as const]) {
    const id = randomUUID();
    templates.set(room_id, id);
    await put(owner, "letter_templates", { tenant_id: t, room_id, id, name: "Einladung", subject: "Einladung", body: "Wir laden Sie ein.", created_by });
  }
  await put(owner, "letter_forms", { tenant_id: t, id: randomUUID(), name: "Briefbogen", content: CT, uploaded_by: cases.rows[0]!.by });
  for (const [i, { case_id, room_id, person_id, by }] of cases.rows.entries()) {
    const of = { tenant_id: t, room_id, case_id };
    const [document, notice, ticket] = [randomUUID(), randomUUID(), randomUUID()];
    await put(owner, "documents", { ...of, id: document, name_ct: CT, kind: "notice", media_type: "jpeg", size: 1, mac: CT, stored_name: "x", author_id: by });
    await put(owner, "notices", { ...of, id: notice, person_id, subject_ct: CT, issued_on: "2026-11-02", made_known: "post", law: "social", remedy: "objection", instruction: "given", period: "one_month", due_on: "2026-12-07", recorded_by: by });
    await put(owner, "notice_pages", { ...of, notice_id: notice, document_id: document, position: 1 });
    await put(owner, "photo_tickets", { ...of, id: ticket, account_id: by, token_hash: randomBytes(32), expires_at: new Date(Date.now() + 60_000 * (i % 2 === 0 ? 10 : -10)) });
    await put(owner, "photo_pages", { ...of, ticket_id: ticket, document_id: document, position: 1 });
    await put(owner, "letters", { ...of, id: randomUUID(), person_id, template_id: templates.get(room_id), content_ct: CT, dated_on: "2026-11-02", author_id: by });
  }
}
