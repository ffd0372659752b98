import { record } from "../../audit/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { rightsOf } from "../completeness/rights.ts";
import { officeQuery } from "./office-address.ts";
import { OfficeListPage } from "./office-list.page.tsx";
import { readOfficeList } from "./read-office-list.ts";

export const officeListRoutes: readonly Route[] = [
  pageRoute({
    path: "/vorgaenge", allow: "office.work", record: "office_file.listed", about: "The persons of an authority's room with what is due next: filtered, sorted, page by page.", query: officeQuery,
    handle: async (tx, { query }, asking) => {
      const list = await readOfficeList(tx, asking, query);
      await record(tx, asking, { action: "office_file.listed", objectKind: "person", objectIds: list.lines.map((l) => l.id) });
      const view = { query, list, rights: rightsOf(asking.session.roles).map((r) => ({ id: r.id, norm: r.norm })), today: asking.today, roomName: asking.session.roomName ?? "" };
      return page("Vorgänge", () => <OfficeListPage {...view} />, { nav: "office-files" });
    },
  }),
];
