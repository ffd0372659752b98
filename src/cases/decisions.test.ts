import { expect, test } from "vitest";
import { calendarDay } from "../kernel/calendar-day.ts";
import type { Decision } from "../kernel/refusal.ts";
import { decideAdmission } from "./admission/decide-admission.ts";
import { decideContact } from "./contacts/decide-contact.ts";
import { decideEmergency } from "./emergency/decide-emergency.ts";
import { addWorkingDays, easterOf, holidaysOf, isWorkingDay } from "../kernel/holidays-nrw.ts";
import { readDay } from "./form-input.ts";
import { decideOpening } from "./opening/decide-opening.ts";
import { inverseOf, RELATION_KINDS, type RelationKind } from "./people/relation-kinds.ts";
import { decidePhase, type PhaseFacts } from "./phases/decide-phase.ts";
import { isPhase, PHASE_KEYS, PHASES } from "./phases/phases.ts";
import { decideAbsence, decideAssignment, decideHandOver, type TeamFacts } from "./team/decide-team.ts";
import { describeReaders } from "./team/readers.ts";

const today = calendarDay("2026-11-22");
const codes = (decision: Decision<unknown>): string[] => (decision.ok ? [] : decision.refusals.map((r) => r.code));

test("every phase leads to phases that exist, and every one but the first is reached by some", () => {
  const reached = new Set<string>(PHASE_KEYS.flatMap((phase) => [...PHASES[phase].next]));
  expect([...reached].every(isPhase)).toBe(true);
  expect(PHASE_KEYS.filter((phase) => !reached.has(phase)).sort()).toEqual(["dormant", "enquiry"]);
});

const facts: PhaseFacts = { today, openedOn: calendarDay("2026-01-02"), current: "clearing", open: ["clearing"], isClosed: false, isDecided: true };
const move = (to: Parameters<typeof decidePhase>[0]["to"], more: Partial<PhaseFacts> = {}) => decidePhase({ to, on: today, keepOpen: [] }, { ...facts, ...more });

test("unusual moves are named and allowed; closing has its own way", () => {
  expect(move("admitted")).toMatchObject({ ok: true, value: { unusual: null, ends: ["clearing"] } });
  expect(move("planning")).toMatchObject({ ok: true, value: { unusual: "Übersprungen wird: Aufnahme, Assessment." } });
  expect(move("enquiry", { current: "planning" })).toMatchObject({ ok: true, value: { unusual: "Das führt zurück: von „Planung“ zu „Anfrage“." } });
  expect(move("admitted", { isDecided: false })).toMatchObject({ ok: true, value: { unusual: "Die Entscheidung über die Aufnahme ist noch nicht festgehalten." } });
  expect(codes(move("closed"))).toEqual(["phase-has-its-own-way"]);
  expect(codes(move("planning", { isClosed: true }))).toEqual(["case-closed"]);
});

test("a phase that ends the work takes all open ones with it", () => {
  const decided = decidePhase({ to: "advised_onward", on: today, keepOpen: ["clearing"] }, { ...facts, open: ["clearing", "enquiry"] });
  expect(decided).toMatchObject({ ok: true, value: { ends: ["clearing", "enquiry"] } });
});

test("all refusals come at once", () => {
  const contact = { kind: "talk", happenedOn: calendarDay("2026-11-23"), happenedAt: null, minutes: null, place: "", language: "", interpreting: "none", lifeAreas: ["mond"], text: "", isEntrusted: false, personIds: ["x"] } as const;
  expect(codes(decideContact(contact, { today, lifeAreas: ["arbeit"], personIds: [] }))).toEqual(["contact-without-text", "contact-in-the-future", "unknown-life-area", "person-not-of-the-case"]);
  expect(codes(decideContact({ ...contact, kind: "no_show", happenedOn: today, lifeAreas: [], personIds: [] }, { today, lifeAreas: [], personIds: [] }))).toEqual([]);
});

test("a family names its main person; a single person is it", () => {
  const input = { personIds: ["a", "b"], mainPersonId: null, leadId: null, openedOn: today, phase: "enquiry", accessRoute: "", lifeAreas: [], adviceId: null } as const;
  const known = { today, me: "me", mayAssign: false, colleagueIds: ["me"], lifeAreas: [], attachableIds: ["a", "b"] };
  expect(codes(decideOpening(input, known))).toEqual(["case-without-main-person"]);
  expect(decideOpening({ ...input, personIds: ["a"] }, known)).toMatchObject({ ok: true, value: { mainPersonId: "a", leadId: "me" } });
  expect(codes(decideOpening({ ...input, personIds: ["a", "c"], mainPersonId: "a", leadId: "you" }, known))).toEqual(["person-not-available", "names-another-lead"]);
});

test("a team of several employers needs the release from § 203 StGB", () => {
  const input = { accessRoute: "", lifeAreas: [], criteriaMet: [], decision: "admitted", decidedOn: today, reason: "", legalBasisId: "b", informedOn: today, informedLanguage: "ar", teamReleaseOn: null, teamReleaseForm: null } as const;
  const known = { today, isClosed: false, lifeAreas: [], criteria: [], legalBasisIds: ["b"], employers: 1 };
  expect(codes(decideAdmission(input, known))).toEqual([]);
  expect(codes(decideAdmission(input, { ...known, employers: 2 }))).toEqual(["team-without-release"]);
  expect(codes(decideAdmission({ ...input, decision: "not_admitted", informedOn: null }, known))).toEqual(["decision-without-reason"]);
});

const team: TeamFacts = { today, me: "me", isClosed: false, colleagueIds: ["me", "you"], excludedIds: [], teamIds: ["me"] };

test("nobody assigns themselves, and a substitute has a last day", () => {
  expect(codes(decideAssignment({ accountId: "me", function: "member", fromOn: today, untilOn: null }, { ...team, teamIds: [] }))).toEqual(["assigns-oneself"]);
  expect(codes(decideAssignment({ accountId: "you", function: "substitute", fromOn: today, untilOn: null }, team))).toEqual(["substitute-without-end"]);
  expect(codes(decideAssignment({ accountId: "you", function: "member", fromOn: today, untilOn: null }, { ...team, excludedIds: ["you"] }))).toEqual(["excluded-from-case"]);
  expect(codes(decideHandOver("me", { ...team, leadId: "you", mayJoin: false }))).toEqual(["join-first"]);
  expect(codes(decideHandOver("you", { ...team, leadId: "me", mayJoin: false }))).toEqual([]);
});

test("an absence has a beginning, and the deputy is somebody else of the room", () => {
  const input = { absentFrom: null, absentUntil: today, deputyId: "me" };
  expect(codes(decideAbsence("me", input, team))).toEqual(["absence-without-begin", "deputy-is-oneself"]);
});

test("every kind of relation has an inverse whose inverse it is", () => {
  for (const kind of Object.keys(RELATION_KINDS) as RelationKind[]) expect([kind, inverseOf(inverseOf(kind))]).toEqual([kind, kind]);
});

test("Easter and the eleven holidays of North Rhine-Westphalia", () => {
  expect([2024, 2025, 2026, 2027, 2038].map(easterOf)).toEqual(["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"]);
  expect(holidaysOf(2026)).toEqual(["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-06-04", "2026-10-03", "2026-11-01", "2026-12-25", "2026-12-26"]);
  expect(isWorkingDay(calendarDay("2026-06-04"))).toBe(false);
});

test("five working days leave out weekends and holidays", () => {
  expect(addWorkingDays(calendarDay("2026-11-20"), 5)).toBe("2026-11-27");
  expect(addWorkingDays(calendarDay("2026-12-23"), 5)).toBe("2026-12-31");
  expect(addWorkingDays(calendarDay("2026-12-31"), 5)).toBe("2027-01-08");
});

test("emergency access asks for a reason, lasts an hour at most, and is not for a case that one can open", () => {
  const input = { caseNumber: "2026-0001", reason: "weil", minutes: 90 };
  expect(codes(decideEmergency(input, { today, exists: true, isOpenAlready: true }))).toEqual(["already-open", "emergency-without-reason", "emergency-too-long"]);
  expect(codes(decideEmergency({ ...input, reason: "Gefahr für ein Kind", minutes: 60 }, { today, exists: false, isOpenAlready: false }))).toEqual(["no-such-case"]);
});

test("days are read as people type them", () => {
  for (const typed of ["22.11.2026", "22.11.26", "22112026", "2026-11-22", " 22. 11.2026".replace(". ", ".")]) expect([typed, readDay(typed)]).toEqual([typed, "2026-11-22"]);
  for (const typed of ["31.02.2026", "gestern", "2026", ""]) expect([typed, readDay(typed)]).toEqual([typed, null]);
});

test("the line says who reads it: once each, the deputy too, and an entrusted entry says more", () => {
  const rows = [
    { account_id: "me", name: "Kim Mahler", reads_as: "lead", until: null },
    { account_id: "you", name: "Sabine Brandt", reads_as: "substitute", until: null },
    { account_id: "you", name: "Sabine Brandt", reads_as: "deputy", until: null },
    { account_id: "third", name: "Ali Demir", reads_as: "emergency", until: "14:30" },
  ] as const;
  const line = describeReaders(rows, { me: "me", iLeadTheRoom: false, isEntrusted: false });
  expect(line.readers).toEqual([{ name: "Sie" }, { name: "Sabine Brandt", why: "Abwesenheitsvertretung" }, { name: "Ali Demir", why: "Notzugriff bis 14:30 Uhr" }, { name: "die Teamleitung", why: "nach Beitritt mit Begründung" }]);
  expect(line.notReaders.map((r) => r.name)).toEqual(["andere Case Manager:innen", "die Ausländerbehörde", "das Portal der Person"]);
  expect(describeReaders(rows, { me: "me", iLeadTheRoom: false, isEntrusted: true }).notReaders.map((r) => r.why)).toContain("anvertraut: auch nicht über Freigabe oder Übermittlung");
});
