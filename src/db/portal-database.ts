import pg from "pg";
import { CONTEXT, within, type SessionSecret } from "./database.ts";
import type { WriteTx } from "./transaction.ts";

/** The database as the person's own page sees it: functions that answer for the person of the session, and no table. */
export interface PortalDatabase {
  /** the secret of a portal session; no secret of the staff's is one, nor the other way round */
  as<T>(secret: SessionSecret, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** before anybody is signed in */
  asNobody<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How the portal's process reaches the database: as its own login, with nothing of the others'. */
export interface PortalConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl?: pg.ClientConfig["ssl"];
}

const TIMEOUT_MS = "20000";

export function openPortalDatabase(connection: PortalConnection, poolSize = 8): PortalDatabase {
  const pool = new pg.Pool({ ...connection, max: poolSize, application_name: "einklang portal", pipeline: true } as pg.PoolConfig);
  // without a listener an idle connection's error ends the process
  pool.on("error", () => undefined);
  return {
    as: (secret, work) => within(pool, CONTEXT, ["app.portal", secret, TIMEOUT_MS], work),
    asNobody: (work) => within(pool, CONTEXT, ["app.nobody", "", TIMEOUT_MS], work),
    close: () => pool.end(),
  };
}
