import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const inTicks = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!);

/** Rows of the tables of the glossary: German term, identifiers, source, file. */
const entries = readFileSync(join(ROOT, "docs/glossary.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| (?!German)/.test(line))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()))
  .map(([german = "", identifiers = "", source = "", file = ""]) => ({ german, identifiers: inTicks(identifiers), source, files: inTicks(file) }));

/** All code, without the file endings that hold no identifier; tests do not count: a word must be in use. */
const code = ["src", "db/access", "db/migrations"]
  .flatMap((dir) => readdirSync(join(ROOT, dir), { recursive: true, encoding: "utf8" }).filter((f) => /\.(tsx?|sql)$/.test(f) && !/\.test\.tsx?$/.test(f)).map((f) => join(ROOT, dir, f)))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("every entry of the glossary has a term, an identifier, a source and a file", () => {
  expect(entries.length).toBeGreaterThan(50);
  for (const e of entries) expect([e.german, e.source].every((text) => text !== "") && e.identifiers.length > 0 && e.files.length > 0, e.german).toBe(true);
});

test("every identifier of the glossary is in use in src or db, as a whole word", () => {
  const unknown = entries.flatMap((e) => e.identifiers).filter((id) => !new RegExp(`(?<![\\w])${id.replaceAll(".", "\\.")}(?![\\w])`).test(code));
  expect(unknown).toEqual([]);
});

test("every file that the glossary names exists", () => {
  expect(entries.flatMap((e) => e.files).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test("a term and an identifier stand in the glossary once", () => {
  const all = [...entries.map((e) => e.german), ...entries.flatMap((e) => e.identifiers)];
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
});
