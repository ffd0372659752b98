import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { actor, buildWorld, type World } from "../../test/world.ts";
import { newId } from "../kernel/id.ts";
import { enqueue, JobFailed, type JobHandlers, type Ordering, startWorker } from "./index.ts";

let database: TestDatabase;
let world: World;
let who: Awaited<ReturnType<typeof actor>>;
const quiet = { error: () => undefined };
const options = { pollMs: 10, retrySeconds: () => 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildWorld(database.owner);
  who = await actor(world, ["case_manager"], "case");
});
afterAll(() => database.close());

const ordering = (): Ordering => ({ session: { id: newId(), tenantId: world.tenantId, accountId: who.accountId, roomId: world.caseRoomId } });
const order = (kind: string): Promise<string> => database.db.write(who.secret, (tx) => enqueue(tx, ordering(), kind));
const rowOf = async (id: string) => (await database.owner.query("select state, done, total, error_code, attempts from app.jobs where id = $1", [id])).rows[0] as Record<string, unknown>;
async function until(id: string, ...states: string[]): Promise<Record<string, unknown>> {
  for (let i = 0; i < 2500; i += 1) {
    const row = await rowOf(id);
    if (row !== undefined && states.includes(String(row["state"]))) return row;
    await pause(10);
  }
  throw new Error(`never ${states.join()}: ${JSON.stringify(await rowOf(id))}`);
}
async function working<T>(handlers: JobHandlers, work: () => Promise<T>): Promise<T> {
  const worker = startWorker({ db: database.db, log: quiet }, handlers, options);
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}

test("a job exists exactly if its change was committed", async () => {
  let id = "";
  await expect(database.db.write(who.secret, async (tx) => {
    id = await enqueue(tx, ordering(), "test.never");
    throw new Error("changed my mind");
  })).rejects.toThrow("changed my mind");
  expect(await rowOf(id)).toBeUndefined();
});

test("a batch sees what whoever ordered it sees, and nothing without the job", async () => {
  const seen: unknown[] = [];
  await working({ "test.rights": async (run) => void seen.push(await run.batch((tx) => tx.get("select app.current_account() as account, app.current_room() as room"))) }, async () => until(await order("test.rights"), "done"));
  expect(seen).toEqual([{ account: who.accountId, room: world.caseRoomId }]);
});

test("within the work of a job the queue and the record of others are closed, as they are to the account", async () => {
  const other = await actor(world, ["case_manager"], "case");
  await database.db.write(other.secret, (tx) => enqueue(tx, { session: { ...ordering().session, accountId: other.accountId } }, "test.of_somebody_else"));
  await database.owner.query("insert into app.access_records (tenant_id, id, room_id, account_id, action) values ($1, $2, $3, $4, 'case.read')", [world.tenantId, newId(), world.caseRoomId, other.accountId]);
  const seen: unknown[] = [];
  const id = await order("test.closed");
  await working({ "test.closed": (run) => run.batch(async (tx) => {
    seen.push(await tx.query("select id from app.jobs where account_id <> app.current_account()"), await tx.query("select id from app.access_records"));
    seen.push(await tx.query("select has_table_privilege(current_user, 'app.access_seals', 'insert') as seals"));
  }) }, () => until(id, "done"));
  expect(seen).toEqual([[], [], [{ seals: false }]]);
  // and between jobs the login is nobody's
  await expect(database.db.asSystem("test", (tx) => tx.query("select id from app.cases"))).rejects.toThrow("not found");
  await database.owner.query("delete from app.jobs where kind = 'test.of_somebody_else'");
});

test("progress is seen while the transaction of the work is still open", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const id = await order("test.progress");
  await working({ "test.progress": (run) => run.batch(async (tx) => {
    await tx.query("select 1 as n");
    await run.progress(3, 7);
    await held;
  }) }, async () => {
    for (let i = 0; i < 2000 && (await rowOf(id))["done"] !== 3; i += 1) await pause(10);
    expect(await rowOf(id)).toMatchObject({ state: "running", done: 3, total: 7 });
    release();
    await until(id, "done");
  });
});

test("an order calls the worker, which would else look again in an hour", async () => {
  const worker = startWorker({ db: database.db, log: quiet }, { "test.called": () => Promise.resolve() }, { pollMs: 3_600_000 });
  try {
    // the first after the worker is asleep, and one more when it sleeps again
    for (let i = 0; i < 2; i += 1) await until(await order("test.called"), "done");
  } finally {
    await worker.stop();
  }
});

test("where nothing calls it, the worker looks by itself", async () => {
  const deaf = { ...database.db, listenForJobs: () => ({ stop: () => Promise.resolve() }) };
  const worker = startWorker({ db: deaf, log: quiet }, { "test.deaf": () => Promise.resolve() }, { pollMs: 20 });
  try {
    await until(await order("test.deaf"), "done");
  } finally {
    await worker.stop();
  }
});

test("two workers share the queue and no job is worked twice", async () => {
  const worked: string[] = [];
  const handlers: JobHandlers = { "test.shared": async (run) => { worked.push(run.id); await pause(5); } };
  const ids = await Promise.all(Array.from({ length: 20 }, () => order("test.shared")));
  await working(handlers, () => working(handlers, () => Promise.all(ids.map((id) => until(id, "done")))));
  expect(worked.toSorted()).toEqual(ids.toSorted());
});

test("a failure is tried again, five times at most; a foreseen one ends at once with its code", async () => {
  let tries = 0;
  const handlers: JobHandlers = {
    "test.flaky": () => { tries += 1; return tries < 3 ? Promise.reject(new Error("not yet")) : Promise.resolve(); },
    "test.broken": () => Promise.reject(new Error("never")),
    "test.known": () => Promise.reject(new JobFailed("list-unreadable")),
  };
  const [flaky, broken, known] = [await order("test.flaky"), await order("test.broken"), await order("test.known")];
  await working(handlers, async () => {
    expect(await until(flaky, "done", "failed")).toMatchObject({ state: "done", attempts: 3 });
    expect(await until(broken, "done", "failed")).toMatchObject({ state: "failed", attempts: 5, error_code: "too-many-attempts" });
    expect(await until(known, "done", "failed")).toMatchObject({ state: "failed", attempts: 1, error_code: "list-unreadable" });
  });
});

test("what a killed worker held is taken over, and its late batch does nothing", async () => {
  const id = await order("test.crash");
  let late: Promise<unknown> = Promise.resolve();
  let first = true;
  await working({ "test.crash": async (run) => {
    if (!first) return;
    first = false;
    await database.owner.query("update app.jobs set heartbeat_at = now() - interval '2 minutes' where id = $1", [id]);
    late = until(id, "done").then(() => run.batch((tx) => tx.query("select 1 as n")));
    late.catch(() => undefined);
    await late;
  } }, async () => {
    // the killed one must have had it first
    await vi.waitUntil(() => !first, { timeout: 25_000 });
    const other = startWorker({ db: database.db, log: quiet }, { "test.crash": () => Promise.resolve() }, options);
    expect(await until(id, "done")).toMatchObject({ attempts: 2 });
    await expect(late).rejects.toThrow();
    await other.stop();
  });
});

test("a role that ends ends the run with the next batch; what was committed stays", async () => {
  const leaving = await actor(world, ["case_manager"], "case");
  const id = await database.db.write(leaving.secret, (tx) => enqueue(tx, { session: { ...ordering().session, accountId: leaving.accountId } }, "test.leaving"));
  const batches: number[] = [];
  await working({ "test.leaving": async (run) => {
    await run.batch(async () => void batches.push(1));
    await database.owner.query("update app.memberships set ended_at = now() where account_id = $1", [leaving.accountId]);
    await run.batch(async () => void batches.push(2));
  } }, async () => expect(await until(id, "failed")).toMatchObject({ error_code: "rights-ended" }));
  expect(batches).toEqual([1]);
});

test("stopping gives the job back to the queue", async () => {
  const id = await order("test.long");
  let began = (): void => undefined;
  const running = new Promise<void>((resolve) => (began = resolve));
  await working({ "test.long": async (run) => { began(); while (true) { await run.batch((tx) => tx.query("select 1 as n")); await pause(5); } } }, () => running);
  expect(await rowOf(id)).toMatchObject({ state: "queued" });
});
