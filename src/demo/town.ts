import type { ClientBase } from "pg";
import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Vault } from "../vault/index.ts";
import type { Caseload } from "./caseload.ts";
import type { Register } from "./people.ts";
import type { SeededRandom } from "./random.ts";
import { Rows } from "./rows.sql.ts";
import { emailOf, type Town } from "./staff.data.ts";
import { ADMISSION_CRITERIA, insertTenant, LIFE_AREAS } from "../accounts/index.ts";

/** An invented municipality under construction: its ids by the keys of the data. */
export interface BuiltTown {
  readonly tenantId: string;
  readonly legalBasisId: string;
  readonly consentBasisId: string;
  readonly rows: Rows;
  readonly accounts: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly offices: ReadonlyMap<string, string>;
  registerOf(room: string): Register;
  caseloadOf(room: string): Caseload;
}

export interface Making {
  readonly owner: ClientBase;
  readonly vault: Vault;
  readonly random: SeededRandom;
  readonly today: CalendarDay;
}

const KEYS_AT_ONCE = 512;
const SIDES: Readonly<Record<string, string>> = { case_management: "management", immigration_office: "authority", naturalisation_office: "authority" };
const TENANT_WIDE: ReadonlySet<string> = new Set(["tenant_administrator", "data_protection_officer", "controller_deputy"]);

/** Tenant, offices, rooms and accounts; the tenant is in the database when this returns, the rest waits in `rows`. */
export async function buildTown({ owner, vault, random, today }: Making, town: Town): Promise<BuiltTown> {
  const rows = new Rows();
  const tenantId = random.id();
  const legalBasisIds = [random.id(), random.id()];
  await insertTenant(owner, { id: tenantId, name: town.name, isDemo: true, legalBasisIds });
  const offices = new Map(town.offices.map((office) => [office.key, random.id()]));
  const rooms = new Map(town.rooms.map((room) => [room.key, random.id()]));
  const accounts = new Map(town.staff.map((member) => [member.key, random.id()]));
  for (const { key, kind, name, short, municipality = "" } of town.offices) rows.add("organisations", { tenant_id: tenantId, id: offices.get(key)!, kind, name, short_name: short, municipality });
  for (const { key, kind, name, controller } of town.rooms) rows.add("rooms", { tenant_id: tenantId, id: rooms.get(key)!, kind, name, controller_id: offices.get(controller)!, operator_id: offices.get(controller)! });
  addStaff({ rows, random, today, tenantId, offices, rooms, accounts }, town);
  const fresh: string[] = [];
  const newKey = (): string => {
    if (fresh.length === 0) fresh.push(...vault.newKeys(KEYS_AT_ONCE));
    return fresh.pop()!;
  };
  const registerOf = (room: string): Register => ({ rows, random, today, tenantId, roomId: rooms.get(room)!, towns: town.towns, newKey });
  const caseloadOf = (room: string): Caseload => ({
    ...registerOf(room),
    lifeAreas: LIFE_AREAS.map(([key]) => key),
    criteria: ADMISSION_CRITERIA.map(([key]) => key),
    legalBasisId: legalBasisIds[0]!,
    next: new Map(),
    seal: (keyRef, text, table, column, row) => vault.seal(keyRef, text, { tenant: tenantId, table, column, row, version: 1 }),
  });
  return { tenantId, legalBasisId: legalBasisIds[0]!, consentBasisId: legalBasisIds[1]!, rows, accounts, rooms, offices, registerOf, caseloadOf };
}

interface StaffContext {
  readonly rows: Rows;
  readonly random: SeededRandom;
  readonly today: CalendarDay;
  readonly tenantId: string;
  readonly offices: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

function addStaff({ rows, random, today, tenantId, offices, rooms, accounts }: StaffContext, town: Town): void {
  const since = addDays(today, -760);
  for (const [i, member] of town.staff.entries()) {
    const accountId = accounts.get(member.key)!;
    const room = town.rooms.find((r) => r.key === member.room);
    const side = room === undefined ? "neutral" : (SIDES[room.kind] ?? "neutral");
    rows.add("accounts", {
      tenant_id: tenantId, id: accountId, organisation_id: offices.get(member.office)!, side, email: emailOf(town, member), title: member.title ?? "", given_name: member.given, family_name: member.family,
      job_title: member.job, phone: `0299 40-${200 + i}`, created_at: `${since} 09:00`,
    });
    for (const role of member.roles) {
      const wide = TENANT_WIDE.has(role);
      rows.add("memberships", {
        tenant_id: tenantId, id: random.id(), account_id: accountId, account_side: side, room_id: wide ? null : rooms.get(room!.key)!, room_side: wide ? null : side,
        controller_id: role === "data_protection_officer" || role === "controller_deputy" ? offices.get("ki")! : null, role, from_on: since, needs_confirmation: false, granted_at: `${since} 09:00`,
      });
    }
  }
}
