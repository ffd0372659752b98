import type { ReadTx, WriteTx } from "../db/index.ts";
import { type FactValues, textOf } from "./fact.ts";
import { duplicateKeysOf, type KeyMaterial, keysOf } from "./keys.ts";
import { loadPersons } from "./load-person.ts";
import { comparePersons, type Comparison, type MatchInput, type PersonName } from "./matching/index.ts";
import { birthDateOf, type PartialDate } from "./partial-date.ts";
import type { Gender, Person } from "./person.ts";
import { namesOf } from "./person-words.ts";
import { loadKeyMaterial, phonesOf } from "./rewrite-search-keys.ts";
import { isPerhapsRecorded, listOpenNeighbours, noteDuplicates } from "./search-keys.sql.ts";

export interface LikelyDuplicates {
  /** among what the asker may open: with reasons */
  readonly open: readonly { readonly person: Person; readonly comparison: Comparison }[];
  /** among the others of the room: yes or no, and no word more */
  readonly perhapsOthers: boolean;
}

export interface Draft extends KeyMaterial {
  readonly gender: Gender;
  readonly nationalities: readonly string[];
  readonly addresses: readonly FactValues[];
}

const knownGender = (gender: Gender): "female" | "male" | "diverse" | null => (gender === "unknown" ? null : gender);

function inputOf(id: string, names: readonly PersonName[], birth: PartialDate | null, rest: Omit<MatchInput, "id" | "family" | "given" | "birth">): MatchInput {
  const [first = { family: "", given: "" }, ...otherNames] = names;
  return { id, ...first, otherNames, birth: birthDateOf(birth), ...rest };
}

const placesOf = (addresses: readonly FactValues[]): { street: string; postcode: string }[] =>
  addresses.filter((v) => textOf(v, "street") !== "").map((v) => ({ street: textOf(v, "street"), postcode: textOf(v, "postcode") }));

export const matchInputOf = (person: Person): MatchInput =>
  inputOf(person.id, namesOf(person), person.birth, {
    gender: knownGender(person.gender),
    nationalities: person.facts.nationalities.map((f) => textOf(f.values, "code")),
    phones: phonesOf(person.facts.channels),
    addresses: placesOf(person.facts.addresses.map((f) => f.values)),
  });

const MOST_COMPARED = 40;
const MOST_SHOWN = 5;

/** Before saving: who might that be already? */
export async function findLikelyDuplicates(tx: ReadTx, draft: Draft): Promise<LikelyDuplicates> {
  const neighbours = await listOpenNeighbours(tx, keysOf(draft), MOST_COMPARED);
  const persons = new Map([...(await loadPersons(tx, neighbours, ["names", "nationalities", "channels", "addresses", "languages"])).values()].map((p) => [p.id, p]));
  const input = inputOf("", draft.names, draft.birth, { gender: knownGender(draft.gender), nationalities: draft.nationalities, phones: draft.phones, addresses: placesOf(draft.addresses) });
  const open = [...persons.values()]
    .map((person) => ({ person, comparison: comparePersons(input, matchInputOf(person)) }))
    .filter(({ comparison }) => comparison.verdict !== "different")
    .sort((a, b) => b.comparison.score - a.comparison.score)
    .slice(0, MOST_SHOWN);
  return { open, perhapsOthers: await isPerhapsRecorded(tx, duplicateKeysOf(draft)) };
}

/** After saving: puts likely doubles on the list of whoever decides. Tells nothing, and merges nothing. */
export async function checkForDuplicates(tx: WriteTx, personId: string): Promise<void> {
  await noteDuplicates(tx, personId, duplicateKeysOf(await loadKeyMaterial(tx, personId)));
}
