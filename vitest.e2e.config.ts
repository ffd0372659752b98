import { defineConfig } from "vitest/config";

// Journeys in a real browser. One file at a time: browser, server and database share the machine's two cores.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
