import { mayUse } from "../../accounts/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { TEAM_FUNCTIONS } from "../case-words.ts";
import { listReaders, listReadersThroughShares, type ReaderRow, type ShareReaderRow } from "./team.sql.ts";

export interface CaseReader {
  readonly name: string;
  readonly why?: string;
}
export interface CaseReaders {
  readonly readers: readonly CaseReader[];
  readonly notReaders: readonly CaseReader[];
}

/** What decides who reads an entry. `sharedAs` is its kind in a share; absent: entries of this sort are never shared. */
export interface EntryToRead {
  readonly isEntrusted: boolean;
  readonly lifeAreas?: readonly string[];
  readonly sharedAs?: "contact" | "papers" | "notices" | "certificates";
}

/** Who will be able to read an entry of this case, in the words of the line under a field: the team, and partners through a share. */
export async function readersOf(tx: ReadTx, asking: Asking, caseId: string, entry: EntryToRead): Promise<CaseReaders> {
  const areas = entry.lifeAreas ?? [];
  const shares = entry.isEntrusted || entry.sharedAs === undefined || areas.length === 0 ? [] : await listReadersThroughShares(tx, caseId, areas, entry.sharedAs);
  return describeReaders(await listReaders(tx, caseId), { me: asking.session.accountId, iLeadTheRoom: mayUse(asking.session, "case.join"), isEntrusted: entry.isEntrusted }, shares);
}

/** Pure, for the tests: rows as of now, words out. */
export function describeReaders(rows: readonly ReaderRow[], facts: { me: string; iLeadTheRoom: boolean; isEntrusted: boolean }, shares: readonly ShareReaderRow[] = []): CaseReaders {
  const seen = new Set<string>([facts.me]);
  const others = rows.filter((row) => !seen.has(row.account_id) && seen.add(row.account_id));
  const readers: CaseReader[] = [{ name: "Sie" }, ...others.map((row) => ({ name: row.name, why: whyOf(row) }))];
  readers.push(facts.iLeadTheRoom ? { name: "andere Teamleitungen", why: "nach Beitritt mit Begründung" } : { name: "die Teamleitung", why: "nach Beitritt mit Begründung" });
  for (const row of shares) readers.push({ name: `${row.given_name} ${row.family_name}`, why: `${row.organisation}, durch die Freigabe` });
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
