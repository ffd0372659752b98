import { z } from "zod";
import { record } from "../../audit/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { DOCUMENT_KINDS } from "../case-words.ts";
import { flag, list, ofCase, optionalDay, oneOf, optionalId } from "../form-input.ts";
import { showCase } from "../show-case.ts";
import { readersOf } from "../team/readers.ts";
import { DocumentsPage } from "./documents.page.tsx";
import { addDocument, documentsOf, downloadDocument, MOST_BYTES, withdrawDocument } from "./keep-document.ts";

export const documentBody = z.object({ kind: oneOf(DOCUMENT_KINDS, "Wählen Sie die Art.").default("other"), personId: optionalId(), datedOn: optionalDay(), lifeAreas: list(), isEntrusted: flag() });
/** What may be corrected of a file that lies there. */
export const aboutBody = z.object({ kind: oneOf(DOCUMENT_KINDS, "Wählen Sie die Art."), personId: optionalId(), datedOn: optionalDay() });
export const ofDocument = z.object({ id: z.uuid(), documentId: z.uuid() });

const documents = formRoute({
  path: "/faelle/:id/dateien",
  allow: "case.work",
  record: "document.added",
  showRecord: "document.listed",
  about: "Files of a case, and adding one (at most 25 MB).",
  params: ofCase,
  query: z.object({ ansehen: z.uuid().optional() }),
  body: documentBody,
  uploadLimit: MOST_BYTES,
  show: async (tx, input, asking, form) => {
    const { id } = input.params;
    const common = await showCase(tx, asking, id, form);
    const documents = await documentsOf(tx, asking, id);
    await record(tx, asking, { action: "document.listed", objectKind: "document", objectIds: documents.map((d) => d.id), caseId: id });
    const readers = await readersOf(tx, asking, id, { isEntrusted: form.values["isEntrusted"] !== undefined });
    const view = { ...common, documents, lifeAreas: await listLifeAreas(tx), readers, timeZone: asking.app.config.timeZone, shown: documents.find((d) => d.id === input.query.ansehen) ?? null };
    return page("Dateien", () => <DocumentsPage {...view} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    await addDocument(tx, asking, input.params.id, input.uploads.find((u) => u.field === "file"), input.body);
    return redirect(`/faelle/${input.params.id}/dateien`, "Datei abgelegt.");
  },
});

const download = pageRoute({
  path: "/faelle/:id/dateien/:documentId/herunterladen",
  allow: "case.work",
  record: "document.read",
  about: "Hands out a file of a case as an attachment.",
  params: ofDocument,
  handle: (tx, input, asking) => downloadDocument(tx, asking, input.params.id, input.params.documentId),
});

const withdraw = actionRoute({
  path: "/faelle/:id/dateien/:documentId/zurueckziehen",
  allow: "case.work",
  record: "document.withdrawn",
  about: "Takes a file out of the case.",
  params: ofDocument,
  handle: async (tx, input, asking) => {
    await withdrawDocument(tx, asking, input.params.id, input.params.documentId);
    return redirect(`/faelle/${input.params.id}/dateien`, "Datei zurückgezogen.");
  },
});

export const documentRoutes: readonly Route[] = [documents, download, withdraw];
