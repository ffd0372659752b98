import { getCaseFile, openText } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type AssessmentRow, type EntryRow, getAssessment, listAssessments, listEntries, listEntriesOf, listLatestLevels } from "./assessments.sql.ts";

/** What opening sealed texts needs; a page has it, and so has a job. */
export type Keys = Pick<Asking, "app" | "session">;

export interface Entry {
  readonly id: string;
  readonly lifeArea: string;
  readonly level: number | null;
  readonly personLevel: number | null;
  readonly resource: string;
  readonly need: string;
  readonly words: string;
  readonly isEntrusted: boolean;
}
export interface Assessment {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly assessedOn: CalendarDay;
  readonly state: "open" | "done";
  readonly wordsLanguage: string;
  readonly isTogether: boolean;
  readonly author: string;
  readonly version: number;
  readonly entries: readonly Entry[];
}
/** How a life area stood, day by day: the course of it. */
export interface LevelPoint {
  readonly on: CalendarDay;
  readonly level: number | null;
  readonly personLevel: number | null;
}
export interface PersonProfile {
  readonly personId: string;
  /** oldest first */
  readonly assessments: readonly Assessment[];
}
export interface Profile {
  readonly caseId: string;
  readonly persons: readonly PersonProfile[];
}

const isBlank = (row: EntryRow): boolean => row.level === null && row.person_level === null && row.resource_ct === null && row.need_ct === null && row.person_words_ct === null;

export const openEntry = (asking: Keys, keyRef: string, row: EntryRow): Entry => ({
  id: row.id, lifeArea: row.life_area, level: row.level, personLevel: row.person_level, isEntrusted: row.is_entrusted,
  resource: openText(asking, keyRef, "assessment_entries.resource_ct", row.id, row.resource_ct), need: openText(asking, keyRef, "assessment_entries.need_ct", row.id, row.need_ct),
  words: openText(asking, keyRef, "assessment_entries.person_words_ct", row.id, row.person_words_ct),
});
const assessmentOf = (asking: Keys, keyRef: string, row: AssessmentRow, entries: readonly EntryRow[]): Assessment => ({
  id: row.id, caseId: row.case_id, personId: row.person_id, assessedOn: row.assessed_on, state: row.state, wordsLanguage: row.words_language, isTogether: row.is_together, author: row.author_name, version: row.version,
  entries: entries.filter((e) => !isBlank(e)).map((e) => openEntry(asking, keyRef, e)),
});

/** Every assessment of everybody of a case that is open to the session, in two statements; the caller writes the record. */
export async function findProfile(tx: ReadTx, asking: Keys, caseId: string): Promise<Profile> {
  const file = await getCaseFile(tx, caseId);
  const [assessments, entries] = await Promise.all([listAssessments(tx, caseId), listEntries(tx, caseId)]);
  const byAssessment = Map.groupBy(entries, (e) => e.assessment_id);
  const opened = assessments.map((row) => assessmentOf(asking, file.key_ref, row, byAssessment.get(row.id) ?? []));
  return { caseId, persons: [...Map.groupBy(opened, (a) => a.personId)].map(([personId, own]) => ({ personId, assessments: own })) };
}
export async function currentAssessment(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Assessment> {
  const file = await getCaseFile(tx, caseId);
  return assessmentOf(asking, file.key_ref, await getAssessment(tx, caseId, id), await listEntriesOf(tx, id));
}

/** The latest level that was found in each life area; numbers alone, nothing is opened. */
export async function findLatestLevels(tx: ReadTx, caseId: string, personId: string): Promise<ReadonlyMap<string, number>> {
  return new Map((await listLatestLevels(tx, caseId, personId)).flatMap(({ life_area, levels: [level] }) => (level === undefined ? [] : [[life_area, level] as const])));
}
export interface LevelTeaser {
  readonly level: number;
  /** absent where it was asked once */
  readonly trend?: "up" | "flat" | "down";
}
/** How the main person of a case stands in each life area, and where it goes. */
export async function findLevelTeasers(tx: ReadTx, caseId: string): Promise<ReadonlyMap<string, LevelTeaser>> {
  return new Map((await listLatestLevels(tx, caseId, null)).flatMap(({ life_area, levels: [level, before] }): [string, LevelTeaser][] =>
    level === undefined ? [] : [[life_area, { level, ...(before === undefined ? {} : { trend: level === before ? "flat" as const : level > before ? "up" as const : "down" as const }) }]]));
}

export const profileOf = (profile: Profile, personId: string): PersonProfile => profile.persons.find((p) => p.personId === personId) ?? { personId, assessments: [] };
export const courseOf = (profile: PersonProfile, lifeArea: string): readonly LevelPoint[] =>
  profile.assessments.flatMap((a) => a.entries.filter((e) => e.lifeArea === lifeArea && (e.level !== null || e.personLevel !== null)).map((e) => ({ on: a.assessedOn, level: e.level, personLevel: e.personLevel })));

export interface Standing extends Entry {
  readonly on: CalendarDay;
  readonly wordsLanguage: string;
}
/** How every life area stood on a day: the latest that was said until then, area by area. An area that was not asked again stays as it was. */
export function standingOn(profile: PersonProfile, day: CalendarDay): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const a of profile.assessments.filter((x) => x.assessedOn <= day)) for (const e of a.entries) standing.set(e.lifeArea, { ...e, on: a.assessedOn, wordsLanguage: a.wordsLanguage });
  return standing;
}
