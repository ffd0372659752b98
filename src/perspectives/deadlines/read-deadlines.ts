import { mayUse } from "../../accounts/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { cursorOf, type DeadlineQuery, readCursor } from "./deadlines-address.ts";
import { countByManager, countDays, type DayRow, type DaysAsked, findProgress, listDays, type ManagerCount, type MonthCount, type Progress } from "./upcoming-days.sql.ts";

export const LIST_SIZE = 50;

export interface DeadlineList {
  readonly rows: readonly DayRow[];
  readonly next: string | null;
}
export interface Deadlines extends DeadlineList {
  readonly counts: readonly MonthCount[];
  readonly managers: readonly ManagerCount[] | null;
  readonly progress: Progress | null;
  readonly until: CalendarDay;
  readonly isRoomWide: boolean;
}

export const isOfficer = (asking: Pick<Asking, "session">): boolean => asking.session.roles.some((role) => role === "immigration_officer" || role === "naturalisation_officer");

export const askedOf = (asking: Asking, query: Pick<DeadlineQuery, "monate" | "regel" | "art">, caseId: string | null = null): DaysAsked => ({
  tenantId: asking.session.tenantId, roomId: asking.session.roomId, from: asking.today, until: addMonths(asking.today, query.monate),
  rule: query.regel, kind: query.art, caseId, isRoomWide: isOfficer(asking),
});

export async function readDayList(tx: ReadTx, asked: DaysAsked, after: string, most: number): Promise<DeadlineList> {
  const found = await listDays(tx, asked, readCursor(after), most + 1);
  const rows = found.slice(0, most);
  return { rows, next: found.length > most ? cursorOf(rows.at(-1)!) : null };
}

/** The list and the picture of what one works on; for a team lead beside it the numbers of everybody. */
export async function readDeadlines(tx: ReadTx, asking: Asking, query: DeadlineQuery): Promise<Deadlines> {
  const asked = askedOf(asking, query);
  const [list, counts, managers, progress] = await Promise.all([
    readDayList(tx, asked, query.nach, LIST_SIZE),
    countDays(tx, asked),
    mayUse(asking.session, "team.see") ? countByManager(tx, asked.until) : null,
    findProgress(tx),
  ]);
  return { ...list, counts, managers, progress: progress ?? null, until: asked.until, isRoomWide: asked.isRoomWide };
}
