import { setTimeout as pause } from "node:timers/promises";
import { anchorChains, eraseDueMonths, sealRecords } from "../audit/index.ts";
import { listStored, deleteFile, sweepUnfinished } from "../files/index.ts";
import type { App } from "../http/index.ts";
import { announceEndings, deliverWhatWaits, eraseDueItems, tellOfChanges } from "../consent/index.ts";
import { deliverMails } from "../mail/index.ts";
import { computeMarked, computeTonight, nightOf } from "../perspectives/index.ts";
import { destroyWhatEnded, forgetWhatIsDue } from "../intake/index.ts";
import { eraseTonight } from "../retention/index.ts";
import type { Chore } from "../jobs/index.ts";
import { settlePortalKeys } from "../portal/index.ts";
import { deleteWhatIsOver, findUnnamedFiles } from "./chores.sql.ts";

const HOUR = 3_600_000;

/** What the clock does in this process. Every chore may run in several processes at once without harm. */
export const choresOf = (app: App): Chore[] => [
  { name: "seal the record", everyMs: 1000, run: () => sealRecords(app.db) },
  { name: "anchor the record", everyMs: 60_000, run: () => anchor(app) },
  { name: "what was sent", everyMs: 1000, run: () => deliverWhatWaits(app) },
  { name: "facts that changed after they were sent", everyMs: 5000, run: () => tellOfChanges(app) },
  { name: "keys of what ended", everyMs: 2000, run: () => destroyWhatEnded(app) },
  { name: "persons of whom a fact changed", everyMs: 5000, run: () => computeMarked(app) },
  { name: "deadlines of tonight", everyMs: 1000, run: nightlyOf(app) },
  { name: "reminders and news for persons", everyMs: 5000, run: () => deliverMails(app) },
  { name: "keys of the own pages", everyMs: 30_000, run: async () => void (await settlePortalKeys(app)) },
  { name: "what is over", everyMs: HOUR, run: () => app.db.asSystem("what is over goes", deleteWhatIsOver) },
  { name: "imported cells that are due", everyMs: HOUR, run: () => forgetWhatIsDue(app) },
  { name: "consents and shares that end soon", everyMs: HOUR, run: async () => void (await announceEndings(app)) },
  { name: "copies in inboxes whose time is over", everyMs: 24 * HOUR, run: async () => void (await eraseDueItems(app)) },
  { name: "files whose period is over", everyMs: 6 * HOUR, run: async () => void (await eraseTonight(app)) },
  { name: "uploads that ended half-way", everyMs: HOUR, run: () => sweepUnfinished(app.filesDir) },
  { name: "months of the record that are over", everyMs: 24 * HOUR, run: () => eraseRecord(app) },
  { name: "files that no row names", everyMs: 24 * HOUR, run: () => sweepUnnamed(app) },
];

/** Over a night that is over, it looks again so often: another process may have had the place and be gone. */
const LOOK_AGAIN_MS = 300_000;

/** A few seconds at a time, so that stopping need not wait for a million persons. */
function nightlyOf(app: App): () => Promise<void> {
  let over = { night: "", at: 0 };
  return async () => {
    const night = nightOf(app);
    if (over.night === night && performance.now() - over.at < LOOK_AGAIN_MS) return;
    const { isOver } = await computeTonight(app, { budgetMs: 3000 });
    if (isOver) over = { night, at: performance.now() };
  };
}

/** The sealer may have the place at just this moment; the next turn is a minute away, so it is waited for. */
async function anchor(app: App): Promise<void> {
  const once = () => anchorChains({ db: app.db, anchorDir: app.config.anchorDir, signingKey: app.vault.signingKey(), now: app.clock() });
  let done = await once();
  for (let tries = 0; done === "busy" && tries < 40; tries += 1) {
    await pause(250);
    done = await once();
  }
  if (done === "epoch-opened") app.log.warn({ anchorDir: app.config.anchorDir }, "a new epoch of the access record was opened");
}

async function eraseRecord(app: App): Promise<void> {
  const { records, keptSeals } = await eraseDueMonths({ db: app.db, anchorDir: app.config.anchorDir, signingKey: app.vault.signingKey(), now: app.clock() });
  if (records > 0) app.log.info({ records }, "months of the access record were erased, their period is over");
  if (keptSeals > 0) app.log.error({ seals: keptSeals }, "records are not what was sealed and were not erased: run audit:verify");
}

/** At the end, so that a product that was stopped properly leaves nothing unsealed and unanchored. */
export async function sealAtTheEnd(app: App): Promise<void> {
  await sealRecords(app.db);
  await anchor(app);
}

/** The id in a stored name is time-ordered: younger ones may belong to a transaction still open. */
const isOldEnough = (storedName: string, now: number): boolean => now - Number.parseInt(storedName.replace("-", "").slice(0, 12), 16) > 24 * HOUR;

async function sweepUnnamed(app: App): Promise<void> {
  const names: string[] = [];
  const flush = async (): Promise<void> => {
    const unnamed = await app.db.asSystem("files that no row names", (tx) => findUnnamedFiles(tx, names.splice(0)));
    for (const name of unnamed) await deleteFile(app.filesDir, name);
  };
  for await (const name of listStored(app.filesDir)) {
    if (isOldEnough(name, app.clock().getTime())) names.push(name);
    if (names.length === 1000) await flush();
  }
  if (names.length > 0) await flush();
}
