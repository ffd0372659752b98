import { record } from "../../audit/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { OfficeDayPage } from "./office-day.page.tsx";
import { readOfficeDay } from "./read-office-day.ts";

export const officeDayRoutes: readonly Route[] = [
  pageRoute({
    path: "/heute", allow: "office.work", record: "day.read", about: "The day of an officer: own follow-ups, the room's appointments, what came in and what waits for a second person.",
    handle: async (tx, _input, asking) => {
      const day = await readOfficeDay(tx, asking);
      const shown = [...[...day.overdue, ...day.today, ...day.coming].map((x) => x.task), ...day.appointments, ...day.toJudge].map((x) => x.personId);
      await record(tx, asking, { action: "day.read", objectKind: "person", objectIds: [...new Set(shown)] });
      const view = { day, today: asking.today, hidden: asking.form() };
      return page("Heute", () => <OfficeDayPage {...view} />, { nav: "office-day" });
    },
  }),
];
