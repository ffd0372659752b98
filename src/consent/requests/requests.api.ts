import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { apiQuery } from "../inbox/letter-cursor.ts";
import { ofRequest, requestBody } from "./requests.routes.tsx";
import { readRequest, readRequests, sendRequest, type ShownRequest } from "./send-request.ts";

const one = z.object({
  id: z.uuid(), caseId: z.uuid().nullable(), recipient: z.string(), about: z.string(), needed: z.string(), basis: z.string(), is87: z.boolean(), authorName: z.string(), sentAt: z.string(),
  state: z.literal("received"), answerIds: z.array(z.uuid()), version: z.int(),
});
const example = { id: EXAMPLE_ID, caseId: null, recipient: "Kommunales Integrationszentrum Kreis Lindenau", about: "Amira Haddad, 12.03.1992", needed: "Anschrift", basis: "§ 86 AufenthG", is87: true, authorName: "Jens Otto", sentAt: "2026-11-20T09:00:00.000Z", state: "received" as const, answerIds: [], version: 1 };
const answerOf = (r: ShownRequest) => ({ id: r.id, caseId: r.caseId, recipient: r.recipient, about: r.about, needed: r.needed, basis: r.basis, is87: r.is87, authorName: r.authorName, sentAt: r.sentAt, state: r.state, answerIds: r.answerIds, version: r.version });
const showOne = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const r = await readRequest(tx, asking, id);
  return json(answerOf(r), r.version);
};

export const requestsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/requests", allow: "request.send", record: "request.listed", about: "Requests that the room sent; their state is always `received`.", query: apiQuery, answer: z.object({ requests: z.array(one), next: z.string().nullable() }), example: { requests: [example], next: null },
    handle: async (tx, { query }, asking) => {
      const shown = await readRequests(tx, asking, query.cursor, query.limit);
      const requests = shown.requests.map(answerOf);
      await record(tx, asking, { action: "request.listed", objectKind: "request", objectIds: requests.map((r) => r.id) });
      return json({ requests, next: shown.next });
    },
  }),
  apiRead({
    path: "/api/v1/requests/:requestId", allow: "request.send", record: "request.read", about: "One request, and the inbox items that came to it.", params: ofRequest, answer: one, example,
    handle: async (tx, { params }, asking) => {
      const answer = await showOne(tx, params.requestId, asking);
      await record(tx, asking, { action: "request.read", objectKind: "request", objectIds: [params.requestId] });
      return answer;
    },
  }),
  apiWrite({
    path: "/api/v1/requests", method: "POST", allow: "request.send", record: "request.sent", about: "Asks another organisation.", body: requestBody, bodyExample: { recipientId: EXAMPLE_ID, about: "Amira Haddad, 12.03.1992", needed: "Anschrift", basis: "§ 86 AufenthG", is87: true },
    answer: one, example,
    handle: async (tx, { body }, asking) => {
      const id = await sendRequest(tx, asking, body);
      return written(id, { location: `/api/v1/requests/${id}` });
    },
    show: showOne,
  }),
];
