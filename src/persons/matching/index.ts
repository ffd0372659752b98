export type { Address } from "./address.ts";
export { birthKeys, isPlaceholder, type BirthDate } from "./birth.ts";
export { comparePersons, type Comparison } from "./compare-persons.ts";
export { phoneKey } from "./phone.ts";
export { measurePairs, type Measure } from "./measure.ts";
export type { MatchInput } from "./prepare.ts";
export { PairFinder, proposePairs } from "./propose-pairs.ts";
export type { Pair } from "./third-row.ts";
export { queryKeys, searchKeys, searchLikeness, type PersonName } from "./search-keys.ts";
