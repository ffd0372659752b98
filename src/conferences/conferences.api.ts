import { z } from "zod";
import { record } from "../audit/index.ts";
import { timeFields } from "../appointments/index.ts";
import { day, flag, list, ofCase, optionalDay, optionalId, optionalTime, text } from "../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import { apiRead, apiWrite, type Asking, json, type Route, written } from "../http/index.ts";
import { callConference, cancelConference, changeConference, moveConference, writeProtocol } from "./change-conferences.ts";
import { MOST_TASKS } from "./conference-form.page.tsx";
import { findConferenceCase } from "./conferences.sql.ts";
import { type Conference, currentConference, listConferences } from "./read-conferences.ts";

const ID = "01957b1e-0000-7000-8000-000000000001";
const answer = z.object({
  id: z.uuid(), caseId: z.uuid(), appointmentId: z.uuid(), state: z.enum(["planned", "held", "cancelled"]), question: z.string(), startsAt: z.string(), heldOn: z.string().nullable(),
  participants: z.array(z.object({ id: z.uuid(), kind: z.enum(["account", "office", "person"]), ofId: z.uuid(), name: z.string(), wasThere: z.boolean().nullable() })),
  items: z.array(z.object({ id: z.uuid(), title: z.string(), lifeArea: z.string(), personId: z.uuid().nullable(), isEntrusted: z.boolean() })),
  hears: z.array(z.object({ participantId: z.uuid(), itemId: z.uuid(), may: z.boolean(), why: z.string() })), agreements: z.string().nullable(),
  protocol: z.object({ agreements: z.string(), tasks: z.array(z.object({ title: z.string(), who: z.string(), dueOn: z.string() })), heard: z.array(z.object({ participant: z.string(), item: z.string(), may: z.boolean(), words: z.string() })) }).nullable(), version: z.number(),
});
const example: z.output<typeof answer> = {
  id: ID, caseId: ID, appointmentId: ID, state: "planned", question: "Wie gelingt der Einstieg in die Ausbildung?", startsAt: "2026-12-08T09:00:00.000Z", heldOn: null,
  participants: [{ id: ID, kind: "office", ofId: ID, name: "Jobcenter", wasThere: null }], items: [{ id: ID, title: "Praktikum", lifeArea: "arbeit", personId: ID, isEntrusted: false }],
  hears: [{ participantId: ID, itemId: ID, may: false, why: "Haddad, Amira hat dafür keine Einwilligung gegeben (Ausbildung und Arbeit)" }], agreements: null, protocol: null, version: 1,
};
const represent = (k: Conference): z.output<typeof answer> => ({
  id: k.id, caseId: k.caseId, appointmentId: k.appointment.id, state: k.state, question: k.question, startsAt: k.appointment.startsAt.toISOString(), heldOn: k.heldOn, participants: [...k.participants],
  items: k.items.map((i) => ({ id: i.id, title: i.title, lifeArea: i.lifeArea, personId: i.personId, isEntrusted: i.isEntrusted })),
  hears: k.participants.flatMap((p, j) => k.items.map((item, i) => ({ participantId: p.id, itemId: item.id, may: k.cells[j]![i]!.may, why: k.cells[j]![i]!.words }))), agreements: k.protocol?.agreements ?? null,
  protocol: k.protocol === null ? null : { agreements: k.protocol.agreements, tasks: [...k.protocol.tasks], heard: [...k.protocol.heard] }, version: k.version,
});
async function show(tx: ReadTx, id: string, asking: Asking) {
  const { case_id: caseId } = await findConferenceCase(tx, id);
  const k = await currentConference(tx, asking, caseId, id);
  await record(tx, asking, { action: "conference.read", objectKind: "conference", objectIds: [id], caseId });
  return json(represent(k), k.version);
}
const agenda = {
  question: text(1000), accountIds: list(), organisationIds: list(), personIds: list(),
  items: z.array(z.object({ title: text(200), lifeArea: text(60), personId: optionalId(), isEntrusted: flag() })).max(20),
};
const body = z.object({ ...agenda, on: day(), from: optionalTime(), until: optionalTime(), place: text(200) });
const agendaExample = { question: "Wie gelingt der Einstieg in die Ausbildung?", accountIds: [ID], organisationIds: [ID], personIds: [ID], items: [{ title: "Praktikum", lifeArea: "arbeit", personId: ID, isEntrusted: false }] };
const protocolBody = z.object({ presentIds: list(), agreements: text(8000), tasks: z.array(z.object({ title: text(300), who: text(60), dueOn: optionalDay() })).max(MOST_TASKS).default([]) });
const ofOne = z.object({ conferenceId: z.uuid() });
const ONE = "/api/v1/conferences/:conferenceId";
const done = { answer, example, show } as const;

async function ofCaseOf(tx: WriteTx, id: string, work: (caseId: string) => Promise<void>) {
  await work((await findConferenceCase(tx, id)).case_id);
  return written(id, { status: 200 });
}

export const conferenceApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/conferences", allow: "case.read", record: "conference.listed", about: "The conferences about a case, with what each participant may hear by the consents of this moment.", params: ofCase, answer: z.object({ items: z.array(answer) }), example: { items: [example] },
    handle: async (tx, { params }, asking) => {
      const items = await listConferences(tx, asking, params.id);
      await record(tx, asking, { action: "conference.listed", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return json({ items: items.map(represent) });
    },
  }),
  apiRead({ path: ONE, allow: "case.read", record: "conference.read", about: "One conference.", params: ofOne, answer, example, handle: (tx, { params }, asking) => show(tx, params.conferenceId, asking) }),
  apiWrite({
    method: "POST", path: "/api/v1/cases/:id/conferences", allow: "case.work", record: "conference.added", about: "Calls a conference with its appointment.", params: ofCase, body, answer, example, show,
    bodyExample: { ...agendaExample, on: "2026-12-08", from: "10:00", place: "Raum 2.14" },
    handle: async (tx, { params, body: input }, asking) => written(await callConference(tx, asking, params.id, input)),
  }),
  apiWrite({
    method: "PATCH", path: ONE, versioned: true, allow: "case.work", record: "conference.changed", about: "Changes whom a conference invites and what is spoken about; the body is the whole of it. Until it was held.", params: ofOne, body: z.object(agenda), bodyExample: agendaExample, ...done,
    handle: (tx, { params, body: input, version }, asking) => ofCaseOf(tx, params.conferenceId, (caseId) => changeConference(tx, asking, caseId, params.conferenceId, version, input)),
  }),
  apiWrite({
    method: "POST", path: `${ONE}/moves`, versioned: true, allow: "case.work", record: "conference.changed", about: "Moves a conference and its appointment; whom to tell becomes a task of today.", params: ofOne, body: z.object(timeFields), bodyExample: { on: "2026-12-15", from: "10:00" }, ...done,
    handle: (tx, { params, body: input, version }, asking) => ofCaseOf(tx, params.conferenceId, (caseId) => moveConference(tx, asking, caseId, params.conferenceId, version, input)),
  }),
  apiWrite({
    method: "POST", path: `${ONE}/cancellation`, allow: "case.work", record: "conference.changed", about: "Cancels a conference and its appointment; whom to tell becomes a task of today.", params: ofOne, ...done,
    handle: (tx, { params }, asking) => ofCaseOf(tx, params.conferenceId, (caseId) => cancelConference(tx, asking, caseId, params.conferenceId)),
  }),
  apiWrite({
    method: "POST", path: `${ONE}/protocol`, versioned: true, allow: "case.work", record: "conference_protocol.added", about: "The protocol of a conference, written once, and the tasks out of it; who is `account:<id>` or `office:<id>`.", params: ofOne, body: protocolBody,
    bodyExample: { presentIds: [ID], agreements: "Das Jobcenter prüft ein Praktikum.", tasks: [{ title: "Praktikumsplatz suchen", who: `office:${ID}`, dueOn: "2026-12-20" }] }, ...done,
    handle: (tx, { params, body: input, version }, asking) => ofCaseOf(tx, params.conferenceId, (caseId) => writeProtocol(tx, asking, caseId, params.conferenceId, version, input)),
  }),
];
