import { leaf, type Expr } from "../engine/expression.ts";
import { thresholdOf } from "../engine/leaves.ts";
import type { ListItem } from "../engine/facts.ts";
import { every, some, type Truth } from "../engine/truth.ts";

const isFine = (item: ListItem): boolean => item["type"] === "geldstrafe";
const isEducational = (item: ListItem): boolean => item["type"] === "erziehungsmassregel" || item["type"] === "zuchtmittel";
const isIntentional = (item: ListItem): Truth => (item["intentional"] === undefined ? true : (item["intentional"] as Truth));

/**
 * "nicht wegen einer vorsätzlichen Straftat verurteilt, wobei Geldstrafen von insgesamt bis zu 50 Tagessätzen oder bis zu 90
 * Tagessätzen wegen Straftaten, die nur von Ausländern begangen werden können, außer Betracht bleiben" (§§ 19d, 25a Abs. 3,
 * 104c aF). The wider limit is for sums of such offences alone; together with others it is fifty of the others, ninety of all.
 */
export function noIntentionalCrime(parameter: string, parameterForeignersOnly: string, says: string): Expr {
  return leaf({
    says,
    facts: ["convictions"],
    parameters: [parameter, parameterForeignersOnly],
    judge: (at) => {
      const list = at.facts.get("convictions");
      if (list === undefined || list === null) return list;
      const items = (list as readonly ListItem[]).filter((item) => !isEducational(item));
      const counted = items.filter((item) => isIntentional(item) !== false);
      const surely = judgeSum(counted.filter((item) => isIntentional(item) === true), thresholdOf(at, parameter), thresholdOf(at, parameterForeignersOnly));
      const atWorst = judgeSum(counted, thresholdOf(at, parameter), thresholdOf(at, parameterForeignersOnly));
      return surely === atWorst ? surely : every([surely, null]);
    },
  });
}

function judgeSum(items: readonly ListItem[], limit: number, limitForeignersOnly: number): Truth {
  if (items.some((item) => !isFine(item) && item["type"] !== null)) return false;
  if (items.some((item) => item["type"] === null || item["tagessaetze"] === null)) return null;
  const sum = (part: readonly ListItem[]): number => part.reduce((total, item) => total + Number(item["tagessaetze"] ?? 0), 0);
  const others = items.filter((item) => item["foreignersOnly"] !== true);
  if (sum(items) > limitForeignersOnly) return false;
  if (sum(others) <= limit) return true;
  return others.some((item) => item["foreignersOnly"] === null) ? null : false;
}

/**
 * Sentenced for intentional crimes to imprisonment from so many months on, suspended or not, or to a Jugendstrafe from so
 * many months on that is not suspended (§ 54 Abs. 2 Nr. 1, 2 AufenthG).
 */
export function sentencedToPrison(parameter: string, youthParameter: string, says: string): Expr {
  return leaf({
    says,
    facts: ["convictions"],
    parameters: [parameter, youthParameter],
    judge: (at) => {
      const list = at.facts.get("convictions");
      if (list === undefined || list === null) return list;
      const [adult, youth] = [thresholdOf(at, parameter), thresholdOf(at, youthParameter)];
      return some((list as readonly ListItem[]).map((item) => every([isIntentional(item), isLongTerm(item, adult, youth)])));
    },
  });
}

function isLongTerm(item: ListItem, adult: number, youth: number): Truth {
  if (item["type"] === null) return null;
  const lasts = (limit: number): Truth => (item["months"] === null ? null : Number(item["months"] ?? 0) >= limit);
  if (item["type"] === "freiheitsstrafe") return lasts(adult);
  return item["type"] === "jugendstrafe" && every([lasts(youth), item["suspended"] === null ? null : item["suspended"] !== true]);
}
