import type { NameForm } from "./name-form.ts";
import { soundSimilarity } from "./sound-distance.ts";
import type { Sounds } from "./sounds.ts";

/** How two name fields lie to each other, from best to worst. `missing` says nothing either way. */
export type Likeness = "same" | "near" | "part" | "faint" | "different" | "missing";

const SAME = 0.9;
const NEAR = 0.79;
const FAINT = 0.68;

const overlaps = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((n) => b.has(n));

function bestWhole(a: NameForm, b: NameForm): number {
  const pairs: [Sounds, Sounds][] = [[a.joined, b.joined]];
  if (a.bare.text !== a.joined.text || b.bare.text !== b.joined.text) pairs.push([a.bare, b.bare], [a.joined, b.bare], [a.bare, b.joined]);
  return Math.max(...pairs.map(([x, y]) => soundSimilarity(x, y)));
}

/** Every part of the shorter name found in the longer one, each once. */
export function partsFound(few: readonly Sounds[], many: readonly Sounds[], atLeast = 0.86): number {
  const free = new Set(many.keys());
  let found = 0;
  for (const part of few) {
    for (const at of free) {
      const other = many[at];
      if (other !== undefined && soundSimilarity(part, other) >= atLeast) {
        free.delete(at);
        found += 1;
        break;
      }
    }
  }
  return found;
}

/** One letter wrong, missing, doubled or exchanged with its neighbour, in a name long enough for that to be a slip. */
function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5 || !/^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u.test(a + b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}

/** Selam and Selamawit, Abdul and Abdulrahman: the one begins the other, and more is missing than a woman's ending (Karima, Ștefania). */
function isShortForm(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.length - short.length >= 2 && long.startsWith(short) && /[^aeiouy]/.test(long.slice(short.length));
}

export function likenessOf(a: NameForm, b: NameForm): Likeness {
  if (a.joined.text === "" || b.joined.text === "") return "missing";
  const whole = bestWhole(a, b);
  if (whole >= SAME || overlaps(a.families, b.families)) return "same";
  if (a.parts.length > 1 || b.parts.length > 1) {
    const [few, many] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
    const found = partsFound(few, many);
    if (found === few.length) return few.length === many.length ? "same" : "part";
  }
  if (isShortForm(a.joined.text, b.joined.text)) return "part";
  if (whole >= NEAR || isSlip(a.folded, b.folded)) return "near";
  return whole >= FAINT ? "faint" : "different";
}
