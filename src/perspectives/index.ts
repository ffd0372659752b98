/** The front door of the perspectives: what is known of a person, and what the law offers on it. */
export type { FactEntry, FactSource } from "./facts/fact-entry.ts";
export { isFinding, isGuarded } from "./facts/fact-entry.ts";
export { findKnownFacts, type KnownFacts } from "./facts/known-facts.ts";
export { perspectivesRoutes } from "./perspectives.routes.ts";
export { computeMarked, computeTonight, nightOf } from "./deadlines/nightly-run.ts";
export { type DayProposal, type DaySwitchItem, type DaySwitches, readDaySwitches } from "./switches/read-switches.ts";
export { ItemDue, OwnerOf } from "./switches/switches.page.tsx";
export { dueOf as dueOfItem } from "./switches/propose.ts";
export { findTemplate } from "./switches/templates.ts";
export { dayWords } from "./deadlines/deadline-words.ts";
export type { DayKind } from "./deadlines/upcoming-days.ts";
export { type OutlookTeaser, readOutlookTeaser } from "./outlook/teaser.ts";
