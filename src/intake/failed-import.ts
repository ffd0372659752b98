import { record } from "../audit/index.ts";
import type { WriteTx } from "../db/index.ts";
import { FileDamaged, FileMissing } from "../files/index.ts";
import type { App, Asking } from "../http/index.ts";
import { enqueue, JobFailed, type JobHandler, MOST_ATTEMPTS } from "../jobs/index.ts";
import { NotFound, NotSignedIn, Refused } from "../kernel/errors.ts";
import { KeyDestroyed, KeyMissing } from "../vault/index.ts";
import { hasFailed, type ImportRecord, type ImportState } from "./import-list.ts";
import { lockImport, moveImport, noteFailure } from "./imports.sql.ts";
import { demandVersion } from "./map-columns.ts";

export interface Failure {
  readonly code: string;
  readonly sentence: string;
}

const codeOf = (error: unknown): string => {
  const at = error instanceof NotFound && error.cause instanceof Error ? error.cause : error;
  return typeof at === "object" && at !== null && "code" in at && typeof at.code === "string" ? at.code : "";
};

/** Why a job gave up, for whoever looks at the import. No row is quoted: what stands in it is nobody's business here. */
export function failureOf(error: unknown, jobId: string): Failure {
  if (error instanceof Refused && error.refusals[0] !== undefined) return { code: error.refusals[0].code, sentence: error.refusals[0].sentence };
  if (error instanceof NotSignedIn || (error instanceof JobFailed && error.code === "rights-ended")) return { code: "rights-ended", sentence: "Wer den Auftrag gegeben hat, darf hier keine Listen mehr einlesen. Jemand anderes mit diesem Recht kann es noch einmal versuchen." };
  if (error instanceof FileMissing || error instanceof FileDamaged) return { code: "file-gone", sentence: "Die hochgeladene Datei ist auf dem Server nicht mehr lesbar. Bitte verwerfen Sie diesen Import und laden Sie die Liste neu hoch." };
  if (error instanceof KeyDestroyed || error instanceof KeyMissing) return { code: "key-gone", sentence: "Der Schlüssel dieses Imports fehlt. Ihre IT kann prüfen, ob das Verzeichnis der Schlüssel vollständig ist." };
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "53100") return { code: "disk-full", sentence: "Auf dem Server ist kein Speicherplatz mehr frei. Ihre IT muss zuerst Platz schaffen." };
  if (/^(08|53|57)/.test(code) || code.startsWith("ECONN")) return { code: "database-away", sentence: `Die Datenbank war mehrmals nicht zu erreichen (${code}). Später geht es vielleicht.` };
  return { code: "technical", sentence: `Mehrere Versuche sind an einem technischen Fehler gescheitert${/^[0-9A-Z]{5}$/.test(code) ? ` (Datenbank: ${code})` : ""}. Ihre IT findet ihn im Protokoll des Servers unter der Nummer ${jobId}.` };
}

/** A job of an import that gives up says so on the import, where everybody with the intake right sees it; the queue shows it to nobody. */
export const sayingWhyItFailed = (app: App, handler: JobHandler): JobHandler => async (run) => {
  try {
    // a process that was killed each time (out of memory) never came to say so itself
    if (run.attempts > MOST_ATTEMPTS) throw new JobFailed("too-many-attempts");
    await handler(run);
  } catch (error) {
    const isFinal = error instanceof JobFailed || error instanceof NotSignedIn || run.attempts >= MOST_ATTEMPTS;
    if (isFinal && !run.signal.aborted) await noteIt(app, run.tenantId, run.subjectId, failureOf(error, run.id));
    throw error;
  }
};

const noteIt = (app: App, tenantId: string, importId: string | null, failure: Failure): Promise<void> =>
  importId === null ? Promise.resolve() : app.db.asSystem("an import that failed", (tx) => noteFailure(tx, tenantId, importId, failure));

const JOBS = { reading: "intake.read", importing: "intake.import", undoing: "intake.undo" } as const;

async function failedImport(tx: WriteTx, asking: Asking, id: string, version: number): Promise<ImportRecord> {
  const list = await lockImport(tx, asking.session.tenantId, id);
  if (!hasFailed(list)) throw new Refused([{ code: "import-not-failed", sentence: "An diesem Import wird schon wieder gearbeitet, oder er ist fertig. Bitte laden Sie die Seite neu." }]);
  demandVersion(list, version);
  return list;
}

/** Ordered once more, under the rights of whoever asks now. Nothing of the failed run is there: it was one transaction. */
export async function tryAgain(tx: WriteTx, asking: Asking, id: string, version: number): Promise<void> {
  const list = await failedImport(tx, asking, id, version);
  await moveImport(tx, list, list.state);
  await enqueue(tx, asking, JOBS[list.state as keyof typeof JOBS], id);
  await record(tx, asking, { action: "import.ordered", objectKind: "import", objectIds: [id] });
}

/** Back to where a person can change something: the columns, the rows, the report. */
export async function stepBack(tx: WriteTx, asking: Asking, id: string, version: number): Promise<void> {
  const list = await failedImport(tx, asking, id, version);
  const back: ImportState = list.state === "reading" ? "mapping" : list.state === "importing" && list.completedAt === null ? "checking" : "done";
  await moveImport(tx, list, back);
  await record(tx, asking, { action: "import.started", objectKind: "import", objectIds: [id] });
}
