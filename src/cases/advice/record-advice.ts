import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import type { AdviceOutcome } from "../case-words.ts";
import { granted, unknownAreas } from "../verdict.ts";
import { insertAdvice } from "./advice.sql.ts";

export interface AdviceInput {
  readonly happenedOn: CalendarDay;
  readonly language: string;
  readonly lifeAreas: readonly string[];
  readonly outcome: Exclude<AdviceOutcome, "became_case">;
  readonly minutes: number | null;
}

function decideAdvice(input: AdviceInput, facts: { today: CalendarDay; lifeAreas: readonly string[] }): Decision<AdviceInput> {
  const refusals: Refusal[] = [...unknownAreas(input.lifeAreas, facts.lifeAreas)];
  if (input.language === "") refusals.push({ code: "advice-without-language", field: "language", sentence: "Wählen Sie die Sprache." });
  if (input.lifeAreas.length === 0) refusals.push({ code: "advice-without-life-area", field: "lifeAreas", sentence: "Wählen Sie mindestens einen Lebensbereich." });
  if (input.happenedOn > facts.today) refusals.push({ code: "advice-in-the-future", field: "happenedOn", sentence: "Dieser Tag liegt in der Zukunft." });
  return decide(refusals, () => input);
}

/** Advice without a person: codes only, so that nobody can be recognised. */
export async function recordAdvice(tx: WriteTx, asking: Asking, input: AdviceInput): Promise<string> {
  const areas = await listLifeAreas(tx);
  const advice = granted(decideAdvice(input, { today: asking.today, lifeAreas: areas.map((a) => a.key) }));
  const id = newId();
  await insertAdvice(tx, asking.session, id, advice);
  await record(tx, asking, { action: "advice.recorded", objectKind: "short_advice", objectIds: [id] });
  return id;
}
