import { record } from "../../audit/index.ts";
import { CONTACT_KINDS, DOCUMENT_KINDS, getCaseFile, granted, openText } from "../../cases/index.ts";
import { namesOf, readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { type ConsentForm, FORMS } from "../consents/consent-form-words.ts";
import { type ConsentRow, listConsentsInForce } from "../disclosures/disclosure-items.sql.ts";
import { listRecipients } from "../outgoing/index.ts";
import { deleteRelease, type EntryRow, getEntry, insertRelease, listReleases } from "./releases.sql.ts";

/** By its own word the consent reaches the entry: its life areas and kind, the person whom it concerns, with release from § 203 StGB. */
export const reaches = (consent: ConsentRow, entry: Pick<EntryRow, "category" | "life_areas" | "person_ids">): boolean =>
  consent.direction !== "from_recipient" && consent.releases_secrecy && entry.category !== null && entry.life_areas.length > 0
  && entry.life_areas.every((area) => consent.cells.includes(`${area}.${entry.category}`))
  && (entry.person_ids.length === 0 || entry.person_ids.includes(consent.person_id));

/** The entry, which consents could carry its release, and which do. */
export async function readEntryRelease(tx: ReadTx, asking: Asking, caseId: string, entryId: string) {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const entry = await getEntry(tx, caseId, entryId);
  const nameIn = (id: string): string => {
    const person = head.persons.find((p) => p.person_id === id);
    return person === undefined ? "ohne Namen" : namesOf(person).latin;
  };
  const recipients = new Map((await listRecipients(tx)).map((r) => [r.id, r.name]));
  const releases = (await listReleases(tx, caseId, entryId)).map((r) => ({ consentId: r.consent_id, person: nameIn(r.person_id), recipient: r.recipient, form: r.form, givenOn: r.given_on, state: r.state }));
  const offered = (await listConsentsInForce(tx, caseId)).filter((c) => reaches(c, entry) && !releases.some((r) => r.consentId === c.id));
  const place = entry.type === "contact" ? ("contacts.text_ct" as const) : ("documents.name_ct" as const);
  return {
    id: entryId, caseId, type: entry.type, isEntrusted: entry.is_entrusted, onDay: entry.on_day, lifeAreas: entry.life_areas,
    kindWord: entry.type === "contact" ? CONTACT_KINDS[entry.kind as keyof typeof CONTACT_KINDS] : DOCUMENT_KINDS[entry.kind as keyof typeof DOCUMENT_KINDS],
    text: openText(asking, head.keyRef, place, entryId, entry.sealed),
    concerns: (entry.person_ids.length === 0 ? head.persons.map((p) => p.person_id) : entry.person_ids).map(nameIn),
    offered: offered.map((c) => ({ consentId: c.id, recipient: recipients.get(c.recipient_id) ?? "", person: nameIn(c.person_id), expiresOn: c.expires_on })), releases,
  };
}
export type EntryRelease = Awaited<ReturnType<typeof readEntryRelease>>;

export interface ReleaseInput {
  readonly consentId: string;
  readonly form: string;
  readonly givenOn: CalendarDay | null;
}

export function decideRelease(input: ReleaseInput, facts: Pick<EntryRelease, "isEntrusted" | "offered" | "releases"> & { readonly today: CalendarDay; readonly isClosed: boolean }): Decision<{ form: ConsentForm; givenOn: CalendarDay }> {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf." });
  if (!facts.isEntrusted) refusals.push({ code: "not-entrusted", sentence: "Dieser Eintrag ist nicht anvertraut: Für ihn genügt die Einwilligung." });
  if (facts.releases.some((r) => r.consentId === input.consentId)) refusals.push({ code: "released-already", field: "consentId", sentence: "Für diese Stelle ist der Eintrag schon freigegeben." });
  else if (!facts.offered.some((c) => c.consentId === input.consentId)) refusals.push({ code: "release-without-consent", field: "consentId", sentence: "Wählen Sie eine Einwilligung, die für diesen Eintrag gilt.", norm: "§ 203 StGB" });
  if (!Object.hasOwn(FORMS, input.form)) refusals.push({ code: "form-not-said", field: "form", sentence: "Wählen Sie, wie die Person es erlaubt hat." });
  if (input.givenOn === null) refusals.push({ code: "day-missing", field: "givenOn", sentence: "Geben Sie den Tag ein." });
  else if (input.givenOn > facts.today) refusals.push({ code: "day-in-the-future", field: "givenOn", sentence: "Dieser Tag liegt in der Zukunft." });
  return decide(refusals, () => ({ form: input.form as ConsentForm, givenOn: input.givenOn! }));
}

/** From here on this one entry goes as far as the consent does: into what is shared by it, and to be chosen for a disclosure under it. */
export async function releaseEntry(tx: WriteTx, asking: Asking, caseId: string, entryId: string, input: ReleaseInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const release = await readEntryRelease(tx, asking, caseId, entryId);
  const decided = granted(decideRelease(input, { ...release, today: asking.today, isClosed: file.closed_on !== null }));
  await insertRelease(tx, asking.session, { caseId, entryId, consentId: input.consentId, ...decided });
  await record(tx, asking, { action: "entry_release.recorded", objectKind: release.type, objectIds: [entryId, input.consentId], caseId });
}

/** The next reading shows it no more. What left by a disclosure stays with whoever has it. */
export async function takeReleaseBack(tx: WriteTx, asking: Asking, caseId: string, entryId: string, consentId: string): Promise<void> {
  const release = await readEntryRelease(tx, asking, caseId, entryId);
  if ((await deleteRelease(tx, caseId, entryId, consentId)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "entry_release.withdrawn", objectKind: release.type, objectIds: [entryId, consentId], caseId });
}
