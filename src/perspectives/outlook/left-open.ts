import { factCatalogue, type FactInput } from "../../rules/index.ts";

/**
 * What may hurt the person is theirs to give and nobody asks for it (§ 87 AufenthG). Left unknown it would keep nearly every right
 * OFFEN for ever. So the page shows what holds if nothing of it is the case, and says so at every right that rests on it.
 */
const NOTHING: Readonly<Record<string, unknown>> = {
  convictions: [], investigationPending: false, ausweisungsinteresse: "none", deception: "none", deceptionPeriodsInStay: false, repeatedIntentionalFalseStatements: false, deceivedABH: false, delayedRemoval: false,
  cooperationRefused: false, cooperationRefusedCurrent: false, extremism: false, fdgoDoubtIndications: false, exclusion11: "none", polygamy: false, sperrfrist35aUntil: "1900-01-01", ground60a6: false, exclusion19d67: false,
  removalMeasuresImminent: false, bamfRevocationNotice: false, publicOrderOk: true, selfCausedObstacle: false, abusiveProlongation: false,
};

/** The facts, with what nobody told and nobody asks taken as not the case. What somebody told stays. */
export const withNothingAdverse = (input: FactInput): FactInput =>
  ({ ...input, ...Object.fromEntries(Object.entries(NOTHING).filter(([key]) => (input[key] ?? null) === null)) });

export const isAdverse = (key: string): boolean => factCatalogue.get(key)?.adverse === true;
