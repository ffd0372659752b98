import { getTenantSettings } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { addFollowUp, changeFollowUp, currentFollowUp, finishFollowUp, getCaseFile, granted, sealNeeded, sealText } from "../../cases/index.ts";
import { listCasePersons } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { decideNotice, type NoticeInput, reminderDay, reminderTitle } from "./decide-notice.ts";
import { decideTimeLimit, type TimeLimit } from "./decide-time-limit.ts";
import type { NoticeState } from "./notice-words.ts";
import { addNoticePages, getNotice, insertNotice, type NoticeColumns, listNoticePages, settleNoticeRow, updateNotice } from "./notices.sql.ts";
import { readNotice } from "./read-notices.ts";

async function judged(tx: ReadTx, asking: Asking, caseId: string, input: NoticeInput): Promise<{ input: NoticeInput; limit: TimeLimit; keyRef: string; leadDays: number }> {
  const file = await getCaseFile(tx, caseId);
  const personIds = (await listCasePersons(tx, caseId)).map((p) => p.person_id);
  const accepted = granted(decideNotice(input, { today: asking.today, personIds, isClosed: file.closed_on !== null }));
  const { notice_lead_days: leadDays } = await getTenantSettings(tx, asking.session.tenantId);
  return { input: accepted, limit: decideTimeLimit(accepted), keyRef: file.key_ref, leadDays };
}

const columnsOf = (asking: Asking, keyRef: string, id: string, n: NoticeInput, { dueOn }: TimeLimit): NoticeColumns => ({
  subject_ct: sealNeeded(asking, keyRef, "notices.subject_ct", id, n.subject), issuer_ct: sealText(asking, keyRef, "notices.issuer_ct", id, n.issuer), reference_ct: sealText(asking, keyRef, "notices.reference_ct", id, n.reference),
  issued_on: n.issuedOn, made_known: n.madeKnown, made_known_on: n.madeKnownOn, arrived_on: n.arrivedOn, law: n.law, remedy: n.remedy, instruction: n.instruction, period: n.period, due_on: dueOn,
});

/** Takes a notice in: its pages, its time limit, and a reminder some days before the end. */
export async function recordNotice(tx: WriteTx, asking: Asking, caseId: string, raw: NoticeInput, documentIds: readonly string[]): Promise<string> {
  const { input, limit, keyRef, leadDays } = await judged(tx, asking, caseId, raw);
  const followUpId = await addFollowUp(tx, asking, caseId, { title: reminderTitle(input, limit, asking.today), dueOn: reminderDay(limit, leadDays, asking.today), ownerId: null, lifeAreas: [] });
  const id = newId();
  await insertNotice(tx, asking.session, id, caseId, input.personId, followUpId, columnsOf(asking, keyRef, id, input, limit));
  if (documentIds.length > 0) await addNoticePages(tx, asking.session, caseId, id, documentIds, 0);
  await record(tx, asking, { action: "notice.recorded", objectKind: "notice", objectIds: [id], caseId });
  return id;
}

/** Corrects what was typed: the limit is computed anew, and a reminder that is still open moves with it. */
export async function changeNotice(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, raw: NoticeInput, documentIds: readonly string[]): Promise<void> {
  const before = await getNotice(tx, caseId, id);
  const { input, limit, keyRef, leadDays } = await judged(tx, asking, caseId, { ...raw, personId: before.person_id });
  if ((await updateNotice(tx, caseId, id, version, columnsOf(asking, keyRef, id, input, limit))) !== 1) throw new Stale({ ...(await readNotice(tx, asking, caseId, id)) });
  if (documentIds.length > 0) await addNoticePages(tx, asking.session, caseId, id, documentIds, (await listNoticePages(tx, caseId)).filter((p) => p.notice_id === id).length);
  if (before.follow_up_id !== null && before.state === "open") {
    const reminder = await currentFollowUp(tx, asking, caseId, before.follow_up_id);
    const moved = { title: reminderTitle(input, limit, asking.today), dueOn: reminderDay(limit, leadDays, asking.today), ownerId: reminder.ownerId, lifeAreas: reminder.lifeAreas };
    if (reminder.doneOn === null) await changeFollowUp(tx, asking, caseId, before.follow_up_id, reminder.version, moved);
  }
  await record(tx, asking, { action: "notice.changed", objectKind: "notice", objectIds: [id], caseId });
}

/** What came of it. The reminder is done with it. */
export async function settleNotice(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number | null, state: Exclude<NoticeState, "open">): Promise<void> {
  await getCaseFile(tx, caseId);
  const before = await getNotice(tx, caseId, id);
  if (before.state !== "open") throw new Refused([{ code: "notice-settled", sentence: "Das ist schon erledigt." }]);
  if (state === "missed" && before.due_on >= asking.today) throw new Refused([{ code: "limit-still-runs", sentence: "Die Frist läuft noch." }]);
  if ((await settleNoticeRow(tx, caseId, id, version ?? before.version, state, asking.today)) !== 1) throw new Stale({ ...(await readNotice(tx, asking, caseId, id)) });
  if (before.follow_up_id !== null) await finishReminder(tx, asking, caseId, before.follow_up_id);
  await record(tx, asking, { action: "notice.settled", objectKind: "notice", objectIds: [id], caseId, purpose: state });
}

async function finishReminder(tx: WriteTx, asking: Asking, caseId: string, followUpId: string): Promise<void> {
  try {
    if ((await currentFollowUp(tx, asking, caseId, followUpId)).doneOn === null) await finishFollowUp(tx, asking, caseId, followUpId);
  } catch (error) {
    // somebody took it away since
    if (!(error instanceof NotFound)) throw error;
  }
}
