import { z } from "zod";
import { type CaseHead, type CaseLine, type CasePersonRow, languagesOf, namesOf, needsInterpreter, type TimelineItem, type TimelinePage } from "../../cases/reading/index.ts";
import { EXAMPLE_ID } from "../../http/index.ts";

const day = z.string().nullable();

export const caseLine = z.object({
  id: z.uuid(), number: z.string(), phase: z.string(), name: z.string(), nameOwn: z.string(), birthYear: z.number().nullable(), personCount: z.number(),
  leadId: z.uuid().nullable(), leadName: z.string(), openedOn: z.string(), nextDueOn: day, lastContactOn: day, isOpen: z.boolean(),
});
export const caseList = z.object({ items: z.array(caseLine), next: z.string().nullable() });

const timelineItem = z.object({
  kind: z.string(), id: z.uuid(), onDay: z.string(), detail: z.string(), lifeAreas: z.array(z.string()), isEntrusted: z.boolean(), isComplete: z.boolean(), reviewDue: z.boolean(),
  text: z.string(), happenedAt: z.string().nullable(), minutes: z.number().nullable(), place: z.string(), interpreting: z.string(), language: z.string(), untilOn: day,
  accountId: z.uuid().nullable(), by: z.string().nullable(), about: z.string().nullable(), version: z.number(),
});
export const timeline = z.object({ items: z.array(timelineItem), next: z.string().nullable() });

const member = z.object({ accountId: z.uuid(), name: z.string(), organisation: z.string(), function: z.string(), fromOn: z.string(), untilOn: day, standsIn: z.boolean() });
const person = z.object({
  personId: z.uuid(), isMain: z.boolean(), name: z.string(), nameOwn: z.string().nullable(), birthOn: day, birthPrecision: z.string(), languages: z.string(), needsInterpreter: z.boolean(),
  municipality: z.string().nullable(), residenceStatus: z.string().nullable(), residenceUntil: day, leftOn: day,
});
export const caseFile = z.object({
  id: z.uuid(), number: z.string(), phase: z.string(), openedOn: z.string(), admittedOn: day, closedOn: day, name: z.string(), nameOwn: z.string(), birthYear: z.number().nullable(),
  personCount: z.number(), leadId: z.uuid().nullable(), nextDueOn: day, lastContactOn: day, version: z.number(),
  isOpen: z.boolean().describe("false: a team lead who has not joined sees this head alone; the lists below are empty"),
  team: z.array(member), persons: z.array(person), phases: z.array(z.object({ phase: z.string(), beganOn: z.string(), endedOn: day })),
  lifeAreas: z.array(z.string()), followUps: z.array(z.object({ id: z.uuid(), dueOn: z.string(), title: z.string(), ownerId: z.uuid(), version: z.number() })),
  entries: z.array(timelineItem), entriesNext: z.string().nullable(),
  /** of a case that one works on, as far as it is recorded */
  admission: z.object({
    caseId: z.uuid(), accessRoute: z.string(), lifeAreas: z.array(z.string()), criteriaMet: z.array(z.string()), decision: z.string().nullable(), decidedOn: day, reason: z.string(), legalBasisId: z.uuid().nullable(),
    informedOn: day, informedLanguage: z.string(), teamReleaseOn: day, teamReleaseForm: z.string().nullable(), version: z.number(),
  }).nullable(),
});

export const lineExample: CaseLine = {
  id: EXAMPLE_ID, number: "2026-0417", phase: "implementation", name: "Haddad, Amira", nameOwn: "أميرة حداد", birthYear: 1992, personCount: 3, leadId: EXAMPLE_ID, leadName: "Sabine Kurz",
  openedOn: "2026-03-02", nextDueOn: "2026-11-22", lastContactOn: "2026-11-18", isOpen: true,
};
export const admissionExample = {
  caseId: EXAMPLE_ID, accessRoute: "jobcenter", lifeAreas: ["sprache"], criteriaMet: ["komplex"], decision: "admitted", decidedOn: "2026-03-30", reason: "Mehrere Bedarfe zugleich.", legalBasisId: EXAMPLE_ID,
  informedOn: "2026-03-30", informedLanguage: "ar", teamReleaseOn: "2026-03-30", teamReleaseForm: "written", version: 2,
};
export const itemExample: TimelineItem = {
  kind: "contact", id: EXAMPLE_ID, onDay: "2026-11-18" as TimelineItem["onDay"], detail: "talk", lifeAreas: ["sprache"], isEntrusted: false, isComplete: true, reviewDue: false, text: "Zusage für den B1-Kurs ab 11. Januar.",
  happenedAt: "14:20", minutes: 25, place: "", interpreting: "none", language: "de", untilOn: null, accountId: EXAMPLE_ID, by: "Sabine Kurz", about: null, version: 1,
};

export function headAnswer(head: CaseHead) {
  return {
    id: head.id, number: head.number, phase: head.phase, openedOn: head.openedOn, admittedOn: head.admittedOn, closedOn: head.closedOn, name: head.mainName, nameOwn: head.mainNameOwn,
    birthYear: head.mainBirthYear, personCount: head.personCount, leadId: head.leadId, nextDueOn: head.nextDueOn, lastContactOn: head.lastContactOn, version: head.version, isOpen: head.isOpen,
    team: head.team.map(({ accountId, name, organisation, function: role, fromOn, untilOn, standsIn }) => ({ accountId, name, organisation, function: role, fromOn, untilOn, standsIn })),
    persons: head.persons.map(personAnswer),
    phases: head.phases.map((p) => ({ phase: p.phase, beganOn: p.began_on, endedOn: p.ended_on })),
  };
}

function personAnswer(row: CasePersonRow) {
  const { latin, own } = namesOf(row);
  return {
    personId: row.person_id, isMain: row.is_main, name: latin, nameOwn: own ?? null, birthOn: row.birth_on, birthPrecision: row.birth_precision, languages: languagesOf(row), needsInterpreter: needsInterpreter(row),
    municipality: row.place?.municipality ?? null, residenceStatus: row.status === null ? null : row.status.short || row.status.label, residenceUntil: row.status?.until_on ?? null, leftOn: row.left_on,
  };
}

export const timelineAnswer = (page: TimelinePage): z.output<typeof timeline> => ({ items: page.items.map((item) => ({ ...item, lifeAreas: [...item.lifeAreas] })), next: page.next });
