import type { FactSpec } from "../engine/facts.ts";
import { familyFacts, integrationFacts } from "./integration-facts.ts";
import { benefitFacts, livelihoodFacts } from "./livelihood-facts.ts";
import { adverseFacts, personFacts } from "./person-facts.ts";

/** Every fact that some rule knows. One word means the same in every rule, so that it is recorded once. */
export const factCatalogue: ReadonlyMap<string, FactSpec> = new Map(
  [...personFacts, ...integrationFacts, ...familyFacts, ...livelihoodFacts, ...benefitFacts, ...adverseFacts].map((spec) => [spec.key, spec]),
);
