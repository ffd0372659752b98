import { z } from "zod";
import { record } from "../../audit/index.ts";
import { MOST_BYTES, oneOf } from "../../cases/index.ts";
import { actionRoute, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { readOfficeHead } from "../file/office-head.ts";
import { ofOfficePerson } from "../of-office-person.ts";
import { PAPER_KINDS } from "../office-words.ts";
import { addPaper, downloadPaper, papersOf, withdrawPaper } from "./keep-paper.ts";
import { PapersPage } from "./papers.page.tsx";

const ofPaper = ofOfficePerson.extend({ paperId: z.uuid() });

export const paperRoutes: readonly Route[] = [
  formRoute({
    path: "/vorgaenge/:personId/unterlagen", allow: "office.work", record: "paper.added", showRecord: "paper.listed", about: "Papers of a person of the authority's room, and adding one (at most 25 MB).", params: ofOfficePerson,
    body: z.object({ kind: oneOf(PAPER_KINDS, "Wählen Sie die Art.").default("other") }), uploadLimit: MOST_BYTES,
    show: async (tx, { params }, asking, form) => {
      const head = await readOfficeHead(tx, asking, params.personId);
      const papers = await papersOf(tx, asking, { id: head.id, key_ref: head.keyRef });
      await record(tx, asking, { action: "paper.listed", objectKind: "person", objectIds: [params.personId, ...papers.map((p) => p.id)] });
      const view = { head, papers, form, hidden: asking.form() };
      return page("Unterlagen", () => <PapersPage {...view} />, { nav: "office-files" });
    },
    submit: async (tx, { params, body, uploads }, asking) => {
      await addPaper(tx, asking, params.personId, uploads.find((u) => u.field === "file"), body.kind);
      return redirect(`/vorgaenge/${params.personId}/unterlagen`, "Datei abgelegt.");
    },
  }),
  pageRoute({
    path: "/vorgaenge/:personId/unterlagen/:paperId/herunterladen", allow: "office.work", record: "paper.read", about: "Hands out a paper of an authority as an attachment.", params: ofPaper,
    handle: (tx, { params }, asking) => downloadPaper(tx, asking, params.personId, params.paperId),
  }),
  actionRoute({
    path: "/vorgaenge/:personId/unterlagen/:paperId/zurueckziehen", allow: "office.work", record: "paper.withdrawn", about: "Takes a paper out; where it stood for evidence it stays as seen.", params: ofPaper,
    handle: async (tx, { params }, asking) => {
      await withdrawPaper(tx, asking, params.personId, params.paperId);
      return redirect(`/vorgaenge/${params.personId}/unterlagen`, "Datei zurückgezogen.");
    },
  }),
];
