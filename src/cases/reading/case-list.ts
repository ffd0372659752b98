import { ENDED_PHASES } from "../phases/phases.ts";

/** What a list of cases may be ordered by. `due` and `contact` put what has no date at the end. */
export const SORTS = { name: "Name", due: "Nächste Wiedervorlage", contact: "Letzter Kontakt" } as const;
export type CaseSort = keyof typeof SORTS;

export const STATES = { running: "laufend", ended: "beendet", all: "alle" } as const;
export type CaseState = keyof typeof STATES;

export interface CaseFilter {
  readonly state: CaseState;
  readonly phase: string | null;
  /** an account; `none`: nobody leads the case */
  readonly lead: string | null;
  /** cases whose substitute or member the reader is, and not the lead */
  readonly standsIn: boolean;
  /** a follow-up of the case was due before this day */
  readonly overdueOn: string | null;
  readonly text: string;
}

export const EVERYTHING: CaseFilter = { state: "running", phase: null, lead: null, standsIn: false, overdueOn: null, text: "" };

/** Where a page goes on: the day and the id of its last (or, backwards, first) row. By name the value is left out and looked up. */
export interface ListKey {
  readonly value: string | null;
  readonly id: string;
}

export interface CaseListAsked {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly descending: boolean;
  readonly from: ListKey | null;
  readonly backwards: boolean;
  readonly most: number;
}

export interface CaseLine {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly name: string;
  readonly nameOwn: string;
  readonly birthYear: number | null;
  readonly personCount: number;
  readonly leadId: string | null;
  readonly leadName: string;
  readonly openedOn: string;
  readonly nextDueOn: string | null;
  readonly lastContactOn: string | null;
  readonly isOpen: boolean;
}

export interface CasePage {
  readonly lines: readonly CaseLine[];
  readonly next: ListKey | null;
  readonly previous: ListKey | null;
}

export const isEnded = (phase: string): boolean => (ENDED_PHASES as readonly string[]).includes(phase);
