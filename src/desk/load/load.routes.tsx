import { record } from "../../audit/index.ts";
import { listColleagues } from "../../cases/reading/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { AbsencesPage } from "./absences.page.tsx";
import { LoadPage } from "./load.page.tsx";
import { readLoad } from "./read-load.ts";

export const loadRoutes: readonly Route[] = [
  pageRoute({
    path: "/auslastung",
    allow: "team.see",
    record: "load.read",
    about: "How many running cases each case manager leads, by phase, with what is overdue.",
    handle: async (tx, _input, asking) => {
      const load = await readLoad(tx, asking);
      await record(tx, asking, { action: "load.read", objectKind: "account", objectIds: load.managers.flatMap((m) => (m.accountId === null ? [] : [m.accountId])) });
      return page("Auslastung", () => <LoadPage load={load} roomName={asking.session.roomName ?? ""} />, { nav: "caseload" });
    },
  }),
  pageRoute({
    path: "/vertretungen",
    allow: "team.see",
    record: { none: "names of colleagues and days, nothing of any person" },
    about: "Who of the team is away until when, and who stands in.",
    handle: async (tx, _input, asking) => {
      const colleagues = await listColleagues(tx);
      return page("Vertretungen", () => <AbsencesPage colleagues={colleagues} today={asking.today} hrefOf={(id) => `/vertretungen/${id}`} />, { nav: "absences" });
    },
  }),
];
