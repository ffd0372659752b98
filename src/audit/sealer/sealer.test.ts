import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { inject } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { actor, type Actor, buildWorld, type World } from "../../../test/world.ts";
import { newId } from "../../kernel/id.ts";
import { openVault, type Vault } from "../../vault/index.ts";
import { anchorChains, type Anchored, exportRecord, sealRecords } from "../index.ts";
import { lastStatement } from "../sealing/index.ts";

let database: TestDatabase;
let world: World;
let manager: Actor;
let officer: Actor;
let vault: Vault;
const dir = mkdtempSync(join(tmpdir(), "einklang-sealer-"));
const anchorDir = join(dir, "anchors");

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildWorld(database.owner);
  manager = await actor(world, ["case_manager"], "case");
  officer = await actor(world, ["immigration_officer"], "immigration");
  vault = await openVault(join(dir, "keys"));
});
afterAll(async () => {
  vault.close();
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

const OWN_SESSION = "(select s.session_id from app.session_context() s)";
const write = (who: Actor, roomId: string, count = 1): Promise<void> =>
  database.db.write(who.secret, async (tx) => {
    for (let i = 0; i < count; i += 1) {
      await tx.run(
        `insert into app.access_records (tenant_id, id, room_id, account_id, session_id, action, object_kind, object_ids, purpose, reason_ct)
         values ($1, $2, $3, $4, ${OWN_SESSION}, 'case.read', 'case', $5, 'casework', $6)`,
        [world.tenantId, newId(), roomId, who.accountId, [newId()], Buffer.alloc(100, i)],
      );
    }
  });
const anchor = (now = new Date()): Promise<Anchored> => anchorChains({ db: database.db, anchorDir, signingKey: vault.signingKey(), now });
async function exported(): Promise<string[]> {
  const lines: string[] = [];
  await exportRecord(database.db, vault.signingKey(), () => new Date(), async (line) => void lines.push(line));
  return lines;
}
async function verified(): Promise<{ agrees: boolean; findings: readonly string[]; sealed: number; unsealed: { count: number }; lostByRestore: readonly unknown[] }> {
  // the independent verifier; imported by address, since nothing of the product may depend on main
  const verifier = (await import(new URL("../../main/audit-verifier/verifier.ts", import.meta.url).href)) as {
    verify: (lines: string[], anchors: string[], key: unknown) => ReturnType<typeof verified>;
  };
  const anchors = readdirSync(anchorDir).filter((name) => name.startsWith("anchors-")).sort().flatMap((name) => readFileSync(join(anchorDir, name), "utf8").split("\n"));
  return verifier.verify(await exported(), anchors.filter((line) => line !== ""), vault.signingKey().publicKey);
}
/** As nobody but a superuser can: past policies and triggers. */
async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject("template").superuser, database: database.name });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

test("what was committed is sealed per room, and the independent program agrees", async () => {
  await write(manager, world.caseRoomId, 4);
  await write(officer, world.immigrationRoomId, 3);
  expect(await sealRecords(database.db)).toBe(7);
  expect(await sealRecords(database.db)).toBe(0);
  await write(manager, world.caseRoomId, 2);
  expect(await sealRecords(database.db)).toBe(2);
  expect(await anchor()).toBe("epoch-opened");
  await write(manager, world.caseRoomId);
  await sealRecords(database.db);
  expect(await anchor()).toBe("anchored");
  expect(await anchor()).toBe("nothing-new");
  await write(officer, world.immigrationRoomId);
  expect(await verified()).toMatchObject({ agrees: true, findings: [], sealed: 10, unsealed: { count: 1 } });
});

test("a record whose transaction is still open is not waited for and not lost", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let inserted = (): void => undefined;
  const isInserted = new Promise<void>((resolve) => (inserted = resolve));
  const slow = database.db.write(manager.secret, async (tx) => {
    await tx.run(`insert into app.access_records (tenant_id, id, room_id, account_id, session_id, action) values ($1, $2, $3, $4, ${OWN_SESSION}, 'case.slow')`, [world.tenantId, newId(), world.caseRoomId, manager.accountId]);
    inserted();
    await held;
  });
  await isInserted;
  await write(manager, world.caseRoomId);
  const before = await sealRecords(database.db);
  expect(before).toBeGreaterThan(0);
  release();
  await slow;
  expect(await sealRecords(database.db)).toBe(1);
  await anchor();
  expect(await verified()).toMatchObject({ agrees: true, unsealed: { count: 0 } });
});

test("two sealers at once number every record once", async () => {
  await Promise.all(Array.from({ length: 5 }, () => write(manager, world.caseRoomId, 3)));
  const counts = await Promise.all([sealRecords(database.db), sealRecords(database.db), sealRecords(database.db)]);
  expect(counts.reduce((a, b) => a + b, 0) + (await sealRecords(database.db))).toBe(15);
  await anchor();
  expect((await verified()).agrees).toBe(true);
});

test("nobody of the product can change, number or delete a record", async () => {
  for (const statement of ["update app.access_records set purpose = 'x'", "update app.access_records set seq = 99", "delete from app.access_records", "update app.access_seals set seq_to = 1"]) {
    await expect(database.db.write(manager.secret, (tx) => tx.run(statement)), statement).rejects.toThrow("not found");
  }
  // the sealer's login numbers what has no number, and cannot take one back
  expect(await database.db.asSystem("test", (tx) => tx.run("update app.access_records set seq = 5000"))).toBe(0);
});

test.each([
  ["a changed purpose", "update app.access_records set purpose = 'curiosity' where seq = 2"],
  ["another case", "update app.access_records set case_id = tenant_id where seq = 3"],
  ["another session", "update app.access_records set session_id = tenant_id where seq = 1"],
  ["another time", "update app.access_records set at = at + interval '1 microsecond' where seq = 2"],
  ["a record taken out of its chain", "update app.access_records set seq = null where seq = 4"],
])("a superuser's tampering is found: %s", async (_what, forge) => {
  await asSuperuser("create table kept as select * from app.access_records");
  await asSuperuser(forge);
  expect((await verified()).agrees).toBe(false);
  await asSuperuser("update app.access_records r set at = k.at, purpose = k.purpose, case_id = k.case_id, session_id = k.session_id, seq = k.seq from kept k where k.id = r.id; drop table kept");
  expect((await verified()).agrees).toBe(true);
});

test("a database restored from an older state opens an epoch that says what was lost", async () => {
  const fresh = await createTestDatabase();
  try {
    const other = await buildWorld(fresh.owner);
    const who = await actor(other, ["case_manager"], "case");
    const place = join(dir, "restored");
    const say = (): Promise<Anchored> => anchorChains({ db: fresh.db, anchorDir: place, signingKey: vault.signingKey(), now: new Date() });
    const add = async (): Promise<void> => {
      await fresh.db.write(who.secret, (tx) => tx.run(`insert into app.access_records (tenant_id, id, room_id, account_id, session_id, action) values ($1, $2, $3, $4, ${OWN_SESSION}, 'case.read')`, [other.tenantId, newId(), other.caseRoomId, who.accountId]));
      await sealRecords(fresh.db);
    };
    await add();
    expect(await say()).toBe("epoch-opened");
    const backup = (await fresh.owner.query("select max(seq_to) as seq from app.access_seals")).rows[0] as { seq: number };
    await add();
    await add();
    expect(await say()).toBe("anchored");
    // the backup is played back: what came after it is gone, and the sealer's place is the old one
    await fresh.owner.query("delete from app.access_seals where seq_from > $1", [backup.seq]);
    await fresh.owner.query("delete from app.access_records where seq > $1", [backup.seq]);
    const statements = readFileSync(join(place, readdirSync(place).find((n) => n.startsWith("anchors-"))!), "utf8").split("\n");
    const first = JSON.parse(statements.find((line) => line !== "")!) as { number: number };
    await fresh.owner.query("update private.sealer_state set anchor_number = $1, anchor_hash = 'older'", [first.number]);
    expect(await say()).toBe("epoch-opened");
    expect(await lastStatement(place)).toMatchObject({ kind: "epoch", epoch: 2 });
    expect(await say()).toBe("nothing-new");
  } finally {
    await fresh.close();
  }
});

test("a crash between the anchor on disk and the database is no restore", async () => {
  await write(manager, world.caseRoomId);
  await sealRecords(database.db);
  const before = (await database.owner.query("select epoch, anchor_number, anchor_hash, anchored_at from private.sealer_state")).rows[0] as Record<string, unknown>;
  expect(await anchor()).toBe("anchored");
  await database.owner.query("update private.sealer_state set epoch = $1, anchor_number = $2, anchor_hash = $3, anchored_at = $4", [before["epoch"], before["anchor_number"], before["anchor_hash"], before["anchored_at"]]);
  await write(manager, world.caseRoomId);
  await sealRecords(database.db);
  expect(await anchor()).toBe("anchored");
  expect(await lastStatement(anchorDir)).toMatchObject({ epoch: 1 });
});
