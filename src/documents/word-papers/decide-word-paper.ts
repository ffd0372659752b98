import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { isPaperPlace } from "../letters/places.ts";

export interface PaperPlaces {
  readonly places: readonly string[];
  readonly unknown: readonly string[];
}

// signs by which the filling library knows loops, conditions, raw XML and comments: none of them is a place
const COMMANDS = /^[#^/@>%$!=-]/;

/** Whether a Word file may be a letter paper. Unknown places are told and no reason to refuse: they stay empty. */
export function decideWordPaper(name: string, found: readonly string[]): Decision<PaperPlaces> {
  const refusals: Refusal[] = [];
  if (name === "") refusals.push({ code: "paper-without-name", field: "name", sentence: "Geben Sie dem Briefbogen einen Namen." });
  const commands = found.filter((place) => COMMANDS.test(place));
  if (commands.length > 0) refusals.push({ code: "paper-has-commands", field: "file", sentence: `Diese Stellen sind Befehle und keine Platzhalter: ${commands.slice(0, 5).map((c) => `{{${c}}}`).join(", ")}. Erlaubt sind nur Namen aus der Liste.` });
  if (!found.includes("text")) refusals.push({ code: "paper-without-text", field: "file", sentence: "Auf dem Briefbogen fehlt der Platzhalter {{text}}: Der Brief hätte keinen Ort." });
  return decide(refusals, () => ({ places: found.filter(isPaperPlace), unknown: found.filter((place) => !isPaperPlace(place)).map((place) => place.slice(0, 60)) }));
}
