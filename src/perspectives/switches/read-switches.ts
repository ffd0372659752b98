import { getCaseFile, openText } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays, type CalendarDay } from "../../kernel/calendar-day.ts";
import { type Item, openItem } from "./change-switches.ts";
import { type PersonDay, type Proposal, proposalsOf } from "./propose.ts";
import { type CaseDayRow, type ChecklistRow, listChecklists, listDaysOfCases, listItems, listLedCases, listOwnItems, type OwnCaseRow, type OwnItemRow } from "./switches.sql.ts";
import { findTemplate, type SwitchTemplate } from "./templates.ts";

export interface Checklist {
  readonly id: string;
  readonly personId: string;
  readonly template: SwitchTemplate;
  readonly eventOn: CalendarDay;
  readonly isTyped: boolean;
  readonly state: ChecklistRow["state"];
  readonly reason: string;
  readonly settledOn: CalendarDay | null;
  readonly items: readonly Item[];
}
export interface CaseSwitches {
  readonly proposals: readonly Proposal[];
  readonly checklists: readonly Checklist[];
}

const dayOfRow = (row: Omit<CaseDayRow, "case_id">): PersonDay => ({ personId: row.person_id, rule: row.rule, kind: row.kind, day: row.day, detail: row.detail, isCertain: row.is_certain });
const knownOf = (row: Pick<ChecklistRow, "person_id" | "template" | "event_on">) => ({ personId: row.person_id, template: row.template, eventOn: row.event_on });

export async function readProposals(tx: ReadTx, asking: Asking, caseId: string): Promise<readonly Proposal[]> {
  const [days, lists] = await Promise.all([listDaysOfCases(tx, asking.session, [caseId], asking.today), listChecklists(tx, asking.session, [caseId])]);
  return proposalsOf(days.map(dayOfRow), lists.map(knownOf), asking.today);
}

export async function readCaseSwitches(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseSwitches> {
  const file = await getCaseFile(tx, caseId);
  const [days, lists, items] = await Promise.all([listDaysOfCases(tx, asking.session, [caseId], asking.today), listChecklists(tx, asking.session, [caseId]), listItems(tx, caseId)]);
  const opened = items.map((row) => openItem(asking, file.key_ref, row));
  return {
    // an ended case has no next step
    proposals: file.closed_on === null ? proposalsOf(days.map(dayOfRow), lists.map(knownOf), asking.today) : [],
    checklists: lists.flatMap((row) => {
      const template = findTemplate(row.template);
      return template === undefined ? [] : [{
        id: row.id, personId: row.person_id, template, eventOn: row.event_on, isTyped: row.source === "typed", state: row.state, settledOn: row.settled_on,
        reason: openText(asking, file.key_ref, "switch_checklists.reason_ct", row.id, row.reason_ct), items: opened.filter((item) => item.checklistId === row.id),
      }];
    }),
  };
}

export interface DaySwitchItem extends Item {
  readonly caseNumber: string;
  readonly name: string;
  readonly nameOwn: string;
  readonly switchTitle: string;
}
export interface DayProposal {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly nameOwn: string;
  readonly title: string;
  /** the first, where it is proposed for several of the family */
  readonly eventOn: CalendarDay;
  readonly persons: number;
}
export interface DaySwitches {
  readonly items: readonly DaySwitchItem[];
  readonly proposals: readonly DayProposal[];
}

const MOST = 60;
const DAYS_AHEAD = 7;

/** For my day: what is due in the cases one leads or stands in for, whoever does it, and what waits to be taken on. */
export async function readDaySwitches(tx: ReadTx, asking: Asking): Promise<DaySwitches> {
  const { session, today } = asking;
  const [items, cases] = await Promise.all([listOwnItems(tx, session, addDays(today, DAYS_AHEAD), MOST), listLedCases(tx, session, today)]);
  const proposals = cases.flatMap((of) => foldedOf(proposalsOf(of.days.map(dayOfRow), of.lists.map(knownOf), today), of));
  return { items: items.map((row) => itemOf(asking, row)), proposals: proposals.toSorted((a, b) => a.eventOn.localeCompare(b.eventOn)).slice(0, MOST) };
}

/** One line a case and event: a family of five is one thing to do. */
const foldedOf = (proposals: readonly Proposal[], of: OwnCaseRow): DayProposal[] =>
  [...Map.groupBy(proposals, (p) => p.template.key).values()].map((same) => ({
    caseId: of.id, caseNumber: of.number, name: of.main_name, nameOwn: of.main_name_own, title: same[0]!.template.title, eventOn: same[0]!.eventOn, persons: same.length,
  }));
const itemOf = (asking: Asking, row: OwnItemRow): DaySwitchItem => ({
  ...openItem(asking, row.key_ref, row), caseNumber: row.number, name: row.main_name, nameOwn: row.main_name_own, switchTitle: findTemplate(row.template)?.title ?? "",
});
