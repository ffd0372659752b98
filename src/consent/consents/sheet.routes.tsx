import { z } from "zod";
import { qrPicture } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { addDocument, MOST_BYTES, showCase } from "../../cases/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { ofConsent, pdfLater } from "./consent-address.ts";
import { ConsentPage } from "./consent.page.tsx";
import { linkSheet } from "./consents.sql.ts";
import { recordedSheet } from "./make-sheet.ts";
import { currentConsent } from "./read-consents.ts";
import { SheetUploadPage } from "./sheet-upload.page.tsx";
import { readConsequences } from "./withdrawal/read-consequences.ts";

const one = pageRoute({
  path: "/faelle/:id/einwilligungen/:consentId",
  allow: "consent.read",
  record: "consent.read",
  about: "One consent, with what rests on it.",
  params: ofConsent,
  handle: async (tx, input, asking) => {
    const { id, consentId } = input.params;
    const { head, today } = await showCase(tx, asking, id, { values: {}, refusals: [] });
    const consent = await currentConsent(tx, asking, id, consentId);
    const rests = await readConsequences(tx, asking, consent);
    await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: id });
    return page("Einwilligung", () => <ConsentPage head={head} today={today} consent={consent} rests={rests} />, { nav: "cases" });
  },
});

const paper = pageRoute({
  path: "/faelle/:id/einwilligungen/:consentId/blatt.pdf",
  allow: "consent.read",
  record: "consent.read",
  about: "The consent as an accessible PDF in both languages, with a code that brings the signed sheet back.",
  params: ofConsent,
  handle: async (tx, input, asking) => {
    const { id, consentId } = input.params;
    const head = await readCaseHead(tx, asking, id);
    const consent = await currentConsent(tx, asking, id, consentId);
    await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: id });
    return pdfLater("consent-sheet", await recordedSheet(tx, asking, head, consent, codeOf(`${asking.app.config.origin}/faelle/${id}/einwilligungen/${consentId}/blatt`)), asking.now, "einwilligung.pdf");
  },
});

/** Holds an address and no name: whoever finds the paper and scans it meets the sign-in page. */
export function codeOf(address: string): string {
  const { size, path } = qrPicture(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

const upload = formRoute({
  path: "/faelle/:id/einwilligungen/:consentId/blatt",
  allow: "consent.record",
  record: "consent.sheet_added",
  showRecord: "consent.read",
  about: "Takes the signed sheet as a photograph or scan; the code on the paper leads here.",
  params: ofConsent,
  body: z.object({}),
  uploadLimit: MOST_BYTES,
  show: async (tx, input, asking, form) => {
    const { id, consentId } = input.params;
    const view = await showCase(tx, asking, id, form);
    const consent = await currentConsent(tx, asking, id, consentId);
    await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: id });
    return page("Unterschriebenes Blatt", () => <SheetUploadPage {...view} consent={consent} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { id, consentId } = input.params;
    const consent = await currentConsent(tx, asking, id, consentId);
    const documentId = await addDocument(tx, asking, id, input.uploads.find((u) => u.field === "file"), { kind: "consent", personId: consent.personId, lifeAreas: [], isEntrusted: false });
    if ((await linkSheet(tx, id, consentId, documentId)) !== 1) throw new NotFound();
    await record(tx, asking, { action: "consent.sheet_added", objectKind: "consent", objectIds: [consentId], caseId: id });
    return redirect(`/faelle/${id}/einwilligungen/${consentId}`, "Das Blatt ist abgelegt.");
  },
});

export const sheetRoutes: readonly Route[] = [one, paper, upload];
