import { record } from "../../audit/index.ts";
import { type CaseFile, dropDrafts, getCaseFile, granted, listCasePersons, listLifeAreas, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getAssessment, insertAssessment, insertEntry, listAssessments, listEntriesOf, type SealedEntry, updateAssessment, updateEntry, withdrawAssessmentRow } from "./assessments.sql.ts";
import { type AssessmentFacts, type AssessmentInput, decideAssessment, type EntryInput, saysSomething } from "./decide-assessment.ts";
import { currentAssessment, openEntry } from "./read-profile.ts";

async function factsFor(tx: ReadTx, asking: Asking, file: CaseFile, personId: string, besides: string | null, kept: readonly string[] = []): Promise<AssessmentFacts> {
  const [areas, assessments] = await Promise.all([listLifeAreas(tx), listAssessments(tx, file.id)]);
  return {
    today: asking.today, isEnded: file.closed_on !== null, lifeAreas: [...areas.map((a) => a.key), ...kept],
    takenDays: assessments.filter((a) => a.person_id === personId && a.id !== besides).map((a) => a.assessed_on),
  };
}
const sealed = (asking: Asking, keyRef: string, id: string, e: EntryInput): SealedEntry => ({
  id, level: e.level, personLevel: e.personLevel, isEntrusted: e.isEntrusted,
  resourceCt: sealText(asking, keyRef, "assessment_entries.resource_ct", id, e.resource), needCt: sealText(asking, keyRef, "assessment_entries.need_ct", id, e.need),
  wordsCt: sealText(asking, keyRef, "assessment_entries.person_words_ct", id, e.words),
});

/** Two tabs that save the same day: the second hears of it in words. */
async function onceADay<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { constraint?: string } | null)?.constraint !== "one_assessment_of_a_person_and_day") throw error;
    throw new Refused([{ code: "assessed-that-day", field: "assessedOn", sentence: "Für diesen Tag gibt es schon eine Einschätzung dieser Person. Ergänzen Sie jene, oder nehmen Sie einen anderen Tag." }]);
  }
}

export async function addAssessment(tx: WriteTx, asking: Asking, caseId: string, personId: string, input: AssessmentInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  if (!(await listCasePersons(tx, caseId)).some((p) => p.person_id === personId && p.left_on === null)) throw new NotFound();
  const { entries, ...fields } = granted(decideAssessment(input, await factsFor(tx, asking, file, personId, null)));
  const id = newId();
  await onceADay(insertAssessment(tx, asking.session, { id, caseId, personId, ...fields }));
  for (const entry of entries.filter(saysSomething)) await insertEntry(tx, asking.session, { assessmentId: id, caseId, personId, lifeArea: entry.lifeArea }, sealed(asking, file.key_ref, newId(), entry));
  await dropDrafts(tx, caseId, draftPrefix(personId));
  await record(tx, asking, { action: "assessment.added", objectKind: "assessment", objectIds: [id], caseId });
  return id;
}

/** The whole form at once; a life area that is not among the entries stays as it was. Only what changed is sealed anew. */
export async function changeAssessment(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: AssessmentInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const [before, rows] = await Promise.all([getAssessment(tx, caseId, id), listEntriesOf(tx, id)]);
  const { entries, ...fields } = granted(decideAssessment(input, await factsFor(tx, asking, file, before.person_id, id, rows.map((r) => r.life_area))));
  if ((await onceADay(updateAssessment(tx, caseId, id, version, fields))) !== 1) throw new Stale({ ...(await currentAssessment(tx, asking, caseId, id)) });
  for (const entry of entries) {
    const row = rows.find((r) => r.life_area === entry.lifeArea);
    if (row === undefined) {
      if (saysSomething(entry)) await insertEntry(tx, asking.session, { assessmentId: id, caseId, personId: before.person_id, lifeArea: entry.lifeArea }, sealed(asking, file.key_ref, newId(), entry));
    } else if (!isSame(openEntry(asking, file.key_ref, row), entry)) await updateEntry(tx, id, sealed(asking, file.key_ref, row.id, entry));
  }
  await dropDrafts(tx, caseId, draftPrefix(id));
  await record(tx, asking, { action: "assessment.changed", objectKind: "assessment", objectIds: [id], caseId });
}
const isSame = (a: EntryInput, b: EntryInput): boolean =>
  a.level === b.level && a.personLevel === b.personLevel && a.resource === b.resource && a.need === b.need && a.words === b.words && a.isEntrusted === b.isEntrusted;

/** Typed by mistake: kept for the record, and shown to nobody. */
export async function withdrawAssessment(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await withdrawAssessmentRow(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "assessment.withdrawn", objectKind: "assessment", objectIds: [id], caseId });
}

/** Of a new one by the person, of one that stands by its own id. */
export const draftPrefix = (id: string): string => `assessment.${id}.`;
export const draftPlace = (id: string, what: "resource" | "need" | "words", area: string): string => `${draftPrefix(id)}${what}.${area}`;
