import { z } from "zod";
import { CLOSING_REASONS, HANDOVERS } from "../../cases/reading/index.ts";
import { oneOf, optionalDay, optionalId, readDay, text } from "../../cases/working/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Refused } from "../../kernel/errors.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { Attainment } from "../../plan/index.ts";
import { ENDINGS, type Ending, MOST_CONTACTS } from "./closing-words.ts";
import type { DecidedStep, EndInput, JudgedGoal } from "./decide-end.ts";

const [NO_REASON, NO_HANDOVER] = ["Wählen Sie den Grund.", "Wählen Sie, ob und an wen übergeben wurde."];
const common = {
  handoverText: text(5000), organisationId: optionalId(), closedOn: optionalDay(),
  openFollowUps: z.enum(["finish", "keep"]).nullish(), appointments: z.enum(["cancel", "keep"]).nullish(),
};
/**
 * Fields of the page are called after what they are about: `attainment.<id>`, `step.<id>`, `aftercareOn.1`. Reason and hand-over
 * may be missing here: what is missing is said at once with what is open in the plan.
 */
export const pageBody = z.looseObject({ ...common, reason: text(40), handover: text(40), note: text(4000), letterPersonId: z.string().max(40).default(""), letterLanguage: z.string().max(12).default("de") });
export const apiBody = z.object({
  ...common, reason: oneOf(CLOSING_REASONS, NO_REASON), handover: oneOf(HANDOVERS, NO_HANDOVER), aftercareOn: optionalDay(), aftercareDays: z.array(z.string().max(20)).max(MOST_CONTACTS).default([]),
  goals: z.array(z.object({ goalId: z.uuid(), attainment: z.number().int().min(-2).max(2), level: z.number().int().min(1).max(5).nullable().default(null) })).max(100).optional(),
  steps: z.array(z.object({ measureId: z.uuid(), ending: z.enum(Object.keys(ENDINGS) as [Ending, ...Ending[]]), reason: z.string().trim().max(2000).default(""), withWhom: z.string().max(60).default("") })).max(300).default([]),
  reviewNote: text(4000), letter: z.object({ personId: z.uuid(), language: z.string().max(12) }).nullish(),
});

type Fields = Readonly<Record<string, unknown>>;
const typed = (fields: Fields, name: string): string => { const value = fields[name]; return typeof value === "string" ? value.trim() : ""; };
const idsOf = (fields: Fields, what: string): string[] => Object.keys(fields).flatMap((name) => (name.startsWith(`${what}.`) && /^[0-9a-f-]{36}$/.test(name.slice(what.length + 1)) ? [name.slice(what.length + 1)] : []));
const isEnding = (word: string): word is Ending => Object.hasOwn(ENDINGS, word);

const goalsIn = (fields: Fields): JudgedGoal[] =>
  idsOf(fields, "attainment").flatMap((goalId) => {
    const [degree, level] = [typed(fields, `attainment.${goalId}`), typed(fields, `level.${goalId}`)];
    return /^-?[0-2]$/.test(degree) ? [{ goalId, attainment: Number(degree) as Attainment, level: /^[1-5]$/.test(level) ? Number(level) : null }] : [];
  });
const stepsIn = (fields: Fields): DecidedStep[] =>
  idsOf(fields, "step").flatMap((measureId) => {
    const ending = typed(fields, `step.${measureId}`);
    return isEnding(ending) ? [{ measureId, ending, reason: typed(fields, `why.${measureId}`).slice(0, 2000), withWhom: typed(fields, `with.${measureId}`) }] : [];
  });

function daysIn(named: readonly (readonly [field: string, typed: string])[]): CalendarDay[] {
  return named.flatMap(([field, word]) => {
    if (word === "") return [];
    const day = readDay(word);
    if (day === null) throw new Refused([{ code: "not-a-day", field, sentence: `„${word.slice(0, 20)}“ ist kein Tag. Schreiben Sie ihn wie 22.11.2026.` }]);
    return [day];
  });
}
const contactFields = Array.from({ length: MOST_CONTACTS }, (_x, i) => `aftercareOn.${i + 1}`);

const isReason = (word: string): word is EndInput["reason"] => Object.hasOwn(CLOSING_REASONS, word);
const isHandover = (word: string): word is EndInput["handover"] => Object.hasOwn(HANDOVERS, word);
export const missingOf = (body: z.output<typeof pageBody>): Refusal[] => [
  ...(isReason(body.reason) ? [] : [{ code: "reason-missing", field: "reason", sentence: NO_REASON }]), ...(isHandover(body.handover) ? [] : [{ code: "handover-missing", field: "handover", sentence: NO_HANDOVER }]),
];
/** Where reason or hand-over is missing, another stands in for it: `missingOf` refuses it then. */
export const endFromPage = (body: z.output<typeof pageBody>, today: CalendarDay): EndInput => ({
  reason: isReason(body.reason) ? body.reason : "goals_reached", handover: isHandover(body.handover) ? body.handover : "none_needed", handoverText: body.handoverText, organisationId: body.organisationId, closedOn: body.closedOn ?? today, openFollowUps: body.openFollowUps ?? null,
  plan: { goals: goalsIn(body), steps: stepsIn(body), note: body.note }, appointments: body.appointments ?? null, aftercare: daysIn(contactFields.map((name) => [name, typed(body, name)])),
  letter: body.letterPersonId === "" ? null : { personId: body.letterPersonId, language: body.letterLanguage },
});
export const endFromApi = (body: z.output<typeof apiBody>, today: CalendarDay): EndInput => ({
  reason: body.reason, handover: body.handover, handoverText: body.handoverText, organisationId: body.organisationId, closedOn: body.closedOn ?? today, openFollowUps: body.openFollowUps ?? null,
  plan: body.goals === undefined ? null : { goals: body.goals.map((g) => ({ ...g, attainment: g.attainment as Attainment })), steps: body.steps, note: body.reviewNote },
  appointments: body.appointments ?? null, aftercare: [...(body.aftercareOn === null ? [] : [body.aftercareOn]), ...daysIn(body.aftercareDays.map((word, i) => [`aftercareDays.${i}`, word]))], letter: body.letter ?? null,
});
