import { record } from "../../audit/index.ts";
import { addDocument, getCaseFile, granted, sealNeeded } from "../../cases/index.ts";
import { listCasePersons } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { safeFileName } from "../../files/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { makePdf } from "../../pdf/index.ts";
import { getPaper } from "../word-papers/word-papers.sql.ts";
import { fillWordPaper } from "../word-papers/fill-word-paper.ts";
import { decideLetter, decideMaking, type LetterContent, type LetterInput } from "./decide-letter.ts";
import { getLetter, insertLetter, type LetterColumns, markMade, updateLetter } from "./letters.sql.ts";
import { paperOf, wordPlacesOf } from "./paper-of.ts";
import { readLetter } from "./read-letters.ts";
import { readPlaces } from "./read-places.ts";
import { readCaseHead } from "../../cases/reading/index.ts";

async function judged(tx: ReadTx, caseId: string, input: LetterInput): Promise<{ accepted: LetterInput; keyRef: string }> {
  const file = await getCaseFile(tx, caseId);
  const personIds = (await listCasePersons(tx, caseId)).map((p) => p.person_id);
  return { accepted: granted(decideLetter(input, { personIds, isClosed: file.closed_on !== null })), keyRef: file.key_ref };
}
function columnsOf(asking: Asking, keyRef: string, id: string, { recipient, subject, salutation, text, closing, otherText, ...l }: LetterInput): LetterColumns {
  const content: LetterContent = { recipient, subject, salutation, text, closing, otherText };
  return { person_id: l.personId, content_ct: sealNeeded(asking, keyRef, "letters.content_ct", id, JSON.stringify(content)), other_language: l.otherLanguage, dated_on: l.datedOn };
}

export async function writeLetter(tx: WriteTx, asking: Asking, caseId: string, templateId: string | null, input: LetterInput): Promise<string> {
  const { accepted, keyRef } = await judged(tx, caseId, input);
  const id = newId();
  await insertLetter(tx, asking.session, id, caseId, templateId, columnsOf(asking, keyRef, id, accepted));
  await record(tx, asking, { action: "letter.added", objectKind: "letter", objectIds: [id], caseId });
  return id;
}

export async function changeLetter(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: LetterInput): Promise<void> {
  const { accepted, keyRef } = await judged(tx, caseId, input);
  const before = await getLetter(tx, caseId, id);
  if (before.state === "made") throw new Refused([{ code: "letter-is-made", sentence: "Dieser Brief ist schon erstellt und liegt bei den Dateien. Schreiben Sie einen neuen." }]);
  if ((await updateLetter(tx, caseId, id, version, columnsOf(asking, keyRef, id, accepted))) !== 1) throw new Stale({ ...(await readLetter(tx, asking, caseId, id)) });
  await record(tx, asking, { action: "letter.changed", objectKind: "letter", objectIds: [id], caseId });
}

/**
 * Makes the paper and keeps it with the files; the letter is closed with it. `wordPaperId`: on the municipality's Word paper, else
 * as PDF. The compiler works within the transaction: file, letter and record stand or fall together, and it takes a fraction of a second.
 */
export async function makeLetter(tx: WriteTx, asking: Asking, caseId: string, id: string, wordPaperId: string | null): Promise<string> {
  const letter = await readLetter(tx, asking, caseId, id);
  if (letter.state === "made") throw new Refused([{ code: "letter-is-made", sentence: "Dieser Brief ist schon erstellt und liegt bei den Dateien." }]);
  granted(decideMaking(letter));
  const head = await readCaseHead(tx, asking, caseId);
  const places = await readPlaces(tx, asking, head, letter.personId, null);
  const bytes = wordPaperId === null
    ? Buffer.from(await makePdf("case-letter", paperOf(letter, places), asking.now))
    : fillWordPaper((await getPaper(tx, wordPaperId)).content, wordPlacesOf(letter, places));
  const fileName = safeFileName(`Brief ${letter.datedOn} ${letter.subject}`.slice(0, 100), wordPaperId === null ? "pdf" : "docx");
  const documentId = await addDocument(tx, asking, caseId, { field: "file", fileName, bytes }, { kind: "letter", personId: letter.personId, lifeAreas: [], isEntrusted: false, datedOn: letter.datedOn });
  if ((await markMade(tx, caseId, id, letter.version, documentId)) !== 1) throw new Refused([{ code: "letter-changed-meanwhile", sentence: "Der Brief wurde eben geändert. Sehen Sie ihn noch einmal durch, und legen Sie ihn dann ab." }]);
  await record(tx, asking, { action: "letter.made", objectKind: "letter", objectIds: [id], caseId });
  return documentId;
}
