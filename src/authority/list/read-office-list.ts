import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { addDays, type CalendarDay } from "../../kernel/calendar-day.ts";
import { birthText, displayName, findPersons, loadPersons } from "../../persons/index.ts";
import { filterOf, OFFICE_LIST_SIZE, type OfficeKey, type OfficeQuery, parseCursor, sortOf } from "./office-address.ts";
import { countOffice, type DueBounds, listOfficeRows, listStatuses, OFFICE_SORTS, type OfficeFilter, type OfficeLineRow } from "./office-list.sql.ts";

const MOST_FOUND = 200;
const DAYS_AHEAD = 7;
export const dueBounds = (today: CalendarDay): DueBounds => ({ today, tomorrow: addDays(today, 1), week: addDays(today, DAYS_AHEAD + 1) });
const EVERYBODY: OfficeFilter = { ids: null, due: null, mine: false, check: null, status: null, untilBefore: null };

const isEverybody = (filter: OfficeFilter): boolean => filter.ids === null && filter.due === null && !filter.mine && filter.check === null && filter.status === null && filter.untilBefore === null;

/** The page of the list that was asked for, with its counts: of the filter, and of the room as a whole. */
export async function readOfficeList(tx: ReadTx, asking: Asking, query: OfficeQuery) {
  const { session, today } = asking;
  const ids = query.q ? (await findPersons(tx, query.q, MOST_FOUND, today)).map((p) => p.personId) : null;
  const filter = filterOf(query, today, ids);
  const backwards = query.vor !== undefined;
  const sort = sortOf(query);
  const days = dueBounds(today);
  const rows = await listOfficeRows(tx, session.accountId, days, { filter, sort, from: parseCursor(query.vor ?? query.nach), backwards, most: OFFICE_LIST_SIZE + 1 });
  const more = rows.length > OFFICE_LIST_SIZE;
  const shown = backwards ? rows.slice(0, OFFICE_LIST_SIZE).reverse() : rows.slice(0, OFFICE_LIST_SIZE);
  const found = await countOffice(tx, session.accountId, days, filter);
  const room = isEverybody(filter) ? found : await countOffice(tx, session.accountId, days, EVERYBODY);
  const keyOf = (row: OfficeLineRow): OfficeKey => ({ value: OFFICE_SORTS[sort] === "text" ? null : row.sort_key, id: row.id });
  const isMiddle = query.vor !== undefined || query.nach !== undefined;
  return {
    lines: await linesOf(tx, shown), found, room, statuses: await listStatuses(tx, today),
    previous: shown.length > 0 && (backwards ? more : isMiddle) ? keyOf(shown[0]!) : null,
    next: shown.length > 0 && (backwards || more) ? keyOf(shown.at(-1)!) : null,
  };
}
export type OfficeList = Awaited<ReturnType<typeof readOfficeList>>;

async function linesOf(tx: ReadTx, rows: readonly OfficeLineRow[]) {
  const persons = await loadPersons(tx, rows.map((r) => r.id), ["names", "languages"]);
  return rows.map((r) => {
    const person = persons.get(r.id);
    return {
      id: r.id, name: person === undefined ? { latin: "ohne Namen" } : displayName(person), birth: person === undefined ? null : birthText(person), status: r.status, until: r.until_on, nextDue: r.next_due, open: r.open, isMine: r.mine,
      rules: r.rules, missing: r.missing, nextAppointment: r.next_appointment,
    };
  });
}
export type OfficeLine = Awaited<ReturnType<typeof linesOf>>[number];
