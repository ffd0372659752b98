import { getCaseFile, openText } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { displayName, loadPersons } from "../../persons/index.ts";
import { CATEGORY_WORDS } from "../consent-words.ts";
import { type ItemRow, listDocuments, listItems } from "./disclosure-items.sql.ts";
import { EXCEPTIONS } from "./disclosure-words.ts";
import { type DisclosureRow, getDisclosure, listMessages, listProblems } from "./disclosures.sql.ts";
import { itemRow, openDisclosureText } from "./prepare-disclosure.ts";

export interface ShownItem {
  readonly position: number;
  readonly field: string;
  readonly category: string;
  readonly label: string;
  readonly value: string;
  readonly personId: string | null;
  readonly person: string;
  readonly entryId: string | null;
}

/** A disclosure with all its texts, for whoever has the case open. Writes no record: the page does. */
export async function readDisclosure(tx: ReadTx, asking: Asking, caseId: string, id: string) {
  const file = await getCaseFile(tx, caseId);
  const row = await getDisclosure(tx, caseId, id);
  const items = await openItems(tx, asking, file.key_ref, id);
  const messages = (await listMessages(tx, id)).map((m) => ({ isIncoming: m.is_incoming, by: m.author_name, at: germanMoment(m.created_at, asking.app.config.timeZone), text: openText(asking, file.key_ref, "disclosure_messages.text_ct", m.id, m.text_ct) }));
  const isOpen = row.state === "draft" || row.state === "awaiting_second";
  return { ...headOf(row, asking), ...openDisclosureText(asking, file.key_ref, id, row), items, messages, problems: isOpen ? await listProblems(tx, id) : [], keyRef: file.key_ref };
}
export type ShownDisclosure = Awaited<ReturnType<typeof readDisclosure>>;

async function openItems(tx: ReadTx, asking: Asking, keyRef: string, id: string): Promise<ShownItem[]> {
  const rows = await listItems(tx, id);
  const ids = [...new Set(rows.flatMap((r) => r.person_id ?? []))];
  const persons = await loadPersons(tx, ids, ["names", "languages"]);
  // a name that was not chosen does not leave beside what was: the others are told apart by a number
  const named = new Set(rows.filter((r) => r.field === "person.names").map((r) => r.person_id));
  const nameOf = (row: ItemRow): string => {
    const person = row.person_id === null ? undefined : persons.get(row.person_id);
    if (person === undefined) return "";
    return named.has(row.person_id) ? displayName(person).latin : ids.length > 1 ? `Person ${ids.indexOf(row.person_id!) + 1}` : "";
  };
  return rows.map((r) => ({
    position: r.position, field: r.field, category: CATEGORY_WORDS[r.category], label: r.label, personId: r.person_id, person: nameOf(r), entryId: r.entry_id,
    value: openText(asking, keyRef, "disclosure_items.value_ct", itemRow(id, r.position), r.value_ct),
  }));
}

export function headOf(row: DisclosureRow, asking: Asking) {
  const zone = asking.app.config.timeZone;
  return {
    id: row.id, caseId: row.case_id, state: row.state, recipientState: row.recipient_state, recipientId: row.recipient_id, recipientTenantId: row.recipient_tenant_id, recipientName: row.recipient_name, channel: row.channel, kind: row.kind,
    correctsId: row.corrects_id, basisId: row.legal_basis_id, basis: `${row.basis} (${row.basis_purpose})`, consentId: row.consent_id, consentGivenOn: row.consent_given_on, requestThreadId: row.request_thread_id, answers87: row.answers_87, check88: row.check_88,
    exception: row.exception === null ? null : EXCEPTIONS[row.exception], exceptionKey: row.exception, isAcute: row.is_acute, authorId: row.author_id, authorName: row.author_name, isMine: row.author_id === asking.session.accountId,
    secondName: row.second_name, secondOn: row.second_at === null ? null : germanDay(dayOf(row.second_at, zone)), threadId: row.thread_id, sentOn: row.sent_at === null ? null : germanDay(dayOf(row.sent_at, zone)), createdOn: germanDay(dayOf(row.created_at, zone)),
    secondAgrees: row.second_agrees, awaitsLaterVerdict: row.state === "sent" && row.is_acute && row.consent_id === null && row.second_id === null,
    labels: row.labels, version: row.version,
  };
}
export type DisclosureHead = ReturnType<typeof headOf>;

/** The files among the items, for the delivery. */
export async function filesOf(tx: ReadTx, caseId: string, items: readonly ShownItem[]) {
  const ids = items.flatMap((i) => (i.field === "document" && i.entryId !== null ? [i.entryId] : []));
  return ids.length === 0 ? [] : (await listDocuments(tx, caseId)).filter((d) => ids.includes(d.id));
}
