import { addDays } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { HeldConsent } from "./consents.ts";
import { SeededRandom } from "./random.ts";
import type { Town } from "./staff.data.ts";
import type { BuiltTown } from "./town.ts";

/** What a partner is asked to do, by the life area of the share. */
const TASKS: Readonly<Record<string, string>> = {
  arbeit: "Stellenvorschläge in der Pflege prüfen und zurückmelden",
  bildung: "Schulplatz für das Kind klären",
  leistungen: "Antrag auf Wohngeld mit der Familie durchgehen",
  wohnen: "Wohnberechtigungsschein beantragen",
};

/** Two of three consents towards an office with people here carry a share, which its worker sees; some have a task in it. */
export function addShares(load: Caseload, built: BuiltTown, town: Town, consents: readonly HeldConsent[], seed: string): void {
  const { rows, tenantId, roomId, today } = load;
  const random = new SeededRandom(`${seed} shares`, Date.parse(`${today}T04:00:00Z`) - 86_400_000);
  const taken = new Set<string>();
  for (const [i, consent] of consents.entries()) {
    const workers = town.staff.filter((s) => s.office === consent.office && s.roles.includes("partner_worker"));
    const cells = consent.cells.filter(([area]) => area !== "");
    const place = `${consent.of.id} ${consent.office}`;
    if (workers.length === 0 || cells.length === 0 || i % 3 === 2 || taken.has(place)) continue;
    taken.add(place);
    const id = random.id();
    const of = { tenant_id: tenantId, room_id: roomId, case_id: consent.of.id };
    const organisation = built.offices.get(consent.office)!;
    const lead = consent.of.leadId!;
    rows.add("shares", {
      ...of, id, organisation_id: organisation, organisation_kind: town.offices.find((o) => o.key === consent.office)!.kind, legal_basis_id: built.consentBasisId,
      from_on: consent.givenOn, until_on: consent.expiresOn, created_by: lead, created_at: `${consent.givenOn} 10:20`,
    });
    rows.add("share_consents", { ...of, share_id: id, consent_id: consent.id });
    for (const [life_area, kind] of cells) rows.add("share_categories", { ...of, share_id: id, life_area, kind });
    for (const worker of workers) rows.add("share_members", { ...of, share_id: id, account_id: built.accounts.get(worker.key)!, added_by: lead, added_at: `${consent.givenOn} 10:25` });
    const [area] = cells.find(([, kind]) => kind === "task") ?? [undefined];
    if (area === undefined || random.chance(0.4)) continue;
    const task = random.id();
    rows.add("follow_ups", {
      ...of, id: task, owner_id: lead, due_on: addDays(today, random.between(-5, 25)), title_ct: load.seal(consent.of.keyRef, TASKS[area] ?? "Bitte zurückmelden, was möglich ist", "follow_ups", "title_ct", task),
      life_areas: [area], created_by: lead, for_organisation_id: organisation, about_person_id: consent.of.main.id,
    });
  }
}
