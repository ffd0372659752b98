import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Who may use whom: a folder uses only what stands in its line (and itself). Capabilities are entered through index.ts. */
const MACHINERY = ["kernel", "rules", "db", "vault", "files", "ui", "http", "audit", "jobs"];
const CASE_WORK = [...MACHINERY, "pdf", "mail", "accounts", "persons", "cases", "consent", "perspectives", "assessment", "plan", "appointments", "conferences", "documents"];
const LADDER: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  rules: ["kernel"],
  db: ["kernel"],
  vault: ["kernel"],
  files: ["kernel"],
  ui: ["kernel"],
  pdf: ["kernel"],
  http: ["kernel", "db", "vault", "ui"],
  audit: ["kernel", "db", "vault", "ui", "http"],
  jobs: ["kernel", "db", "vault", "http", "audit"],
  accounts: MACHINERY,
  persons: [...MACHINERY, "accounts"],
  cases: [...MACHINERY, "accounts", "persons"],
  intake: [...MACHINERY, "accounts", "persons", "cases"],
  consent: [...MACHINERY, "pdf", "accounts", "persons", "cases"],
  perspectives: [...MACHINERY, "pdf", "accounts", "persons", "cases", "consent"],
  authority: [...MACHINERY, "pdf", "accounts", "persons", "cases", "consent", "perspectives"],
  assessment: [...MACHINERY, "pdf", "accounts", "persons", "cases", "consent", "perspectives"],
  plan: [...MACHINERY, "pdf", "accounts", "persons", "cases", "consent", "perspectives", "assessment"],
  mail: ["kernel", "db", "vault", "http", "jobs"],
  appointments: [...MACHINERY, "pdf", "mail", "accounts", "persons", "cases", "consent", "perspectives", "assessment", "plan"],
  conferences: [...MACHINERY, "pdf", "mail", "accounts", "persons", "cases", "consent", "perspectives", "assessment", "plan", "appointments"],
  documents: [...MACHINERY, "pdf", "mail", "accounts", "persons", "cases", "consent", "perspectives", "assessment", "plan", "appointments"],
  handover: CASE_WORK,
  retention: [...CASE_WORK, "intake", "handover"],
  desk: [...CASE_WORK, "intake", "handover", "retention"],
  portal: [...CASE_WORK, "handover", "retention"],
  demo: [...CASE_WORK, "intake", "handover", "retention", "authority"],
  main: [...CASE_WORK, "intake", "handover", "retention", "authority", "desk", "portal", "demo"],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f)).sort();
const isTest = (file: string): boolean => /\.(test|bench|test-support)\.tsx?$/.test(file);
const folderOf = (file: string): string => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "");

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:^|\n)\s*(import|export)(\s+type)?\b([^;"']*?)from\s+"(\.[^"]+)"|(?:^|\n)import\s+"(\.[^"]+)"/g)].map((m) => {
    const names = m[3] ?? "";
    const onlyTypes = m[2] !== undefined || (/\{/.test(names) && names.replace(/[{}\s]/g, " ").split(",").every((n) => n.trim() === "" || n.trim().startsWith("type ")));
    return { from: file, to: relative(SRC, normalize(join(SRC, dirname(file), (m[4] ?? m[5])!))), isType: onlyTypes };
  });
}
const imports = files.filter((f) => !isTest(f)).flatMap(importsOf);
const say = (i: Import): string => `${i.from} → ${i.to}`;

test("the test sees the code", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
  for (const i of imports) expect(i.to.startsWith("..") || files.includes(i.to) || !/\.tsx?$/.test(i.to), say(i)).toBe(true);
});

test("only listed folders, and each uses only what the ladder allows", () => {
  expect([...new Set(files.map(folderOf))].filter((f) => f !== "" && !(f in LADDER))).toEqual([]);
  const wrong = imports.filter((i) => {
    const [from, to] = [folderOf(i.from), folderOf(i.to)];
    // config and its like stand above the ladder: settings are no capability
    return from !== "" && to !== "" && from !== to && !i.to.startsWith("..") && !(LADDER[from] ?? []).includes(to);
  });
  expect(wrong.map(say)).toEqual([]);
});

test("another folder is entered only through its front door", () => {
  // the kernel's files are its doors, and vitest's worlds stand outside
  const wrong = imports.filter((i) => folderOf(i.to) !== folderOf(i.from) && folderOf(i.to) !== "" && folderOf(i.to) !== "kernel" && folderOf(i.from) !== "" && !/^[a-z]+(\/[a-z]+)?\/index\.tsx?$/.test(i.to) && !i.to.startsWith(".."));
  expect(wrong.map(say)).toEqual([]);
});

/** Files that reach each other both ways, found by walking on from each until it comes back (types count: they are read together). */
function circlesOf(all: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const i of all) next.set(i.from, [...(next.get(i.from) ?? []), i.to]);
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    for (const todo = [...(next.get(start) ?? [])]; todo.length > 0;) {
      const file = todo.pop()!;
      if (seen.has(file)) continue;
      seen.add(file);
      todo.push(...(next.get(file) ?? []));
    }
    return seen;
  };
  return [...next.keys()].filter((file) => reach(file).has(file));
}

test("no two files need each other", () => {
  expect(circlesOf([{ from: "a", to: "b", isType: false }, { from: "b", to: "a", isType: true }, { from: "b", to: "c", isType: false }])).toEqual(["a", "b"]);
  expect(circlesOf(imports)).toEqual([]);
});

test("decisions, rules and pages touch no SQL, database or HTTP at run time", () => {
  const isPure = (f: string): boolean => /(^|\/)decide-[^/]+\.ts$/.test(f) || f.startsWith("rules/") || f.endsWith(".page.tsx");
  expect(files.some(isPure)).toBe(true);
  const wrong = imports.filter((i) => isPure(i.from) && !i.isType && (i.to.endsWith(".sql.ts") || ["db", "http"].includes(folderOf(i.to))));
  expect(wrong.map(say)).toEqual([]);
});

test("SQL stands in .sql.ts files only", () => {
  const machinery = new Set(["db", "http", "audit", "jobs", "demo", "main"]);
  const wrong = files.filter((f) => !isTest(f) && !f.endsWith(".sql.ts") && !machinery.has(folderOf(f)) && /["'`]\s*(select\s[^"'`]*\s(from\s|app\.)|insert into\s|update app\.|delete from\s)/.test(readFileSync(join(SRC, f), "utf8")));
  expect(wrong).toEqual([]);
});

test("no file over 300 lines, and none named for nothing", () => {
  const all = [...files.map((f) => join(SRC, f)), ...["test", "e2e", "bench"].flatMap((dir) => {
    const root = fileURLToPath(new URL(`../${dir}/`, import.meta.url));
    return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f)).map((f) => join(root, f));
  })];
  expect(all.filter((f) => readFileSync(f, "utf8").split("\n").length > 301).map((f) => relative(SRC, f))).toEqual([]);
  expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|shared|managers?|services?)(\/|\.)/i.test(f))).toEqual([]);
});
