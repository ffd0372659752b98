import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import { openDatabase, readLoginPasswords, roleNames, type Database } from "../src/db/index.ts";

export interface TestDatabase {
  readonly db: Database;
  readonly name: string;
  /** the owner's connection, for arranging what no request may do; never for the thing under test */
  readonly owner: pg.Client;
  readonly connection: pg.ClientConfig;
  readonly keyDir: string;
  close(): Promise<void>;
}

const TEMPLATE = "einklang_template";

/** A database of this test file alone, cloned from the migrated template (about 25 ms). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { connection: template, superuser, keyDir } = inject("template");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const maker = new pg.Client({ ...template, database: "postgres" });
  await maker.connect();
  await maker.query(`create database ${name} template ${TEMPLATE}`);
  await maker.query(`alter database ${name} set timezone = 'Europe/Berlin'`);
  await maker.end();
  const connection = { ...template, database: name };
  const owner = new pg.Client(connection);
  await owner.connect();
  const roles = roleNames(TEMPLATE, String(template.user));
  const db = openDatabase({ connection, roles, passwords: readLoginPasswords(keyDir, TEMPLATE)!, poolSize: 6 });
  const close = async (): Promise<void> => {
    await db.close();
    await owner.end();
    // the superuser: a login whose sessions are still ending would else refuse to be cut off by the owner
    const dropper = new pg.Client({ ...superuser, database: "postgres" });
    await dropper.connect();
    // "force" may not end an autovacuum worker, which is the superuser's: a moment later it is gone
    for (let tries = 1; ; tries += 1) {
      const failed = await dropper.query(`drop database if exists ${name} with (force)`).then(() => null, (error: Error) => error);
      if (failed === null) break;
      if (tries === 20) throw failed;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await dropper.end();
  };
  return { db, name, owner, connection, keyDir, close };
}

/** A database that goes away with the test that asked for it. */
export async function databaseForThisTest(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  onTestFinished(() => made.close());
  return made;
}
