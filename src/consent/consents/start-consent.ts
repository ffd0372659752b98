import { readersOf } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CaseHead, readCaseHead } from "../../cases/reading/index.ts";
import { addDays, addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { guardianStanding, loadPersons, openFacts } from "../../persons/index.ts";
import { cellOf } from "../consent-words.ts";
import { type GivenBy, SHEET_LANGUAGES, type SheetLanguage } from "./consent-form-words.ts";
import { listRecipients } from "./consents.sql.ts";
import type { ConsentStart, KnownGuardian } from "./new-consent.page.tsx";
import { currentConsent } from "./read-consents.ts";
import { factsForConsent, grownOnOf } from "./record-consent.ts";

/** What the form offers before anybody typed: for whom it is asked, who speaks for them, and what an earlier consent said. */
export async function startOfConsent(tx: ReadTx, asking: Asking, caseId: string, from: { person?: string | undefined; wie?: string | undefined }) {
  const head = await readCaseHead(tx, asking, caseId);
  const facts = await factsForConsent(tx, asking, caseId);
  const earlier = from.wie === undefined ? undefined : await currentConsent(tx, asking, caseId, from.wie);
  const persons = head.persons.filter((p) => p.left_on === null && p.died_on === null);
  const person = persons.find((p) => p.person_id === (from.person ?? earlier?.personId)) ?? (persons.length === 1 ? persons[0] : undefined);
  const guardians = person === undefined ? [] : await guardiansOf(tx, asking, person.person_id);
  const speaks = whoSpeaks(guardians, person === undefined ? null : grownOnOf(person), asking.today);
  const start: ConsentStart = {
    personId: person?.person_id ?? "", recipientId: earlier?.recipientId ?? "", categories: (earlier?.categories ?? []).filter((c) => !c.withdrawn).map(cellOf),
    purpose: earlier?.purpose ?? "", purposeText: earlier?.purposeText ?? "", direction: earlier?.direction ?? "", releasesSecrecy: "", ...speaks, language: languageFor(person, facts.textVersions),
  };
  const languages = (Object.keys(SHEET_LANGUAGES) as SheetLanguage[]).filter((code) => facts.textVersions[code] !== undefined).map((code) => ({ code, isReviewed: code === "de" || facts.reviewed.has(code) }));
  const team = await readersOf(tx, asking, caseId, { isEntrusted: false });
  // purpose and representation stand on the sheet that the person takes home
  const readers = { ...team, readers: [...team.readers, { name: "die Person", why: "auf dem Blatt, außer dem Vermerk" }] };
  return { start, guardians, languages, readers, recipients: (await listRecipients(tx)).filter((r) => r.id !== facts.ownOrganisationId) };
}

async function guardiansOf(tx: ReadTx, asking: Asking, personId: string): Promise<KnownGuardian[]> {
  const person = (await loadPersons(tx, [personId], ["guardians"])).get(personId);
  if (person === undefined) return [];
  return openFacts(asking.app.vault, asking.session.tenantId, person).facts.guardians.map((fact) => {
    const { state, note } = guardianStanding(fact, person.birth, asking.today);
    const evidence = typeof fact.values["evidence"] === "string" && fact.values["evidence"] !== "" ? `, Nachweis: ${fact.values["evidence"]}` : "";
    return { kind: fact.values["kind"] as KnownGuardian["kind"], words: `${String(fact.values["name"])}${evidence}`, until: (fact.values["until"] as CalendarDay | null) ?? null, standing: note, isValid: state === "valid" };
  });
}

/** A minor's parents, else whoever may speak for the person today; the person where nobody does. Never longer than their word holds. */
function whoSpeaks(guardians: readonly KnownGuardian[], grownOn: CalendarDay | null, today: CalendarDay): Pick<ConsentStart, "givenBy" | "representative" | "representedUntilOn" | "expiresOn"> {
  const aYear = addMonths(today, 12);
  const isMinor = grownOn !== null && grownOn > today;
  // a proxy may speak; that one exists does not mean that the person does not
  const valid = guardians.find((g) => g.isValid && g.kind !== "proxy" && (g.kind !== "parents" || isMinor));
  const givenBy: GivenBy | "" = valid?.kind ?? (isMinor ? "parents" : "person");
  const ends = [aYear, ...(valid?.until == null ? [] : [valid.until]), ...(givenBy === "parents" && grownOn !== null ? [addDays(grownOn, -1)] : [])];
  return { givenBy, representative: valid?.words ?? "", representedUntilOn: valid?.until ?? null, expiresOn: ends.toSorted()[0]! };
}

/** The person's own language where there is a text in it. */
function languageFor(person: CaseHead["persons"][number] | undefined, versions: Partial<Record<SheetLanguage, string>>): SheetLanguage {
  const spoken = (person?.languages ?? []).map(({ code }) => (code === "fa-AF" ? "prs" : code) as SheetLanguage);
  return spoken.find((code) => versions[code] !== undefined) ?? "de";
}
