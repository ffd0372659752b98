import type { ReadTx, WriteTx } from "../../db/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { isId, newId } from "../../kernel/id.ts";
import { decideFact, factSpec, factValueWords, isGuarded, typedValue } from "../../perspectives/index.ts";
import { SayFactPage } from "../pages/index.ts";
import { type Answer, go, inside, type PortalRoute, show, type SignedInCall } from "../process/portal-route.ts";
import { factTexts, SAYABLE, type SayableFact } from "../texts/fact-texts.data.ts";
import { ADDRESS, type Again, type DataGroup, type PageRefusal, type SayFactView } from "../views.ts";
import { sayFact, showsFamily } from "./facts.sql.ts";
import { sealFor } from "./open-text.ts";
import { readData } from "./read-data.ts";
import { factLabel, groupOfFact, isAboutFamily, isSayable } from "./read-facts.ts";

const NONE: Again = { values: {}, refusals: [] };
const LONGEST = 1000;

/** What this person may say here: the family stays away while that area is off, since somebody else may hold the telephone. */
async function sayableNow(tx: ReadTx): Promise<readonly SayableFact[]> {
  const family = await showsFamily(tx);
  return SAYABLE.filter((key) => !isGuarded(key) && (family || !isAboutFamily(key)));
}
async function keyIn(tx: ReadTx, text: string): Promise<SayableFact> {
  if (!isSayable(text) || !(await sayableNow(tx)).includes(text)) throw new NotFound();
  return text;
}

async function viewOf(tx: ReadTx, call: SignedInCall, key: SayableFact | null, again: Again): Promise<SayFactView> {
  const language = call.frame.language;
  if (key === null) {
    const groups = Map.groupBy(await sayableNow(tx), groupOfFact);
    return { choices: [...groups].map(([group, keys]: [DataGroup, readonly string[]]) => ({ group, facts: keys.map((k) => ({ key: k, label: factLabel(language, k) })) })), one: null, again };
  }
  const spec = factSpec(key)!;
  const item = (await readData(tx, call)).groups.flatMap((g) => g.items).find((i) => i.fact === key) ?? null;
  const options = (spec.values ?? []).map((value) => {
    const own = factTexts[language].values[value];
    return { value, words: own === undefined ? { text: factValueWords(spec, value), lang: "de" } : { text: own, lang: language } };
  });
  const kind = spec.type === "boolean" ? "yes_no" : spec.type === "enum" ? "one_of" : spec.type === "date" ? "day" : "number";
  return { choices: [], one: { key, label: factLabel(language, key), kind, options, item }, again };
}

async function page(tx: ReadTx, call: SignedInCall, key: SayableFact | null, again: Again = NONE, status = 200): Promise<Answer> {
  const view = await viewOf(tx, call, key, again);
  return show(() => <SayFactPage frame={call.frame} view={view} />, status);
}
const ask = inside("GET", ADDRESS.sayFact, async (tx, call) => page(tx, call, call.query["was"] === undefined ? null : await keyIn(tx, call.query["was"])));
const said = inside("POST", ADDRESS.sayFact, async (tx, call) => {
  const key = await keyIn(tx, call.text("key"));
  const refusal = await send(tx, call, key);
  return refusal === null ? go(ADDRESS.data, "fact_sent") : page(tx, call, key, { values: { value: call.text("value"), text: call.text("text") }, refusals: [refusal] }, 422);
});

/** It waits for the team: no rule and no time limit reads it before. Null: it is on its way. */
async function send(tx: WriteTx, call: SignedInCall, key: SayableFact): Promise<PageRefusal | null> {
  const spec = factSpec(key)!;
  const [typed, note] = [call.text("value").trim(), call.text("text").trim()];
  if (typed === "") return { code: "value_missing", field: "value" };
  if (note.length > LONGEST) return { code: "text_long", field: "text" };
  const value = typedValue(spec, { value: typed });
  const decision = decideFact({ key, value, from: null, to: null, source: "said", statedOn: null, foundBy: "", evidenceDocumentId: null }, { today: call.today, documentIds: null, isEnded: false });
  if (!decision.ok || (spec.type === "enum" && !(spec.values ?? []).includes(String(value))) || (typeof value === "number" && value > (MOST[key] ?? 1000))) return { code: "value_wrong", field: "value" };
  const [id, taskId] = [isId(call.text("_idempotency")) ? call.text("_idempotency") : newId(), newId()];
  const words = `${factTexts.de.labels[key]}: ${factValueWords(spec, value)}${note === "" ? "" : `\n${note}`}`;
  const title = "Eigene Seite: Die Person sagt etwas über sich. Ansehen und übernehmen (Reiter „Eigene Seite“)";
  const isIn = await sayFact(tx, { id, key, value, words: sealFor(call, "portal_messages.text_ct", id, words), taskId, taskTitle: sealFor(call, "follow_ups.title_ct", taskId, title), today: call.today });
  return isIn ? null : { code: "too_many_today", field: null };
}
/** More is a slip of the finger. */
const MOST: Readonly<Record<string, number>> = { schoolYearsSuccessful: 20, weeklyHours: 100, pensionMonths: 720 };

export const sayFactRoutes: readonly PortalRoute[] = [ask, said];
