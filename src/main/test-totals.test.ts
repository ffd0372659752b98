import { expect, test } from "vitest";
import { closingLine, isGreen, sum, totalsOfCheck, totalsOfVitest } from "./test-totals.ts";

const report = (passed: number, failed: number, files: { status: string; assertionResults: unknown[] }[] = []) => ({
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
  expect(totalsOfVitest(report(5, 0, [{ status: "failed", assertionResults: [] }]), 1).failed).toBe(1);
});

test("an error outside every test is a failure, and so is a run that left no report", () => {
  expect(totalsOfVitest(report(5, 0, [{ status: "passed", assertionResults: [{}] }]), 1)).toMatchObject({ passed: 5, failed: 1 });
  for (const missing of [null, "", {}, { testResults: 3 }]) expect(totalsOfVitest(missing, 0).failed).toBe(1);
});

test("a run in which nothing ran is not green", () => {
  expect(isGreen(sum([]))).toBe(false);
  expect(isGreen(totalsOfVitest(report(0, 0), 0))).toBe(false);
  expect(isGreen(totalsOfVitest(report(1, 0), 0))).toBe(true);
});
