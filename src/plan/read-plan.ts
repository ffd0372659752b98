import { getCaseFile, openText } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { writtenResponsible } from "./decide-plan.ts";
import { type Attainment, type GoalState, type MeasureState, type ResponsibleKind, RESPONSIBLE_KINDS } from "./plan-words.ts";
import { getGoal, getMeasure, type GoalRow, listGoals, listMeasures, listSharedNow, type MeasureRow } from "./plan.sql.ts";

/** What opening sealed texts needs; a page has it, and so has a job. */
export type Keys = Pick<Asking, "app" | "session">;

export interface Measure {
  readonly id: string;
  readonly caseId: string;
  readonly goalId: string;
  readonly personId: string;
  readonly title: string;
  readonly responsible: { readonly kind: ResponsibleKind; readonly accountId: string | null; readonly organisationId: string | null; readonly name: string; readonly written: string };
  readonly dueOn: CalendarDay;
  readonly isEntrusted: boolean;
  readonly state: MeasureState;
  readonly doneOn: CalendarDay | null;
  readonly doneByPerson: boolean;
  readonly result: string;
  /** what the named office said through its share */
  readonly report: string;
  readonly reporter: string;
  readonly reportedAt: Date | null;
  readonly isReadByOffice: boolean;
  readonly volunteerTaskId: string | null;
  readonly volunteerState: string | null;
  readonly version: number;
}
export interface Goal {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly lifeArea: string;
  /** the person's words, and the language in which they were said */
  readonly wish: string;
  readonly wishLanguage: string;
  /** as it was agreed, in German; empty where the person's words say it all */
  readonly goal: string;
  /** what a list shows: the agreed words, else the person's */
  readonly title: string;
  readonly isEntrusted: boolean;
  readonly state: GoalState;
  readonly levelBefore: number | null;
  readonly levelAfter: number | null;
  readonly attainment: Attainment | null;
  readonly closedOn: CalendarDay | null;
  readonly createdAt: Date;
  readonly version: number;
  readonly measures: readonly Measure[];
}
export interface Plan {
  readonly caseId: string;
  readonly goals: readonly Goal[];
}

type SharedNow = ReadonlyMap<string, { readonly is_read_now: boolean; readonly reporter: string | null }>;

export function openMeasure(asking: Keys, keyRef: string, row: MeasureRow, shared: SharedNow = new Map()): Measure {
  const who = { kind: row.responsible_kind, accountId: row.responsible_account_id, organisationId: row.responsible_organisation_id };
  const of = shared.get(row.id);
  return {
    id: row.id, caseId: row.case_id, goalId: row.goal_id, personId: row.person_id, title: openText(asking, keyRef, "plan_measures.title_ct", row.id, row.title_ct),
    responsible: { ...who, name: row.account_name ?? row.organisation_name ?? RESPONSIBLE_KINDS[row.responsible_kind], written: writtenResponsible(who) },
    dueOn: row.due_on, isEntrusted: row.is_entrusted, state: row.state, doneOn: row.done_on, doneByPerson: row.done_by_person,
    result: openText(asking, keyRef, "plan_measures.result_ct", row.id, row.result_ct), report: openText(asking, keyRef, "plan_measures.report_ct", row.id, row.report_ct),
    reporter: of?.reporter ?? "", reportedAt: row.reported_at, isReadByOffice: of?.is_read_now === true,
    volunteerTaskId: row.volunteer_task_id, volunteerState: row.volunteer_state, version: row.version,
  };
}

export function openGoal(asking: Keys, keyRef: string, row: GoalRow, measures: readonly Measure[]): Goal {
  const wish = openText(asking, keyRef, "plan_goals.wish_ct", row.id, row.wish_ct);
  const goal = openText(asking, keyRef, "plan_goals.goal_ct", row.id, row.goal_ct);
  return {
    id: row.id, caseId: row.case_id, personId: row.person_id, lifeArea: row.life_area, wish, wishLanguage: row.wish_language, goal, title: goal === "" ? wish : goal, isEntrusted: row.is_entrusted,
    state: row.state, levelBefore: row.level_before, levelAfter: row.level_after, attainment: row.attainment as Attainment | null, closedOn: row.closed_on, createdAt: row.created_at, version: row.version,
    measures: measures.filter((m) => m.goalId === row.id),
  };
}

/** The whole plan of a case that is open to the session; the caller writes the record. */
export async function findPlan(tx: ReadTx, asking: Keys, caseId: string): Promise<Plan> {
  const file = await getCaseFile(tx, caseId);
  const [goals, measures, shared] = await Promise.all([listGoals(tx, caseId), listMeasures(tx, caseId), listSharedNow(tx, caseId)]);
  const sharedNow = new Map(shared.map((s) => [s.id, s]));
  const opened = measures.map((row) => openMeasure(asking, file.key_ref, row, sharedNow));
  return { caseId, goals: goals.map((row) => openGoal(asking, file.key_ref, row, opened)) };
}

export async function currentGoal(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Goal> {
  const file = await getCaseFile(tx, caseId);
  return openGoal(asking, file.key_ref, await getGoal(tx, caseId, id), (await listMeasures(tx, caseId)).map((row) => openMeasure(asking, file.key_ref, row)));
}
export async function currentMeasure(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Measure> {
  const file = await getCaseFile(tx, caseId);
  return openMeasure(asking, file.key_ref, await getMeasure(tx, caseId, id), new Map((await listSharedNow(tx, caseId)).map((s) => [s.id, s])));
}
