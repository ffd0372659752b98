import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getCaseFile, listCasePersonIds, listLifeAreas } from "../case-file.sql.ts";
import { deleteDraft } from "../drafts/drafts.sql.ts";
import { openText, sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { type ContactRow, finishReviewTasks, getContact, insertContact, markReviewed, markWithdrawn, setContactPersons, updateContact } from "./contacts.sql.ts";
import { type ContactFacts, type ContactInput, decideContact, decideWithdrawal } from "./decide-contact.ts";

async function factsOf(tx: ReadTx, asking: Asking, caseId: string, before?: ContactRow): Promise<ContactFacts> {
  const [areas, personIds] = await Promise.all([listLifeAreas(tx), listCasePersonIds(tx, caseId)]);
  return { today: asking.today, lifeAreas: [...areas.map((a) => a.key), ...(before?.life_areas ?? [])], personIds };
}

/** Adds a contact to the case; returns its id. */
export async function recordContact(tx: WriteTx, asking: Asking, caseId: string, input: ContactInput, options: { isComplete?: boolean; draftPlace?: string } = {}): Promise<string> {
  const [file, facts] = await Promise.all([getCaseFile(tx, caseId), factsOf(tx, asking, caseId)]);
  const { text, personIds, ...fields } = granted(decideContact(input, facts));
  const id = newId();
  const textCt = sealText(asking, file.key_ref, "contacts.text_ct", id, text);
  await insertContact(tx, asking.session, id, caseId, { ...fields, textCt, isComplete: options.isComplete ?? true });
  await setContactPersons(tx, asking.session, caseId, id, personIds);
  await deleteDraft(tx, caseId, options.draftPlace ?? "contact.new");
  await record(tx, asking, { action: "contact.added", objectKind: "contact", objectIds: [id], caseId });
  return id;
}

/** Changes a contact that somebody read in this version; Stale where it changed since, and nothing is written. */
export async function correctContact(tx: WriteTx, asking: Asking, caseId: string, contactId: string, version: number, input: ContactInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getContact(tx, caseId, contactId);
  const kind = before.kind === "imported" ? "imported" : input.kind;
  const { text, personIds, ...fields } = granted(decideContact({ ...input, kind }, await factsOf(tx, asking, caseId, before)));
  const textCt = sealText(asking, file.key_ref, "contacts.text_ct", contactId, text);
  const changed = await updateContact(tx, contactId, caseId, version, { ...fields, textCt, isComplete: true });
  if (changed === 0) throw new Stale(await currentContact(tx, asking, caseId, contactId));
  await setContactPersons(tx, asking.session, caseId, contactId, personIds);
  await deleteDraft(tx, caseId, `contact.${contactId}`);
  await record(tx, asking, { action: "contact.corrected", objectKind: "contact", objectIds: [contactId], caseId });
}

/** What a contact says now, as an answer of the API and for the comparison after a stale save. */
export async function currentContact(tx: ReadTx, asking: Asking, caseId: string, contactId: string) {
  const [file, row] = await Promise.all([getCaseFile(tx, caseId), getContact(tx, caseId, contactId)]);
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    happenedOn: row.happened_on,
    happenedAt: row.happened_at,
    minutes: row.minutes,
    place: row.place,
    language: row.language,
    interpreting: row.interpreting,
    lifeAreas: row.life_areas,
    text: openText(asking, file.key_ref, "contacts.text_ct", row.id, row.text_ct),
    isEntrusted: row.is_entrusted,
    entrustedReviewDue: row.entrusted_review_due,
    isComplete: row.is_complete,
    personIds: row.person_ids,
    authorId: row.author_id,
    authorName: row.author_name,
    version: row.version,
  };
}
export type CurrentContact = Awaited<ReturnType<typeof currentContact>>;

export async function withdrawContact(tx: WriteTx, asking: Asking, caseId: string, contactId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  const row = await getContact(tx, caseId, contactId);
  granted(decideWithdrawal({ isAuthor: row.author_id === asking.session.accountId, createdAt: row.created_at, now: asking.now }));
  if ((await markWithdrawn(tx, contactId, caseId, row.version)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "contact.withdrawn", objectKind: "contact", objectIds: [contactId], caseId });
}

/** An imported remark counts as entrusted until somebody of the team read it and said whether it is. */
export async function reviewEntrusted(tx: WriteTx, asking: Asking, caseId: string, contactId: string, staysEntrusted: boolean): Promise<void> {
  await getCaseFile(tx, caseId);
  const row = await getContact(tx, caseId, contactId);
  if ((await markReviewed(tx, contactId, caseId, row.version, staysEntrusted)) !== 1) throw new NotFound();
  await finishReviewTasks(tx, caseId, asking.session.accountId, asking.today);
  await record(tx, asking, { action: "contact.reviewed", objectKind: "contact", objectIds: [contactId], caseId, purpose: staysEntrusted ? "stays-entrusted" : "not-entrusted" });
}
