import { addDays, addMonths, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Caseload } from "./caseload.ts";
import type { Placed } from "./caseload.ts";

/** What people in the invented Kreis agreed to. Cells are life area and kind; a life area of none is a fact about the person. */
const RECIPES = [
  { office: "jobcenter", purpose: "work", direction: "both", text: "Das Jobcenter soll die Bewerbungen kennen, damit niemand doppelt vermittelt.", cells: [["arbeit", "contact"], ["arbeit", "task"], ["arbeit", "certificates"], ["", "identity"], ["", "language"]] },
  { office: "sprachwerk", purpose: "language", direction: "to_recipient", text: "Der Kursträger soll Einstufung und Arbeitszeiten kennen und einen Kurs anbieten.", cells: [["sprache", "contact"], ["sprache", "certificates"], ["", "identity"], ["", "language"], ["", "reachability"]] },
  { office: "mbe", purpose: "counselling", direction: "both", text: "Die Migrationsberatung und das Case Management sollen sich über Leistungen und Wohnen absprechen.", cells: [["leistungen", "contact"], ["leistungen", "notices"], ["wohnen", "contact"], ["wohnen", "task"]] },
  { office: "jugendamt", purpose: "family", direction: "both", text: "Das Jugendamt soll wissen, welche Hilfe die Familie schon bekommt.", cells: [["familie", "contact"], ["bildung", "contact"], ["bildung", "task"], ["", "family"]] },
  { office: "abh", purpose: "residence", direction: "to_recipient", text: "Die Ausländerbehörde soll die neue Anschrift und den Sprachnachweis bekommen.", cells: [["", "identity"], ["", "reachability"], ["", "residence"]] },
] as const;

/** How each stands today: given so many days ago, for so many days; withdrawn whole or in its first cell. */
const FATES = [
  { given: 40, lasts: 365 }, { given: 200, lasts: 365 }, { given: 340, lasts: 365 }, { given: 360, lasts: 365 }, { given: 420, lasts: 365 },
  { given: 90, lasts: 365, withdrawn: "part" }, { given: 15, lasts: 180 }, { given: 120, lasts: 730, withdrawn: "whole" }, { given: 60, lasts: 1000 },
] as const;

const REVIEWED = ["ar", "uk", "en"] as const;
const ONLY_EXPLAINED: Readonly<Record<string, string>> = { "fa-AF": "prs", tr: "tr", ti: "ti", fr: "fr", ru: "ru" };
const VERSION = "2026-11";

/** A sworn translator checked three languages; the others explain, and were taken orally. */
export function addTextReviews({ rows, random, tenantId, today }: Caseload, recordedBy: string): void {
  for (const language of REVIEWED)
    rows.add("consent_text_reviews", { tenant_id: tenantId, id: random.id(), language, text_version: VERSION, reviewer: "Dr. Rana Nasser, vereidigte Übersetzerin", reviewed_on: addDays(today, -430), recorded_by: recordedBy });
}

/** What still holds of a consent, by the key of the office. */
export interface HeldConsent {
  readonly id: string;
  readonly of: Placed;
  readonly office: string;
  readonly givenOn: CalendarDay;
  readonly expiresOn: CalendarDay;
  readonly cells: readonly (readonly [lifeArea: string, kind: string])[];
}

export function addConsents(load: Caseload, cases: readonly Placed[], offices: ReadonlyMap<string, string>): HeldConsent[] {
  const held: HeldConsent[] = [];
  const { rows, random, today, tenantId, roomId } = load;
  const recipes = RECIPES.filter((recipe) => offices.has(recipe.office));
  const led = cases.filter((c) => c.leadId !== null && !["closed", "advised_onward", "not_admitted", "enquiry"].includes(c.phase));
  let n = 0;
  for (const one of led) {
    for (let k = random.chance(0.4) ? 0 : 1 + Number(random.chance(0.35)); k > 0; k -= 1) {
      const [recipe, fate] = [recipes[n % recipes.length]!, FATES[n % FATES.length]!];
      n += 1;
      const id = random.id();
      const base = { tenant_id: tenantId, room_id: roomId, case_id: one.id };
      const givenOn = addDays(today, -fate.given);
      const whole = "withdrawn" in fate && fate.withdrawn === "whole";
      const seal = (column: string, text: string): Buffer => load.seal(one.keyRef, text, "consents", column, id);
      const speaks = speaker(one, givenOn, addDays(givenOn, fate.lasts), seal);
      rows.add("consents", {
        ...base, id, person_id: one.main.id, recipient_id: offices.get(recipe.office)!, purpose: recipe.purpose, purpose_ct: seal("purpose_ct", recipe.text), direction: recipe.direction, releases_secrecy: true,
        ...speech(one, seal), ...speaks, given_on: givenOn, recorded_by: one.leadId!,
        withdrawn_at: whole ? `${addDays(today, -9)} 10:00` : null, withdrawn_recorded_by: whole ? one.leadId! : null, withdrawal_form: "withdrawn" in fate ? "oral" : null, created_at: `${givenOn} 10:00`,
      });
      for (const [i, [life_area, kind]] of recipe.cells.entries())
        rows.add("consent_categories", { ...base, consent_id: id, life_area, kind, withdrawn_at: whole || ("withdrawn" in fate && i === 0) ? `${addDays(today, -9)} 10:00` : null });
      if (!whole && speaks.expires_on > today) held.push({ id, of: one, office: recipe.office, givenOn, expiresOn: speaks.expires_on, cells: recipe.cells.slice("withdrawn" in fate ? 1 : 0) });
    }
  }
  return held;
}

type Seal = (column: string, text: string) => Buffer;
/** In the person's own language where somebody checked the text; else German, or orally with an interpreter. */
function speech({ main }: Placed, seal: Seal) {
  const [spoken = "de"] = main.origin.languages;
  const explained = ONLY_EXPLAINED[spoken];
  if (explained !== undefined)
    return { form: "oral", oral_note_ct: seal("oral_note_ct", "Im Büro gelesen und besprochen, Fragen beantwortet."), language: explained, text_version: VERSION, interpreter_ct: seal("interpreter_ct", "Sprachmittlungspool des Kreises") };
  return { form: "written", oral_note_ct: null, language: (REVIEWED as readonly string[]).includes(spoken) ? spoken : "de", text_version: VERSION, interpreter_ct: null };
}

/** Minors have a guardian here; nobody speaks for them longer than to the year in which they may come of age. */
function speaker({ main }: Placed, givenOn: CalendarDay, wanted: CalendarDay, seal: Seal) {
  if (main.age >= 18) return { given_by: "person", capacity_noted: true, representation_ct: null, represented_until_on: null, expires_on: wanted };
  const until = addMonths(`${main.birthYear ?? Number(givenOn.slice(0, 4))}-01-01` as CalendarDay, 18 * 12);
  const represented = until > givenOn ? until : givenOn;
  return { given_by: "guardian", capacity_noted: false, representation_ct: seal("representation_ct", "Jugendamt, Amtsvormundschaft, Nachweis: Bestallungsurkunde"), represented_until_on: represented, expires_on: represented < wanted ? represented : wanted };
}
