import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { dayNumber, dayOfNumber, NEVER, type DayNumber } from "./day-number.ts";

/** One row of data/law/parameters.json; both days inclusive. */
export interface ParameterRow {
  readonly id: string;
  readonly value: string | number | boolean;
  readonly unit: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly citation: string;
  readonly evidence: string;
}
export type ParameterValue = ParameterRow["value"];

/** One version of a threshold, in force on the days of [from, until). */
export interface Version {
  readonly id: string;
  readonly value: ParameterValue;
  /** the value as a number and as a day, worked out once */
  readonly number: number;
  readonly day: DayNumber | null;
  readonly unit: string;
  readonly from: DayNumber;
  readonly until: DayNumber;
  readonly citation: string;
  readonly evidence: string;
  /** nobody has compared it with the statute, or only memory and secondary sources carry it */
  readonly isUnverified: boolean;
}

/** Asked for law of a day from which the parameters do not reach back. */
export class LawUnknown extends Error {
  readonly parameter: string;
  readonly reachesBackTo: CalendarDay;
  constructor(parameter: string, reachesBackTo: CalendarDay) {
    super(`Das Recht ist hier erst ab ${reachesBackTo} hinterlegt (${parameter}).`);
    this.parameter = parameter;
    this.reachesBackTo = reachesBackTo;
  }
}

const UNVERIFIED = /from memory, verify|secondary source|interpretation|to be checked/;
const BEGINNING = -NEVER;

/** All thresholds with their versions; made once, or from changed rows in tests. */
export class LawBook {
  readonly #versions = new Map<string, Version[]>();

  constructor(rows: readonly ParameterRow[]) {
    for (const row of rows) {
      const version: Version = {
        id: row.id,
        value: row.value,
        number: Number(typeof row.value === "string" ? row.value.replace(/^>/, "") : row.value),
        day: row.unit === "date" ? dayNumber(row.value as CalendarDay) : null,
        unit: row.unit,
        from: row.validFrom === null ? BEGINNING : dayNumber(row.validFrom as CalendarDay),
        until: row.validTo === null ? NEVER : dayNumber(row.validTo as CalendarDay) + 1,
        citation: row.citation,
        evidence: row.evidence,
        isUnverified: UNVERIFIED.test(row.evidence),
      };
      const versions = this.#versions.get(row.id);
      if (versions === undefined) this.#versions.set(row.id, [version]);
      else versions.push(version);
    }
    for (const versions of this.#versions.values()) versions.sort((a, b) => a.from - b.from);
  }

  /** The version in force, or null where the law of that day knows none. A parameter that nobody wrote down is our error. */
  find(id: string, on: DayNumber): Version | null {
    for (const version of this.versionsOf(id)) if (on >= version.from && on < version.until) return version;
    return null;
  }

  /** As find; throws LawUnknown where the day lies before the first version or in a hole. */
  get(id: string, on: DayNumber): Version {
    const version = this.find(id, on);
    if (version === null) throw new LawUnknown(id, dayOfNumber(this.reachesBackTo(id)));
    return version;
  }

  versionsOf(id: string): readonly Version[] {
    const versions = this.#versions.get(id);
    if (versions === undefined) throw new RangeError(`no parameter ${id} in data/law`);
    return versions;
  }

  reachesBackTo(id: string): DayNumber {
    return this.versionsOf(id)[0]?.from ?? BEGINNING;
  }

  *all(): Generator<Version> {
    for (const versions of this.#versions.values()) yield* versions;
  }
}

/** `>0.5` in the list of parameters means: more than a half. */
export const numberOf = (version: Version): number => version.number;

export function dayOf(version: Version): DayNumber {
  if (version.day === null) throw new RangeError(`${version.id} is no day`);
  return version.day;
}
