import { describe, expect, test } from "vitest";
import { calendarDay } from "../../kernel/calendar-day.ts";
import type { ConsentFacts, ConsentInput } from "./consent-input.ts";
import { decideConsent } from "./decide-consent.ts";

const today = calendarDay("2026-03-02");
const facts: ConsentFacts = {
  today, isClosed: false, persons: [{ id: "amira", grownOn: calendarDay("2010-05-01") }, { id: "sami", grownOn: calendarDay("2027-01-10") }, { id: "unknown", grownOn: null }],
  recipientIds: ["jobcenter", "ki"], ownOrganisationId: "ki", lifeAreas: ["arbeit", "sprache"], textVersions: { de: "1", ar: "1", uk: "2" }, reviewed: new Set(["ar"]),
};
const good: ConsentInput = {
  personId: "amira", recipientId: "jobcenter", categories: ["arbeit.contact", ".identity"], purpose: "work", purposeText: "Bewerbungen abstimmen", direction: "both", releasesSecrecy: "ja",
  givenOn: today, expiresOn: calendarDay("2027-03-01"), givenBy: "person", capacityNoted: true, representative: "", representedUntilOn: null, form: "written", oralNote: "", language: "de",
  interpreter: "", textVersion: "", unreadable: [],
};
const codesOf = (change: Partial<ConsentInput>, about: Partial<ConsentFacts> = {}): string[] => {
  const decision = decideConsent({ ...good, ...change }, { ...facts, ...about });
  return decision.ok ? [] : decision.refusals.map((r) => r.code);
};
const parents: Partial<ConsentInput> = { personId: "sami", givenBy: "parents", representative: "Lina Haddad, Geburtsurkunde", expiresOn: calendarDay("2026-12-31") };

test("a complete consent is taken, with the version of its text", () => {
  const decision = decideConsent(good, facts);
  expect(decision).toMatchObject({ ok: true, value: { textVersion: "1", releasesSecrecy: true, categories: [{ lifeArea: "arbeit", kind: "contact" }, { lifeArea: "", kind: "identity" }] } });
});

test("an empty form is told everything that is missing, at once", () => {
  const empty = { ...good, personId: "", recipientId: "", categories: [], purpose: "", purposeText: "", direction: "", releasesSecrecy: "", expiresOn: null, givenBy: "", form: "", language: "" };
  expect(codesOf(empty)).toEqual([
    "consent-without-person", "consent-without-recipient", "consent-to-nothing", "consent-without-purpose", "purpose-not-said", "direction-not-said", "secrecy-not-said", "consent-without-end",
    "giver-not-said", "form-not-said", "no-text-in-this-language",
  ]);
});

describe("what cannot be saved says why", () => {
  test.each<[string, Partial<ConsentInput>, string, Partial<ConsentFacts>?]>([
    ["all authorities", { recipientId: "alle" }, "consent-to-everybody"],
    ["an office that the municipality does not have", { recipientId: "elsewhere" }, "unknown-recipient"],
    ["the own organisation", { recipientId: "ki" }, "recipient-is-oneself"],
    ["somebody who is not of the case", { personId: "stranger" }, "person-not-of-the-case"],
    ["a life area that there is none of", { categories: ["garten.contact"] }, "unknown-category"],
    ["a kind that there is none of", { categories: ["arbeit.gossip"] }, "unknown-category"],
    ["a purpose in one word", { purposeText: "Arbeit" }, "purpose-not-said"],
    ["entries without release", { releasesSecrecy: "nein" }, "entries-need-the-release"],
    ["more than three years", { expiresOn: calendarDay("2029-03-03") }, "longer-than-three-years"],
    ["an end before the beginning", { expiresOn: calendarDay("2026-03-01") }, "ends-before-it-begins"],
    ["an end that is over", { givenOn: calendarDay("2026-01-01"), expiresOn: calendarDay("2026-02-01") }, "ended-already"],
    ["a day in the future", { givenOn: calendarDay("2026-03-03") }, "day-in-the-future"],
    ["a day that is none", { expiresOn: null, unreadable: ["expiresOn"] }, "not-a-day"],
    ["nobody asked whether the person understands", { capacityNoted: false }, "capacity-not-noted"],
    ["somebody who speaks and is not named", { givenBy: "custodian" }, "representative-not-named"],
    ["a representation that is over", { givenBy: "guardian", representative: "Jugendamt, Beschluss", representedUntilOn: calendarDay("2026-03-01") }, "representation-ended"],
    ["longer than the representation", { givenBy: "proxy", representative: "Omar, Vollmacht", representedUntilOn: calendarDay("2026-12-31") }, "longer-than-the-representation"],
    ["parents of somebody grown up", { ...parents, personId: "amira" }, "grown-up"],
    ["parents beyond the 18th birthday", { ...parents, expiresOn: calendarDay("2027-01-10") }, "beyond-eighteen"],
    ["parents of a child whose birth is unknown, without an end", { ...parents, personId: "unknown" }, "parents-until-when"],
    ["oral without a note", { form: "oral" }, "oral-without-note"],
    ["a text that nobody checked, to be signed", { language: "uk" }, "text-not-reviewed"],
    ["the same electronically", { language: "uk", form: "electronic" }, "text-not-reviewed"],
    ["the same orally without an interpreter", { language: "uk", form: "oral", oralNote: "im Büro" }, "oral-needs-an-interpreter"],
    ["a language without a text", { language: "xx" }, "no-text-in-this-language"],
    ["another text than was read", { textVersion: "0" }, "text-changed"],
    ["a closed case", {}, "case-closed", { isClosed: true }],
  ])("%s", (_what, change, code, about) => {
    expect(codesOf(change, about)).toEqual([code]);
  });
});

test("what may be: a checked language, oral with an interpreter, parents to the day before, facts without release, receiving without release", () => {
  expect(codesOf({ language: "ar" })).toEqual([]);
  expect(codesOf({ language: "uk", form: "oral", oralNote: "im Büro", interpreter: "Frau Bondar, Ukrainisch" })).toEqual([]);
  expect(codesOf({ ...parents, expiresOn: calendarDay("2027-01-09") })).toEqual([]);
  expect(codesOf({ releasesSecrecy: "nein", categories: [".identity"] })).toEqual([]);
  expect(codesOf({ releasesSecrecy: "nein", direction: "from_recipient" })).toEqual([]);
  expect(codesOf({ expiresOn: calendarDay("2029-03-02") })).toEqual([]);
});
