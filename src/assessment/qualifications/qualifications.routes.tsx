import { z } from "zod";
import { documentsOf } from "../../cases/index.ts";
import { readersOf } from "../../cases/reading/index.ts";
import { oneOf, optionalId, optionalNumber, saidText, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, redirect, type Route } from "../../http/index.ts";
import { QUALIFICATION_KINDS, RECOGNITION_STATES } from "../assessment-words.ts";
import { assessmentPath } from "../profile/assessment-form.page.tsx";
import { chosenPerson } from "../profile/assessment.routes.tsx";
import { addQualification, changeQualification, currentQualification, withdrawQualification } from "./keep-qualification.ts";
import { QualificationPage } from "./qualification.page.tsx";

const BASE = "/faelle/:id/assessment/qualifikationen";
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });
const ofQualification = z.object({ id: z.uuid(), qualificationId: z.uuid() });
export const qualificationBody = z.object({
  title: saidText(200, "Schreiben Sie, was die Person gelernt hat oder kann."), kind: oneOf(QUALIFICATION_KINDS, "Wählen Sie die Art."), recognition: oneOf(RECOGNITION_STATES, "Wählen Sie den Stand der Anerkennung.").default("open"),
  country: z.string().regex(/^[0-9A-Z]{0,3}$/, "Wählen Sie ein Land.").default(""), gainedYear: optionalNumber(1930, 2100, "Schreiben Sie ein Jahr, zum Beispiel 2014."), documentId: optionalId(),
});

async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState) {
  const shown = await showCase(tx, asking, caseId, form);
  const [documents, readers] = await Promise.all([documentsOf(tx, asking, caseId), readersOf(tx, asking, caseId, { isEntrusted: false })]);
  return { ...shown, readers, documents: documents.map((d) => ({ value: d.id, label: d.name })) };
}
const back = (caseId: string, personId: string): string => `${assessmentPath(caseId, personId)}#qualifikationen`;

export const qualificationRoutes: readonly Route[] = [
  formRoute({
    path: `${BASE}/neu/:personId`, allow: "case.work", record: "qualification.added", showRecord: "case.read", about: "Adds what a person has learnt or can do, with the state of recognition.", params: ofPerson, body: qualificationBody,
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form);
      chosenPerson(view.head, params.personId);
      return page("Qualifikation", () => <QualificationPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      await addQualification(tx, asking, params.id, params.personId, body);
      return redirect(back(params.id, params.personId), "Eingetragen.");
    },
  }),
  formRoute({
    path: `${BASE}/:qualificationId`, allow: "case.work", record: "qualification.changed", showRecord: "case.read", about: "Changes a qualification: what it is, and how far it is recognised.", params: ofQualification, body: qualificationBody,
    show: async (tx, { params }, asking, form) => {
      const view = { ...(await formView(tx, asking, params.id, form)), qualification: await currentQualification(tx, asking, params.id, params.qualificationId) };
      return page("Qualifikation", () => <QualificationPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const { personId } = await currentQualification(tx, asking, params.id, params.qualificationId);
      await changeQualification(tx, asking, params.id, params.qualificationId, version, body);
      return redirect(back(params.id, personId), "Gespeichert.");
    },
  }),
  actionRoute({
    path: `${BASE}/:qualificationId/zurueckziehen`, allow: "case.work", record: "qualification.withdrawn", about: "Takes a qualification back that was typed by mistake.", params: ofQualification,
    handle: async (tx, { params }, asking) => {
      const { personId } = await currentQualification(tx, asking, params.id, params.qualificationId);
      await withdrawQualification(tx, asking, params.id, params.qualificationId);
      return redirect(back(params.id, personId), "Zurückgezogen.");
    },
  }),
];
