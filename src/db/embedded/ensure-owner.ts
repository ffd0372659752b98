import { Client, type ClientConfig, escapeIdentifier } from "pg";
import { OWNER } from "./cluster.ts";
import type { EmbeddedServer } from "./start-embedded.ts";

export interface OwnerOptions {
  readonly database?: string;
  /** for tests, which clone a database each */
  readonly mayCreateDatabases?: boolean;
}

const ALREADY_THERE: ReadonlySet<string> = new Set(["42710", "42P04", "23505"]);

/** Runs it, content where another process did the same first: PostgreSQL has no "create … if not exists" for these. */
async function create(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? "")) throw error;
  }
}

/**
 * The login that migrates, no superuser and bound by row security, and its database; returns how to sign in as it.
 * It has no password: the operating system's account that started the server is let in by its name alone.
 */
export async function ensureOwner(server: EmbeddedServer, options: OwnerOptions = {}): Promise<ClientConfig> {
  const database = options.database ?? "einklang";
  const client = new Client(server.superuser);
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_roles where rolname = $1", [OWNER]);
    if (rows.length === 0) await create(client, `create role ${OWNER}`);
    await client.query(
      `alter role ${OWNER} with login createrole ${options.mayCreateDatabases === true ? "createdb" : "nocreatedb"}
         nosuperuser nobypassrls noreplication password null`,
    );
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rows.length === 0) {
      await create(client, `create database ${escapeIdentifier(database)} owner ${OWNER} template template0`);
    }
  } finally {
    await client.end();
  }
  return { host: server.socketDir, port: server.port, user: OWNER, database };
}
