import { phoneKey } from "../../persons/index.ts";
import { check, clear, fold, isBlank, tidy, unreadable, type Interpreted } from "./interpreted.ts";

export type Gender = "female" | "male" | "diverse";

const GENDERS: readonly (readonly [RegExp, Gender])[] = [
  [/^(w|f|weibl\w*|frau|fr|female|fem|maedchen|tochter|♀)\.?$/, "female"],
  [/^(m|maennl\w*|mann|herr|hr|hrn|male|masc|junge|sohn|♂)\.?$/, "male"],
  [/^(d|div\w*|x|inter\w*|nonbinaer|nicht-binaer)\.?$/, "diverse"],
];

export function interpretGender(original: string): Interpreted<Gender> {
  const text = fold(original);
  for (const [pattern, gender] of GENDERS) if (pattern.test(text)) return clear(gender, original);
  if (isBlank(original)) return clear<Gender>(null, original);
  return unreadable(original, `„${original.trim().slice(0, 40)}“ ist keine Angabe zum Geschlecht.`);
}

/** Languages of origin as BCP 47 codes; "kurdisch" alone leaves the language open. */
const LANGUAGES: Readonly<Record<string, string>> = {
  arabisch: "ar", dari: "fa-AF", farsi: "fa", persisch: "fa", paschto: "ps", pashto: "ps", paschtu: "ps", ukrainisch: "uk", russisch: "ru", tuerkisch: "tr",
  tigrinya: "ti", tigrinja: "ti", tigrigna: "ti", amharisch: "am", oromo: "om", somali: "so", somalisch: "so", kurmandschi: "kmr", kurmanji: "kmr", kurmanci: "kmr", sorani: "ckb", zazaki: "zza",
  fula: "ff", fulfulde: "ff", fulani: "ff", pular: "ff", wolof: "wo", mandinka: "mnk", bambara: "bm", hausa: "ha", igbo: "ig", yoruba: "yo", twi: "tw", susu: "sus", malinke: "mlq",
  franzoesisch: "fr", englisch: "en", spanisch: "es", portugiesisch: "pt", italienisch: "it", rumaenisch: "ro", bulgarisch: "bg", polnisch: "pl", serbisch: "sr", kroatisch: "hr", bosnisch: "bs",
  albanisch: "sq", mazedonisch: "mk", romanes: "rom", romani: "rom", griechisch: "el", ungarisch: "hu", georgisch: "ka", armenisch: "hy", aserbaidschanisch: "az", usbekisch: "uz", tadschikisch: "tg",
  tschetschenisch: "ce", urdu: "ur", pandschabi: "pa", punjabi: "pa", hindi: "hi", bengalisch: "bn", bengali: "bn", tamil: "ta", tamilisch: "ta", nepali: "ne", singhalesisch: "si", vietnamesisch: "vi",
  chinesisch: "zh", mandarin: "zh", thai: "th", tagalog: "tl", birmanisch: "my", mongolisch: "mn", suaheli: "sw", swahili: "sw", kisuaheli: "sw", lingala: "ln", deutsch: "de", hebraeisch: "he",
  aramaeisch: "arc", gebaerdensprache: "gsg", dgs: "gsg",
};

export function interpretLanguage(original: string): Interpreted<readonly string[]> {
  if (isBlank(original)) return clear<readonly string[]>(null, original);
  const pieces = fold(original).split(/\s*[,;/+&\n]\s*|\s+und\s+/).filter((piece) => piece !== "");
  const codes: string[] = [];
  const open: string[] = [];
  for (const piece of pieces) {
    const bare = piece.replace(/[().?]/g, " ").trim();
    const code = LANGUAGES[bare] ?? bare.split(/\s+/).map((word) => LANGUAGES[word]).find((found) => found !== undefined);
    if (code === undefined) open.push(piece);
    else if (!codes.includes(code)) codes.push(code);
  }
  if (codes.length === 0) {
    const note = fold(original).startsWith("kurd") ? "Kurdisch: bitte Kurmandschi oder Sorani angeben, damit die Sprachmittlung passt." : `„${original.trim().slice(0, 40)}“ ist als Sprache nicht bekannt.`;
    return unreadable(original, note);
  }
  return open.length === 0 ? clear(codes, original) : check(codes, original, `Nicht als Sprache erkannt: ${open.join(", ")}.`);
}

/** The first number of a cell as +49…; what stands beside it is named. */
export function interpretPhone(original: string): Interpreted<string> {
  if (isBlank(original)) return clear<string>(null, original);
  const pieces = tidy(original).split(/\s*[;\n,]\s*|\s+(?:oder|u\.|und)\s+|\s\/\s/);
  const numbers = pieces.map((piece) => phoneKey(piece.replace(/^[^\d+(]*/, ""))).filter((key): key is string => key !== null);
  const [first] = numbers;
  if (first === undefined) return unreadable(original, `„${original.trim().slice(0, 40)}“ ist keine Telefonnummer.`);
  const value = `+${first}`;
  if (numbers.length > 1) return check(value, original, `${numbers.length} Nummern eingetragen; die erste übernommen.`);
  if (/[a-zäöü]{3}/i.test(original.replace(/\b(tel|mobil|handy|privat|fon)\b/gi, ""))) return check(value, original, "Neben der Nummer steht Text.");
  return first.length < 9 || first.length > 15 ? check(value, original, "Die Nummer ist ungewöhnlich kurz oder lang.") : clear(value, original);
}

export function interpretEmail(original: string): Interpreted<string> {
  if (isBlank(original)) return clear<string>(null, original);
  const match = /[^\s<>,;:"'()]+@[^\s<>,;:"'()@]+\.[a-z]{2,}/i.exec(tidy(original));
  if (match === null) return unreadable(original, `„${original.trim().slice(0, 40)}“ ist keine E-Mail-Adresse.`);
  return clear(match[0].toLowerCase(), original);
}

export interface ReadPlace {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

/** "Musterstr. 1, 47441 Moers" in one cell. */
export function interpretAddress(original: string): Interpreted<ReadPlace> {
  if (isBlank(original)) return clear<ReadPlace>(null, original);
  const match = /^(.*?)[,;\n\s]*\b(?:D-)?(\d{5})\b\s*(.*)$/s.exec(tidy(original));
  if (match === null) return check({ street: tidy(original), postcode: "", town: "" }, original, "In der Anschrift fehlt die Postleitzahl.");
  return clear({ street: (match[1] ?? "").trim(), postcode: match[2] ?? "", town: (match[3] ?? "").trim() }, original);
}

/** Excel drops the leading zero of 01067. */
export function interpretPostcode(original: string): Interpreted<string> {
  if (isBlank(original)) return clear<string>(null, original);
  const digits = tidy(original).replace(/^D-?\s?/i, "");
  if (/^\d{5}$/.test(digits)) return clear(digits, original);
  if (/^\d{4}$/.test(digits)) return check(`0${digits}`, original, "Vierstellige Postleitzahl; führende Null ergänzt.");
  return unreadable(original, `„${original.trim().slice(0, 20)}“ ist keine Postleitzahl.`);
}
