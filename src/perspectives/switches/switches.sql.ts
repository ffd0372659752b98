import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { DayKind } from "../deadlines/upcoming-days.ts";
import type { OwnerKind } from "./templates.ts";

interface Place {
  readonly tenantId: string;
  readonly roomId: string | null;
}
export interface CaseDayRow {
  readonly case_id: string;
  readonly person_id: string;
  readonly rule: string;
  readonly kind: DayKind;
  readonly day: CalendarDay;
  readonly detail: string;
  readonly is_certain: boolean;
}
/** Days ahead of the persons of these cases, under the id that the person has in the case. */
export const listDaysOfCases = (tx: ReadTx, of: Place, caseIds: readonly string[], from: CalendarDay): Promise<CaseDayRow[]> =>
  tx.query<CaseDayRow>(
    `select cp.case_id, cp.person_id, u.rule, u.kind, u.day, u.detail, u.is_certain
       from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.room_id = cp.room_id and p.id = cp.person_id
       join app.upcoming_days u on u.tenant_id = p.tenant_id and u.room_id = p.room_id and u.person_id = coalesce(p.merged_into, p.id)
      where cp.tenant_id = $1 and cp.room_id = $2 and cp.case_id = any ($3) and cp.left_on is null and u.day >= $4 order by u.day, cp.person_id`,
    [of.tenantId, of.roomId, caseIds, from],
  );

export interface ChecklistRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly template: string;
  readonly event_on: CalendarDay;
  readonly source: "computed" | "typed";
  readonly state: "open" | "declined" | "done";
  readonly reason_ct: Buffer | null;
  readonly settled_on: CalendarDay | null;
  readonly version: number;
}
export const listChecklists = (tx: ReadTx, of: Place, caseIds: readonly string[]): Promise<ChecklistRow[]> =>
  tx.query<ChecklistRow>(
    `select id, case_id, person_id, template, event_on, source, state, reason_ct, settled_on, version from app.switch_checklists
      where tenant_id = $1 and room_id = $2 and case_id = any ($3) order by state = 'open' desc, event_on, id`,
    [of.tenantId, of.roomId, caseIds],
  );

export interface ItemRow {
  readonly id: string;
  readonly case_id: string;
  readonly checklist_id: string;
  readonly position: number;
  readonly item_key: string;
  readonly title_ct: Buffer;
  readonly owner_kind: OwnerKind;
  readonly owner_ct: Buffer | null;
  readonly due_on: CalendarDay;
  readonly state: "open" | "done" | "not_needed";
  readonly note_ct: Buffer | null;
  readonly settled_on: CalendarDay | null;
  readonly version: number;
}
const ITEM = "id, case_id, checklist_id, position, item_key, title_ct, owner_kind, owner_ct, due_on, state, note_ct, settled_on, version";

export const listItems = (tx: ReadTx, caseId: string): Promise<ItemRow[]> => tx.query<ItemRow>(`select ${ITEM} from app.switch_items where case_id = $1 order by checklist_id, due_on, position`, [caseId]);
export const getItem = (tx: ReadTx, caseId: string, id: string): Promise<ItemRow> => tx.get<ItemRow>(`select ${ITEM} from app.switch_items where case_id = $1 and id = $2`, [caseId, id]);
export const getChecklist = (tx: ReadTx, caseId: string, id: string): Promise<ChecklistRow> =>
  tx.get<ChecklistRow>("select id, case_id, person_id, template, event_on, source, state, reason_ct, settled_on, version from app.switch_checklists where case_id = $1 and id = $2", [caseId, id]);

export interface NewChecklist {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly template: string;
  readonly eventOn: CalendarDay;
  readonly source: "computed" | "typed";
  /** declined: why, and on which day */
  readonly declined: { readonly reasonCt: Buffer; readonly on: CalendarDay } | null;
}
export const insertChecklist = (tx: WriteTx, of: Place & { accountId: string }, list: NewChecklist): Promise<void> =>
  tx.runOne(
    `insert into app.switch_checklists (tenant_id, room_id, id, case_id, person_id, template, event_on, source, state, reason_ct, created_by, settled_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [of.tenantId, of.roomId, list.id, list.caseId, list.personId, list.template, list.eventOn, list.source, list.declined === null ? "open" : "declined", list.declined?.reasonCt ?? null, of.accountId, list.declined?.on ?? null],
  );

export interface NewItem {
  readonly id: string;
  readonly caseId: string;
  readonly checklistId: string;
  readonly position: number;
  readonly key: string;
  readonly titleCt: Buffer;
  readonly ownerKind: OwnerKind;
  readonly ownerCt: Buffer | null;
  readonly dueOn: CalendarDay;
}
export const insertItem = (tx: WriteTx, of: Place, item: NewItem): Promise<void> =>
  tx.runOne(
    "insert into app.switch_items (tenant_id, room_id, id, case_id, checklist_id, position, item_key, title_ct, owner_kind, owner_ct, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [of.tenantId, of.roomId, item.id, item.caseId, item.checklistId, item.position, item.key, item.titleCt, item.ownerKind, item.ownerCt, item.dueOn],
  );

export interface ItemFields {
  readonly titleCt: Buffer;
  readonly ownerKind: OwnerKind;
  readonly ownerCt: Buffer | null;
  readonly dueOn: CalendarDay;
  readonly state: ItemRow["state"];
  readonly noteCt: Buffer | null;
  readonly settledOn: CalendarDay | null;
}
export const updateItem = (tx: WriteTx, caseId: string, id: string, version: number, f: ItemFields): Promise<number> =>
  tx.run(
    `update app.switch_items set title_ct = $4, owner_kind = $5, owner_ct = $6, due_on = $7, state = $8, note_ct = $9, settled_on = $10, version = version + 1
      where case_id = $1 and id = $2 and version = $3`,
    [caseId, id, version, f.titleCt, f.ownerKind, f.ownerCt, f.dueOn, f.state, f.noteCt, f.settledOn],
  );
/** One click: 0 where it already is so. */
export const setItemState = (tx: WriteTx, caseId: string, id: string, state: ItemRow["state"], settledOn: CalendarDay | null): Promise<number> =>
  tx.run("update app.switch_items set state = $3, settled_on = $4, version = version + 1 where case_id = $1 and id = $2 and state <> $3", [caseId, id, state, settledOn]);

/** Done with its last item, open again with the first that is. */
export const settleChecklist = (tx: WriteTx, caseId: string, id: string, today: CalendarDay): Promise<number> =>
  tx.run(
    `update app.switch_checklists l set state = x.state, settled_on = case when x.state = 'done' then $3::date end, version = l.version + 1
       from (select case when exists (select from app.switch_items i where i.case_id = $1 and i.checklist_id = $2 and i.state = 'open') then 'open' else 'done' end as state) x
      where l.case_id = $1 and l.id = $2 and l.state <> 'declined' and l.state <> x.state`,
    [caseId, id, today],
  );

export interface OwnItemRow extends ItemRow {
  readonly key_ref: string;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly template: string;
}
/** Open items until a day in the cases one leads or stands in for. */
export const listOwnItems = (tx: ReadTx, of: Place, until: CalendarDay, most: number): Promise<OwnItemRow[]> =>
  tx.query<OwnItemRow>(
    `select ${ITEM.split(", ").map((c) => `i.${c}`).join(", ")}, c.key_ref, c.number, c.main_name, c.main_name_own, l.template
       from app.switch_items i join app.cases c on c.tenant_id = i.tenant_id and c.room_id = i.room_id and c.id = i.case_id
       join app.switch_checklists l on l.tenant_id = i.tenant_id and l.case_id = i.case_id and l.id = i.checklist_id
      where i.tenant_id = $1 and i.room_id = $2 and i.state = 'open' and i.due_on <= $3 and l.state = 'open' and c.closed_on is null
        and i.case_id = any (array(select app.team_case_ids('{lead,substitute}'))) order by i.due_on, i.id limit $4`,
    [of.tenantId, of.roomId, until, most],
  );

export interface OwnCaseRow {
  readonly id: string;
  readonly number: string;
  readonly main_name: string;
  readonly main_name_own: string;
  readonly days: readonly Omit<CaseDayRow, "case_id">[];
  readonly lists: readonly Pick<ChecklistRow, "person_id" | "template" | "event_on">[];
}
/** Running cases one leads or stands in for and in which some day lies ahead, with what is settled there: one statement, for my day. */
export const listLedCases = (tx: ReadTx, of: Place, from: CalendarDay): Promise<OwnCaseRow[]> =>
  tx.query<OwnCaseRow>(
    `select c.id, c.number, c.main_name, c.main_name_own, d.days,
         coalesce((select jsonb_agg(jsonb_build_object('person_id', l.person_id, 'template', l.template, 'event_on', l.event_on))
           from app.switch_checklists l where l.tenant_id = c.tenant_id and l.room_id = c.room_id and l.case_id = c.id), '[]') as lists
       from app.cases c
       cross join lateral (select jsonb_agg(jsonb_build_object('person_id', cp.person_id, 'rule', u.rule, 'kind', u.kind, 'day', u.day, 'detail', u.detail, 'is_certain', u.is_certain)) as days
         from app.case_persons cp join app.persons p on p.tenant_id = cp.tenant_id and p.room_id = cp.room_id and p.id = cp.person_id
         join app.upcoming_days u on u.tenant_id = p.tenant_id and u.room_id = p.room_id and u.person_id = coalesce(p.merged_into, p.id)
        where cp.tenant_id = c.tenant_id and cp.room_id = c.room_id and cp.case_id = c.id and cp.left_on is null and u.day >= $3) d
      where c.tenant_id = $1 and c.room_id = $2 and c.phase not in ('closed', 'advised_onward', 'not_admitted') and d.days is not null
        and c.id = any (array(select app.team_case_ids('{lead,substitute}')))`,
    [of.tenantId, of.roomId, from],
  );
