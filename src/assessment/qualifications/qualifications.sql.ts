import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { QualificationKind, RecognitionState } from "../assessment-words.ts";
import type { Place } from "../profile/assessments.sql.ts";

export interface QualificationRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly kind: QualificationKind;
  readonly title_ct: Buffer;
  readonly country: string;
  readonly gained_year: number | null;
  readonly recognition: RecognitionState;
  readonly document_id: string | null;
  readonly version: number;
}
const QUALIFICATION = "q.id, q.case_id, q.person_id, q.kind, q.title_ct, q.country, q.gained_year, q.recognition, q.document_id, q.version";
export const listQualifications = (tx: ReadTx, caseId: string): Promise<QualificationRow[]> =>
  tx.query<QualificationRow>(`select ${QUALIFICATION} from app.qualifications q where q.case_id = $1 and q.withdrawn_at is null order by q.gained_year desc nulls last, q.created_at, q.id`, [caseId]);
export const getQualification = (tx: ReadTx, caseId: string, id: string): Promise<QualificationRow> =>
  tx.get<QualificationRow>(`select ${QUALIFICATION} from app.qualifications q where q.case_id = $1 and q.id = $2 and q.withdrawn_at is null`, [caseId, id]);
export const findQualificationCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.qualifications where id = $1 and withdrawn_at is null", [id]);

export interface QualificationFields {
  readonly kind: QualificationKind;
  readonly titleCt: Buffer;
  readonly country: string;
  readonly gainedYear: number | null;
  readonly recognition: RecognitionState;
  readonly documentId: string | null;
}
export const insertQualification = (tx: WriteTx, of: Place, q: QualificationFields & { readonly id: string; readonly caseId: string; readonly personId: string }): Promise<void> =>
  tx.runOne(
    `insert into app.qualifications (tenant_id, room_id, id, case_id, person_id, kind, title_ct, country, gained_year, recognition, document_id, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [of.tenantId, of.roomId, q.id, q.caseId, q.personId, q.kind, q.titleCt, q.country, q.gainedYear, q.recognition, q.documentId, of.accountId],
  );
export const updateQualification = (tx: WriteTx, caseId: string, id: string, version: number, q: QualificationFields): Promise<number> =>
  tx.run(
    `update app.qualifications set kind = $4, title_ct = $5, country = $6, gained_year = $7, recognition = $8, document_id = $9, version = version + 1
      where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null`,
    [caseId, id, version, q.kind, q.titleCt, q.country, q.gainedYear, q.recognition, q.documentId],
  );
export const withdrawQualificationRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.qualifications set withdrawn_at = now(), version = version + 1 where case_id = $1 and id = $2 and withdrawn_at is null", [caseId, id]);
