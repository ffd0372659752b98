import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, apiRead, apiWrite, json, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type EmergencyForReview, emergenciesForReview, reviewEmergencyAccess } from "../emergency/begin-emergency-access.ts";
import { reviewBody } from "../emergency/emergency.routes.tsx";
import { listColleagues } from "../team/team.sql.ts";

const ID = "0190a0a0-0000-7000-8000-000000000001";

const emergencyAnswer = z.object({
  id: z.uuid(), caseNumber: z.string(), room: z.string(), by: z.string(), beganAt: z.string(), endsAt: z.string(), reason: z.string(), reviewDueOn: z.string(), reviewedAt: z.string().nullable(),
  review: z.enum(["justified", "not_justified"]).nullable(), note: z.string(), version: z.number(),
});
const emergencyExample: z.input<typeof emergencyAnswer> = {
  id: ID, caseNumber: "2026-0417", room: "Case Management", by: "Sabine Kurz", beganAt: "2026-11-20T14:00:00.000Z", endsAt: "2026-11-20T14:30:00.000Z", reason: "Frist läuft heute ab, Team nicht erreichbar",
  reviewDueOn: "2026-11-27", reviewedAt: null, review: null, note: "", version: 1,
};

const emergencyOf = (row: EmergencyForReview): z.output<typeof emergencyAnswer> => ({
  id: row.id, caseNumber: row.case_number, room: row.room_name, by: `${row.given_name} ${row.family_name}`, beganAt: row.began_at.toISOString(), endsAt: row.ends_at.toISOString(), reason: row.reason,
  reviewDueOn: row.review_due_on, reviewedAt: row.reviewed_at?.toISOString() ?? null, review: row.review, note: row.reviewNote, version: row.version,
});

async function showEmergency(tx: ReadTx, id: string, asking: Asking) {
  const row = (await emergenciesForReview(tx, asking)).find((r) => r.id === id);
  if (row === undefined) throw new NotFound();
  return json(emergencyOf(row), row.version);
}

/** What whoever watches over the emergency accesses needs, and whom a case may be given to. */
export const reviewApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/emergency-accesses", allow: "emergency.review", record: "emergency.listed", about: "Emergency accesses of the controller, those to review first.",
    answer: z.object({ items: z.array(emergencyAnswer) }), example: { items: [emergencyExample] },
    handle: async (tx, _input, asking) => json({ items: (await emergenciesForReview(tx, asking)).map(emergencyOf) }),
  }),
  apiWrite({
    path: "/api/v1/emergency-accesses/:id/review", method: "PUT", allow: "emergency.review", record: "emergency.reviewed", about: "Reviews an emergency access, once.", params: z.object({ id: z.uuid() }), body: reviewBody, versioned: true,
    bodyExample: { review: "justified", note: "Gefahr im Verzug" }, answer: emergencyAnswer, example: { ...emergencyExample, review: "justified", version: 2 },
    handle: async (tx, { params, body, version }, asking) => {
      await reviewEmergencyAccess(tx, asking, params.id, version, body.review, body.note);
      return written(params.id);
    },
    show: showEmergency,
  }),
  apiRead({
    path: "/api/v1/colleagues", allow: "case.hand_over", record: { none: "names colleagues and no person" }, about: "Accounts that work on cases of the room: to whom a case can be given.",
    answer: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), absentFrom: z.string().nullable(), absentUntil: z.string().nullable() })) }),
    example: { items: [{ id: ID, name: "Kurz, Sabine", absentFrom: null, absentUntil: null }] },
    handle: async (tx) => json({ items: (await listColleagues(tx)).map((c) => ({ id: c.account_id, name: c.name, absentFrom: c.absent_from, absentUntil: c.absent_until })) }),
  }),
];
