import { z } from "zod";
import { record } from "../audit/index.ts";
import type { ReadTx } from "../db/index.ts";
import { actionRoute, type Asking, formRoute, page, pageRoute, redirect, type Route } from "../http/index.ts";
import { dayOf } from "../kernel/calendar-day.ts";
import { isId } from "../kernel/id.ts";
import { duplicatesPage, mergesPage } from "./duplicates.page.tsx";
import { type FoundPerson, recordHeads } from "./find-persons.ts";
import { loadPersons, onlyRecord, openFacts } from "./load-person.ts";
import { decidePair, type PairDecision, unmergePersons } from "./merge-persons.ts";
import { countPairs, getPair, listMerges, listPairs, listWaitingRows, type Pair } from "./merges.sql.ts";
import { pairPage, type Side } from "./pair.page.tsx";
import { CHOICES, type ChoiceField } from "./person.ts";
import { accountNames } from "./persons.sql.ts";
import { type ToldPair, toldPair } from "./told-pair.ts";

const PAGE_SIZE = 50;
export const PAIR_PARAMS = z.object({ id: z.uuid() });
export const nextAfter = (pairs: readonly Pair[]): string | null => {
  const last = pairs.length < PAGE_SIZE ? undefined : pairs.at(-1);
  return last?.id ?? null;
};

export async function pairsPage(tx: ReadTx, asking: Asking, state: Pair["state"], after: string | undefined): Promise<{ pairs: ToldPair[]; heads: Map<string, FoundPerson>; next: string | null }> {
  const pairs = await listPairs(tx, state, PAGE_SIZE, after !== undefined && isId(after) ? after : null);
  const ids = pairs.flatMap((p) => [p.firstId, p.secondId]);
  const heads = await recordHeads(tx, ids);
  await record(tx, asking, { action: "duplicate.listed", objectKind: "person", objectIds: [...new Set(ids)] });
  const isOpen = (id: string): boolean => heads.get(id)?.isOpen === true;
  return { pairs: pairs.map((p) => toldPair(p, isOpen(p.firstId) && isOpen(p.secondId))), heads, next: nextAfter(pairs) };
}

const list = pageRoute({
  path: "/doppelungen",
  allow: "person.merge",
  record: "duplicate.listed",
  about: "Likely duplicates, the likeliest first, with their reasons.",
  query: z.object({ stand: z.enum(["open", "later", "separate"]).optional(), nach: z.string().max(80).optional() }),
  handle: async (tx, { query }, asking) => {
    const state = query.stand ?? "open";
    const { pairs, heads, next } = await pairsPage(tx, asking, state, query.nach);
    const [counts, waiting] = [await countPairs(tx), await listWaitingRows(tx)];
    const lines = pairs.map((p) => ({ id: p.id, likelihood: p.likelihood, reasons: p.reasons, first: heads.get(p.firstId) ?? null, second: heads.get(p.secondId) ?? null }));
    const moreHref = next === null ? null : `/doppelungen?${new URLSearchParams({ stand: state, nach: next }).toString()}`;
    return page("Mögliche Doppelungen", () => duplicatesPage({ state, counts, pairs: lines, waiting, moreHref }), { nav: "duplicates" });
  },
});

async function sidesOf(tx: ReadTx, asking: Asking, pair: Pair): Promise<[Side, Side]> {
  const ids = [pair.firstId, pair.secondId];
  const persons = await loadPersons(tx, ids);
  const heads = await recordHeads(tx, ids.filter((id) => !persons.has(id)));
  const side = (recordId: string): Side => {
    const person = persons.get(recordId);
    return { recordId, person: person === undefined ? null : openFacts(asking.app.vault, asking.session.tenantId, onlyRecord(person, recordId)), head: heads.get(recordId) ?? null };
  };
  return [side(pair.firstId), side(pair.secondId)];
}

const choice = z.uuid().optional();
export const CHOICES_SHAPE = { name: choice, birth: choice, gender: choice, entry: choice };

export function decisionOf(body: { decision: "together" | "separate" | "later" } & Partial<Record<ChoiceField, string | undefined>>): PairDecision {
  if (body.decision !== "together") return { decision: body.decision };
  const choices = Object.fromEntries(Object.keys(CHOICES).flatMap((field) => (body[field as ChoiceField] === undefined ? [] : [[field, body[field as ChoiceField]]])));
  return { decision: "together", choices };
}

const decide = formRoute({
  path: "/doppelungen/:id",
  allow: "person.merge",
  record: "duplicate.decided",
  showRecord: "duplicate.read",
  about: "Decides whether two records are one person, with a choice per field.",
  params: PAIR_PARAMS,
  body: z.object({ decision: z.enum(["together", "separate", "later"], { error: "Wählen Sie: Zusammen, Getrennt oder Später." }), ...CHOICES_SHAPE }),
  show: async (tx, { params }, asking, form) => {
    const pair = await getPair(tx, params.id);
    const sides = await sidesOf(tx, asking, pair);
    await record(tx, asking, { action: "duplicate.read", objectKind: "person", objectIds: [pair.firstId, pair.secondId] });
    return page("Ist das dieselbe Person?", () => pairPage({ pair: toldPair(pair, sides.every((side) => side.person !== null)), sides, form, hidden: asking.form() }), { nav: "duplicates" });
  },
  submit: async (tx, { params, body, version }, asking) => {
    await decidePair(tx, asking, params.id, version, decisionOf(body));
    const said = { together: "Zusammengeführt. Unter „Zusammengeführt“ lässt sich das trennen.", separate: "Als zwei Personen vermerkt.", later: "Auf später gelegt." };
    return redirect("/doppelungen", said[body.decision]);
  },
});

const merges = pageRoute({
  path: "/doppelungen/zusammengefuehrt",
  allow: "person.merge",
  record: "merge.listed",
  about: "Merges in force, each with the way to take it back.",
  handle: async (tx, _input, asking) => {
    const list = await listMerges(tx, 200);
    const heads = await recordHeads(tx, list.flatMap((m) => [m.keptId, m.mergedId]));
    const names = await accountNames(tx, [...new Set(list.map((m) => m.mergedBy))]);
    await record(tx, asking, { action: "merge.listed", objectKind: "person", objectIds: list.flatMap((m) => [m.keptId, m.mergedId]) });
    const lines = list.map((m) => ({ id: m.id, version: m.version, kept: heads.get(m.keptId) ?? null, merged: heads.get(m.mergedId) ?? null, by: names.get(m.mergedBy) ?? "", on: dayOf(m.mergedAt, asking.app.config.timeZone), hidden: asking.form() }));
    return page("Zusammengeführt", () => mergesPage({ merges: lines }), { nav: "duplicates" });
  },
});

const unmerge = actionRoute({
  path: "/doppelungen/zusammengefuehrt/:id/trennen",
  allow: "person.merge",
  record: "persons.unmerged",
  about: "Takes a merge back; both records are as they were.",
  params: PAIR_PARAMS,
  handle: async (tx, { params }, asking) => {
    await unmergePersons(tx, asking, params.id);
    return redirect("/doppelungen/zusammengefuehrt", "Getrennt. Beide Akten stehen wieder für sich.");
  },
});

export const duplicateRoutes: readonly Route[] = [list, merges, decide, unmerge];
