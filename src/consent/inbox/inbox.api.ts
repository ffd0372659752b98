import { z } from "zod";
import { record } from "../../audit/index.ts";
import { optionalId, text } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { answersOf } from "../disclosures/disclosure-input.ts";
import { content } from "../outgoing/index.ts";
import { acceptItem, askBack, declineDisclosure, finishItem, linkToPerson, putRequestToCase, refuseRequest } from "./answer-item.ts";
import { downloadFile, ofItem, refusalBody } from "./inbox.routes.tsx";
import { apiQuery } from "./letter-cursor.ts";
import { readInbox, readInboxItem, type ShownInboxItem } from "./read-inbox.ts";

const line = z.object({ id: z.uuid(), kind: z.string(), from: z.string(), subject: z.string(), receivedAt: z.string(), state: z.string(), is87: z.boolean(), caseId: z.uuid().nullable(), personId: z.uuid().nullable(), version: z.int() });
const whole = line.extend({ content, check88: z.unknown(), reason: z.string().nullable() });
const lineExample = { id: EXAMPLE_ID, kind: "request", from: "Ausländerbehörde Kreis Lindenau", subject: "Amira Haddad, 12.03.1992", receivedAt: "2026-11-20T09:00:00.000Z", state: "received", is87: true, caseId: null, personId: null, version: 1 };
const wholeExample = {
  ...lineExample, check88: null, reason: null,
  content: { type: "request" as const, sender: { organisation: "Ausländerbehörde Kreis Lindenau", person: "Jens Otto", role: "Ausländerbehörde" }, sentOn: "20.11.2026", about: "Amira Haddad, 12.03.1992", needed: "Anschrift", basis: "§ 86 AufenthG" },
};
const lineOf = (i: ShownInboxItem) => ({ id: i.id, kind: i.kind, from: i.from, subject: i.subject, receivedAt: i.receivedAt, state: i.state, is87: i.is87, caseId: i.caseId, personId: i.personId, version: i.version });
const showOne = async (tx: ReadTx, asking: Asking, id: string): Promise<Json> => {
  const i = await readInboxItem(tx, asking, id);
  return json({ ...lineOf(i), content: i.content, check88: i.check88, reason: i.reason }, i.version);
};
const asOne = { allow: "inbox.read", params: ofItem, answer: whole, example: wholeExample, show: (tx: ReadTx, id: string, asking: Asking) => showOne(tx, asking, id) } as const;
const ONE = "/api/v1/inbox/:itemId";

export const inboxApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/inbox", allow: "inbox.read", record: "inbox.listed", about: "What came into the room, open ones first, page by page.", query: apiQuery, answer: z.object({ items: z.array(line), next: z.string().nullable() }), example: { items: [lineExample], next: null },
    handle: async (tx, { query }, asking) => {
      const shown = await readInbox(tx, asking, query.cursor, query.limit);
      const items = shown.items.map(lineOf);
      await record(tx, asking, { action: "inbox.listed", objectKind: "inbox_item", objectIds: items.map((i) => i.id) });
      return json({ items, next: shown.next });
    },
  }),
  apiRead({
    path: ONE, allow: "inbox.read", record: "inbox.read", about: "One letter of the inbox, as it was sent.", params: ofItem, answer: whole, example: wholeExample,
    handle: async (tx, { params }, asking) => {
      const answer = await showOne(tx, asking, params.itemId);
      await record(tx, asking, { action: "inbox.read", objectKind: "inbox_item", objectIds: [params.itemId] });
      return answer;
    },
  }),
  apiRead({
    path: `${ONE}/files/:index`, allow: "inbox.read", record: "inbox.file_read", about: "A file that came with a disclosure.", params: ofItem.extend({ index: z.string().max(40) }), answer: z.unknown(), example: "(bytes)",
    handle: (tx, { params }, asking) => downloadFile(tx, asking, params.itemId, params.index),
  }),
  apiWrite({
    ...asOne, path: `${ONE}/acceptance`, method: "PUT", record: "inbox.accepted", about: "Accepts a disclosure.", versioned: true,
    handle: async (tx, { params, version }, asking) => {
      await acceptItem(tx, asking, params.itemId, version);
      return written(params.itemId);
    },
  }),
  apiWrite({
    ...asOne, path: `${ONE}/questions`, method: "POST", record: "inbox.asked_back", about: "Asks the sender back.", body: z.object({ text: text(2000) }), bodyExample: { text: "Seit wann gilt das?" },
    handle: async (tx, { params, body }, asking) => {
      await askBack(tx, asking, params.itemId, null, body.text);
      return written(params.itemId);
    },
  }),
  apiWrite({
    allow: "inbox.read", params: ofItem, path: ONE, method: "DELETE", record: "inbox.declined", about: "Declines a disclosure: row, key and files go.", answer: z.object({ id: z.uuid(), isGone: z.boolean() }), example: { id: EXAMPLE_ID, isGone: true },
    handle: async (tx, { params }, asking) => {
      await declineDisclosure(tx, asking, params.itemId);
      return written(params.itemId);
    },
    // nothing is left to show
    show: async (_tx, id) => json({ id, isGone: true }),
  }),
  apiWrite({
    ...asOne, path: `${ONE}/done`, method: "PUT", record: "inbox.done", about: "Ticks a notice, a reply or a request off.", versioned: true,
    handle: async (tx, { params, version }, asking) => {
      await finishItem(tx, asking, params.itemId, version);
      return written(params.itemId);
    },
  }),
  apiWrite({
    ...asOne, path: `${ONE}/refusal`, method: "PUT", record: "inbox.refused", about: "Refuses a request; its asker never sees the reason.", versioned: true, body: refusalBody, bodyExample: { reason: "Anvertraut.", isPublic: "yes", isSchool: "no", isEntrusted: "yes", isSecret: "yes", isSocialData: "no" },
    handle: async (tx, { params, body: { reason, isUnknown, ...answers }, version }, asking) => {
      await refuseRequest(tx, asking, params.itemId, version, { reason, isUnknown, answers88: answersOf(answers) });
      return written(params.itemId);
    },
  }),
  apiWrite({
    ...asOne, allow: "case.assign", path: `${ONE}/case`, method: "PUT", record: "inbox.put_to_case", about: "Puts a request to a case, by its number.", versioned: true, body: z.object({ caseNumber: text(40) }), bodyExample: { caseNumber: "2026-0417" },
    handle: async (tx, { params, body, version }, asking) => {
      await putRequestToCase(tx, asking, params.itemId, version, body.caseNumber);
      return written(params.itemId);
    },
  }),
  apiWrite({
    ...asOne, allow: "person.search", path: `${ONE}/person`, method: "PUT", record: "inbox.linked", about: "Links what was accepted to an own person.", versioned: true, body: z.object({ personId: optionalId() }), bodyExample: { personId: EXAMPLE_ID },
    handle: async (tx, { params, body, version }, asking) => {
      await linkToPerson(tx, asking, params.itemId, version, body.personId);
      return written(params.itemId);
    },
  }),
];
