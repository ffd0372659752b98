/** What a step of `npm test` came to: the counts, and each failure in one line. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** `file › test: first line of the error` */
  readonly failures: readonly string[];
}

interface ReportedTest {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[] | null;
}
interface ReportedFile {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly ReportedTest[];
}
/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly ReportedFile[];
}

const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const sum = (all: readonly Totals[]): Totals =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped, failures: [...a.failures, ...b.failures] }), NOTHING);

/** A step that is one check as a whole: types, lint. Its problems are the lines of its output that name a place. */
export function totalsOfCheck(exitCode: number, output = ""): Totals {
  if (exitCode === 0) return { ...NOTHING, passed: 1 };
  const places = output.split("\n").map(firstLine).filter((line) => /^\S+[:(]\d+[:,]\d+/.test(line));
  return { ...NOTHING, failed: 1, failures: places.length > 0 ? places : [`ended with ${exitCode}`] };
}

/**
 * A file that breaks before its first test holds no failed test, and an error outside every test none either: each
 * counts as a failure, as does a missing report. Otherwise a broken run would look like a small, green one.
 */
export function totalsOfVitest(report: unknown, exitCode: number, root = ""): Totals {
  if (!isReport(report)) return { ...NOTHING, failed: 1, failures: ["the run left no report"] };
  const broken = report.testResults.filter(isBroken).length;
  const counted = report.numFailedTests + broken;
  const outside = counted === 0 && exitCode !== 0;
  return {
    passed: report.numPassedTests,
    failed: outside ? 1 : counted,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: outside ? ["an error outside every test: see further up"] : report.testResults.flatMap((file) => failuresIn(file, root)),
  };
}

const isBroken = (file: ReportedFile): boolean => file.status === "failed" && file.assertionResults.length === 0;

function failuresIn(file: ReportedFile, root: string): readonly string[] {
  const place = file.name.startsWith(root) ? file.name.slice(root.length).replace(/^\//, "") : file.name;
  if (isBroken(file)) return [`${place}: ${firstLine(file.message ?? "")}`];
  return file.assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => `${place} › ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? "")}`);
}

// vitest colours some messages; a log is read without colours
function firstLine(text: string): string {
  const plain = text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g"), "");
  const line = plain.split("\n").find((l) => l.trim() !== "")?.trim() ?? "no message";
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

const isReport = (value: unknown): value is VitestReport =>
  typeof value === "object" && value !== null && "testResults" in value && Array.isArray(value.testResults);

/** So many are named that the last hundred lines of a log hold them all, and the counts beneath. */
export function listOfFailures(all: readonly { readonly name: string; readonly failures: readonly string[] }[], limit = 60): readonly string[] {
  const lines = all.filter(({ failures }) => failures.length > 0).flatMap(({ name, failures }) => [`${name}:`].concat(failures.map((failure) => `  ✗ ${failure}`)));
  return lines.length <= limit ? lines : [...lines.slice(0, limit), `  … and ${lines.length - limit} more, further up`];
}

/** The last line of the run, alone: programs read it. */
export const closingLine = ({ passed, failed }: Pick<Totals, "passed" | "failed">): string => `${passed} passed, ${failed} failed`;

/** A run in which nothing ran has shown nothing. */
export const isGreen = ({ passed, failed }: Pick<Totals, "passed" | "failed">): boolean => failed === 0 && passed > 0;
