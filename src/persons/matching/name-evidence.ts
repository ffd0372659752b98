import type { Evidence } from "./evidence.ts";
import type { NameForm } from "./name-form.ts";
import { likenessOf, type Likeness } from "./name-likeness.ts";
import type { Population } from "./population.ts";
import type { PreparedName } from "./prepare.ts";

/** A (perhaps remembering) comparison of two name fields. */
export type Compare = (a: NameForm, b: NameForm) => Likeness;

interface FieldChances {
  readonly same: number;
  readonly family: number;
  readonly strangers: number;
}

type Field = "family" | "given";

/** What a clerk's other spelling of one name looks like, and how often strangers come that near by chance. */
function chances(likeness: Likeness, share: number, field: Field): FieldChances {
  // relatives share the family name, not the given name; fathers and sons of one name are the exception
  const kin = field === "family";
  const table: Readonly<Record<Likeness, FieldChances>> = {
    same: { same: 0.86, family: kin ? 0.75 : share + 0.02, strangers: share },
    near: { same: 0.08, family: kin ? 0.08 : 0.01 + share, strangers: 0.005 + 0.6 * share },
    part: { same: 0.05, family: kin ? 0.06 : 0.03 + share, strangers: 0.01 + 1.5 * share },
    faint: { same: 0.02, family: kin ? 0.02 : 0.02 + share, strangers: 0.01 + share },
    different: { same: kin ? 0.012 : 0.006, family: kin ? 0.12 : 0.9, strangers: 0.92 },
    missing: { same: 1, family: 1, strangers: 1 },
  };
  return table[likeness];
}

const agrees = (likeness: Likeness): boolean => likeness === "same" || likeness === "near" || likeness === "part";

function sentence(family: Likeness, given: Likeness, a: PreparedName, b: PreparedName, swapped: boolean): string {
  if (swapped) return "Vor- und Nachname vertauscht";
  if (family === "missing" || given === "missing") return "Name nur zum Teil angegeben";
  if (family === "same" && given === "same") {
    if (a.family.folded === b.family.folded && a.given.folded === b.given.folded) return "gleicher Name";
    return a.family.script !== b.family.script || a.given.script !== b.given.script ? "gleicher Name in anderer Schrift" : "gleicher Name in anderer Schreibweise";
  }
  if (agrees(family) && agrees(given)) return "ähnlicher Name";
  if (agrees(given)) return "gleicher Vorname, anderer Nachname";
  return agrees(family) ? "gleicher Nachname, anderer Vorname" : "anderer Name";
}

export interface NameEvidence extends Evidence {
  readonly reason: string;
  readonly givenAgrees: boolean;
}

const SWAP = 0.05;

function oneWay(a: PreparedName, b: PreparedName, group: string, population: Population, compare: Compare, swapped: boolean): NameEvidence {
  const [bFamily, bGiven] = swapped ? [b.given, b.family] : [b.family, b.given];
  const family = compare(a.family, bFamily);
  const given = compare(a.given, bGiven);
  const common = (f: (form: NameForm, g: string) => number, x: NameForm, y: NameForm): number => Math.max(f(x, group), f(y, group));
  const f = chances(family, common(population.family, a.family, bFamily), "family");
  const g = chances(given, common(population.given, a.given, bGiven), "given");
  return {
    same: f.same * g.same * (swapped ? SWAP : 1),
    family: swapped ? 1e-4 : f.family * g.family,
    strangers: f.strangers * g.strangers * (swapped ? 0.3 : 1),
    reason: sentence(family, given, a, b, swapped),
    givenAgrees: agrees(given),
  };
}

/** The best reading over all names of both, in the order written and swapped. */
export function nameEvidence(a: readonly PreparedName[], b: readonly PreparedName[], group: string, population: Population, compare: Compare = likenessOf): NameEvidence {
  let best: NameEvidence | null = null;
  for (const x of a) {
    for (const y of b) {
      const straight = oneWay(x, y, group, population, compare, false);
      if (best === null || ratio(straight) > ratio(best)) best = straight;
      if (straight.givenAgrees && straight.same > 0.5) continue;
      const crossed = compare(x.family, y.given) !== "different" && compare(x.given, y.family) !== "different" ? oneWay(x, y, group, population, compare, true) : null;
      if (crossed !== null && crossed.givenAgrees && ratio(crossed) > ratio(best)) best = crossed;
    }
  }
  return best ?? { same: 1, family: 1, strangers: 1, reason: "kein Name angegeben", givenAgrees: false };
}

const ratio = (e: Evidence): number => e.same / (e.family + e.strangers);
