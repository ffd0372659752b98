import { type CaseReaders, readersOf } from "../cases/reading/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";

/** Who reads what stands in the plan: the team; the person, whose plan it is; and of a step the office that does it. */
export async function planReaders(tx: ReadTx, asking: Asking, caseId: string, what: "goal" | "measure"): Promise<CaseReaders> {
  const { readers, notReaders } = await readersOf(tx, asking, caseId, { isEntrusted: false });
  const office = what === "measure" ? [{ name: "die Stelle, die es tut", why: "nur mit Freigabe für Aufgaben in diesem Lebensbereich" }] : [];
  return {
    readers: [...readers, { name: "die Person selbst", why: "in der Vereinbarung und auf ihrer eigenen Seite" }, ...office],
    notReaders: [...notReaders.filter((r) => r.name !== "das Portal der Person"), ...(what === "goal" ? [{ name: "andere Stellen" }] : [])],
  };
}
