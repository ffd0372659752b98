import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import type { OfficeHead } from "../file/office-head.ts";
import { getOfficePerson } from "../office-person.sql.ts";
import { openOffice } from "../sealing.ts";
import { type Field, FIELDS } from "./office-disclosure-words.ts";
import { getOfficeDisclosure, listOfficeDisclosures, listOfficeItems, listOfficeMessages, type OfficeDisclosureRow } from "./office-disclosures.sql.ts";

function headOf(row: OfficeDisclosureRow, asking: Asking) {
  const day = (at: Date): string => germanDay(dayOf(at, asking.app.config.timeZone));
  return {
    id: row.id, personId: row.person_id, recipientId: row.recipient_id, recipientName: row.recipient_name, channel: row.channel, basis: row.basis, requestThreadId: row.request_thread_id, authorName: row.author_name, isMine: row.author_id === asking.session.accountId,
    state: row.state, secondName: row.second_name, secondOn: row.second_at === null ? null : day(row.second_at), threadId: row.thread_id, sentOn: row.sent_at === null ? null : day(row.sent_at), createdOn: day(row.created_at), recipientState: row.recipient_state, version: row.version,
  };
}
export type OfficeDisclosureHead = ReturnType<typeof headOf>;
export const listDisclosuresOf = async (tx: ReadTx, asking: Asking, personId: string): Promise<OfficeDisclosureHead[]> => (await listOfficeDisclosures(tx, personId)).map((row) => headOf(row, asking));

/** Whole, with all its texts. Writes no record: the page does. */
export async function readOfficeDisclosure(tx: ReadTx, asking: Asking, personId: string, id: string) {
  const { key_ref: keyRef } = await getOfficePerson(tx, personId);
  const row = await getOfficeDisclosure(tx, personId, id);
  const items = (await listOfficeItems(tx, id)).map((i) => ({ position: i.position, field: i.field, label: i.label, value: openOffice(asking, keyRef, "officer_disclosure_items.value_ct", `${id}:${i.position}`, i.value_ct) }));
  const messages = (await listOfficeMessages(tx, id)).map((m) => ({ isIncoming: m.is_incoming, by: m.author_name, at: germanMoment(m.created_at, asking.app.config.timeZone), text: openOffice(asking, keyRef, "officer_disclosure_messages.text_ct", m.id, m.text_ct) }));
  return {
    ...headOf(row, asking), keyRef, items, messages, purpose: openOffice(asking, keyRef, "officer_disclosures.purpose_ct", id, row.purpose_ct), necessity: openOffice(asking, keyRef, "officer_disclosures.necessity_ct", id, row.necessity_ct),
    secondNote: openOffice(asking, keyRef, "officer_disclosures.second_note_ct", id, row.second_note_ct),
  };
}
export type ShownOfficeDisclosure = Awaited<ReturnType<typeof readOfficeDisclosure>>;

export interface OfficeCandidate {
  readonly field: Exclude<Field, "free_text">;
  readonly label: string;
  readonly value: string;
  readonly warning: string | null;
}
/** What there is to say about the person, field by field, as it stands now. Nothing is chosen yet. */
export function candidatesOf(head: OfficeHead): OfficeCandidate[] {
  const { status } = head;
  const value: Readonly<Record<OfficeCandidate["field"], string>> = {
    "person.names": head.name.own === undefined ? head.name.latin : `${head.name.latin} (${head.name.own})`, "person.birth": head.birth ?? "", "person.nationalities": head.nationalities, "person.residence_status": status?.text ?? "",
    "person.title_until": status === null ? "" : status.until === null ? "unbefristet" : germanDay(status.until), "person.address": head.address.join(", "),
  };
  const isDangerous = (field: string): boolean => field === "person.address" && head.addressIsProtected;
  return (Object.keys(value) as OfficeCandidate["field"][])
    .filter((field) => value[field] !== "")
    .map((field) => ({ field, label: FIELDS[field], value: value[field], warning: isDangerous(field) ? "Geschützte Anschrift: Wer sie erfährt, kann die Person gefährden." : null }));
}
