import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { findPersons } from "../../persons/index.ts";
import { listNoteCandidates, type NoteCandidate } from "./phone-note.sql.ts";
import { recordContact } from "./record-contact.ts";

export interface PhoneNoteInput {
  /** number or name, where no case was chosen */
  readonly who: string;
  readonly caseId: string | null;
  readonly text: string;
  readonly lifeAreas: readonly string[];
  readonly isEntrusted: boolean;
}

/** What is typed once is found in any script and spelling; a case number is that case alone. */
export async function candidatesFor(tx: ReadTx, asking: Asking, who: string): Promise<NoteCandidate[]> {
  const words = who.trim();
  if (words.length < 2) return [];
  const found = /^\d{4}-\d{4,7}$/.test(words) ? [] : await findPersons(tx, words, 20, asking.today);
  return listNoteCandidates(tx, words, found.filter((f) => f.isOpen).map((f) => f.personId));
}

/** One line from a telephone call. Where a name fits several cases, nothing is guessed: they are shown to choose from. */
export async function recordPhoneNote(tx: WriteTx, asking: Asking, input: PhoneNoteInput): Promise<{ id: string; caseId: string }> {
  const missing: Refusal[] = [];
  if (input.caseId === null && input.who.trim() === "") missing.push({ code: "note-without-case", field: "who", sentence: "Schreiben Sie die Fallnummer oder den Namen." });
  if (input.text === "") missing.push({ code: "note-without-text", field: "text", sentence: "Schreiben Sie eine Zeile: worum ging es?" });
  if (missing.length > 0) throw new Refused(missing);
  const caseId = input.caseId ?? (await theOneCase(tx, asking, input.who));
  const at = germanTime(asking.now, asking.app.config.timeZone);
  const id = await recordContact(
    tx,
    asking,
    caseId,
    {
      kind: "phone", happenedOn: asking.today, happenedAt: at, minutes: null, place: "", language: "", interpreting: "none", lifeAreas: input.lifeAreas, text: input.text,
      isEntrusted: input.isEntrusted, personIds: [],
    },
    { isComplete: false, draftPlace: "phone-note" },
  );
  return { id, caseId };
}

async function theOneCase(tx: ReadTx, asking: Asking, who: string): Promise<string> {
  const found = await candidatesFor(tx, asking, who);
  const [first] = found;
  if (first === undefined) throw new Refused([{ code: "no-case-found", field: "who", sentence: "Unter Ihren laufenden Fällen passt keiner dazu. Prüfen Sie Nummer oder Name." }]);
  if (found.length > 1 && first.number !== who.trim()) throw new Refused([{ code: "several-cases-found", field: "caseId", sentence: "Mehrere Fälle passen. Wählen Sie den richtigen." }]);
  return first.id;
}
