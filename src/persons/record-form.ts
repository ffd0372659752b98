import { z } from "zod";
import type { Asking } from "../http/index.ts";
import type { Draft } from "./check-for-duplicates.ts";
import type { FactKey } from "./fact-kinds.ts";
import type { RawFact } from "./parse-fact.ts";
import { keyMaterialOf, type NewPerson, readNewPerson } from "./record-person.ts";
import { FIRST_FIELDS } from "./record-person.page.tsx";

const text = z.string().max(500).optional();
const FACT_FIELDS = FIRST_FIELDS.flatMap(([key, names]) => names.map((name) => `${key}.${name}`));

/** The first form about a person: flat, with a dot between the kind of fact and its field. */
export const RECORD_BODY = z.object({
  ...Object.fromEntries(["names.family", "names.given", "own.family", "own.given", ...FACT_FIELDS].map((name) => [name, text])),
  birth: text, birthConfirmed: text, gender: text, entry: text, confirmed: text,
});
export type RecordBody = z.output<typeof RECORD_BODY>;

const filled = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
/** what says that an entry is meant: a kind of channel alone is none */
const TELLING: Partial<Record<FactKey, readonly string[]>> = { nationalities: ["code"], languages: ["code"], channels: ["value"], addresses: ["street", "postcode", "town"] };

export function personFromForm(body: RecordBody): NewPerson {
  const fields = body as Readonly<Record<string, string | undefined>>;
  const entry = (key: string): RawFact => Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(`${key}.`)).map(([name, value]) => [name.slice(key.length + 1), value]));
  const own = entry("own");
  const facts = Object.fromEntries(
    FIRST_FIELDS.map(([key]) => {
      const raw = entry(key);
      return [key, TELLING[key]!.some((name) => filled(raw[name])) ? [raw] : []];
    }),
  );
  return {
    birth: fields["birth"], birthConfirmed: fields["birthConfirmed"], gender: fields["gender"], entry: fields["entry"],
    names: [{ ...entry("names"), kind: "passport", primary: true }, ...(filled(own["family"]) || filled(own["given"]) ? [{ ...own, kind: "own_script" }] : [])],
    ...facts,
  };
}

/** For the look-up of likely duplicates before anything is saved; throws Refused as recording would. */
export function draftOf(person: NewPerson, today: Asking["today"]): Draft {
  const read = readNewPerson(person, today);
  const of = (key: FactKey) => read.facts.filter((f) => f.key === key).map((f) => f.values);
  return { ...keyMaterialOf(read), gender: read.scalars.gender, nationalities: of("nationalities").map((v) => String(v["code"])), addresses: of("addresses") };
}
