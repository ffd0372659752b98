/** What other capabilities may use of persons. */
export * from "./matching/index.ts";
export { checkForDuplicates, findLikelyDuplicates, type LikelyDuplicates, matchInputOf } from "./check-for-duplicates.ts";
export { languageLabel, LANGUAGES, NATIONALITIES, nationalityLabel } from "./code-lists.ts";
export { addFact, correctFact, removeFact } from "./change-facts.ts";
export { correctPerson } from "./correct-person.ts";
export type { Fact, FactValues } from "./fact.ts";
export { type FactKey, factKind, factKinds } from "./fact-kinds.ts";
export { findPersons, type FoundPerson, personHeads } from "./find-persons.ts";
export { duplicateKeysOf, type KeyMaterial, keysOf } from "./keys.ts";
export { loadPerson, loadPersons, openFacts } from "./load-person.ts";
export { decidePair, type MergeChoices, mergePersons, type PairDecision, unmergePersons } from "./merge-persons.ts";
export { type PartialDate, partialDateText, type Precision, readPartialDate } from "./partial-date.ts";
export { CHOICES, type Gender, GENDERS, type Person, type PersonRecord } from "./person.ts";
export { ageText, birthText, comesOfAgeOn, currentFacts, type DisplayName, displayName, type Glance, guardianStanding, personGlance } from "./person-words.ts";
export { type NewPerson, recordPerson } from "./record-person.ts";
export { scriptOf } from "./scripts.ts";
export { rewriteSearchKeys } from "./rewrite-search-keys.ts";
export { personsRoutes } from "./persons.routes.ts";
