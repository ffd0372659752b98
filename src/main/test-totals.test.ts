import { expect, test } from "vitest";
import { closingLine, isGreen, listOfFailures, sum, totalsOfCheck, totalsOfVitest } from "./test-totals.ts";

const report = (passed: number, failed: number, files: { name: string; status: string; assertionResults: unknown[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: files,
});

test("the steps are summed into one line", () => {
  const all = sum([totalsOfCheck(0), totalsOfCheck(2), totalsOfVitest(report(40, 0), 0), totalsOfVitest(report(3, 2), 1)]);
  expect(closingLine(all)).toBe("44 passed, 3 failed");
  expect(all.skipped).toBe(4);
  expect(isGreen(all)).toBe(false);
});

test("a file that breaks before its first test is a failure", () => {
  expect(totalsOfVitest(report(5, 0, [{ name: "a.test.ts", status: "failed", assertionResults: [] }]), 1).failed).toBe(1);
});

test("an error outside every test is a failure, and so is a run that left no report", () => {
  expect(totalsOfVitest(report(5, 0, [{ name: "a.test.ts", status: "passed", assertionResults: [{ fullName: "x", status: "passed" }] }]), 1)).toMatchObject({ passed: 5, failed: 1 });
  for (const missing of [null, "", {}, { testResults: 3 }]) expect(totalsOfVitest(missing, 0).failed).toBe(1);
});

test("each failure is told again in one line: its file, its test and how the error begins", () => {
  const red = `${String.fromCharCode(27)}[31m`;
  const files = [
    { name: "/place/src/a.test.ts", status: "failed", assertionResults: [{ fullName: "a list is short", status: "failed", failureMessages: [`\n${red}AssertionError: 3 is not 2\n    at x.ts:1`] }, { fullName: "fine", status: "passed" }] },
    { name: "/place/src/b.test.ts", status: "failed", message: "Error: Cannot find module\nat", assertionResults: [] },
  ];
  expect(totalsOfVitest(report(1, 1, files), 1, "/place").failures).toEqual(["src/a.test.ts › a list is short: AssertionError: 3 is not 2", "src/b.test.ts: Error: Cannot find module"]);
  expect(totalsOfCheck(2, "src/x.ts(3,9): error TS1: no\nFound 1 error\nsrc/y.ts:1:10: Unexpected any").failures).toEqual(["src/x.ts(3,9): error TS1: no", "src/y.ts:1:10: Unexpected any"]);
  expect(totalsOfCheck(2, "").failures).toHaveLength(1);
});

test("the failures of a badly broken run leave room for the counts beneath them", () => {
  const many = Array.from({ length: 300 }, (_, i) => `src/a.test.ts › ${i}: no`);
  const told = listOfFailures([{ name: "Typen", failures: [] }, { name: "Tests", failures: many }]);
  expect(told.length).toBeLessThan(80);
  expect([told[0], told.at(-1)]).toEqual(["Tests:", "  … and 241 more, further up"]);
  expect(listOfFailures([{ name: "Typen", failures: [] }])).toEqual([]);
});

test("a run in which nothing ran is not green", () => {
  expect(isGreen(sum([]))).toBe(false);
  expect(isGreen(totalsOfVitest(report(0, 0), 0))).toBe(false);
  expect(isGreen(totalsOfVitest(report(1, 0), 0))).toBe(true);
});
