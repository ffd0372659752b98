import { nameFamiliesOf, nameForm, type NameForm } from "./name-form.ts";
import { likenessOf, partsFound, type Likeness } from "./name-likeness.ts";
import { skeletons } from "./skeleton.ts";
import { soundSimilarity } from "./sound-distance.ts";
import { joinSounds, type Sounds } from "./sounds.ts";

export interface PersonName {
  readonly family: string;
  readonly given: string;
}

const MOST_KEYS = 12;
const familyKeys = (sounds: Sounds): string[] => [...nameFamiliesOf(sounds)].map((number) => `v:${number}`);

/** Keys of one field, the most telling first: whole without article, each part, then other readings of the same. */
function fieldKeys(form: NameForm): { readonly first: readonly string[]; readonly more: readonly string[] } {
  const readings = [form.bare, ...form.parts, form.joined].map((sounds) => skeletons(sounds, 3));
  return { first: readings.flatMap((r) => r.slice(0, 1)), more: readings.flatMap((r) => r.slice(1)) };
}

/** The key of both names together, whichever is called first. */
export function wholeNameKey(family: NameForm, given: NameForm): string | null {
  const [f] = skeletons(family.bare, 1);
  const [g] = skeletons(given.bare, 1);
  if (f === undefined || g === undefined) return null;
  return f < g ? `f:${f}+${g}` : `f:${g}+${f}`;
}

/**
 * At most twelve equality keys of a name: `n:` for each part in any script or spelling, `f:` for the whole. Two names of
 * one person nearly always share one; many strangers share one too, so what they find is still to be compared.
 */
export function searchKeys(name: PersonName): string[] {
  const family = nameForm(name.family);
  const given = nameForm(name.given);
  const [f, g] = [fieldKeys(family), fieldKeys(given)];
  const whole = wholeNameKey(family, given);
  const spoken = [family.bare, given.bare, ...family.parts, ...given.parts].flatMap(familyKeys).slice(0, 3);
  const [first, more] = [[...f.first, ...g.first], [...f.more, ...g.more]].map((keys) => keys.map((key) => `n:${key}`)) as [string[], string[]];
  return [...new Set([...(whole === null ? [] : [whole]), ...first.slice(0, 8), ...spoken, ...more])].slice(0, MOST_KEYS);
}

/**
 * Keys for what somebody types into a search: one group per word; a person fits who has at least one key of every group.
 * Neighbouring words are also tried as one (Ali Reza = Alireza).
 */
export function queryKeys(text: string): string[][] {
  const form = nameForm(text);
  const groups = form.parts.map((part) => [...skeletons(part, 3).map((key) => `n:${key}`), ...familyKeys(part)]);
  for (let i = 0; i + 1 < form.parts.length; i += 1) {
    const both = joinSounds(form.parts.slice(i, i + 2));
    for (const key of skeletons(both, 1)) {
      groups[i]?.push(`n:${key}`);
      groups[i + 1]?.push(`n:${key}`);
    }
  }
  if (form.parts.length === 1) groups[0]?.push(...skeletons(form.joined, 2).map((key) => `n:${key}`));
  return groups.filter((group) => group.length > 0).map((group) => Array.from(new Set(group)));
}

const RANK: Readonly<Record<Likeness, number>> = { same: 1, near: 0.8, part: 0.7, faint: 0.4, different: 0, missing: 0 };

/** How well a name answers a search (0…1), for ordering what the keys found. */
export function searchLikeness(text: string, name: PersonName): number {
  const query = nameForm(text);
  const [family, given] = [nameForm(name.family), nameForm(name.given)];
  const single = Math.max(RANK[likenessOf(query, family)], RANK[likenessOf(query, given)]);
  const all = [...family.parts, ...given.parts, family.bare, given.bare];
  const found = query.parts.length === 0 ? 0 : partsFound(query.parts, all) / query.parts.length;
  const nearest = Math.max(0, ...all.flatMap((part) => query.parts.map((q) => soundSimilarity(q, part))));
  return Math.min(1, 0.6 * Math.max(found, single) + 0.4 * nearest);
}
