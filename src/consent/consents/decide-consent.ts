import { addMonths, type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import { type Category, type Direction, DIRECTIONS, ENTRY_KINDS, readCell } from "../consent-words.ts";
import { type ConsentForm, FORMS, type GivenBy, isSheetLanguage, type Purpose, PURPOSES, type SheetLanguage } from "./consent-form-words.ts";
import type { ConsentFacts, ConsentInput } from "./consent-input.ts";
import { aboutWhoSpeaks } from "./decide-who-speaks.ts";

export interface GrantedConsent {
  readonly personId: string;
  readonly recipientId: string;
  readonly categories: readonly Category[];
  readonly purpose: Purpose;
  readonly purposeText: string;
  readonly direction: Direction;
  readonly releasesSecrecy: boolean;
  readonly givenOn: CalendarDay;
  readonly expiresOn: CalendarDay;
  readonly givenBy: GivenBy;
  readonly capacityNoted: boolean;
  readonly representative: string;
  readonly representedUntilOn: CalendarDay | null;
  readonly form: ConsentForm;
  readonly oralNote: string;
  readonly language: SheetLanguage;
  readonly interpreter: string;
  readonly textVersion: string;
}

/** Everything that stands against it, at once. */
export function decideConsent(input: ConsentInput, facts: ConsentFacts): Decision<GrantedConsent> {
  const refusals: Refusal[] = [...aboutPersonAndRecipient(input, facts), ...aboutWhat(input, facts), ...aboutDays(input, facts), ...aboutWhoSpeaks(input, facts), ...aboutForm(input, facts)];
  return decide(refusals, () => ({
    personId: input.personId,
    recipientId: input.recipientId,
    categories: input.categories.map((cell) => readCell(cell)).filter((category) => category !== null),
    purpose: input.purpose as Purpose,
    purposeText: input.purposeText,
    direction: input.direction as Direction,
    releasesSecrecy: input.releasesSecrecy === "ja",
    givenOn: input.givenOn ?? facts.today,
    expiresOn: input.expiresOn!,
    givenBy: input.givenBy as GivenBy,
    capacityNoted: input.givenBy === "person" && input.capacityNoted,
    representative: input.givenBy === "person" ? "" : input.representative,
    representedUntilOn: input.givenBy === "person" ? null : input.representedUntilOn,
    form: input.form as ConsentForm,
    oralNote: input.form === "oral" ? input.oralNote : "",
    language: input.language as SheetLanguage,
    interpreter: input.interpreter,
    textVersion: facts.textVersions[input.language as SheetLanguage]!,
  }));
}

const ALL_OFFICES = new Set(["alle", "all", "*"]);

function aboutPersonAndRecipient(input: ConsentInput, facts: ConsentFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.isClosed) refusals.push({ code: "case-closed", sentence: "Der Fall ist abgeschlossen. Nehmen Sie ihn zuerst wieder auf." });
  if (input.personId === "") refusals.push({ code: "consent-without-person", field: "personId", sentence: "Wählen Sie, wer einwilligt. Jede Person der Familie entscheidet für sich." });
  else if (!facts.persons.some((p) => p.id === input.personId)) refusals.push({ code: "person-not-of-the-case", field: "personId", sentence: "Wählen Sie eine Person des Falls." });
  if (ALL_OFFICES.has(input.recipientId))
    refusals.push({ code: "consent-to-everybody", field: "recipientId", sentence: "„Alle Behörden“ geht nicht: Die Person muss wissen, wer ihre Daten bekommt. Wählen Sie eine Stelle und nehmen Sie für weitere eigene Einwilligungen auf.", norm: "Art. 4 Nr. 11 DSGVO" });
  else if (input.recipientId === "")
    refusals.push({ code: "consent-without-recipient", field: "recipientId", sentence: "Wählen Sie die Stelle. Eine Einwilligung, die niemanden nennt, ist unwirksam.", norm: "Art. 4 Nr. 11 DSGVO" });
  else if (input.recipientId === facts.ownOrganisationId) refusals.push({ code: "recipient-is-oneself", field: "recipientId", sentence: "Das ist die eigene Stelle: Dafür braucht es keine Einwilligung, das Team wird bei der Aufnahme entbunden." });
  else if (!facts.recipientIds.includes(input.recipientId)) refusals.push({ code: "unknown-recipient", field: "recipientId", sentence: "Diese Stelle steht nicht im Verzeichnis der Kommune." });
  return refusals;
}

function aboutWhat(input: ConsentInput, facts: ConsentFacts): Refusal[] {
  const refusals: Refusal[] = [];
  const cells = input.categories.map(readCell);
  if (cells.length === 0) refusals.push({ code: "consent-to-nothing", field: "categories", sentence: "Kreuzen Sie an, worum es geht: mindestens ein Feld.", norm: "Art. 4 Nr. 11 DSGVO" });
  if (cells.some((cell) => cell === null || (cell.lifeArea !== "" && !facts.lifeAreas.includes(cell.lifeArea)))) refusals.push({ code: "unknown-category", field: "categories", sentence: "Eines der Felder gibt es nicht. Wählen Sie aus der Tabelle." });
  if (!Object.hasOwn(PURPOSES, input.purpose)) refusals.push({ code: "consent-without-purpose", field: "purpose", sentence: "Wählen Sie den Zweck. Ohne Zweck ist die Einwilligung unwirksam.", norm: "Art. 5 Abs. 1 Buchst. b DSGVO" });
  if (input.purposeText.length < 10)
    refusals.push({ code: "purpose-not-said", field: "purposeText", sentence: "Schreiben Sie in einem Satz, was die Stelle damit tun soll. Ein Beispiel steht beim Zweck.", norm: "Art. 5 Abs. 1 Buchst. b DSGVO" });
  if (!Object.hasOwn(DIRECTIONS, input.direction)) refusals.push({ code: "direction-not-said", field: "direction", sentence: "Wählen Sie, in welche Richtung." });
  const speaksOfEntries = cells.some((cell) => cell !== null && Object.hasOwn(ENTRY_KINDS, cell.kind));
  if (input.releasesSecrecy !== "ja" && input.releasesSecrecy !== "nein") refusals.push({ code: "secrecy-not-said", field: "releasesSecrecy", sentence: "Wählen Sie, ob die Person von der Schweigepflicht entbindet.", norm: "§ 203 StGB" });
  else if (input.releasesSecrecy === "nein" && speaksOfEntries && input.direction !== "from_recipient")
    refusals.push({ code: "entries-need-the-release", field: "releasesSecrecy", sentence: "Einträge der Beratung stehen unter Schweigepflicht. Ohne Entbindung bleiben nur die Angaben zur Person: Nehmen Sie die Kreuze aus der Tabelle, oder die Person entbindet.", norm: "§ 203 StGB" });
  return refusals;
}

function aboutDays(input: ConsentInput, facts: ConsentFacts): Refusal[] {
  const givenOn = input.givenOn ?? facts.today;
  const refusals: Refusal[] = input.unreadable.map((field) => ({ code: "not-a-day", field, sentence: "Das ist kein Tag. Schreiben Sie ihn wie 22.11.2026." }));
  if (givenOn > facts.today) refusals.push({ code: "day-in-the-future", field: "givenOn", sentence: "Dieser Tag liegt in der Zukunft." });
  if (input.expiresOn === null && input.unreadable.includes("expiresOn")) return refusals;
  if (input.expiresOn === null) return [...refusals, { code: "consent-without-end", field: "expiresOn", sentence: "Geben Sie ein, bis wann die Einwilligung gilt." }];
  const latest = addMonths(givenOn, 36);
  if (input.expiresOn < givenOn) refusals.push({ code: "ends-before-it-begins", field: "expiresOn", sentence: "Das Ende liegt vor dem Beginn." });
  else if (input.expiresOn < facts.today) refusals.push({ code: "ended-already", field: "expiresOn", sentence: "Diese Einwilligung wäre schon abgelaufen." });
  if (input.expiresOn > latest) refusals.push({ code: "longer-than-three-years", field: "expiresOn", sentence: `Höchstens drei Jahre: bis ${germanDay(latest)}. Danach wird neu gefragt.` });
  return refusals;
}

function aboutForm(input: ConsentInput, facts: ConsentFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (!Object.hasOwn(FORMS, input.form)) refusals.push({ code: "form-not-said", field: "form", sentence: "Wählen Sie, wie eingewilligt wird." });
  if (input.form === "oral" && input.oralNote === "") refusals.push({ code: "oral-without-note", field: "oralNote", sentence: "Schreiben Sie den Vermerk: wo, wer dabei war, womit die Person einverstanden ist." });
  const version = isSheetLanguage(input.language) ? facts.textVersions[input.language] : undefined;
  if (version === undefined) return [...refusals, { code: "no-text-in-this-language", field: "language", sentence: "Wählen Sie die Sprache des Textes aus der Liste. Für andere: Deutsch, mit Sprachmittlung." }];
  if (input.textVersion !== "" && input.textVersion !== version) refusals.push({ code: "text-changed", field: "language", sentence: "Der Text wurde inzwischen geändert. Lesen Sie ihn bitte noch einmal zusammen." });
  if (input.language === "de" || facts.reviewed.has(input.language)) return refusals;
  if (input.form === "oral") {
    if (input.interpreter === "") refusals.push({ code: "oral-needs-an-interpreter", field: "interpreter", sentence: "Diesen Text hat noch niemand geprüft. Mündlich geht es nur mit Sprachmittlung: Schreiben Sie, wer übersetzt." });
  } else
    refusals.push({ code: "text-not-reviewed", field: "language", sentence: "Diesen Text hat noch kein Mensch geprüft. Er darf erklären, aber nicht unterschrieben werden. Wählen Sie Deutsch, oder mündlich mit Sprachmittlung." });
  return refusals;
}

