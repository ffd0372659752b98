import { z } from "zod";
import { day, neededText, ofCase, openText, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { contentDisposition } from "../../files/index.ts";
import { actionRoute, type Asking, type Bytes, bytes, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { confirmReceipt, fetchPackage, makePackage } from "./make-package.ts";
import { findOffer, isOnTeam, listPackages } from "./packages.sql.ts";
import { archivePath, PackagesPage, type ShownPackage } from "./packages.page.tsx";

export const receiptFields = { receivedOn: day("Geben Sie den Tag ein."), reference: neededText(200, "Schreiben Sie, was das Archiv bestätigt hat.") };
export const ofPackage = z.object({ id: z.uuid(), packageId: z.uuid() });

export async function packagesOf(tx: ReadTx, asking: Asking, caseId: string, keyRef: string): Promise<ShownPackage[]> {
  return (await listPackages(tx, caseId)).map((p) => ({
    id: p.id, madeOn: p.made_on, madeBy: p.made_by_name, size: p.size, sha256: p.sha256.toString("hex"), leftOut: p.left_out, wasFetched: p.was_fetched,
    receiptOn: p.receipt_on, receipt: openText(asking, keyRef, "archive_packages.receipt_ct", p.id, p.receipt_ct), version: p.version,
  }));
}
export async function packageBytes(tx: ReadTx, asking: Asking, caseId: string, packageId: string): Promise<Bytes> {
  const { name, content } = await fetchPackage(tx, asking, caseId, packageId);
  return bytes(content, { "content-type": "application/zip", "content-disposition": contentDisposition("attachment", name), "x-content-type-options": "nosniff", "cache-control": "private, no-store" });
}

export const packageRoutes: readonly Route[] = [
  formRoute({
    path: "/faelle/:id/archiv", allow: "retention.lead", record: "archive_package.confirmed", showRecord: "case.read", about: "What the archive took over of a file, the packages made for it, and its receipt, after which the file is erased.", params: ofCase,
    body: z.object({ ...receiptFields, packageId: z.uuid() }),
    show: async (tx, { params }, asking, form) => {
      const common = await showCase(tx, asking, params.id, form, { headIsEnough: true });
      const offer = await findOffer(tx, params.id);
      const view = {
        ...common, packages: await packagesOf(tx, asking, params.id, common.head.keyRef), isOnTeam: await isOnTeam(tx, params.id),
        offer: offer === undefined ? null : { offeredOn: offer.offered_on, answer: offer.answer, answeredOn: offer.answered_on, isUnlawful: offer.is_unlawful },
      };
      return page("Archiv", () => <PackagesPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      await confirmReceipt(tx, asking, params.id, body.packageId, version, body);
      return redirect("/aufbewahrung", "Empfang bestätigt. Die nächste Nacht löscht, wenn die Frist vorbei ist und nichts sperrt.");
    },
  }),
  actionRoute({
    path: "/faelle/:id/archiv/paket", allow: "archive.package", record: "archive_package.made", about: "Makes the package of a file that the archive took over; what was confided is not in it.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      await makePackage(tx, asking, params.id);
      return redirect(archivePath(params.id), "Das Paket ist erstellt. Laden Sie es herunter und geben Sie es dem Archiv auf einem sicheren Weg.");
    },
  }),
  pageRoute({
    path: "/faelle/:id/archiv/:packageId/paket.zip", allow: "archive.package", record: "archive.downloaded", about: "The package for the archive, for whoever leads the room and works in the team of the file.", params: ofPackage,
    handle: (tx, { params }, asking) => packageBytes(tx, asking, params.id, params.packageId),
  }),
];
