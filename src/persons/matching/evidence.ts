import { birthLikeness, type BirthLikeness } from "./birth.ts";
import type { AddressLikeness, PhoneLikeness } from "./habits.ts";
import { isPhoneSlip } from "./phone.ts";
import type { Population } from "./population.ts";
import type { PreparedPerson } from "./prepare.ts";

/**
 * How probable an observation is if two records mean the same human, two people of one family, or strangers.
 * Weighing against the family is what keeps siblings and twins with one address and one telephone apart.
 */
export interface Evidence {
  readonly same: number;
  readonly family: number;
  readonly strangers: number;
  readonly reason?: string;
}

type BirthRow = readonly [family: number, strangers: number, reason: string];

// Judged; how the same person's dates differ is in habits.ts. Strangers' chances follow from 45 years × 365 days, times three in ten where one side must be vague; twins are one pair of siblings in sixty.
const BIRTH: Readonly<Record<Exclude<BirthLikeness, "same" | "same-placeholder" | "missing">, BirthRow>> = {
  swapped: [0.0008, 1.5e-4, "Tag und Monat vertauscht"],
  "year-only": [0.015, 0.007, "gleiches Geburtsjahr, Tag bei einer Angabe unbekannt oder 1. Januar"],
  "near-year": [0.03, 0.022, "Geburtsjahr fast gleich, bei einer Angabe geschätzt"],
  "other-year": [0.0015, 8e-4, "Tag und Monat gleich, Geburtsjahr anders"],
  "other-month": [0.0008, 6e-4, "Tag und Jahr gleich, Geburtsmonat anders"],
  "other-day": [0.001, 5e-4, "Monat und Jahr gleich, Tag fast gleich"],
  "same-year": [0.02, 0.018, "gleiches Geburtsjahr"],
  different: [0.9, 0.9, "anderes Geburtsdatum"],
};

export function birthEvidence(a: PreparedPerson, b: PreparedPerson, population: Population): Evidence | null {
  const likeness = birthLikeness(a.birth, b.birth);
  if (likeness === "missing" || a.birth === null) return null;
  const habits = population.habits.birth;
  if (likeness === "same") return { same: habits.same, family: 0.015, strangers: population.birth(a.birth), reason: "gleiches Geburtsdatum" };
  if (likeness === "same-placeholder")
    return { same: habits.same, family: 0.03, strangers: population.birth(a.birth), reason: "gleiches Geburtsdatum (1. Januar, möglicherweise Platzhalter)" };
  const [family, strangers, reason] = BIRTH[likeness];
  return { same: habits[likeness], family, strangers, reason };
}

const sharedOf = (a: readonly string[], b: readonly string[]): string | undefined => a.find((key) => b.includes(key));

export function phoneLikeness(a: PreparedPerson, b: PreparedPerson): PhoneLikeness | null {
  if (a.phones.length === 0 || b.phones.length === 0) return null;
  if (sharedOf(a.phones, b.phones) !== undefined) return "same";
  return a.phones.some((x) => b.phones.some((y) => isPhoneSlip(x, y))) ? "slip" : "other";
}

export function phoneEvidence(a: PreparedPerson, b: PreparedPerson, population: Population): Evidence | null {
  const likeness = phoneLikeness(a, b);
  if (likeness === null) return null;
  const same = population.habits.phone[likeness];
  if (likeness === "same") return { same, family: 0.35, strangers: Math.max(population.phone(sharedOf(a.phones, b.phones) ?? ""), 1e-6), reason: "gleiche Telefonnummer" };
  if (likeness === "slip") return { same, family: 0.01, strangers: 1e-4, reason: "Telefonnummer bis auf eine Ziffer gleich" };
  return { same, family: 0.6, strangers: 1, reason: "andere Telefonnummer" };
}

export const addressLikeness = (a: PreparedPerson, b: PreparedPerson): AddressLikeness | null =>
  a.addresses.length === 0 || b.addresses.length === 0 ? null : sharedOf(a.addresses, b.addresses) === undefined ? "other" : "same";

export function addressEvidence(a: PreparedPerson, b: PreparedPerson, population: Population): Evidence | null {
  const likeness = addressLikeness(a, b);
  if (likeness === null) return null;
  const same = population.habits.address[likeness];
  if (likeness === "same") return { same, family: 0.75, strangers: population.address(sharedOf(a.addresses, b.addresses) ?? ""), reason: "gleiche Anschrift" };
  return { same, family: 0.25, strangers: 1, reason: "andere Anschrift (umgezogen?)" };
}

/** Weak: a given name that agrees already tells the gender; one that does not leaves it open. */
export function genderEvidence(a: PreparedPerson, b: PreparedPerson, givenAgrees: boolean): Evidence | null {
  if (a.gender === null || b.gender === null) return null;
  if (a.gender === b.gender) return givenAgrees ? null : { same: 0.98, family: 0.5, strangers: 0.5 };
  return { same: 0.02, family: givenAgrees ? 0.2 : 0.5, strangers: givenAgrees ? 0.15 : 0.5, reason: "anderes Geschlecht" };
}

export function nationalityEvidence(a: PreparedPerson, b: PreparedPerson, population: Population): Evidence | null {
  if (a.nationalities.length === 0 || b.nationalities.length === 0) return null;
  const equal = a.nationalities.find((code) => b.nationalities.includes(code));
  if (equal !== undefined) return { same: 0.94, family: 0.94, strangers: population.nationality(equal), reason: "gleiche Staatsangehörigkeit" };
  return { same: 0.06, family: 0.06, strangers: 0.9, reason: "andere Staatsangehörigkeit" };
}
