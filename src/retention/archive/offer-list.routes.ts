import { record } from "../../audit/index.ts";
import { bytes, pageRoute, type Route } from "../../http/index.ts";
import { offerListCsv } from "./offer-list.csv.ts";
import { listOffered } from "./offer-list.sql.ts";

export const offerListRoutes: readonly Route[] = [
  pageRoute({
    path: "/aufbewahrung/anbietungsliste.csv", allow: "retention.lead", record: "archive.exported", about: "What was offered to the archive and waits for its answer: numbers and days, no name.",
    handle: async (tx, _input, asking) => {
      const rows = await listOffered(tx, asking.today);
      await record(tx, asking, { action: "archive.exported", objectKind: "case", objectIds: rows.map((r) => r.case_id) });
      return bytes(Buffer.from(offerListCsv(rows)), { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="anbietung-${asking.today}.csv"`, "x-content-type-options": "nosniff" });
    },
  }),
];
