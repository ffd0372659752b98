import { z } from "zod";
import { formRoute, page, redirect, type Route } from "../../http/index.ts";
import { listCriteria, listLegalBases, listLifeAreas } from "../case-file.sql.ts";
import { ADMISSION_DECISIONS, RELEASE_FORMS } from "../case-words.ts";
import { list, ofCase, optionalDay, optionalId, text } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { AdmissionPage } from "./admission.page.tsx";
import { currentAdmission, recordAdmission } from "./record-admission.ts";

const codeOf = <K extends string>(codes: Readonly<Record<K, string>>, sentence: string) =>
  z.union([z.enum(Object.keys(codes) as [K, ...K[]]), z.literal("")], sentence).nullish().transform((v): K | null => (v === undefined || v === "" ? null : (v as K | null)));

export const admissionBody = z.object({
  accessRoute: text(200),
  lifeAreas: list(),
  criteriaMet: list(),
  decision: codeOf(ADMISSION_DECISIONS, "Wählen Sie die Entscheidung."),
  decidedOn: optionalDay(),
  reason: text(5000),
  legalBasisId: optionalId(),
  informedOn: optionalDay(),
  informedLanguage: text(35),
  teamReleaseOn: optionalDay(),
  teamReleaseForm: codeOf(RELEASE_FORMS, "Wählen Sie die Form."),
});

export const admissionRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/aufnahme",
    allow: "case.work",
    record: "admission.recorded",
    showRecord: "case.read",
    about: "How the case came in, criteria, decision, information and release; a decision moves the case.",
    params: ofCase,
    body: admissionBody,
    show: async (tx, input, asking, form) => {
      const { id } = input.params;
      const view = {
        ...(await showCase(tx, asking, id, form)),
        admission: await currentAdmission(tx, asking, id),
        lifeAreas: await listLifeAreas(tx),
        criteria: await listCriteria(tx),
        legalBases: await listLegalBases(tx),
        readers: await readersOf(tx, asking, id, { isEntrusted: false }),
      };
      return page("Aufnahme", () => <AdmissionPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, input, asking) => {
      await recordAdmission(tx, asking, input.params.id, input.version, input.body);
      return redirect(`/faelle/${input.params.id}`, "Aufnahme gespeichert.");
    },
  }),
];
