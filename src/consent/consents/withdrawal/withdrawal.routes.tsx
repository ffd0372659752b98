import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { list, showCase, text } from "../../../cases/index.ts";
import { type CaseHead, readCaseHead } from "../../../cases/reading/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import { type Asking, formRoute, page, pageRoute, redirect, type Route } from "../../../http/index.ts";
import { NotFound } from "../../../kernel/errors.ts";
import type { WithdrawalReceipt } from "../../../pdf/index.ts";
import { isSheetLanguage } from "../consent-form-words.ts";
import { ofConsent, pdfLater } from "../consent-address.ts";
import { senderName } from "../make-sheet.ts";
import { currentConsent } from "../read-consents.ts";
import { textsFor } from "../texts/consent-texts.ts";
import { readConsequences } from "./read-consequences.ts";
import { receiptOf } from "./receipt.ts";
import { ReceiptPage } from "./receipt.page.tsx";
import { withdrawConsent } from "./withdraw-consent.ts";
import { WithdrawalPage } from "./withdrawal.page.tsx";

export const withdrawalBody = z.object({ scope: text(10), categories: list(200), form: text(20) });

const withdrawal = formRoute({
  path: "/faelle/:id/einwilligungen/:consentId/widerruf",
  allow: "consent.record",
  record: "consent.withdrawn",
  showRecord: "consent.read",
  about: "Withdraws a consent, whole or in part, and says before what follows.",
  params: ofConsent,
  body: withdrawalBody,
  show: async (tx, input, asking, form) => {
    const { id, consentId } = input.params;
    const view = await showCase(tx, asking, id, form);
    const consent = await currentConsent(tx, asking, id, consentId);
    const consequences = await readConsequences(tx, asking, consent);
    await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: id });
    return page("Widerruf", () => <WithdrawalPage {...view} consent={consent} consequences={consequences} />, { nav: "cases" });
  },
  submit: async (tx, input, asking) => {
    const { id, consentId } = input.params;
    await withdrawConsent(tx, asking, id, consentId, input.version, input.body);
    return { ...redirect(`/faelle/${id}/einwilligungen/${consentId}/beleg`, "Widerruf aufgenommen. Geben Sie der Person den Beleg."), id: consentId };
  },
});

async function readReceipt(tx: ReadTx, asking: Asking, head: CaseHead, consentId: string): Promise<WithdrawalReceipt> {
  const consent = await currentConsent(tx, asking, head.id, consentId);
  if (consent.lastWithdrawnOn === null || !isSheetLanguage(consent.language)) throw new NotFound();
  await record(tx, asking, { action: "consent.read", objectKind: "consent", objectIds: [consentId], caseId: head.id });
  return receiptOf({
    consent, language: consent.language, texts: textsFor(consent.language, consent.textVersion), areas: head.lifeAreas, sender: await senderName(tx, asking), reference: `Fall ${head.number} · ${consentId.slice(-8)}`,
    consequences: await readConsequences(tx, asking, consent), withdrawnOn: consent.lastWithdrawnOn,
  });
}

const receiptPage = pageRoute({
  path: "/faelle/:id/einwilligungen/:consentId/beleg",
  allow: "consent.read",
  record: "consent.read",
  about: "The receipt of a withdrawal, for the person.",
  params: ofConsent,
  handle: async (tx, input, asking) => {
    const { id, consentId } = input.params;
    const { head, today } = await showCase(tx, asking, id, { values: {}, refusals: [] });
    const receipt = await readReceipt(tx, asking, head, consentId);
    return page("Beleg", () => <ReceiptPage head={head} today={today} receipt={receipt} base={`/faelle/${id}/einwilligungen/${consentId}`} />, { nav: "cases" });
  },
});

const receiptPaper = pageRoute({
  path: "/faelle/:id/einwilligungen/:consentId/beleg.pdf",
  allow: "consent.read",
  record: "consent.read",
  about: "The receipt of a withdrawal as an accessible PDF.",
  params: ofConsent,
  handle: async (tx, input, asking) => {
    const head = await readCaseHead(tx, asking, input.params.id);
    return pdfLater("receipt", await readReceipt(tx, asking, head, input.params.consentId), asking.now, "beleg.pdf");
  },
});

export const withdrawalRoutes: readonly Route[] = [withdrawal, receiptPage, receiptPaper];
