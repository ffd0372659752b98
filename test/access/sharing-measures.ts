import { randomUUID } from "node:crypto";
import type { SessionSecret } from "../../src/db/index.ts";
import type { Facts, Row } from "./facts.ts";
import { rowsOf } from "./facts.ts";
import type { Standing } from "./model.ts";

type Put = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>;
type Ask = <R extends object>(secret: SessionSecret, sql: string, values: readonly unknown[]) => Promise<R[]>;

/** Of every person and life area a goal with a step of the partner's office, a step of another office, and a step of the partner's in a goal that was confided. */
export async function addMeasures(put: Put, of: Readonly<Record<string, unknown>>, persons: readonly string[], areas: readonly string[], offices: { readonly own: string; readonly other: string }, by: string): Promise<void> {
  const CT = Buffer.from("sealed");
  for (const person_id of persons) for (const life_area of areas) for (const is_entrusted of [false, true]) {
    const goal_id = randomUUID();
    await put("plan_goals", { ...of, id: goal_id, person_id, life_area, wish_ct: CT, is_entrusted, created_by: by });
    for (const responsible_organisation_id of is_entrusted ? [offices.own] : [offices.own, offices.other]) {
      await put("plan_measures", { ...of, id: randomUUID(), goal_id, person_id, title_ct: CT, responsible_kind: "office", responsible_organisation_id, due_on: "2099-06-01", created_by: by });
    }
  }
}

/** What a partner is told of plans through shares, and of which steps it may say how they stand, in words or without: as the model says, and no more. */
export async function compareMeasures(ask: Ask, facts: Facts, standing: Standing, secret: SessionSecret, name: string, pick: <T>(of: readonly T[]) => T): Promise<string[]> {
  const { measures, reports } = standing.isSignedIn ? standing.sharing : { measures: new Set<string>(), reports: new Set<string>() };
  const told = new Map((await ask<{ id: string; may_report: boolean }>(secret, "select id, may_report from app.my_shared_measures()", [])).map((row) => [row.id, row.may_report]));
  const wrong: string[] = [];
  for (const m of rowsOf(facts, "plan_measures")) {
    const id = String(m["id"]);
    if (told.has(id) !== measures.has(id)) wrong.push(`${name} is ${told.has(id) ? "" : "not "}told of step ${id} against the model`);
    else if (told.has(id) && told.get(id) !== reports.has(id)) wrong.push(`${name} may ${told.get(id) === true ? "" : "not "}speak of step ${id} against the model`);
  }
  const one = pick(rowsOf(facts, "plan_measures"));
  for (const inWords of [false, true]) {
    const done = await report(ask, secret, one, inWords);
    const may = measures.has(String(one["id"])) && (!inWords || reports.has(String(one["id"])));
    if (done !== may) wrong.push(`${name} ${done ? "reports" : "cannot report"} step ${String(one["id"])} ${inWords ? "in words" : ""} against the model`);
  }
  return wrong;
}

/** Undone at once: `ask` rolls back. */
const report = async (ask: Ask, secret: SessionSecret, m: Row, inWords: boolean): Promise<boolean> =>
  (await ask<{ done: boolean }>(secret, "select app.report_measure($1, $2, 'running', $3, current_date) as done", [m["id"], m["version"], inWords ? Buffer.from("said") : null]))[0]?.done === true;
