import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureOwner, startThrowaway } from "../src/db/embedded/index.ts";
import { migrate } from "../src/db/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** how to reach the template database as its owner, and where the keys of the tests lie */
    template: { connection: pg.ClientConfig; superuser: pg.ClientConfig; keyDir: string };
  }
}

const TEMPLATE = "einklang_template";

/** One PostgreSQL for the whole run and one migrated template in it; every test file clones a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const binDir = process.env["EINKLANG_TEST_PG_BIN"];
  const server = await startThrowaway(binDir ? { binDir } : {});
  const keyDir = mkdtempSync(join(tmpdir(), "einklang-keys-"));
  const connection = await ensureOwner(server, { database: TEMPLATE, mayCreateDatabases: true });
  await migrate(connection, keyDir);
  project.provide("template", { connection, superuser: server.superuser, keyDir });
  return async () => {
    await server.stop();
    rmSync(keyDir, { recursive: true, force: true });
  };
}
