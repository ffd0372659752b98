import { record } from "../../audit/index.ts";
import { addFollowUp, sealText } from "../../cases/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { dispatch, senderOf } from "../outgoing/index.ts";
import { positionOf, reasonOf, type State } from "./disclosure-words.ts";
import { finishTasksAbout, getDisclosure, keepLaterVerdict, insertMessage, moveDisclosure } from "./disclosures.sql.ts";
import { filesOf, readDisclosure, type ShownDisclosure } from "./read-disclosure.ts";
import { markAnswered } from "./request-answered.sql.ts";

const refuseFor = (problems: readonly string[]): void => {
  if (problems.length === 0) return;
  throw new Refused(problems.map((p) => ({ code: p.split(":")[0]!.replaceAll("_", "-"), sentence: positionOf(p) === null ? reasonOf(p).sentence : `Angabe ${positionOf(p)}: ${reasonOf(p).sentence}`, ...(reasonOf(p).norm === undefined ? {} : { norm: reasonOf(p).norm! }) })));
};

async function move(tx: WriteTx, d: { caseId: string; id: string }, version: number, state: State, note: Buffer | null = null): Promise<void> {
  if ((await moveDisclosure(tx, d.caseId, d.id, version, state, note)) !== 1) throw new Stale({ version: (await getDisclosure(tx, d.caseId, d.id)).version });
}

/** By its author: what a consent carries, or what cannot wait. Leaves in this transaction, or not at all. */
export async function sendDisclosure(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, secondId: string | null): Promise<void> {
  const d = await readDisclosure(tx, asking, caseId, id);
  if (d.state !== "draft" || !d.isMine) throw new NotFound();
  refuseFor(d.problems);
  await leave(tx, asking, d, version, null);
  if (d.isAcute && secondId !== null) await addFollowUp(tx, asking, caseId, { title: `Übermittlung bei akuter Gefahr an ${d.recipientName} nachprüfen`, dueOn: asking.today, ownerId: secondId, lifeAreas: [] }, id);
}

async function leave(tx: WriteTx, asking: Asking, d: ShownDisclosure, version: number, note: Buffer | null): Promise<void> {
  await move(tx, d, version, "sent", note);
  if (d.channel === "inbox") await dispatchIt(tx, asking, d);
  if (d.requestThreadId !== null) await markAnswered(tx, d.caseId, d.requestThreadId);
  await record(tx, asking, { action: "disclosure.sent", objectKind: "disclosure", objectIds: [d.id], caseId: d.caseId });
}

async function dispatchIt(tx: WriteTx, asking: Asking, d: ShownDisclosure): Promise<void> {
  const files = await filesOf(tx, d.caseId, d.items);
  const sentOn = germanDay(asking.today);
  const corrected = d.correctsId === null ? null : await getDisclosure(tx, d.caseId, d.correctsId);
  await dispatch(tx, asking, {
    kind: d.kind, threadId: d.threadId, recipientId: d.recipientId, recipientTenantId: d.recipientTenantId, keyRef: d.keyRef,
    content: {
      type: "disclosure", sender: await senderOf(tx, asking), sentOn, basis: d.basis, consentOf: d.consentGivenOn === null ? null : germanDay(d.consentGivenOn), exception: d.exception, purpose: d.purpose, necessity: d.necessity,
      items: d.items.map((i) => ({ label: i.label, value: i.value, category: i.category, person: i.person, file: i.field === "document" ? files.findIndex((f) => f.id === i.entryId) : null })),
      files: files.map((f) => ({ name: d.items.find((i) => i.entryId === f.id)?.value ?? "", mediaType: f.media_type, size: f.size })),
      corrects: corrected?.sent_at === null || corrected === null ? null : germanDay(corrected.sent_at.toISOString().slice(0, 10) as never),
    },
    sources: files.map((f) => ({ documentId: f.id, storedName: f.stored_name })),
  });
}

/** Without a consent, a second person of the team decides with the author; the task brings it to their day. */
export async function submitToSecond(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, secondId: string): Promise<void> {
  const d = await readDisclosure(tx, asking, caseId, id);
  if (d.state !== "draft" || !d.isMine) throw new NotFound();
  refuseFor(d.problems.filter((p) => p !== "second_person"));
  await addFollowUp(tx, asking, caseId, { title: `Übermittlung an ${d.recipientName} beurteilen`, dueOn: asking.today, ownerId: secondId, lifeAreas: [] }, id);
  await move(tx, d, version, "awaiting_second");
  await record(tx, asking, { action: "disclosure.submitted", objectKind: "disclosure", objectIds: [id], caseId });
}

/** The second person agrees, and it leaves; or refuses, and it never does. What left in acute danger is judged afterwards. All is kept with the note. */
export async function judgeDisclosure(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, verdict: { readonly agrees: boolean; readonly note: string }): Promise<void> {
  const d = await readDisclosure(tx, asking, caseId, id);
  if ((d.state !== "awaiting_second" && !d.awaitsLaterVerdict) || d.isMine) throw new NotFound();
  if (!verdict.agrees && verdict.note === "") throw new Refused([{ code: "note-missing", field: "note", sentence: d.awaitsLaterVerdict ? "Schreiben Sie, warum die Angaben nicht hätten hinausgehen dürfen." : "Schreiben Sie, warum die Angaben nicht übermittelt werden." }]);
  const note = sealText(asking, d.keyRef, "disclosures.second_note_ct", id, verdict.note);
  if (d.awaitsLaterVerdict) {
    if ((await keepLaterVerdict(tx, caseId, id, version, verdict.agrees, note)) !== 1) throw new Stale({ version: d.version });
  } else if (verdict.agrees) {
    refuseFor(d.problems.filter((p) => p !== "second_person"));
    await leave(tx, asking, d, version, note);
  } else {
    await move(tx, d, version, "refused", note);
  }
  for (const taskId of await finishTasksAbout(tx, asking.session, caseId, id, asking.today)) await record(tx, asking, { action: "follow_up.done", objectKind: "follow_up", objectIds: [taskId], caseId });
  await record(tx, asking, { action: "disclosure.judged", objectKind: "disclosure", objectIds: [id], caseId, purpose: verdict.agrees ? "agreed" : "refused" });
}

export async function discardDisclosure(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number | null = null): Promise<void> {
  const d = await getDisclosure(tx, caseId, id);
  if (d.author_id !== asking.session.accountId || (d.state !== "draft" && d.state !== "awaiting_second")) throw new NotFound();
  await move(tx, { caseId, id }, version ?? d.version, "discarded");
  await record(tx, asking, { action: "disclosure.discarded", objectKind: "disclosure", objectIds: [id], caseId });
}

/** What was asked back is answered in words; further data need a disclosure of their own. */
export async function replyToRecipient(tx: WriteTx, asking: Asking, caseId: string, id: string, text: string): Promise<void> {
  const d = await readDisclosure(tx, asking, caseId, id);
  if (d.state !== "sent" || d.channel !== "inbox" || d.recipientState === "declined") throw new NotFound();
  if (text === "") throw new Refused([{ code: "text-missing", field: "text", sentence: "Schreiben Sie Ihre Antwort." }]);
  const messageId = newId();
  await insertMessage(tx, asking.session, { id: messageId, caseId, disclosureId: id, textCt: sealText(asking, d.keyRef, "disclosure_messages.text_ct", messageId, text)! });
  await dispatch(tx, asking, { kind: "reply", threadId: d.threadId, recipientId: d.recipientId, recipientTenantId: d.recipientTenantId, keyRef: d.keyRef, content: { type: "reply", sender: await senderOf(tx, asking), text } });
  await record(tx, asking, { action: "disclosure.replied", objectKind: "disclosure", objectIds: [id], caseId });
}
