import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Caseload, Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

const TITLE = "Nachsorge: nachfragen, wie es der Person nach dem Abschluss geht";
const SAID = { stable: "Die Arbeit läuft, die Kinder sind in der Schule angekommen.", needs_help: "Ein Brief der Krankenkasse ist unklar, Termin in der Kurzberatung vereinbart.", not_reached: "Nummer nicht vergeben." } as const;
const WEEKS = 12;

/** Of cases that ended: how it went some weeks later, and two of whom it is to be asked now. */
export function addAftercare(load: Caseload, cases: readonly Placed[], seed: string): void {
  const random = new SeededRandom(`${seed} aftercare`, Date.parse(`${load.today}T06:30:00Z`) - 86_400_000);
  const ended = cases.filter((c) => c.phase === "closed" && c.leadId !== null && c.closure !== undefined);
  for (const [i, one] of ended.entries()) {
    const first = i === 0 ? load.today : i === 1 ? addDays(load.today, -3) : addDays(one.closure!.on, WEEKS * 7);
    addContact(load, random, one, 1, first, i > 1 && first < load.today);
    if (i % 2 === 0) addContact(load, random, one, 2, addDays(first, WEEKS * 7), i > 1 && addDays(first, WEEKS * 7) < load.today);
  }
}

function addContact(load: Caseload, random: SeededRandom, one: Placed, position: number, dueOn: CalendarDay, isPast: boolean): void {
  const { rows, tenantId, roomId } = load;
  const [id, owner] = [random.id(), one.leadId!];
  const place = { tenant_id: tenantId, room_id: roomId, id, case_id: one.id };
  rows.add("follow_ups", { ...place, owner_id: owner, due_on: dueOn, kind: "aftercare", title_ct: load.seal(one.keyRef, TITLE, "follow_ups", "title_ct", id), created_by: owner, done_on: isPast ? dueOn : null, done_by: isPast ? owner : null });
  const result = random.weighted({ stable: 6, needs_help: 2, not_reached: 2 }) as keyof typeof SAID;
  rows.add("aftercare_contacts", {
    ...place, closure_id: one.closure!.id, position, due_on: dueOn,
    ...(isPast ? { result, recorded_on: dueOn, recorded_by: owner, note_ct: load.seal(one.keyRef, SAID[result], "aftercare_contacts", "note_ct", id) } : { result: null, recorded_on: null, recorded_by: null, note_ct: null }),
  });
}
