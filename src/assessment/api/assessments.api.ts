import { z } from "zod";
import { record } from "../../audit/index.ts";
import { flag, ofCase, optionalDay } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { languageCode } from "../profile/assessment-input.ts";
import { findAssessmentCase } from "../profile/assessments.sql.ts";
import { currentAssessment, findProfile, type Assessment } from "../profile/read-profile.ts";
import { addAssessment, changeAssessment, withdrawAssessment } from "../profile/save-assessment.ts";

const LEVEL = z.number().int().nullable();
const ENTRY = z.object({ lifeArea: z.string(), level: LEVEL, personLevel: LEVEL, resource: z.string(), need: z.string(), words: z.string(), isEntrusted: z.boolean() });
const ASSESSMENT = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), assessedOn: z.string(), state: z.enum(["open", "done"]), wordsLanguage: z.string(), isTogether: z.boolean(), author: z.string(), entries: z.array(ENTRY), version: z.number(),
});
const ENTRY_EXAMPLE = { lifeArea: "sprache", level: 2, personLevel: 3, resource: "spricht zu Hause Arabisch und Französisch", need: "B1-Kurs am Vormittag", words: "", isEntrusted: false } as const;
const EXAMPLE = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, assessedOn: "2026-11-02", state: "done", wordsLanguage: "de", isTogether: true, author: "Martin Brandt", entries: [ENTRY_EXAMPLE], version: 1 } as const;
const words = () => z.string().max(2000).default("").transform((s) => s.trim());
const BODY = z.object({
  assessedOn: optionalDay(), state: z.enum(["open", "done"]).default("done"), wordsLanguage: languageCode(), isTogether: flag().default(false),
  entries: z.array(z.object({ lifeArea: z.string().max(40), level: LEVEL.default(null), personLevel: LEVEL.default(null), resource: words(), need: words(), words: words(), isEntrusted: z.boolean().default(false) })).max(60),
});
const BODY_EXAMPLE = { assessedOn: "2026-11-02", isTogether: true, entries: [ENTRY_EXAMPLE] };
const ofAssessment = z.object({ id: z.uuid() });

const answerOf = (a: Assessment): z.output<typeof ASSESSMENT> => ({ ...a, entries: a.entries.map(({ id: _id, ...entry }) => entry) });
async function show(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const { case_id } = await findAssessmentCase(tx, id);
  const assessment = await currentAssessment(tx, asking, case_id, id);
  return json(answerOf(assessment), assessment.version);
}
const caseOf = async (tx: WriteTx, id: string): Promise<string> => (await findAssessmentCase(tx, id)).case_id;

export const assessmentsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/assessments", allow: "case.read", record: "case.read", about: "Assessments (Einschätzungen) of everybody of a case, oldest first: levels from 1 to 5 per life area by the case manager and by the person, resources, needs, the person's words.",
    params: ofCase, answer: z.object({ items: z.array(ASSESSMENT) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      const profile = await findProfile(tx, asking, params.id);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "api" });
      return json({ items: profile.persons.flatMap((p) => p.assessments.map(answerOf)) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/persons/:personId/assessments", method: "POST", allow: "case.work", record: "assessment.added", about: "Assesses a person of a case on one day. Only a level is needed, and only where something else is said of a life area.",
    params: z.object({ id: z.uuid(), personId: z.uuid() }), body: BODY, bodyExample: BODY_EXAMPLE, answer: ASSESSMENT, example: EXAMPLE,
    handle: async (tx, { params, body }, asking) => {
      const id = await addAssessment(tx, asking, params.id, params.personId, { ...body, assessedOn: body.assessedOn ?? asking.today });
      return written(id, { location: `/api/v1/assessments/${id}` });
    },
    show,
  }),
  apiRead({
    path: "/api/v1/assessments/:id", allow: "case.read", record: "case.read", about: "One assessment.", params: ofAssessment, answer: ASSESSMENT, example: EXAMPLE,
    handle: async (tx, { params }, asking) => {
      const { case_id } = await findAssessmentCase(tx, params.id);
      const answer = await show(tx, params.id, asking);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [case_id], caseId: case_id, purpose: "api" });
      return answer;
    },
  }),
  apiWrite({
    path: "/api/v1/assessments/:id", method: "PUT", allow: "case.work", record: "assessment.changed", versioned: true, about: "Completes or corrects an assessment; a life area that is not sent stays as it was.",
    params: ofAssessment, body: BODY, bodyExample: BODY_EXAMPLE, answer: ASSESSMENT, example: { ...EXAMPLE, version: 2 },
    handle: async (tx, { params, body, version }, asking) => {
      const caseId = await caseOf(tx, params.id);
      const { assessedOn } = await currentAssessment(tx, asking, caseId, params.id);
      await changeAssessment(tx, asking, caseId, params.id, version, { ...body, assessedOn: body.assessedOn ?? assessedOn });
      return written(params.id);
    },
    show,
  }),
  apiWrite({
    path: "/api/v1/assessments/:id", method: "DELETE", allow: "case.work", record: "assessment.withdrawn", about: "Takes an assessment back that was typed by mistake.", params: ofAssessment,
    answer: z.object({ id: z.uuid(), withdrawn: z.literal(true) }), example: { id: EXAMPLE_ID, withdrawn: true },
    handle: async (tx, { params }, asking) => {
      await withdrawAssessment(tx, asking, await caseOf(tx, params.id), params.id);
      return written(params.id);
    },
    show: async (_tx, id) => json({ id, withdrawn: true }),
  }),
];
