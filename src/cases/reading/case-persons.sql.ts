import type { ReadTx } from "../../db/index.ts";

export interface NameFact {
  readonly kind: string;
  readonly script: string;
  readonly family: string;
  readonly given: string;
}
export interface LanguageFact {
  readonly code: string;
  readonly level: string;
  readonly needs_interpreter: boolean;
}
export interface ChannelFact {
  readonly id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly value: string;
  readonly is_safe: boolean | null;
}
export interface PlaceFact {
  readonly municipality: string;
  readonly is_protected: boolean;
  readonly from_on: string | null;
}
export interface StatusFact {
  readonly label: string;
  readonly short: string;
  readonly from_on: string | null;
  readonly until_on: string | null;
}
export interface CasePersonRow {
  readonly person_id: string;
  readonly is_main: boolean;
  readonly left_on: string | null;
  readonly birth_on: string | null;
  readonly birth_precision: string;
  readonly birth_placeholder: boolean;
  readonly died_on: string | null;
  readonly names: readonly NameFact[];
  readonly languages: readonly LanguageFact[];
  readonly channels: readonly ChannelFact[];
  readonly place: PlaceFact | null;
  readonly status: StatusFact | null;
}

/**
 * Everybody a case is about with what its head shows, in one statement; nobody where the case is not open to the reader. A function
 * of the database, because row security on each of the seven tables would ask seven times who may.
 */
export const listCasePersons = (tx: ReadTx, caseId: string): Promise<CasePersonRow[]> => tx.query<CasePersonRow>("select * from app.persons_of_case($1)", [caseId]);
