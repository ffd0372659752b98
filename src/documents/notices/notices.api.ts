import { z } from "zod";
import { record } from "../../audit/index.ts";
import { ofCase } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { noticeBody, noticeInput, ofNotice, settleBody } from "./notice-input.ts";
import { findNoticeCase } from "./notices.sql.ts";
import { readNotice, readNotices, type ShownNotice } from "./read-notices.ts";
import { changeNotice, recordNotice, settleNotice } from "./record-notice.ts";

const BASE = "/api/v1/cases/:id/notices";
const answer = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), subject: z.string(), issuer: z.string(), reference: z.string(), issuedOn: z.string(), madeKnown: z.string(), madeKnownOn: z.string().nullable(), arrivedOn: z.string().nullable(),
  law: z.string(), remedy: z.string(), instruction: z.string(), period: z.string(), knownOn: z.string(), dueOn: z.string(), safeOn: z.string(), steps: z.array(z.object({ what: z.string(), day: z.string(), norm: z.string() })), cautions: z.array(z.string()),
  state: z.string(), settledOn: z.string().nullable(), followUpId: z.uuid().nullable(), documentIds: z.array(z.uuid()), version: z.int(),
});
const example = {
  id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, subject: "Ablehnung des Mehrbedarfs", issuer: "Jobcenter Lindenau", reference: "JC-4711", issuedOn: "2026-11-02", madeKnown: "post", madeKnownOn: null, arrivedOn: null, law: "social", remedy: "objection",
  instruction: "given", period: "one_month", knownOn: "2026-11-06", dueOn: "2026-12-07", safeOn: "2026-12-07", steps: [{ what: "Gilt am vierten Tag danach als bekannt gegeben.", day: "2026-11-06", norm: "§ 37 Abs. 2 Satz 1 SGB X" }], cautions: [], state: "open", settledOn: null, followUpId: EXAMPLE_ID, documentIds: [], version: 1,
};
const bodyExample = { personId: EXAMPLE_ID, subject: "Ablehnung des Mehrbedarfs", issuer: "Jobcenter Lindenau", reference: "JC-4711", issuedOn: "2026-11-02", madeKnown: "post", law: "social", remedy: "objection", instruction: "given", period: "one_month", documentIds: [] };

const answerOf = ({ pages, ...notice }: ShownNotice) => ({ ...notice, documentIds: pages.map((p) => p.documentId) });
const showOne = async (tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Json> => {
  const notice = await readNotice(tx, asking, caseId, id);
  return json(answerOf(notice), notice.version);
};
// a replay knows only the notice's id: its case is looked up under the rights of that moment
const asOne = { allow: "case.work", answer, example, show: async (tx: ReadTx, id: string, asking: Asking) => showOne(tx, asking, (await findNoticeCase(tx, id)).case_id, id) } as const;

export const noticesApi: readonly Route[] = [
  apiRead({
    path: BASE, allow: "case.work", record: "notice.listed", about: "Notices that the person brought, with their time limits and how these are reckoned. A help, no legal advice.", params: ofCase, answer: z.object({ notices: z.array(answer) }), example: { notices: [example] },
    handle: async (tx, { params }, asking) => {
      const notices = await readNotices(tx, asking, params.id);
      await record(tx, asking, { action: "notice.listed", objectKind: "notice", objectIds: notices.map((n) => n.id), caseId: params.id });
      return json({ notices: notices.map(answerOf) });
    },
  }),
  apiWrite({
    path: BASE, method: "POST", record: "notice.recorded", about: "Takes a notice in; its pages are files of the case. The time limit becomes a follow-up.", params: ofCase, body: noticeBody, bodyExample, ...asOne,
    handle: async (tx, { params, body }, asking) => {
      const id = await recordNotice(tx, asking, params.id, noticeInput(body), body.documentIds);
      return written(id, { location: `/api/v1/cases/${params.id}/notices/${id}` });
    },
  }),
  apiRead({
    path: `${BASE}/:noticeId`, allow: "case.work", record: "notice.read", about: "One notice.", params: ofNotice, answer, example,
    handle: async (tx, { params }, asking) => {
      const shown = await showOne(tx, asking, params.id, params.noticeId);
      await record(tx, asking, { action: "notice.read", objectKind: "notice", objectIds: [params.noticeId], caseId: params.id });
      return shown;
    },
  }),
  apiWrite({
    path: `${BASE}/:noticeId`, method: "PUT", versioned: true, record: "notice.changed", about: "Corrects what was typed; the time limit is computed anew. Pages that are named are added.", params: ofNotice, body: noticeBody, bodyExample, ...asOne,
    handle: async (tx, { params, body, version }, asking) => {
      await changeNotice(tx, asking, params.id, params.noticeId, version, noticeInput(body), body.documentIds);
      return written(params.noticeId);
    },
  }),
  apiWrite({
    path: `${BASE}/:noticeId/outcome`, method: "PUT", versioned: true, record: "notice.settled", about: "What came of it.", params: ofNotice, body: settleBody, bodyExample: { state: "filed" }, ...asOne,
    handle: async (tx, { params, body, version }, asking) => {
      await settleNotice(tx, asking, params.id, params.noticeId, version, body.state);
      return written(params.noticeId);
    },
  }),
];
