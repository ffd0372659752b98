import { fold, tidy } from "./interpreted.ts";

export interface ReadRemark {
  readonly text: string;
  /** every imported remark is entrusted until somebody has reviewed it */
  readonly entrusted: true;
  /** "nicht an ABH" and the like: the mark stays after the review */
  readonly notToAbh: boolean;
  readonly needsInterpreter: boolean;
  readonly onlyWhatsApp: boolean;
  readonly perhapsMoved: boolean;
  /** looks like a formula or like a command to Excel; kept as text, to be defused when written out */
  readonly looksLikeFormula: boolean;
  /** "yes" only where the person is on the case management's list; a nursery's waiting list is none */
  readonly waitingList: "yes" | "perhaps" | "no";
}

const NOT_TO_ABH = /\b(nicht|nichts|nix|nie|kein\w*|ohne)\b.{0,40}\b(abh|auslb|auslaenderbehoerde|auslaenderamt)|\b(abh|auslaenderbehoerde|auslaenderamt)\b.{0,30}\b(nicht|nichts|nix|kein\w*|darf nicht)\b/;
const OTHER_LIST = /kita|kindergarten|schul|wohnung|kurs|therapie|hort|ogs|heim|arzt|platz/;
const MENTIONED = /warteliste|wartel\.|wartet auf aufnahme/;

/** Judged sentence by sentence: "Warteliste Kita" is none of ours, "Warteliste" beside other sentences may be. */
function waitingList(text: string): ReadRemark["waitingList"] {
  const sentences = text.split(/[;\n!]+|\.\s/).map((part) => fold(part)).filter((part) => part !== "");
  const mentioned = sentences.filter((part) => MENTIONED.test(part) && !OTHER_LIST.test(part));
  if (mentioned.length === 0) return "no";
  if (mentioned.some((part) => /warteliste\W*(kim|cm|case)|wartet auf aufnahme/.test(part))) return "yes";
  return sentences.length === 1 && mentioned.some((part) => /^\W*((steht )?auf (der )?)?warteliste\W*$/.test(part)) ? "yes" : "perhaps";
}

/** Reads marks out of a remark; the text itself stays as it is. */
export function interpretRemark(original: string): ReadRemark | null {
  const text = original.trim();
  if (text === "") return null;
  const folded = fold(tidy(text)).replace(/\n/g, " ");
  return {
    text,
    entrusted: true,
    notToAbh: NOT_TO_ABH.test(folded),
    needsInterpreter: /dolmetsch|sprachmittl|uebersetz/.test(folded) && !/(kein|ohne|nicht)\w*\s+(dolmetsch|sprachmittl)/.test(folded),
    onlyWhatsApp: /whats\s?app|\bwa\b/.test(folded) && /nur|only|per|ueber/.test(folded),
    perhapsMoved: /umgezogen|verzogen|neue (adresse|anschrift)/.test(folded),
    looksLikeFormula: /^[=+\-@\t]/.test(text),
    waitingList: waitingList(text),
  };
}

/** Status/phase column, manager column or sheet name that says waiting list. */
export const saysWaitingList = (text: string): boolean => waitingList(text) === "yes" || /^\W*warte(liste|nd)\b/.test(fold(text));
