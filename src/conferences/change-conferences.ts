import { type AppointmentInput, changeAppointment, longDay, makeAppointment, markAppointment, moveAppointment, type TimeInput } from "../appointments/index.ts";
import { record } from "../audit/index.ts";
import { addFollowUp } from "../cases/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, listLifeAreas, listReaders, sealNeeded } from "../cases/working/index.ts";
import { givePartnerTask, listShares } from "../consent/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import { cancelConferenceRow, deleteAgenda, holdConference, insertConference, insertItem, insertParticipant, markPresent, touchConference, updateConference } from "./conferences.sql.ts";
import { type ConferenceFacts, type ConferenceInput, decideConference } from "./decide-conference.ts";
import { listOffices } from "./offices.sql.ts";
import { type Conference, currentConference, type Protocol } from "./read-conferences.ts";

const event = (action: string, caseId: string, id: string) => ({ action, objectKind: "conference", objectIds: [id], caseId });

async function factsOf(tx: ReadTx, file: CaseFile): Promise<ConferenceFacts> {
  const [persons, readers, areas, offices] = await Promise.all([listCasePersons(tx, file.id), listReaders(tx, file.id), listLifeAreas(tx), listOffices(tx)]);
  return { personIds: persons.filter((p) => p.left_on === null).map((p) => p.person_id), accountIds: readers.filter((r) => r.reads_as !== "emergency").map((r) => r.account_id), lifeAreas: areas.map((a) => a.key), organisationIds: offices.map((o) => o.id) };
}

export interface NewConference extends ConferenceInput {
  readonly on: CalendarDay;
  readonly from: string | null;
  readonly until: string | null;
  readonly place: string;
}
/** With its appointment, which puts it into the calendar; persons of the case who take part are reminded as of any other. */
export async function callConference(tx: WriteTx, asking: Asking, caseId: string, input: NewConference): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const granted_ = granted(decideConference(input, await factsOf(tx, file)));
  const appointment: AppointmentInput = {
    on: input.on, from: input.from, until: input.until, kind: "conference", personIds: input.personIds.length > 0 ? input.personIds : file.main_person_id === null ? [] : [file.main_person_id], placeKind: "office", place: input.place, subject: "", language: "de",
    withAccountId: input.accountIds.includes(asking.session.accountId) ? asking.session.accountId : input.accountIds[0]!, withOrganisationId: null, wantsReminder: input.personIds.length > 0, isEntrusted: false, isOnPortal: input.personIds.length > 0,
  };
  const appointmentId = await makeAppointment(tx, asking, caseId, appointment);
  const id = newId();
  await insertConference(tx, asking.session, { id, caseId, appointmentId, questionCt: sealNeeded(asking, file.key_ref, "conferences.question_ct", id, granted_.question) });
  await writeAgenda(tx, asking, file, id, granted_);
  await record(tx, asking, event("conference.added", caseId, id));
  return id;
}

async function writeAgenda(tx: WriteTx, asking: Asking, file: CaseFile, conferenceId: string, input: ConferenceInput): Promise<void> {
  const of = { caseId: file.id, conferenceId };
  for (const accountId of input.accountIds) await insertParticipant(tx, asking.session, { ...of, id: newId(), accountId });
  for (const organisationId of input.organisationIds) await insertParticipant(tx, asking.session, { ...of, id: newId(), organisationId });
  for (const personId of input.personIds) await insertParticipant(tx, asking.session, { ...of, id: newId(), personId });
  for (const [i, item] of input.items.entries()) {
    const id = newId();
    await insertItem(tx, asking.session, { ...of, id, position: i + 1, titleCt: sealNeeded(asking, file.key_ref, "conference_items.title_ct", id, item.title), lifeArea: item.lifeArea, personId: item.personId, isEntrusted: item.isEntrusted });
  }
}

/** Who is invited and what is spoken about, anew; only until it was held. */
export async function changeConference(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: ConferenceInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await currentConference(tx, asking, caseId, id);
  if (before.state !== "planned") throw new Refused([{ code: "not-planned", sentence: "Diese Konferenz hat schon stattgefunden oder ist abgesagt." }]);
  const granted_ = granted(decideConference(input, await factsOf(tx, file)));
  if ((await updateConference(tx, caseId, id, version, sealNeeded(asking, file.key_ref, "conferences.question_ct", id, granted_.question))) !== 1) throw new Stale({ question: before.question, version: before.version });
  await deleteAgenda(tx, caseId, id);
  await writeAgenda(tx, asking, file, id, granted_);
  await followInvitations(tx, asking, file, before, granted_.personIds);
  await record(tx, asking, event("conference.changed", caseId, id));
}

/** Who is not invited any more is not told of it either: neither on the own page nor by a reminder. */
async function followInvitations(tx: WriteTx, asking: Asking, file: CaseFile, { appointment, participants }: Conference, invited: readonly string[]): Promise<void> {
  const [hadPersons, hasPersons] = [participants.some((p) => p.kind === "person"), invited.length > 0];
  const personIds = hasPersons ? invited : file.main_person_id === null ? [] : [file.main_person_id];
  const isOnPortal = hasPersons && (!hadPersons || appointment.isOnPortal);
  const wantsReminder = hasPersons && (!hadPersons || appointment.wantsReminder);
  const isSame = isOnPortal === appointment.isOnPortal && wantsReminder === appointment.wantsReminder && personIds.length === appointment.personIds.length && personIds.every((p) => appointment.personIds.includes(p));
  if (appointment.state !== "planned" || isSame) return;
  await changeAppointment(tx, asking, file.id, appointment.id, appointment.version, { ...appointment, personIds, isOnPortal, wantsReminder });
}

export async function cancelConference(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  const before = await currentConference(tx, asking, caseId, id);
  if ((await cancelConferenceRow(tx, caseId, id)) !== 1) throw new Refused([{ code: "not-planned", sentence: "Diese Konferenz hat schon stattgefunden oder ist abgesagt." }]);
  if (before.appointment.state === "planned") await markAppointment(tx, asking, caseId, before.appointment.id, "cancelled", { throughConference: true });
  await rememberToTell(tx, asking, before, `Fallkonferenz am ${longDay(before.appointment.day)} ist abgesagt`);
  await record(tx, asking, { ...event("conference.changed", caseId, id), purpose: "cancelled" });
}

/** Its appointment moves with it, and whoever was invited is told: an invitation on paper does not change by itself. */
export async function moveConference(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: TimeInput): Promise<void> {
  const before = await currentConference(tx, asking, caseId, id);
  if (before.state !== "planned") throw new Refused([{ code: "not-planned", sentence: "Diese Konferenz hat schon stattgefunden oder ist abgesagt." }]);
  if ((await touchConference(tx, caseId, id, version)) !== 1) throw new Stale({ version: before.version });
  await moveAppointment(tx, asking, caseId, before.appointment.id, before.appointment.version, input, { throughConference: true });
  await rememberToTell(tx, asking, before, `Fallkonferenz vom ${longDay(before.appointment.day)} ist auf ${longDay(input.on)} verlegt`);
  await record(tx, asking, { ...event("conference.changed", caseId, id), purpose: "moved" });
}

/** On the day of whoever did it, for today: who sits outside knows of it by paper alone. */
async function rememberToTell(tx: WriteTx, asking: Asking, k: Conference, what: string): Promise<void> {
  const outside = k.participants.filter((p) => p.kind !== "account").map((p) => p.name);
  if (outside.length > 0) await addFollowUp(tx, asking, k.caseId, { title: `${what}: Bescheid geben an ${outside.join(", ")}`.slice(0, 300), dueOn: asking.today, ownerId: asking.session.accountId, lifeAreas: [] });
}

export interface TaskInput {
  readonly title: string;
  /** `account:<id>` or `office:<id>` */
  readonly who: string;
  readonly dueOn: CalendarDay | null;
}
export interface ProtocolInput {
  readonly presentIds: readonly string[];
  readonly agreements: string;
  readonly tasks: readonly TaskInput[];
}

/** The protocol, written once, and the tasks out of it: a colleague's on the colleague's day, an office's through its share, where that covers tasks. */
export async function writeProtocol(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: ProtocolInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const k = await currentConference(tx, asking, caseId, id);
  if (k.state !== "planned") throw new Refused([{ code: "not-planned", sentence: "Zu dieser Konferenz gibt es schon ein Protokoll, oder sie ist abgesagt." }]);
  if (k.appointment.startsAt > asking.now) throw new Refused([{ code: "not-yet", sentence: "Die Konferenz hat noch nicht begonnen." }]);
  if (input.agreements === "") throw new Refused([{ code: "nothing-agreed", field: "agreements", sentence: "Schreiben Sie, was vereinbart wurde." }]);
  const tasks = [];
  for (const [i, task] of input.tasks.entries()) tasks.push(await giveTask(tx, asking, k, task, i + 1));
  const present = k.participants.filter((p) => input.presentIds.includes(p.id));
  const heard: Protocol["heard"] = present.flatMap((p) => k.items.map((item, i) => ({ participant: p.name, item: item.title, ...k.cells[k.participants.indexOf(p)]![i]! })));
  const content: Protocol = { agreements: input.agreements, tasks, heard };
  await markPresent(tx, caseId, id, present.map((p) => p.id));
  if ((await holdConference(tx, caseId, id, version, k.appointment.day, sealNeeded(asking, file.key_ref, "conferences.protocol_ct", id, JSON.stringify(content)))) !== 1) throw new Stale({ version: k.version });
  if (k.appointment.state === "planned") await markAppointment(tx, asking, caseId, k.appointment.id, "kept");
  await record(tx, asking, { action: "conference_protocol.added", objectKind: "conference", objectIds: [id], caseId });
}

async function giveTask(tx: WriteTx, asking: Asking, k: Awaited<ReturnType<typeof currentConference>>, task: TaskInput, row: number): Promise<Protocol["tasks"][number]> {
  const refuse = (field: string, sentence: string): never => {
    throw new Refused([{ code: "task-not-given", field: `${field}${row}`, sentence }]);
  };
  const { dueOn } = task;
  if (dueOn === null) return refuse("due", "Geben Sie an, bis wann.");
  const [kind, ofId] = task.who.split(":");
  const participant = k.participants.find((p) => p.kind === kind && p.ofId === ofId);
  if (participant === undefined) return refuse("who", "Wählen Sie, wer es übernimmt.");
  const lifeAreas = [...new Set(k.items.map((i) => i.lifeArea))];
  if (participant.kind === "account") {
    await addFollowUp(tx, asking, k.caseId, { title: task.title, dueOn, ownerId: participant.ofId, lifeAreas });
    return { title: task.title, who: participant.name, dueOn };
  }
  const share = (await listShares(tx, k.caseId)).find((s) => s.organisation_id === participant.ofId && s.state === "active");
  const shared = new Set(share?.categories.filter((c) => c.kind === "task").map((c) => c.lifeArea));
  const covered = k.items.filter((item, i) => k.cells[k.participants.indexOf(participant)]![i]!.may && shared.has(item.lifeArea)).map((i) => ({ lifeArea: i.lifeArea, personId: i.personId }));
  if (share === undefined || covered.length === 0) return refuse("who", `${participant.name} hat zurzeit keine Freigabe, die Aufgaben in diesen Lebensbereichen umfasst. Geben Sie die Aufgabe jemandem aus dem Team.`);
  await givePartnerTask(tx, asking, k.caseId, share.id, { title: task.title, dueOn, lifeAreas: [...new Set(covered.map((c) => c.lifeArea))], personId: covered.every((c) => c.personId === covered[0]!.personId) ? covered[0]!.personId : null });
  return { title: task.title, who: participant.name, dueOn };
}
