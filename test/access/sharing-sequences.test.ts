import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readLoginPasswords, roleNames, type SessionSecret } from "../../src/db/index.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { actor, type Actor, buildWorld, type World } from "../world.ts";
import { loadFacts, type Facts, rowsOf } from "./facts.ts";
import { standingOf } from "./model.ts";
import { PERMITS } from "./permits.ts";
import { addMeasures, compareMeasures } from "./sharing-measures.ts";

/**
 * Random sequences of consenting, sharing, withdrawing, naming, taking out, assigning, disabling and time passing. After every
 * step the database is asked what each of the actors reads and compared with the model: no entry without a basis at that
 * moment, and none hidden that has one. The seed is fixed; SEQUENCE_STEPS and SEQUENCE_SEED ask for others.
 */
// the second run, against the oldest PostgreSQL, is for what differs there, not for the sequences
const STEPS = Number(process.env["SEQUENCE_STEPS"] ?? (process.env["EINKLANG_TEST_PG_BIN"] === undefined ? 10_000 : 500));
let seed = Number(process.env["SEQUENCE_SEED"] ?? 20261122);
const dice = (sides: number): number => {
  // mulberry32: successive throws of a plain linear generator hang together
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), seed | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % sides;
};
const one = <T>(of: readonly T[]): T => of[dice(of.length)]!;

const CT = Buffer.from("sealed");
const AREAS = ["arbeit", "sprache", "wohnen"];
const WATCHED = ["contacts", "documents", "follow_ups", "contact_persons", "cases", "consents", "shares", "share_members"] as const;

let database: TestDatabase;
let world: World;
let login: pg.Client;
let people: Record<"manager" | "colleague" | "lead" | "partner" | "other" | "officer" | "administrator" | "watcher", Actor>;
const cases: { id: string; persons: string[] }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildWorld(database.owner);
  const roles = roleNames("einklang_template", String(inject("template").connection.user));
  login = new pg.Client({ ...database.connection, user: roles.web_staff, password: readLoginPasswords(database.keyDir, "einklang_template")!.web_staff });
  await login.connect();
  people = {
    manager: await actor(world, ["case_manager"], "case"), colleague: await actor(world, ["case_manager"], "case"), lead: await actor(world, ["team_lead"], "case"),
    partner: await actor(world, ["partner_worker"], "partner"), other: await actor(world, ["partner_worker"], "partner"), officer: await actor(world, ["immigration_officer"], "immigration"),
    administrator: await actor(world, ["tenant_administrator"], null), watcher: await actor(world, ["data_protection_officer"], null),
  };
  for (let i = 0; i < 3; i += 1) await addCase(i);
});
afterAll(async () => {
  await login.end();
  await database.close();
});

const put = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
  const columns = Object.keys(row);
  await world.owner.query(`insert into app.${table} (${columns.join(", ")}) values (${columns.map((_c, n) => `$${n + 1}`).join(", ")})`, Object.values(row));
};
const place = (caseId: string): Record<string, unknown> => ({ tenant_id: world.tenantId, room_id: world.caseRoomId, case_id: caseId });

async function addCase(i: number): Promise<void> {
  const [id, persons] = [randomUUID(), [randomUUID(), randomUUID()]];
  const { tenantId: tenant_id, caseRoomId: room_id } = world;
  await put("cases", { tenant_id, room_id, id, number: `2026-${1000 + i}`, opened_on: "2026-01-01", key_ref: "k", created_by: people.manager.accountId });
  for (const [n, person] of persons.entries()) {
    // the second is a child whose parents may speak for it
    await put("persons", { tenant_id, room_id, id: person, birth_on: n === 0 ? "1990-01-01" : "2015-01-01", birth_precision: "day", recorded_by: people.manager.accountId, key_ref: "k" });
    await put("case_persons", { ...place(id), person_id: person, is_main: n === 0 });
  }
  await put("case_team", { ...place(id), id: randomUUID(), account_id: people.manager.accountId, function: "lead", from_on: "2026-01-01", assigned_by: people.lead.accountId });
  const entry = { author_id: people.manager.accountId };
  for (const areas of [["arbeit"], ["sprache"], ["arbeit", "wohnen"], []]) {
    for (const about of [[], [persons[0]!], [persons[1]!], persons]) {
      const contact = randomUUID();
      await put("contacts", { ...place(id), ...entry, id: contact, kind: "talk", happened_on: "2026-05-01", life_areas: areas, is_entrusted: dice(4) === 0 });
      for (const person of about) await put("contact_persons", { ...place(id), contact_id: contact, person_id: person });
    }
    await put("documents", { ...place(id), ...entry, id: randomUUID(), name_ct: CT, kind: one(["certificate", "notice", "identity", "photo"]), media_type: "application/pdf", size: 1, mac: CT, stored_name: randomUUID(), life_areas: areas, person_id: one([...persons, null]) });
    await put("follow_ups", { ...place(id), id: randomUUID(), owner_id: people.manager.accountId, created_by: people.manager.accountId, due_on: "2026-06-01", title_ct: CT, life_areas: areas, for_organisation_id: world.partnerOrganisationId, about_person_id: one([...persons, null]) });
  }
  await addMeasures(put, place(id), persons, AREAS.slice(0, 2), { own: world.partnerOrganisationId, other: world.otherOrganisationId }, people.manager.accountId);
  cases.push({ id, persons });
}

/** As the account would: row security judges the step too, and a refused one changes nothing. */
async function as(who: Actor, sql: string, values: readonly unknown[]): Promise<void> {
  await login.query("begin");
  try {
    await login.query("select set_config('app.session', $1, true)", [who.secret]);
    await login.query(sql, [...values]);
    await login.query("commit");
  } catch (error) {
    await login.query("rollback");
    const code = (error as { code?: string }).code ?? "";
    if (code !== "42501" && !code.startsWith("23") && code !== "28000") throw error;
  }
}
const pick = async (table: string, caseId: string): Promise<string | undefined> => one((await world.owner.query<{ id: string }>(`select id from app.${table} where tenant_id = $1 and case_id = $2 order by id`, [world.tenantId, caseId])).rows)?.id;
const worker = (): Actor => (dice(6) > 1 ? people.manager : one([people.colleague, people.lead, people.partner]));
/** mostly back, sometimes away: else nobody would be there to read */
const sometimes = (column: string): string => `${column} = ${dice(4) === 0 ? `coalesce(${column}, now())` : "null"}`;

async function consent(): Promise<void> {
  const of = one(cases);
  const pairs = AREAS.flatMap((area) => ["contact", "task", "certificates", "notices"].map((kind) => [area, kind] as const)).filter(() => dice(3) !== 0);
  if (pairs.length > 0) await addConsent(of, dice(3) === 0, pairs);
}
/** With its categories in one transaction, as the page does it; arranged as the owner, whose rows row security judges all the same. */
async function addConsent(of: { id: string; persons: string[] }, child: boolean, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const id = randomUUID();
  await world.owner.query("begin");
  await world.owner.query(
    `insert into app.consents (tenant_id, room_id, id, case_id, person_id, recipient_id, purpose, purpose_ct, direction, releases_secrecy, form, language, text_version, given_by, capacity_noted, representation_ct, given_on, expires_on, recorded_by)
     values ($1, $2, $3, $4, $5, $6, 'work', 's', $7, $13, 'written', 'de', '1', $8, true, $9, current_date - $10::integer, current_date + $11::integer, $12)`,
    [world.tenantId, world.caseRoomId, id, of.id, of.persons[child ? 1 : 0], dice(8) === 0 ? world.otherOrganisationId : world.partnerOrganisationId, one(["both", "both", "both", "to_recipient", "from_recipient"]),
      child ? "parents" : "person", child ? CT : null, one([5, 5, 0]), one([90, 90, 30, 3, 0]), people.manager.accountId, dice(6) !== 0],
  );
  for (const [area, kind] of pairs) await put("consent_categories", { ...place(of.id), consent_id: id, life_area: area, kind });
  await world.owner.query("commit");
  // joins a share that runs, as the page does for a new consent
  const share = await pick("shares", of.id);
  if (share !== undefined && dice(2) === 0) await as(worker(), "insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) values ($1, $2, $3, $4, $5)", [world.tenantId, world.caseRoomId, of.id, share, id]);
}
async function share(of = one(cases)): Promise<void> {
  const id = randomUUID();
  const who = dice(8) === 0 ? worker() : people.manager;
  await as(who, `insert into app.shares (tenant_id, room_id, id, case_id, organisation_id, organisation_kind, legal_basis_id, from_on, until_on, created_by)
    values ($1, $2, $3, $4, $5, 'jobcenter', $6, current_date + $7::integer, current_date + 60, app.current_account())`, [world.tenantId, world.caseRoomId, id, of.id, world.partnerOrganisationId, world.legalBasisId, one([0, 0, 0, 0, 0, 2])]);
  for (const consentRow of (await world.owner.query<{ id: string }>("select id from app.consents where tenant_id = $1 and case_id = $2", [world.tenantId, of.id])).rows) {
    if (dice(6) !== 0) await as(who, "insert into app.share_consents (tenant_id, room_id, case_id, share_id, consent_id) values ($1, $2, $3, $4, $5)", [world.tenantId, world.caseRoomId, of.id, id, consentRow.id]);
  }
  for (const area of AREAS) for (const kind of ["contact", "task", "certificates", "notices"]) {
    if (dice(6) !== 0) await as(who, "insert into app.share_categories (tenant_id, room_id, case_id, share_id, life_area, kind) values ($1, $2, $3, $4, $5, $6)", [world.tenantId, world.caseRoomId, of.id, id, area, kind]);
  }
  for (const partner of [people.partner, people.other]) {
    if (dice(4) !== 0) await as(who, "insert into app.share_members (tenant_id, room_id, case_id, share_id, account_id, added_by) values ($1, $2, $3, $4, $5, app.current_account())", [world.tenantId, world.caseRoomId, of.id, id, partner.accountId]);
  }
}

/** Every case is shared for a start, so that there is something to take away. */
async function beginSharing(): Promise<void> {
  for (const of of cases) {
    const pairs = AREAS.flatMap((area) => ["contact", "task", "certificates", "notices"].map((kind) => [area, kind] as const));
    for (const child of [false, true]) await addConsent(of, child, pairs);
    await share(of);
  }
}

const STEPS_OF: readonly (() => Promise<void>)[] = [
  // oftener than what ends things, so that there is something to end
  consent, consent, consent,
  () => share(), () => share(), () => share(), () => share(),
  async () => as(worker(), "update app.consents set withdrawn_at = now(), version = version + 1 where id = $1", [await pick("consents", one(cases).id)]),
  async () => {
    const of = one(cases);
    await as(worker(), "update app.consent_categories set withdrawn_at = now() where case_id = $1 and life_area = $2 and kind = $3 and consent_id = $4", [of.id, one(AREAS), one(["contact", "task"]), await pick("consents", of.id)]);
  },
  async () => as(worker(), "update app.shares set ended_at = now(), version = version + 1 where id = $1", [await pick("shares", one(cases).id)]),
  async () => {
    const of = one(cases);
    await as(worker(), "update app.share_members set removed_at = case when removed_at is null then now() end where case_id = $1 and account_id = $2", [of.id, one([people.partner, people.other]).accountId]);
  },
  async () => {
    const of = one(cases);
    await as(worker(), "delete from app.share_categories where case_id = $1 and life_area = $2", [of.id, one(AREAS)]);
  },
  async () => {
    const of = one(cases);
    await as(worker(), "insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) select $1, $2, $3, $4, app.current_account() where random() < 2", [world.tenantId, world.caseRoomId, of.id, one([people.colleague, people.other]).accountId]);
  },
  async () => world.owner.query("delete from app.case_exclusions where tenant_id = $1", [world.tenantId]).then(() => undefined),
  async () => {
    const of = one(cases);
    await as(one([people.manager, people.lead]), "insert into app.case_team (tenant_id, room_id, id, case_id, account_id, function, from_on, until_on, assigned_by) values ($1, $2, $3, $4, $5, $6, current_date, $7, app.current_account())",
      [world.tenantId, world.caseRoomId, randomUUID(), of.id, people.colleague.accountId, one(["substitute", "member"]), one([null, "2999-01-01"])]);
  },
  async () => world.owner.query("update app.case_team set until_on = current_date - 1 where tenant_id = $1 and account_id = $2", [world.tenantId, people.colleague.accountId]).then(() => undefined),
  async () => world.owner.query(`update app.accounts set ${sometimes("disabled_at")} where tenant_id = $1 and id = $2`, [world.tenantId, one([people.partner, people.other, people.colleague]).accountId]).then(() => undefined),
  async () => world.owner.query(`update app.memberships set ${sometimes("ended_at")} where tenant_id = $1 and account_id = $2`, [world.tenantId, one([people.partner, people.other]).accountId]).then(() => undefined),
  // a day passes for the consents of a case: dates move back instead of the clock forward
  async () => {
    const of = one(cases);
    await world.owner.query("update app.consents set given_on = given_on - 1, expires_on = expires_on - 1 where tenant_id = $1 and case_id = $2", [world.tenantId, of.id]);
    await world.owner.query("update app.shares set from_on = from_on - 1, until_on = until_on - 1 where tenant_id = $1 and case_id = $2", [world.tenantId, of.id]);
  },
  async () => world.owner.query("update app.persons set birth_on = case when birth_on < '2010-01-01' then date '2015-01-01' else (current_date - interval '18 years')::date end where tenant_id = $1 and id = $2", [world.tenantId, one(cases).persons[1]]).then(() => undefined),
  // one entry that was confided is released by one consent, rarely by all whom it concerns; and taken back, or written anew
  async () => {
    const of = one(cases);
    const entry = one((await world.owner.query<{ id: string }>("select id from app.contacts where tenant_id = $1 and case_id = $2 and is_entrusted order by id", [world.tenantId, of.id])).rows);
    const ids = (await world.owner.query<{ id: string }>("select id from app.consents where tenant_id = $1 and case_id = $2 order by id", [world.tenantId, of.id])).rows;
    if (entry !== undefined) for (const { id } of dice(3) === 0 ? ids : ids.slice(0, 1)) await as(worker(), "insert into app.entry_releases (tenant_id, room_id, case_id, consent_id, entry_id, form, given_on, released_by) values ($1, $2, $3, $4, $5, 'oral', current_date, app.current_account())", [world.tenantId, world.caseRoomId, of.id, id, entry.id]);
  },
  async () => dice(3) === 0 ? as(worker(), "delete from app.entry_releases where case_id = $1", [one(cases).id]) : undefined,
  async () => dice(3) === 0 ? as(worker(), "update app.contacts set text_ct = $2 where id = $1", [await pick("contacts", one(cases).id), Buffer.from([dice(250)])]) : undefined,
  async () => world.owner.query("update app.contacts set is_entrusted = not is_entrusted where tenant_id = $1 and id = $2", [world.tenantId, await pick("contacts", one(cases).id)]).then(() => undefined),
  async () => {
    const of = one(cases);
    await as(one([people.partner, people.other]), "insert into app.contacts (tenant_id, room_id, id, case_id, author_id, kind, happened_on, life_areas) values ($1, $2, $3, $4, app.current_account(), 'feedback', current_date, $5)", [world.tenantId, world.caseRoomId, randomUUID(), of.id, [one(AREAS)]]);
  },
  // a step is given up or taken up again, its office says how it stands
  async () => as(worker(), "update app.plan_measures set state = $2, done_on = null where id = $1", [await pick("plan_measures", one(cases).id), one(["open", "dropped"])]),
  async () => as(one([people.partner, people.other]), "select app.report_measure($1, 1, 'running', null, current_date)", [await pick("plan_measures", one(cases).id)]),
  // what has piled up goes, so that sequences begin anew
  async () => {
    if (dice(6) !== 0) return;
    for (const table of ["shares", "consents"]) await world.owner.query(`delete from app.${table} where tenant_id = $1`, [world.tenantId]);
    await world.owner.query("delete from app.contacts where tenant_id = $1 and kind = 'feedback'", [world.tenantId]);
    await beginSharing();
  },
];

async function readBy(secret: SessionSecret): Promise<Record<string, string[]> | "nothing"> {
  await login.query("begin");
  try {
    await login.query("select set_config('app.session', $1, true)", [secret]);
    const ids = WATCHED.map((table) => (table === "contact_persons" ? "(select coalesce(array_agg(contact_id || '/' || person_id), '{}') from app.contact_persons) as contact_persons"
      : table === "share_members" ? "(select coalesce(array_agg(share_id || '/' || account_id), '{}') from app.share_members) as share_members" : `(select coalesce(array_agg(id::text), '{}') from app.${table}) as ${table}`));
    return (await login.query<Record<string, string[]>>(`select ${ids.join(", ")}`)).rows[0]!;
  } catch (error) {
    if ((error as { code?: string }).code === "28000") return "nothing";
    throw error;
  } finally {
    await login.query("rollback");
  }
}

const keyOf = (table: string, row: Readonly<Record<string, unknown>>): string =>
  table === "contact_persons" ? [row["contact_id"], row["person_id"]].join("/") : table === "share_members" ? [row["share_id"], row["account_id"]].join("/") : String(row["id"]);

async function compare(facts: Facts, name: string, who: Actor, room: string | null): Promise<string[]> {
  const standing = standingOf(facts, { name, tenantId: world.tenantId, accountId: who.accountId, roomId: room });
  const got = await readBy(who.secret);
  return WATCHED.flatMap((table) => {
    const may = new Set(standing.isSignedIn ? rowsOf(facts, table).filter((row) => row["tenant_id"] === world.tenantId && PERMITS[table]!.read(standing, row)).map((row) => keyOf(table, row)) : []);
    const has = new Set(got === "nothing" ? [] : got[table]);
    const tooMuch = [...has].filter((id) => !may.has(id)).map((id) => `${name} reads ${table} ${id} without a basis`);
    return tooMuch.concat([...may].filter((id) => !has.has(id)).map((id) => `${name} does not read ${table} ${id} although there is a basis`));
  });
}

test(`${STEPS} random steps: nobody reads an entry without a basis at that moment, and none is hidden that has one`, async () => {
  const rooms: Record<keyof typeof people, string | null> = {
    manager: world.caseRoomId, colleague: world.caseRoomId, lead: world.caseRoomId, partner: world.partnerRoomId, other: world.partnerRoomId, officer: world.immigrationRoomId, administrator: null, watcher: null,
  };
  await beginSharing();
  let [readable, spoken] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    await one(STEPS_OF)();
    const facts = await loadFacts(world.owner, [world.tenantId], RELEVANT);
    if (step % 5 === 0) for (const name of ["partner", "other"] as const) expect(await compareStates(name), `step ${step}`).toEqual([]);
    // the partners after every step, of the others one by turns after every second
    const turn = one(["manager", "colleague", "lead", "officer", "administrator", "watcher"] as const);
    for (const name of step % 2 === 0 ? (["partner", "other", turn] as const) : (["partner", "other"] as const)) {
      const wrong = await compare(facts, name, people[name], rooms[name]);
      expect(wrong, `step ${step}, seed ${process.env["SEQUENCE_SEED"] ?? 20261122}`).toEqual([]);
      if (name === turn) continue;
      const standing = standingOf(facts, { name, tenantId: world.tenantId, accountId: people[name].accountId, roomId: rooms[name] });
      readable += standing.sharing.contacts.size;
      if (step % 25 !== 0) continue;
      expect(await compareMeasures(ask, facts, standing, people[name].secret, name, one), `step ${step}`).toEqual([]);
      spoken += standing.sharing.reports.size;
    }
  }
  console.log(`sharing sequences: ${STEPS} steps, ${readable} contacts read through shares, ${spoken} steps of plans to speak of, no difference`);
  // a run in which nothing was ever shared would show nothing
  expect([readable > STEPS / 10, spoken > STEPS / 2500]).toEqual([true, true]);
}, 1_500_000);

/** The partner's list and the team's pages say the same of a share at every moment: one state, seen from two sides. */
async function compareStates(name: "partner" | "other"): Promise<string[]> {
  const ofTeam = new Map<string, string>();
  for (const { id } of cases) for (const row of await ask<{ share_id: string; state: string }>(people.manager.secret, "select * from app.share_states($1)", [id])) ofTeam.set(row.share_id, row.state);
  const ofPartner = await ask<{ share_id: string; state: string; case_id: string | null; persons: unknown }>(people[name].secret, "select share_id, state, case_id, persons from app.my_shares()", []);
  const differing = ofPartner.filter((row) => row.state !== ofTeam.get(row.share_id)).map((row) => `${name} sees share ${row.share_id} as ${row.state}, the team as ${ofTeam.get(row.share_id)}`);
  const telling = ofPartner.filter((row) => row.state !== "active" && (row.case_id !== null || row.persons !== null)).map((row) => `${name} sees whom share ${row.share_id} was about although it is ${row.state}`);
  return differing.concat(telling);
}
async function ask<R extends object>(secret: SessionSecret, sql: string, values: readonly unknown[]): Promise<R[]> {
  await login.query("begin");
  try {
    await login.query("select set_config('app.session', $1, true)", [secret]);
    return (await login.query<R>(sql, [...values])).rows;
  } catch (error) {
    if ((error as { code?: string }).code === "28000") return [];
    throw error;
  } finally {
    await login.query("rollback");
  }
}

const RELEVANT = ["accounts", "memberships", "rooms", "cases", "case_persons", "case_team", "case_exclusions", "emergency_accesses", "persons", "contacts", "contact_persons", "documents", "follow_ups", "consents", "consent_categories",
  "entry_releases", "shares", "share_consents", "share_categories", "share_members", "content_checks", "plan_goals", "plan_measures"];
