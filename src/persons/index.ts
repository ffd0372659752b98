/** What other capabilities may use of persons. */
export * from "./matching/index.ts";
export { checkForDuplicates, findLikelyDuplicates, type LikelyDuplicates, matchInputOf } from "./check-for-duplicates.ts";
export { languageLabel, LANGUAGES, NATIONALITIES } from "./code-lists.ts";
export type { Fact } from "./fact.ts";
export { type FactKey, factKind } from "./fact-kinds.ts";
export { findPersons, type FoundPerson } from "./find-persons.ts";
export { type KnownPersons, readKnownPersons } from "./known-persons.ts";
export { personsJobs } from "./compare-register.ts";
export { keysOf } from "./keys.ts";
export { type Gender, GENDERS, type Person } from "./person.ts";
export { loadPersons, openFacts } from "./load-person.ts";
export { birthText, currentFacts, displayName, guardianStanding } from "./person-words.ts";
export { recordAboutPersons } from "./record-context.ts";
export { type NewPerson, recordPerson } from "./record-person.ts";
export { scriptOf } from "./scripts.ts";
export { personsRoutes } from "./persons.routes.ts";
