import { mayUse } from "../../accounts/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking, NavigationCounts, Session } from "../../http/index.ts";
import { addDays, type CalendarDay } from "../../kernel/calendar-day.ts";
import { displayName, loadPersons } from "../../persons/index.ts";
import { listAppointmentsOn } from "../appointments/appointments.sql.ts";
import { showAppointments } from "../appointments/change-appointments.ts";
import { shownFollowUp } from "../follow-ups/change-office-follow-ups.ts";
import { listOwnFollowUps } from "../follow-ups/follow-ups.sql.ts";
import { dueBounds } from "../list/read-office-list.ts";
import { countOffice } from "../list/office-list.sql.ts";
import { countOfficeDay, countOwnDue, listToJudge } from "./office-day.sql.ts";

const DAYS_AHEAD = 7;
const MOST = 200;
const MOST_IN_NAVIGATION = 1000;

/** What an officer begins the day with: own follow-ups, the room's appointments, what came in, what waits for a second person. */
export async function readOfficeDay(tx: ReadTx, asking: Asking) {
  const { session, today } = asking;
  const rows = await listOwnFollowUps(tx, session.accountId, addDays(today, DAYS_AHEAD), MOST);
  const tasks = rows.map((row) => shownFollowUp(asking, row));
  const toJudge = await listToJudge(tx, session.accountId);
  const persons = await loadPersons(tx, [...new Set([...tasks.map((t) => t.personId), ...toJudge.map((d) => d.person_id)])], ["names", "languages"]);
  const nameOf = (id: string) => (persons.has(id) ? displayName(persons.get(id)!) : { latin: "ohne Namen" });
  const named = tasks.map((task) => ({ task, name: nameOf(task.personId) }));
  return {
    overdue: named.filter(({ task }) => task.dueOn < today), today: named.filter(({ task }) => task.dueOn === today), coming: named.filter(({ task }) => task.dueOn > today),
    appointments: await showAppointments(tx, asking, await listAppointmentsOn(tx, today, today, MOST)),
    toJudge: toJudge.map((d) => ({ id: d.id, personId: d.person_id, name: nameOf(d.person_id), recipient: d.recipient_name, author: d.author_name })),
    counts: await countOfficeDay(tx, session.accountId),
    room: await countOffice(tx, session.accountId, dueBounds(today), { ids: null, due: null, mine: false, check: null, status: null, untilBefore: null }),
  };
}
export type OfficeDay = Awaited<ReturnType<typeof readOfficeDay>>;

/** What waits, beside "Heute"; nothing for whoever is no officer. */
export async function readOfficeNavigation(tx: ReadTx, session: Session, today: CalendarDay): Promise<NavigationCounts> {
  if (session.roomId === null || !mayUse(session, "office.work")) return {};
  const { n } = await countOwnDue(tx, session.accountId, today, MOST_IN_NAVIGATION);
  return n === 0 ? {} : { "office-day": { count: n, unit: "fällig" } };
}
