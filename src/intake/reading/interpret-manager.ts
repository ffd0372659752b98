import { MENS_NAMES, WOMENS_NAMES } from "./given-names.data.ts";
import { check, clear, fold, isBlank, tidy, unreadable, type Interpreted } from "./interpreted.ts";

/** A case manager as written in a list: "Fr. Dr. Kowalski (Caritas)", "M. Brandt", "Yilmaz, Deniz". */
export interface ManagerSpelling {
  readonly surname: string;
  readonly initial: string | null;
  readonly given: string | null;
  readonly title: string | null;
  readonly employer: string | null;
  /** the same for all spellings that differ in title, case and diacritics only */
  readonly key: string;
}

export interface ManagerAccount {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly employer?: string | null;
}

const TITLE = /^(frau|herrn?|fr\.?|hr\.?|hrn\.?|dr\.?|prof\.?|dipl\.?-?\S*|kollegin|kollege)\s+/i;
/** Letters only, umlauts and foreign marks folded: Yılmaz = Yilmaz, Müller = Mueller. */
const plain = (text: string): string => fold(text).replace(/[^a-z\p{L}]/gu, "");

export function parseManager(text: string): ManagerSpelling | null {
  let rest = tidy(text).replace(/^@/, "");
  const employer = /[([]([^)\]]+)[)\]]|\s[-/–]\s(.+)$/.exec(rest);
  rest = rest.replace(/[([][^)\]]*[)\]]?|\s[-/–]\s.+$/g, " ").trim();
  const titles: string[] = [];
  for (let m = TITLE.exec(rest); m !== null; m = TITLE.exec(rest)) {
    titles.push((m[1] ?? "").replace(/\.?$/, "."));
    rest = rest.slice(m[0].length).trim();
  }
  const comma = /^([^,]+),\s*(.+)$/.exec(rest);
  const words = (comma === null ? rest : `${comma[2] ?? ""} ${comma[1] ?? ""}`).split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const surname = words.pop();
  if (surname === undefined) return null;
  const first = words.join(" ").replace(/\.$/, "");
  const isInitial = first.length === 1;
  const initial = first === "" ? null : (first[0] ?? "").toUpperCase();
  return {
    surname, initial, given: first === "" || isInitial ? null : first,
    title: titles.length === 0 ? null : titles.join(" "),
    employer: employer === null ? null : (employer[1] ?? employer[2] ?? "").trim(),
    key: [plain(surname), initial === null ? "" : fold(initial), employer === null ? "" : plain(employer[1] ?? employer[2] ?? "")].join("|"),
  };
}

function fitsRest(spelling: ManagerSpelling, account: ManagerAccount): boolean {
  if (spelling.given !== null && plain(spelling.given) !== plain(account.given)) return plain(account.given).startsWith(plain(spelling.given));
  if (spelling.initial !== null && fold(account.given)[0] !== fold(spelling.initial)[0]) return false;
  return true;
}

const sameEmployer = (spelling: ManagerSpelling, account: ManagerAccount): boolean => {
  if (spelling.employer === null || account.employer === undefined || account.employer === null) return false;
  const [a, b] = [plain(spelling.employer), plain(account.employer)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
};

const WOMAN = /^(frau|fr\.|kollegin)/i;
const MAN = /^(herrn?|hrn?\.|kollege)/i;

/** Whether Frau or Herr goes with the given name of the account; null where there is no such title, or the name tells nothing. */
function titleFits(spelling: ManagerSpelling, account: ManagerAccount): boolean | null {
  const titles = (spelling.title ?? "").split(" ");
  const [woman, man] = [titles.some((title) => WOMAN.test(title)), titles.some((title) => MAN.test(title))];
  if (woman === man) return null;
  const first = fold(account.given).split(/[\s-]+/)[0] ?? "";
  if (WOMENS_NAMES.has(first)) return woman;
  return MENS_NAMES.has(first) ? man : null;
}

/** The only account that fits, unless what else is said of the person speaks against it, or leaves it open. */
function weighOnly(original: string, spelling: ManagerSpelling, only: ManagerAccount): Interpreted<string> {
  const named = `${only.given} ${only.family}`;
  const fits = titleFits(spelling, only);
  if (fits === false) return check<string>(null, original, `Gibt es noch jemanden mit diesem Namen? Die Anrede passt nicht zu ${named}.`);
  const isSure = spelling.given !== null || spelling.initial !== null || sameEmployer(spelling, only);
  // accounts hold no gender, and a given name like Deniz tells none
  if (fits === null && spelling.title !== null && /^(?:Frau|Fr|Herr|Hr|Kolleg)/i.test(spelling.title) && !isSure) return check<string>(null, original, `Ist ${named} gemeint? An der Anrede lässt es sich nicht erkennen.`);
  const contradicted = spelling.employer !== null && only.employer !== undefined && only.employer !== null && !sameEmployer(spelling, only);
  return contradicted ? check(only.id, original, "Der Name passt, die Stelle in Klammern nicht.") : clear(only.id, original);
}

/** Which account a spelling means. Decided once per spelling by a person; what is not unique is never proposed as clear. */
export function matchManager(original: string, accounts: readonly ManagerAccount[]): Interpreted<string> & { readonly candidates: readonly string[] } {
  if (isBlank(original)) return { ...clear<string>(null, original), candidates: [] };
  const spelling = parseManager(original);
  if (spelling === null) return { ...unreadable(original, `„${original.trim().slice(0, 40)}“ ist kein Name.`), candidates: [] };
  const named = accounts.filter((account) => plain(account.family) === plain(spelling.surname));
  const fitting = named.filter((account) => fitsRest(spelling, account));
  const byEmployer = fitting.filter((account) => sameEmployer(spelling, account));
  const best = byEmployer.length > 0 ? byEmployer : fitting;
  const candidates = best.map((account) => account.id);
  const [only] = best;
  if (best.length > 1) return { ...check<string>(null, original, `Der Name passt zu ${best.length} Konten; bitte wählen Sie.`), candidates };
  if (only === undefined) {
    const note = named.length > 0 ? "Der Nachname ist bekannt, Vorname oder Initiale passen nicht." : "Zu diesem Namen gibt es kein Konto.";
    return { ...check<string>(null, original, note), candidates: named.map((account) => account.id) };
  }
  return { ...weighOnly(original, spelling, only), candidates };
}
