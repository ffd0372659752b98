import { addAssessment, addQualification, isQualification } from "../../../assessment/index.ts";
import { record } from "../../../audit/index.ts";
import { addDocument, addFollowUp, granted, listLifeAreas, openCase, type OpenedCase } from "../../../cases/index.ts";
import { DOCUMENT_KINDS } from "../../../cases/reading/index.ts";
import type { ReadTx, WriteTx } from "../../../db/index.ts";
import { deleteFile, readWhole, writeFile } from "../../../files/index.ts";
import type { Asking, Upload } from "../../../http/index.ts";
import { addDays, type CalendarDay, germanDay } from "../../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import { checkForDuplicates, findLikelyDuplicates, GENDERS, type LikelyDuplicates, type NewPerson, recordPerson } from "../../../persons/index.ts";
import { addGoal, addMeasure } from "../../../plan/index.ts";
import type { MovePackage } from "../package-format.ts";
import { deleteIncoming, getIncoming, type IncomingRow, insertIncoming } from "./incoming.sql.ts";
import { MOST_BYTES, readPackage, type ReadPackage } from "./read-package.ts";

const FIRST_STEP_DAYS = 28;
const storeOf = (asking: Asking, keyRef: string, id: string) => ({ keys: asking.app.vault, keyRef, binding: { tenant: asking.session.tenantId, table: "incoming_moves", column: "file", row: id, version: 1 }, dir: asking.app.filesDir });

/** Keeps a package under a key of its own until somebody opens a case by it or throws it away; for whoever uploaded it alone. */
export async function receivePackage(tx: WriteTx, asking: Asking, upload: Upload | undefined): Promise<string> {
  if (upload === undefined || upload.bytes.length === 0) throw new Refused([{ code: "file-missing", field: "file", sentence: "Wählen Sie die Datei." }]);
  granted(readPackage(upload.bytes));
  const id = newId();
  const keyRef = asking.app.vault.newKey();
  const stored = await writeFile(upload.bytes, { ...storeOf(asking, keyRef, id), maxBytes: MOST_BYTES, fileName: null });
  try {
    await insertIncoming(tx, asking.session, { id, keyRef, storedName: stored.storedName, size: upload.bytes.length });
    await record(tx, asking, { action: "incoming_move.uploaded", objectKind: "incoming_move", objectIds: [id] });
  } catch (error) {
    await deleteFile(asking.app.filesDir, stored.storedName);
    throw error;
  }
  return id;
}
export async function readIncoming(tx: ReadTx, asking: Asking, id: string): Promise<ReadPackage & { readonly row: IncomingRow }> {
  const row = await getIncoming(tx, id);
  return { row, ...granted(readPackage(await readWhole({ ...storeOf(asking, row.key_ref, id), storedName: row.stored_name }))) };
}
export async function throwAway(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  if ((await deleteIncoming(tx, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "incoming_move.discarded", objectKind: "incoming_move", objectIds: [id] });
}

type Mover = MovePackage["persons"][number];
/** As somebody would have typed it. No way is safe here before the person says so here: the package may have gone through other hands. What the register does not know is left out by its own rules, not by ours. */
function typedPerson({ name, register }: Mover): NewPerson {
  const [family = "", given = ""] = name.split(", ");
  if (register === null) return { names: [{ family, given, kind: "passport" }] };
  return {
    names: register.names.length === 0 ? [{ family, given, kind: "passport" }] : register.names, birth: register.birth === null ? null : { on: register.birth.on as CalendarDay, precision: register.birth.precision },
    gender: Object.hasOwn(GENDERS, register.gender) ? register.gender : "unknown", entry: register.entry === null ? null : { on: register.entry.on as CalendarDay, precision: register.entry.precision },
    nationalities: register.nationalities.map((code) => ({ code })), languages: register.languages, channels: register.channels.map(({ kind, value }) => ({ kind, value, safe: "not_asked" })), residenceStatuses: register.residence,
  };
}
/** Whom of the package somebody may have recorded here before. */
export async function whoIsKnown(tx: ReadTx, content: MovePackage): Promise<ReadonlyMap<string, LikelyDuplicates>> {
  const found = new Map<string, LikelyDuplicates>();
  for (const mover of content.persons) {
    const p = typedPerson(mover);
    const names = (p.names ?? []).map((n) => ({ family: String(n["family"]), given: String(n["given"]) }));
    found.set(mover.who, await findLikelyDuplicates(tx, { names, birth: typeof p.birth === "object" ? (p.birth ?? null) : null, phones: (mover.register?.channels ?? []).map((c) => c.value), gender: mover.register?.gender ?? "unknown", nationalities: mover.register?.nationalities ?? [], addresses: [] }));
  }
  return found;
}

/** Opens a case of what is in the package. Closed goals, old dates and every consent stay in its paper: nothing begins to hold because a file says so. */
export async function openByPackage(tx: WriteTx, asking: Asking, id: string): Promise<OpenedCase> {
  const { content, paper, files } = await readIncoming(tx, asking, id);
  const areas = new Set((await listLifeAreas(tx)).map((a) => a.key));
  const ids = new Map<string, string>();
  for (const mover of content.persons) {
    const personId = await recordPerson(tx, asking, typedPerson(mover));
    await checkForDuplicates(tx, personId);
    ids.set(mover.who, personId);
  }
  const main = content.persons.find((p) => p.isMain) ?? content.persons[0]!;
  const wanted = [...new Set([...content.goals.map((g) => g.area.key), ...content.assessment.flatMap((a) => a.entries.map((e) => e.area.key))])].filter((key) => areas.has(key));
  const opened = await openCase(tx, asking, { personIds: [...ids.values()], mainPersonId: ids.get(main.who)!, leadId: null, openedOn: asking.today, phase: "clearing", accessRoute: "Umzug aus einer anderen Kommune", lifeAreas: wanted, adviceId: null });
  await fillCase({ tx, asking, caseId: opened.id, ids, areas }, content);
  if (paper !== null) await addDocument(tx, asking, opened.id, { field: "file", fileName: "Paket der bisherigen Kommune.pdf", bytes: paper }, { kind: "other", personId: null, lifeAreas: [], isEntrusted: false, datedOn: content.madeOn as CalendarDay });
  for (const d of content.documents)
    await addDocument(tx, asking, opened.id, { field: "file", fileName: d.name, bytes: files.get(d.path)! }, { kind: Object.hasOwn(DOCUMENT_KINDS, d.kind) ? (d.kind as keyof typeof DOCUMENT_KINDS) : "other", personId: d.who === null ? null : (ids.get(d.who) ?? null), lifeAreas: [], isEntrusted: false, datedOn: d.datedOn as CalendarDay | null });
  if (content.consents.length > 0) await addFollowUp(tx, asking, opened.id, { title: consentTask(content), dueOn: addDays(asking.today, 7), ownerId: null, lifeAreas: [] });
  await record(tx, asking, { action: "incoming_move.taken_over", objectKind: "incoming_move", objectIds: [id, opened.id], caseId: opened.id });
  if ((await deleteIncoming(tx, id)) !== 1) throw new NotFound();
  return opened;
}
function consentTask(content: MovePackage): string {
  const goOn = content.consents.filter((c) => c.continues).map((c) => c.recipient);
  const anew = content.consents.filter((c) => !c.continues).map((c) => c.recipient);
  return [...(goOn.length === 0 ? [] : [`Mit der Person bestätigen, gilt weiter: ${goOn.join(", ")}`]), ...(anew.length === 0 ? [] : [`Einwilligung neu einholen: ${anew.join(", ")}`])].join(". ").slice(0, 200);
}

interface Filling {
  readonly tx: WriteTx;
  readonly asking: Asking;
  readonly caseId: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly areas: ReadonlySet<string>;
}
async function fillCase({ tx, asking, caseId, ids, areas }: Filling, content: MovePackage): Promise<void> {
  const { today } = asking;
  for (const { who, entries } of content.assessment) {
    const personId = ids.get(who);
    const known = entries.filter((e) => areas.has(e.area.key));
    if (personId === undefined || known.length === 0) continue;
    await addAssessment(tx, asking, caseId, personId, { assessedOn: today, state: "open", wordsLanguage: known[0]!.wordsLanguage || "de", isTogether: false, entries: known.map((e) => ({ lifeArea: e.area.key, level: e.level, personLevel: e.personLevel, resource: from(e.resource, e.on), need: from(e.need, e.on), words: e.words, isEntrusted: false })) });
  }
  for (const q of content.qualifications) {
    const personId = ids.get(q.who);
    if (personId !== undefined && isQualification(q)) await addQualification(tx, asking, caseId, personId, { kind: q.kind, title: q.title, country: q.country, gainedYear: q.gainedYear, recognition: q.recognition, documentId: null });
  }
  for (const g of content.goals.filter((goal) => goal.state === "open" && areas.has(goal.area.key))) {
    const personId = ids.get(g.who);
    if (personId === undefined) continue;
    const goalId = await addGoal(tx, asking, caseId, { personId, lifeArea: g.area.key, wish: g.wish, wishLanguage: g.wishLanguage, goal: g.goal, isEntrusted: false });
    for (const m of g.measures.filter((one) => one.state === "open" || one.state === "running"))
      await addMeasure(tx, asking, caseId, goalId, { title: m.title, responsible: `account:${asking.session.accountId}`, dueOn: m.dueOn > today ? (m.dueOn as CalendarDay) : addDays(today, FIRST_STEP_DAYS), isEntrusted: false });
  }
}
const from = (text: string, on: string): string => (text === "" ? "" : `${text} (bisherige Kommune, ${germanDay(on as CalendarDay)})`);
