import { z } from "zod";
import { record } from "../../audit/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { ofCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { confirmReceipt, makePackage } from "./make-package.ts";
import type { ShownPackage } from "./packages.page.tsx";
import { findPackageCase } from "./packages.sql.ts";
import { ofPackage, packageBytes, packagesOf, receiptFields } from "./packages.routes.tsx";

const answer = z.object({ id: z.uuid(), madeOn: z.string(), madeBy: z.string(), size: z.number(), sha256: z.string(), leftOut: z.number(), receiptOn: z.string().nullable(), receipt: z.string(), version: z.number() });
const EXAMPLE = { id: EXAMPLE_ID, madeOn: "2026-11-22", madeBy: "Martin Brandt", size: 184_320, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", leftOut: 2, receiptOn: null, receipt: "", version: 1 };
const shown = ({ wasFetched: _known, ...p }: ShownPackage): z.output<typeof answer> => p;

async function show(tx: ReadTx, id: string, asking: Asking) {
  const { case_id: caseId } = await findPackageCase(tx, id);
  const one = (await packagesOf(tx, asking, caseId, (await readCaseHead(tx, asking, caseId)).keyRef)).find((p) => p.id === id)!;
  return json(shown(one), one.version);
}
const written_ = { answer, example: EXAMPLE, show } as const;

export const packageApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/archive-packages", allow: "retention.lead", record: "case.read", about: "The packages that were made of a file for the archive.", params: ofCase, answer: z.object({ items: z.array(answer) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      const head = await readCaseHead(tx, asking, params.id);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: head.isOpen ? "api" : "head" });
      return json({ items: (await packagesOf(tx, asking, params.id, head.keyRef)).map(shown) });
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/archive-packages/:packageId/content", allow: "archive.package", record: "archive.downloaded", about: "The package itself, as ZIP.", params: ofPackage, answer: z.string(), example: "PK…",
    handle: (tx, { params }, asking) => packageBytes(tx, asking, params.id, params.packageId),
  }),
  apiWrite({
    path: "/api/v1/cases/:id/archive-packages", method: "POST", allow: "archive.package", record: "archive_package.made", about: "Makes the package of a file that the archive took over; what was confided is not in it.", params: ofCase,
    handle: async (tx, { params }, asking) => written(await makePackage(tx, asking, params.id)),
    ...written_,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/archive-packages/:packageId/receipt", method: "POST", versioned: true, allow: "retention.lead", record: "archive_package.confirmed", about: "The archive has received a package: the file is erased when its period is over.", params: ofPackage,
    body: z.object(receiptFields), bodyExample: { receivedOn: "2026-11-22", reference: "Zugang 2026/112, Schreiben vom 22. November" },
    handle: async (tx, { params, body, version }, asking) => {
      await confirmReceipt(tx, asking, params.id, params.packageId, version, body);
      return written(params.packageId, { status: 200 });
    },
    ...written_,
  }),
];
