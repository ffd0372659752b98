import { mayUse } from "../../accounts/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { TEAM_FUNCTIONS } from "../case-words.ts";
import { listReaders, type ReaderRow } from "./team.sql.ts";

export interface CaseReader {
  readonly name: string;
  readonly why?: string;
}
export interface CaseReaders {
  readonly readers: readonly CaseReader[];
  readonly notReaders: readonly CaseReader[];
}

/**
 * Who will be able to read an entry of this case, in the words of the line under a field. It names only the reader's own
 * team. Portal, shares and disclosures do not exist yet: when they do, they are named here.
 */
export async function readersOf(tx: ReadTx, asking: Asking, caseId: string, entry: { isEntrusted: boolean }): Promise<CaseReaders> {
  return describeReaders(await listReaders(tx, caseId), { me: asking.session.accountId, iLeadTheRoom: mayUse(asking.session, "case.join"), ...entry });
}

/** Pure, for the tests: rows as of now, words out. */
export function describeReaders(rows: readonly ReaderRow[], facts: { me: string; iLeadTheRoom: boolean; isEntrusted: boolean }): CaseReaders {
  const seen = new Set<string>([facts.me]);
  const others = rows.filter((row) => !seen.has(row.account_id) && seen.add(row.account_id));
  const readers: CaseReader[] = [{ name: "Sie" }, ...others.map((row) => ({ name: row.name, why: whyOf(row) }))];
  readers.push(facts.iLeadTheRoom ? { name: "andere Teamleitungen", why: "nach Beitritt mit Begründung" } : { name: "die Teamleitung", why: "nach Beitritt mit Begründung" });
  const notReaders: CaseReader[] = [{ name: "andere Case Manager:innen", why: "außer im Notzugriff, der protokolliert wird" }, { name: "die Ausländerbehörde" }];
  if (facts.isEntrusted) notReaders.push({ name: "andere Stellen", why: "anvertraut: auch nicht über Freigabe oder Übermittlung" });
  notReaders.push({ name: "das Portal der Person" });
  return { readers, notReaders };
}

function whyOf(row: ReaderRow): string {
  if (row.reads_as === "deputy") return "ständige Vertretung der abwesenden Leitung";
  if (row.reads_as === "emergency") return `Notzugriff bis ${row.until ?? ""} Uhr`;
  return TEAM_FUNCTIONS[row.reads_as];
}
