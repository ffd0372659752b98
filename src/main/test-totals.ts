export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0 };

export const sum = (all: readonly Totals[]): Totals =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), NOTHING);

/** A step that is one check as a whole: types, lint. */
export const totalsOfCheck = (exitCode: number): Totals => (exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 });

/**
 * A file that breaks before its first test holds no failed test, and an error outside every test none either: each
 * counts as a failure, as does a missing report. Otherwise a broken run would look like a small, green one.
 */
export function totalsOfVitest(report: unknown, exitCode: number): Totals {
  if (!isReport(report)) return { ...NOTHING, failed: 1 };
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const isReport = (value: unknown): value is VitestReport =>
  typeof value === "object" && value !== null && "testResults" in value && Array.isArray(value.testResults);

/** The last line of the run, alone: programs read it. */
export const closingLine = ({ passed, failed }: Totals): string => `${passed} passed, ${failed} failed`;

/** A run in which nothing ran has shown nothing. */
export const isGreen = ({ passed, failed }: Totals): boolean => failed === 0 && passed > 0;
