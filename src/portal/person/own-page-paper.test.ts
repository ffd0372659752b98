import { expect, test } from "vitest";
import { makePdf } from "../../pdf/index.ts";
import { frameOf, wholeOf } from "../pages/gallery.test-support.ts";
import { PORTAL_LANGUAGES } from "../views.ts";
import { ownPagePaper } from "./own-page-paper.ts";

test.each(PORTAL_LANGUAGES)("everything fits on an accessible paper in %s, in its letters, and it says whose language it is", async (language) => {
  const paper = ownPagePaper(frameOf(language), wholeOf(language));
  const pdf = Buffer.from(await makePdf("own-page", paper, new Date("2026-11-22T12:00:00Z"))).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/MarkInfo");
  expect(JSON.stringify(paper)).not.toMatch(/undefined|\[object|\{\w+\}/);
  expect(paper.parts.map((p) => p.title)).toHaveLength(8);
  expect(paper.parts.flatMap((p) => p.sections).length).toBeGreaterThan(5);
}, 120_000);

test("what somebody typed keeps its language inside of the person's", () => {
  const paper = ownPagePaper(frameOf("ar"), wholeOf("ar"));
  const lines = paper.parts.flatMap((p) => p.sections).flatMap((s) => s.lines);
  expect(lines.find((l) => l.value.text === "Zeugnis übersetzen lassen")?.value.lang).toBe("de");
  expect(paper.title.lang).toBe("ar");
});
