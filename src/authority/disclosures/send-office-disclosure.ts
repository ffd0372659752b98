import { record } from "../../audit/index.ts";
import { granted } from "../../cases/index.ts";
import { dispatch, findOwnOrganisation, listRecipients, markRequestAnswered, readInboxItem, senderOf } from "../../consent/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { addOfficeFollowUp } from "../follow-ups/change-office-follow-ups.ts";
import { listOfficers } from "../office-person.sql.ts";
import { sealOffice } from "../sealing.ts";
import { decideOfficeDisclosure, type OfficeDisclosureInput } from "./decide-office-disclosure.ts";
import { CATEGORY_OF, type Field, FIELDS, type State } from "./office-disclosure-words.ts";
import { getOfficeDisclosure, insertOfficeDisclosure, insertOfficeItem, insertOfficeMessage, listOfficeBases, moveOfficeDisclosure } from "./office-disclosures.sql.ts";
import { candidatesOf, readOfficeDisclosure, type ShownOfficeDisclosure } from "./read-office-disclosures.ts";

const event = (action: string, personId: string, id: string) => ({ action, objectKind: "person", objectIds: [personId, id] });

/** A request that somebody linked to this person, and nobody has answered. */
export async function openRequestAbout(tx: ReadTx, asking: Asking, personId: string, itemId: string | null) {
  if (itemId === null) return null;
  const item = await readInboxItem(tx, asking, itemId);
  if (item.content.type !== "request" || item.personId !== personId || (item.state !== "received" && item.state !== "accepted")) throw new NotFound();
  return { id: item.id, threadId: item.threadId, from: item.from, needed: item.content.needed, about: item.content.about, basis: item.content.basis, senderId: item.senderId };
}
export type OpenRequest = NonNullable<Awaited<ReturnType<typeof openRequestAbout>>>;

export async function disclosureFacts(tx: ReadTx, asking: Asking, personId: string, request: OpenRequest | null) {
  const own = asking.session.roomId === null ? undefined : await findOwnOrganisation(tx, asking.session.roomId);
  const head = await readOfficeHead(tx, asking, personId);
  const recipients = (await listRecipients(tx)).filter((o) => o.id !== own?.id);
  return { head, recipients, bases: await listOfficeBases(tx), candidates: candidatesOf(head), askedBy: request?.senderId ?? null };
}

export async function prepareOfficeDisclosure(tx: WriteTx, asking: Asking, personId: string, input: OfficeDisclosureInput, requestItemId: string | null): Promise<string> {
  const { session } = asking;
  const request = await openRequestAbout(tx, asking, personId, requestItemId);
  const facts = await disclosureFacts(tx, asking, personId, request);
  const decided = granted(decideOfficeDisclosure(input, { recipients: facts.recipients, bases: facts.bases.map((b) => b.key), fields: facts.candidates.map((c) => c.field), askedBy: facts.askedBy }));
  const [id, keyRef] = [newId(), facts.head.keyRef];
  const seal = (place: "officer_disclosures.purpose_ct" | "officer_disclosures.necessity_ct", text: string): Buffer => sealOffice(asking, keyRef, place, id, text);
  await insertOfficeDisclosure(tx, session, {
    id, person_id: personId, recipient_id: decided.recipientId, recipient_name: decided.recipientName, channel: decided.channel, legal_basis_id: decided.legalBasisId, request_thread_id: request?.threadId ?? null,
    purpose_ct: seal("officer_disclosures.purpose_ct", decided.purpose), necessity_ct: seal("officer_disclosures.necessity_ct", decided.necessity), thread_id: newId(),
  });
  const chosen: { field: Field; value: string }[] = facts.candidates.filter((c) => decided.fields.includes(c.field));
  if (decided.freeText !== "") chosen.push({ field: "free_text", value: decided.freeText });
  for (const [i, { field, value }] of chosen.entries()) {
    await insertOfficeItem(tx, session, personId, id, { position: i + 1, field, label: FIELDS[field], value_ct: sealOffice(asking, keyRef, "officer_disclosure_items.value_ct", `${id}:${i + 1}`, value) });
  }
  await record(tx, asking, event("disclosure.prepared", personId, id));
  return id;
}

async function move(tx: WriteTx, d: { readonly personId: string; readonly id: string }, version: number, state: State, note: Buffer | null = null): Promise<void> {
  if ((await moveOfficeDisclosure(tx, d.personId, d.id, version, state, note)) !== 1) throw new Stale({ version: (await getOfficeDisclosure(tx, d.personId, d.id)).version });
}

/** To a colleague of the room, with a task for the day. */
export async function submitOfficeDisclosure(tx: WriteTx, asking: Asking, personId: string, id: string, version: number, secondId: string): Promise<void> {
  const d = await readOfficeDisclosure(tx, asking, personId, id);
  if (d.state !== "draft" || !d.isMine) throw new NotFound();
  if (!(await listOfficers(tx)).some((o) => o.id === secondId && o.id !== asking.session.accountId)) throw new Refused([{ code: "second-missing", field: "secondId", sentence: "Wählen Sie eine andere Person dieses Aktenbereichs." }]);
  await move(tx, d, version, "awaiting_second");
  await addOfficeFollowUp(tx, asking, personId, { title: `Übermittlung an ${d.recipientName} beurteilen`, dueOn: asking.today, ownerId: secondId }, "disclosure");
  await record(tx, asking, event("disclosure.submitted", personId, id));
}

/** The second officer agrees, and it leaves; or refuses, and it never does. */
export async function judgeOfficeDisclosure(tx: WriteTx, asking: Asking, personId: string, id: string, version: number, verdict: { readonly agrees: boolean; readonly note: string }): Promise<void> {
  const d = await readOfficeDisclosure(tx, asking, personId, id);
  if (d.state !== "awaiting_second" || d.isMine) throw new NotFound();
  if (!verdict.agrees && verdict.note === "") throw new Refused([{ code: "note-missing", field: "note", sentence: "Schreiben Sie, warum die Angaben nicht übermittelt werden." }]);
  const note = verdict.note === "" ? null : sealOffice(asking, d.keyRef, "officer_disclosures.second_note_ct", id, verdict.note);
  await move(tx, d, version, verdict.agrees ? "sent" : "refused", note);
  if (verdict.agrees) await leave(tx, asking, d);
  await record(tx, asking, { ...event("disclosure.judged", personId, id), purpose: verdict.agrees ? "agreed" : "refused" });
}

async function leave(tx: WriteTx, asking: Asking, d: ShownOfficeDisclosure): Promise<void> {
  if (d.channel === "inbox") {
    const name = d.items.find((i) => i.field === "person.names")?.value ?? "";
    await dispatch(tx, asking, {
      kind: "disclosure", threadId: d.threadId, recipientId: d.recipientId, keyRef: d.keyRef,
      content: {
        type: "disclosure", sender: { ...(await senderOf(tx, asking)), person: d.authorName }, sentOn: germanDay(asking.today), basis: d.basis, purpose: d.purpose, necessity: d.necessity,
        items: d.items.map((i) => ({ label: i.label, value: i.value, category: CATEGORY_OF[i.field], person: name })),
      },
    });
  }
  if (d.requestThreadId !== null) await markRequestAnswered(tx, d.personId, d.requestThreadId);
  await record(tx, asking, event("disclosure.sent", d.personId, d.id));
}

export async function discardOfficeDisclosure(tx: WriteTx, asking: Asking, personId: string, id: string): Promise<void> {
  const d = await getOfficeDisclosure(tx, personId, id);
  if (d.author_id !== asking.session.accountId || (d.state !== "draft" && d.state !== "awaiting_second")) throw new NotFound();
  await move(tx, { personId, id }, d.version, "discarded");
  await record(tx, asking, event("disclosure.discarded", personId, id));
}

/** What was asked back is answered in words; further data need a disclosure of their own. */
export async function replyFromOffice(tx: WriteTx, asking: Asking, personId: string, id: string, text: string): Promise<void> {
  const d = await readOfficeDisclosure(tx, asking, personId, id);
  if (d.state !== "sent" || d.channel !== "inbox" || d.recipientState === "declined") throw new NotFound();
  if (text === "") throw new Refused([{ code: "text-missing", field: "text", sentence: "Schreiben Sie Ihre Antwort." }]);
  const messageId = newId();
  await insertOfficeMessage(tx, asking.session, { id: messageId, personId, disclosureId: id, textCt: sealOffice(asking, d.keyRef, "officer_disclosure_messages.text_ct", messageId, text) });
  await dispatch(tx, asking, { kind: "reply", threadId: d.threadId, recipientId: d.recipientId, keyRef: d.keyRef, content: { type: "reply", sender: await senderOf(tx, asking), text } });
  await record(tx, asking, event("disclosure.replied", personId, id));
}
