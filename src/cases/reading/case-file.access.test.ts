import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReadTx } from "../../db/index.ts";
import { newId } from "../../kernel/id.ts";
import type { Actor } from "../../../test/world.ts";
import { type ReadingWorld, startReadingWorld } from "./reading-world.test-support.ts";

// The functions of db/access/42_case_file.sql read as the owner, past row security. So they are compared here with what row
// security shows the same reader of the same tables.
let it: ReadingWorld;
let caseId: string;
let merged: string;
let emergencyReader: Actor;

beforeAll(async () => {
  it = await startReadingWorld();
  const { owner, tenantId, caseRoomId } = it.world;
  const main = await it.newPerson([["Latn", "Said", "Omar"], ["Arab", "سعيد", "عمر"]], "1990-02-03");
  merged = await it.newPerson([["Latn", "Saïd", "Omer"]], "1990-03-02");
  caseId = await it.newCase({ personId: main });
  await owner.query("insert into app.case_phases (tenant_id, room_id, id, case_id, phase, began_on, moved_by) values ($1, $2, $3, $4, 'clearing', current_date, $5)", [tenantId, caseRoomId, newId(), caseId, it.manager.accountId]);
  await it.addContact(caseId, it.manager, "Erstgespräch", { areas: ["sprache"] });
  await it.addContact(caseId, it.manager, "zurückgenommen", { withdrawn: true });
  await it.addFollowUp(caseId, it.manager, "Zeugnis", it.today, it.today);
  await it.addFollowUp(caseId, it.manager, "Termin", it.today);
  await owner.query("update app.persons set merged_into = $3 where tenant_id = $1 and id = $2", [tenantId, merged, main]);
  await owner.query("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value) values ($1, $2, $3, $4, 'mobile', '+491715550100')", [tenantId, caseRoomId, newId(), merged]);
  emergencyReader = it.colleague;
});
afterAll(() => it.close());

const asFile = (as: Actor) =>
  it.reading(as, async (tx) => ({
    persons: await tx.query<{ person_id: string; names: { family: string }[]; channels: { value: string }[] }>("select * from app.persons_of_case($1)", [caseId]),
    head: await headOf(tx),
    followUps: await tx.query<{ id: string; owner_family: string }>("select id, owner_family from app.follow_ups_of_case($1, 100)", [caseId]),
    timeline: await timeline(tx),
  }));
interface Head {
  readonly id: string;
  readonly is_open: boolean;
  readonly lead_family: string;
  readonly team: readonly { id: string; family_name: string }[];
  readonly phases: readonly { phase: string }[];
  readonly life_areas: readonly { key: string; entries: number; is_of_case: boolean }[];
  readonly other_cases: readonly { id: string }[];
}
const headOf = (tx: ReadTx) => tx.query<Head>("select * from app.head_of_case($1)", [caseId]);
const NOTHING = { persons: [], head: [], followUps: [], timeline: [] };
const timeline = (tx: ReadTx) => tx.query<{ kind: string; id: string }>("select kind, id from app.timeline_of_case($1, 'Europe/Berlin', null, null, null, null, 500)", [caseId]);
const asPolicies = (as: Actor) =>
  it.reading(as, async (tx) => {
    const ids = async (sql: string): Promise<string[]> => (await tx.query<{ id: string }>(sql, [caseId])).map((row) => row.id).sort();
    return {
      persons: await ids("select person_id as id from app.case_persons where case_id = $1"),
      families: (await tx.query<{ id: string }>("select family as id from app.person_names")).map((row) => row.id).sort(),
      numbers: (await tx.query<{ id: string }>("select value as id from app.person_channels")).map((row) => row.id).sort(),
      contacts: await ids("select id from app.contacts where case_id = $1 and withdrawn_at is null"),
      emergencies: await ids("select id from app.emergency_accesses where case_id = $1"),
      heads: await ids("select id from app.cases where id = $1"),
      team: await ids("select id from app.case_team where case_id = $1 and from_on <= current_date and (until_on is null or until_on >= current_date)"),
      names: (await tx.query<{ id: string }>("select family_name as id from app.accounts")).map((row) => row.id),
      phases: await ids("select phase as id from app.case_phases where case_id = $1"),
      areas: await ids("select distinct unnest(life_areas) as id from (select life_areas from app.contacts where case_id = $1 and withdrawn_at is null union all select life_areas from app.case_admissions where case_id = $1) x"),
      followUps: await ids("select id from app.follow_ups where case_id = $1 and done_on is null"),
    };
  });

async function demandTheSame(as: Actor): Promise<void> {
  const [file, policies] = [await asFile(as), await asPolicies(as)];
  expect(file.persons.map((p) => p.person_id).sort()).toEqual(policies.persons);
  expect(file.head.map((h) => h.id)).toEqual(policies.heads);
  const [head] = file.head;
  expect((head?.team ?? []).map((t) => t.id).sort()).toEqual(head === undefined ? [] : policies.team);
  for (const { family_name } of head?.team ?? []) expect(policies.names).toContain(family_name);
  expect((head?.phases ?? []).map((p) => p.phase).sort()).toEqual(policies.phases);
  expect((head?.life_areas ?? []).filter((a) => a.entries > 0 || a.is_of_case).map((a) => a.key).sort()).toEqual(policies.areas);
  expect(file.followUps.map((f) => f.id).sort()).toEqual(policies.followUps);
  if (head?.is_open === true) {
    expect(file.persons.flatMap((p) => p.names.map((n) => n.family)).sort()).toEqual(policies.families);
    expect(file.persons.flatMap((p) => p.channels.map((h) => h.value)).sort()).toEqual(policies.numbers);
  }
  const of = (kind: string): string[] => file.timeline.filter((e) => e.kind === kind).map((e) => e.id).sort();
  expect([of("contact"), of("emergency")]).toEqual([policies.contacts, policies.emergencies]);
}

test("the team gets what row security shows it, the facts of merged records with it", async () => {
  const file = await asFile(it.manager);
  expect(file.persons.flatMap((p) => p.names.map((n) => n.family))).toContain("Saïd");
  expect(file.head[0]).toMatchObject({ is_open: true, team: [{ family_name: "Mahler" }] });
  expect([file.head[0]!.phases.length, file.followUps.length]).toEqual([1, 1]);
  expect(file.head[0]!.life_areas.filter((a) => a.entries > 0).map((a) => a.key)).toEqual(["sprache"]);
  expect(file.timeline.length).toBeGreaterThan(2);
  await demandTheSame(it.manager);
});

test("a colleague, an officer and an administrator get nothing at all", async () => {
  for (const other of [it.colleague, it.officer, it.administrator]) expect(await asFile(other)).toEqual(NOTHING);
});

test("a lead who has not joined gets head and team, and nothing of what stands in the file", async () => {
  const { head, ...rest } = await asFile(it.lead);
  expect(rest).toEqual({ persons: [], followUps: [], timeline: [] });
  expect(head).toMatchObject([{ id: caseId, is_open: false, emergency_until: null, lead_family: "Mahler", team: [{ family_name: "Mahler" }], phases: [], other_cases: [] }]);
  expect(head[0]!.life_areas.filter((a) => a.entries > 0 || a.is_of_case)).toEqual([]);
  await demandTheSame(it.lead);
});

test("other cases about the same people are those that the reader may open", async () => {
  const others = async (as: Actor): Promise<string[][]> => (await it.reading(as, headOf)).map((h) => h.other_cases.map((c) => c.id));
  const mine = await it.newCase({ personId: merged });
  await it.newCase({ personId: merged, lead: it.colleague });
  expect([await others(it.manager), await others(it.lead)]).toEqual([[[mine]], [[]]]);
});

test("names of accounts come as far as the reader meets them", async () => {
  const wanted = [it.manager, it.colleague, it.officer, it.administrator].map((a) => a.accountId);
  const names = async (as: Actor): Promise<string[]> => (await it.reading(as, (tx) => tx.query<{ id: string }>("select id from app.colleague_names($1)", [wanted]))).map((row) => row.id).sort();
  const byPolicy = async (as: Actor): Promise<string[]> => (await it.reading(as, (tx) => tx.query<{ id: string }>("select id from app.accounts where id = any ($1)", [wanted]))).map((row) => row.id).sort();
  for (const as of [it.manager, it.lead, it.officer]) expect(await names(as)).toEqual(await byPolicy(as));
  expect(await names(it.officer)).toEqual([it.officer.accountId]);
});

test("under emergency access somebody gets the file and their own access, not those of others", async () => {
  const { owner, tenantId, caseRoomId } = it.world;
  for (const who of [emergencyReader, it.lead]) {
    await owner.query(
      `insert into app.emergency_accesses (tenant_id, room_id, id, case_id, account_id, key_ref, reason_ct, ends_at, review_due_on)
         select $1, $2, $3, $4, $5, c.key_ref, 'x', now() + interval '10 minutes', current_date + 7 from app.cases c where c.tenant_id = $1 and c.id = $4`,
      [tenantId, caseRoomId, newId(), caseId, who.accountId],
    );
  }
  const file = await asFile(emergencyReader);
  expect([file.persons.length, file.timeline.filter((e) => e.kind === "emergency").length]).toEqual([1, 1]);
  expect((await asFile(it.manager)).timeline.filter((e) => e.kind === "emergency")).toHaveLength(2);
  await demandTheSame(emergencyReader);
  await demandTheSame(it.manager);
});

test("whoever is excluded from the case gets nothing, in the middle of an emergency access too", async () => {
  const { owner, tenantId, caseRoomId } = it.world;
  await owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [tenantId, caseRoomId, caseId, emergencyReader.accountId, it.manager.accountId]);
  expect(await asFile(emergencyReader)).toEqual(NOTHING);
  await it.world.owner.query("insert into app.case_exclusions (tenant_id, room_id, case_id, account_id, set_by) values ($1, $2, $3, $4, $5)", [tenantId, caseRoomId, caseId, it.lead.accountId, it.manager.accountId]);
  expect(await asFile(it.lead)).toEqual(NOTHING);
});
