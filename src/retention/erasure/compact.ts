import pg from "pg";
import { listPlainTables, needsCompacting, noteCompacted } from "./erasure.sql.ts";

/** PostgreSQL leaves the bytes of deleted rows where they were until a page is used again; a busy table is left for the next night. */
const PATIENCE = "5s";

/**
 * Writes the tables that hold names anew where something was erased, so that the names are in no live file of the database.
 * `vacuum` alone would only mark their place as free. Each table is closed to others while it is written: a minute per million
 * persons or so, at night. True where nothing is left to do.
 */
export async function compactAfterErasure(connection: pg.ClientConfig): Promise<boolean> {
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    if (!(await needsCompacting(owner))) return true;
    await owner.query(`set lock_timeout = '${PATIENCE}'`);
    for (const table of await listPlainTables(owner)) await owner.query(`vacuum (full, analyze) ${table}`);
    await noteCompacted(owner);
    return true;
  } catch (error) {
    // somebody worked on it: the mark stays
    if ((error as { code?: string }).code === "55P03") return false;
    throw error;
  } finally {
    await owner.end();
  }
}
