import { z } from "zod";
import { EXAMPLE_ID } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Fact, FactKind } from "./fact.ts";
import { factKinds } from "./fact-kinds.ts";
import type { FoundPerson } from "./find-persons.ts";
import type { PartialDate } from "./partial-date.ts";
import type { Person, PersonRecord } from "./person.ts";
import { ageText, birthText, displayName } from "./person-words.ts";

const date = z.object({ on: z.iso.date(), precision: z.enum(["day", "month", "year", "estimated"]) }).nullable();
const name = z.object({ latin: z.string(), own: z.string().optional(), lang: z.string().optional() });
const value = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);

export const FACT_ANSWER = z.object({ id: z.uuid(), version: z.number(), recordId: z.uuid() }).catchall(value);
export const factAnswer = (fact: Fact): z.output<typeof FACT_ANSWER> => Object.assign({}, fact.values as Record<string, string | boolean | string[] | null>, { id: fact.id, version: fact.version, recordId: fact.recordId });

const RECORD_ANSWER = z.object({ id: z.uuid(), version: z.number(), birth: date, birthPlaceholder: z.boolean(), gender: z.string(), entry: date, diedOn: z.iso.date().nullable() });
const recordAnswer = (r: PersonRecord): z.output<typeof RECORD_ANSWER> => ({ id: r.id, version: r.version, birth: r.birth, birthPlaceholder: r.birthPlaceholder, gender: r.gender, entry: r.entry, diedOn: r.diedOn });

export const PERSON_ANSWER = z.object({
  id: z.uuid(),
  name,
  birth: date,
  birthText: z.string().nullable(),
  age: z.string().nullable(),
  gender: z.string(),
  entry: date,
  diedOn: z.iso.date().nullable(),
  /** the records that are this person; more than one after a merge */
  records: z.array(RECORD_ANSWER),
  chosen: z.record(z.string(), z.uuid()),
  cases: z.array(z.object({ id: z.uuid(), number: z.string(), phase: z.string() })),
  ...(Object.fromEntries(factKinds.map((kind) => [kind.key, z.array(FACT_ANSWER)])) as Record<(typeof factKinds)[number]["key"], z.ZodArray<typeof FACT_ANSWER>>),
});

export function personAnswer(person: Person, cases: readonly { caseId: string; number: string; phase: string }[], today: CalendarDay): z.output<typeof PERSON_ANSWER> {
  const facts = Object.fromEntries(factKinds.map((kind) => [kind.key, person.facts[kind.key].map(factAnswer)])) as Record<(typeof factKinds)[number]["key"], z.output<typeof FACT_ANSWER>[]>;
  return {
    id: person.id, name: displayName(person), birth: person.birth, birthText: birthText(person), age: ageText(person, today), gender: person.gender, entry: person.entry, diedOn: person.diedOn,
    records: person.records.map(recordAnswer), chosen: person.chosen, cases: cases.map((c) => ({ id: c.caseId, number: c.number, phase: c.phase })), ...facts,
  };
}

export const FOUND_ANSWER = z.object({
  personId: z.uuid(), isOpen: z.boolean(), name, birth: z.string().nullable(), birthYear: z.number().nullable(),
  cases: z.array(z.object({ caseId: z.uuid(), number: z.string(), phase: z.string(), leadName: z.string().nullable() })),
});
export const foundAnswer = (found: FoundPerson): FoundPerson => found;

const text = z.string().max(500).nullable().optional();
/** The body of an entry; which words a choice takes stands in the description. */
export const factBody = (kind: FactKind): z.ZodObject =>
  z.object(
    Object.fromEntries(
      kind.fields.filter((f) => !f.derived).map((field) => {
        const shape = field.type === "flag" ? z.boolean().optional() : field.type === "many" ? z.array(z.string().max(100)).max(40).optional() : text;
        return [field.name, shape.describe(field.label)];
      }),
    ),
  );

export const SCALARS_BODY = { birth: text.describe("12.03.1992, 1992-03-12, 03/1992, 1992, ca. 1992"), birthConfirmed: z.boolean().optional(), gender: z.enum(["female", "male", "diverse", "unknown"]).optional(), entry: text, diedOn: text };

const birth: PartialDate = { on: "1992-03-12" as CalendarDay, precision: "day" };
export const PERSON_EXAMPLE = {
  id: EXAMPLE_ID, name: { latin: "Haddad, Amira", own: "أميرة حداد", lang: "ar" }, birth, birthText: "12.03.1992", age: "34 Jahre", gender: "female", entry: { on: "2015-08-01", precision: "month" }, diedOn: null,
  records: [{ id: EXAMPLE_ID, version: 1, birth, birthPlaceholder: false, gender: "female", entry: null, diedOn: null }], chosen: { name: EXAMPLE_ID, birth: EXAMPLE_ID, gender: EXAMPLE_ID, entry: EXAMPLE_ID }, cases: [],
  names: [{ id: EXAMPLE_ID, version: 1, recordId: EXAMPLE_ID, family: "Haddad", given: "Amira", kind: "passport", primary: true, script: "Latn", from: null, until: null }],
  nationalities: [], languages: [], addresses: [], channels: [], residenceStatuses: [], guardians: [],
};
export const FOUND_EXAMPLE = { personId: EXAMPLE_ID, isOpen: false, name: { latin: "Haddad, Amira" }, birth: null, birthYear: 1992, cases: [{ caseId: EXAMPLE_ID, number: "2026-0417", phase: "planning", leadName: "Kim Brandt" }] };
export const FACT_EXAMPLE = { id: EXAMPLE_ID, version: 1, recordId: EXAMPLE_ID };
