import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

export const KERN_DIR = join(dirname(require.resolve("@kern-ux/native/package.json")), "dist");

/** The parts of KERN in use. The rest (utilities, grid, icons) would be 300 KB more on every first visit. */
const KEPT = /^(?:light|dark|layer|level|sr-only|btn|form-input|fieldset|alert|dialog|progress|label|hint|error|title|body)(?:$|[-_])/;

const isKept = (selector: string): boolean =>
  [...selector.matchAll(/\.kern-([a-z-]+)/g)].every(([, block = ""]) => KEPT.test(block));

/**
 * KERN's style sheet, reduced to the parts in use. Declarations that load `data:` images are left out:
 * our content security policy refuses them (icons are inline SVG, see icon.tsx).
 */
export function reducedKernCss(): string {
  const source = readFileSync(join(KERN_DIR, "kern.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace('@charset "UTF-8";', "");
  return reduce(source);
}

function reduce(css: string): string {
  let kept = "";
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const close = closingBrace(css, open);
    const prelude = css.slice(at, open).trim();
    kept += block(prelude, css.slice(open + 1, close));
    at = close + 1;
  }
  return kept;
}

function block(prelude: string, body: string): string {
  if (prelude.startsWith("@keyframes")) return `${prelude}{${body}}`;
  if (prelude.startsWith("@")) {
    const inner = reduce(body);
    return inner === "" ? "" : `${prelude}{${inner}}\n`;
  }
  const selectors = splitSelectors(prelude).filter(isKept);
  const declarations = declarationsOf(body).filter((line) => !line.includes("data:image"));
  return selectors.length === 0 || declarations.length === 0 ? "" : `${selectors.join(",")}{${declarations.join(";")}}\n`;
}

/** Splits at semicolons outside quotes and brackets: data URLs hold semicolons. */
function declarationsOf(body: string): string[] {
  const parts = body.match(/(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Splits at commas that do not stand inside `:is(…)` or `:not(…)`. */
function splitSelectors(prelude: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < prelude.length; i++) {
    if (prelude[i] === "(") depth++;
    else if (prelude[i] === ")") depth--;
    else if (prelude[i] === "," && depth === 0) {
      parts.push(prelude.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(prelude.slice(start).trim());
  return parts;
}

/** Braces inside quotes do not count: some of KERN's data URLs hold them. */
function closingBrace(css: string, open: number): number {
  let depth = 0;
  let quote = "";
  for (let i = open; i < css.length; i++) {
    const c = css[i]!;
    if (quote !== "") quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return i;
  }
  throw new Error("KERN's style sheet has an unclosed block");
}
