import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Fact } from "./fact.ts";
import type { FactKey } from "./fact-kinds.ts";
import type { PartialDate } from "./partial-date.ts";

export const GENDERS = { female: "weiblich", male: "männlich", diverse: "divers", unknown: "nicht angegeben" } as const;
export type Gender = keyof typeof GENDERS;

/** One record as it was typed. A person is one record, or several that were found to be one human. */
export interface PersonRecord {
  readonly id: string;
  readonly version: number;
  readonly birth: PartialDate | null;
  /** 1 January, and nobody has said that it is really the day */
  readonly birthPlaceholder: boolean;
  readonly gender: Gender;
  readonly entry: PartialDate | null;
  readonly diedOn: CalendarDay | null;
  readonly mergedInto: string | null;
  readonly hasCase: boolean;
  readonly recordedBy: string;
  readonly keyRef: string;
  readonly createdAt: Date;
}

/** What a merge chooses between: one value each. All else is a list, and lists are united. */
export const CHOICES = { name: "Name", birth: "Geburtsdatum", gender: "Geschlecht", entry: "Einreise" } as const;
export type ChoiceField = keyof typeof CHOICES;

/** A person as the reader may see it: all records that are this human, with one value where there is one. */
export interface Person {
  /** of the record that stands for all */
  readonly id: string;
  readonly records: readonly PersonRecord[];
  /** the record whose value counts */
  readonly chosen: Readonly<Record<ChoiceField, string>>;
  readonly birth: PartialDate | null;
  readonly birthPlaceholder: boolean;
  readonly gender: Gender;
  readonly entry: PartialDate | null;
  readonly diedOn: CalendarDay | null;
  readonly facts: Readonly<Record<FactKey, readonly Fact[]>>;
}
