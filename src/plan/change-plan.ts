import { record } from "../audit/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, listLifeAreas, listReaders, sealNeeded, sealText } from "../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import { decideGoal, decideMeasure, type GoalFacts, type GoalInput, type MeasureFacts, type MeasureInput } from "./decide-plan.ts";
import type { GoalState, MeasureState } from "./plan-words.ts";
import { getGoal, getMeasure, insertGoal, insertMeasure, listGoals, listMeasures, listOffices, setMeasureStateRow, updateGoal, updateMeasure } from "./plan.sql.ts";
import { currentGoal, currentMeasure, openMeasure } from "./read-plan.ts";

async function goalFacts(tx: ReadTx, file: CaseFile): Promise<GoalFacts> {
  const [persons, areas] = await Promise.all([listCasePersons(tx, file.id), listLifeAreas(tx)]);
  return { personIds: persons.filter((p) => p.left_on === null).map((p) => p.person_id), lifeAreas: areas.map((a) => a.key), isEnded: file.closed_on !== null };
}
async function measureFacts(tx: ReadTx, asking: Asking, file: CaseFile): Promise<MeasureFacts> {
  const [readers, offices] = await Promise.all([listReaders(tx, file.id), listOffices(tx)]);
  return { today: asking.today, accountIds: readers.filter((r) => r.reads_as !== "emergency").map((r) => r.account_id), organisationIds: offices.map((o) => o.id), isEnded: file.closed_on !== null };
}
const sealedGoal = (asking: Asking, keyRef: string, id: string, input: GoalInput) => ({
  wishCt: sealText(asking, keyRef, "plan_goals.wish_ct", id, input.wish), goalCt: sealText(asking, keyRef, "plan_goals.goal_ct", id, input.goal),
  lifeArea: input.lifeArea, wishLanguage: input.wishLanguage, isEntrusted: input.isEntrusted,
});

/** A goal, with its first measure where one was said. `levelBefore`: the level of the life area when it is set. */
export async function addGoal(tx: WriteTx, asking: Asking, caseId: string, input: GoalInput, first: MeasureInput | null = null, levelBefore: number | null = null): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const granted_ = granted(decideGoal(input, await goalFacts(tx, file)));
  const id = newId();
  const position = Math.min(1000, 1 + Math.max(0, ...(await listGoals(tx, caseId)).map((g) => g.position)));
  await insertGoal(tx, asking.session, { id, caseId, personId: granted_.personId, ...sealedGoal(asking, file.key_ref, id, granted_), levelBefore, position });
  await record(tx, asking, { action: "goal.added", objectKind: "goal", objectIds: [id], caseId });
  if (first !== null) await addMeasure(tx, asking, caseId, id, first);
  return id;
}

/** Versioned; a goal that is closed by hand, without a review, says nothing about attainment. */
export async function changeGoal(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: Omit<GoalInput, "personId"> & { readonly state: GoalState }): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getGoal(tx, caseId, id);
  const facts = await goalFacts(tx, file);
  granted(decideGoal({ ...input, personId: before.person_id }, { ...facts, personIds: [before.person_id], lifeAreas: [...facts.lifeAreas, before.life_area] }));
  if (input.isEntrusted && !before.is_entrusted && (await listMeasures(tx, caseId)).some((m) => m.goal_id === id && (m.responsible_kind === "office" || m.responsible_kind === "volunteer") && m.state !== "dropped"))
    throw new Refused([{ code: "others-do-a-step", field: "isEntrusted", sentence: "Einen Schritt dieses Ziels tut eine Stelle oder jemand aus dem Ehrenamt. Geben Sie ihn erst jemandem im Team.", norm: "§ 203 StGB" }]);
  const closedOn = input.state === "open" ? null : before.state === input.state ? before.closed_on : asking.today;
  const changed = await updateGoal(tx, caseId, id, version, { ...sealedGoal(asking, file.key_ref, id, { ...input, personId: before.person_id }), state: input.state, closedOn });
  if (changed !== 1) throw new Stale({ ...(await currentGoal(tx, asking, caseId, id)), measures: undefined });
  await record(tx, asking, { action: "goal.changed", objectKind: "goal", objectIds: [id], caseId });
}

export async function addMeasure(tx: WriteTx, asking: Asking, caseId: string, goalId: string, input: MeasureInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const goal = await getGoal(tx, caseId, goalId);
  // what belongs to something entrusted is entrusted
  const { title, who, dueOn, isEntrusted } = granted(decideMeasure({ ...input, isEntrusted: input.isEntrusted || goal.is_entrusted }, await measureFacts(tx, asking, file)));
  const id = newId();
  const position = Math.min(1000, 1 + Math.max(0, ...(await listMeasures(tx, caseId)).map((m) => m.position)));
  await insertMeasure(tx, asking.session, {
    id, caseId, goalId, personId: goal.person_id, position, titleCt: sealNeeded(asking, file.key_ref, "plan_measures.title_ct", id, title),
    responsibleKind: who.kind, accountId: who.accountId, organisationId: who.organisationId, dueOn, isEntrusted,
  });
  await record(tx, asking, { action: "measure.added", objectKind: "measure", objectIds: [id], caseId });
  return id;
}

export interface MeasureChange extends MeasureInput {
  readonly state: MeasureState;
  readonly result: string;
}
export async function changeMeasure(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: MeasureChange): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getMeasure(tx, caseId, id);
  const goal = await getGoal(tx, caseId, before.goal_id);
  const known = openMeasure(asking, file.key_ref, before);
  const facts = { ...(await measureFacts(tx, asking, file)), before: { dueOn: before.due_on, responsible: known.responsible.written } };
  const { title, who, dueOn, isEntrusted } = granted(decideMeasure({ ...input, isEntrusted: input.isEntrusted || goal.is_entrusted }, facts));
  const changed = await updateMeasure(tx, caseId, id, version, {
    titleCt: sealNeeded(asking, file.key_ref, "plan_measures.title_ct", id, title), responsibleKind: who.kind, accountId: who.accountId, organisationId: who.organisationId, dueOn, isEntrusted,
    state: input.state, doneOn: input.state !== "done" ? null : before.done_on ?? asking.today, resultCt: sealText(asking, file.key_ref, "plan_measures.result_ct", id, input.result),
  });
  if (changed !== 1) throw new Stale({ ...(await currentMeasure(tx, asking, caseId, id)) });
  await record(tx, asking, { action: "measure.changed", objectKind: "measure", objectIds: [id], caseId });
}

/** One click, and back again with another. Done twice is done. */
export async function setMeasureState(tx: WriteTx, asking: Asking, caseId: string, id: string, state: MeasureState): Promise<void> {
  await getCaseFile(tx, caseId);
  await getMeasure(tx, caseId, id);
  await setMeasureStateRow(tx, caseId, id, state, state === "done" ? asking.today : null);
  await record(tx, asking, { action: "measure.changed", objectKind: "measure", objectIds: [id], caseId, purpose: state });
}
