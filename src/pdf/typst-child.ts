// The other process: it alone loads the compiler (52 MB of machine code), and all it took goes back when it ends.
import { createRequire } from "node:module";
import { join } from "node:path";
import { coveredBy } from "./font-coverage.ts";
import { readFonts } from "./fonts.ts";
import { printableData } from "./printable-text.ts";
import type { PdfAnswer, PdfOrder } from "./typst-process.ts";

interface Failing {
  readonly result: object | null;
  takeError(): object | null;
  hasError(): boolean;
}
interface Compiler {
  compile(how: { mainFilePath: string; inputs: Record<string, string>; resetRead: boolean }): Failing;
  fetchDiagnostics(error: object): readonly { readonly message?: string }[];
  pdf(document: object, how: { pdfStandard: string; creationTimestamp: number }): Buffer;
  evictCache(maxAge: number): void;
}
interface CompilerModule {
  readonly NodeCompiler: { create(how: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): Compiler };
}

const TEMPLATES = join(import.meta.dirname, "templates");
const fonts = readFonts();
const coverage = fonts.map(coveredBy);

function loadCompiler(): Compiler {
  const name = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${process.platform === "linux" ? "-gnu" : ""}`;
  const { NodeCompiler } = createRequire(import.meta.url)(name) as CompilerModule;
  return NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs: fonts }] });
}
const compiler = loadCompiler();

function make({ template, json, atSeconds, standard }: PdfOrder): Uint8Array {
  const { data, isMissingSomething } = printableData(JSON.parse(json) as unknown, coverage);
  const inputs = { data: JSON.stringify(data), missing: isMissingSomething ? "yes" : "no" };
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`), inputs, resetRead: true });
  try {
    if (compiled.result === null || compiled.hasError()) {
      const error = compiled.takeError();
      throw new Error(error === null ? "unknown" : compiler.fetchDiagnostics(error).map((d) => d.message ?? "").join("; "));
    }
    return compiler.pdf(compiled.result, { pdfStandard: standard, creationTimestamp: atSeconds });
  } finally {
    // what was laid out is somebody's data: it does not stay in memory until the next paper
    compiler.evictCache(0);
  }
}

process.on("message", (order: PdfOrder) => {
  let answer: PdfAnswer;
  try {
    answer = { id: order.id, pdf: make(order) };
  } catch (error) {
    // the compiler's messages quote the text: only the kind of what went wrong leaves this process
    answer = { id: order.id, problem: withoutQuotes(error instanceof Error ? error.message : String(error)) };
  }
  process.send?.(answer);
});
// the server is gone, also where it was killed
process.on("disconnect", () => process.exit(0));

const withoutQuotes = (message: string): string => message.replaceAll(/`[^`]*`|"[^"]*"/g, "…").slice(0, 300);
