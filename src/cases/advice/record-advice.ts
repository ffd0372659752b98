import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { granted } from "../verdict.ts";
import { insertAdvice } from "./advice.sql.ts";
import { type AdviceInput, decideAdvice } from "./decide-advice.ts";

/** Advice without a person: codes only, so that nobody can be recognised. */
export async function recordAdvice(tx: WriteTx, asking: Asking, input: AdviceInput): Promise<string> {
  const areas = await listLifeAreas(tx);
  const advice = granted(decideAdvice(input, { today: asking.today, lifeAreas: areas.map((a) => a.key) }));
  const id = newId();
  await insertAdvice(tx, asking.session, id, advice);
  await record(tx, asking, { action: "advice.recorded", objectKind: "short_advice", objectIds: [id] });
  return id;
}
