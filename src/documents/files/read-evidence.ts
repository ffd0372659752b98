import { type CaseHead, namesOf } from "../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { type FactEntry, findKnownFacts, isFinding, isGuarded, type KnownFacts, questionOf, recordFact, stillToAsk, valueWords } from "../../perspectives/index.ts";
import { factCatalogue, type FactSpec, listRules } from "../../rules/index.ts";
import { findNoticeOfPage } from "./files.sql.ts";

export interface ProvenFact {
  readonly factId: string;
  readonly question: string;
  readonly value: string;
  readonly personName: string;
  readonly url: string;
  /** norms of the rules that ask for it */
  readonly rules: readonly string[];
}
export interface ProvableFact {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}
export interface PersonToProve {
  readonly personId: string;
  readonly name: string;
  readonly told: readonly ProvableFact[];
  /** what can still change an answer, what most rules wait for first: each leads to its own form */
  readonly untold: readonly { readonly question: string; readonly url: string }[];
}

// which rules ask for a fact does not change while the program runs
const rulesByFact = Map.groupBy(listRules().flatMap((rule) => rule.facts.map((fact) => ({ key: fact.key, norm: rule.norm }))), (one) => one.key);
const normsOf = (key: string): string[] => [...new Set((rulesByFact.get(key) ?? []).map((one) => one.norm))];

const factUrl = (caseId: string, entry: Pick<FactEntry, "personId" | "key">): string => `/faelle/${caseId}/personen/${entry.personId}/angaben/${entry.key}`;
const personsOf = (head: CaseHead) => head.persons.filter((p) => p.left_on === null);
const known = (tx: ReadTx, asking: Asking, head: CaseHead): Promise<ReadonlyMap<string, KnownFacts>> => findKnownFacts(tx, asking.app.vault, personsOf(head).map((p) => p.person_id), asking.today);

/** What a file proves: entries that name it as their evidence. What may hurt is named and not told in passing. */
export async function readProven(tx: ReadTx, asking: Asking, head: CaseHead, documentId: string): Promise<ProvenFact[]> {
  const facts = await known(tx, asking, head);
  return personsOf(head).flatMap((person) => (facts.get(person.person_id)?.entries ?? []).flatMap((entry): ProvenFact[] => {
    const spec = factCatalogue.get(entry.key);
    if (entry.evidenceDocumentId !== documentId || entry.caseId !== head.id || spec === undefined) return [];
    return [{ factId: entry.id, question: questionOf(spec), value: entry.isGuarded ? "geschützt" : valueWords(spec, entry.value), personName: namesOf(person).latin, url: factUrl(head.id, { personId: person.person_id, key: entry.key }), rules: normsOf(entry.key) }];
  }));
}

/** What could be proven with it, by person. Nothing that may hurt, and no finding: these are entered where they are explained. */
export async function readProvable(tx: ReadTx, asking: Asking, head: CaseHead, documentId: string): Promise<PersonToProve[]> {
  const facts = await known(tx, asking, head);
  return personsOf(head).map((person) => {
    const of = facts.get(person.person_id);
    const latest = new Map((of?.entries ?? []).filter((e) => e.caseId === head.id).map((e) => [e.key, e]));
    const told = [...latest.values()].flatMap((entry): ProvableFact[] => {
      const spec = factCatalogue.get(entry.key);
      return spec === undefined || !isProvable(spec) || entry.evidenceDocumentId === documentId ? [] : [{ value: entry.id, label: `${questionOf(spec)} ${valueWords(spec, entry.value)}`, hint: entry.evidenceDocumentId === null ? "bisher ohne Nachweis" : "bisher mit einem anderen Nachweis" }];
    });
    const untold = of === undefined ? [] : stillToAsk(of.facts, asking.today).filter(({ spec }) => isProvable(spec)).map(({ spec }) => ({ question: questionOf(spec), url: `${factUrl(head.id, { personId: person.person_id, key: spec.key })}?beleg=${documentId}` }));
    return { personId: person.person_id, name: namesOf(person).latin, told, untold };
  });
}
const isProvable = (spec: FactSpec): boolean => !isGuarded(spec.key) && !isFinding(spec.key);

/** Says again what was told, now as seen on this paper: an entry is never changed, another one counts in its place. */
export async function proveFact(tx: WriteTx, asking: Asking, head: CaseHead, documentId: string, factId: string): Promise<string> {
  const facts = await known(tx, asking, head);
  for (const person of personsOf(head)) {
    const entry = facts.get(person.person_id)?.entries.find((e) => e.id === factId && e.caseId === head.id);
    if (entry === undefined) continue;
    const spec = factCatalogue.get(entry.key);
    if (spec === undefined || !isProvable(spec)) throw new Refused([{ code: "not-provable-here", field: "factId", sentence: "Diese Angabe wird auf ihrer eigenen Seite belegt." }]);
    // a number that grows was true on the day on which it was told
    const statedOn = spec.growth === undefined ? asking.today : entry.statedOn;
    return recordFact(tx, asking, head.id, person.person_id, { key: entry.key, value: entry.value, from: entry.from, to: entry.to, source: "paper", statedOn, foundBy: "", evidenceDocumentId: documentId });
  }
  throw new NotFound();
}

export const noticeOfPage = (tx: ReadTx, caseId: string, documentId: string): Promise<string | null> => findNoticeOfPage(tx, caseId, documentId);
