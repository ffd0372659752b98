import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const found = (dir: string): string[] => readdirSync(join(ROOT, dir), { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".md")).map((f) => join(dir, f));
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...["docs", "src", "db", "data"].flatMap(found)];

test("every link inside the repository leads somewhere", () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((m) => join(dirname(join(ROOT, document)), m[1]!))
      .filter((target) => !existsSync(target))
      .map((target) => `${document} → ${relative(ROOT, target)}`),
  );
  expect(documents.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

/** Written as a path from the root of the repository, with an ending: a pattern or a folder is not meant. */
const PATH = /`((?:src|db|test|e2e|bench|bin|data|docs)\/[\w./-]+\.(?:tsx?|mjs|sql|md|csv|xlsx))`/g;

test("every file that a document names exists", () => {
  const missing = documents.flatMap((document) => [...read(document).matchAll(PATH)].map((m) => m[1]!).filter((path) => !existsSync(join(ROOT, path))).map((path) => `${document}: ${path}`));
  expect(missing).toEqual([]);
});

test("every command that a document names exists, and README names them all", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((document) => [...read(document).matchAll(/npm run ([a-z:]+)/g)].map((m) => m[1]!));
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}(?![a-z:])`).test(read("README.md")))).toEqual([]);
  const files = Object.values(scripts).flatMap((script) => /^node bin\/einklang\.mjs ([a-z-]+)$/.exec(script)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((name) => !existsSync(join(ROOT, "src/main", `${name}.ts`)))).toEqual([]);
});

test("every reason for which the start is refused is explained", () => {
  const codes = [...read("src/db/check-schema.ts").matchAll(/^\s+code: "([a-z-]+)"/gm)].map((m) => m[1]!);
  const explained = [...read("docs/operations.md").matchAll(/^\| `([a-z-]+)` \|/gm)].map((m) => m[1]!);
  expect(codes.length).toBeGreaterThan(10);
  expect(explained.sort()).toEqual(codes.sort());
});

test("the folders of the tree in the architecture are those that there are", () => {
  const drawn = [...read("docs/architecture.md").matchAll(/^src\/([a-z]+)\/ /gm)].map((m) => m[1]!);
  const there = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(drawn.sort()).toEqual(there.sort());
});

test("folders with domain in them say their words and invariants in at most forty lines", () => {
  const readmes = found("src").filter((f) => f.endsWith("README.md"));
  expect(readmes.length).toBeGreaterThan(8);
  for (const path of readmes) expect(read(path).trimEnd().split("\n").length, path).toBeLessThanOrEqual(40);
});
