import type { ReadTx } from "../../db/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { FactInput } from "../../rules/index.ts";
import { toldFacts } from "../facts/known-facts.ts";
import { listRegister, listUnguardedFacts } from "./register.sql.ts";

const exact = (day: CalendarDay | null, precision: string): CalendarDay | null => (precision === "day" ? day : null);

/**
 * What the night knows of these persons, in two statements: the register and what was recorded, but for what is guarded, which
 * only the case opens. Days that hang on it stay open, and the case's own page says more.
 */
export async function findFactsOfPersons(tx: ReadTx, tenantId: string, persons: readonly { readonly person_id: string }[], today: CalendarDay): Promise<ReadonlyMap<string, FactInput>> {
  if (persons.length === 0) return new Map();
  const ids = persons.map((p) => p.person_id);
  const facts = Map.groupBy(await listUnguardedFacts(tx, tenantId, ids), (row) => row.person_id);
  const register = await listRegister(tx, tenantId, ids);
  return new Map(register.map((row) => {
    const entries = (facts.get(row.person_id) ?? []).map((f) => ({ key: f.key, value: f.value, from: f.from_on, to: f.until_on, statedOn: f.stated_on }));
    const entry = { birthOn: exact(row.birth_on, row.birth_precision), enteredOn: exact(row.entered_on, row.entered_precision), papers: row.papers };
    return [row.person_id, toldFacts(entry, entries, today)];
  }));
}
