import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionWords, functionWords } from "./record-words.ts";

test("whatever cases record about a case is said in words in its record", () => {
  const root = join(import.meta.dirname, "../../cases");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !/\.test/.test(file));
  const actions = new Set(files.flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(/action: "([a-z_]+\.[a-z_]+)"[^}]*\bcaseId\b/g)].map((m) => m[1]!)));
  expect(actions.size).toBeGreaterThan(15);
  expect([...actions].filter((action) => actionWords(action) === action)).toEqual([]);
});

test("functions are said in the words of the roles", () => {
  expect(functionWords("case_manager,team_lead")).toBe("Case Management, Teamleitung");
  expect(functionWords("")).toBe("");
});
