import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { factCatalogue } from "../../rules/index.ts";

/** said: the person said so; paper: somebody saw it on paper; register: of a register; finding: a named person found it. */
export type FactSource = "said" | "paper" | "register" | "finding";

/** One thing that was recorded about a person, as it stands in app.facts. */
export interface FactEntry {
  readonly id: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly key: string;
  /** by the catalogue: yes or no, number, day, word, list of records */
  readonly value: unknown;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  readonly source: FactSource;
  readonly statedOn: CalendarDay;
  readonly foundBy: string;
  readonly evidenceDocumentId: string | null;
  readonly isGuarded: boolean;
  readonly isByPerson: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly version: number;
}

const HEALTH: ReadonlySet<string> = new Set(["unableDueToIllness", "unableDueToIllnessOrAge", "ableToWork", "permanentlyReduced"]);

/** May hurt the person where others know it: what an authority would have to report (§ 87 AufenthG), and health (Art. 9 DSGVO). */
export const isGuarded = (key: string): boolean => HEALTH.has(key) || factCatalogue.get(key)?.adverse === true;
export const isHealth = (key: string): boolean => HEALTH.has(key);

/** Told by the register and corrected there. */
export const OF_REGISTER: ReadonlySet<string> = new Set(["birthDate", "entryDate", "stay", "status", "title", "age", "ageYears"]);

/** What somebody with judgement has to find: nobody ticks it in passing. */
export const isFinding = (key: string): boolean => factCatalogue.get(key)?.label.startsWith("Feststellung:") === true;
