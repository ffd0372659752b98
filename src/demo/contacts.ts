import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import { AREA_NOTES, FIRST_TALKS, NO_SHOW, PHONE_NOTES } from "./notes.data.ts";
import type { Invented } from "./people.ts";

export interface Story {
  readonly caseId: string;
  readonly keyRef: string;
  readonly openedOn: CalendarDay;
  /** today, or the day the case ended */
  readonly lastOn: CalendarDay;
  readonly areas: readonly string[];
  readonly author: string;
  readonly persons: readonly Invented[];
  readonly isBrief: boolean;
}

const KINDS = { talk: 8, phone: 5, home_visit: 2, with_authority: 2, message: 2, video: 1, no_show: 1 } as const;

/** What happened from the first talk on, every few weeks; returns the day of the last contact. */
export function addContacts(load: Caseload, story: Story): CalendarDay | null {
  const { random } = load;
  let day = addDays(story.openedOn, random.between(0, 6));
  let last: CalendarDay | null = null;
  for (let n = 0; day <= story.lastOn && !(story.isBrief && n > 2); n += 1) {
    const kind = n === 0 ? "talk" : random.weighted(KINDS);
    addContact(load, story, day, kind, n === 0);
    if (kind !== "no_show") last = day;
    day = addDays(day, random.between(9, story.isBrief ? 60 : 34));
  }
  return last;
}

function addContact(load: Caseload, story: Story, day: CalendarDay, kind: keyof typeof KINDS, isFirst: boolean): void {
  const { rows, random, tenantId, roomId } = load;
  const id = random.id();
  const areas = isFirst ? story.areas : random.pickSome(story.areas, random.between(1, 2));
  const text = isFirst ? random.pick(FIRST_TALKS) : kind === "no_show" ? NO_SHOW : kind === "phone" && random.chance(0.5) ? random.pick(PHONE_NOTES) : random.pick(AREA_NOTES[areas[0]!]!.happened);
  const main = story.persons[0]!;
  rows.add("contacts", {
    tenant_id: tenantId, room_id: roomId, id, case_id: story.caseId, kind, happened_on: day, happened_at: `${String(random.between(8, 16)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}`,
    minutes: kind === "no_show" ? null : random.pick(kind === "phone" || kind === "message" ? [5, 10, 15] : [30, 45, 60, 60, 90]),
    place: kind === "talk" ? "Büro" : kind === "home_visit" ? "Wohnung" : kind === "with_authority" ? random.pick(["Jobcenter", "Bürgeramt", "Schule"]) : "",
    language: random.chance(0.5) ? main.origin.languages[0]! : "de", interpreting: random.weighted({ none: 6, pool: 3, phone: 1, staff: 1, family: 1 }), life_areas: areas,
    text_ct: load.seal(story.keyRef, text, "contacts", "text_ct", id), is_entrusted: random.chance(0.06), author_id: story.author, created_at: `${day} 16:30`, updated_at: `${day} 16:30`,
  });
  if (!story.isBrief && daysBetween(day, load.today) < RECORDED_DAYS && day < load.today) addRecords(load, story, day, id);
}

/** So far back the invented access record goes: what is older would only take room. */
const RECORDED_DAYS = 60;

/** The file was opened, and then the contact was written. */
function addRecords({ rows, random, tenantId, roomId }: Caseload, story: Story, day: CalendarDay, contactId: string): void {
  const minute = random.between(0, 24);
  const add = (action: string, kind: string, object: string, at: number): void =>
    rows.add("access_records", {
      tenant_id: tenantId, id: random.id(), room_id: roomId, at: `${day} 16:${String(at).padStart(2, "0")}`, account_id: story.author, function: "case_manager", action, object_kind: kind, object_ids: [object], case_id: story.caseId,
    });
  add("case.read", "case", story.caseId, minute);
  add("contact.added", "contact", contactId, minute + 5);
}
