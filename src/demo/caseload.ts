import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Invented, Register } from "./people.ts";

/** A register with cases in it. */
export interface Caseload extends Register {
  readonly lifeAreas: readonly string[];
  readonly criteria: readonly string[];
  readonly legalBasisId: string;
  readonly next: Map<number, number>;
  seal(keyRef: string, text: string, table: string, column: string, row: string): Buffer;
}

export const WAY = ["enquiry", "clearing", "admitted", "assessment", "planning", "implementation", "monitoring", "evaluation", "closed"] as const;
export const END_PHASES = [...WAY, "advised_onward", "not_admitted", "dormant", "reopened"] as const;
export type EndPhase = (typeof END_PHASES)[number];

export interface AddedCase {
  readonly id: string;
  readonly keyRef: string;
  readonly number: string;
  /** how it ended, where it did */
  readonly closure?: { readonly id: string; readonly on: CalendarDay };
}

/** A case with whoever has it, where it stands, and whom it is about. */
export interface Placed extends AddedCase {
  readonly leadId: string | null;
  readonly phase: EndPhase;
  readonly main: Invented;
}
