import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, yearsBetween } from "../../kernel/calendar-day.ts";
import { birthText, currentFacts, displayName, factKind, languageLabel, loadPersons, type Person } from "../../persons/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { getOfficePerson } from "../office-person.sql.ts";

export interface OfficeHead {
  readonly id: string;
  readonly keyRef: string;
  readonly name: { readonly latin: string; readonly own?: string; readonly lang?: string };
  readonly birth: string | null;
  readonly age: number | null;
  readonly nationalities: string;
  readonly status: { readonly text: string; readonly from: CalendarDay | null; readonly until: CalendarDay | null } | null;
  readonly languages: string;
  /** BCP 47, the preferred first; for what is written to the person */
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  readonly address: readonly string[];
  readonly addressIsProtected: boolean;
  readonly today: CalendarDay;
}

const dayIn = (value: unknown): CalendarDay | null => (typeof value === "string" && value !== "" ? (value as CalendarDay) : null);

/** Who it is, as an officer must know at a glance. */
export async function readOfficeHead(tx: ReadTx, asking: Asking, personId: string): Promise<OfficeHead> {
  const { key_ref: keyRef } = await getOfficePerson(tx, personId);
  const person = (await loadPersons(tx, [personId])).get(personId);
  if (person === undefined) throw new NotFound();
  return headOf(person, keyRef, asking.today);
}

function headOf(person: Person, keyRef: string, today: CalendarDay): OfficeHead {
  const words = (key: "nationalities" | "residenceStatuses"): string => currentFacts(person.facts[key], today).map((f) => factKind(key).words(f.values).main).join(", ");
  // the latest step of the way, also where its title has run out: that is what there is to see
  const steps = person.facts.residenceStatuses.filter((f) => (dayIn(f.values["from"]) ?? "") <= today).toSorted((a, b) => (dayIn(b.values["from"]) ?? "").localeCompare(dayIn(a.values["from"]) ?? ""));
  const [step] = steps;
  const languages = person.facts.languages.toSorted((a, b) => Number(b.values["preferred"] === true) - Number(a.values["preferred"] === true));
  const address = currentFacts(person.facts.addresses, today)[0];
  const born = person.birth?.precision === "day" ? person.birth.on : null;
  return {
    id: person.id, keyRef, name: displayName(person), birth: birthText(person), age: born === null ? null : yearsBetween(born, today), nationalities: words("nationalities"),
    status: step === undefined ? null : { text: factKind("residenceStatuses").words(step.values).main, from: dayIn(step.values["from"]), until: dayIn(step.values["until"]) },
    languages: languages.map((f) => languageLabel(String(f.values["code"]))).join(", "), language: languages[0] === undefined ? null : String(languages[0].values["code"]), needsInterpreter: languages.some((f) => f.values["interpreter"] === true),
    address: address === undefined ? [] : [String(address.values["street"] ?? ""), `${String(address.values["postcode"] ?? "")} ${String(address.values["town"] ?? "")}`.trim()].filter((line) => line !== ""),
    addressIsProtected: address?.values["protected"] === true, today,
  };
}
