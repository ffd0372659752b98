import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { addDays } from "../kernel/calendar-day.ts";
import { listOwnMeasures, type OwnMeasureRow } from "./plan.sql.ts";
import { type Measure, openMeasure } from "./read-plan.ts";

export interface DayMeasure extends Measure {
  readonly caseNumber: string;
  readonly name: string;
  readonly nameOwn: string;
  /** given to the reader; else one that somebody else let pass, in a case that the reader leads */
  readonly isMine: boolean;
}
const dayMeasure = (measure: Measure, row: OwnMeasureRow): DayMeasure => ({ ...measure, caseNumber: row.number, name: row.main_name, nameOwn: row.main_name_own, isMine: row.is_mine });
const DAYS_AHEAD = 7;
const MOST = 60;

/** For my day: what is given to me and due within a week, and what others have let pass in the cases I lead or stand in for. */
export async function readDayMeasures(tx: ReadTx, asking: Asking): Promise<readonly DayMeasure[]> {
  const rows = await listOwnMeasures(tx, asking.session, addDays(asking.today, DAYS_AHEAD), asking.today, MOST);
  return rows.map((row) => dayMeasure(openMeasure(asking, row.key_ref, row), row));
}
