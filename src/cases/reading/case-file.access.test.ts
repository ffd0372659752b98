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
  await it.addContact(caseId, it.manager, "Erstgespräch");
  await it.addContact(caseId, it.manager, "zurückgenommen", { withdrawn: true });
  await it.addFollowUp(caseId, it.manager, "Zeugnis", it.today, it.today);
  await owner.query("update app.persons set merged_into = $3 where tenant_id = $1 and id = $2", [tenantId, merged, main]);
  await owner.query("insert into app.person_channels (tenant_id, room_id, id, person_id, kind, value) values ($1, $2, $3, $4, 'mobile', '+491715550100')", [tenantId, caseRoomId, newId(), merged]);
  emergencyReader = it.colleague;
});
afterAll(() => it.close());

const asFile = (as: Actor) =>
  it.reading(as, async (tx) => ({
    persons: await tx.query<{ person_id: string; names: { family: string }[]; channels: { value: string }[] }>("select * from app.persons_of_case($1)", [caseId]),
    kin: await tx.query<{ person_id: string }>("select person_id from app.kin_of_case($1)", [caseId]),
    timeline: await timeline(tx),
  }));
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
    };
  });

async function demandTheSame(as: Actor): Promise<void> {
  const [file, policies] = [await asFile(as), await asPolicies(as)];
  expect(file.persons.map((p) => p.person_id).sort()).toEqual(policies.persons);
  expect(file.persons.flatMap((p) => p.names.map((n) => n.family)).sort()).toEqual(policies.families);
  expect(file.persons.flatMap((p) => p.channels.map((h) => h.value)).sort()).toEqual(policies.numbers);
  const of = (kind: string): string[] => file.timeline.filter((e) => e.kind === kind).map((e) => e.id).sort();
  expect([of("contact"), of("emergency")]).toEqual([policies.contacts, policies.emergencies]);
}

test("the team gets what row security shows it, the facts of merged records with it", async () => {
  const file = await asFile(it.manager);
  expect(file.kin.map((k) => k.person_id)).toContain(merged);
  expect(file.timeline.length).toBeGreaterThan(2);
  await demandTheSame(it.manager);
});

test("a colleague, a lead who has not joined, an officer and an administrator get nothing at all", async () => {
  for (const other of [it.colleague, it.lead, it.officer, it.administrator]) expect(await asFile(other)).toEqual({ persons: [], kin: [], timeline: [] });
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
  expect(await asFile(emergencyReader)).toEqual({ persons: [], kin: [], timeline: [] });
});
