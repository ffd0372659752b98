import { z } from "zod";

/** The first part of the name never changes; the number does where an older reader would misunderstand. */
export const FORMAT = "einklang-move/1";
const short = z.string().max(300);
const long = z.string().max(8000);
const language = z.string().regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `p1`, `p2`: persons are told apart within one package, and by no number of anybody's register */
const who = z.string().regex(/^p\d{1,2}$/);

const register = z.strictObject({
  names: z.array(z.strictObject({ family: short, given: short, kind: short })).max(10),
  birth: z.strictObject({ on: day, precision: z.enum(["day", "month", "year", "estimated"]) }).nullable(),
  gender: z.enum(["female", "male", "diverse", "unknown"]),
  entry: z.strictObject({ on: day, precision: z.enum(["day", "month", "year", "estimated"]) }).nullable(),
  nationalities: z.array(short).max(10),
  languages: z.array(z.strictObject({ code: short, level: short, preferred: z.boolean(), interpreter: z.boolean() })).max(20),
  /** ways that the person called safe, and no other */
  channels: z.array(z.strictObject({ kind: short, value: short })).max(10),
  residence: z.array(z.strictObject({ label: short, short: short, from: day.nullable(), until: day.nullable() })).max(20),
});
const area = z.strictObject({ key: short, label: short });
const entry = z.strictObject({ area, on: day, level: z.int().min(1).max(5).nullable(), personLevel: z.int().min(1).max(5).nullable(), resource: long, need: long, words: long, wordsLanguage: language });
const measure = z.strictObject({ title: long, by: short, state: z.enum(["open", "running", "done", "dropped"]), dueOn: day, result: long });
const goal = z.strictObject({ who, area, wish: long, wishLanguage: language, goal: long, state: z.enum(["open", "closed", "dropped"]), attainment: z.int().min(-2).max(2).nullable(), measures: z.array(measure).max(100) });

/** What goes from one municipality to another. Strict: what the format does not know is refused, and not dropped in silence. */
export const movePackage = z.strictObject({
  format: z.literal(FORMAT),
  madeOn: day,
  movesOn: day,
  from: z.strictObject({ organisation: short, reference: short }),
  to: z.strictObject({ municipality: short, office: short }),
  persons: z.array(z.strictObject({ who, isMain: z.boolean(), name: short, register: register.nullable() })).min(1).max(30),
  agreements: z.array(z.strictObject({ who, agreedOn: day, givenBy: z.enum(["person", "representative"]), form: z.enum(["written", "oral"]), language: short })).max(30),
  assessment: z.array(z.strictObject({ who, entries: z.array(entry).max(60) })).max(30),
  qualifications: z.array(z.strictObject({ who, kind: short, title: long, country: short, gainedYear: z.int().nullable(), recognition: short })).max(100),
  goals: z.array(goal).max(200),
  appointments: z.array(z.strictObject({ day, from: short, kind: short, place: long, subject: long })).max(200),
  /** `continues`: the person says that it is to hold with the new office too; otherwise it is asked for anew, and `why` says the reason */
  consents: z.array(z.strictObject({ who, recipient: short, categories: z.array(short).max(200), purpose: long, until: day, continues: z.boolean(), why: short })).max(100),
  documents: z.array(z.strictObject({ path: z.string().regex(/^dateien\/[^/\\]{1,200}$/), name: short, kind: short, datedOn: day.nullable(), who: who.nullable(), mediaType: short, size: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).max(200),
  leftOut: z.array(short).max(50),
});
/** The same for programs that are not ours. */
export const movePackageSchema = (): unknown => z.toJSONSchema(movePackage);
export type MovePackage = z.output<typeof movePackage>;
export const PACKAGE_FILE = "paket.json";
export const PAPER_FILE = "paket.pdf";
