import { decide, type Decision, type Refusal } from "../kernel/refusal.ts";

export interface ItemInput {
  readonly title: string;
  readonly lifeArea: string;
  readonly personId: string | null;
  readonly isEntrusted: boolean;
}
export interface ConferenceInput {
  readonly question: string;
  readonly accountIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly personIds: readonly string[];
  readonly items: readonly ItemInput[];
}
export interface ConferenceFacts {
  readonly accountIds: readonly string[];
  readonly organisationIds: readonly string[];
  readonly personIds: readonly string[];
  readonly lifeAreas: readonly string[];
}
export const MOST_ITEMS = 6;

export function decideConference(input: ConferenceInput, facts: ConferenceFacts): Decision<ConferenceInput> {
  const refusals: Refusal[] = [];
  if (input.question === "") refusals.push({ code: "question-missing", field: "question", sentence: "Schreiben Sie, welche Frage die Konferenz klären soll." });
  if (input.accountIds.length === 0) refusals.push({ code: "nobody-of-the-team", field: "accountIds", sentence: "Jemand aus dem Fallteam muss dabei sein." });
  if (!input.accountIds.every((id) => facts.accountIds.includes(id))) refusals.push({ code: "not-on-the-team", field: "accountIds", sentence: "Wählen Sie Personen aus dem Fallteam." });
  if (!input.organisationIds.every((id) => facts.organisationIds.includes(id))) refusals.push({ code: "unknown-office", field: "organisationIds", sentence: "Wählen Sie Stellen aus der Liste." });
  if (!input.personIds.every((id) => facts.personIds.includes(id))) refusals.push({ code: "person-not-of-the-case", field: "personIds", sentence: "Wählen Sie Personen des Falls." });
  if (input.items.length === 0) refusals.push({ code: "no-item", field: "title1", sentence: "Nennen Sie mindestens einen Punkt, über den gesprochen wird." });
  if (input.items.length > MOST_ITEMS) refusals.push({ code: "too-many-items", sentence: `Höchstens ${MOST_ITEMS} Punkte.` });
  for (const [i, item] of input.items.entries()) {
    if (item.title === "") refusals.push({ code: "item-without-title", field: `title${i + 1}`, sentence: "Schreiben Sie, worum es bei diesem Punkt geht." });
    if (!facts.lifeAreas.includes(item.lifeArea)) refusals.push({ code: "unknown-life-area", field: `area${i + 1}`, sentence: "Wählen Sie den Lebensbereich: Danach richtet sich, wer dabei sein darf." });
    if (item.personId !== null && !facts.personIds.includes(item.personId)) refusals.push({ code: "person-not-of-the-case", field: `about${i + 1}`, sentence: "Wählen Sie eine Person des Falls." });
  }
  return decide(refusals, () => input);
}
