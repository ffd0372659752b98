import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";

export interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface AssessmentRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly assessed_on: CalendarDay;
  readonly state: "open" | "done";
  readonly words_language: string;
  readonly is_together: boolean;
  readonly author_name: string;
  readonly version: number;
}
const ASSESSMENT = `select s.id, s.case_id, s.person_id, s.assessed_on, s.state, s.words_language, s.is_together, coalesce(a.given_name || ' ' || a.family_name, 'nicht mehr im Team') as author_name, s.version
  from app.assessments s left join app.accounts a on a.tenant_id = s.tenant_id and a.id = s.created_by`;
export const listAssessments = (tx: ReadTx, caseId: string): Promise<AssessmentRow[]> =>
  tx.query<AssessmentRow>(`${ASSESSMENT} where s.case_id = $1 and s.withdrawn_at is null order by s.assessed_on, s.created_at, s.id`, [caseId]);
export const getAssessment = (tx: ReadTx, caseId: string, id: string): Promise<AssessmentRow> => tx.get<AssessmentRow>(`${ASSESSMENT} where s.case_id = $1 and s.id = $2 and s.withdrawn_at is null`, [caseId, id]);
export const findAssessmentCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.assessments where id = $1 and withdrawn_at is null", [id]);

export interface EntryRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly person_id: string;
  readonly life_area: string;
  readonly level: number | null;
  readonly person_level: number | null;
  readonly resource_ct: Buffer | null;
  readonly need_ct: Buffer | null;
  readonly person_words_ct: Buffer | null;
  readonly is_entrusted: boolean;
}
const ENTRY = "e.id, e.assessment_id, e.person_id, e.life_area, e.level, e.person_level, e.resource_ct, e.need_ct, e.person_words_ct, e.is_entrusted";
export const listEntries = (tx: ReadTx, caseId: string): Promise<EntryRow[]> => tx.query<EntryRow>(`select ${ENTRY} from app.assessment_entries e where e.case_id = $1 order by e.life_area, e.id`, [caseId]);
export const listEntriesOf = (tx: ReadTx, assessmentId: string): Promise<EntryRow[]> => tx.query<EntryRow>(`select ${ENTRY} from app.assessment_entries e where e.assessment_id = $1 order by e.life_area, e.id`, [assessmentId]);

/** The latest level of each life area and the one before it, for whoever needs the numbers alone: nothing is opened. */
export const listLatestLevels = (tx: ReadTx, caseId: string, personId: string | null): Promise<{ life_area: string; levels: number[] }[]> =>
  tx.query(
    `select e.life_area, (array_agg(e.level order by s.assessed_on desc, s.created_at desc))[1:2] as levels from app.assessment_entries e
       join app.assessments s on s.tenant_id = e.tenant_id and s.case_id = e.case_id and s.person_id = e.person_id and s.id = e.assessment_id
      where e.case_id = $1 and e.person_id = coalesce($2, (select c.main_person_id from app.cases c where c.id = $1)) and e.level is not null and s.withdrawn_at is null group by e.life_area`,
    [caseId, personId],
  );

export interface AssessmentFields {
  readonly assessedOn: CalendarDay;
  readonly state: "open" | "done";
  readonly wordsLanguage: string;
  readonly isTogether: boolean;
}
export const insertAssessment = (tx: WriteTx, of: Place, a: AssessmentFields & { readonly id: string; readonly caseId: string; readonly personId: string }): Promise<void> =>
  tx.runOne(
    `insert into app.assessments (tenant_id, room_id, id, case_id, person_id, assessed_on, state, words_language, is_together, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [of.tenantId, of.roomId, a.id, a.caseId, a.personId, a.assessedOn, a.state, a.wordsLanguage, a.isTogether, of.accountId],
  );
/** 0 where somebody else saved meanwhile. */
export const updateAssessment = (tx: WriteTx, caseId: string, id: string, version: number, a: AssessmentFields): Promise<number> =>
  tx.run(
    "update app.assessments set assessed_on = $4, state = $5, words_language = $6, is_together = $7, version = version + 1 where case_id = $1 and id = $2 and version = $3 and withdrawn_at is null",
    [caseId, id, version, a.assessedOn, a.state, a.wordsLanguage, a.isTogether],
  );
export const withdrawAssessmentRow = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.assessments set withdrawn_at = now(), version = version + 1 where case_id = $1 and id = $2 and withdrawn_at is null", [caseId, id]);

export interface SealedEntry {
  readonly id: string;
  readonly level: number | null;
  readonly personLevel: number | null;
  readonly resourceCt: Buffer | null;
  readonly needCt: Buffer | null;
  readonly wordsCt: Buffer | null;
  readonly isEntrusted: boolean;
}
export const insertEntry = (tx: WriteTx, of: Place, at: { readonly assessmentId: string; readonly caseId: string; readonly personId: string; readonly lifeArea: string }, e: SealedEntry): Promise<void> =>
  tx.runOne(
    `insert into app.assessment_entries (tenant_id, room_id, id, assessment_id, case_id, person_id, life_area, level, person_level, resource_ct, need_ct, person_words_ct, is_entrusted)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [of.tenantId, of.roomId, e.id, at.assessmentId, at.caseId, at.personId, at.lifeArea, e.level, e.personLevel, e.resourceCt, e.needCt, e.wordsCt, e.isEntrusted],
  );
export const updateEntry = (tx: WriteTx, assessmentId: string, e: SealedEntry): Promise<number> =>
  tx.run(
    "update app.assessment_entries set level = $3, person_level = $4, resource_ct = $5, need_ct = $6, person_words_ct = $7, is_entrusted = $8, version = version + 1 where assessment_id = $1 and id = $2",
    [assessmentId, e.id, e.level, e.personLevel, e.resourceCt, e.needCt, e.wordsCt, e.isEntrusted],
  );
