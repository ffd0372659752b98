import { birthKeys, isPlaceholder, type PersonName, phoneKey, searchKeys } from "./matching/index.ts";
import { birthDateOf, type PartialDate } from "./partial-date.ts";

export interface KeyMaterial {
  readonly names: readonly PersonName[];
  readonly birth: PartialDate | null;
  readonly phones: readonly string[];
}

/** As the database compares them: which keys say what. */
export interface DuplicateKeys {
  readonly wholeNames: readonly string[];
  readonly nameParts: readonly string[];
  readonly birthDays: readonly string[];
  readonly birthYears: readonly string[];
  readonly numbers: readonly string[];
}

const LONGEST = 120;
export const numberKey = (typed: string): string | null => {
  const key = phoneKey(typed);
  return key === null ? null : `p:${key}`;
};

/** Everything a record is found by. */
export function keysOf({ names, birth, phones }: KeyMaterial): string[] {
  const keys = [...names.flatMap(searchKeys), ...birthKeys(birthDateOf(birth)), ...phones.map(numberKey)];
  return [...new Set(keys.filter((key): key is string => key !== null && key.length >= 2).map((key) => key.slice(0, LONGEST)))];
}

/** Sorted by what they say. 1 January counts as the year alone, since it often stands for it. */
export function duplicateKeysOf(material: KeyMaterial): DuplicateKeys {
  const keys = keysOf(material);
  const birth = birthDateOf(material.birth);
  const starting = (...starts: string[]): string[] => keys.filter((key) => starts.some((start) => key.startsWith(start)));
  return {
    wholeNames: starting("f:"),
    nameParts: starting("n:", "v:"),
    birthDays: birth === null || isPlaceholder(birth) ? [] : starting("b:"),
    birthYears: starting("y:"),
    numbers: starting("p:"),
  };
}
