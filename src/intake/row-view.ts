import { record } from "../audit/index.ts";
import type { Asking } from "../http/index.ts";
import type { ReadTx } from "../db/index.ts";
import { dayOf, germanDay, type CalendarDay } from "../kernel/calendar-day.ts";
import { decisionsFor, mayJoinKnown } from "./check-list.ts";
import type { Decision, ImportRecord, ImportRow, Outline, RowContent } from "./import-list.ts";
import { type KnownHead, listEarlier, listKnownHeads } from "./import-rows.sql.ts";
import { FIELD_LABELS, type Columns, type Field, type InterpretedRow } from "./reading/index.ts";
import { openOutline, openRow } from "./sealed-import.ts";
import { understandRow } from "./understand-row.ts";

export interface RowHint {
  readonly tone: "success" | "warning" | "danger" | "special" | "neutral";
  readonly word: string;
  readonly why: string;
}
export interface RowView {
  readonly rowNo: number;
  readonly version: number;
  readonly certainty: ImportRow["certainty"];
  readonly stood: readonly string[];
  readonly name: string;
  readonly own: string;
  readonly read: readonly string[];
  readonly hints: readonly RowHint[];
  readonly decision: Decision;
  readonly choices: readonly Decision[];
  readonly outcome: string | null;
  readonly isEdited: boolean;
}

const LATIN = /\p{Script=Latin}/u;

function nameOf(row: InterpretedRow): { name: string; own: string } {
  const parts = [row.family.value ?? "", row.given.value ?? ""];
  const latin = parts.filter((part) => part !== "" && LATIN.test(part)).join(", ");
  const own = parts.filter((part) => part !== "" && !LATIN.test(part)).toReversed().join(" ");
  return { name: latin === "" ? (own === "" ? "ohne Namen" : own) : latin, own: latin === "" ? "" : own };
}

function birthWords(row: InterpretedRow): string | null {
  const birth = row.birth.value;
  if (birth === null) return null;
  if (birth.precision === "estimated") return `* ${birth.on === null ? birth.year : germanDay(birth.on)} (geschätzt)`;
  return `* ${birth.on !== null ? germanDay(birth.on) : birth.month !== null ? `${String(birth.month).padStart(2, "0")}.${birth.year}` : birth.year}${birth.placeholder ? " (vielleicht Platzhalter)" : ""}`;
}

const dateWords = (label: string, date: { on: CalendarDay | null; year: number } | null): string | null => (date === null ? null : `${label} ${date.on === null ? date.year : germanDay(date.on)}`);

function readWords(row: InterpretedRow, lead: string | null): string[] {
  // a day that is plain in the list is not repeated: what stood there tells as much
  const doubtful = new Set(row.problems.map((problem) => problem.field));
  const words = [
    birthWords(row), row.nationality.value?.label ?? null, row.residenceStatus.value?.short.replace(" AufenthG", "") ?? null, lead === null ? "noch niemand zuständig" : `zuständig: ${lead}`,
    doubtful.has("accessOn") ? dateWords("Zugang", row.accessOn.value) : null, doubtful.has("followUp") ? dateWords("Wiedervorlage", row.followUp.value) : null, row.waitingList.value === true ? "wird eine Anfrage (Warteliste)" : null,
  ];
  return words.filter((word): word is string => word !== null);
}

const DOUBT = { check: { tone: "warning", word: "bitte prüfen" }, unreadable: { tone: "danger", word: "nicht lesbar" } } as const;

function hintsOf(row: InterpretedRow, stored: ImportRow, other: RowHint | null, earlier: RowHint | null): RowHint[] {
  const hints: RowHint[] = [];
  if (earlier !== null) return [earlier];
  if (stored.outcome === "failed") hints.push({ tone: "danger", word: "nicht übernommen", why: `Die Datenbank hat eine Angabe dieser Zeile abgelehnt (${stored.outcomeCode ?? ""}). Bitte ändern Sie die Zeile.` });
  if (other !== null) hints.push(other);
  for (const problem of row.problems) hints.push({ tone: DOUBT[problem.certainty].tone, word: `${FIELD_LABELS[problem.field]}: ${DOUBT[problem.certainty].word}`, why: problem.sentence.replace(/^[^:]+: /, "") });
  if (row.remark?.notToAbh === true) hints.push({ tone: "special", word: "Bemerkung „nicht an ABH“", why: "wird als anvertraut markiert" });
  if (hints.length === 0) hints.push({ tone: "success", word: "verstanden", why: stored.isWaitingList ? "Warteliste" : "" });
  return hints;
}

/** "gleiches Geburtsdatum, gleiche Anschrift" as "gleich: Geburtsdatum, Anschrift": a row is glanced at. */
export function briefReasons(reasons: readonly string[]): string {
  const same = reasons.flatMap((reason) => /^gleiche[sr]? (Geburtsdatum|Telefonnummer|Anschrift|Staatsangehörigkeit)$/.exec(reason)?.[1] ?? []);
  const rest = reasons.filter((reason) => !same.some((word) => reason.endsWith(` ${word}`)));
  return [...rest, ...(same.length === 0 ? [] : [`gleich: ${same.join(", ")}`])].join("; ");
}

function doubleHint(stored: ImportRow, heads: ReadonlyMap<string, KnownHead>): RowHint | null {
  const why = briefReasons(stored.reasons);
  if (stored.sameRowNo !== null) return { tone: "warning", word: `${(stored.score ?? 0) > 4 ? "wohl" : "vielleicht"} dieselbe Person wie Zeile ${stored.sameRowNo}`, why };
  if (stored.samePersonId === null) return null;
  const head = heads.get(stored.samePersonId);
  // no detail of a file that the reader has not joined
  if (head === undefined) return { tone: "warning", word: "vielleicht schon erfasst", why: "Es gibt vielleicht schon einen Datensatz. Bitte fragen Sie die Teamleitung." };
  const who = [head.name, head.own, head.birthYear === null ? "" : `* ${head.birthYear}`, head.number === null ? "ohne Fall" : `Fall ${head.number}`].filter((part) => part !== "").join(" · ");
  // the head and no reasons: an equal number or day of birth would be a detail of a file that one may not have joined
  return { tone: "warning", word: "vielleicht schon erfasst", why: who };
}

/** Heads of records that were there before: who saw them is on record with their ids, and those of their cases. */
async function showHeads(tx: ReadTx, asking: Asking, list: ImportRecord, rows: readonly ImportRow[]): Promise<ReadonlyMap<string, KnownHead>> {
  const wanted = rows.filter((row) => row.content !== null).map((row) => row.samePersonId).filter((id): id is string => id !== null);
  const heads = wanted.length === 0 ? [] : await listKnownHeads(tx, list.tenantId, wanted);
  const ids = new Set(heads.flatMap((head) => [head.personId, head.caseId]).filter((id): id is string => id !== null));
  if (ids.size > 0) await record(tx, asking, { action: "import.rows_seen", objectKind: "person", objectIds: [...ids] });
  return new Map(heads.map((head) => [head.personId, head]));
}

/** What one page of rows shows: what stood there, what was understood, what is doubtful, what can be decided. */
export async function viewRows(tx: ReadTx, asking: Asking, list: ImportRecord, rows: readonly ImportRow[], workers: ReadonlyMap<string, string>): Promise<RowView[]> {
  const joinKnown = mayJoinKnown(asking);
  const heads = await showHeads(tx, asking, list, rows);
  const knownRows = rows.filter((row) => row.outcomeCode === "already-imported").map((row) => row.rowNo);
  const earlier = new Map(knownRows.length === 0 ? [] : (await listEarlier(tx, list.tenantId, list.id, knownRows)).map((e) => [e.rowNo, e]));
  const outline = openOutline(asking.app, list);
  return rows.map((row) => {
    const known = earlier.get(row.rowNo);
    const hint: RowHint | null = row.outcomeCode !== "already-imported" ? null
      : { tone: "neutral", word: "schon übernommen", why: known === undefined ? "" : `am ${germanDay(known.on as CalendarDay)} durch ${known.by}` };
    return viewRow(asking, list, outline, row, doubleHint(row, heads), hint, workers, joinKnown);
  });
}

/** Who it is, and what is doubtful: the rest of the line stands on the page of the row. */
const TELLING: readonly Field[] = ["wholeName", "family", "given", "birth", "residenceStatus", "manager"];
function stoodThere(content: RowContent, columns: Columns, read: InterpretedRow): string[] {
  const doubtful = read.problems.map((problem) => problem.field);
  const fields = [...TELLING, ...doubtful, ...(read.remark?.notToAbh === true ? (["remark"] as const) : [])];
  const shown = Array.from(new Set(fields.map((field) => columns[field]))).filter((column) => column !== null).sort((a, b) => a - b);
  return shown.map((column) => (content.cells[column]?.text ?? "").replace(/\s+/g, " ").trim().slice(0, 160)).filter((text) => text !== "");
}

function viewRow(asking: Asking, list: ImportRecord, outline: Outline | null, row: ImportRow, double: RowHint | null, earlier: RowHint | null, workers: ReadonlyMap<string, string>, joinKnown: boolean): RowView {
  const base = { rowNo: row.rowNo, version: row.version, certainty: row.certainty, decision: row.decision, outcome: row.outcome };
  if (row.content === null || list.columnMap === null) return { ...base, stood: [], name: "", own: "", read: [], hints: earlier === null ? [] : [earlier], choices: [], isEdited: false };
  const content = openRow(asking.app, list, row.rowNo, row.content);
  const read = understandRow(content, list.columnMap.columns, dayOf(list.createdAt, asking.app.config.timeZone));
  const spelling = (read.manager.value ?? "").replace(/\s+/g, " ").trim();
  const lead = content.lead ?? outline?.managers.find((m) => m.spelling === spelling)?.accountId ?? null;
  return {
    ...base,
    stood: stoodThere(content, list.columnMap.columns, read),
    ...nameOf(read),
    read: readWords(read, lead === null || lead === "" ? null : (workers.get(lead) ?? null)),
    hints: hintsOf(read, row, double, earlier),
    choices: decisionsFor(row, joinKnown),
    isEdited: content.edits !== undefined && Object.keys(content.edits).length > 0,
  };
}

/** What stands behind a code of doubts, in words. */
export function issueWords(issues: readonly string[]): string {
  return issues.map((code) => {
    if (code === "duplicate") return "mögliche Doppelung";
    const [field = "", how = ""] = code.split(":");
    if (field === "row") return "von der Datenbank abgelehnt";
    return `${Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field as Field] : field} ${how === "unreadable" ? "nicht lesbar" : "unsicher"}`;
  }).join(" und ");
}
