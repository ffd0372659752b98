import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface LetterRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string | null;
  readonly content_ct: Buffer;
  readonly other_language: string;
  readonly dated_on: CalendarDay;
  readonly state: "draft" | "made";
  readonly document_id: string | null;
  readonly author_name: string;
  readonly version: number;
}
const LETTER = `select l.id, l.case_id, l.person_id, l.content_ct, l.other_language, l.dated_on, l.state, l.document_id, concat_ws(' ', a.given_name, a.family_name) as author_name, l.version
  from app.letters l left join app.accounts a on a.tenant_id = l.tenant_id and a.id = l.author_id`;

export const listLetters = (tx: ReadTx, caseId: string): Promise<LetterRow[]> => tx.query<LetterRow>(`${LETTER} where l.case_id = $1 order by l.created_at desc, l.id`, [caseId]);
export const getLetter = (tx: ReadTx, caseId: string, id: string): Promise<LetterRow> => tx.get<LetterRow>(`${LETTER} where l.case_id = $1 and l.id = $2`, [caseId, id]);
export const findLetterCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.letters where id = $1", [id]);

export interface LetterColumns {
  readonly person_id: string | null;
  readonly content_ct: Buffer;
  readonly other_language: string;
  readonly dated_on: CalendarDay;
}
export const insertLetter = (tx: WriteTx, session: Session, id: string, caseId: string, templateId: string | null, l: LetterColumns): Promise<number> =>
  tx.run(
    "insert into app.letters (tenant_id, room_id, id, case_id, person_id, template_id, content_ct, other_language, dated_on, author_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [session.tenantId, session.roomId, id, caseId, l.person_id, templateId, l.content_ct, l.other_language, l.dated_on, session.accountId],
  );

/** A letter that was made is not written again: another one is. */
export const updateLetter = (tx: WriteTx, caseId: string, id: string, version: number, l: LetterColumns): Promise<number> =>
  tx.run("update app.letters set person_id = $4, content_ct = $5, other_language = $6, dated_on = $7, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'draft'", [caseId, id, version, l.person_id, l.content_ct, l.other_language, l.dated_on]);

/** 0 where it was changed while the paper was made: then the paper would say something else. */
export const markMade = (tx: WriteTx, caseId: string, id: string, version: number, documentId: string): Promise<number> =>
  tx.run("update app.letters set state = 'made', document_id = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'draft'", [caseId, id, version, documentId]);
