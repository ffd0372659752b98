import { documentsOf, readDocument } from "../../cases/index.ts";
import { type CaseHead, readCaseHead } from "../../cases/reading/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { displayName, loadPersons } from "../../persons/index.ts";
import { openSealed } from "../subject-access/gather.ts";
import { formOf } from "../subject-access/say-line.ts";
import { type Source, SOURCES } from "../subject-access/sources.data.ts";
import { registerLines, type Said, type StatementSection } from "../subject-access/statement.ts";
import { EXCERPTS } from "./left-out.data.ts";
import { type FileRow, listOfFile } from "./packages.sql.ts";

/** Longer files go to the archive on another way: everything is in memory once, while it is packed. */
const MOST_BYTES = 200 * 1_048_576;

export interface FileInPackage {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
export interface WholeFile {
  readonly head: CaseHead;
  readonly sections: readonly StatementSection[];
  readonly files: readonly FileInPackage[];
  /** rows that somebody confided */
  readonly leftOut: number;
  readonly leftOutSaid: readonly Said[];
}

/** Everything of one file, of all its persons, but for what somebody confided. Of this file alone: what another one holds of the same person stays there. */
export async function gatherFile(tx: ReadTx, asking: Asking, caseId: string): Promise<WholeFile> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const persons = await loadPersons(tx, head.persons.map((p) => p.person_id));
  const names = new Map<string, string>();
  for (const [id, p] of persons) for (const one of [id, ...p.records.map((r) => r.id)]) names.set(one, displayName(p).latin);
  const areas = new Map(head.lifeAreas.map((a) => [a.key, a.label]));
  const sections: StatementSection[] = [...persons.values()].map((p) => ({ title: `Person: ${displayName(p).latin}`, entries: [{ day: "", lines: registerLines(p), texts: [] }] }));
  const confided: { title: string; n: number }[] = [];
  const documentIds: string[] = [];
  for (const source of SOURCES.filter((s) => EXCERPTS[s.table] === undefined)) {
    const all = await listOfFile(tx, source, caseId, [...names.keys()]);
    const rows = all.filter((row) => !row.is_confided);
    if (rows.length < all.length) confided.push({ title: source.title, n: all.length - rows.length });
    if (source.isFile === true) documentIds.push(...rows.map((row) => row.row_id));
    if (rows.length > 0) sections.push({ title: source.title, entries: rows.map((row) => entryOf({ asking, keyRef: head.keyRef, caseId }, source, row, areas, names)) });
  }
  return { head, sections, files: await readFiles(tx, asking, caseId, documentIds), leftOut: confided.reduce((n, c) => n + c.n, 0), leftOutSaid: saidOf(confided) };
}

function entryOf(at: { asking: Asking; keyRef: string; caseId: string }, source: Source, row: FileRow, areas: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): StatementSection["entries"][number] {
  const about = [...new Set(row.whose.map((id) => names.get(id) ?? ""))].filter((name) => name !== "");
  const texts = (source.texts ?? []).flatMap(([column, label], i) => {
    const sealed = row[`ct_${i}`] ?? null;
    return sealed === null ? [] : [{ label, value: openSealed(at, source, column, row, sealed) }];
  });
  return { day: row.day === null ? "" : germanDay(row.day), lines: [...(about.length === 0 ? [] : [{ label: "Betrifft", value: about.join("; ") }]), ...formOf(source, row.said, areas)], texts: texts.filter((t) => t.value.trim() !== "") };
}

async function readFiles(tx: ReadTx, asking: Asking, caseId: string, ids: readonly string[]): Promise<FileInPackage[]> {
  const wanted = (await documentsOf(tx, asking, caseId)).filter((d) => ids.includes(d.id)).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  if (wanted.reduce((n, d) => n + d.size, 0) > MOST_BYTES) throw new Refused([{ code: "package-too-large", sentence: "Die Dateien der Akte sind zusammen größer als 200 MB. Sprechen Sie mit dem Archiv ab, wie es sie bekommt." }]);
  const files: FileInPackage[] = [];
  for (const { id } of wanted) {
    const { row, name, content } = await readDocument(tx, asking, caseId, id);
    files.push({ name, mediaType: row.media_type, content });
  }
  return files;
}

export const CONFIDED_REASON = "anvertraut: nicht übergeben (§ 4 Abs. 2 Nr. 2 ArchivG NRW in Verbindung mit § 203 StGB)";
const saidOf = (confided: readonly { title: string; n: number }[]): Said[] => [
  ...confided.map((c) => ({ label: c.n === 1 ? `${c.title}: 1 Eintrag` : `${c.title}: ${c.n} Einträge`, value: CONFIDED_REASON })),
  ...Object.values(EXCERPTS).filter((why) => why !== "").map((why) => ({ label: "Weitere Bestände", value: why })),
  { label: "Zugriffsprotokoll", value: "Es gehört nicht zur Akte." },
];
