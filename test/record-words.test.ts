import { expect, test } from "vitest";
import { eventWords, purposeWords } from "../src/audit/review/record-words.ts";
import { ADMISSION_DECISIONS, CLOSING_REASONS, TEAM_FUNCTIONS } from "../src/cases/index.ts";
import { routes } from "../src/main/routes.ts";

test("every event that a route writes has German words for the data protection officer", () => {
  const events = routes.flatMap((route) => (route.kind === "public" ? [] : route.kind === "form" ? [route.record, route.showRecord] : [route.record]));
  const codes = [...new Set(events.filter((event) => typeof event === "string"))];
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => eventWords(code) === code)).toEqual([]);
});

test("purposes that are kept as codes are said in the words of the cases", () => {
  for (const words of [CLOSING_REASONS, TEAM_FUNCTIONS]) for (const [code, label] of Object.entries(words)) expect(purposeWords(code)).toBe(label);
  for (const code of [...Object.keys(ADMISSION_DECISIONS), "monitoring", "monitoring, unusual", "stays-entrusted", "not-entrusted"]) expect(purposeWords(code), code).not.toMatch(/[a-z]_[a-z]|unusual|-entrusted|^monitoring/);
});
