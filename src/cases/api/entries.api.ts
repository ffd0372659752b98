import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, json, type Json, type Route, written } from "../../http/index.ts";
import { contactBody, phoneNoteBody } from "../contacts/contact-input.ts";
import { contactInput, ofContact } from "../contacts/contacts.routes.tsx";
import { findContactCase } from "../contacts/contacts.sql.ts";
import { recordPhoneNote } from "../contacts/phone-note.ts";
import { correctContact, currentContact, recordContact, reviewEntrusted, withdrawContact } from "../contacts/record-contact.ts";
import { aboutBody, documentBody, ofDocument } from "../documents/documents.routes.tsx";
import { findDocumentCase } from "../documents/documents.sql.ts";
import { addDocument, currentDocument, describeDocument, documentsOf, downloadDocument, MOST_BYTES, withdrawDocument } from "../documents/keep-document.ts";
import { addFollowUp, changeFollowUp, currentFollowUp, finishFollowUp, reopenFollowUp } from "../follow-ups/change-follow-ups.ts";
import { followUpBody, ofFollowUp } from "../follow-ups/follow-ups.routes.tsx";
import { findFollowUpCase } from "../follow-ups/follow-ups.sql.ts";
import { flag, ofCase } from "../form-input.ts";
import { asDone, contactAnswer, contactExample, documentAnswer, documentExample, followUpAnswer, followUpExample } from "./case-answers.ts";

const withVersion = (body: { readonly version: number }): Json => json(body, body.version);
// a replay knows only the entry's id: its case is looked up under the rights of that moment
const asContact = { answer: contactAnswer, example: contactExample, show: async (tx: ReadTx, id: string, asking: Asking) => withVersion(await currentContact(tx, asking, (await findContactCase(tx, id)).case_id, id)) };
const asFollowUp = { answer: followUpAnswer, example: followUpExample, show: async (tx: ReadTx, id: string, asking: Asking) => withVersion(await currentFollowUp(tx, asking, (await findFollowUpCase(tx, id)).case_id, id)) };

const contacts: Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/contacts", method: "POST", allow: "case.work", record: "contact.added", about: "Adds a contact.", params: ofCase, body: contactBody, bodyExample: { kind: "talk", text: "Zusage für den B1-Kurs." },
    handle: async (tx, input, asking) => {
      const id = await recordContact(tx, asking, input.params.id, contactInput(input.body, asking.today));
      return written(id, { location: `/api/v1/cases/${input.params.id}/contacts/${id}` });
    },
    ...asContact,
  }),
  apiRead({
    path: "/api/v1/cases/:id/contacts/:contactId", allow: "case.work", record: "contact.read", about: "A contact with its text.", params: ofContact, answer: contactAnswer, example: contactExample,
    handle: async (tx, input, asking) => {
      const { id, contactId } = input.params;
      await record(tx, asking, { action: "contact.read", objectKind: "contact", objectIds: [contactId], caseId: id });
      return withVersion(await currentContact(tx, asking, id, contactId));
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/contacts/:contactId", method: "PUT", allow: "case.work", record: "contact.corrected", about: "Corrects or completes a contact.", params: ofContact, body: contactBody, versioned: true, bodyExample: { kind: "talk", text: "Zusage für den B1-Kurs ab Januar." },
    handle: async (tx, input, asking) => {
      await correctContact(tx, asking, input.params.id, input.params.contactId, input.version, contactInput(input.body, asking.today));
      return written(input.params.contactId);
    },
    ...asContact,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/contacts/:contactId", method: "DELETE", allow: "case.work", record: "contact.withdrawn", about: "Takes one's own contact back within a day.", params: ofContact,
    handle: async (tx, input, asking) => {
      await withdrawContact(tx, asking, input.params.id, input.params.contactId);
      return written(input.params.contactId);
    },
    ...asDone,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/contacts/:contactId/review", method: "POST", allow: "case.work", record: "contact.reviewed", about: "Says whether an imported remark stays entrusted.", params: ofContact, body: z.object({ staysEntrusted: flag() }), bodyExample: { staysEntrusted: true },
    handle: async (tx, input, asking) => {
      await reviewEntrusted(tx, asking, input.params.id, input.params.contactId, input.body.staysEntrusted);
      return written(input.params.contactId, { status: 200 });
    },
    ...asContact,
  }),
  apiWrite({
    path: "/api/v1/phone-notes", method: "POST", allow: "case.work", record: "contact.added", about: "A note from a telephone call, for a case found by number or name.", body: phoneNoteBody, bodyExample: { who: "2026-0417", text: "Ruft morgen zurück." },
    handle: async (tx, input, asking) => {
      const { caseId, ...rest } = input.body;
      return written((await recordPhoneNote(tx, asking, { ...rest, caseId: caseId || null })).id);
    },
    ...asContact,
  }),
];

const followUps: Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/follow-ups", method: "POST", allow: "case.work", record: "follow_up.added", about: "Adds a follow-up.", params: ofCase, body: followUpBody, bodyExample: { title: "Zeugnis übersetzen lassen", dueOn: "2026-12-01" },
    handle: async (tx, input, asking) => written(await addFollowUp(tx, asking, input.params.id, input.body)),
    ...asFollowUp,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/follow-ups/:followUpId", method: "PUT", allow: "case.work", record: "follow_up.changed", about: "Changes words, due day or owner.", params: ofFollowUp, body: followUpBody, versioned: true, bodyExample: { title: "Zeugnis übersetzen lassen", dueOn: "2026-12-08" },
    handle: async (tx, input, asking) => {
      await changeFollowUp(tx, asking, input.params.id, input.params.followUpId, input.version, input.body);
      return written(input.params.followUpId);
    },
    ...asFollowUp,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/follow-ups/:followUpId/done", method: "PUT", allow: "case.work", record: "follow_up.done", about: "Ticks a follow-up off.", params: ofFollowUp,
    handle: async (tx, input, asking) => {
      await finishFollowUp(tx, asking, input.params.id, input.params.followUpId);
      return written(input.params.followUpId);
    },
    ...asFollowUp,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/follow-ups/:followUpId/done", method: "DELETE", allow: "case.work", record: "follow_up.reopened", about: "Opens a follow-up again.", params: ofFollowUp,
    handle: async (tx, input, asking) => {
      await reopenFollowUp(tx, asking, input.params.id, input.params.followUpId);
      return written(input.params.followUpId);
    },
    ...asFollowUp,
  }),
];

const documents: Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/documents", allow: "case.work", record: "document.listed", about: "Files of a case.", params: ofCase, answer: z.object({ documents: z.array(documentAnswer) }), example: { documents: [documentExample] },
    handle: async (tx, input, asking) => {
      const documents = await documentsOf(tx, asking, input.params.id);
      await record(tx, asking, { action: "document.listed", objectKind: "document", objectIds: documents.map((d) => d.id), caseId: input.params.id });
      return json({ documents });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/documents", method: "POST", allow: "case.work", record: "document.added", about: "Adds a file as multipart/form-data, field `file`, at most 25 MB.", params: ofCase, body: documentBody, uploadLimit: MOST_BYTES, bodyExample: { kind: "certificate" },
    answer: documentAnswer, example: documentExample,
    handle: async (tx, input, asking) => written(await addDocument(tx, asking, input.params.id, input.uploads.find((u) => u.field === "file"), input.body)),
    show: async (tx, id, asking) => withVersion(await currentDocument(tx, asking, (await findDocumentCase(tx, id)).case_id, id)),
  }),
  apiRead({
    path: "/api/v1/cases/:id/documents/:documentId/content", allow: "case.work", record: "document.read", about: "The bytes of a file, as an attachment.", params: ofDocument, answer: z.any(), example: "(the file)",
    handle: (tx, input, asking) => downloadDocument(tx, asking, input.params.id, input.params.documentId),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/documents/:documentId", method: "PATCH", allow: "case.work", record: "document.changed", versioned: true, about: "What a file is, the day on it, and whom it is about.", params: ofDocument, body: aboutBody, bodyExample: { kind: "certificate", datedOn: "2026-11-02" },
    answer: documentAnswer, example: documentExample,
    handle: async (tx, input, asking) => {
      await describeDocument(tx, asking, input.params.id, input.params.documentId, input.version, input.body);
      return written(input.params.documentId);
    },
    show: async (tx, id, asking) => withVersion(await currentDocument(tx, asking, (await findDocumentCase(tx, id)).case_id, id)),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/documents/:documentId", method: "DELETE", allow: "case.work", record: "document.withdrawn", about: "Takes a file out of the case.", params: ofDocument,
    handle: async (tx, input, asking) => {
      await withdrawDocument(tx, asking, input.params.id, input.params.documentId);
      return written(input.params.documentId);
    },
    ...asDone,
  }),
];

export const entriesApi: readonly Route[] = [...contacts, ...followUps, ...documents];
