import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import type { World } from "../world.ts";
import { put } from "./matrix-world.ts";

const CT = Buffer.from("sealed");

/** In every case an appointment with an interpreter and a reminder, and a conference; in every room a pool, feeds and anonymous consultations. */
export async function fillAppointments(owner: pg.Client, world: World): Promise<void> {
  const t = world.tenantId;
  const cases = await owner.query<{ case_id: string; room_id: string; person_id: string; by: string; lead: string | null }>(
    `select cp.case_id, cp.room_id, cp.person_id, c.created_by as by, c.lead_id as lead from app.case_persons cp
       join app.cases c on c.tenant_id = cp.tenant_id and c.id = cp.case_id where cp.tenant_id = $1 and cp.is_main order by c.number`, [t]);
  const makers = new Map(cases.rows.map((c) => [c.by, c.room_id]));
  const pool = new Map<string, string>();
  for (const room_id of new Set([...makers.values(), world.immigrationRoomId])) {
    pool.set(room_id, randomUUID());
    await put(owner, "interpreters", { tenant_id: t, room_id, id: pool.get(room_id)!, name: "Sprachmittlung", languages: ["ar"] });
  }
  for (const [account_id, room_id] of makers) {
    await put(owner, "calendar_feeds", { tenant_id: t, room_id, id: randomUUID(), account_id, token_hash: randomBytes(32) });
    await put(owner, "calendar_feeds", { tenant_id: t, room_id, id: randomUUID(), account_id, token_hash: randomBytes(32), revoked_at: new Date() });
    await put(owner, "peer_consultations", { tenant_id: t, room_id, id: randomUUID(), held_on: "2026-10-01", key_ref: "none", question_ct: CT, author_id: account_id });
  }
  await put(owner, "peer_consultations", { tenant_id: t, room_id: world.immigrationRoomId, id: randomUUID(), held_on: "2026-10-01", key_ref: "none", question_ct: CT, author_id: cases.rows[0]!.by });
  for (const { case_id, room_id, person_id, by, lead } of cases.rows) {
    const of = { tenant_id: t, room_id, case_id };
    const [appointment, meeting, conference] = [randomUUID(), randomUUID(), randomUUID()];
    const at = { starts_at: "2026-12-01T09:00:00Z", ends_at: "2026-12-01T10:00:00Z", created_by: by };
    await put(owner, "case_appointments", { ...of, ...at, id: appointment, kind: "talk", place_ct: CT, subject_ct: CT, with_account_id: lead ?? by, is_entrusted: true, is_on_portal: false });
    await put(owner, "case_appointments", { ...of, ...at, id: meeting, kind: "conference" });
    await put(owner, "case_appointment_persons", { ...of, appointment_id: appointment, person_id });
    await put(owner, "interpreter_requests", { ...of, id: randomUUID(), appointment_id: appointment, interpreter_id: pool.get(room_id) ?? null, language: "ar", state: "declined", settled_on: "2026-11-20", requested_by: by, requested_on: "2026-11-19" });
    await put(owner, "outgoing_mails", { ...of, id: randomUUID(), person_id, kind: "news", due_at: "2026-11-30T09:00:00Z", created_by: by });
    await put(owner, "conferences", { ...of, id: conference, appointment_id: meeting, question_ct: CT, created_by: by });
    await put(owner, "conference_participants", { ...of, id: randomUUID(), conference_id: conference, account_id: lead ?? by });
    await put(owner, "conference_participants", { ...of, id: randomUUID(), conference_id: conference, organisation_id: world.partnerOrganisationId });
    await put(owner, "conference_items", { ...of, id: randomUUID(), conference_id: conference, position: 1, title_ct: CT, life_area: "arbeit", person_id });
    const held = randomUUID();
    await put(owner, "case_appointments", { ...of, ...at, id: held, kind: "conference", state: "kept" });
    await put(owner, "conferences", { ...of, id: randomUUID(), appointment_id: held, question_ct: CT, state: "held", held_on: "2026-11-01", created_by: by });
  }
}
