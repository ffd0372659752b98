import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { admissionBody } from "../admission/admission.routes.tsx";
import { currentAdmission, recordAdmission } from "../admission/record-admission.ts";
import { ofCase } from "../form-input.ts";
import { openCase } from "../opening/open-case.ts";
import { openingBody, openingInput } from "../opening/opening.routes.tsx";
import { addPersonToCase, addRelation, relationsOf, removePersonFromCase, removeRelation, setMainPerson } from "../people/change-people.ts";
import { relationBody } from "../people/people.routes.tsx";
import { movePhase } from "../phases/move-phase.ts";
import { phaseBody, phaseInput } from "../phases/phases.routes.tsx";
import { asCase, caseJson } from "./case-answers.ts";

const at = (id: string): { location: string } => ({ location: `/api/v1/cases/${id}` });

const asRelations = {
  answer: z.object({ caseId: z.uuid(), relations: z.array(z.object({ id: z.uuid(), kind: z.string(), inverse: z.string() })) }),
  example: { caseId: EXAMPLE_ID, relations: [] },
  show: async (tx: ReadTx, id: string, asking: Asking) => json({ caseId: id, relations: await relationsOf(tx, asking, id) }),
};

export const caseApi: readonly Route[] = [
  apiWrite({
    path: "/api/v1/cases", method: "POST", allow: "case.open", record: "case.opened", about: "Opens a case.", body: openingBody, bodyExample: { personIds: [EXAMPLE_ID], phase: "enquiry" },
    handle: async (tx, input, asking) => {
      const { id } = await openCase(tx, asking, openingInput(input.body, asking.today));
      return written(id, at(id));
    },
    ...asCase,
    // whoever named another lead no longer sees it
    show: async (tx, id) => caseJson(tx, id).catch(() => json({ id })),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/phase", method: "PUT", allow: "case.work", record: "phase.moved", about: "Moves a case to another phase.", params: ofCase, body: phaseBody, versioned: true, bodyExample: { to: "clearing" },
    handle: async (tx, input, asking) => {
      await movePhase(tx, asking, input.params.id, input.version, phaseInput(input.body, asking.today));
      return written(input.params.id);
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/admission", method: "PUT", allow: "case.work", record: "admission.recorded", about: "Records what is known about the admission, and decides it.", params: ofCase, body: admissionBody, versioned: true,
    bodyExample: { decision: "admitted", decidedOn: "2026-11-20", legalBasisId: EXAMPLE_ID, informedOn: "2026-11-20", informedLanguage: "ar" },
    answer: z.object({ caseId: z.uuid(), decision: z.string().nullable(), version: z.number() }), example: { caseId: EXAMPLE_ID, decision: "admitted", version: 2 },
    handle: async (tx, input, asking) => {
      await recordAdmission(tx, asking, input.params.id, input.version, input.body);
      return written(input.params.id);
    },
    show: async (tx, id, asking) => {
      const now = await currentAdmission(tx, asking, id);
      return json(now, now.version);
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/persons", method: "POST", allow: "case.work", record: "case.person_added", about: "Takes a person into the case.", params: ofCase, body: z.object({ personId: z.uuid() }), bodyExample: { personId: EXAMPLE_ID },
    handle: async (tx, input, asking) => {
      await addPersonToCase(tx, asking, input.params.id, input.body.personId);
      return written(input.params.id, at(input.params.id));
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/persons/:personId", method: "DELETE", allow: "case.work", record: "case.person_removed", about: "A person is no longer counted in the case.", params: ofCase.extend({ personId: z.uuid() }),
    handle: async (tx, input, asking) => {
      await removePersonFromCase(tx, asking, input.params.id, input.params.personId);
      return written(input.params.id, { status: 200 });
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/relations/:relationId", method: "DELETE", allow: "case.work", record: "relation.removed", about: "Takes out a relation typed by mistake.", params: ofCase.extend({ relationId: z.uuid() }),
    ...asRelations,
    handle: async (tx, input, asking) => {
      await removeRelation(tx, asking, input.params.id, input.params.relationId);
      return written(input.params.id, { status: 200 });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/main-person", method: "PUT", allow: "case.work", record: "case.main_person_set", about: "Makes a person the main person.", params: ofCase, body: z.object({ personId: z.uuid() }), bodyExample: { personId: EXAMPLE_ID },
    handle: async (tx, input, asking) => {
      await setMainPerson(tx, asking, input.params.id, input.body.personId);
      return written(input.params.id);
    },
    ...asCase,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/relations", method: "POST", allow: "case.work", record: "relation.added", about: "Adds a relation between persons of the case, or to a third person.", params: ofCase, body: relationBody,
    bodyExample: { personId: EXAMPLE_ID, otherName: "Nachbarin", kind: "neighbour" },
    ...asRelations,
    handle: async (tx, input, asking) => {
      await addRelation(tx, asking, input.params.id, input.body);
      return written(input.params.id);
    },
  }),
];
