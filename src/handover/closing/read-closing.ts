import { type CaseHead, namesOf } from "../../cases/reading/index.ts";
import { openText } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { PlanAgreement } from "../../pdf/index.ts";
import { type AftercareRow, getAftercare, getLetter, listAftercare, listClosures, listLetters } from "./closing.sql.ts";
import { closingLetter, type LetterContent } from "./closing-letter.ts";
import type { AftercareResult } from "./closing-words.ts";

export interface Closure {
  readonly id: string;
  readonly closedOn: CalendarDay;
  readonly reopenedOn: CalendarDay | null;
  readonly reason: string;
  readonly handover: string;
  readonly handoverText: string;
  readonly organisation: string;
  readonly closedBy: string;
  readonly letters: readonly { readonly id: string; readonly person: string; readonly madeOn: CalendarDay }[];
}
export interface AftercareContact {
  readonly id: string;
  readonly caseId: string;
  readonly closureId: string;
  readonly position: number;
  readonly dueOn: CalendarDay;
  readonly result: AftercareResult | null;
  readonly recordedOn: CalendarDay | null;
  readonly recordedBy: string;
  readonly note: string;
  readonly version: number;
}
type Of = Pick<CaseHead, "id" | "keyRef" | "persons">;

/** All closings of a case, the one that holds in front. */
export async function findClosures(tx: ReadTx, asking: Asking, head: Of): Promise<Closure[]> {
  const [closures, letters] = [await listClosures(tx, head.id), await listLetters(tx, head.id)];
  const nameIn = (id: string): string => { const p = head.persons.find((x) => x.person_id === id); return p === undefined ? "" : namesOf(p).latin; };
  return closures.map((k) => ({
    id: k.id, closedOn: k.closed_on, reopenedOn: k.reopened_on, reason: k.reason, handover: k.handover, handoverText: openText(asking, head.keyRef, "case_closures.handover_ct", k.id, k.handover_ct), organisation: k.organisation ?? "", closedBy: k.closed_by_name,
    letters: letters.filter((l) => l.closure_id === k.id).map((l) => ({ id: l.id, person: nameIn(l.person_id), madeOn: l.made_on })),
  }));
}

const contactOf = (asking: Asking, keyRef: string, x: AftercareRow): AftercareContact => ({
  id: x.id, caseId: x.case_id, closureId: x.closure_id, position: x.position, dueOn: x.due_on, result: x.result, recordedOn: x.recorded_on, recordedBy: x.recorded_by_name, note: openText(asking, keyRef, "aftercare_contacts.note_ct", x.id, x.note_ct), version: x.version,
});
export const findAftercare = async (tx: ReadTx, asking: Asking, head: Of): Promise<AftercareContact[]> => (await listAftercare(tx, head.id)).map((x) => contactOf(asking, head.keyRef, x));
export const readContact = async (tx: ReadTx, asking: Asking, head: Of, id: string): Promise<AftercareContact> => contactOf(asking, head.keyRef, await getAftercare(tx, head.id, id));

/** One letter, as the paper has it. */
export async function readLetter(tx: ReadTx, asking: Asking, head: Of & Pick<CaseHead, "number">, id: string): Promise<PlanAgreement> {
  const row = await getLetter(tx, head.id, id);
  return closingLetter(JSON.parse(openText(asking, head.keyRef, "closing_letters.content_ct", row.id, row.content_ct)) as LetterContent, row.language, `Fall ${head.number}`);
}
