import { isInForce, leaf, type At, type Expr } from "../engine/expression.ts";
import type { ListItem } from "../engine/facts.ts";
import { thresholdOf } from "../engine/leaves.ts";
import type { Truth } from "../engine/truth.ts";

/** § 12a Abs. 1 StAG: what is left out of account, what is slightly above and for the authority, and what bars. */

type Record = "harmless" | "slight" | "bars";

const num = (item: ListItem, key: string): number => Number(item[key] ?? 0);

function judgeRecord(items: readonly ListItem[], at: At): Record {
  const counted = items.filter((item) => item["type"] !== "erziehungsmassregel" && item["type"] !== "zuchtmittel");
  // S. 2: nothing is left out where the judgment found a motive of contempt for human beings
  if (isInForce(at.book.find("stag12a.hateMotive", at.law)) && counted.some((item) => item["hateMotiveEstablished"] === true)) return "bars";
  const isTerm = (item: ListItem): boolean => item["type"] === "freiheitsstrafe";
  const isFine = (item: ListItem): boolean => item["type"] === "geldstrafe";
  if (counted.some((item) => !isFine(item) && !(isTerm(item) && item["suspended"] === true && item["remitted"] === true))) return "bars";
  const perMonth = thresholdOf(at, "stag12a.daysPerMonth");
  const days = counted.reduce((sum, item) => sum + (isTerm(item) ? num(item, "months") * perMonth : num(item, "tagessaetze")), 0);
  const limit = counted.some(isTerm) && !counted.some(isFine) ? thresholdOf(at, "stag12a.prisonMonths") * perMonth : thresholdOf(at, "stag12a.fineDays");
  if (days <= limit) return "harmless";
  return days - limit < limit * thresholdOf(at, "stag.12a.slightExcessShare") ? "slight" : "bars";
}

// an unknown detail is judged at its best and at its worst; where both agree it is not asked for
const BEST: ListItem = { type: "erziehungsmassregel", tagessaetze: 0, months: 0, suspended: true, remitted: true, hateMotiveEstablished: false };
const WORST: ListItem = { type: "jugendstrafe", tagessaetze: 9999, months: 999, suspended: false, remitted: false, hateMotiveEstablished: true };
const filled = (items: readonly ListItem[], by: ListItem): readonly ListItem[] =>
  items.map((item) => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, value === null ? (by[key] ?? null) : value])));

function judgeAs(at: At, accepted: readonly Record[]): Truth {
  const list = at.facts.get("convictions");
  if (list === undefined || list === null) return list;
  const items = list as readonly ListItem[];
  const [best, worst] = [judgeRecord(filled(items, BEST), at), judgeRecord(filled(items, WORST), at)].map((record) => accepted.includes(record));
  return best === worst ? best : null;
}

const PARAMETERS = ["stag12a.fineDays", "stag12a.prisonMonths", "stag12a.daysPerMonth", "stag.12a.slightExcessShare"];

const recordIs = (says: string, accepted: readonly Record[]): Expr =>
  leaf({ says, facts: ["convictions"], parameters: PARAMETERS, optional: ["stag12a.hateMotive"], judge: (at) => judgeAs(at, accepted) });

export const recordIsHarmless = recordIs("keine Strafe über den Grenzen des § 12a", ["harmless"]);
/** above by less than a third (BVerwG 5 C 5.11) */
export const recordIsSlight = recordIs("die Grenzen sind nur geringfügig überschritten", ["harmless", "slight"]);
