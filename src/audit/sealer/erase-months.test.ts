import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { databaseForThisTest, type TestDatabase } from "../../../test/database.ts";
import { actor, buildWorld, type World } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { openVault } from "../../vault/index.ts";
import { anchorChains, type Anchored, eraseDueMonths, type Erased, exportRecord, sealRecords } from "../index.ts";
import { lastStatement } from "../sealing/index.ts";

const dir = mkdtempSync(join(tmpdir(), "einklang-erase-"));
const vault = await openVault(join(dir, "keys"));
afterAll(() => {
  vault.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Report { agrees: boolean; sealed: number; erased: number; erasedBecause: ReadonlyMap<string, number>; lostByRestore: readonly unknown[] }
interface Site {
  readonly database: TestDatabase;
  readonly world: World;
  readonly anchorDir: string;
  write(monthsAgo: number, count: number): Promise<void>;
  settle(): Promise<Anchored>;
  anchor(): Promise<Anchored>;
  erase(): Promise<Erased>;
  left(): Promise<number>;
  verified(): Promise<Report>;
}

async function site(): Promise<Site> {
  const database = await databaseForThisTest();
  const world = await buildWorld(database.owner);
  const anchorDir = mkdtempSync(join(dir, "anchors-"));
  const place = () => ({ db: database.db, anchorDir, signingKey: vault.signingKey(), now: new Date() });
  const anchor = () => anchorChains(place());
  return {
    database, world, anchorDir, anchor,
    // as the owner, since no request can say when it was
    write: async (monthsAgo, count) => {
      for (let i = 0; i < count; i += 1) {
        await database.owner.query(
          `insert into app.access_records (tenant_id, id, room_id, action, reason_ct, at)
           values ($1, $2, $3, 'case.read', '\\x01', date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' - make_interval(months => $4) + make_interval(secs => $5::integer + 90000))`,
          [world.tenantId, newId(), world.caseRoomId, monthsAgo, i],
        );
      }
    },
    settle: async () => (await sealRecords(database.db), anchor()),
    erase: () => eraseDueMonths(place()),
    left: async () => (await database.owner.query("select from app.access_records where action = 'case.read'")).rowCount ?? 0,
    verified: async () => {
      const lines: string[] = [];
      await exportRecord(database.db, vault.signingKey(), () => new Date(), async (line) => void lines.push(line));
      const anchors = readdirSync(anchorDir).filter((name) => name.startsWith("anchors-")).sort().flatMap((name) => readFileSync(join(anchorDir, name), "utf8").split("\n"));
      // the independent verifier; imported by address, since nothing of the product may depend on main
      const verifier = (await import(new URL("../../main/audit-verifier/verifier.ts", import.meta.url).href)) as { verify: (lines: string[], anchors: string[], key: unknown) => Promise<Report> };
      return verifier.verify(lines, anchors, vault.signingKey().publicKey);
    },
  };
}
const keep = (it: Site, months: number) => it.database.owner.query("insert into app.settings (tenant_id, key, value) values ($1, 'record_months', $2::text::jsonb) on conflict (tenant_id, key) do update set value = excluded.value", [it.world.tenantId, String(months)]);

test("months older than the period go, the seals stay, and the verifier says how many and why", async () => {
  const it = await site();
  await it.write(26, 3);
  await sealRecords(it.database.db);
  await it.write(26, 2);
  await it.write(25, 4);
  await it.write(24, 5);
  await it.write(0, 1);
  await it.settle();
  expect(await it.erase()).toEqual({ records: 9, keptSeals: 0 });
  expect(await it.left()).toBe(6);
  expect(await lastStatement(it.anchorDir)).toMatchObject({ kind: "erasure" });
  const report = await it.verified();
  expect(report).toMatchObject({ agrees: true, sealed: 6, erased: 9 });
  expect([...report.erasedBecause]).toEqual([[expect.stringMatching(/^Aufbewahrung von 24 Monaten abgelaufen für \d{4}-\d{2}$/), 5], [expect.any(String), 4]]);
  expect(await it.erase()).toEqual({ records: 0, keptSeals: 0 });
  await it.write(0, 2);
  expect(await it.settle()).toBe("anchored");
  expect(await it.verified()).toMatchObject({ agrees: true, sealed: 8, erased: 9 });
});

test("a setting below twelve months erases nothing younger than twelve", async () => {
  const it = await site();
  await it.write(14, 2);
  await it.write(12, 3);
  await it.write(2, 4);
  await it.settle();
  expect(await it.erase()).toEqual({ records: 0, keptSeals: 0 });
  await keep(it, 1);
  expect(await it.erase()).toEqual({ records: 2, keptSeals: 0 });
  expect(await it.left()).toBe(7);
});

test("a month stays whole while a seal of it is not anchored, or a record of it not sealed", async () => {
  const it = await site();
  await it.write(30, 3);
  await it.settle();
  await it.write(30, 1);
  expect(await it.erase()).toEqual({ records: 0, keptSeals: 0 });
  await sealRecords(it.database.db);
  expect(await it.erase()).toEqual({ records: 0, keptSeals: 0 });
  await it.anchor();
  expect(await it.erase()).toEqual({ records: 4, keptSeals: 0 });
});

test("an erasure does not hide from the next anchor what was sealed just before it", async () => {
  const it = await site();
  await it.write(30, 2);
  await it.settle();
  await it.write(0, 3);
  await sealRecords(it.database.db);
  expect((await it.erase()).records).toBe(2);
  expect(await it.anchor()).toBe("anchored");
  expect(await lastStatement(it.anchorDir)).toMatchObject({ kind: "anchor", heads: [expect.objectContaining({ seq: 5 })] });
});

test("killed between the statement and the deletion: no restore is claimed, and the next run ends it", async () => {
  const it = await site();
  await it.write(30, 3);
  await it.settle();
  await it.database.owner.query("create table kept as select * from app.access_records; create table state as select * from private.sealer_state");
  expect((await it.erase()).records).toBe(3);
  // as it would be had the commit not come: the records are there, and the database knows one statement less
  await it.database.owner.query("insert into app.access_records select * from kept; update private.sealer_state p set anchor_number = s.anchor_number, anchor_hash = s.anchor_hash from state s");
  expect(await it.verified()).toMatchObject({ agrees: true, sealed: 3, erased: 0 });
  expect(await it.erase()).toEqual({ records: 3, keptSeals: 0 });
  await it.write(0, 1);
  expect(await it.settle()).toBe("anchored");
  expect(await it.verified()).toMatchObject({ agrees: true, sealed: 1, erased: 3, lostByRestore: [] });
});

test.each([
  ["all records of a seal", "delete from app.access_records where seq between 1 and 3", { records: 2, keptSeals: 0 }],
  ["one of them", "delete from app.access_records where seq = 2", { records: 2, keptSeals: 1 }],
  ["one of them changed", "update app.access_records set purpose = 'x' where seq = 2", { records: 2, keptSeals: 1 }],
])("what was done by hand is found, and no later erasure covers it: %s", async (_what, forge, erased) => {
  const it = await site();
  await it.write(30, 3);
  await sealRecords(it.database.db);
  await it.write(30, 2);
  await it.settle();
  await it.database.owner.query(forge);
  expect((await it.verified()).agrees).toBe(false);
  expect(await it.erase()).toEqual(erased);
  expect(await it.verified()).toMatchObject({ agrees: false, erased: 2 });
});

test("nobody of the staff can erase, and the clock's own login not what is young", async () => {
  const it = await site();
  await it.write(30, 2);
  await it.write(3, 2);
  await it.settle();
  const young = (await it.database.owner.query("select chain_id, month, seq_from from app.access_seals order by month desc limit 1")).rows[0] as { chain_id: string; month: string; seq_from: number };
  const call = "select app.erase_sealed_records($1, $2, $3, $4::bigint[])";
  const values = [it.world.tenantId, young.chain_id, young.month, [young.seq_from]];
  for (const [role, room] of [["case_manager", "case"], ["team_lead", "case"], ["tenant_administrator", null], ["data_protection_officer", null], ["immigration_officer", "immigration"]] as const) {
    const { secret } = await actor(it.world, [role], room);
    for (const [statement, parameters] of [[call, values], ["select * from app.months_to_erase()", []], ["select app.sealer_stated(1, 'x')", []]] as const) {
      await expect(it.database.db.write(secret, (tx) => tx.query(statement, [...parameters])), `${role}: ${statement}`).rejects.toThrow();
    }
  }
  await expect(it.database.db.asSystem("test", (tx) => tx.query(call, values))).rejects.toThrow();
  await expect(it.database.db.asSystem("test", (tx) => tx.run("delete from app.access_records"))).rejects.toThrow();
  expect(await it.left()).toBe(4);
});
