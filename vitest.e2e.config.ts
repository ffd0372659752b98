import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** As long as half of all others together: begun last, it would leave the second worker without work. */
const LONGEST = "e2e/every-page.e2e.ts";

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => file.moduleId.endsWith(LONGEST)), ...sorted.filter((file) => !file.moduleId.endsWith(LONGEST))];
  }
}

// Journeys in a real browser. Two files side by side: one alone waits for pages four tenths of its time.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
