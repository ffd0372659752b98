import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { readLoginPasswords, roleNames } from "../db/index.ts";
import { buildPortalServer, leaveConnection, openPortalApp, portalRoutes } from "../portal/index.ts";
import { StartProblem } from "./postgres.ts";
import type { Store } from "./store.ts";

export interface PortalProcess {
  readonly address: string;
  stop(): Promise<void>;
}

/** What the portal's process needs to reach the database: its own login, left beside the keys that are lent to it. */
export function handOverToPortal({ config, postgres: { connection, database } }: Store): void {
  const passwords = readLoginPasswords(config.keyDir, database);
  if (passwords === null) throw new StartProblem("Die Kennwörter der Datenbank fehlen im Schlüsselordner (EINKLANG_KEY_DIR).");
  leaveConnection(config.portalKeyDir, {
    host: String(connection.host), port: Number(connection.port), database, user: roleNames(database, String(connection.user)).portal, password: passwords.portal,
    ...(connection.ssl ? { ssl: connection.ssl } : {}),
  });
}

/** The person's own page: its own server, login, keys and port, in this process or in one of its own. */
export async function openPortal(config: Config, log: Logger, assetsDir: string = join(import.meta.dirname, "..", "..", "dist", "assets")): Promise<PortalProcess> {
  const portal = await openPortalApp(config, log);
  try {
    const server = await buildPortalServer(portal.app, portalRoutes, assetsDir);
    await server.listen({ host: config.host, port: config.portalPort }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EADDRINUSE" ? new StartProblem(`Der Port ${config.portalPort} für die eigene Seite der Personen ist schon vergeben. Mit PORTAL_PORT nehmen Sie einen anderen, mit PORTAL_PORT=0 keinen.`) : error;
    });
    const at = server.server.address() as AddressInfo;
    return {
      address: config.portalOrigin ?? `http://${config.host}:${at.port}`,
      stop: async () => {
        await server.close();
        await portal.close();
      },
    };
  } catch (error) {
    await portal.close();
    throw error;
  }
}
