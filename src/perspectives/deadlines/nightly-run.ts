import { setImmediate as breathe } from "node:timers/promises";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { App } from "../../http/index.ts";
import { type CalendarDay, dayOf } from "../../kernel/calendar-day.ts";
import { type FactInput, FactsRefused, LAW_COMPARED_UNTIL } from "../../rules/index.ts";
import { findFactsOfPersons } from "./facts-of-persons.ts";
import { keepDays, type KeptDay, listPersonsBehind, listThesePersons, moveRun, type PersonToCompute, takeMarked, takeRun } from "./nightly.sql.ts";
import { upcomingDaysOf } from "./upcoming-days.ts";

type Doing = Pick<App, "db" | "vault" | "clock" | "config">;
export interface Computed {
  readonly persons: number;
  /** whose facts could not be read: they keep what was known */
  readonly unread: number;
}

const AT_ONCE = 200;
/** Each person takes about a millisecond of the processor that also answers requests: after so many, others come first. */
const PERSONS_A_BREATH = 5;
/** The day begins at one o'clock: the night's run is not in the way of whoever works late. */
const NIGHT_MS = 3_600_000;

/**
 * The run of the night over all persons of all tenants, in batches of one transaction each: the place where it stands moves in
 * the transaction that keeps the batch's days, so a run that is broken off goes on there and nobody is left out or done twice.
 * Nobody ordered it and it serves every room: it runs as the system and reaches rows only through the functions granted to that
 * login. Ends after `budgetMs` so that the process can stop; the next call goes on.
 */
export async function computeTonight(app: Doing, options: { budgetMs?: number; atOnce?: number } = {}): Promise<Computed & { readonly isOver: boolean }> {
  const until = performance.now() + (options.budgetMs ?? Infinity);
  const day = nightOf(app);
  let [persons, unread] = [0, 0];
  while (performance.now() < until) {
    const batch = await app.db.asSystem("deadlines of tonight", (tx) => oneBatch(tx, day, options.atOnce ?? AT_ONCE));
    if (batch === null) return { persons, unread, isOver: true };
    persons += batch.persons;
    unread += batch.unread;
  }
  return { persons, unread, isOver: false };
}

/** Persons of whom something changed since: marked in the transaction of the change, computed seconds later by the same code. */
export async function computeMarked(app: Doing): Promise<number> {
  for (let done = 0; ; ) {
    const taken = await app.db.asSystem("deadlines of whom something changed", async (tx) => {
      const marked = await takeMarked(tx, AT_ONCE);
      for (const [tenantId, rows] of Map.groupBy(marked, (m) => m.tenant_id)) {
        const persons = await listThesePersons(tx, tenantId, rows.map((row) => row.person_id));
        await computePersons(tx, tenantId, persons, dayOf(app.clock(), app.config.timeZone));
      }
      return marked.length;
    });
    done += taken;
    if (taken < AT_ONCE) return done;
  }
}

export const nightOf = (app: Pick<App, "clock" | "config">): CalendarDay => dayOf(new Date(app.clock().getTime() - NIGHT_MS), app.config.timeZone);

async function oneBatch(tx: WriteTx, day: CalendarDay, most: number): Promise<Computed | null> {
  const run = await takeRun(tx, day, LAW_COMPARED_UNTIL);
  if (run === undefined) return null;
  const persons = await listPersonsBehind(tx, run.tenant_id, run.after_person, most);
  const unread = await computePersons(tx, run.tenant_id, persons, day);
  // fewer than asked for: there is nobody behind them
  await moveRun(tx, run, persons.length < most ? null : persons.at(-1)!.person_id, persons.length, unread);
  return { persons: persons.length, unread };
}

/** How many could not be read. */
async function computePersons(tx: WriteTx, tenantId: string, persons: readonly PersonToCompute[], day: CalendarDay): Promise<number> {
  const facts = await findFactsOfPersons(tx as ReadTx, tenantId, persons.filter((p) => p.is_wanted), day);
  const kept: KeptDay[] = [];
  const done: string[] = [];
  for (const [i, { person_id, is_wanted }] of persons.entries()) {
    if (i % PERSONS_A_BREATH === 0) await breathe();
    const days = is_wanted ? daysOrNull(facts.get(person_id), day) : [];
    if (days === null) continue;
    done.push(person_id);
    for (const d of days) kept.push({ person_id, rule: d.rule, kind: d.kind, day: d.day, detail: d.detail, is_certain: d.isCertain });
  }
  await keepDays(tx, tenantId, done, kept, day, LAW_COMPARED_UNTIL);
  return persons.length - done.length;
}

/** Null: the facts of this person cannot be read, by their key or their form. One person stops nobody else's night. */
function daysOrNull(facts: FactInput | undefined, day: CalendarDay) {
  if (facts === undefined) return null;
  try {
    return upcomingDaysOf(facts, day);
  } catch (error) {
    if (error instanceof FactsRefused) return null;
    throw error;
  }
}
