import { z } from "zod";
import { record } from "../../audit/index.ts";
import { aboutBody, currentDocument, describeDocument, fileUrl, ofDocument, showCase, showDocument } from "../../cases/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { apiRead, EXAMPLE_ID, formRoute, json, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { FilePage } from "./file.page.tsx";
import { ProvePage } from "./prove.page.tsx";
import { noticeOfPage, proveFact, readProvable, readProven } from "./read-evidence.ts";

export const fileRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/dateien/:documentId", allow: "case.work", record: "document.changed", showRecord: "document.listed", about: "One file in place: what it is, the day on it, and what it proves.", params: ofDocument, body: aboutBody,
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const file = await currentDocument(tx, asking, params.id, params.documentId);
      const proven = await readProven(tx, asking, common.head, file.id);
      await record(tx, asking, { action: "document.listed", objectKind: "document", objectIds: [file.id], caseId: params.id });
      const noticeId = await noticeOfPage(tx, params.id, file.id);
      return page("Datei", () => <FilePage {...common} file={file} proven={proven} noticeId={noticeId} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await describeDocument(tx, asking, params.id, params.documentId, version, body);
      return redirect(fileUrl(params.id, params.documentId), "Gespeichert.");
    },
  }),
  pageRoute({
    path: "/faelle/:id/dateien/:documentId/ansehen", allow: "case.work", record: "document.read", about: "A file for the frame on its page: PDF, JPEG or PNG in which nothing was found that acts; all else comes as an attachment.", params: ofDocument,
    handle: (tx, { params }, asking) => showDocument(tx, asking, params.id, params.documentId),
  }),
  formRoute({
    path: "/faelle/:id/dateien/:documentId/belegen", allow: "facts.record", record: "fact.recorded", showRecord: "fact.read", about: "Takes a file as evidence of something that was told.", params: ofDocument,
    body: z.object({ factId: z.uuid("Wählen Sie, was auf dem Papier steht.") }),
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const file = await currentDocument(tx, asking, params.id, params.documentId);
      const persons = await readProvable(tx, asking, common.head, file.id);
      await record(tx, asking, { action: "fact.read", objectKind: "person", objectIds: persons.map((p) => p.personId), caseId: params.id });
      return page("Angabe belegen", () => <ProvePage {...common} file={file} persons={persons} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const head = await readCaseHead(tx, asking, params.id);
      await currentDocument(tx, asking, params.id, params.documentId);
      const id = await proveFact(tx, asking, head, params.documentId, body.factId);
      return { ...redirect(fileUrl(params.id, params.documentId), "Angabe belegt."), id };
    },
  }),
];

export const filesApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/documents/:documentId/proven-facts", allow: "case.work", record: "fact.read", about: "What a file proves, and the norms that ask for it; values of guarded facts are left out.", params: ofDocument,
    answer: z.object({ facts: z.array(z.object({ factId: z.uuid(), question: z.string(), value: z.string(), personName: z.string(), rules: z.array(z.string()) })) }),
    example: { facts: [{ factId: EXAMPLE_ID, question: "Deutschkenntnisse mündlich", value: "B1", personName: "Haddad, Amira", rules: ["§ 25b AufenthG"] }] },
    handle: async (tx, { params }, asking) => {
      const head = await readCaseHead(tx, asking, params.id);
      const file = await currentDocument(tx, asking, params.id, params.documentId);
      const facts = (await readProven(tx, asking, head, file.id)).map(({ url: _url, ...fact }) => fact);
      await record(tx, asking, { action: "fact.read", objectKind: "document", objectIds: [file.id], caseId: params.id });
      return json({ facts });
    },
  }),
];
