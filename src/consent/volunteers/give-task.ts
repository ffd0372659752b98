import { record } from "../../audit/index.ts";
import { getCaseFile } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { answerTask, cancelTask, insertTask, listMyTasks, listVolunteers, type MyTaskRow } from "./volunteer-tasks.sql.ts";
import type { VolunteerTaskKind } from "./volunteer-words.ts";

export interface VolunteerTaskInput {
  readonly accountId: string;
  readonly kind: VolunteerTaskKind;
  readonly firstName: string;
  readonly happensOn: CalendarDay;
  readonly happensAt: string | null;
  readonly place: string;
  readonly language: string;
}

/** Offers a volunteer a task: first name, time, place, language, and nothing of the file. */
export async function giveTask(tx: WriteTx, asking: Asking, caseId: string, input: VolunteerTaskInput): Promise<string> {
  await getCaseFile(tx, caseId);
  const refusals: Refusal[] = [];
  if (!(await listVolunteers(tx)).some((v) => v.account_id === input.accountId)) refusals.push({ code: "no-volunteer", field: "accountId", sentence: "Wählen Sie jemanden aus dem Ehrenamt." });
  if (input.happensOn < asking.today) refusals.push({ code: "in-the-past", field: "happensOn", sentence: "Der Tag liegt in der Vergangenheit." });
  // a surname would tell more than the task needs
  if (/\s/.test(input.firstName.trim())) refusals.push({ code: "first-name-only", field: "firstName", sentence: "Nur der Vorname: mehr braucht es für die Aufgabe nicht." });
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  await insertTask(tx, asking.session, { id, caseId, ...input, firstName: input.firstName.trim() });
  await record(tx, asking, { action: "volunteer_task.offered", objectKind: "volunteer_task", objectIds: [id], caseId });
  return id;
}

export async function withdrawTask(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await cancelTask(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "volunteer_task.withdrawn", objectKind: "volunteer_task", objectIds: [id], caseId });
}

/** A volunteer's own tasks. No case stands in the record: the volunteer knows none. */
export async function readMyTasks(tx: ReadTx, asking: Asking): Promise<readonly MyTaskRow[]> {
  const tasks = await listMyTasks(tx);
  await record(tx, asking, { action: "volunteer_task.listed", objectKind: "volunteer_task", objectIds: tasks.map((t) => t.id) });
  return tasks;
}

/** Stale where the team changed it meanwhile; NotFound where it is nobody's or not to be answered so. */
export async function answerMyTask(tx: WriteTx, asking: Asking, id: string, answer: "accepted" | "declined" | "done", version: number): Promise<void> {
  const task = (await listMyTasks(tx)).find((t) => t.id === id);
  if (task === undefined) throw new NotFound();
  if (task.version !== version) throw new Stale({ ...task });
  if (!(await answerTask(tx, id, answer, version))) throw new NotFound();
  await record(tx, asking, { action: "volunteer_task.answered", objectKind: "volunteer_task", objectIds: [id], purpose: answer });
}
