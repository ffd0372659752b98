import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { GivenHow, Part } from "./move-words.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface MoveRow {
  readonly id: string;
  readonly recipient_ct: Buffer;
  readonly moves_on: CalendarDay;
  readonly person_ids: readonly string[];
  readonly parts: readonly Part[];
  readonly document_ids: readonly string[];
  readonly continued_ids: readonly string[];
  readonly state: "prepared" | "given" | "dropped";
  readonly given_on: CalendarDay | null;
  readonly given_how: GivenHow | null;
  readonly stored_name: string;
  readonly size: number | null;
  readonly sha256: Buffer | null;
  readonly left_out: number | null;
  readonly version: number;
}
const MOVES = "select m.id, m.recipient_ct, m.moves_on, m.person_ids, m.parts, m.document_ids, m.continued_ids, m.state, m.given_on, m.given_how, m.stored_name, m.size, m.sha256, m.left_out, m.version from app.case_moves m";
export const listMoves = (tx: ReadTx, caseId: string): Promise<MoveRow[]> => tx.query<MoveRow>(`${MOVES} where m.case_id = $1 order by m.created_at desc, m.id`, [caseId]);
export const getMove = (tx: ReadTx, caseId: string, id: string): Promise<MoveRow> => tx.get<MoveRow>(`${MOVES} where m.case_id = $1 and m.id = $2`, [caseId, id]);
export const findMoveCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.case_moves where id = $1", [id]);

export interface Chosen {
  readonly recipientCt: Buffer;
  readonly movesOn: CalendarDay;
  readonly personIds: readonly string[];
  readonly parts: readonly string[];
  readonly documentIds: readonly string[];
  readonly continuedIds: readonly string[];
}
const valuesOf = (c: Chosen): unknown[] => [c.recipientCt, c.movesOn, c.personIds, c.parts, c.documentIds, c.continuedIds];
export const insertMove = (tx: WriteTx, at: Place, id: string, caseId: string, chosen: Chosen): Promise<void> =>
  tx.runOne("insert into app.case_moves (tenant_id, room_id, id, case_id, created_by, recipient_ct, moves_on, person_ids, parts, document_ids, continued_ids) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [at.tenantId, at.roomId, id, caseId, at.accountId, ...valuesOf(chosen)]);
/** Rows changed: none where it is given, dropped or another version. Its agreements end with another choice. */
export const updateMove = (tx: WriteTx, caseId: string, id: string, version: number, chosen: Chosen): Promise<number> =>
  tx.run("update app.case_moves set recipient_ct = $4, moves_on = $5, person_ids = $6, parts = $7, document_ids = $8, continued_ids = $9, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'prepared'",
    [caseId, id, version, ...valuesOf(chosen)]);
export const markGiven = (tx: WriteTx, caseId: string, id: string, g: { on: CalendarDay; how: GivenHow; storedName: string; size: number; sha256: Buffer; leftOut: number }): Promise<number> =>
  tx.run("update app.case_moves set state = 'given', given_on = $3, given_how = $4, stored_name = $5, size = $6, sha256 = $7, left_out = $8, version = version + 1 where case_id = $1 and id = $2 and state = 'prepared'",
    [caseId, id, g.on, g.how, g.storedName, g.size, g.sha256, g.leftOut]);
export const dropMove = (tx: WriteTx, caseId: string, id: string): Promise<number> => tx.run("update app.case_moves set state = 'dropped', version = version + 1 where case_id = $1 and id = $2 and state = 'prepared'", [caseId, id]);

export interface AgreementRow {
  readonly id: string;
  readonly person_id: string;
  readonly agreed_on: CalendarDay;
  readonly given_by: "person" | "representative";
  readonly form: "written" | "oral";
  readonly language: string;
  readonly witness_ct: Buffer | null;
  /** of the content that was read */
  readonly content_sha256: Buffer;
  readonly withdrawn_on: CalendarDay | null;
}
export const listAgreements = (tx: ReadTx, moveId: string): Promise<AgreementRow[]> =>
  tx.query<AgreementRow>("select id, person_id, agreed_on, given_by, form, language, witness_ct, content_sha256, withdrawn_on from app.move_agreements where move_id = $1 order by created_at, id", [moveId]);
export const insertAgreement = (tx: WriteTx, at: Place, a: { id: string; caseId: string; moveId: string; personId: string; agreedOn: CalendarDay; givenBy: string; form: string; language: string; witnessCt: Buffer | null; contentSha256: Buffer }): Promise<void> =>
  tx.runOne("insert into app.move_agreements (tenant_id, room_id, id, case_id, move_id, person_id, agreed_on, given_by, form, language, witness_ct, content_sha256, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    [at.tenantId, at.roomId, a.id, a.caseId, a.moveId, a.personId, a.agreedOn, a.givenBy, a.form, a.language, a.witnessCt, a.contentSha256, at.accountId]);
export const withdrawAgreement = (tx: WriteTx, caseId: string, id: string, on: CalendarDay): Promise<number> =>
  tx.run("update app.move_agreements set withdrawn_on = $3 where case_id = $1 and id = $2 and withdrawn_on is null", [caseId, id, on]);
