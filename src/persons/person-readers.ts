import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import type { Reader } from "../ui/index.ts";
import { listCasesOfPersons } from "./persons.sql.ts";

export const isRoomWide = (asking: Asking): boolean => asking.session.roles.some((role) => role === "immigration_officer" || role === "naturalisation_officer");

/** Who will be able to read what is typed about a person; nobody that the reader may not know of. */
export async function readersOf(tx: ReadTx, asking: Asking, recordIds: readonly string[]): Promise<Reader[]> {
  if (isRoomWide(asking)) return [{ name: "Sie" }, { name: "alle in diesem Aktenbereich" }];
  const cases = recordIds.length === 0 ? [] : await listCasesOfPersons(tx, recordIds);
  if (cases.length === 0) return [{ name: "Sie" }, { name: "die Teamleitung" }, { name: "wer Personen aufnimmt", why: "Import und Doppelungen" }, { name: "später das Fallteam" }];
  return [{ name: "Sie" }, ...cases.map((c) => ({ name: `das Team des Falls ${c.number}` })), { name: "die Teamleitung nach Beitritt" }];
}
