import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

/** Files that end: some offered to the archive, one that a lawsuit holds, one that the person wants erased, and what the nights did. */
export function addRetention(load: Caseload, cases: readonly Placed[], lead: string, seed: string): void {
  const { rows, tenantId, roomId, today } = load;
  const random = new SeededRandom(`${seed} retention`, Date.parse(`${today}T05:00:00Z`) - 86_400_000);
  const ended = cases.filter((c) => c.leadId !== null && ["closed", "advised_onward", "not_admitted"].includes(c.phase));
  const of = (one: Placed) => ({ tenant_id: tenantId, room_id: roomId, case_id: one.id });
  const ofShortAdvice = ended.filter((c) => c.phase !== "closed");
  const oldest = ofShortAdvice.filter((_c, i) => i % 2 === 0).toSorted((a, b) => a.number.localeCompare(b.number))[0];
  for (const [i, one] of ofShortAdvice.entries())
    // what came first the archive took over: its package is still to be made
    if (i % 2 === 0) rows.add("archive_offers", { ...of(one), offered_on: addDays(today, -random.between(10, 90)), offered_by: lead, answer: one === oldest ? "taken" : null, answered_on: one === oldest ? addDays(today, -4) : null, answered_by: one === oldest ? lead : null });
  const [held, wished] = ended.filter((c) => c.phase === "closed");
  if (held !== undefined) {
    const id = random.id();
    rows.add("retention_holds", { ...of(held), id, kind: "legal_dispute", reason_ct: load.seal(held.keyRef, "Klage gegen den Bescheid vom Sommer, die Anwältin braucht die Akte", "retention_holds", "reason_ct", id), until_on: addDays(today, 210), set_by: held.leadId! });
  }
  if (wished !== undefined) {
    const id = random.id();
    rows.add("erasure_requests", { ...of(wished), id, kind: "person_asks", reason_ct: load.seal(wished.keyRef, "Antrag der Person vom letzten Termin, das Schreiben liegt in den Dateien", "erasure_requests", "reason_ct", id), asked_by: wished.leadId! });
  }
  // people who asked what is held on them: one in a few days, one who has waited long
  for (const [i, one] of cases.filter((c) => c.leadId !== null && ["planning", "implementation"].includes(c.phase)).slice(0, 4).entries())
    rows.add("subject_accesses", { ...of(one), id: random.id(), person_id: one.main.id, asked_on: addDays(today, -[4, 26, 9, 15][i]!), created_by: one.leadId! });
  for (const [daysAgo, erased, kept, waiting] of [[1, 0, 0, 2], [8, 2, 0, 1], [31, 1, 1, 0]] as const)
    rows.add("retention_reports", { tenant_id: tenantId, room_id: roomId, ran_on: addDays(today, -daysAgo), due: erased + kept + waiting, erased, held: kept, waiting, persons_erased: erased * 2, consultations_erased: daysAgo === 31 ? 1 : 0 });
}
