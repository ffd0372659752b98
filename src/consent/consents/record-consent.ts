import { record } from "../../audit/index.ts";
import { getCaseFile, granted, listLifeAreas, sealNeeded, sealText } from "../../cases/index.ts";
import { type CasePersonRow, readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { findOwnOrganisation } from "../outgoing/index.ts";
import { insertCategories, insertConsent, listRecipients, listReviewed } from "./consents.sql.ts";
import type { ConsentFacts, ConsentInput } from "./consent-input.ts";
import { decideConsent, type GrantedConsent } from "./decide-consent.ts";
import { textVersions } from "./texts/consent-texts.ts";

/** The earliest day on which somebody may be of age: what is not known exactly counts from its first day, as in the database. */
export const grownOnOf = (person: Pick<CasePersonRow, "birth_on">): CalendarDay | null => (person.birth_on === null ? null : addMonths(person.birth_on as CalendarDay, 18 * 12));

export async function factsForConsent(tx: ReadTx, asking: Asking, caseId: string): Promise<ConsentFacts> {
  const head = await readCaseHead(tx, asking, caseId);
  const versions = textVersions();
  const reviews = await listReviewed(tx);
  return {
    today: asking.today,
    isClosed: head.closedOn !== null,
    persons: head.persons.filter((p) => p.left_on === null && p.died_on === null).map((p) => ({ id: p.person_id, grownOn: grownOnOf(p) })),
    recipientIds: (await listRecipients(tx)).map((r) => r.id),
    ownOrganisationId: asking.session.roomId === null ? null : ((await findOwnOrganisation(tx, asking.session.roomId))?.id ?? null),
    lifeAreas: (await listLifeAreas(tx)).map((a) => a.key),
    textVersions: versions,
    reviewed: new Set(Object.entries(versions).filter(([language, version]) => reviews.some((r) => r.language === language && r.text_version === version)).map(([language]) => language)),
  };
}

/** What would be recorded, for reading it together before anything is. */
export async function checkConsent(tx: ReadTx, asking: Asking, caseId: string, input: ConsentInput): Promise<GrantedConsent> {
  await getCaseFile(tx, caseId);
  return granted(decideConsent(input, await factsForConsent(tx, asking, caseId)));
}

export async function recordConsent(tx: WriteTx, asking: Asking, caseId: string, input: ConsentInput): Promise<string> {
  const { key_ref: key } = await getCaseFile(tx, caseId);
  const { categories, purposeText, representative, oralNote, interpreter, ...rest } = await checkConsent(tx, asking, caseId, input);
  const id = newId();
  await insertConsent(tx, asking.session, {
    ...rest, id, caseId,
    purposeCt: sealNeeded(asking, key, "consents.purpose_ct", id, purposeText),
    oralNoteCt: sealText(asking, key, "consents.oral_note_ct", id, oralNote),
    interpreterCt: sealText(asking, key, "consents.interpreter_ct", id, interpreter),
    representationCt: sealText(asking, key, "consents.representation_ct", id, representative),
  });
  await insertCategories(tx, asking.session, caseId, id, categories);
  await record(tx, asking, { action: "consent.recorded", objectKind: "consent", objectIds: [id], caseId, purpose: rest.purpose });
  return id;
}
