import { z } from "zod";
import { type CalendarDay, parseCalendarDay } from "../kernel/calendar-day.ts";

/** `22.11.2026`, `22.11.26`, `22112026`, `2026-11-22`: what people type and what the API sends; null for anything else. */
export function readDay(text: string): CalendarDay | null {
  const typed = text.trim();
  const parts = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (parts === null) return parseCalendarDay(typed);
  const [, day, month, year] = parts as unknown as [string, string, string, string];
  return parseCalendarDay(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

const notADay = (typed: string): string => `„${typed.slice(0, 20)}“ ist kein Tag. Schreiben Sie ihn wie 22.11.2026.`;

export const day = (missing = "Geben Sie einen Tag ein, zum Beispiel 22.11.2026.") =>
  z.string().max(40).transform((typed, ctx): CalendarDay => {
    const read = readDay(typed);
    if (read !== null) return read;
    ctx.addIssue({ code: "custom", message: typed.trim() === "" ? missing : notADay(typed) });
    return z.NEVER;
  });

export const optionalDay = () =>
  z.string().max(40).nullish().transform((typed, ctx): CalendarDay | null => {
    if (typed === null || typed === undefined || typed.trim() === "") return null;
    const read = readDay(typed);
    if (read === null) ctx.addIssue({ code: "custom", message: notADay(typed) });
    return read;
  });

/** `14:30`, `14.30`, `1430`; null where nothing was typed. */
export const optionalTime = () =>
  z.string().max(10).nullish().transform((typed, ctx): string | null => {
    const text = (typed ?? "").trim();
    if (text === "") return null;
    const parts = /^(\d{1,2})[:.]?(\d{2})(?::\d{2})?( ?Uhr)?$/.exec(text);
    if (parts !== null && Number(parts[1]) < 24 && Number(parts[2]) < 60) return `${parts[1]!.padStart(2, "0")}:${parts[2]}`;
    ctx.addIssue({ code: "custom", message: `„${text}“ ist keine Uhrzeit. Schreiben Sie sie wie 14:30.` });
    return z.NEVER;
  });

export const text = (longest: number) =>
  z.string().max(longest, `Der Text ist zu lang: höchstens ${longest.toLocaleString("de")} Zeichen.`).nullish().transform((typed) => (typed ?? "").trim());

/** As text, refused where nothing was said: with the other omissions of the form, so that nobody learns of them one by one. */
export const saidText = (longest: number, missing: string) =>
  text(longest).transform((said, ctx): string => {
    if (said === "") ctx.addIssue({ code: "custom", message: missing });
    return said;
  });

export const neededText = (longest: number, missing: string) => z.string().trim().min(1, missing).max(longest, `Der Text ist zu lang: höchstens ${longest.toLocaleString("de")} Zeichen.`);

/** Checkboxes: none, one or several of the same name. */
export const list = (longest = 60) =>
  z.preprocess((raw) => (raw === undefined || raw === null || raw === "" ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.string().max(100)).max(longest)).transform((values) => [...new Set(values)]);

export const idList = (most: number, none: string) =>
  z.preprocess((raw) => (raw === undefined || raw === null || raw === "" ? [] : Array.isArray(raw) ? raw : [raw]), z.array(z.uuid()).min(1, none).max(most, `Höchstens ${most} auf einmal.`)).transform((ids) => [...new Set(ids)]);

/** As list, with at least one. */
export const someOf = (missing: string) =>
  list().transform((values, ctx): string[] => {
    if (values.length === 0) ctx.addIssue({ code: "custom", message: missing });
    return values;
  });

/** A checkbox (`ja`) or a boolean of the API. */
export const flag = () => z.preprocess((raw) => raw === "ja" || raw === "true" || raw === "on" || raw === true, z.boolean());

export const optionalNumber = (least: number, most: number, sentence: string) =>
  z.union([z.number(), z.string().max(20)]).nullish().transform((raw, ctx): number | null => {
    if (raw === null || raw === undefined || (typeof raw === "string" && raw.trim() === "")) return null;
    const number = Number(raw);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    ctx.addIssue({ code: "custom", message: sentence });
    return z.NEVER;
  });

export const optionalId = () =>
  z.union([z.uuid(), z.literal("")]).nullish().transform((id): string | null => (id === undefined || id === "" ? null : id));

/** One of the codes; anything else says what to do. */
export const oneOf = <K extends string>(codes: Readonly<Record<K, unknown>>, sentence: string) => {
  const keys = Object.keys(codes) as [K, ...K[]];
  return z.enum(keys, sentence);
};

export const ofCase = z.object({ id: z.uuid() });
