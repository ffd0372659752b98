import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";

export interface RequestInput {
  readonly recipientId: string;
  readonly about: string;
  readonly needed: string;
  readonly basis: string;
  readonly is87: boolean;
  readonly caseId: string | null;
  /** the own person whom it is about, in an authority */
  readonly personId: string | null;
}
export interface RequestFacts {
  readonly recipientIds: readonly string[];
  /** in case management somebody asks in a case; null where rooms are not about cases */
  readonly openCaseIds: readonly string[] | null;
  readonly isImmigrationOffice: boolean;
}

/** An occasion, never a basis: it names one all the same, for whoever answers. */
export function decideRequest(input: RequestInput, facts: RequestFacts): Decision<RequestInput> {
  const refusals: Refusal[] = [];
  if (!facts.recipientIds.includes(input.recipientId)) refusals.push({ code: "recipient-missing", field: "recipientId", sentence: "Wählen Sie, wen Sie fragen." });
  if (input.about === "") refusals.push({ code: "about-missing", field: "about", sentence: "Schreiben Sie, um wen es geht." });
  if (input.needed === "") refusals.push({ code: "needed-missing", field: "needed", sentence: "Schreiben Sie, was Sie brauchen." });
  if (input.basis === "") refusals.push({ code: "basis-missing", field: "basis", sentence: "Nennen Sie die Grundlage, auf der Sie fragen." });
  if (facts.openCaseIds !== null && (input.caseId === null || !facts.openCaseIds.includes(input.caseId))) refusals.push({ code: "case-missing", field: "caseId", sentence: "Wählen Sie den Fall, für den Sie fragen." });
  if (input.is87 && !facts.isImmigrationOffice) refusals.push({ code: "not-an-immigration-office", field: "is87", sentence: "Auf § 87 AufenthG kann sich nur die Ausländerbehörde berufen.", norm: "§ 87 Abs. 1 AufenthG" });
  return decide(refusals, () => input);
}
