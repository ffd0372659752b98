import { openText } from "../../cases/index.ts";
import { namesOf, readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { type ConsentRow, getConsent, listConsents } from "./consents.sql.ts";

/** A consent as its case's team reads it. */
export async function currentConsent(tx: ReadTx, asking: Asking, caseId: string, id: string) {
  const head = await openHead(tx, asking, caseId);
  return shown(asking, head.keyRef, nameIn(head.persons), await getConsent(tx, caseId, id));
}

export async function consentsOf(tx: ReadTx, asking: Asking, caseId: string): Promise<ConsentView[]> {
  const head = await openHead(tx, asking, caseId);
  return (await listConsents(tx, caseId)).map((row) => shown(asking, head.keyRef, nameIn(head.persons), row));
}

/** A team lead who has not joined sees the head of a case: not even that it has no consents. */
async function openHead(tx: ReadTx, asking: Asking, caseId: string) {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  return head;
}

type Persons = Awaited<ReturnType<typeof readCaseHead>>["persons"];
const nameIn = (persons: Persons) => (id: string): string => {
  const person = persons.find((p) => p.person_id === id);
  return person === undefined ? "ohne Namen" : namesOf(person).latin;
};

function shown(asking: Asking, key: string, nameOf: (id: string) => string, row: ConsentRow) {
  const timeZone = asking.app.config.timeZone;
  return {
    id: row.id, caseId: row.case_id, personId: row.person_id, personName: nameOf(row.person_id), recipientId: row.recipient_id, recipient: row.recipient, state: row.state,
    categories: row.categories, purpose: row.purpose, purposeText: openText(asking, key, "consents.purpose_ct", row.id, row.purpose_ct), direction: row.direction,
    releasesSecrecy: row.releases_secrecy, form: row.form, oralNote: openText(asking, key, "consents.oral_note_ct", row.id, row.oral_note_ct), language: row.language,
    textVersion: row.text_version, interpreter: openText(asking, key, "consents.interpreter_ct", row.id, row.interpreter_ct), givenBy: row.given_by, capacityNoted: row.capacity_noted,
    representative: openText(asking, key, "consents.representation_ct", row.id, row.representation_ct), representedUntilOn: row.represented_until_on, givenOn: row.given_on,
    expiresOn: row.expires_on, sheetDocumentId: row.sheet_document_id, recordedByName: row.recorded_by_name,
    withdrawnOn: row.withdrawn_at === null ? null : dayOf(row.withdrawn_at, timeZone), lastWithdrawnOn: row.part_withdrawn_at === null ? null : dayOf(row.part_withdrawn_at, timeZone), version: row.version,
  };
}
export type ConsentView = ReturnType<typeof shown>;
