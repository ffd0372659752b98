import { configDefaults, defineConfig } from "vitest/config";

// What asks the whole product through its addresses, or plants mistakes in the rules, learns nothing from an older PostgreSQL
// that the tests of statements, policies and sequences do not: against it these would only be run twice.
const ONLY_EMBEDDED = ["test/every-case.test.ts", "test/routes.test.ts", "test/access/route-matrix.test.ts", "test/access/two-worlds.test.ts", "test/access/sabotage.test.ts",
  "src/main/**/*.test.ts", "src/portal/**/*.test.ts", "src/documents/**/*.test.ts", "src/handover/**/*.test.ts", "src/desk/**/*.test.ts"];

// One worker per core: database tests clone their own database from a template, so files run side by side.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(process.env["EINKLANG_TEST_PG_BIN"] === undefined ? [] : ONLY_EMBEDDED)],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
