import type { ReadTx } from "../../db/index.ts";
import { closingLetter, type LetterContent } from "../../handover/index.ts";
import type { PlanAgreement } from "../../pdf/index.ts";
import { listClosingLetters, listGoals, listMeasures } from "../portal.sql.ts";
import type { Reading } from "../process/portal-route.ts";
import { openOf } from "./open-text.ts";

/** The letter at the end of the case, without what is kept off this page: others may look at it too. Null: not theirs. */
export async function readClosingLetter(tx: ReadTx, call: Reading, id: string): Promise<PlanAgreement | null> {
  const row = (await listClosingLetters(tx)).find((l) => l.id === id);
  if (row === undefined) return null;
  const [goals, steps] = [new Set((await listGoals(tx)).map((g) => g.id)), new Set((await listMeasures(tx)).map((m) => m.id))];
  const content = JSON.parse(openOf(call, "closing_letters.content_ct", row.id, row.content_ct)) as LetterContent;
  // what the database does not withhold with the whole letter: a goal that runs again, and is kept off the page since
  const shown = content.goals.filter((g) => goals.has(g.id));
  return closingLetter({ ...content, goals: shown.map((g) => withSteps(g, steps)) }, row.language, "");
}
const withSteps = (g: LetterContent["goals"][number], seen: ReadonlySet<string>) => ({ ...g, goesOn: g.goesOn.filter((s) => seen.has(s.id)) });
