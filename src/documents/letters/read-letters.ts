import { getCaseFile, openText } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { DocumentLanguage } from "../../pdf/index.ts";
import { gapsOf, type LetterContent } from "./decide-letter.ts";
import { getLetter, type LetterRow, listLetters } from "./letters.sql.ts";

function shown(asking: Asking, keyRef: string, row: LetterRow) {
  const content = JSON.parse(openText(asking, keyRef, "letters.content_ct", row.id, row.content_ct)) as LetterContent;
  return { id: row.id, caseId: row.case_id, personId: row.person_id, ...content, otherLanguage: row.other_language as DocumentLanguage | "", datedOn: row.dated_on, state: row.state, documentId: row.document_id, authorName: row.author_name, gaps: gapsOf(content), version: row.version };
}
export type ShownLetter = ReturnType<typeof shown>;

export async function readLetter(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<ShownLetter> {
  const { key_ref: keyRef } = await getCaseFile(tx, caseId);
  return shown(asking, keyRef, await getLetter(tx, caseId, id));
}
export async function readLetters(tx: ReadTx, asking: Asking, caseId: string): Promise<ShownLetter[]> {
  const { key_ref: keyRef } = await getCaseFile(tx, caseId);
  return (await listLetters(tx, caseId)).map((row) => shown(asking, keyRef, row));
}
