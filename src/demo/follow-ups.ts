import { addDays, type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Story } from "./contacts.ts";
import { AREA_NOTES } from "./notes.data.ts";

/** What was to be done and is done, and what is still open: overdue, today, soon. */
export function addFollowUps(load: Caseload, story: Story & { readonly owner: string }): void {
  const { rows, random, today, tenantId, roomId } = load;
  const add = (due: CalendarDay, doneOn: CalendarDay | null): void => {
    const id = random.id();
    const area = random.pick(story.areas);
    rows.add("follow_ups", {
      tenant_id: tenantId, room_id: roomId, id, case_id: story.caseId, owner_id: story.owner, due_on: due, title_ct: load.seal(story.keyRef, random.pick(AREA_NOTES[area]!.todo), "follow_ups", "title_ct", id),
      life_areas: [area], done_on: doneOn, done_by: doneOn === null ? null : story.owner, created_by: story.owner,
    });
  };
  const age = daysBetween(story.openedOn, today);
  for (let i = 0; i < Math.min(story.isBrief ? 1 : 6, Math.floor(age / 60)); i += 1) {
    const due = addDays(story.openedOn, random.between(14, age));
    add(due, due);
  }
  const open = Array.from({ length: story.isBrief ? 1 : random.between(1, 3) }, () => {
    const when = random.weighted({ overdue: 3, today: 2, soon: 5, later: 5 });
    return addDays(today, when === "overdue" ? -random.between(1, 20) : when === "today" ? 0 : when === "soon" ? random.between(1, 7) : random.between(8, 90));
  });
  for (const due of open) add(due, null);
}
