import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { getOfficePerson } from "../office-person.sql.ts";
import { PAPER_STATES, type PaperState } from "../office-words.ts";
import { listPapers } from "../papers/papers.sql.ts";
import { insertCheck, type NotedPaper, notePapers, setClosed, takeNotesBack } from "./checks.sql.ts";
import { type CheckedPaper, readChecks, type ShownCheck } from "./read-checks.ts";
import { rightsOf } from "./rights.ts";

const event = (action: string, personId: string, id: string) => ({ action, objectKind: "person", objectIds: [personId, id] });

export async function openCheck(tx: WriteTx, asking: Asking, personId: string, rule: string): Promise<string> {
  await getOfficePerson(tx, personId);
  const running = (await readChecks(tx, asking, personId)).some((c) => c.rule === rule && c.closedOn === null);
  if (!rightsOf(asking.session.roles).some((r) => r.id === rule)) throw new Refused([{ code: "right-unknown", field: "rule", sentence: "Wählen Sie, wofür Sie die Unterlagen prüfen." }]);
  if (running) throw new Refused([{ code: "check-runs", field: "rule", sentence: "Diese Prüfung läuft schon: Sie steht im Vorgang." }]);
  const id = newId();
  await insertCheck(tx, asking.session, id, personId, rule, asking.today);
  await record(tx, asking, event("completeness_check.opened", personId, id));
  return id;
}

export async function getShownCheck(tx: ReadTx, asking: Asking, personId: string, checkId: string): Promise<ShownCheck> {
  const check = (await readChecks(tx, asking, personId)).find((c) => c.id === checkId);
  if (check === undefined) throw new NotFound();
  return check;
}

/** What came from the form, by the keys of the papers; what it does not name stays as it is. */
export interface PaperChoice {
  readonly state: string | undefined;
  readonly paperId: string | undefined;
  /** how it stood when the page was shown: what was not touched does not undo what a colleague did meanwhile */
  readonly was: string | undefined;
}
export const wordFor = (state: string | undefined, paperId: string | null | undefined): string => `${state ?? ""}|${paperId ?? ""}`;
const isState = (state: string): state is PaperState => Object.hasOwn(PAPER_STATES, state);

/** A file that is chosen says that the paper is there: nobody has to say it twice. */
function decideNote(paper: CheckedPaper, choice: PaperChoice | undefined, fileIds: ReadonlySet<string>): { readonly state: PaperState; readonly paperId: string | null } | Refusal {
  if (choice === undefined || choice.was === wordFor(choice.state, choice.paperId)) return { state: paper.state, paperId: paper.paperId };
  const file = choice.paperId === undefined || choice.paperId === "" ? null : choice.paperId;
  const typed = choice.state ?? paper.state;
  const state: PaperState | null = isState(typed) ? typed : null;
  const field = `state.${paper.key}`;
  if (state === null) return { code: "state-unknown", field, sentence: "Wählen Sie, wie es um diese Unterlage steht." };
  if (file === null) return { state, paperId: null };
  if (!fileIds.has(file)) return { code: "paper-unknown", field: `paper.${paper.key}`, sentence: "Diese Datei liegt nicht im Vorgang." };
  const isNewFile = file !== paper.paperId;
  if (state === "there" || (isNewFile && state === paper.state)) return { state: "there", paperId: file };
  return { state, paperId: null };
}

export async function changeCheck(tx: WriteTx, asking: Asking, personId: string, checkId: string, choices: ReadonlyMap<string, PaperChoice>): Promise<void> {
  const check = await getShownCheck(tx, asking, personId, checkId);
  if (check.closedOn !== null) throw new Refused([{ code: "check-is-closed", sentence: "Diese Prüfung ist abgeschlossen. Öffnen Sie sie wieder, um etwas zu ändern." }]);
  const fileIds = new Set((await listPapers(tx, personId)).map((p) => p.id));
  const refusals: Refusal[] = [];
  const [noted, back]: [NotedPaper[], { condition: string; evidence: string }[]] = [[], []];
  for (const paper of check.conditions.flatMap((c) => c.papers)) {
    const note = decideNote(paper, choices.get(paper.key), fileIds);
    if ("code" in note) refusals.push(note);
    else if (note.state !== "open") noted.push({ condition: paper.condition, evidence: paper.evidence, state: note.state, paperId: note.paperId });
    else if (paper.state !== "open") back.push({ condition: paper.condition, evidence: paper.evidence });
  }
  if (refusals.length > 0) throw new Refused(refusals);
  await notePapers(tx, asking.session, personId, checkId, noted);
  if (back.length > 0) await takeNotesBack(tx, personId, checkId, back);
  await record(tx, asking, event("completeness_check.changed", personId, checkId));
}

/** Asks for what nobody has looked at, where nothing proves the condition yet and the person is who can bring it. */
export async function demandWhatIsOpen(tx: WriteTx, asking: Asking, personId: string, checkId: string): Promise<void> {
  const check = await getShownCheck(tx, asking, personId, checkId);
  const open = check.conditions.filter((c) => !c.isComplete).flatMap((c) => c.papers.filter((p) => p.state === "open" && !p.isFromTheOffice));
  await changeCheck(tx, asking, personId, checkId, new Map(open.map((p) => [p.key, { state: "missing", paperId: undefined, was: undefined }])));
}

export async function closeCheck(tx: WriteTx, asking: Asking, personId: string, checkId: string): Promise<void> {
  await getShownCheck(tx, asking, personId, checkId);
  await setClosed(tx, personId, checkId, { on: asking.today, by: asking.session.accountId });
  await record(tx, asking, event("completeness_check.closed", personId, checkId));
}
export async function reopenCheck(tx: WriteTx, asking: Asking, personId: string, checkId: string): Promise<void> {
  const check = await getShownCheck(tx, asking, personId, checkId);
  const other = (await readChecks(tx, asking, personId)).some((c) => c.rule === check.rule && c.closedOn === null && c.id !== checkId);
  if (other) throw new Refused([{ code: "check-runs", sentence: "Dafür läuft schon eine neue Prüfung." }]);
  await setClosed(tx, personId, checkId, null);
  await record(tx, asking, event("completeness_check.reopened", personId, checkId));
}
