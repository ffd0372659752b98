import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import { dueOfItem, findTemplate } from "../perspectives/index.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";

/** One of each kind and state; `days`: when the switch is or was, `done`: how many items from the first are settled, `taken`: so many days ago. */
const STORIES = [
  { template: "recognition", days: -12, taken: 14, state: "open", done: 3 },
  { template: "job_taken", days: 9, taken: 6, state: "open", done: 1 },
  { template: "move", days: 38, taken: 2, state: "open", done: 0 },
  { template: "chance_104c", days: 140, taken: 120, state: "open", done: 5 },
  { template: "birthday_18", days: 75, taken: 100, state: "open", done: 2 },
  { template: "months_36", days: -60, taken: 150, state: "done", done: 4 },
  { template: "naturalisation", days: -40, taken: 45, state: "done", done: 5 },
  { template: "fiction_24", days: -20, taken: 21, state: "declined", done: 0, reason: "Die Familie hat die Fiktionsbescheinigung und die Zusage des Jobcenters schon selbst geholt." },
  { template: "job_lost", days: 4, taken: 3, state: "open", done: 0 },
] as const;

/** Whom an event can have happened to: the page would contradict itself otherwise. */
const FITS: Readonly<Record<string, (main: Placed["main"]) => boolean>> = {
  recognition: ({ status }) => status === "fluechtling" || status === "subsidiaer",
  chance_104c: ({ status }) => status === "chance",
  birthday_18: ({ age }) => age === 17,
  months_36: ({ status }) => status === "gestattung" || status === "duldung",
  naturalisation: ({ status, age }) => status === "niederlassung" && age >= 18,
  fiction_24: ({ status }) => status === "vorueber",
};

/** Changes of benefit system, taken on, settled and declined; what is only proposed follows from the days ahead. */
export function addSwitches(load: Caseload, cases: readonly Placed[]): void {
  const led = new Set(cases.filter((c) => c.leadId !== null && ["assessment", "planning", "implementation", "monitoring", "evaluation"].includes(c.phase)));
  for (const later of [0, 5]) {
    for (const story of STORIES) {
      const one = [...led].find((c) => FITS[story.template]?.(c.main) ?? c.main.age >= 18);
      if (one === undefined) continue;
      led.delete(one);
      addStory(load, one, story, later);
    }
  }
}

function addStory(load: Caseload, one: Placed, story: (typeof STORIES)[number], later: number): void {
  const { rows, random, today, tenantId, roomId } = load;
  const template = findTemplate(story.template)!;
  const id = random.id();
  const eventOn = addDays(today, story.days + later);
  const takenOn = addDays(today, -story.taken);
  const base = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
  rows.add("switch_checklists", {
    ...base, id, person_id: one.main.id, template: story.template, event_on: eventOn, source: template.trigger === null ? "typed" : "computed", state: story.state,
    reason_ct: "reason" in story ? load.seal(one.keyRef, story.reason, "switch_checklists", "reason_ct", id) : null, created_by: one.leadId!,
    settled_on: story.state === "open" ? null : addDays(today, -3), created_at: `${takenOn} 11:00`,
  });
  if (story.state === "declined") return;
  for (const [i, item] of template.items.entries()) {
    const itemId = random.id();
    const isSettled = i < story.done || story.state === "done";
    const due = dueOfItem(eventOn, item.days, takenOn);
    rows.add("switch_items", {
      ...base, id: itemId, checklist_id: id, position: i + 1, item_key: item.key, title_ct: load.seal(one.keyRef, item.title, "switch_items", "title_ct", itemId), owner_kind: item.owner,
      owner_ct: item.office === undefined ? null : load.seal(one.keyRef, item.office, "switch_items", "owner_ct", itemId), due_on: due,
      state: !isSettled ? "open" : i % 4 === 3 ? "not_needed" : "done", note_ct: isSettled && i === 1 ? load.seal(one.keyRef, "Mit der Sachbearbeitung telefoniert, liegt vor.", "switch_items", "note_ct", itemId) : null,
      settled_on: isSettled ? earlier(due, addDays(today, -1 - i)) : null, settled_by: isSettled ? one.leadId! : null,
    });
  }
}

const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);
