import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import { addPerson, type Invented, pickAddress, pickOrigin, type Register } from "./people.ts";

export interface Family {
  readonly main: Invented;
  readonly others: readonly Invented[];
  /** kinds as the product has them, read from the first to the second */
  readonly relations: readonly (readonly [Invented, "spouse" | "parent" | "sibling", Invented])[];
  readonly needsGuardian: boolean;
}

export type Household = "single" | "couple" | "family" | "one_parent" | "siblings" | "minor";

/** A household that a case could be about, taken down by somebody on a day. */
export function addFamily(register: Register, household: Household, recordedBy: string, recordedOn: CalendarDay, hasCase = true): Family {
  const { random } = register;
  const origin = pickOrigin(random);
  const family = register.familyName?.(origin) ?? random.pick(origin.families);
  const enteredOn = addDays(recordedOn, -random.between(120, 2400));
  const together = { origin, family, enteredOn, status: register.status?.(origin) ?? random.pick(origin.statuses), address: pickAddress(register), recordedBy, recordedOn, hasCase };
  const person = (isFemale: boolean, age: number): Invented => addPerson(register, { ...together, isFemale, age });
  const children = (count: number, oldest: number): Invented[] => Array.from({ length: count }, (_, i) => person(random.chance(0.5), Math.max(0, oldest - i * random.between(2, 3))));
  const parents = household === "couple" || household === "family" || household === "one_parent";
  const main = person(household === "one_parent" || random.chance(0.4), household === "minor" ? random.between(15, 17) : random.between(19, 58));
  const partner = household === "couple" || household === "family" ? person(!main.isFemale, Math.max(19, main.age + random.between(-5, 5))) : null;
  const young = household === "siblings"
    ? children(random.between(1, 2), Math.max(18, main.age - 2))
    : household === "family" || household === "one_parent" ? children(random.between(1, 4), Math.max(1, Math.min(17, main.age - 20))) : [];
  const grown = partner === null ? [main] : [main, partner];
  return {
    main,
    others: [...(partner === null ? [] : [partner]), ...young],
    relations: [
      ...(partner === null ? [] : [[main, "spouse", partner] as const]),
      ...(parents ? young.flatMap((child) => grown.map((adult) => [adult, "parent", child] as const)) : young.map((other) => [main, "sibling", other] as const)),
    ],
    needsGuardian: household === "minor",
  };
}
