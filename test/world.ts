import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { newId } from "../src/kernel/id.ts";
import type { SessionSecret } from "../src/db/index.ts";

/** What tests stand on: a tenant with its rooms, and accounts in them, arranged as the owner. */
export interface World {
  readonly owner: pg.Client;
  readonly tenantId: string;
  readonly organisationId: string;
  readonly otherOrganisationId: string;
  readonly partnerOrganisationId: string;
  readonly caseRoomId: string;
  readonly immigrationRoomId: string;
  readonly naturalisationRoomId: string;
  readonly partnerRoomId: string;
  readonly legalBasisId: string;
}

export async function buildWorld(owner: pg.Client, name = "Teststadt", isDemo = true): Promise<World> {
  const ids = { tenantId: newId(), organisationId: newId(), otherOrganisationId: newId(), partnerOrganisationId: newId(), caseRoomId: newId(), immigrationRoomId: newId(), naturalisationRoomId: newId(), partnerRoomId: newId(), legalBasisId: newId() };
  await owner.query("insert into app.tenants (id, name, is_demo) values ($1, $2, $3)", [ids.tenantId, name, isDemo]);
  const organisation = "insert into app.organisations (tenant_id, id, kind, name) values ($1, $2, $3, $4)";
  await owner.query(organisation, [ids.tenantId, ids.organisationId, "integration_centre", `KI ${name}`]);
  await owner.query(organisation, [ids.tenantId, ids.otherOrganisationId, "immigration_office", `ABH ${name}`]);
  await owner.query(organisation, [ids.tenantId, ids.partnerOrganisationId, "jobcenter", `Jobcenter ${name}`]);
  const room = "insert into app.rooms (tenant_id, id, kind, name, controller_id, operator_id) values ($1, $2, $3, $4, $5, $5)";
  await owner.query(room, [ids.tenantId, ids.caseRoomId, "case_management", "KIM Case Management", ids.organisationId]);
  await owner.query(room, [ids.tenantId, ids.immigrationRoomId, "immigration_office", "Ausländerbehörde", ids.otherOrganisationId]);
  await owner.query(room, [ids.tenantId, ids.naturalisationRoomId, "naturalisation_office", "Einbürgerungsbehörde", ids.otherOrganisationId]);
  await owner.query(room, [ids.tenantId, ids.partnerRoomId, "partner", "Jobcenter", ids.partnerOrganisationId]);
  const areas = [["sprache", "Sprache"], ["arbeit", "Ausbildung und Arbeit"], ["wohnen", "Wohnen"], ["gesundheit", "Gesundheit"]];
  for (const [position, [key, label]] of areas.entries()) {
    await owner.query("insert into app.life_areas (tenant_id, key, label, position) values ($1, $2, $3, $4)", [ids.tenantId, key, label, position]);
  }
  await owner.query("insert into app.legal_bases (tenant_id, id, kind, citation, purpose) values ($1, $2, 'statutory_task', 'Art. 6 Abs. 1 Buchst. e DSGVO, § 3 DSG NRW', 'Case Management')", [ids.tenantId, ids.legalBasisId]);
  return { owner, ...ids };
}

export interface Actor {
  readonly accountId: string;
  readonly secret: SessionSecret;
}

type RoomName = "case" | "immigration" | "naturalisation" | "partner" | null;
const sideOf = { case: "management", immigration: "authority", naturalisation: "authority", partner: "neutral" } as const;
const roomOf = (world: World, room: RoomName): string | null =>
  room === null ? null : { case: world.caseRoomId, immigration: world.immigrationRoomId, naturalisation: world.naturalisationRoomId, partner: world.partnerRoomId }[room];

/** An account with these roles in this room (null: tenant-wide), signed in and acting there. */
export async function actor(world: World, roles: readonly string[], room: RoomName, family = `Test${randomBytes(3).toString("hex")}`): Promise<Actor> {
  const { owner, tenantId } = world;
  const accountId = newId();
  const side = room === null ? "neutral" : sideOf[room];
  await owner.query(
    "insert into app.accounts (tenant_id, id, organisation_id, side, email, given_name, family_name) values ($1, $2, $3, $4, $5, 'Kim', $6)",
    [tenantId, accountId, world.organisationId, side, `${accountId}@example.org`, family],
  );
  await owner.query("insert into private.credentials (tenant_id, account_id) values ($1, $2)", [tenantId, accountId]);
  for (const role of roles) await grant(world, accountId, role, room);
  return { accountId, secret: await signIn(world, accountId, roomOf(world, room)) };
}

export async function grant(world: World, accountId: string, role: string, room: RoomName): Promise<string> {
  const id = newId();
  const tenantWide = role === "tenant_administrator" || role === "data_protection_officer" || role === "controller_deputy";
  await world.owner.query(
    `insert into app.memberships (tenant_id, id, account_id, account_side, room_id, room_side, controller_id, role, from_on, needs_confirmation)
     select $1, $2, $3, a.side, $4, $5, $6, $7, current_date - 1, false from app.accounts a where a.tenant_id = $1 and a.id = $3`,
    [world.tenantId, id, accountId, tenantWide ? null : roomOf(world, room), tenantWide || room === null ? null : sideOf[room], tenantWide && role !== "tenant_administrator" ? world.organisationId : null, role],
  );
  return id;
}

export async function signIn(world: World, accountId: string, roomId: string | null): Promise<SessionSecret> {
  const secret = `${world.tenantId}.${randomBytes(32).toString("base64url")}`;
  await world.owner.query(
    "insert into private.sessions (tenant_id, token_hash, id, account_id, room_id, expires_at) values ($1, $2, $3, $4, $5, now() + interval '1 day')",
    [world.tenantId, createHash("sha256").update(secret).digest(), newId(), accountId, roomId],
  );
  return secret as SessionSecret;
}
