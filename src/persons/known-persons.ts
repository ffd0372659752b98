import type { ReadTx } from "../db/index.ts";
import { type KnownPerson, listExcludedPersons, listMatchMaterial } from "./match-material.sql.ts";
import type { MatchInput } from "./matching/index.ts";

const PAGE = 2000;

/** The next records of the room; empty at the end. */
export type KnownPersons = () => Promise<readonly MatchInput[]>;

/** Records of the room, some at a time, for the jobs login; of whom the orderer is excluded from there is nothing to compare. */
export async function readKnownPersons(tx: ReadTx): Promise<KnownPersons> {
  const excluded = new Set((await listExcludedPersons(tx)).map((row) => row.id));
  let after: string | null = null;
  return async () => {
    for (;;) {
      const page: KnownPerson[] = await listMatchMaterial(tx, after, PAGE);
      after = page.at(-1)?.personId ?? null;
      const some = page.filter((person) => !excluded.has(person.personId) && person.names.length > 0).map(matchInput);
      // a page of nothing but excluded persons is not the end
      if (some.length > 0 || page.length === 0) return some;
    }
  };
}

function matchInput(person: KnownPerson): MatchInput {
  const [name = { family: "", given: "" }, ...otherNames] = person.names;
  const [year, month, day] = (person.birthOn ?? "").split("-").map(Number);
  const precise = person.precision;
  const birth = person.birthOn === null || year === undefined ? null
    : { year, month: precise === "year" ? null : (month ?? null), day: precise === "day" || precise === "estimated" ? (day ?? null) : null, estimated: precise === "estimated" };
  return {
    id: person.personId, ...name, otherNames, birth, gender: person.gender === "unknown" ? null : person.gender, nationalities: person.nationalities, phones: person.numbers,
    addresses: person.streets.map((text) => ({ street: text.slice(0, text.lastIndexOf("|")), postcode: text.slice(text.lastIndexOf("|") + 1) })),
  };
}
