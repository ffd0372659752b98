import type { Refusal } from "../../kernel/refusal.ts";
import type { ReasonKey } from "./access-words.ts";
import { missingPassages, readPassages } from "./black-out.ts";
import type { Verdict } from "./subject-access.sql.ts";

export interface ReviewInput {
  readonly verdict: Verdict;
  readonly passages: string;
  readonly reason: ReasonKey | null;
}
export interface DecidedReview {
  readonly verdict: Verdict;
  readonly passages: readonly string[];
  readonly reason: ReasonKey | null;
}

/** What goes out of one text: all of it needs no reason, anything less does. */
export function decideReview(input: ReviewInput, of: { readonly text: string; readonly isFile: boolean }): DecidedReview | readonly Refusal[] {
  const refusals: Refusal[] = [];
  const passages = input.verdict === "partly" ? readPassages(input.passages) : [];
  if (input.verdict === "partly" && of.isFile) refusals.push({ code: "file-not-in-part", field: "verdict", sentence: "Eine Datei geht ganz heraus oder gar nicht. Laden Sie eine geschwärzte Fassung hoch." });
  else if (input.verdict === "partly" && passages.length === 0) refusals.push({ code: "passages-missing", field: "passages", sentence: "Schreiben Sie, was geschwärzt wird: je Zeile eine Stelle." });
  const missing = missingPassages(of.text, passages);
  if (missing.length > 0) refusals.push({ code: "passage-not-found", field: "passages", sentence: `Das steht so nicht im Text: „${missing[0]!.slice(0, 60)}“.` });
  if (input.verdict !== "whole" && input.reason === null) refusals.push({ code: "reason-missing", field: "reason", sentence: "Wählen Sie den Grund: Er steht in der Auskunft." });
  return refusals.length > 0 ? refusals : { verdict: input.verdict, passages, reason: input.verdict === "whole" ? null : input.reason };
}
