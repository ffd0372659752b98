import type { Cell, Columns, Field } from "./reading/index.ts";

/** Words of the states, as people read them in the list of imports. */
export const IMPORT_STATES = {
  mapping: "Spalten zuordnen",
  reading: "wird gelesen",
  checking: "bitte prüfen",
  importing: "wird übernommen",
  done: "übernommen",
  undoing: "wird zurückgenommen",
  undone: "rückgängig gemacht",
  discarded: "verworfen",
} as const;
export type ImportState = keyof typeof IMPORT_STATES;

/** States in which a job works on the import. */
export const RUNNING_STATES: readonly ImportState[] = ["reading", "importing", "undoing"];
/** A job that gave up leaves its reason on the import; until somebody orders it anew, nothing works on it. */
export const hasFailed = (list: Pick<ImportRecord, "state" | "errorCode">): boolean => RUNNING_STATES.includes(list.state) && list.errorCode !== null;

/** What may come after what. `done → importing` takes rows over that were left for later. */
export const NEXT_STATES: Readonly<Record<ImportState, readonly ImportState[]>> = {
  mapping: ["reading", "discarded"],
  reading: ["checking", "mapping", "discarded"],
  checking: ["reading", "importing", "discarded"],
  importing: ["done", "checking"],
  done: ["importing", "undoing"],
  undoing: ["undone", "done"],
  undone: [],
  discarded: [],
};

export const INFORMED = { yes: "Ja, alle", partly: "Zum Teil", no: "Nein", unknown: "Nicht bekannt" } as const;
export type Informed = keyof typeof INFORMED;

export interface ColumnMap {
  /** index into the rows of the sheet; -1 where no line holds headings */
  readonly headerRow: number;
  readonly columns: Columns;
}

export interface ImportRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly storedName: string;
  readonly keyRef: string;
  readonly state: ImportState;
  readonly source: string;
  readonly controllerId: string | null;
  readonly legalBasisId: string | null;
  readonly informed: Informed;
  readonly sheetName: string;
  readonly columnMap: ColumnMap | null;
  readonly outline: Buffer | null;
  readonly rowCount: number;
  readonly errorCode: string | null;
  readonly errorSentence: string | null;
  readonly cellsDeleteOn: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly by: string;
}

export interface SheetOutline {
  readonly name: string;
  readonly hidden: boolean;
  readonly lineCount: number;
  readonly headerRow: number;
  readonly headings: readonly string[];
  /** the first filled cells of each column */
  readonly samples: readonly (readonly string[])[];
  readonly columns: Columns;
  readonly doubtful: readonly Field[];
}

export interface SpellingOutline {
  readonly spelling: string;
  readonly count: number;
  /** null: nobody yet */
  readonly accountId: string | null;
  /** nobody needs to look at it twice */
  readonly certain: boolean;
  /** accounts that may be meant; none of them is chosen by itself */
  readonly candidates?: readonly string[];
  readonly note: string;
}

/** What the page of columns shows of a list without reading the file again; sealed under the key of the import. */
export interface Outline {
  readonly notes: readonly string[];
  readonly sheets: readonly SheetOutline[];
  readonly managers: readonly SpellingOutline[];
}

export interface Proposal {
  /** line of this list, or a record that was there before */
  readonly row?: number;
  readonly person?: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** The sealed content of a row: what stood there, what somebody typed over it, and all likely doubles. */
export interface RowContent {
  readonly cells: readonly Cell[];
  readonly edits?: Readonly<Partial<Record<Field, string>>>;
  /** account chosen for this row alone; empty: nobody */
  readonly lead?: string;
  readonly pairs?: readonly Proposal[];
}

export type Certainty = "clear" | "check" | "unreadable";
export type Decision = "open" | "import" | "separate" | "same_row" | "same_person" | "later" | "skip";
/** Decisions by which a row becomes a person and a case. */
export const TAKING: readonly Decision[] = ["import", "separate", "same_row", "same_person"];

export interface ImportRow {
  readonly rowNo: number;
  readonly content: Buffer | null;
  readonly certainty: Certainty;
  readonly isWaitingList: boolean;
  readonly decision: Decision;
  readonly sameRowNo: number | null;
  readonly samePersonId: string | null;
  readonly score: number | null;
  readonly reasons: readonly string[];
  readonly issues: readonly string[];
  readonly outcome: string | null;
  readonly outcomeCode: string | null;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly version: number;
}

export const LARGEST_LIST = 25_000_000;
