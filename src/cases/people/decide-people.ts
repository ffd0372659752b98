import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { inverseOf, type RelationKind } from "./relation-kinds.ts";

export interface RelationInput {
  readonly personId: string;
  /** somebody of the case, or */
  readonly otherPersonId: string | null;
  /** a third person, who is a name here and nothing else */
  readonly otherName: string;
  /** what the other is to the person */
  readonly kind: RelationKind;
  readonly fromOn: CalendarDay | null;
  readonly untilOn: CalendarDay | null;
}

export interface RelationFacts {
  readonly personIds: readonly string[];
  readonly existing: readonly { readonly personId: string; readonly otherPersonId: string | null; readonly kind: RelationKind; readonly untilOn: CalendarDay | null }[];
}

export function decideRelation(input: RelationInput, facts: RelationFacts): Decision<RelationInput> {
  const refusals: Refusal[] = [];
  if (!facts.personIds.includes(input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if ((input.otherPersonId === null) === (input.otherName === ""))
    refusals.push({ code: "relation-needs-one-other", field: "otherPersonId", sentence: "Wählen Sie entweder eine Person des Falls, oder schreiben Sie einen Namen." });
  else if (input.otherPersonId !== null && !facts.personIds.includes(input.otherPersonId)) refusals.push({ code: "person-not-of-the-case", field: "otherPersonId", sentence: "Wählen Sie eine Person des Falls." });
  else if (input.otherPersonId === input.personId) refusals.push({ code: "relation-to-oneself", field: "otherPersonId", sentence: "Wählen Sie zwei verschiedene Personen." });
  if (input.fromOn !== null && input.untilOn !== null && input.untilOn < input.fromOn) refusals.push({ code: "ends-before-it-begins", field: "untilOn", sentence: "Der letzte Tag liegt vor dem ersten." });
  if (input.otherPersonId !== null && facts.existing.some((r) => isSame(r, input))) refusals.push({ code: "relation-known", field: "kind", sentence: "Diese Beziehung steht schon im Fall." });
  return decide(refusals, () => input);
}

const isSame = (r: RelationFacts["existing"][number], input: RelationInput): boolean =>
  r.untilOn === null &&
  ((r.personId === input.personId && r.otherPersonId === input.otherPersonId && r.kind === input.kind) ||
    (r.personId === input.otherPersonId && r.otherPersonId === input.personId && r.kind === inverseOf(input.kind)));
