import type { ReadTx } from "../../db/index.ts";
import { type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import type { Reading } from "../process/portal-route.ts";
import { listSeen, type SeenRow } from "../portal.sql.ts";
import type { SeenDeed, SeenEntry, SeenRole, SeenThing, SeenView, SeenWhy } from "../views.ts";

const ROLES: readonly (readonly [string, SeenRole])[] = [
  ["person", "you"], ["case_manager", "case_manager"], ["team_lead", "team_lead"], ["intake", "intake"], ["partner_worker", "partner_worker"], ["volunteer", "volunteer"],
  ["immigration_officer", "authority"], ["naturalisation_officer", "authority"], ["data_protection_officer", "data_protection"], ["controller_deputy", "data_protection"], ["tenant_administrator", "administration"],
];
/** Of several roles the one that has to do with the file; none at all is the program itself. */
export const roleOf = (row: Pick<SeenRow, "function" | "is_team">): SeenRole => {
  const held = row.function.split(",");
  return row.is_team && held.includes("case_manager") ? "case_manager" : ROLES.find(([name]) => held.includes(name))?.[1] ?? "program";
};

const DEEDS: Readonly<Record<string, SeenDeed>> = {
  read: "read", seen: "read", file_read: "read", record_read: "read", listed: "listed", searched: "listed", added: "added", created: "added", opened: "added", uploaded: "added", recorded: "added", made: "added", begun: "added",
  removed: "removed", deleted: "removed", withdrawn: "removed", sent: "passed_on", granted: "passed_on", printed: "printed", downloaded: "downloaded", exported: "downloaded",
};
const THINGS: Readonly<Record<string, SeenThing>> = {
  case: "case", cases: "case", person: "person", persons: "person", person_fact: "person", contact: "notes", entry: "notes", draft: "notes", timeline: "notes", follow_up: "tasks", volunteer_task: "tasks", day: "tasks",
  document: "papers", plan: "plan", goal: "plan", measure: "plan", agreement: "plan", plan_review: "plan", appointment: "appointments", conference: "appointments", consent: "consents", share: "consents", shares: "consents", sharing: "consents", disclosure: "consents",
  perspectives: "residence", deadlines: "residence", fact: "residence", switch: "residence", assessment: "assessment", qualification: "assessment", network_tie: "assessment", conversation: "assessment", notice: "letters", letter: "letters", record: "record",
};
export const deedOf = (action: string): SeenDeed => DEEDS[action.split(".")[1] ?? ""] ?? "changed";
export const thingOf = (action: string): SeenThing => THINGS[action.split(".")[0] ?? ""] ?? "other";

/** The reason that the record itself proves; where it proves none, none is made up. */
export function whyOf(row: SeenRow): SeenWhy | null {
  const role = roleOf(row);
  if (role === "you") return "yourself";
  if (row.action.startsWith("emergency") || row.purpose === "emergency") return "emergency";
  if (row.team_function === "substitute") return "stands_in";
  if (row.is_team) return "works_with_you";
  if (role === "data_protection") return "checks";
  if (role === "partner_worker") return "you_allowed";
  if (role === "team_lead") return "leads_team";
  if (role === "authority") return "law";
  return null;
}

/** The same on the same day is said once, with how often. */
export async function readSeen(tx: ReadTx, call: Reading, before: Date, most = 200): Promise<SeenView> {
  const rows = await listSeen(tx, before, most);
  const timeZone = call.app.config.timeZone;
  const days = new Map<CalendarDay, Map<string, SeenEntry>>();
  for (const row of rows) {
    const day = dayOf(row.at, timeZone);
    const entry: SeenEntry = { day, time: germanTime(row.at, timeZone), role: roleOf(row), office: row.office, name: null, did: deedOf(row.action), what: [thingOf(row.action)], why: whyOf(row), reason: null, times: 1 };
    const key = [entry.role, entry.office, entry.did, entry.what[0], entry.why].join("|");
    const ofDay = days.get(day) ?? new Map<string, SeenEntry>();
    const known = ofDay.get(key);
    ofDay.set(key, known === undefined ? entry : { ...known, times: known.times + 1 });
    days.set(day, ofDay);
  }
  const last = rows.at(-1);
  return { days: [...days].map(([day, entries]) => ({ day, entries: [...entries.values()] })), olderBefore: rows.length < most || last === undefined ? null : last.at.toISOString() };
}
