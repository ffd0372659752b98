import pg from "pg";
import { deleteFile } from "../../files/index.ts";
import type { Vault } from "../../vault/index.ts";
import { compactAfterErasure } from "./compact.ts";
import { listFilesToDelete, purgeDestroyed } from "./erasure.sql.ts";

const AT_ONCE = 10_000;

/**
 * A backup of the database that was laid back holds what was erased since: names, days, ciphertexts. The vault knows by its log,
 * which lies outside the database, whose keys were destroyed; their rows go before anything is served, and their bytes with them.
 * Returns how many files and persons went; in ordinary operation none.
 */
export async function purgeRestored(connection: pg.ClientConfig, vault: Vault, filesDir: string): Promise<number> {
  const refs = vault.destroyed();
  if (refs.length === 0) return 0;
  const owner = new pg.Client(connection);
  await owner.connect();
  let purged = 0;
  try {
    for (let i = 0; i < refs.length; i += AT_ONCE) purged += await purgeDestroyed(owner, refs.slice(i, i + AT_ONCE));
    // their keys are gone already; files of theirs that the backup brought back are not
    if (purged > 0) for (const name of await listFilesToDelete(owner)) await deleteFile(filesDir, name);
  } finally {
    await owner.end();
  }
  if (purged > 0) await compactAfterErasure(connection);
  return purged;
}
