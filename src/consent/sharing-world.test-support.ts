import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";
import { addDays } from "../kernel/calendar-day.ts";
import { newId } from "../kernel/id.ts";
import { actor, type Actor } from "../../test/world.ts";

/** A room with cases, a Jobcenter with people, and consents arranged as the owner. */
export interface SharingWorld extends ReadingWorld {
  readonly partner: Actor;
  readonly otherPartner: Actor;
  readonly volunteer: Actor;
  readonly dataProtectionOfficer: Actor;
  /** cells as `lifeArea.kind`; of the main person unless said otherwise */
  newConsent(caseId: string, cells: readonly string[], more?: Readonly<Record<string, unknown>>): Promise<string>;
  personOf(caseId: string): Promise<string>;
  /** as the team's pages do it: prepared, then begun by naming people */
  share(caseId: string, cells: readonly string[], people?: readonly Actor[]): Promise<string>;
}

export async function startSharingWorld(): Promise<SharingWorld> {
  const reading = await startReadingWorld();
  const { world, app } = reading;
  const { owner, tenantId, caseRoomId } = world;
  await owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose) values ($1, $2, 'consent', 'Art. 6 Abs. 1 Buchst. a DSGVO', 'Einwilligung der Person')", [tenantId, newId()]);
  const put = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    await owner.query(`insert into app.${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row).map((_c, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
  };
  const it: SharingWorld = {
    ...reading,
    partner: await actor(world, ["partner_worker"], "partner", "Petersen"),
    otherPartner: await actor(world, ["partner_worker"], "partner", "Zander"),
    volunteer: await actor(world, ["volunteer"], "partner", "Helfer"),
    dataProtectionOfficer: await actor(world, ["data_protection_officer"], null, "Seidel"),
    personOf: async (caseId) => (await owner.query<{ person_id: string }>("select person_id from app.case_persons where tenant_id = $1 and case_id = $2 and is_main", [tenantId, caseId])).rows[0]!.person_id,
    newConsent: async (caseId, cells, more = {}) => {
      const id = newId();
      const of = { tenant_id: tenantId, room_id: caseRoomId, case_id: caseId };
      const key = (await owner.query<{ key_ref: string }>("select key_ref from app.cases where tenant_id = $1 and id = $2", [tenantId, caseId])).rows[0]!.key_ref;
      const sealed = app.vault.seal(key, "Arbeit finden", { tenant: tenantId, table: "consents", column: "purpose_ct", row: id, version: 1 });
      await owner.query("begin");
      await put("consents", {
        ...of, id, person_id: await it.personOf(caseId), recipient_id: world.partnerOrganisationId, purpose: "work", purpose_ct: sealed, direction: "both", releases_secrecy: true, form: "written", language: "de",
        text_version: "1", given_by: "person", capacity_noted: true, given_on: addDays(it.today, -10), expires_on: addDays(it.today, 200), recorded_by: it.manager.accountId, ...more,
      });
      for (const cell of cells) {
        const at = cell.lastIndexOf(".");
        await put("consent_categories", { ...of, consent_id: id, life_area: cell.slice(0, at), kind: cell.slice(at + 1) });
      }
      await owner.query("commit");
      return id;
    },
    share: async (caseId, cells, people = [it.partner]) => {
      const made = await it.post(`/faelle/${caseId}/freigaben/neu`, it.manager.secret, { organisationId: world.partnerOrganisationId, cells });
      const shareId = /freigaben\/([0-9a-f-]{36})$/.exec(String(made.headers.location))?.[1];
      if (shareId === undefined) throw new Error(`no share: ${made.statusCode} ${made.body.slice(0, 2000)}`);
      if (people.length > 0) await it.post(`/faelle/${caseId}/freigaben/${shareId}`, it.manager.secret, { accountIds: people.map((p) => p.accountId) });
      return shareId;
    },
  };
  return it;
}
