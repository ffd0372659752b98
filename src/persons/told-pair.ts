import type { Pair } from "./merges.sql.ts";

/** What somebody is told of a likely duplicate: how likely, and why as far as they may read both records. */
export interface ToldPair extends Omit<Pair, "score"> {
  readonly likelihood: "likely" | "possible";
  /** null where one of the records is not open to the reader */
  readonly score: number | null;
}

/** From here on the odds speak for one person; the same line as in the check of a list. */
const LIKELY = 4;

/**
 * Of a file not joined the lead sees the head. An equal telephone number, day of birth or former name is more than that, and
 * a score to two places says which of them agree: so without both records open there is a word and no reason.
 */
export const toldPair = (pair: Pair, bothOpen: boolean): ToldPair => ({
  ...pair,
  likelihood: pair.score > LIKELY ? "likely" : "possible",
  score: bothOpen ? pair.score : null,
  reasons: bothOpen ? pair.reasons : [],
});

export const LIKELIHOODS = { likely: "wahrscheinlich dieselbe Person", possible: "möglicherweise dieselbe Person" } as const;
