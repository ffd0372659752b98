import { leadDaysOf, type OwnAppointment, readOwnAppointments } from "../../appointments/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays } from "../../kernel/calendar-day.ts";
import { countOwn, type FollowUp, type LeftoverRow, listLeftovers, listNewCases, listSubstitutedCases, type MyCaseRow, readOwnFollowUps } from "../../cases/reading/index.ts";
import { readDaySheets, type Sheet } from "../../handover/index.ts";
import { type DaySwitches, readDaySwitches } from "../../perspectives/index.ts";
import { type DayMeasure, readDayMeasures } from "../../plan/index.ts";

const DAYS_AHEAD = 7;
/** a case given longer ago is no news any more */
const DAYS_NEW = 21;

export interface MyDay {
  readonly overdue: readonly FollowUp[];
  readonly today: readonly FollowUp[];
  readonly coming: readonly FollowUp[];
  readonly newCases: readonly MyCaseRow[];
  readonly substituted: readonly MyCaseRow[];
  readonly leftovers: readonly LeftoverRow[];
  readonly switches: DaySwitches;
  readonly measures: readonly DayMeasure[];
  /** handed to me, with a sheet that I have not read */
  readonly sheets: readonly Sheet[];
  readonly appointments: readonly OwnAppointment[];
  readonly leadDays: number;
  readonly leading: number;
  readonly overdueCases: number;
}

export async function readMyDay(tx: ReadTx, asking: Asking): Promise<MyDay> {
  const { session, today } = asking;
  const [followUps, newCases, substituted, leftovers, counts, switches, measures, appointments, leadDays, sheets] = await Promise.all([
    readOwnFollowUps(tx, asking, addDays(today, DAYS_AHEAD)),
    listNewCases(tx, session.tenantId, addDays(today, -DAYS_NEW)),
    listSubstitutedCases(tx, session.tenantId),
    listLeftovers(tx, session.tenantId, asking.app.config.timeZone),
    countOwn(tx, session.tenantId, session.roomId, today),
    readDaySwitches(tx, asking),
    readDayMeasures(tx, asking),
    readOwnAppointments(tx, asking, today, today),
    leadDaysOf(tx, asking),
    readDaySheets(tx, asking),
  ]);
  return {
    overdue: followUps.filter((f) => f.dueOn < today),
    today: followUps.filter((f) => f.dueOn === today),
    coming: followUps.filter((f) => f.dueOn > today),
    newCases,
    substituted,
    leftovers,
    switches,
    measures,
    sheets,
    appointments,
    leadDays,
    leading: counts.leading,
    overdueCases: counts.overdue,
  };
}

/** Every case that the page names, for its one record. */
export const casesOf = (day: MyDay): string[] => [
  ...new Set([
    ...[...day.overdue, ...day.today, ...day.coming].map((f) => f.caseId),
    ...[...day.newCases, ...day.substituted].map((c) => c.id),
    ...day.leftovers.map((l) => l.case_id),
    ...[...day.switches.items, ...day.switches.proposals].map((s) => s.caseId),
    ...day.measures.map((m) => m.caseId),
    ...day.sheets.map((s) => s.caseId),
    ...day.appointments.map((a) => a.caseId),
  ]),
];
