import { askingOfJob } from "../accounts/index.ts";
import { record } from "../audit/index.ts";
import { deleteFile } from "../files/index.ts";
import type { App } from "../http/index.ts";
import type { JobHandler } from "../jobs/index.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { getImport, lockImport, moveImport } from "./imports.sql.ts";
import { deleteDueOrigins, forgetDueCells, listKeysToDestroy, noteKeysDestroyed, undoImport } from "./take-over.sql.ts";

export const BUILT_ON: Refusal = {
  code: "import-built-on",
  sentence: "Dieser Import kann nicht mehr als Ganzes rückgängig gemacht werden: An mindestens einem der Fälle wurde schon weitergearbeitet, oder eine seiner Personen gehört inzwischen zu einem anderen Fall. Bitte schließen Sie einzelne Fälle ab.",
};

/** Takes a whole import back, in one transaction; the keys of everything it made are destroyed after its commit. */
export const undoImportJob = (app: App): JobHandler => async (run) => {
  await run.batch(async (tx) => {
    const asking = await askingOfJob(app, tx, run, "intake.import");
    const list = await getImport(tx, run.tenantId, run.subjectId ?? "");
    if (list.state !== "undoing") return;
    if (await undoImport(tx, list.id)) await record(tx, asking, { action: "import.undone", objectKind: "import", objectIds: [list.id] });
    // somebody began to work on a case between the order and now
    else await moveImport(tx, await lockImport(tx, list.tenantId, list.id), "done", { code: BUILT_ON.code, sentence: BUILT_ON.sentence });
  });
  await destroyWhatEnded(app);
};

/** Destroys keys and files that committed transactions have given up; may be repeated and run in several processes. */
export async function destroyWhatEnded(app: App): Promise<number> {
  let count = 0;
  for (;;) {
    const keys = await app.db.asSystem("keys of what ended", (tx) => listKeysToDestroy(tx, 2000));
    if (keys.length === 0) return count;
    await app.vault.destroy(keys.map((key) => key.keyRef));
    for (const { storedName } of keys) if (storedName !== "") await deleteFile(app.filesDir, storedName);
    await app.db.asSystem("keys of what ended", (tx) => noteKeysDestroyed(tx, keys));
    count += keys.length;
  }
}

/** For the clock: imported cells go when their period is over. */
export async function forgetWhatIsDue(app: App): Promise<void> {
  await app.db.asSystem("imported cells that are due", async (tx) => {
    await deleteDueOrigins(tx);
    await forgetDueCells(tx);
  });
  await destroyWhatEnded(app);
}
