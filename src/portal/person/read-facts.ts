import type { ReadTx } from "../../db/index.ts";
import { countingOn, factGroupOf, factQuestion, factSpec, factValueOn, factValueWords } from "../../perspectives/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import type { Reading } from "../process/portal-route.ts";
import { factTexts, SAYABLE, type SayableFact } from "../texts/fact-texts.data.ts";
import { texts } from "../texts/index.ts";
import { say } from "../texts/words.ts";
import type { DataGroup, DataItem, DataValue, PortalLanguage, Said } from "../views.ts";
import { listFacts, listSaidFacts } from "./facts.sql.ts";

const PLACES: Readonly<Record<string, DataGroup>> = { stay: "residence", family: "family", language: "language", identity: "person" };
export const isSayable = (key: string): key is SayableFact => (SAYABLE as readonly string[]).includes(key);
export const isAboutFamily = (key: string): boolean => groupOfFact(key) === "family";
export const groupOfFact = (key: string): DataGroup => {
  const spec = factSpec(key);
  return (spec === undefined ? undefined : PLACES[factGroupOf(spec)]) ?? "facts";
};

/** In the person's language; in German, as the office reads it, where there are no words yet. */
export function factLabel(language: PortalLanguage, key: string): Said {
  if (isSayable(key)) return { text: factTexts[language].labels[key], lang: texts[language].lang };
  const spec = factSpec(key);
  return { text: spec === undefined ? key : factQuestion(spec), lang: "de" };
}
export function factValue(language: PortalLanguage, key: string, value: unknown): DataValue {
  const [spec, own] = [factSpec(key), factTexts[language]];
  if (typeof value === "boolean") return { yes: value };
  if (spec?.type === "date" && typeof value === "string") return { day: value as never };
  if (typeof value === "number" && spec?.growth === "months") return { said: { text: say(own.months, { n: value }), lang: texts[language].lang } };
  if (typeof value === "number" && !key.endsWith("Share")) return { said: { text: String(value), lang: "und" } };
  if (typeof value === "string" && own.values[value] !== undefined) return { said: { text: own.values[value], lang: texts[language].lang } };
  return { said: { text: spec === undefined ? String(value) : factValueWords(spec, value), lang: "de" } };
}

interface Placed { readonly part: DataGroup; readonly item: DataItem }
/** What counts today of each fact, with where it comes from and since when; and what the person said and nobody has looked at yet. */
export async function readFactItems(tx: ReadTx, call: Reading, wrong: ReadonlyMap<string, DataItem["saidWrongOn"]>): Promise<Placed[]> {
  const language = call.frame.language;
  const entries = (await listFacts(tx)).map(({ id, key, value, source, from_on: from, until_on: to, stated_on: statedOn, is_by_person: isByPerson }) => ({ id, key, value, source, from, to, statedOn, isByPerson }));
  const waiting = new Map((await listSaidFacts(tx)).map((f) => [f.key, f]));
  const known = [...countingOn(entries, call.today)].map(([key, entry]): Placed => {
    const said = waiting.get(key);
    return {
      part: groupOfFact(key),
      item: {
        id: `fact:${entry.id}`, label: { said: factLabel(language, key) }, value: factValue(language, key, factValueOn(entry, call.today)), saidWrongOn: wrong.get(`fact:${entry.id}`) ?? null,
        told: { how: entry.isByPerson ? "own" : entry.source, on: entry.statedOn }, ...(isSayable(key) ? { fact: key } : {}),
        ...(said === undefined ? {} : { waits: { value: factValue(language, key, said.value), on: dayOf(said.sent_at, call.app.config.timeZone) } }),
      },
    };
  });
  const shown = new Set(known.map(({ item }) => item.fact));
  const only = [...waiting].filter(([key]) => !shown.has(key)).map(([key, said]): Placed => ({
    part: groupOfFact(key),
    item: { id: `said:${key}`, label: { said: factLabel(language, key) }, value: null, saidWrongOn: null, ...(isSayable(key) ? { fact: key } : {}), waits: { value: factValue(language, key, said.value), on: dayOf(said.sent_at, call.app.config.timeZone) } },
  }));
  return [...known, ...only];
}
