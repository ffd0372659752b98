export { addressKey, type Address } from "./address.ts";
export { birthKeys, isPlaceholder, type BirthDate } from "./birth.ts";
export { comparePersons, type Comparison, type Reason } from "./compare-persons.ts";
export { phoneKey } from "./phone.ts";
export { measurePairs, type Measure } from "./measure.ts";
export { ANY_REGISTER, type Population } from "./population.ts";
export type { MatchInput } from "./prepare.ts";
export { proposePairs, type Pair } from "./propose-pairs.ts";
export { queryKeys, searchKeys, searchLikeness, type PersonName } from "./search-keys.ts";
