import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { ensureOwner, startEmbedded } from "../db/embedded/index.ts";
import { migrate } from "../db/index.ts";
import { generateDocuments } from "./generated-documents.ts";
import { routes } from "./routes.ts";

/** `npm run docs`: writes the generated documents from a database made for the purpose. */
const dir = mkdtempSync(join(tmpdir(), "einklang-docs-"));
const server = await startEmbedded({ dataDir: join(dir, "data"), durable: false });
try {
  const connection = await ensureOwner(server, {});
  const { roles } = await migrate(connection, dir);
  const client = new pg.Client(connection);
  await client.connect();
  const documents = await generateDocuments(client, roles, routes);
  await client.end();
  for (const [path, text] of Object.entries(documents)) {
    writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), text);
    console.log(path);
  }
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
