import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../../cases/reading/reading-world.test-support.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { computeMarked, computeTonight } from "./nightly-run.ts";

const CHANCE = "§ 104c Absatz 1 Satz 1 AufenthG (Chancen-Aufenthaltsrecht für langjährig geduldete Ausländer)";
let it: ReadingWorld;
beforeAll(async () => {
  it = await startReadingWorld();
});
afterAll(() => it.close());

const owner = () => it.world.owner;
const addPaper = (person: string, label: string, until: string | null): Promise<unknown> =>
  owner().query("insert into app.person_residence_statuses (tenant_id, room_id, id, person_id, azr_label, from_on, until_on) values ($1, $2, gen_random_uuid(), $3, $4, $5, $6)", [it.world.tenantId, it.world.caseRoomId, person, label, addMonths(it.today, -12), until]);
const endsOf = async (person: string): Promise<string[]> => (await owner().query<{ day: string }>("select day::text from app.upcoming_days where person_id = $1 and kind = 'ends'", [person])).rows.map((row) => row.day);
async function newPerson(until: string | null, phase?: string): Promise<{ person: string; caseId: string }> {
  const person = await it.newPerson([["Latn", "Nacht", "Kim"]], "1992-03-12");
  await addPaper(person, CHANCE, until);
  return { person, caseId: await it.newCase({ personId: person, ...(phase === undefined ? {} : { phase }) }) };
}
const runOf = async () => (await owner().query<{ done: number; total: number; after_person: string | null; ended_at: Date | null }>("select done, total, after_person, ended_at from private.deadline_runs where tenant_id = $1 order by on_day desc limit 1", [it.world.tenantId])).rows[0];

test("the night goes over everybody in batches, and a run that was broken off goes on where it stood", async () => {
  const ends = addMonths(it.today, 5);
  const made = [];
  for (let i = 0; i < 7; i += 1) made.push((await newPerson(ends)).person);
  expect(await computeTonight(it.app, { budgetMs: 0, atOnce: 3 })).toMatchObject({ persons: 0, isOver: false });
  // one batch, then the process is gone
  const first = await computeTonight({ ...it.app, db: stopsAfter(1) }, { atOnce: 3 }).catch((error: Error) => error.message);
  expect(first).toBe("gone");
  expect(await runOf()).toMatchObject({ done: 3, total: 7, ended_at: null });
  const rest = await computeTonight(it.app, { atOnce: 3 });
  expect(rest).toEqual({ persons: 4, unread: 0, isOver: true });
  for (const person of made) expect(await endsOf(person)).toEqual([ends]);
  expect(await computeTonight(it.app)).toEqual({ persons: 0, unread: 0, isOver: true });
});

/** The database of a process that ends after so many transactions. */
function stopsAfter(batches: number): typeof it.app.db {
  let left = batches;
  return { ...it.app.db, asSystem: (reason, work) => (left-- > 0 ? it.app.db.asSystem(reason, work) : Promise.reject(new Error("gone"))) };
}

test("two processes at once do nobody twice", async () => {
  for (let i = 0; i < 5; i += 1) await newPerson(addMonths(it.today, 4));
  const tomorrow = { ...it.app, clock: () => new Date(Date.now() + 86_400_000) };
  const both = await Promise.all([computeTonight(tomorrow, { atOnce: 2 }), computeTonight(tomorrow, { atOnce: 2 })]);
  // a process that finds the place taken has nothing to do for now
  const done = await runOf();
  const after = await computeTonight(tomorrow, { atOnce: 2 });
  expect(both[0].persons + both[1].persons + after.persons).toBe(done!.total);
});

test("a changed paper is there seconds later; a closed case and a death take the days away", async () => {
  const { person, caseId } = await newPerson(addMonths(it.today, 6));
  await computeMarked(it.app);
  expect(await endsOf(person)).toEqual([addMonths(it.today, 6)]);
  await owner().query("update app.person_residence_statuses set until_on = $2 where person_id = $1", [person, addMonths(it.today, 8)]);
  await computeMarked(it.app);
  expect(await endsOf(person)).toEqual([addMonths(it.today, 8)]);
  await owner().query("update app.cases set phase = 'closed', closed_on = $2 where id = $1", [caseId, it.today]);
  await computeMarked(it.app);
  expect(await endsOf(person)).toEqual([]);
  await owner().query("update app.cases set phase = 'reopened', closed_on = null where id = $1", [caseId]);
  await computeMarked(it.app);
  expect(await endsOf(person)).toEqual([addMonths(it.today, 8)]);
  await owner().query("update app.persons set died_on = $2 where id = $1", [person, it.today]);
  await computeMarked(it.app);
  expect(await endsOf(person)).toEqual([]);
});

test("who has no running case in case management is not computed; a night that finds nothing new writes nothing", async () => {
  const { person } = await newPerson(addMonths(it.today, 3), "closed");
  const running = (await newPerson(addMonths(it.today, 3))).person;
  await computeMarked(it.app);
  expect([await endsOf(person), await endsOf(running)]).toEqual([[], [addMonths(it.today, 3)]]);
  const mark = async (): Promise<string> => (await owner().query<{ x: string }>("select xmin::text as x from app.upcoming_days where person_id = $1 and kind = 'ends'", [running])).rows[0]!.x;
  const before = await mark();
  const later = { ...it.app, clock: () => new Date(Date.now() + 2 * 86_400_000) };
  await computeTonight(later);
  expect(await mark()).toBe(before);
});

test("merged records are one person: the days stand with the record that is kept", async () => {
  const [kept, merged] = [await newPerson(addMonths(it.today, 7)), await newPerson(addMonths(it.today, 10))];
  await computeMarked(it.app);
  await owner().query("update app.persons set merged_into = $2 where id = $1", [merged.person, kept.person]);
  await computeMarked(it.app);
  expect(await endsOf(merged.person)).toEqual([]);
  expect(await endsOf(kept.person)).toEqual([addMonths(it.today, 10)]);
});

test("how far it is: a share and a day for whoever works here, no number of persons; nothing for an administrator", async () => {
  const progress = await it.database.db.read(it.manager.secret, (tx) => tx.query("select * from app.deadline_progress()"));
  expect(progress).toHaveLength(1);
  expect(Object.keys(progress[0] as object).sort()).toEqual(["is_over", "on_day", "percent"]);
  expect(await it.database.db.read(it.administrator.secret, (tx) => tx.query("select * from app.deadline_progress()"))).toEqual([]);
  for (const forbidden of ["select * from app.take_persons_to_compute(1)", "select * from app.register_for_deadlines(gen_random_uuid(), '{}')", "insert into app.upcoming_days default values", "select * from private.deadline_runs"]) {
    await expect(it.database.db.write(it.manager.secret, (tx) => tx.query(forbidden)), forbidden).rejects.toThrow();
  }
});
