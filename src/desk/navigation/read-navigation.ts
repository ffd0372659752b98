import { mayUse } from "../../accounts/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { NavigationCount, Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { countForNavigation } from "./navigation-counts.sql.ts";

/** What waits, beside the entries of the navigation that lead to it; an entry without anything waiting has no number. */
export async function readNavigation(tx: ReadTx, session: Session, today: CalendarDay): Promise<Readonly<Record<string, NavigationCount>>> {
  const asked = { due: mayUse(session, "case.work"), unassigned: mayUse(session, "case.assign"), rowsToDecide: mayUse(session, "intake.import"), inbox: mayUse(session, "inbox.read") };
  if (!Object.values(asked).includes(true)) return {};
  const { due, unassigned, rowsToDecide, inbox } = await countForNavigation(tx, { tenantId: session.tenantId, roomId: session.roomId, today }, asked);
  const counts: Record<string, NavigationCount> = {};
  if (due > 0) counts["my-day"] = { count: due, unit: "fällig" };
  if (unassigned > 0) counts["cases"] = { count: unassigned, unit: "ohne Zuständige" };
  if (rowsToDecide > 0) counts["import"] = { count: rowsToDecide, unit: rowsToDecide === 1 ? "Zeile zu entscheiden" : "Zeilen zu entscheiden" };
  if (inbox > 0) counts["inbox"] = { count: inbox, unit: "neu" };
  return counts;
}
