import { createHash } from "node:crypto";
import { type CaseHead, openOriginCells, readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { displayName, loadPersons, type Person } from "../../persons/index.ts";
import type { ReasonKey } from "./access-words.ts";
import { findNames } from "./black-out.ts";
import { formOf, guardedFact } from "./say-line.ts";
import { type Source, SOURCES } from "./sources.data.ts";
import { type HeldRow, listHeld, listNamesOfOthers, listReviews, type Verdict } from "./subject-access.sql.ts";

export interface Review {
  readonly id: string;
  readonly verdict: Verdict;
  readonly passages: readonly string[];
  readonly reason: ReasonKey | null;
}
/** A text, or a file, that a human decides on before it goes out. */
export interface HeldText {
  /** table and column */
  readonly place: string;
  readonly rowId: string;
  readonly section: string;
  readonly label: string;
  readonly day: string | null;
  /** of a file: its name */
  readonly text: string;
  readonly isFile: boolean;
  /** names of others that stand in it */
  readonly found: readonly string[];
  /** it stands of others too, or of the whole case of several people */
  readonly namesOthers: boolean;
  /** null: nobody has decided, or the text is another one since */
  readonly review: Review | null;
  readonly reviewId: string | null;
}
export interface HeldEntry {
  readonly rowId: string;
  readonly day: string | null;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly texts: readonly HeldText[];
}
export interface HeldSection {
  readonly table: string;
  readonly title: string;
  readonly entries: readonly HeldEntry[];
  /** entries of other persons alone */
  readonly ofOthers: number;
}
export interface Gathered {
  readonly head: CaseHead;
  readonly person: Person;
  readonly personIds: readonly string[];
  readonly name: string;
  readonly sections: readonly HeldSection[];
}
export const textsOf = (gathered: Pick<Gathered, "sections">): HeldText[] => gathered.sections.flatMap((s) => s.entries.flatMap((e) => e.texts));
export const needsReview = (t: HeldText): boolean => t.review === null;

interface Detail {
  readonly passages: readonly string[];
  readonly reason: ReasonKey | null;
  readonly hash: string;
}
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
export const detailBinding = (tenant: string, id: string) => ({ tenant, table: "subject_access_reviews", column: "detail_ct", row: id, version: 1 });

type Reviews = ReadonlyMap<string, Review & Pick<Detail, "hash">>;
async function readReviews(tx: ReadTx, asking: Asking, keyRef: string, accessId: string): Promise<Reviews> {
  return new Map((await listReviews(tx, accessId)).map((r) => {
    const detail = JSON.parse(asking.app.vault.open(keyRef, r.detail_ct, detailBinding(asking.session.tenantId, r.id))) as Detail;
    return [`${r.place} ${r.row_id}`, { id: r.id, verdict: r.verdict, ...detail }];
  }));
}

/** Everything that is held in a case on one person, with what was decided on each text so far. Two answers on one state: same transaction. */
export async function gather(tx: ReadTx, asking: Asking, caseId: string, personId: string, accessId: string): Promise<Gathered> {
  const head = await readCaseHead(tx, asking, caseId);
  const person = (await loadPersons(tx, [personId])).get(personId);
  if (!head.isOpen || person === undefined) throw new NotFound();
  const personIds = [...new Set([personId, ...person.records.map((r) => r.id)])];
  const [reviews, names] = await Promise.all([readReviews(tx, asking, head.keyRef, accessId), listNamesOfOthers(tx, caseId, personIds)]);
  const areas = new Map(head.lifeAreas.map((a) => [a.key, a.label]));
  const opening: Opening = { asking, keyRef: head.keyRef, caseId, reviews, names, isFamily: head.personCount > 1 };
  const sections: HeldSection[] = [];
  for (const source of SOURCES) {
    const rows = await listHeld(tx, source, caseId, personIds);
    const entries = rows.filter((row) => row.is_own).map((row) => ({ rowId: row.row_id, day: row.day, lines: formOf(source, row.said, areas), texts: openTexts(opening, source, row) }));
    if (rows.length > 0) sections.push({ table: source.table, title: source.title, entries, ofOthers: rows.length - entries.length });
  }
  return { head, person, personIds, name: displayName(person).latin, sections };
}

interface Opening {
  readonly asking: Asking;
  readonly keyRef: string;
  readonly caseId: string;
  readonly reviews: Reviews;
  readonly names: readonly string[];
  readonly isFamily: boolean;
}
function openTexts({ asking, keyRef, caseId, reviews, names, isFamily }: Opening, source: Source, row: HeldRow): HeldText[] {
  const texts = (source.texts ?? []).flatMap(([column, label], i) => {
    const sealed = row[`ct_${i}`] ?? null;
    return sealed === null ? [] : [{ place: `${source.table}.${column}`, label, text: openSealed({ asking, keyRef, caseId }, source, column, row, sealed), isFile: false }];
  });
  // a file is decided on as a whole: what stands in it is not read by a program
  if (source.isFile === true) texts.push({ place: `${source.table}.file`, label: "Die Datei selbst", text: texts[0]?.text ?? "Datei", isFile: true });
  return texts.filter((t) => t.text.trim() !== "").map((t) => {
    const known = reviews.get(`${t.place} ${row.row_id}`);
    const review = known === undefined || known.hash !== hashOf(t.text) ? null : { id: known.id, verdict: known.verdict, passages: known.passages, reason: known.reason };
    return { place: t.place, label: t.label, text: t.text, isFile: t.isFile, rowId: row.row_id, section: source.title, day: row.day, found: findNames(t.text, names), namesOthers: row.names_others || (row.is_of_case && isFamily), review, reviewId: known?.id ?? null };
  });
}

/** One sealed text of a row, as a human reads it. */
export function openSealed({ asking, keyRef, caseId }: Pick<Opening, "asking" | "keyRef" | "caseId">, source: Source, column: string, row: Pick<HeldRow, "row_id" | "row_key" | "said">, sealed: Buffer): string {
  if (source.table === "case_origins") return openOriginCells(asking, keyRef, caseId, sealed).map((c) => `${c.heading}: ${c.stood}`).join("\n");
  const opened = asking.app.vault.open(row.row_key ?? keyRef, sealed, { tenant: asking.session.tenantId, table: source.table, column, row: row.row_id, version: 1 });
  return source.table === "facts" ? guardedFact(row.said[0] ?? "", opened) : source.isJson === true ? sentencesOf(opened) : opened;
}

/** What a human reads in sealed JSON: sentences, and no ids or codes. */
function sentencesOf(json: string): string {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") {
      if (value.trim() !== "" && !/^(id|type|kind|field|category|lifeArea|language|threadId)$|Ids?$/.test(key)) found.push(value);
    } else if (Array.isArray(value)) value.forEach((one) => walk(one, key));
    else if (value !== null && typeof value === "object") for (const [k, v] of Object.entries(value)) walk(v, k);
  };
  walk(JSON.parse(json), "");
  return found.join("\n");
}
