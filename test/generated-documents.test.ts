import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";
import { roleNames } from "../src/db/index.ts";
import { generateDocuments } from "../src/main/generated-documents.ts";
import { routes } from "../src/main/routes.ts";
import { databaseForThisTest } from "./database.ts";

// The catalogue words some expressions differently in other major versions; the documents are those of the embedded one.
test.skipIf(process.env["EINKLANG_TEST_PG_BIN"] !== undefined)("the committed documents are what the database and the routes say (npm run docs)", async () => {
  const { owner } = await databaseForThisTest();
  const documents = await generateDocuments(owner, roleNames("einklang_template", String(inject("template").connection.user)), routes);
  for (const [path, text] of Object.entries(documents)) {
    const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
    expect(existsSync(file) ? readFileSync(file, "utf8") : "", path).toBe(text);
  }
});
