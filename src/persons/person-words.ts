import { addDays, addMonths, type CalendarDay, germanDay, yearsBetween } from "../kernel/calendar-day.ts";
import { languageLabel, nationalityLabel } from "./code-lists.ts";
import { type Fact, textOf } from "./fact.ts";
import { factKind } from "./fact-kinds.ts";
import type { PersonName } from "./matching/index.ts";
import { partialDateText, type PartialDate } from "./partial-date.ts";
import type { Person } from "./person.ts";
import { languageOfScript } from "./scripts.ts";

export interface DisplayName {
  /** "Haddad, Amira"; what stands there in its own script where nobody has written it in Latin letters */
  readonly latin: string;
  readonly own?: string;
  readonly lang?: string;
}

const isOver = (fact: Fact, today: CalendarDay): boolean => typeof fact.values["until"] === "string" && fact.values["until"] < today;
export const currentFacts = (facts: readonly Fact[], today: CalendarDay): Fact[] => facts.filter((fact) => !isOver(fact, today));

/** The name to show: of the record that was chosen, the Latin one and the one in its own script. Former names come last. */
export function displayName(person: Pick<Person, "facts" | "chosen">): DisplayName {
  const ofChosen = person.facts.names.filter((f) => f.recordId === person.chosen.name);
  const names = (ofChosen.length > 0 ? ofChosen : person.facts.names).toSorted((a, b) => rank(a) - rank(b));
  const latin = names.find((f) => f.values["script"] === "Latn");
  const own = names.find((f) => f.values["script"] !== "Latn");
  const ownText = own === undefined ? "" : [textOf(own.values, "given"), textOf(own.values, "family")].filter((x) => x !== "").join(" ");
  if (latin === undefined) return { latin: ownText === "" ? "ohne Namen" : ownText };
  const text = [textOf(latin.values, "family"), textOf(latin.values, "given")].filter((x) => x !== "").join(", ");
  if (own === undefined) return { latin: text };
  const lang = languageOfScript(textOf(own.values, "script"), person.facts.languages.map((f) => textOf(f.values, "code")));
  return { latin: text, own: ownText, ...(lang === undefined ? {} : { lang }) };
}
const rank = (fact: Fact): number => (fact.values["primary"] === true ? 0 : fact.values["kind"] === "former" ? 3 : fact.values["kind"] === "passport" ? 1 : 2);

export const namesOf = (person: Pick<Person, "facts">): PersonName[] => person.facts.names.map((f) => ({ family: textOf(f.values, "family"), given: textOf(f.values, "given") }));

/** "12.03.1992", "03/1992", "1985 (geschätzt)", "01.01.1998 (vielleicht Platzhalter)"; null where nothing is known. */
export const birthText = (person: Pick<Person, "birth" | "birthPlaceholder">): string | null =>
  person.birth === null ? null : `${partialDateText(person.birth)}${person.birthPlaceholder && person.birth.precision === "day" ? " (vielleicht Platzhalter)" : ""}`;

/** "34 Jahre"; "etwa 41 Jahre" where the day is not certain. */
export function ageText(person: Pick<Person, "birth" | "birthPlaceholder" | "diedOn">, today: CalendarDay): string | null {
  if (person.birth === null) return null;
  if (person.diedOn !== null) return `verstorben am ${germanDay(person.diedOn)}`;
  const years = yearsBetween(person.birth.on, today);
  const unit = years === 1 ? "Jahr" : "Jahre";
  return person.birth.precision === "day" && !person.birthPlaceholder ? `${years} ${unit}` : `etwa ${years} ${unit}`;
}

/** First day on which the parents no longer represent: the 18th birthday (§ 2 BGB); where the day is vague, the latest it can be. */
export function comesOfAgeOn(birth: PartialDate | null): { readonly day: CalendarDay; readonly isExact: boolean } | null {
  if (birth === null) return null;
  const born = birth.precision === "month" ? addDays(addMonths(birth.on, 1), -1) : birth.precision === "day" ? birth.on : addDays(addMonths(birth.on, 12), -1);
  // a year without 29 February is over with 28 February (§ 188 Abs. 2 BGB)
  const day = born.endsWith("-02-29") ? addDays(addMonths(born, 18 * 12), 1) : addMonths(born, 18 * 12);
  return { day, isExact: birth.precision === "day" };
}

export interface GuardianStanding {
  readonly state: "valid" | "ended" | "ahead";
  readonly note: string;
}
/** Until when a representation holds. Parents' authority ends at 18 whatever was typed (§§ 1626, 2 BGB). */
export function guardianStanding(fact: Fact, birth: PartialDate | null, today: CalendarDay): GuardianStanding {
  const until = typeof fact.values["until"] === "string" ? (fact.values["until"] as CalendarDay) : null;
  if (typeof fact.values["from"] === "string" && fact.values["from"] > today) return { state: "ahead", note: `ab ${germanDay(fact.values["from"] as CalendarDay)}` };
  const age = fact.values["kind"] === "parents" ? comesOfAgeOn(birth) : null;
  if (age !== null && (until === null || until >= age.day)) {
    const about = age.isExact ? "" : "spätestens ";
    return age.day <= today ? { state: "ended", note: `endete ${about}am ${germanDay(age.day)} mit der Volljährigkeit` } : { state: "valid", note: `endet ${about}am ${germanDay(age.day)} mit der Volljährigkeit` };
  }
  if (until !== null && until < today) return { state: "ended", note: `endete am ${germanDay(until)}` };
  if (fact.values["kind"] === "parents" && birth === null) return { state: "valid", note: "endet mit der Volljährigkeit; das Geburtsdatum fehlt" };
  return { state: "valid", note: until === null ? "ohne Ende" : `bis ${germanDay(until)}` };
}

export interface Glance {
  readonly name: DisplayName;
  readonly birth: string | null;
  readonly age: string | null;
  readonly languages: readonly string[];
  readonly needsInterpreter: boolean;
  readonly nationalities: readonly string[];
  /** ways marked as safe; hints stay sealed here */
  readonly safeChannels: readonly string[];
  readonly hasUnsafeChannel: boolean;
  readonly municipality: string | null;
  readonly addressIsProtected: boolean;
  readonly status: { readonly text: string; readonly until: CalendarDay | null } | null;
}
/** What must be known at a glance, for heads of pages. */
export function personGlance(person: Person, today: CalendarDay): Glance {
  const now = (key: keyof Person["facts"]): Fact[] => currentFacts(person.facts[key], today);
  const [address] = now("addresses");
  const [status] = now("residenceStatuses");
  return {
    name: displayName(person),
    birth: birthText(person),
    age: ageText(person, today),
    languages: now("languages").map((f) => [languageLabel(textOf(f.values, "code")), textOf(f.values, "level").replace("native", "")].join(" ").trim()),
    needsInterpreter: now("languages").some((f) => f.values["interpreter"] === true),
    nationalities: now("nationalities").map((f) => nationalityLabel(textOf(f.values, "code"))),
    safeChannels: now("channels").filter((f) => f.values["safe"] === "yes").map((f) => textOf(f.values, "value")),
    hasUnsafeChannel: now("channels").some((f) => f.values["safe"] === "no"),
    municipality: address === undefined ? null : textOf(address.values, "municipality") || textOf(address.values, "town") || null,
    addressIsProtected: now("addresses").some((f) => f.values["protected"] === true),
    status: status === undefined ? null : { text: factKind("residenceStatuses").words(status.values).main, until: (status.values["until"] as CalendarDay | null) ?? null },
  };
}
