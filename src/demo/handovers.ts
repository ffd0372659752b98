import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";
import { SeededRandom } from "./random.ts";

const WORDS = [
  { situation: "Die Familie ist seit dem Frühjahr hier, die Wohnung ist gefunden, jetzt geht es um den Schulplatz.", wishes: "Die Mutter will selbst mit der Schule sprechen und nur begleitet werden.", careful: "Bitte nur mobil anrufen, nie über den Nachbarn.", people: "Frau Sahin dolmetscht und kennt die Familie." },
  { situation: "Ausbildung ab August, der Vertrag liegt bei der Kammer.", wishes: "Er möchte keine Termine vor zehn Uhr, er arbeitet nachts.", careful: "", people: "Ansprechpartner im Betrieb ist der Ausbilder." },
] as const;

/** A case that came with a sheet which waits to be read, and one that was read long ago. */
export function addHandovers(load: Caseload, cases: readonly Placed[], managers: readonly string[], seed: string): void {
  const { rows, tenantId, roomId, today } = load;
  const random = new SeededRandom(`${seed} handovers`, Date.parse(`${today}T06:00:00Z`) - 86_400_000);
  const led = cases.filter((c) => c.leadId !== null && ["planning", "implementation", "monitoring"].includes(c.phase));
  for (const [i, words] of WORDS.entries()) {
    const one = led[i * 3 + 1];
    const giver = managers.find((m) => m !== one?.leadId);
    if (one === undefined || giver === undefined) continue;
    const id = random.id();
    const madeOn = addDays(today, i === 0 ? -2 : -60);
    rows.add("handover_sheets", {
      tenant_id: tenantId, room_id: roomId, id, case_id: one.id, kind: "change", from_id: giver, to_id: one.leadId!, made_at: `${madeOn} 14:00`, read_at: i === 0 ? null : `${addDays(madeOn, 1)} 09:00`,
      content_ct: load.seal(one.keyRef, JSON.stringify({ words, standing: [{ title: "Wiedervorlagen", lines: ["Schulplatz: Rückmeldung der Schule"] }] }), "handover_sheets", "content_ct", id),
    });
  }
}
