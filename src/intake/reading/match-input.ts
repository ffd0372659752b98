import type { MatchInput } from "../../persons/index.ts";
import type { InterpretedRow } from "./interpret-row.ts";

/** What a row says about who the person is, for the search for duplicates. What is doubtful counts as read, ambiguous as absent. */
export function matchInputOf(row: InterpretedRow, id: string): MatchInput {
  return {
    id,
    family: row.family.value ?? "",
    given: row.given.value ?? "",
    birth: row.birth.value,
    gender: row.gender.value,
    nationalities: row.nationality.value === null ? [] : [row.nationality.value.code],
    phones: row.phone.value === null ? [] : [row.phone.value],
    addresses: row.street.value === null ? [] : [{ street: row.street.value, postcode: row.postcode.value ?? "" }],
  };
}
