import { addressKey, type Address } from "./address.ts";
import type { BirthDate } from "./birth.ts";
import { nameForm, type NameForm } from "./name-form.ts";
import { phoneKey } from "./phone.ts";
import type { PersonName } from "./search-keys.ts";

/** What is known of a person for the question whether two records mean the same human. Everything may be missing. */
export interface MatchInput extends PersonName {
  readonly id: string;
  /** the same person's name in another script, a former name, a nickname */
  readonly otherNames?: readonly PersonName[];
  readonly birth?: BirthDate | null;
  readonly gender?: "female" | "male" | "diverse" | null;
  /** Destatis codes; leave out what is ambiguous */
  readonly nationalities?: readonly string[];
  readonly phones?: readonly string[];
  readonly addresses?: readonly Address[];
}

export interface PreparedName {
  readonly family: NameForm;
  readonly given: NameForm;
}

export interface PreparedPerson {
  readonly id: string;
  readonly names: readonly PreparedName[];
  readonly birth: BirthDate | null;
  readonly gender: "female" | "male" | "diverse" | null;
  readonly nationalities: readonly string[];
  /** within which names are counted: the nationality, or "?" */
  readonly group: string;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
}

const MOST_NAMES = 4;
export const UNKNOWN_GROUP = "?";
const present = (keys: readonly (string | null)[]): string[] => [...new Set(keys.filter((key): key is string => key !== null))];

/** Computes once what every comparison needs. `form` may be a remembering nameForm. */
export function prepare(input: MatchInput, form: (text: string) => NameForm = nameForm): PreparedPerson {
  const names = [input, ...(input.otherNames ?? [])].slice(0, MOST_NAMES);
  const nationalities = (input.nationalities ?? []).filter((code) => code !== "998" && code !== "999");
  return {
    id: input.id,
    names: names.map((name) => ({ family: form(name.family), given: form(name.given) })),
    birth: input.birth ?? null,
    gender: input.gender ?? null,
    nationalities,
    group: nationalities[0] ?? UNKNOWN_GROUP,
    phones: present((input.phones ?? []).map(phoneKey)),
    addresses: present((input.addresses ?? []).map(addressKey)),
  };
}
