import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { addQualification, changeQualification, currentQualification, findQualifications, withdrawQualification } from "../qualifications/keep-qualification.ts";
import { qualificationBody } from "../qualifications/qualifications.routes.tsx";
import { findQualificationCase } from "../qualifications/qualifications.sql.ts";

const QUALIFICATION = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), kind: z.string(), title: z.string(), country: z.string(), gainedYear: z.number().nullable(), recognition: z.string(), documentId: z.uuid().nullable(), version: z.number(),
});
const EXAMPLE = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, kind: "vocational", title: "Krankenpfleger", country: "SY", gainedYear: 2014, recognition: "applied", documentId: null, version: 1 } as const;
const BODY_EXAMPLE = { kind: "vocational", title: "Krankenpfleger", country: "SY", gainedYear: 2014, recognition: "applied" };
const ofQualification = z.object({ id: z.uuid() });

async function show(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const q = await currentQualification(tx, asking, (await findQualificationCase(tx, id)).case_id, id);
  return json(q, q.version);
}

export const qualificationsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/qualifications", allow: "case.read", record: "case.read", about: "What everybody of a case has learnt and can do, formal and informal, with the state of recognition.", params: ofCase, answer: z.object({ items: z.array(QUALIFICATION) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      const items = await findQualifications(tx, asking, params.id);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "api" });
      return json({ items });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/persons/:personId/qualifications", method: "POST", allow: "case.work", record: "qualification.added", about: "Adds a qualification to a person of a case.", params: z.object({ id: z.uuid(), personId: z.uuid() }),
    body: qualificationBody, bodyExample: BODY_EXAMPLE, answer: QUALIFICATION, example: EXAMPLE,
    handle: async (tx, { params, body }, asking) => written(await addQualification(tx, asking, params.id, params.personId, body), { location: `/api/v1/cases/${params.id}/qualifications` }),
    show,
  }),
  apiWrite({
    path: "/api/v1/qualifications/:id", method: "PUT", allow: "case.work", record: "qualification.changed", versioned: true, about: "Changes a qualification.", params: ofQualification, body: qualificationBody, bodyExample: BODY_EXAMPLE, answer: QUALIFICATION, example: { ...EXAMPLE, version: 2 },
    handle: async (tx, { params, body, version }, asking) => {
      await changeQualification(tx, asking, (await findQualificationCase(tx, params.id)).case_id, params.id, version, body);
      return written(params.id);
    },
    show,
  }),
  apiWrite({
    path: "/api/v1/qualifications/:id", method: "DELETE", allow: "case.work", record: "qualification.withdrawn", about: "Takes a qualification back that was typed by mistake.", params: ofQualification,
    answer: z.object({ id: z.uuid(), withdrawn: z.literal(true) }), example: { id: EXAMPLE_ID, withdrawn: true },
    handle: async (tx, { params }, asking) => {
      await withdrawQualification(tx, asking, (await findQualificationCase(tx, params.id)).case_id, params.id);
      return written(params.id);
    },
    show: async (_tx, id) => json({ id, withdrawn: true }),
  }),
];
