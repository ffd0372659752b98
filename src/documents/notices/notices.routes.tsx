import { z } from "zod";
import { record } from "../../audit/index.ts";
import { addDocument, MOST_BYTES, ofCase, showCase } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, json, page, pageRoute, redirect, type Route, type Upload } from "../../http/index.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import { readTicket, startTicket, type TicketView } from "../photos/tickets.ts";
import { NewNoticePage } from "./new-notice.page.tsx";
import { NoticeFormPage } from "./notice-form.page.tsx";
import { noticeBody, noticeInput, ofNotice, settleBody } from "./notice-input.ts";
import { NoticePage } from "./notice.page.tsx";
import { NoticesPage } from "./notices.page.tsx";
import { readLoosePages, readNotice, readNotices } from "./read-notices.ts";
import { changeNotice, recordNotice, settleNotice } from "./record-notice.ts";

const NO_FORM: FormState = { values: {}, refusals: [] };
const ofTicket = z.object({ fotos: z.uuid().optional() });
const ticketOf = (tx: ReadTx, asking: Asking, caseId: string, id: string | undefined): Promise<TicketView | null> => (id === undefined ? Promise.resolve(null) : readTicket(tx, asking, caseId, id));

const photographs: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/bescheide/neu", allow: "case.work", record: "case.read", about: "Shows the QR code with which a telephone brings the pages of a notice into the case.", params: ofCase, query: ofTicket,
    handle: async (tx, { params, query }, asking) => {
      const { head, today, hidden } = await showCase(tx, asking, params.id, NO_FORM);
      const ticket = await ticketOf(tx, asking, params.id, query.fotos);
      const until = ticket === null ? "" : germanTime(ticket.expires_at, asking.app.config.timeZone);
      return page("Bescheid erfassen", () => <NewNoticePage head={head} today={today} hidden={hidden} ticket={ticket} until={until} />, { nav: "cases", ...(ticket === null || ticket.is_over ? {} : { refreshSeconds: 5 }) });
    },
  }),
  actionRoute({
    path: "/faelle/:id/fotos", allow: "case.work", record: "photo_ticket.made", about: "Makes a code for a telephone: for a quarter of an hour, for one case, to put photographs in and read nothing.", params: ofCase,
    handle: async (tx, { params }, asking) => redirect(`/faelle/${params.id}/bescheide/neu?fotos=${await startTicket(tx, asking, params.id)}`),
  }),
  pageRoute({
    path: "/faelle/:id/fotos/:ticketId/stand.json", allow: "case.work", record: { none: "tells how many pages came, and of what nothing" }, about: "Whether pages came since the page with the code was shown.",
    params: z.object({ id: z.uuid(), ticketId: z.uuid() }), query: z.object({ seiten: z.coerce.number().int().min(0).max(30).default(0) }),
    handle: async (tx, { params, query }, asking) => {
      const ticket = await readTicket(tx, asking, params.id, params.ticketId);
      return json({ done: ticket.page_count, total: 30, finished: ticket.is_over || ticket.page_count !== query.seiten });
    },
  }),
];

/** What came by telephone, what was chosen of the files, and what is sent along, in this order. */
async function pagesOf(tx: WriteTx, asking: Asking, caseId: string, chosen: { fotos: string | undefined; documentIds: readonly string[]; uploads: readonly Upload[]; personId: string | null; datedOn: z.output<typeof noticeBody>["issuedOn"] }): Promise<string[]> {
  const ticket = await ticketOf(tx, asking, caseId, chosen.fotos);
  const sent: string[] = [];
  for (const upload of chosen.uploads.filter((u) => u.field === "file")) sent.push(await addDocument(tx, asking, caseId, upload, { kind: "notice", personId: chosen.personId, lifeAreas: [], isEntrusted: false, datedOn: chosen.datedOn <= asking.today ? chosen.datedOn : null }));
  return [...new Set([...(ticket?.pageIds ?? []), ...chosen.documentIds, ...sent])];
}

const forms: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/bescheide/neu/angaben", allow: "case.work", record: "notice.recorded", showRecord: "case.read", about: "Takes a notice in: how it was made known, by which law, and the pages beside the form.", params: ofCase, query: ofTicket, body: noticeBody, uploadLimit: MOST_BYTES,
    show: async (tx, { params, query }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const ticket = await ticketOf(tx, asking, params.id, query.fotos);
      const loose = await readLoosePages(tx, asking, params.id);
      const photographed = ticket?.pageIds ?? [];
      const pages = photographed.map((documentId, i) => ({ documentId, name: `Seite ${i + 1}`, isPicture: true, isShowable: true }));
      return page("Bescheid erfassen", () => <NoticeFormPage {...common} known={null} pages={pages} loose={loose.filter((d) => !photographed.includes(d.value))} />, { nav: "cases" });
    },
    submit: async (tx, { params, query, body, uploads }, asking) => {
      const documentIds = await pagesOf(tx, asking, params.id, { fotos: query.fotos, documentIds: body.documentIds, uploads, personId: body.personId, datedOn: body.issuedOn });
      const id = await recordNotice(tx, asking, params.id, noticeInput(body), documentIds);
      return { ...redirect(`/faelle/${params.id}/bescheide/${id}`, "Bescheid abgelegt. Die Frist steht als Wiedervorlage an."), id };
    },
  }),
  formRoute({
    path: "/faelle/:id/bescheide/:noticeId/berichtigen", allow: "case.work", record: "notice.changed", showRecord: "notice.read", about: "Corrects what was typed of a notice; the time limit is computed anew.", params: ofNotice, body: noticeBody, uploadLimit: MOST_BYTES,
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form);
      const known = await readNotice(tx, asking, params.id, params.noticeId);
      await record(tx, asking, { action: "notice.read", objectKind: "notice", objectIds: [known.id], caseId: params.id });
      const loose = await readLoosePages(tx, asking, params.id);
      return page("Bescheid berichtigen", () => <NoticeFormPage {...common} known={known} pages={known.pages} loose={loose} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, uploads, version }, asking) => {
      const documentIds = await pagesOf(tx, asking, params.id, { fotos: undefined, documentIds: body.documentIds, uploads, personId: body.personId, datedOn: body.issuedOn });
      await changeNotice(tx, asking, params.id, params.noticeId, version, noticeInput(body), documentIds);
      return redirect(`/faelle/${params.id}/bescheide/${params.noticeId}`, "Gespeichert. Die Frist ist neu gerechnet.");
    },
  }),
];

export const noticeRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/bescheide", allow: "case.work", record: "notice.listed", about: "Notices that the person brought, with their time limits.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const { head, today } = await showCase(tx, asking, params.id, NO_FORM);
      const notices = await readNotices(tx, asking, params.id);
      await record(tx, asking, { action: "notice.listed", objectKind: "notice", objectIds: notices.map((n) => n.id), caseId: params.id });
      return page("Bescheide", () => <NoticesPage head={head} today={today} notices={notices} />, { nav: "cases" });
    },
  }),
  ...photographs,
  ...forms,
  pageRoute({
    path: "/faelle/:id/bescheide/:noticeId", allow: "case.work", record: "notice.read", about: "One notice: its pages, and how its time limit is reckoned, step by step with the norms.", params: ofNotice,
    handle: async (tx, { params }, asking) => {
      const { head, today, hidden } = await showCase(tx, asking, params.id, NO_FORM);
      const notice = await readNotice(tx, asking, params.id, params.noticeId);
      await record(tx, asking, { action: "notice.read", objectKind: "notice", objectIds: [notice.id], caseId: params.id });
      return page("Bescheid", () => <NoticePage head={head} today={today} hidden={hidden} notice={notice} />, { nav: "cases" });
    },
  }),
  actionRoute({
    path: "/faelle/:id/bescheide/:noticeId/erledigt", allow: "case.work", record: "notice.settled", about: "What came of a notice: something was filed, the person accepts it, or it is too late.", params: ofNotice, body: settleBody,
    handle: async (tx, { params, body }, asking) => {
      await settleNotice(tx, asking, params.id, params.noticeId, null, body.state);
      return redirect(`/faelle/${params.id}/bescheide/${params.noticeId}`, "Erledigt.");
    },
  }),
];
