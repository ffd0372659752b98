import type { Cell } from "./cell.ts";
import { HEADINGS, type Field } from "./column-headings.data.ts";
import { contentFits } from "./column-content.ts";
import { fold } from "./interpreted.ts";

export type Columns = Readonly<Record<Field, number | null>>;

export interface RecognisedColumns {
  /** index into rows; the data begin below it. Null where no line looks like headings. */
  readonly headerRow: number | null;
  readonly columns: Columns;
  /** per field how it was recognised; "heading-only": the content does not look like it */
  readonly confidence: Readonly<Partial<Record<Field, "heading-and-content" | "heading-only" | "content-only">>>;
  readonly unrecognised: readonly { readonly column: number; readonly heading: string }[];
}

const FIELDS = Object.keys(HEADINGS) as Field[];
const SEARCHED_ROWS = 40;
const SAMPLED_ROWS = 200;

const bare = (heading: string): string => fold(heading).replace(/[^a-z0-9]+/g, " ").trim();

/** 1 for the very heading, less for one that begins with it or contains it; 0 for none. */
function headingScore(field: Field, heading: string): number {
  if (heading === "") return 0;
  let best = 0;
  for (const known of HEADINGS[field]) {
    if (heading === known) return 1;
    if (known.length >= 4 && heading.startsWith(`${known} `)) best = Math.max(best, 0.7);
    else if (known.length >= 5 && heading.includes(known)) best = Math.max(best, 0.5);
  }
  return best;
}

function namedFields(row: readonly Cell[]): number {
  const found = new Set<Field>();
  for (const cell of row) {
    if (cell.text.length > 60) continue;
    const heading = bare(cell.text);
    const field = FIELDS.find((f) => headingScore(f, heading) === 1);
    if (field !== undefined) found.add(field);
  }
  return found.size;
}

function findHeader(rows: readonly (readonly Cell[])[]): number | null {
  let best: number | null = null;
  let most = 1;
  for (const [index, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const count = namedFields(row);
    if (count > most) [best, most] = [index, count];
  }
  return best;
}

interface Candidate {
  readonly field: Field;
  readonly column: number;
  readonly heading: number;
  readonly content: number;
}

/** Pairs of field and column with a matching heading, best first; among equal headings the content decides. */
function candidates(headings: readonly string[], samples: readonly (readonly Cell[])[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [column, heading] of headings.entries()) {
    for (const field of FIELDS) {
      const score = headingScore(field, heading);
      if (score > 0) found.push({ field, column, heading: score, content: contentFits(field, samples[column] ?? []) });
    }
  }
  // Equal in worth: the one to the left, as written in the list.
  const worth = (c: Candidate): number => c.heading + 0.6 * c.content;
  return found.sort((a, b) => worth(b) - worth(a) || a.column - b.column);
}

/** "Status" may be the residence status or the phase of the case: where one meaning is taken or does not fit, the other is tried. */
function otherMeaning(column: number, heading: string, samples: readonly (readonly Cell[])[]): Candidate[] {
  if (heading !== "status" && heading !== "stand") return [];
  const content = contentFits("residenceStatus", samples[column] ?? []);
  return content >= 0.5 ? [{ field: "residenceStatus", column, heading: 1, content: content + 0.5 }] : [];
}

const CONTENT_ONLY: readonly Field[] = ["birth", "gender", "nationality", "residenceStatus", "lifeAreas", "postcode", "phone", "email"];

function byContent(samples: readonly (readonly Cell[])[], taken: ReadonlySet<number>, missing: ReadonlySet<Field>): Candidate[] {
  const found: Candidate[] = [];
  for (const [column, cells] of samples.entries()) {
    if (taken.has(column)) continue;
    for (const field of CONTENT_ONLY) {
      const content = missing.has(field) ? contentFits(field, cells) : 0;
      if (content >= 0.8) found.push({ field, column, heading: 0, content });
    }
  }
  return found.sort((a, b) => b.content - a.content || a.column - b.column);
}

/** A name column alone that holds "Rahimi, Ali": both names in one. */
function settleNames(columns: Record<Field, number | null>, samples: readonly (readonly Cell[])[]): void {
  if (columns.family === null || columns.given !== null || columns.wholeName !== null) return;
  const cells = (samples[columns.family] ?? []).filter((cell) => cell.kind !== "empty");
  if (cells.filter((cell) => /\p{L}[,\s]+\p{L}/u.test(cell.text)).length < cells.length / 2) return;
  columns.wholeName = columns.family;
  columns.family = null;
}

export function recogniseColumns(rows: readonly (readonly Cell[])[]): RecognisedColumns {
  const headerRow = findHeader(rows);
  const body = rows.slice(headerRow === null ? 0 : headerRow + 1).slice(0, SAMPLED_ROWS);
  const header = headerRow === null ? [] : (rows[headerRow] ?? []);
  const headings = header.map((cell) => bare(cell.text));
  const width = Math.max(headings.length, ...body.map((row) => row.length), 0);
  const samples = Array.from({ length: width }, (_, column) => body.map((row): Cell => row[column] ?? { kind: "empty", text: "" }));
  const columns = Object.fromEntries(FIELDS.map((field) => [field, null])) as Record<Field, number | null>;
  const confidence: Partial<Record<Field, "heading-and-content" | "heading-only" | "content-only">> = {};
  const taken = new Set<number>();
  const take = (list: readonly Candidate[]): void => {
    for (const c of list) {
      if (taken.has(c.column) || columns[c.field] !== null) continue;
      columns[c.field] = c.column;
      taken.add(c.column);
      confidence[c.field] = c.heading === 0 ? "content-only" : c.content >= 0.5 ? "heading-and-content" : "heading-only";
    }
  };
  take(headings.flatMap((heading, column) => otherMeaning(column, heading, samples)));
  take(candidates(headings, samples));
  take(byContent(samples, taken, new Set(FIELDS.filter((field) => columns[field] === null))));
  settleNames(columns, samples);
  const unrecognised = header.flatMap((cell, column) => (taken.has(column) || cell.kind === "empty" ? [] : [{ column, heading: cell.text }]));
  return { headerRow, columns, confidence, unrecognised };
}
