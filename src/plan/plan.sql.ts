import type { ReadTx, WriteTx } from "../db/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { GoalState, MeasureState, ResponsibleKind } from "./plan-words.ts";

export interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
  readonly accountId: string;
}
export interface GoalRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly life_area: string;
  readonly wish_ct: Buffer | null;
  readonly wish_language: string;
  readonly goal_ct: Buffer | null;
  readonly is_entrusted: boolean;
  readonly state: GoalState;
  readonly level_before: number | null;
  readonly level_after: number | null;
  readonly attainment: number | null;
  readonly position: number;
  readonly closed_on: CalendarDay | null;
  readonly version: number;
  readonly created_at: Date;
}
const GOAL = "g.id, g.case_id, g.person_id, g.life_area, g.wish_ct, g.wish_language, g.goal_ct, g.is_entrusted, g.state, g.level_before, g.level_after, g.attainment, g.position, g.closed_on, g.version, g.created_at";
export const listGoals = (tx: ReadTx, caseId: string): Promise<GoalRow[]> =>
  tx.query<GoalRow>(`select ${GOAL} from app.plan_goals g where g.case_id = $1 order by (g.state = 'open') desc, g.position, g.created_at, g.id`, [caseId]);
export const getGoal = (tx: ReadTx, caseId: string, id: string): Promise<GoalRow> => tx.get<GoalRow>(`select ${GOAL} from app.plan_goals g where g.case_id = $1 and g.id = $2`, [caseId, id]);
export const findGoalCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.plan_goals where id = $1", [id]);

export interface NewGoal {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly lifeArea: string;
  readonly wishCt: Buffer | null;
  readonly wishLanguage: string;
  readonly goalCt: Buffer | null;
  readonly isEntrusted: boolean;
  readonly levelBefore: number | null;
  readonly position: number;
}
export const insertGoal = (tx: WriteTx, of: Place, g: NewGoal): Promise<void> =>
  tx.runOne(
    `insert into app.plan_goals (tenant_id, room_id, id, case_id, person_id, life_area, wish_ct, wish_language, goal_ct, is_entrusted, level_before, position, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [of.tenantId, of.roomId, g.id, g.caseId, g.personId, g.lifeArea, g.wishCt, g.wishLanguage, g.goalCt, g.isEntrusted, g.levelBefore, g.position, of.accountId],
  );

export interface GoalFields {
  readonly lifeArea: string;
  readonly wishCt: Buffer | null;
  readonly wishLanguage: string;
  readonly goalCt: Buffer | null;
  readonly isEntrusted: boolean;
  readonly state: GoalState;
  readonly closedOn: CalendarDay | null;
}
export const updateGoal = (tx: WriteTx, caseId: string, id: string, version: number, f: GoalFields): Promise<number> =>
  tx.run(
    `update app.plan_goals set life_area = $4, wish_ct = $5, wish_language = $6, goal_ct = $7, is_entrusted = $8, state = $9, closed_on = $10, version = version + 1
      where case_id = $1 and id = $2 and version = $3`,
    [caseId, id, version, f.lifeArea, f.wishCt, f.wishLanguage, f.goalCt, f.isEntrusted, f.state, f.closedOn],
  );
/** What a review found; `closedOn` null leaves the goal open. */
export const setAttainment = (tx: WriteTx, caseId: string, id: string, found: { attainment: number; level: number | null; closedOn: CalendarDay | null }): Promise<number> =>
  tx.run(
    `update app.plan_goals set attainment = $3, level_after = coalesce($4, level_after), state = case when $5::date is null then state else 'closed' end,
            closed_on = coalesce($5::date, closed_on), version = version + 1 where case_id = $1 and id = $2 and state = 'open'`,
    [caseId, id, found.attainment, found.level, found.closedOn],
  );

export interface MeasureRow {
  readonly id: string;
  readonly case_id: string;
  readonly goal_id: string;
  readonly person_id: string;
  readonly title_ct: Buffer;
  readonly responsible_kind: ResponsibleKind;
  readonly responsible_account_id: string | null;
  readonly responsible_organisation_id: string | null;
  readonly account_name: string | null;
  readonly organisation_name: string | null;
  readonly volunteer_task_id: string | null;
  readonly volunteer_state: string | null;
  readonly due_on: CalendarDay;
  readonly is_entrusted: boolean;
  readonly state: MeasureState;
  readonly done_on: CalendarDay | null;
  readonly done_by_person: boolean;
  readonly result_ct: Buffer | null;
  readonly report_ct: Buffer | null;
  readonly reported_at: Date | null;
  readonly position: number;
  readonly version: number;
}
const MEASURE = `m.id, m.case_id, m.goal_id, m.person_id, m.title_ct, m.responsible_kind, m.responsible_account_id, m.responsible_organisation_id,
    case when m.responsible_account_id is not null then coalesce(a.given_name || ' ' || a.family_name, 'nicht mehr im Team') end as account_name, coalesce(nullif(o.short_name, ''), o.name) as organisation_name,
    m.volunteer_task_id, v.state as volunteer_state, m.due_on, m.is_entrusted, m.state, m.done_on, m.done_by_person, m.result_ct, m.report_ct, m.reported_at, m.position, m.version`;
const OWNERS = `left join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.responsible_account_id
    left join app.organisations o on o.tenant_id = m.tenant_id and o.id = m.responsible_organisation_id
    left join app.volunteer_tasks v on v.tenant_id = m.tenant_id and v.case_id = m.case_id and v.id = m.volunteer_task_id`;
export const listMeasures = (tx: ReadTx, caseId: string): Promise<MeasureRow[]> =>
  tx.query<MeasureRow>(`select ${MEASURE} from app.plan_measures m ${OWNERS} where m.case_id = $1 order by m.position, m.due_on, m.id`, [caseId]);
export const getMeasure = (tx: ReadTx, caseId: string, id: string): Promise<MeasureRow> =>
  tx.get<MeasureRow>(`select ${MEASURE} from app.plan_measures m ${OWNERS} where m.case_id = $1 and m.id = $2`, [caseId, id]);
export const findMeasureCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.plan_measures where id = $1", [id]);

export interface MeasureFields {
  readonly titleCt: Buffer;
  readonly responsibleKind: ResponsibleKind;
  readonly accountId: string | null;
  readonly organisationId: string | null;
  readonly dueOn: CalendarDay;
  readonly isEntrusted: boolean;
}
export interface NewMeasure extends MeasureFields {
  readonly id: string;
  readonly caseId: string;
  readonly goalId: string;
  readonly personId: string;
  readonly position: number;
}
export const insertMeasure = (tx: WriteTx, of: Place, m: NewMeasure): Promise<void> =>
  tx.runOne(
    `insert into app.plan_measures (tenant_id, room_id, id, case_id, goal_id, person_id, title_ct, responsible_kind, responsible_account_id, responsible_organisation_id, due_on, is_entrusted, position, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [of.tenantId, of.roomId, m.id, m.caseId, m.goalId, m.personId, m.titleCt, m.responsibleKind, m.accountId, m.organisationId, m.dueOn, m.isEntrusted, m.position, of.accountId],
  );
export interface ChangedMeasure extends MeasureFields {
  readonly state: MeasureState;
  readonly doneOn: CalendarDay | null;
  readonly resultCt: Buffer | null;
}
/** A task that a volunteer has goes with the volunteer: given to somebody else, the measure lets go of it. */
export const updateMeasure = (tx: WriteTx, caseId: string, id: string, version: number, m: ChangedMeasure): Promise<number> =>
  tx.run(
    `update app.plan_measures set title_ct = $4, responsible_kind = $5, responsible_account_id = $6, responsible_organisation_id = $7, due_on = $8, is_entrusted = $9, state = $10, done_on = $11,
            result_ct = $12, volunteer_task_id = case when $5 = 'volunteer' then volunteer_task_id end, done_by_person = done_by_person and $10 = 'done', version = version + 1
      where case_id = $1 and id = $2 and version = $3`,
    [caseId, id, version, m.titleCt, m.responsibleKind, m.accountId, m.organisationId, m.dueOn, m.isEntrusted, m.state, m.doneOn, m.resultCt],
  );
/** One click: 0 where it already is so. */
export const setMeasureStateRow = (tx: WriteTx, caseId: string, id: string, state: MeasureState, doneOn: CalendarDay | null): Promise<number> =>
  tx.run("update app.plan_measures set state = $3, done_on = $4, done_by_person = false, version = version + 1 where case_id = $1 and id = $2 and state <> $3", [caseId, id, state, doneOn]);
export const linkVolunteerTask = (tx: WriteTx, caseId: string, id: string, taskId: string): Promise<number> =>
  tx.run("update app.plan_measures set volunteer_task_id = $3, version = version + 1 where case_id = $1 and id = $2 and responsible_kind = 'volunteer'", [caseId, id, taskId]);

/** Which measures an office reads through its share now, or has spoken about; and who of it spoke last. */
export const listSharedNow = (tx: ReadTx, caseId: string): Promise<{ id: string; is_read_now: boolean; reporter: string | null }[]> => tx.query("select * from app.measures_shared_now($1)", [caseId]);

export interface OfficeRow {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
}
export const listOffices = (tx: ReadTx): Promise<OfficeRow[]> => tx.query<OfficeRow>("select id, name, short_name from app.organisations where closed_at is null order by name, id");

export interface OwnMeasureRow extends MeasureRow {
  readonly key_ref: string;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly is_mine: boolean;
}
/** For my day: what is given to me and due by a day; and in the cases I lead or stand in for what others have let pass. */
export const listOwnMeasures = (tx: ReadTx, of: Place, until: CalendarDay, today: CalendarDay, most: number): Promise<OwnMeasureRow[]> =>
  tx.query<OwnMeasureRow>(
    `select ${MEASURE}, c.key_ref, c.number, c.main_name, c.main_name_own, coalesce(m.responsible_account_id = $3, false) as is_mine
       from app.plan_measures m join app.plan_goals g on g.tenant_id = m.tenant_id and g.case_id = m.case_id and g.id = m.goal_id and g.state = 'open'
       join app.cases c on c.tenant_id = m.tenant_id and c.room_id = m.room_id and c.id = m.case_id and c.closed_on is null ${OWNERS}
      where m.tenant_id = $1 and m.room_id = $2 and m.state in ('open', 'running') and m.due_on <= $4
        and (m.responsible_account_id = $3 or (m.due_on < $5 and m.case_id = any (array(select app.team_case_ids('{lead,substitute}')))))
      order by (m.responsible_account_id is not distinct from $3) desc, m.due_on, m.id limit $6`,
    [of.tenantId, of.roomId, of.accountId, until, today, most],
  );

/** The plan in numbers, for the first page of the case: nothing is opened for it. */
export interface PlanTeaser {
  readonly goals: number;
  readonly done: number;
  readonly running: number;
  readonly open: number;
  readonly overdue: number;
  readonly next_review_on: CalendarDay | null;
}
export const getPlanTeaser = (tx: ReadTx, caseId: string, today: CalendarDay): Promise<PlanTeaser> =>
  tx.get<PlanTeaser>(
    `select count(distinct g.id)::integer as goals, count(m.id) filter (where m.state = 'done')::integer as done, count(m.id) filter (where m.state = 'running' and m.due_on >= $2)::integer as running,
            count(m.id) filter (where m.state = 'open' and m.due_on >= $2)::integer as open, count(m.id) filter (where m.state in ('open', 'running') and m.due_on < $2)::integer as overdue,
            (select r.next_review_on from app.plan_reviews r where r.case_id = $1 order by r.reviewed_on desc, r.id desc limit 1) as next_review_on
       from app.plan_goals g left join app.plan_measures m on m.tenant_id = g.tenant_id and m.case_id = g.case_id and m.goal_id = g.id where g.case_id = $1 and g.state = 'open'`,
    [caseId, today],
  );
