import { record } from "../../audit/index.ts";
import { getCaseFile, listCasePersons, openText, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { answerTask, cancelTask, type CaseTaskRow, insertTask, listCaseTasks, listMyTasks, listVolunteers, type MyTaskRow } from "./volunteer-tasks.sql.ts";
import type { VolunteerTaskKind } from "./volunteer-words.ts";

export interface VolunteerTaskInput {
  readonly accountId: string;
  readonly kind: VolunteerTaskKind;
  readonly firstName: string;
  /** written for the volunteer, who reads it; nothing of the file */
  readonly title: string;
  readonly happensOn: CalendarDay;
  readonly happensAt: string | null;
  readonly place: string;
  readonly language: string;
}

/** Offers a volunteer a task: first name, time, place, language, and nothing of the file. */
export async function giveTask(tx: WriteTx, asking: Asking, caseId: string, input: VolunteerTaskInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const refusals: Refusal[] = [];
  if (!(await listVolunteers(tx)).some((v) => v.account_id === input.accountId)) refusals.push({ code: "no-volunteer", field: "accountId", sentence: "Wählen Sie jemanden aus dem Ehrenamt." });
  if (input.happensOn < asking.today) refusals.push({ code: "in-the-past", field: "happensOn", sentence: "Der Tag liegt in der Vergangenheit." });
  // a surname would tell more than the task needs
  if (/\s/.test(input.firstName.trim())) refusals.push({ code: "first-name-only", field: "firstName", sentence: "Nur der Vorname: mehr braucht es für die Aufgabe nicht." });
  const families = (await listCasePersons(tx, caseId)).map((p) => p.name.split(",")[0]!.trim().toLowerCase()).filter((name) => name.length > 2);
  if (families.some((name) => input.title.toLowerCase().includes(name))) refusals.push({ code: "surname-in-title", field: "title", sentence: "Im Titel steht ein Nachname. Der Vorname genügt für die Aufgabe." });
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  await insertTask(tx, asking.session, { id, caseId, ...input, firstName: input.firstName.trim(), titleCt: sealText(asking, file.key_ref, "volunteer_tasks.title_ct", id, input.title) });
  await record(tx, asking, { action: "volunteer_task.offered", objectKind: "volunteer_task", objectIds: [id], caseId });
  return id;
}

export async function withdrawTask(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await cancelTask(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "volunteer_task.withdrawn", objectKind: "volunteer_task", objectIds: [id], caseId });
}

export type MyTask = Omit<MyTaskRow, "title_ct" | "key_ref"> & { readonly title: string };
const opened = <R extends { readonly id: string; readonly title_ct: Buffer | null }>(asking: Asking, { title_ct, ...task }: R, keyRef: string | null) => ({ ...task, title: keyRef === null ? "" : openText(asking, keyRef, "volunteer_tasks.title_ct", task.id, title_ct) });
const ownOf = (asking: Asking, { key_ref, ...row }: MyTaskRow): MyTask => opened(asking, row, key_ref);

/** A volunteer's own tasks. No case stands in the record: the volunteer knows none. */
export async function readMyTasks(tx: ReadTx, asking: Asking): Promise<readonly MyTask[]> {
  const tasks = (await listMyTasks(tx)).map((row) => ownOf(asking, row));
  await record(tx, asking, { action: "volunteer_task.listed", objectKind: "volunteer_task", objectIds: tasks.map((t) => t.id) });
  return tasks;
}

/** Stale where the team changed it meanwhile; NotFound where it is nobody's or not to be answered so. */
export async function answerMyTask(tx: WriteTx, asking: Asking, id: string, answer: "accepted" | "declined" | "done", version: number): Promise<void> {
  const task = (await listMyTasks(tx)).find((t) => t.id === id);
  if (task === undefined) throw new NotFound();
  if (task.version !== version) throw new Stale({ ...ownOf(asking, task) });
  if (!(await answerTask(tx, id, answer, version))) throw new NotFound();
  await record(tx, asking, { action: "volunteer_task.answered", objectKind: "volunteer_task", objectIds: [id], purpose: answer });
}

export type CaseTask = Omit<CaseTaskRow, "title_ct"> & { readonly title: string };
/** What volunteers were asked to do in a case. */
export async function tasksOfCase(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseTask[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listCaseTasks(tx, caseId)).map((row) => opened(asking, row, file.key_ref));
}
