import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { type Database, migrate, openDatabase } from "../db/index.ts";
import { purgeRestored } from "../retention/index.ts";
import { openVault, type Vault } from "../vault/index.ts";
import { openPostgres, type Postgres } from "./postgres.ts";

/** Database, keys and folders of an installation, opened and brought to this version: what every command stands on. */
export interface Store {
  readonly config: Config;
  readonly postgres: Postgres;
  readonly db: Database;
  readonly vault: Vault;
  readonly filesDir: string;
  /** migrations that this start applied */
  readonly applied: readonly string[];
  /** files and persons that a restored backup held and that were erased before */
  readonly purged: number;
  close(): Promise<void>;
}

/** Keys first: erasures are replayed before anything is served, and the logins' passwords lie with the keys. */
export async function openStore(config: Config): Promise<Store> {
  mkdirSync(config.anchorDir, { recursive: true });
  const filesDir = join(config.dataDir, "files");
  mkdirSync(filesDir, { recursive: true, mode: 0o700 });
  const vault = await openVault(config.keyDir, { erasureMirror: join(config.anchorDir, "erasure.log") });
  const opened: (() => Promise<void> | void)[] = [() => vault.close()];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const postgres = await openPostgres(config);
    opened.push(() => postgres.stop());
    const { applied, roles, passwords } = await migrate(postgres.connection, config.keyDir, config.timeZone);
    // a backup that was laid back may hold what was erased since: it goes before anybody can ask
    const purged = await purgeRestored(postgres.connection, vault, filesDir);
    const db = openDatabase({ connection: postgres.connection, roles, passwords });
    opened.push(() => db.close());
    return { config, postgres, db, vault, filesDir, applied, purged, close };
  } catch (error) {
    await close();
    throw error;
  }
}
