import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";

const TASKS = [
  { kind: "accompany", state: "offered", days: 3, at: "09:30", place: "Bürgerbüro Lindenau, Eingang", title: "Zur Anmeldung begleiten und beim Formular helfen" },
  { kind: "learn", state: "offered", days: 6, at: "16:00", place: "Stadtbücherei, Lernraum 2", title: "Eine Stunde Deutsch sprechen, Thema Einkaufen" },
  { kind: "forms", state: "accepted", days: 1, at: "14:00", place: "Familienzentrum Nord", title: "" },
  { kind: "interpret", state: "accepted", days: 8, at: "10:15", place: "Gesundheitsamt, Zimmer 12", title: "" },
  { kind: "moving", state: "done", days: -9, at: "10:00", place: "Gartenstraße, Haltestelle", title: "Kartons tragen" },
] as const;

/** Tasks for a volunteer: first name, time, place, language, and nothing of the file. */
export function addVolunteerTasks(load: Caseload, cases: readonly Placed[], volunteer: string | undefined): void {
  if (volunteer === undefined) return;
  const { rows, random, tenantId, roomId, today } = load;
  const led = cases.filter((c) => c.leadId !== null && c.main.age >= 18 && ["planning", "implementation", "monitoring"].includes(c.phase));
  for (const [i, task] of TASKS.entries()) {
    const one = led[i * 2];
    if (one === undefined) continue;
    const id = random.id();
    rows.add("volunteer_tasks", {
      tenant_id: tenantId, room_id: roomId, id, case_id: one.id, account_id: volunteer, kind: task.kind, first_name: one.main.given.split(" ")[0]!,
      happens_on: addDays(today, task.days), happens_at: task.at, place: task.place, language: one.main.origin.languages[0]!, state: task.state, created_by: one.leadId!,
      title_ct: task.title === "" ? null : load.seal(one.keyRef, task.title, "volunteer_tasks", "title_ct", id),
    });
  }
}
