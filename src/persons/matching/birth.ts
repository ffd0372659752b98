/** A birth date as far as it is known. `estimated` covers "ca." and "?"; month and day are null where unknown. */
export interface BirthDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly estimated: boolean;
}

/** 1 January of a year is what authorities write where only the year is known. */
export const isPlaceholder = (birth: BirthDate): boolean => birth.month === 1 && birth.day === 1;
const isFull = (b: BirthDate): boolean => b.month !== null && b.day !== null && !b.estimated;
const two = (n: number): string => String(n).padStart(2, "0");

/** `b:1990-07-05` with the smaller of day and month first, so that a swapped date meets; `y:1990` for the year alone. */
export function birthKeys(birth: BirthDate | null): readonly string[] {
  if (birth === null) return [];
  const keys = [`y:${birth.year}`];
  if (birth.month !== null && birth.day !== null) {
    const [low, high] = birth.month < birth.day ? [birth.month, birth.day] : [birth.day, birth.month];
    keys.push(`b:${birth.year}-${two(low)}-${two(high)}`);
  }
  return keys;
}

export type BirthLikeness =
  | "same" | "same-placeholder" | "swapped" | "year-only" | "near-year" | "other-year" | "other-month" | "other-day" | "same-year" | "different" | "missing";

const digitsDiffer = (a: number, b: number): number => {
  const [x, y] = [two(a), two(b)];
  return x.split("").filter((digit, i) => digit !== y[i]).length;
};

function sameYear(a: BirthDate, b: BirthDate): BirthLikeness {
  if (a.month === b.month && a.day === b.day) {
    if (a.month === null || a.day === null) return "year-only";
    return isPlaceholder(a) ? "same-placeholder" : "same";
  }
  if (!isFull(a) || !isFull(b) || isPlaceholder(a) || isPlaceholder(b)) return "year-only";
  if (a.month === b.day && a.day === b.month) return "swapped";
  if (a.day === b.day) return "other-month";
  if (a.month === b.month && digitsDiffer(a.day ?? 0, b.day ?? 0) === 1) return "other-day";
  return "same-year";
}

/** How two birth dates lie to each other: which slip of the pen would make one of the other. */
export function birthLikeness(a: BirthDate | null, b: BirthDate | null): BirthLikeness {
  if (a === null || b === null) return "missing";
  if (a.year === b.year) return sameYear(a, b);
  const gap = Math.abs(a.year - b.year);
  const sameDay = a.month !== null && a.month === b.month && a.day !== null && a.day === b.day && !isPlaceholder(a);
  if (sameDay && (gap === 1 || gap === 10 || gap === 100 || digitsDiffer(a.year % 100, b.year % 100) === 1)) return "other-year";
  const vague = !isFull(a) || !isFull(b) || isPlaceholder(a) || isPlaceholder(b);
  return vague && gap <= 2 ? "near-year" : "different";
}
