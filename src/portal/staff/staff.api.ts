import { z } from "zod";
import { record } from "../../audit/index.ts";
import { getCaseFile, ofCase, saidText, sealText } from "../../cases/working/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { Stale } from "../../kernel/errors.ts";
import { readMessage, readMessages, type ShownMessage } from "./read-staff.ts";
import { answerMessage, findMessageCase } from "./staff.sql.ts";

const message = z.object({ id: z.uuid(), personId: z.uuid(), kind: z.enum(["question", "wrong", "restrict", "object", "paper", "fact"]), item: z.string(), text: z.string(), state: z.enum(["open", "done", "declined"]), answer: z.string(), sentOn: z.string(), documentId: z.uuid().nullable(), version: z.number() });
const messageExample: z.output<typeof message> = { id: EXAMPLE_ID, personId: EXAMPLE_ID, kind: "question", item: "", text: "Wann ist der nächste Termin?", state: "open", answer: "", sentOn: "2026-11-20", documentId: null, version: 1 };
const shownMessage = (m: ShownMessage): z.output<typeof message> => ({ id: m.id, personId: m.personId, kind: m.kind, item: m.item, text: m.text, state: m.state, answer: m.answer, sentOn: m.sentOn, documentId: m.documentId, version: m.version });
export const portalStaffApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/portal-messages", allow: "portal.read", record: "portal_message.listed", about: "What the persons of a case wrote on their own pages.", params: ofCase, answer: z.object({ items: z.array(message) }), example: { items: [messageExample] },
    handle: async (tx, { params }, asking) => {
      const all = await readMessages(tx, asking, params.id);
      await record(tx, asking, { action: "portal_message.listed", objectKind: "portal_message", objectIds: all.map((m) => m.id), caseId: params.id });
      return json({ items: all.map(shownMessage) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/portal-messages/:messageId", method: "PUT", versioned: true, allow: "portal.manage", record: "portal_message.answered", about: "Answers a message of the person.", params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    body: z.object({ answer: saidText(4000, "Schreiben Sie eine Antwort."), state: z.enum(["done", "declined"]) }), bodyExample: { answer: "Am Montag um neun.", state: "done" },
    handle: async (tx, { params, body, version }, asking) => {
      const file = await getCaseFile(tx, params.id);
      const answer = sealText(asking, file.key_ref, "portal_messages.answer_ct", params.messageId, body.answer);
      if ((await answerMessage(tx, asking.session, params.id, { id: params.messageId, version, state: body.state, answer })) !== 1) throw new Stale(await readMessage(tx, asking, params.id, params.messageId));
      await record(tx, asking, { action: "portal_message.answered", objectKind: "portal_message", objectIds: [params.messageId], caseId: params.id });
      return written(params.messageId, { status: 200 });
    },
    answer: message, example: messageExample,
    show: async (tx, id, asking) => { const m = await readMessage(tx, asking, (await findMessageCase(tx, id)).case_id, id); return json(shownMessage(m), m.version); },
  }),
];
