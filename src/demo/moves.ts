import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload, Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

const TO = { municipality: "Stadt Birkenfels", office: "Kommunales Integrationszentrum", contact: "Telefonzentrale, die Kollegin weiß Bescheid" };

/** Somebody who moves next month: the package is chosen, and the talk about it is still to come. */
export function addMoves(load: Caseload, cases: readonly Placed[], seed: string): void {
  const { rows, tenantId, roomId, today } = load;
  const random = new SeededRandom(`${seed} moves`, Date.parse(`${today}T07:00:00Z`) - 86_400_000);
  const one = cases.filter((c) => c.leadId !== null && c.phase === "monitoring")[1];
  if (one === undefined) return;
  const id = random.id();
  rows.add("case_moves", {
    tenant_id: tenantId, room_id: roomId, id, case_id: one.id, recipient_ct: load.seal(one.keyRef, JSON.stringify(TO), "case_moves", "recipient_ct", id), moves_on: addDays(today, 24),
    person_ids: [one.main.id], parts: ["register", "assessment", "qualifications", "plan", "consents"], created_by: one.leadId!,
  });
}
