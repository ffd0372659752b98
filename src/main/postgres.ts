import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config.ts";
import { checkServerVersion, ensureOwner, startEmbedded } from "../db/embedded/index.ts";

/** The PostgreSQL behind an installation, reached as the owner that migrates. */
export interface Postgres {
  readonly connection: pg.ClientConfig;
  readonly database: string;
  readonly isEmbedded: boolean;
  /** `18.4` */
  readonly version: string;
  /** a sentence to print: what is to be known of this server */
  readonly warning: string | null;
  /** turns the embedded one off, unless another process still uses it */
  stop(): Promise<void>;
}

/** A reason why the product cannot start, in a German sentence for the person who starts it. */
export class StartProblem extends Error {}

/** The server of DATABASE_URL, or the embedded one, started or found running. Throws StartProblem. */
export async function openPostgres(config: Config): Promise<Postgres> {
  return config.databaseUrl === null ? openEmbedded(config) : openExternal(config, config.databaseUrl);
}

async function openEmbedded(config: Config): Promise<Postgres> {
  const server = await startEmbedded({ dataDir: join(config.dataDir, "postgres"), durable: true });
  try {
    const connection = await ensureOwner(server);
    const { version, warning } = await judge(connection, { allowOld: config.allowOldPostgres, embedded: true });
    return { connection, database: String(connection.database), isEmbedded: true, version, warning, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openExternal(config: Config, url: string): Promise<Postgres> {
  const connection = connectionOf(url);
  const judged = await judge(connection, { allowOld: config.allowOldPostgres });
  const { version } = judged;
  const warning = [judged.warning, lineWarning(connection)].filter((text) => text !== null).join(" ") || null;
  return { connection, database: String(connection.database), isEmbedded: false, version, warning, stop: () => Promise.resolve() };
}

/** What the line to the database does not protect from; on this machine there is no line to listen on. */
export function lineWarning({ host = "", ssl }: pg.ClientConfig): string | null {
  if (host.startsWith("/") || /^(localhost|127\.|::1$)/.test(host)) return null;
  if (ssl === undefined || ssl === false) return "Die Verbindung zur Datenbank ist nicht verschlüsselt: Wer im Netz mithört, liest mit. Setzen Sie sslmode=verify-full in DATABASE_URL.";
  if (typeof ssl === "object" && ssl.rejectUnauthorized === false) return "sslmode=require verschlüsselt, prüft aber nicht, mit wem: Wer sich dazwischensetzt, liest mit. Setzen Sie sslmode=verify-full in DATABASE_URL.";
  return null;
}

async function judge(connection: pg.ClientConfig, options: { allowOld: boolean; embedded?: boolean }): Promise<{ version: string; warning: string | null }> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartProblem(`Die Datenbank antwortet nicht: ${(error as Error).message}. Prüfen Sie DATABASE_URL, und ob der Server läuft.`, { cause: error });
  }
  try {
    const { rows } = await client.query<{ num: number; name: string }>("select current_setting('server_version_num')::integer as num, current_setting('server_version') as name");
    const decision = checkServerVersion(rows[0]!.num, options);
    if (!decision.ok) throw new StartProblem(decision.refusals.map((r) => r.sentence).join(" "));
    return { version: rows[0]!.name.split(" ")[0]!, warning: decision.value.warning };
  } finally {
    await client.end();
  }
}

/**
 * Field by field and not as a connection string: the pools put their own user and password over the owner's, and in
 * `pg` a connection string would win over them.
 */
export function connectionOf(url: string): pg.ClientConfig {
  const at = new URL(url);
  const ssl = at.searchParams.get("sslmode");
  // "prefer" and "allow" would go over to an open line without a word
  if (ssl !== null && !["disable", "require", "verify-ca", "verify-full"].includes(ssl)) throw new StartProblem("sslmode in DATABASE_URL: erwartet wird verify-full, verify-ca, require oder disable.");
  return {
    host: at.searchParams.get("host") ?? decodeURIComponent(at.hostname).replace(/^\[|\]$/g, ""),
    port: at.port === "" ? 5432 : Number(at.port),
    database: decodeURIComponent(at.pathname.slice(1)),
    ...(at.username === "" ? {} : { user: decodeURIComponent(at.username) }),
    ...(at.password === "" ? {} : { password: decodeURIComponent(at.password) }),
    ...(ssl === null || ssl === "disable" ? {} : { ssl: { rejectUnauthorized: ssl === "verify-full" || ssl === "verify-ca" } }),
  };
}
