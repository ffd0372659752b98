import { expect, test } from "vitest";
import { eventWords } from "../src/audit/review/record-words.ts";
import { routes } from "../src/main/routes.ts";

test("every event that a route writes has German words for the data protection officer", () => {
  const events = routes.flatMap((route) => (route.kind === "public" ? [] : route.kind === "form" ? [route.record, route.showRecord] : [route.record]));
  const codes = [...new Set(events.filter((event) => typeof event === "string"))];
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => eventWords(code) === code)).toEqual([]);
});
