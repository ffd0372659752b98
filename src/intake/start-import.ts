import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import { deleteFile } from "../files/index.ts";
import type { Asking, Upload } from "../http/index.ts";
import { dayOf, germanDay } from "../kernel/calendar-day.ts";
import { Refused } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { intakeMac, keepFile } from "./import-file.ts";
import { IMPORT_STATES, type ImportRecord, type Informed, LARGEST_LIST, type Outline } from "./import-list.ts";
import { findSameFile, insertImport, listCaseWorkers, listControllers, listLegalBases, type CaseWorker } from "./imports.sql.ts";
import type { ListAnswer } from "./list-task.ts";
import { matchManager } from "./reading/index.ts";
import { sealOutline } from "./sealed-import.ts";
import { firstAnswer } from "./work-on-list.ts";

export interface StartInput {
  readonly source: string;
  readonly controllerId: string | null;
  readonly legalBasisId: string | null;
  readonly informed: Informed;
}

type Outlined = Extract<ListAnswer, { kind: "outlined" }>;

/** Where from and on what basis, then the file. A file that cannot be read leaves nothing behind. */
export async function startImport(tx: WriteTx, asking: Asking, input: StartInput, uploads: readonly Upload[]): Promise<string> {
  const { app, session } = asking;
  const roomId = session.roomId ?? "";
  const upload = await decideStart(tx, asking, input, uploads);
  const fileMac = intakeMac(app, session.tenantId, roomId, "file")(upload.bytes);
  const before = await findSameFile(tx, session.tenantId, fileMac);
  if (before !== undefined) throw new Refused([sameFile(before, app.config.timeZone)]);
  // the last part of the name alone: some browsers send the whole path
  const fileName = (upload.fileName.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(0, 255);
  const answer = (await firstAnswer({ kind: "outline", bytes: upload.bytes, fileName, choice: null, map: null })) as Outlined;
  const id = newId();
  const where = { id, tenantId: session.tenantId, keyRef: app.vault.newKey() };
  const outline = outlineOf(answer, await listCaseWorkers(tx));
  const storedName = await keepFile(app, where, upload.bytes);
  try {
    await insertImport(tx, {
      ...where, ...input, roomId, accountId: session.accountId, fileName, fileMac, storedName, sheetName: answer.sheetName, columnMap: answer.map,
      outline: sealOutline(app, where, outline), rowCount: answer.outline.sheets.find((sheet) => sheet.name === answer.sheetName)?.lineCount ?? 0,
    });
    await record(tx, asking, { action: "import.started", objectKind: "import", objectIds: [id] });
  } catch (error) {
    await deleteFile(app.filesDir, storedName);
    throw error;
  }
  return id;
}

async function decideStart(tx: WriteTx, asking: Asking, input: StartInput, uploads: readonly Upload[]): Promise<Upload> {
  const refusals: Refusal[] = [];
  const upload = uploads.find((one) => one.field === "file");
  if (upload === undefined) refusals.push({ code: "file-missing", field: "file", sentence: "Bitte wählen Sie die Datei mit der Liste (.xlsx oder .csv)." });
  else if (upload.bytes.length > LARGEST_LIST) refusals.push({ code: "file-too-large", field: "file", sentence: "Die Datei ist größer als 25 MB. Bitte teilen Sie die Liste." });
  const { tenantId, roomId } = asking.session;
  if (input.legalBasisId !== null && !(await listLegalBases(tx, tenantId)).some((basis) => basis.id === input.legalBasisId)) {
    refusals.push({ code: "legal-basis-unknown", field: "legalBasisId", sentence: "Diese Rechtsgrundlage steht nicht im Verzeichnis der Kommune. Bitte wählen Sie eine aus der Liste." });
  }
  if (input.controllerId !== null && !(await listControllers(tx, tenantId, roomId ?? "")).some((office) => office.id === input.controllerId)) {
    refusals.push({ code: "controller-unknown", field: "controllerId", sentence: "Diese Stelle gibt es in der Kommune nicht. Bitte wählen Sie eine aus der Liste." });
  }
  if (upload === undefined || refusals.length > 0) throw new Refused(refusals);
  return upload;
}

function sameFile(before: ImportRecord, timeZone: string): Refusal {
  const on = germanDay(dayOf(before.completedAt ?? before.createdAt, timeZone));
  const sentence = before.completedAt !== null
    ? `Diese Datei wurde schon am ${on} durch ${before.by} übernommen. Es wurde nichts geändert; offene Zeilen finden Sie in jenem Import.`
    : `Diese Datei hat ${before.by} am ${on} schon hochgeladen (Stand: ${IMPORT_STATES[before.state]}). Bitte arbeiten Sie in jenem Import weiter, oder verwerfen Sie ihn.`;
  return { code: "import-same-file", field: "file", sentence };
}

/** With a proposal for each spelling of a case manager; `decided` keeps what somebody has already chosen. */
export function outlineOf(answer: Outlined, workers: readonly CaseWorker[], decided: ReadonlyMap<string, string | null> = new Map()): Outline {
  const managers = answer.spellings.map(({ spelling, count }) => {
    const match = matchManager(spelling, workers);
    const chosen = decided.get(spelling);
    return { spelling, count, accountId: chosen === undefined ? match.value : chosen, certain: chosen !== undefined || match.certainty === "clear", candidates: match.candidates, note: match.note ?? "" };
  });
  return { ...answer.outline, managers };
}
