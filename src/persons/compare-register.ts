import { askingOfJob } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { App, Asking } from "../http/index.ts";
import { enqueue, type JobHandler, type JobHandlers } from "../jobs/index.ts";
import { newId } from "../kernel/id.ts";
import { compareInThread } from "./compare-in-thread.ts";
import { readKnownPersons } from "./known-persons.ts";
import { countPairsSince, findLastSearch, insertPairs, type Search } from "./match-material.sql.ts";

export const COMPARE = "persons.compare";
const BATCH = 1000;

export type SearchShown = Search & { readonly isRunning: boolean; /** pairs that came up since it was ordered */ readonly found: number };

export async function findSearch(tx: ReadTx): Promise<SearchShown | null> {
  const search = await findLastSearch(tx, COMPARE);
  if (search === undefined) return null;
  return { ...search, isRunning: search.state === "queued" || search.state === "running", found: await countPairsSince(tx, search.createdAt) };
}

/** All records of the room against all others. One at a time for an account: ordered again, the running one goes on. */
export async function orderComparison(tx: WriteTx, asking: Asking): Promise<string> {
  const before = await findSearch(tx);
  const id = before?.isRunning === true ? before.id : await enqueue(tx, asking, COMPARE);
  await record(tx, asking, { action: "duplicate.searched", objectKind: "job", objectIds: [id] });
  return id;
}

/** Proposes; what somebody decided about a pair stays. In one transaction, so that a run that fails leaves nothing half. */
const compareRegister = (app: App): JobHandler => async (run) => {
  await run.batch(async (tx) => {
    const asking = await askingOfJob(app, tx, run, "person.merge");
    const pairs = await compareInThread(await readKnownPersons(tx), run.signal, (count) => run.progress(count, count));
    const where = { tenantId: asking.session.tenantId, roomId: asking.session.roomId ?? "" };
    for (let at = 0; at < pairs.length; at += BATCH) {
      const some = pairs.slice(at, at + BATCH);
      await insertPairs(tx, where, some.map((pair) => ({
        id: newId(), one: pair.a, other: pair.b, score: Math.round(pair.score * 100) / 100, reasons: pair.reasons.filter((reason) => reason.speaks === "for").map((reason) => reason.sentence),
      })));
      await record(tx, asking, { action: "duplicate.searched", objectKind: "person", objectIds: [...new Set(some.flatMap((pair) => [pair.a, pair.b]))] });
    }
  });
};

export const personsJobs = (app: App): JobHandlers => ({ [COMPARE]: compareRegister(app) });
