import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { NotFound, Refused, Stale } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import { getMerge, getPair, type MergeAnswer, mergeRecords, unmergeRecords, updatePairState } from "./merges.sql.ts";
import type { ChoiceField } from "./person.ts";
import { recordAboutPersons } from "./record-context.ts";

/** Whose value counts: the id of one of the records that are joined. A field left out keeps what stood for the kept one. */
export type MergeChoices = Partial<Readonly<Record<ChoiceField, string>>>;

const REFUSALS: Readonly<Record<Exclude<MergeAnswer, "merged" | "not_found">, string>> = {
  same: "Diese beiden sind schon als eine Person zusammengeführt.",
  both_joined: "Beide sind schon mit anderen zusammengeführt. Trennen Sie zuerst eine der beiden Zusammenführungen, dann lassen sich alle nacheinander verbinden.",
  join_first: "Sie arbeiten an einer der beiden Akten und läsen durch das Zusammenführen auch die andere. Treten Sie zuerst dem anderen Fall bei, oder lassen Sie jemanden entscheiden, der an beiden arbeitet oder an keiner.",
  bad_choice: "Die Auswahl passt nicht zu diesen beiden Personen. Laden Sie die Seite neu und wählen Sie noch einmal.",
};

/** Joins two records as one person. No row moves, so unmergePersons restores exactly what was. */
export async function mergePersons(tx: WriteTx, asking: Asking, one: string, other: string, choices: MergeChoices): Promise<string> {
  const id = newId();
  const answer = await mergeRecords(tx, id, one, other, choices as Record<string, string>);
  if (answer === "not_found") throw new NotFound();
  if (answer !== "merged") throw new Refused([{ code: `merge-${answer.replace("_", "-")}`, sentence: REFUSALS[answer] }]);
  await recordAboutPersons(tx, asking, { action: "persons.merged", objectKind: "merge", objectIds: [id, one, other] }, [one, other]);
  return id;
}

export async function unmergePersons(tx: WriteTx, asking: Asking, mergeId: string): Promise<void> {
  const merge = await getMerge(tx, mergeId);
  if (merge.unmergedAt !== null) throw new Refused([{ code: "not-merged", sentence: "Diese Zusammenführung ist schon getrennt." }]);
  const ids = [merge.keptId, merge.mergedId];
  if (!(await unmergeRecords(tx, mergeId))) throw new NotFound();
  await recordAboutPersons(tx, asking, { action: "persons.unmerged", objectKind: "merge", objectIds: [mergeId, ...ids] }, ids);
}

export type PairDecision = { readonly decision: "together"; readonly choices: MergeChoices } | { readonly decision: "separate" | "later" };

/** A person decides about a likely duplicate; nothing else ever does. */
export async function decidePair(tx: WriteTx, asking: Asking, pairId: string, version: number, decided: PairDecision): Promise<void> {
  const pair = await getPair(tx, pairId);
  if (pair.version !== version) throw new Stale({ version: pair.version, state: pair.state });
  if (decided.decision === "together") {
    await mergePersons(tx, asking, pair.firstId, pair.secondId, decided.choices);
  } else if ((await updatePairState(tx, pairId, decided.decision, asking.session.accountId, version)) === 0) {
    throw new Refused([{ code: "pair-merged", sentence: "Die beiden sind schon zusammengeführt. Trennen Sie sie unter „Zusammengeführt“." }]);
  }
  await record(tx, asking, { action: "duplicate.decided", objectKind: "duplicate_pair", objectIds: [pairId, pair.firstId, pair.secondId] });
}
