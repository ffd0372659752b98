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

/** What the whole event says; else what was done says it. */
const EVENTS: Readonly<Record<string, SeenDeed>> = {
  "portal_session.opened": "opened", "emergency.begun": "opened", "content_check.begun": "opened", "portal_message.added": "sent", "document.sent": "sent", "portal_data.exported": "downloaded",
  "disclosure.sent": "passed_on", "move.handed_over": "passed_on", "request.sent": "asked", "reminder.sent": "sent", "consent.recorded": "added", "portal_access.granted": "opened",
};
const DEEDS: Readonly<Record<string, SeenDeed>> = {
  read: "read", seen: "read", file_read: "read", record_read: "read", listed: "listed", searched: "listed", added: "added", created: "added", opened: "added", uploaded: "added", recorded: "added", made: "added", begun: "added", written: "added",
  prepared: "added", sheet_added: "added", removed: "removed", deleted: "removed", withdrawn: "removed", discarded: "removed", sent: "sent", answered: "answered", replied: "answered", printed: "printed", downloaded: "downloaded", exported: "downloaded",
};
const THINGS: Readonly<Record<string, SeenThing>> = {
  case: "case", cases: "case", team: "case", phase: "case", admission: "case", relation: "case", emergency: "case", content_check: "case", handover_sheet: "case", list: "case", import: "case", closing_letter: "letters", aftercare: "case", load: "case", switch_item: "tasks",
  person: "person", persons: "person", merge: "person", duplicate: "person", person_fact: "person", contact: "notes", entry: "notes", draft: "notes", timeline: "notes", advice: "notes", follow_up: "tasks", volunteer_task: "tasks", day: "tasks",
  document: "papers", paper: "papers", plan: "plan", goal: "plan", measure: "plan", agreement: "plan", plan_review: "plan", appointment: "appointments", case_appointment: "appointments", interpreter_request: "appointments", reminder: "appointments", conference: "meeting",
  conference_protocol: "meeting", peer_consultation: "meeting", consent: "consents", share: "consents", shares: "consents", sharing: "consents", disclosure: "exchange", move: "exchange", request: "exchange", inbox: "exchange", entry_release: "exchange",
  perspectives: "residence", deadlines: "residence", fact: "person", switch: "residence", assessment: "assessment", qualification: "assessment", network_tie: "assessment", conversation: "assessment", notice: "letters", photo_ticket: "papers", letter: "letters", record: "record",
  portal_message: "messages", portal_access: "own_page", portal_session: "own_page", portal_pin: "own_page", portal_passkey: "own_page", portal_area: "own_page", portal_hold: "own_page", portal_preview: "own_page", portal_data: "copy", subject_access: "copy",
  retention: "keeping", hold: "keeping", archive: "keeping", archive_package: "keeping", erasure: "keeping",
};
export const deedOf = (action: string): SeenDeed => EVENTS[action] ?? DEEDS[action.split(".")[1] ?? ""] ?? "changed";
export const thingOf = (action: string): SeenThing => (action === "case.record_read" ? "record" : THINGS[action.split(".")[0] ?? ""] ?? "other");

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

/** One entry for whoever it was on a day, and in it what was done to what, once, with how often: a day is read at a glance. */
export async function readSeen(tx: ReadTx, call: Reading, before: Date, most = 200): Promise<SeenView> {
  const rows = await listSeen(tx, before, most);
  const timeZone = call.app.config.timeZone;
  const days = new Map<CalendarDay, Map<string, SeenEntry>>();
  for (const row of rows) {
    const day = dayOf(row.at, timeZone);
    const fresh: SeenEntry = { day, time: germanTime(row.at, timeZone), role: roleOf(row), office: row.office, name: null, deeds: [], why: whyOf(row), reason: null };
    const key = [fresh.role, fresh.office, fresh.why].join("|");
    const ofDay = days.get(day) ?? new Map<string, SeenEntry>();
    const known = ofDay.get(key) ?? fresh;
    ofDay.set(key, { ...known, deeds: withDeed(known.deeds, deedOf(row.action), thingOf(row.action)) });
    days.set(day, ofDay);
  }
  const last = rows.at(-1);
  return { days: [...days].map(([day, entries]) => ({ day, entries: ownLast([...entries.values()]) })), olderBefore: rows.length < most || last === undefined ? null : last.at.toISOString() };
}
function withDeed(deeds: SeenEntry["deeds"], did: SeenDeed, what: SeenThing): SeenEntry["deeds"] {
  const known = deeds.find((d) => d.did === did);
  if (known === undefined) return [...deeds, { did, what: [what], times: 1 }];
  return deeds.map((d) => (d === known ? { did, what: d.what.includes(what) ? d.what : [...d.what, what], times: d.times + 1 } : d));
}
/** The person looks for others; the own acts stand below. */
const ownLast = (entries: readonly SeenEntry[]): SeenEntry[] => [...entries.filter((e) => e.role !== "you"), ...entries.filter((e) => e.role === "you")];
