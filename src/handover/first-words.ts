import { findTies } from "../assessment/index.ts";
import { type CaseHead, languagesOf, needsInterpreter } from "../cases/reading/index.ts";
import { draftUrl, findDrafts } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { germanMoment } from "../kernel/german-instant.ts";
import { findPlan, openGoals } from "../plan/index.ts";
import type { Draft } from "../ui/index.ts";
import type { WordsKey } from "./decide-sheet.ts";

/** Where what is being typed is kept, for its author alone. */
export const DRAFTS = "handover.";
export interface FirstWords {
  readonly text: string;
  readonly draft: Draft;
}
const MOST_NAMES = 8;

/**
 * What the fields of a sheet begin with: what was typed and not sent; else what stands in the case. Entrusted ties and goals are
 * left out: whoever takes over reads them where they stand.
 */
export async function firstWords(tx: ReadTx, asking: Asking, head: CaseHead): Promise<Readonly<Record<WordsKey, FirstWords>>> {
  const [drafts, plan, ties] = await Promise.all([findDrafts(tx, asking, head.id, head.keyRef, DRAFTS), findPlan(tx, asking, head.id), findTies(tx, asking, head.id)]);
  const wishes = openGoals(plan).flatMap((g) => (g.wish === "" || g.isEntrusted ? [] : [`„${g.wish}“${g.goal === "" || g.wishLanguage === "de" ? "" : ` (${g.goal})`}`]));
  const people = ties.filter((t) => t.endedOn === null && t.effect === "helps" && !t.isEntrusted).toSorted((a, b) => a.closeness - b.closeness).slice(0, MOST_NAMES).map((t) => [t.name, t.organisation].filter((x) => x !== "").join(", "));
  const known: Record<WordsKey, string> = { situation: "", wishes: wishes.join("\n"), careful: carefulWith(head).join("\n"), people: people.join("\n") };
  const of = (key: WordsKey): FirstWords => {
    const kept = drafts.get(`${DRAFTS}${key}`);
    return { text: kept?.text ?? known[key], draft: { url: draftUrl(head.id, `${DRAFTS}${key}`), ...(kept === undefined ? {} : { restored: `${germanMoment(kept.keptAt, asking.app.config.timeZone)} Uhr` }) } };
  };
  return { situation: of("situation"), wishes: of("wishes"), careful: of("careful"), people: of("people") };
}

/** Which way leads to the person, and which does not: what hurts most where it is forgotten. */
function carefulWith(head: CaseHead): string[] {
  const here = head.persons.filter((p) => p.left_on === null);
  const channels = here.flatMap((p) => p.channels);
  const [safe, unsafe] = [channels.filter((c) => c.is_safe === true), channels.filter((c) => c.is_safe === false)];
  const spoken = here.filter(needsInterpreter).map(languagesOf);
  return [
    ...(safe.length === 0 ? [] : [`Sicher erreichbar: ${safe.map((c) => c.value).join(", ")}`]), ...(unsafe.length === 0 ? [] : [`Hier nicht melden: ${unsafe.map((c) => c.value).join(", ")}`]),
    ...(spoken.length === 0 ? [] : [`Sprachmittlung nötig: ${[...new Set(spoken)].join("; ")}`]),
  ];
}
