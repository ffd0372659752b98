import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { EXAMPLE_ID, json, type Json } from "../../http/index.ts";
import { getCaseHead, listCasePersons } from "../case-file.sql.ts";
import { phaseLabel } from "../phases/phases.ts";
import { listOpenPhases } from "../phases/phases.sql.ts";
import { listTeam } from "../team/team.sql.ts";

const day = z.string().nullable();

export const caseAnswer = z.object({
  id: z.uuid(), number: z.string(), phase: z.string(), phaseLabel: z.string(), openPhases: z.array(z.string()), openedOn: z.string(), admittedOn: day, closedOn: day,
  leadId: z.uuid().nullable(), persons: z.array(z.object({ id: z.uuid(), name: z.string(), isMain: z.boolean(), leftOn: day })),
  team: z.array(z.object({ id: z.uuid(), accountId: z.uuid(), name: z.string(), function: z.string(), fromOn: z.string(), untilOn: day })), version: z.number(),
});
export const caseExample = {
  id: EXAMPLE_ID, number: "2026-0417", phase: "clearing", phaseLabel: "Klärung", openPhases: ["clearing"], openedOn: "2026-11-02", admittedOn: null, closedOn: null, leadId: EXAMPLE_ID,
  persons: [{ id: EXAMPLE_ID, name: "Haddad, Amira", isMain: true, leftOn: null }], team: [{ id: EXAMPLE_ID, accountId: EXAMPLE_ID, name: "Sabine Kurz", function: "lead", fromOn: "2026-11-02", untilOn: null }], version: 2,
};

/** A case as it stands: head, persons, team. For a team lead who has not joined, persons and phases stay empty. */
export async function caseJson(tx: ReadTx, id: string): Promise<Json> {
  const head = await getCaseHead(tx, id);
  const persons = await listCasePersons(tx, id);
  const team = await listTeam(tx, id);
  const open = await listOpenPhases(tx, id);
  const body: z.input<typeof caseAnswer> = {
    id: head.id, number: head.number, phase: head.phase, phaseLabel: phaseLabel(head.phase), openPhases: open.map((p) => p.phase), openedOn: head.opened_on,
    admittedOn: head.admitted_on, closedOn: head.closed_on, leadId: head.lead_id, version: head.version,
    persons: persons.map((p) => ({ id: p.person_id, name: p.name, isMain: p.is_main, leftOn: p.left_on })),
    team: team.map((t) => ({ id: t.id, accountId: t.account_id, name: t.name, function: t.function, fromOn: t.from_on, untilOn: t.until_on })),
  };
  return json(body, head.version);
}

/** What most writes on a case answer with. */
export const asCase = { answer: caseAnswer, example: caseExample, show: caseJson };

/** Where whoever wrote sees nothing of it any more (handed over, excluded oneself): that it is done. */
const doneAnswer = z.object({ id: z.uuid(), done: z.literal(true) });
export const asDone = { answer: doneAnswer, example: { id: EXAMPLE_ID, done: true }, show: async (_tx: ReadTx, id: string): Promise<Json> => json({ id, done: true }) };

export const contactAnswer = z.object({
  id: z.uuid(), caseId: z.uuid(), kind: z.string(), happenedOn: z.string(), happenedAt: z.string().nullable(), minutes: z.number().nullable(), place: z.string(), language: z.string(),
  interpreting: z.string(), lifeAreas: z.array(z.string()), text: z.string(), isEntrusted: z.boolean(), entrustedReviewDue: z.boolean(), isComplete: z.boolean(),
  personIds: z.array(z.string()), authorId: z.uuid(), authorName: z.string(), version: z.number(),
});
export const contactExample = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, kind: "talk", happenedOn: "2026-11-20", happenedAt: "14:20", minutes: 25, place: "Rathaus", language: "ar", interpreting: "pool", lifeAreas: ["sprache"],
  text: "Zusage für den B1-Kurs.", isEntrusted: false, entrustedReviewDue: false, isComplete: true, personIds: [], authorId: EXAMPLE_ID, authorName: "Sabine Kurz", version: 1,
};
export const followUpAnswer = z.object({
  id: z.uuid(), caseId: z.uuid(), title: z.string(), dueOn: z.string(), ownerId: z.uuid(), ownerName: z.string(), lifeAreas: z.array(z.string()), kind: z.string(), doneOn: day, version: z.number(),
});
export const followUpExample = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, title: "Zeugnis übersetzen lassen", dueOn: "2026-12-01", ownerId: EXAMPLE_ID, ownerName: "Sabine Kurz", lifeAreas: [], kind: "task", doneOn: null, version: 1 };
export const documentAnswer = z.object({
  id: z.uuid(), caseId: z.uuid(), name: z.string(), kind: z.string(), fileKind: z.string(), size: z.number(), personId: z.uuid().nullable(), datedOn: z.string().nullable(),
  hazards: z.array(z.string()), isShowable: z.boolean(), lifeAreas: z.array(z.string()), isEntrusted: z.boolean(), authorName: z.string(), createdAt: z.string(), version: z.number(),
});
export const documentExample = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, name: "Zeugnis.pdf", kind: "certificate", fileKind: "PDF", size: 48_120, personId: null, datedOn: "2026-11-02", hazards: [], isShowable: true, lifeAreas: [], isEntrusted: false, authorName: "Sabine Kurz", createdAt: "2026-11-20T13:20:00.000Z", version: 1,
};
