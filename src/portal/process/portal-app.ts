import { mkdirSync, readFileSync, writeFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { openPortalDatabase, type PortalConnection, type PortalDatabase } from "../../db/index.ts";
import { openVault, type Vault } from "../../vault/index.ts";

/** What the person's own page may use: its own login, the keys lent to it, the folder of encrypted files. No session of the staff's. */
export interface PortalApp {
  readonly config: Pick<Config, "portalOrigin" | "timeZone" | "trustedProxies" | "isLoopback">;
  readonly db: PortalDatabase;
  readonly vault: Vault;
  readonly filesDir: string;
  readonly log: Logger;
  readonly clock: () => Date;
}

const CONNECTION = "connection.json";

/** The staff's process leaves it beside the lent keys: the portal's own login, and nothing that opens anything else. */
export function leaveConnection(keyDir: string, connection: PortalConnection): void {
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  const file = join(keyDir, CONNECTION);
  const half = `${file}.${process.pid}`;
  writeFileSync(half, JSON.stringify(connection), { mode: 0o600, flush: true });
  renameSync(half, file);
}

export const readConnection = (keyDir: string): PortalConnection => JSON.parse(readFileSync(join(keyDir, CONNECTION), "utf8")) as PortalConnection;

/** No key stays in memory: what was taken back from the directory is gone with the next request. */
export const openPortalVault = (keyDir: string): Promise<Vault> => openVault(keyDir, { cachedKeys: 0 });

export async function openPortalApp(config: Config, log: Logger, clock: () => Date = () => new Date()): Promise<{ app: PortalApp; close(): Promise<void> }> {
  const vault = await openPortalVault(config.portalKeyDir);
  const db = openPortalDatabase(readConnection(config.portalKeyDir));
  const app: PortalApp = { config, db, vault, filesDir: join(config.dataDir, "files"), log, clock };
  return {
    app,
    close: async () => {
      await db.close();
      vault.close();
    },
  };
}
