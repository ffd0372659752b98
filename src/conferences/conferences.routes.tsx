import { z } from "zod";
import { mayUse } from "../accounts/index.ts";
import { timeFields } from "../appointments/index.ts";
import { record } from "../audit/index.ts";
import { isEnded, readersOf } from "../cases/reading/index.ts";
import { day, flag, list, listReaders, ofCase, optionalDay, optionalId, optionalTime, showCase, text } from "../cases/working/index.ts";
import { pdfLater } from "../consent/index.ts";
import type { ReadTx } from "../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../http/index.ts";
import { addDays } from "../kernel/calendar-day.ts";
import { callConference, cancelConference, changeConference, moveConference, writeProtocol } from "./change-conferences.ts";
import { ConferenceFormPage, conferencesPath, MOST_TASKS, MoveConferencePage, ProtocolPage } from "./conference-form.page.tsx";
import { ConferencePage, ConferencesPage } from "./conferences.page.tsx";
import { type ItemInput, MOST_ITEMS } from "./decide-conference.ts";
import { invitationFor } from "./invitation.ts";
import { listOffices } from "./offices.sql.ts";
import { type Conference, currentConference, listConferences } from "./read-conferences.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/fallkonferenzen";
const ONE = `${BASE}/:conferenceId`;
const ofConference = z.object({ id: z.uuid(), conferenceId: z.uuid() });
const numbered = <S extends z.ZodType>(names: readonly string[], most: number, schema: (name: string) => S): Record<string, S> =>
  Object.fromEntries(Array.from({ length: most }, (_, i) => names.map((name) => [`${name}${i + 1}`, schema(name)] as const)).flat());
const itemFields = {
  ...numbered(["title"], MOST_ITEMS, () => text(200)), ...numbered(["area"], MOST_ITEMS, () => text(60)), ...numbered(["about"], MOST_ITEMS, () => optionalId()), ...numbered(["entrusted"], MOST_ITEMS, () => flag()),
};
const agenda = { question: text(1000), accountIds: list(), organisationIds: list(), personIds: list(), ...itemFields };

const typedText = (value: unknown): string => (typeof value === "string" ? value : "");
/** Rows with nothing in them are no items; one with an area alone is, so that its title is asked for. */
function itemsOf(body: Readonly<Record<string, unknown>>): ItemInput[] {
  return Array.from({ length: MOST_ITEMS }, (_, i) => i + 1)
    .map((n) => ({ title: typedText(body[`title${n}`]), lifeArea: typedText(body[`area${n}`]), personId: (body[`about${n}`] ?? null) as string | null, isEntrusted: body[`entrusted${n}`] === true }))
    .filter((item) => item.title !== "" || item.lifeArea !== "");
}
async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, conference?: Conference) {
  const shown = await showCase(tx, asking, caseId, form);
  const readers = (await listReaders(tx, caseId)).filter((r) => r.reads_as !== "emergency");
  const team = [...new Map(readers.map((r) => [r.account_id, r.name])).entries()].map(([value, label]) => ({ value, label: value === asking.session.accountId ? "ich" : label }));
  // whoever is asked to come reads in the invitation what is computed for each item
  const { readers: those, notReaders } = await readersOf(tx, asking, caseId, { isEntrusted: false });
  const line = { readers: [...those, { name: "wer eingeladen ist", why: "nur die Punkte, zu denen eine Einwilligung gilt" }], notReaders };
  return { ...shown, readers: line, team, me: asking.session.accountId, offices: await listOffices(tx, caseId), dayProposal: addDays(asking.today, 14), ...(conference === undefined ? {} : { conference }) };
}

const reading: Route[] = [
  pageRoute({
    path: BASE, allow: "case.read", record: "case.read", about: "The conferences about a case, with names.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const view = { ...shown, conferences: await listConferences(tx, asking, params.id), mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
      return page("Fallkonferenzen", () => <ConferencesPage {...view} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: ONE, allow: "case.read", record: "case.read", about: "One conference: who would learn what by the consents of this moment, and the protocol.", params: ofConference,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const view = { ...shown, conference: await currentConference(tx, asking, params.id, params.conferenceId), mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase), now: asking.now };
      return page("Fallkonferenz", () => <ConferencePage {...view} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: `${ONE}/einladung/:participantId`, allow: "case.work", record: "conference.printed", about: "The invitation of an office or a person as PDF, with what they may hear.", params: ofConference.extend({ participantId: z.uuid() }),
    handle: async (tx, { params }, asking) => {
      const { head } = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const letter = await invitationFor(tx, asking, params.id, params.conferenceId, params.participantId, head.number);
      await record(tx, asking, { action: "conference.printed", objectKind: "conference", objectIds: [params.conferenceId, params.participantId], caseId: params.id });
      return pdfLater("plain-letter", letter, asking.now, "einladung.pdf");
    },
  }),
];
const writing: Route[] = [
  formRoute({
    path: `${BASE}/neu`, allow: "case.work", record: "conference.added", showRecord: "case.read", about: "Calls a conference: question, time, whom to invite, what is spoken about.", params: ofCase, body: z.object({ on: day(), from: optionalTime(), until: optionalTime(), place: text(200), ...agenda }),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form);
      return page("Fallkonferenz einberufen", () => <ConferenceFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const id = await callConference(tx, asking, params.id, { ...body, items: itemsOf(body) });
      return redirect(`${conferencesPath(params.id)}/${id}`, "Einberufen. Sehen Sie nach, wer was erfahren würde.");
    },
  }),
  formRoute({
    path: `${ONE}/bearbeiten`, allow: "case.work", record: "conference.changed", showRecord: "case.read", about: "Changes whom a conference invites and what is spoken about.", params: ofConference, body: z.object(agenda),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form, await currentConference(tx, asking, params.id, params.conferenceId));
      return page("Fallkonferenz ändern", () => <ConferenceFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await changeConference(tx, asking, params.id, params.conferenceId, version, { ...body, items: itemsOf(body) });
      return redirect(`${conferencesPath(params.id)}/${params.conferenceId}`, "Geändert.");
    },
  }),
  actionRoute({
    path: `${ONE}/absagen`, allow: "case.work", record: "conference.changed", about: "Cancels a conference and its appointment.", params: ofConference,
    handle: async (tx, { params }, asking) => {
      await cancelConference(tx, asking, params.id, params.conferenceId);
      return redirect(`${conferencesPath(params.id)}/${params.conferenceId}`, "Abgesagt. Auf Ihrem Tag steht, wem Sie Bescheid geben.");
    },
  }),
  formRoute({
    path: `${ONE}/verlegen`, allow: "case.work", record: "conference.changed", showRecord: "case.read", about: "Moves a conference and its appointment; whom to tell stands on the own day.", params: ofConference, body: z.object(timeFields),
    show: async (tx, { params }, asking, form) => {
      const conference = await currentConference(tx, asking, params.id, params.conferenceId);
      const view = { ...(await showCase(tx, asking, params.id, form)), conference, dayProposal: addDays(conference.appointment.day < asking.today ? asking.today : conference.appointment.day, 7) };
      return page("Fallkonferenz verlegen", () => <MoveConferencePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await moveConference(tx, asking, params.id, params.conferenceId, version, body);
      return redirect(`${conferencesPath(params.id)}/${params.conferenceId}`, "Verlegt. Auf Ihrem Tag steht, wem Sie Bescheid geben.");
    },
  }),
  formRoute({
    path: `${ONE}/protokoll`, allow: "case.work", record: "conference_protocol.added", showRecord: "case.read", about: "The protocol of a conference, written once, and the tasks out of it.", params: ofConference,
    body: z.object({ presentIds: list(), agreements: text(8000), ...numbered(["task"], MOST_TASKS, () => text(300)), ...numbered(["who"], MOST_TASKS, () => text(60)), ...numbered(["due"], MOST_TASKS, () => optionalDay()) }),
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await showCase(tx, asking, params.id, form)), conference: await currentConference(tx, asking, params.id, params.conferenceId), dueProposal: addDays(asking.today, 14) };
      return page("Protokoll", () => <ProtocolPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const typed = body as unknown as Readonly<Record<string, string | null>>;
      const tasks = Array.from({ length: MOST_TASKS }, (_, i) => ({ title: typed[`task${i + 1}`] ?? "", who: typed[`who${i + 1}`] ?? "", dueOn: (typed[`due${i + 1}`] ?? null) as ReturnType<typeof addDays> | null })).filter((t) => t.title !== "");
      await writeProtocol(tx, asking, params.id, params.conferenceId, version, { presentIds: body.presentIds, agreements: body.agreements, tasks });
      return redirect(`${conferencesPath(params.id)}/${params.conferenceId}`, "Protokoll abgeschlossen; die Aufgaben stehen bei denen, die sie übernehmen.");
    },
  }),
];
export const conferencePageRoutes: readonly Route[] = [...reading, ...writing];
