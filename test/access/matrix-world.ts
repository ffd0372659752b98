import { randomUUID } from "node:crypto";
import type pg from "pg";
import { buildWorld, type World } from "../world.ts";
import type { Actor } from "./model.ts";
import { fillAssessments } from "./assessment-world.ts";
import { fillAppointments } from "./appointments-world.ts";
import { fillAuthorities } from "./authority-world.ts";
import { fillDeadlines } from "./deadlines-world.ts";
import { fillFacts } from "./facts-world.ts";
import { fillLetters } from "./letters-world.ts";
import { fillPlans } from "./plan-world.ts";
import { fillRetention } from "./retention-world.ts";
import { fillClosings } from "./closing-world.ts";
import { fillMoves } from "./move-world.ts";
import { fillSubjectAccesses } from "./subject-access-world.ts";
import { fillPortals } from "./portal-world.ts";
import { type Filled, fillSharing } from "./sharing-world.ts";

type Values = Record<string, unknown>;
const CT = Buffer.from("sealed");

/** Inserts as the owner; objects go in as JSON. */
export async function put(owner: pg.Client, table: string, values: Values): Promise<void> {
  const columns = Object.keys(values);
  await owner.query(`insert into app.${table} (${columns.join(", ")}) values (${columns.map((_c, i) => `$${i + 1}`).join(", ")})`, Object.values(values));
}

export interface MatrixWorld {
  readonly worlds: readonly World[];
  readonly actors: readonly Actor[];
}

/** Two tenants with everything that can go wrong in them: ended, future, unconfirmed, disabled, excluded, merged, absent, in an emergency. */
export async function buildMatrixWorld(owner: pg.Client): Promise<MatrixWorld> {
  const actors: Actor[] = [];
  const worlds: World[] = [];
  for (const name of ["Eins", "Zwei"]) {
    const world = await buildWorld(owner, name);
    worlds.push(world);
    actors.push(...(await peopleOne(owner, world, name)));
    const people = actors.filter((a) => a.tenantId === world.tenantId);
    await fillSharing(owner, world, people, await fillRooms(owner, world, people));
    await fillAuthorities(owner, world, people);
    await fillDeadlines(owner, world);
    await fillFacts(owner, world);
    await fillLetters(owner, world);
    await fillPlans(owner, world);
    await fillRetention(owner, world);
    await fillSubjectAccesses(owner, world);
    await fillClosings(owner, world);
    await fillMoves(owner, world);
    await fillAppointments(owner, world);
    await fillPortals(owner, world);
    await fillAssessments(owner, world);
    for (const role of ["manager one", "team lead", "administrator"]) {
      const account = people.find((p) => p.name === `${name}: ${role}`)!;
      actors.push({ ...account, name: `${account.name} by a reading token`, onlyReads: true });
    }
  }
  return { worlds, actors };
}

interface Spec {
  readonly name: string;
  readonly roles: readonly string[];
  readonly room: keyof Pick<World, "caseRoomId" | "immigrationRoomId" | "naturalisationRoomId" | "partnerRoomId"> | null;
  readonly more?: Values;
  readonly account?: Values;
  /** acts in a room that no membership of theirs names */
  readonly actsIn?: keyof World;
}
const SPECS: readonly Spec[] = [
  { name: "manager one", roles: ["case_manager"], room: "caseRoomId" },
  { name: "manager two", roles: ["case_manager"], room: "caseRoomId" },
  { name: "manager three", roles: ["case_manager", "intake"], room: "caseRoomId" },
  { name: "team lead", roles: ["team_lead"], room: "caseRoomId" },
  { name: "second team lead", roles: ["team_lead", "case_manager"], room: "caseRoomId" },
  { name: "intake only", roles: ["intake"], room: "caseRoomId" },
  { name: "ended manager", roles: ["case_manager"], room: "caseRoomId", more: { ended_at: "2026-01-01" } },
  { name: "expired manager", roles: ["case_manager"], room: "caseRoomId", more: { until_on: "2025-12-31" } },
  { name: "future manager", roles: ["case_manager"], room: "caseRoomId", more: { from_on: "2999-01-01" } },
  { name: "unconfirmed manager", roles: ["case_manager"], room: "caseRoomId", more: { needs_confirmation: true } },
  { name: "disabled manager", roles: ["case_manager"], room: "caseRoomId", account: { disabled_at: "2026-01-01" } },
  { name: "absent manager", roles: ["case_manager"], room: "caseRoomId" },
  { name: "immigration officer", roles: ["immigration_officer"], room: "immigrationRoomId" },
  { name: "naturalisation officer", roles: ["naturalisation_officer"], room: "naturalisationRoomId" },
  { name: "officer in the wrong room", roles: ["immigration_officer"], room: "immigrationRoomId", actsIn: "caseRoomId" },
  { name: "partner worker", roles: ["partner_worker"], room: "partnerRoomId" },
  { name: "partner worker taken out", roles: ["partner_worker"], room: "partnerRoomId" },
  { name: "partner worker related to somebody", roles: ["partner_worker"], room: "partnerRoomId" },
  { name: "volunteer", roles: ["volunteer"], room: "partnerRoomId" },
  { name: "administrator", roles: ["tenant_administrator"], room: null },
  { name: "administrator in the case room", roles: ["tenant_administrator"], room: null, actsIn: "caseRoomId" },
  { name: "data protection officer", roles: ["data_protection_officer"], room: null },
  { name: "data protection officer of the authority", roles: ["data_protection_officer"], room: null, more: { controller: "other" } },
  { name: "controller deputy", roles: ["controller_deputy"], room: null },
  { name: "nobody in particular", roles: [], room: null },
];

async function peopleOne(owner: pg.Client, world: World, prefix: string): Promise<Actor[]> {
  const made: Actor[] = [];
  for (const spec of SPECS) {
    const accountId = randomUUID();
    const side = spec.room === null ? "neutral" : { caseRoomId: "management", immigrationRoomId: "authority", naturalisationRoomId: "authority", partnerRoomId: "neutral" }[spec.room];
    await put(owner, "accounts", { tenant_id: world.tenantId, id: accountId, organisation_id: world.organisationId, side, email: `${accountId}@example.org`, given_name: "Kim", family_name: spec.name, ...spec.account });
    const { controller, ...more } = (spec.more ?? {}) as Values & { controller?: string };
    for (const role of spec.roles) {
      const isOfficer = role === "data_protection_officer" || role === "controller_deputy";
      await put(owner, "memberships", {
        tenant_id: world.tenantId, id: randomUUID(), account_id: accountId, account_side: side, role, from_on: "2020-01-01", needs_confirmation: false,
        room_id: spec.room === null ? null : world[spec.room], room_side: spec.room === null ? null : side,
        controller_id: isOfficer ? (controller === "other" ? world.otherOrganisationId : world.organisationId) : null, ...more,
      });
    }
    const roomId = spec.actsIn !== undefined ? (world[spec.actsIn] as string) : spec.room === null ? null : world[spec.room];
    made.push({ name: `${prefix}: ${spec.name}`, tenantId: world.tenantId, accountId, roomId });
  }
  return made;
}

async function fillRooms(owner: pg.Client, world: World, people: readonly Actor[]): Promise<Filled> {
  const t = world.tenantId;
  const who = (name: string): string => people.find((p) => p.name.endsWith(`: ${name}`))!.accountId;
  const managers = ["manager one", "manager two", "manager three", "absent manager", "disabled manager", "ended manager"].map(who);
  await owner.query("update app.accounts set absent_from = '2020-01-01', standing_deputy_id = $2 where tenant_id = $3 and id = $1", [who("absent manager"), who("manager two"), t]);
  await put(owner, "settings", { tenant_id: t, key: "caseload_limit", value: "20" });
  await put(owner, "admission_criteria", { tenant_id: t, key: "komplex", label: "komplexe Bedarfe", position: 1 });
  for (const account of [managers[0]!, who("immigration officer")]) {
    await put(owner, "idempotency_keys", { tenant_id: t, account_id: account, key: `key-of-${account}`, route: "/", request_hash: CT });
    await put(owner, "jobs", { tenant_id: t, id: randomUUID(), room_id: account === managers[0] ? world.caseRoomId : world.immigrationRoomId, account_id: account, kind: "intake.read" });
  }
  const importId = randomUUID();
  await put(owner, "imports", { tenant_id: t, room_id: world.caseRoomId, id: importId, account_id: who("team lead"), file_name: "liste.xlsx", file_mac: CT, stored_name: "x", key_ref: "k" });
  for (const row of [1, 2]) await put(owner, "import_rows", { tenant_id: t, room_id: world.caseRoomId, import_id: importId, row_no: row, row_ct: CT, fingerprint: CT, certainty: "clear", outcome: row === 1 ? "created" : null });

  const persons: string[] = [];
  for (let i = 0; i < 16; i += 1) persons.push(await addPerson(owner, t, world.caseRoomId, managers[i % managers.length]!, i));
  for (const room of [world.immigrationRoomId, world.naturalisationRoomId]) for (let i = 0; i < 2; i += 1) await addPerson(owner, t, room, who("immigration officer"), i);
  const cases: string[] = [];
  for (let i = 0; i < 10; i += 1) cases.push(await addCase(owner, world, importId, { id: randomUUID(), index: i, lead: i === 9 ? null : managers[i % managers.length]!, person: persons[i]!, further: i % 3 === 0 ? persons[i + 1]! : null }));

  const team = (caseId: string, account: string, more: Values): Promise<void> =>
    put(owner, "case_team", { tenant_id: t, room_id: world.caseRoomId, id: randomUUID(), case_id: caseId, account_id: account, assigned_by: who("team lead"), function: "substitute", from_on: "2020-01-01", ...more });
  await team(cases[0]!, who("manager two"), {});
  await team(cases[1]!, who("manager three"), { until_on: "2025-01-01" });
  await team(cases[2]!, who("manager one"), { from_on: "2999-01-01" });
  await team(cases[3]!, who("team lead"), { function: "member", reason_ct: CT });
  await team(cases[4]!, who("intake only"), { function: "member" });
  await team(cases[5]!, who("immigration officer"), { function: "member" });
  for (const [caseId, account] of [[cases[0]!, who("manager two")], [cases[2]!, who("second team lead")], [cases[6]!, who("manager one")]] as const) {
    await put(owner, "case_exclusions", { tenant_id: t, room_id: world.caseRoomId, case_id: caseId, account_id: account, set_by: who("team lead") });
  }
  const emergency = (caseId: string, account: string, began: string): Promise<unknown> => owner.query(
    `insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, began_at, ends_at, review_due_on)
     values ($1, $2, $3, $4, $5, 'k', $6, now() + $7::interval, now() + $7::interval + interval '55 minutes', current_date)`, [t, world.caseRoomId, randomUUID(), caseId, account, CT, began]);
  await emergency(cases[7]!, who("manager three"), "-5 minutes");
  await emergency(cases[8]!, who("manager three"), "-2 hours");
  await emergency(cases[6]!, who("manager one"), "-5 minutes");
  await owner.query("update app.persons set merged_into = $2 where tenant_id = $3 and id = $1", [persons[4], persons[5], t]);
  await put(owner, "merges", { tenant_id: t, room_id: world.caseRoomId, id: randomUUID(), kept_id: persons[5], merged_id: persons[4], choices: "{}", merged_by: who("team lead") });
  const [first, second] = [persons[0]!, persons[7]!].sort();
  await put(owner, "duplicate_pairs", { tenant_id: t, room_id: world.caseRoomId, id: randomUUID(), first_id: first, second_id: second, score: 0.8, reasons: ["name"] });
  for (const account of [managers[0]!, managers[1]!, who("team lead")]) {
    await put(owner, "saved_views", { tenant_id: t, room_id: world.caseRoomId, account_id: account, id: randomUUID(), list: "cases", name: "Überfällige", query: "ueberfaellig=ja" });
    await put(owner, "short_advices", { tenant_id: t, room_id: world.caseRoomId, id: randomUUID(), happened_on: "2026-01-05", outcome: "answered", author_id: account });
  }
  for (const [account, room, caseId] of [[managers[0]!, world.caseRoomId, cases[0]!], [who("team lead"), world.caseRoomId, null], [who("immigration officer"), world.immigrationRoomId, null], [who("administrator"), null, null]] as const) {
    await put(owner, "access_records", { tenant_id: t, id: randomUUID(), room_id: room, account_id: account, action: "case.read", case_id: caseId });
  }
  for (const [room, role, action] of [[null, "tenant_administrator", "role.granted"], [null, "tenant_administrator", "session.opened"], [world.caseRoomId, "team_lead", "role.granted"], [world.partnerRoomId, "tenant_administrator,partner_worker", "account.created"]] as const) {
    await put(owner, "access_records", { tenant_id: t, id: randomUUID(), room_id: room, account_id: who("administrator"), function: role, action });
  }
  for (const room of [world.caseRoomId, world.immigrationRoomId]) {
    await put(owner, "access_seals", { tenant_id: t, chain_id: room, room_id: room, epoch: 1, seq_from: 1, seq_to: 1, month: "2026-11", first_id: t, last_id: t, content_hash: CT, prev_hash: CT, hash: CT });
  }
  return { cases, persons };
}

async function addPerson(owner: pg.Client, t: string, room: string, by: string, index: number): Promise<string> {
  const id = randomUUID();
  const fact = { tenant_id: t, room_id: room, person_id: id };
  await put(owner, "persons", { tenant_id: t, room_id: room, id, birth_on: "1990-01-01", birth_precision: "year", recorded_by: by, key_ref: "k" });
  await put(owner, "person_names", { ...fact, id: randomUUID(), kind: "passport", family: `Name${index}`, given: "Kim", is_primary: true });
  await put(owner, "person_nationalities", { ...fact, id: randomUUID(), code: "475" });
  await put(owner, "person_languages", { ...fact, id: randomUUID(), code: "ar" });
  await put(owner, "person_addresses", { ...fact, id: randomUUID(), street: "Weg 1" });
  await put(owner, "person_channels", { ...fact, id: randomUUID(), kind: "mobile", value: "0151" });
  await put(owner, "person_residence_statuses", { ...fact, id: randomUUID(), azr_label: "Duldung" });
  await put(owner, "person_guardians", { ...fact, id: randomUUID(), kind: "parents", name_ct: CT });
  await put(owner, "search_keys", { ...fact, key: `n:name${index}` });
  return id;
}

interface CaseSpec { readonly id: string; readonly index: number; readonly lead: string | null; readonly person: string; readonly further: string | null }

async function addCase(owner: pg.Client, world: World, importId: string, spec: CaseSpec): Promise<string> {
  const { id, lead } = spec;
  const author = lead ?? (await owner.query<{ id: string }>("select id from app.accounts where tenant_id = $1 limit 1", [world.tenantId])).rows[0]!.id;
  const of = { tenant_id: world.tenantId, room_id: world.caseRoomId, case_id: id };
  await put(owner, "cases", { tenant_id: world.tenantId, room_id: world.caseRoomId, id, number: `2026-${1000 + spec.index}`, opened_on: "2026-01-01", key_ref: "k", created_by: author });
  await put(owner, "case_persons", { ...of, person_id: spec.person, is_main: true });
  if (spec.further !== null) {
    await put(owner, "case_persons", { ...of, person_id: spec.further });
    await put(owner, "case_relations", { ...of, id: randomUUID(), person_id: spec.person, other_person_id: spec.further, kind: "spouse" });
  }
  if (lead !== null) await put(owner, "case_team", { ...of, id: randomUUID(), account_id: lead, function: "lead", from_on: "2026-01-01", assigned_by: author });
  await put(owner, "case_phases", { ...of, id: randomUUID(), phase: "enquiry", began_on: "2026-01-01", moved_by: author });
  await put(owner, "case_admissions", of);
  await put(owner, "case_closures", { ...of, id: randomUUID(), reason: "goals_reached", handover: "none_needed", closed_on: "2026-02-01", closed_by: author });
  await put(owner, "case_origins", { ...of, import_id: importId, row_no: spec.index + 1, cells_ct: CT, delete_on: "2999-01-01" });
  const contact = randomUUID();
  await put(owner, "contacts", { ...of, id: contact, kind: "talk", happened_on: "2026-01-02", author_id: author, is_entrusted: spec.index % 2 === 0 });
  await put(owner, "contact_persons", { ...of, contact_id: contact, person_id: spec.person });
  await put(owner, "follow_ups", { ...of, id: randomUUID(), owner_id: author, due_on: "2026-03-01", title_ct: CT, created_by: author });
  await put(owner, "documents", { ...of, id: randomUUID(), name_ct: CT, media_type: "application/pdf", size: 1, mac: CT, stored_name: "x", author_id: author });
  await put(owner, "drafts", { ...of, account_id: author, place: "contact", text_ct: CT });
  return id;
}
