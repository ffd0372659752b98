import { z } from "zod";
import { flag, optionalDay } from "../../cases/working/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type AssessmentInput, type EntryInput, fieldOf } from "./decide-assessment.ts";

export const languageCode = () => z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Wählen Sie eine Sprache.").default("de");
const typed = z.union([z.string().max(50_000), z.array(z.string().max(50_000)).max(5)]);

/** Fields of every life area are named `level.sprache` and so on: which there are is the tenant's to say. */
export const assessmentBody = z
  .object({ assessedOn: optionalDay(), wordsLanguage: languageCode(), isTogether: flag(), state: z.enum(["open", "done"]).default("done") })
  .catchall(typed);
export type AssessmentBody = z.output<typeof assessmentBody>;

const said = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value.trim() : Array.isArray(value) && typeof value[0] === "string" ? value[0].trim() : "";
};
// what is no number is refused with the others, and not taken for nothing
const levelIn = (text: string): number | null => (text === "" ? null : /^\d$/.test(text) ? Number(text) : Number.NaN);

const entryIn = (body: Readonly<Record<string, unknown>>, lifeArea: string): EntryInput => ({
  lifeArea, level: levelIn(said(body, fieldOf("level", lifeArea))), personLevel: levelIn(said(body, fieldOf("own", lifeArea))), resource: said(body, fieldOf("resource", lifeArea)),
  need: said(body, fieldOf("need", lifeArea)), words: said(body, fieldOf("words", lifeArea)), isEntrusted: said(body, fieldOf("entrusted", lifeArea)) !== "",
});
export const readAssessment = (body: AssessmentBody, lifeAreas: readonly string[], today: CalendarDay): AssessmentInput => ({
  assessedOn: body.assessedOn ?? today, state: body.state, wordsLanguage: body.wordsLanguage, isTogether: body.isTogether, entries: lifeAreas.map((area) => entryIn(body, area)),
});
