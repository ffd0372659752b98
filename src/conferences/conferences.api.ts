import { z } from "zod";
import { record } from "../audit/index.ts";
import { day, flag, list, ofCase, optionalId, optionalTime, text } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, json, type Route, written } from "../http/index.ts";
import { callConference } from "./change-conferences.ts";
import { findConferenceCase } from "./conferences.sql.ts";
import { type Conference, currentConference, listConferences } from "./read-conferences.ts";

const ID = "01957b1e-0000-7000-8000-000000000001";
const answer = z.object({
  id: z.uuid(), caseId: z.uuid(), appointmentId: z.uuid(), state: z.enum(["planned", "held", "cancelled"]), question: z.string(), startsAt: z.string(), heldOn: z.string().nullable(),
  participants: z.array(z.object({ id: z.uuid(), kind: z.enum(["account", "office", "person"]), ofId: z.uuid(), name: z.string(), wasThere: z.boolean().nullable() })),
  items: z.array(z.object({ id: z.uuid(), title: z.string(), lifeArea: z.string(), personId: z.uuid().nullable(), isEntrusted: z.boolean() })),
  hears: z.array(z.object({ participantId: z.uuid(), itemId: z.uuid(), may: z.boolean(), why: z.string() })), agreements: z.string().nullable(), version: z.number(),
});
const example: z.output<typeof answer> = {
  id: ID, caseId: ID, appointmentId: ID, state: "planned", question: "Wie gelingt der Einstieg in die Ausbildung?", startsAt: "2026-12-08T09:00:00.000Z", heldOn: null,
  participants: [{ id: ID, kind: "office", ofId: ID, name: "Jobcenter", wasThere: null }], items: [{ id: ID, title: "Praktikum", lifeArea: "arbeit", personId: ID, isEntrusted: false }],
  hears: [{ participantId: ID, itemId: ID, may: false, why: "Haddad, Amira hat dafür keine Einwilligung gegeben (Ausbildung und Arbeit)" }], agreements: null, version: 1,
};
const represent = (k: Conference): z.output<typeof answer> => ({
  id: k.id, caseId: k.caseId, appointmentId: k.appointment.id, state: k.state, question: k.question, startsAt: k.appointment.startsAt.toISOString(), heldOn: k.heldOn, participants: [...k.participants],
  items: k.items.map((i) => ({ id: i.id, title: i.title, lifeArea: i.lifeArea, personId: i.personId, isEntrusted: i.isEntrusted })),
  hears: k.participants.flatMap((p, j) => k.items.map((item, i) => ({ participantId: p.id, itemId: item.id, may: k.cells[j]![i]!.may, why: k.cells[j]![i]!.words }))), agreements: k.protocol?.agreements ?? null, version: k.version,
});
async function show(tx: ReadTx, id: string, asking: Asking) {
  const { case_id: caseId } = await findConferenceCase(tx, id);
  const k = await currentConference(tx, asking, caseId, id);
  await record(tx, asking, { action: "conference.read", objectKind: "conference", objectIds: [id], caseId });
  return json(represent(k), k.version);
}
const body = z.object({
  question: text(1000), on: day(), from: optionalTime(), until: optionalTime(), place: text(200), accountIds: list(), organisationIds: list(), personIds: list(),
  items: z.array(z.object({ title: text(200), lifeArea: text(60), personId: optionalId(), isEntrusted: flag() })).max(20),
});

export const conferenceApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/conferences", allow: "case.read", record: "conference.listed", about: "The conferences about a case, with what each participant may hear by the consents of this moment.", params: ofCase, answer: z.object({ items: z.array(answer) }), example: { items: [example] },
    handle: async (tx, { params }, asking) => {
      const items = await listConferences(tx, asking, params.id);
      await record(tx, asking, { action: "conference.listed", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return json({ items: items.map(represent) });
    },
  }),
  apiRead({ path: "/api/v1/conferences/:conferenceId", allow: "case.read", record: "conference.read", about: "One conference.", params: z.object({ conferenceId: z.uuid() }), answer, example, handle: (tx, { params }, asking) => show(tx, params.conferenceId, asking) }),
  apiWrite({
    method: "POST", path: "/api/v1/cases/:id/conferences", allow: "case.work", record: "conference.added", about: "Calls a conference with its appointment.", params: ofCase, body, answer, example, show,
    bodyExample: { question: "Wie gelingt der Einstieg in die Ausbildung?", on: "2026-12-08", from: "10:00", place: "Raum 2.14", accountIds: [ID], organisationIds: [ID], personIds: [ID], items: [{ title: "Praktikum", lifeArea: "arbeit", personId: ID, isEntrusted: false }] },
    handle: async (tx, { params, body: input }, asking) => written(await callConference(tx, asking, params.id, input)),
  }),
];
