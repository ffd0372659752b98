import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ReadingWorld, startReadingWorld } from "../cases/reading/reading-world.test-support.ts";

let it: ReadingWorld;
let caseId: string;
beforeAll(async () => {
  it = await startReadingWorld();
  caseId = await it.newCase();
});
afterAll(() => it.close());

const AWKWARD = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("\0", "%", "_", "\\", "' or 1=1 --", "2026-02-31_1_0190a0a0-0000-7000-8000-000000000001", "9".repeat(60), "2026-01-01_1_------------------------------------", "ich", "\ud800", "أميرة"),
);
const ADDRESSES = ["/faelle?q=", "/faelle?nach=", "/faelle?vor=", "/faelle?phase=", "/faelle?zustaendig=", "/faelle?sortierung=faellig&nach=", "/faelle/liste.csv?q=", "/suche?q=", "/suche.json?q=", "/api/v1/cases?q=", "/api/v1/cases?cursor=", "/api/v1/cases?limit=", "/api/v1/search?q="];

test("whatever stands in an address, the answer is a page, a refusal or nothing: never an inner error", async () => {
  const ofCase = [`/faelle/${caseId}?weiter=`, `/faelle/${caseId}?bereich=`, `/faelle/${caseId}/protokoll?weiter=`, `/api/v1/cases/${caseId}/timeline?cursor=`, `/api/v1/cases/${caseId}/timeline?lifeArea=`];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ADDRESSES, ...ofCase), AWKWARD, async (address, typed) => {
      const answer = await it.get(`${address}${encodeURIComponent(typed.toWellFormed())}`, it.manager.secret);
      expect([address, typed, answer.statusCode < 500]).toEqual([address, typed, true]);
    }),
    { numRuns: 250 },
  );
});
