import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { MyDayPage } from "./my-day.page.tsx";
import { casesOf, readMyDay } from "./read-my-day.ts";

export const myDayRoutes: readonly Route[] = [
  pageRoute({
    path: "/mein-tag",
    allow: "case.work",
    record: "day.read",
    about: "What is overdue, due today and in the next seven days, new cases, cases one stands in for, and what was left unfinished.",
    handle: async (tx, _input, asking) => {
      const day = await readMyDay(tx, asking);
      await record(tx, asking, { action: "day.read", objectKind: "case", objectIds: casesOf(day) });
      const { session } = asking;
      const view = { day, givenName: session.givenName, today: asking.today, me: session.accountId, isTeamLead: mayUse(session, "team.see"), form: () => asking.form() };
      return page("Mein Tag", () => <MyDayPage {...view} />, { nav: "my-day" });
    },
  }),
];
