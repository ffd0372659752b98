import { z } from "zod";
import { record } from "../../audit/index.ts";
import { flag, optionalId, text } from "../../cases/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { pageQuery } from "../inbox/letter-cursor.ts";
import { NewRequestPage, RequestPage, RequestsPage } from "./requests.page.tsx";
import { readRequest, readRequests, requestFacts, sendRequest } from "./send-request.ts";

export const ofRequest = z.object({ requestId: z.uuid() });
export const requestBody = z.object({ recipientId: text(60), about: text(500), needed: text(2000), basis: text(300), is87: flag(), caseId: optionalId(), personId: optionalId() });

export const requestRoutes: readonly Route[] = [
  pageRoute({
    path: "/anfragen", allow: "request.send", record: "request.listed", about: "Requests that the room sent, page by page.", query: pageQuery,
    handle: async (tx, { query }, asking) => {
      const { requests, next } = await readRequests(tx, asking, query.nach);
      await record(tx, asking, { action: "request.listed", objectKind: "request", objectIds: requests.map((r) => r.id) });
      return page("Anfragen", () => <RequestsPage requests={requests} next={next} isLater={query.nach !== undefined} />, { nav: "requests" });
    },
  }),
  formRoute({
    path: "/anfragen/neu", allow: "request.send", record: "request.sent", showRecord: { none: "names offices and the reader's own cases by number" }, about: "Asks another organisation.", query: z.object({ fall: optionalId(), person: optionalId().catch(null) }), body: requestBody,
    show: async (tx, { query }, asking, form) => {
      const view = { ...(await requestFacts(tx, asking)), caseId: query.fall, personId: query.person, hidden: asking.form(), form };
      return page("Neue Anfrage", () => <NewRequestPage {...view} />, { nav: "requests" });
    },
    submit: async (tx, { body }, asking) => redirect(`/anfragen/${await sendRequest(tx, asking, body)}`, "Zugestellt."),
  }),
  pageRoute({
    path: "/anfragen/:requestId", allow: "request.send", record: "request.read", about: "One request, and the disclosure that came to it.", params: ofRequest,
    handle: async (tx, { params }, asking) => {
      const request = await readRequest(tx, asking, params.requestId);
      await record(tx, asking, { action: "request.read", objectKind: "request", objectIds: [request.id], ...(request.caseId === null ? {} : { caseId: request.caseId }) });
      return page("Anfrage", () => <RequestPage request={request} />, { nav: "requests" });
    },
  }),
];
