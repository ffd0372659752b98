import type { BirthLikeness } from "./birth.ts";

/**
 * How the same person comes to stand in a list twice: how often with the same telephone number, the same address, a birth date
 * written otherwise. Offices differ, so the judged shares below are the start, and each list's own likely pairs correct them.
 */
export interface Habits {
  readonly phone: Readonly<Record<PhoneLikeness, number>>;
  readonly address: Readonly<Record<AddressLikeness, number>>;
  readonly birth: Readonly<Record<WrittenBirth, number>>;
}
export type PhoneLikeness = "same" | "slip" | "other";
export type AddressLikeness = "same" | "other";
export type WrittenBirth = Exclude<BirthLikeness, "missing" | "same-placeholder">;

// Judged, not fitted: clerks copy a birth date rightly about seven times in ten where two offices asked independently.
export const JUDGED: Habits = {
  phone: { same: 0.7, slip: 0.03, other: 0.27 },
  address: { same: 0.6, other: 0.4 },
  birth: { same: 0.7, swapped: 0.05, "year-only": 0.12, "near-year": 0.025, "other-year": 0.03, "other-month": 0.02, "other-day": 0.02, "same-year": 0.008, different: 0.008 },
};

/** as many observed pairs as the judged shares count for */
const TRUST = { phone: 20, address: 20, birth: 40 };

type Counts<K extends string> = Partial<Record<K, number>>;
export interface Observed {
  readonly phone: Counts<PhoneLikeness>;
  readonly address: Counts<AddressLikeness>;
  readonly birth: Counts<WrittenBirth>;
}

function corrected<K extends string>(judged: Readonly<Record<K, number>>, counts: Counts<NoInfer<K>>, trust: number, fixed: readonly NoInfer<K>[] = []): Readonly<Record<K, number>> {
  const learnt = (Object.keys(judged) as K[]).filter((key) => !fixed.includes(key));
  const share = learnt.reduce((sum, key) => sum + judged[key], 0);
  const seen = learnt.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  const result: Record<K, number> = { ...judged };
  for (const key of learnt) result[key] = (judged[key] * trust + share * (counts[key] ?? 0)) / (trust + seen);
  return result;
}

/** What pairs that are likely without the field in question say about the field. */
export const learnHabits = (seen: Observed): Habits => ({
  phone: corrected(JUDGED.phone, seen.phone, TRUST.phone),
  address: corrected(JUDGED.address, seen.address, TRUST.address),
  // pairs whose birth dates have nothing in common are rarely likely without them: of these the list says too little
  birth: corrected(JUDGED.birth, seen.birth, TRUST.birth, ["same-year", "different"]),
});
