import { z } from "zod";
import { record } from "../../audit/index.ts";
import { flag } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, bytes, formRoute, page, pageRoute, publicRoute, redirect, type Route } from "../../http/index.ts";
import { addDays, dayOf, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { germanInstant, germanMoment } from "../../kernel/german-instant.ts";
import { leadDaysOf } from "../appointments.routes.tsx";
import { mondayOf } from "../local-time.ts";
import { readOwnAppointments } from "../read-appointments.ts";
import { CalendarPage, FeedPage, WeekSheet } from "./calendar.page.tsx";
import { calendarOf, endFeed, startFeed } from "./feed.ts";
import { findFeed } from "./feeds.sql.ts";

const NAV = { nav: "calendar" };
const query = z.object({ woche: z.string().max(10).optional(), namen: z.string().max(5).optional() });

async function weekShown(tx: ReadTx, asking: Asking, typed: string | undefined) {
  const monday = mondayOf(parseCalendarDay(typed ?? "") ?? asking.today);
  const appointments = await readOwnAppointments(tx, asking, monday, addDays(monday, 6));
  await record(tx, asking, { action: "case_appointment.listed", objectKind: "case", objectIds: [...new Set(appointments.map((a) => a.caseId))] });
  return { monday, appointments };
}
async function feedShown(tx: ReadTx, asking: Asking) {
  const feed = await findFeed(tx);
  return feed === undefined ? null : { withNumbers: feed.with_numbers, since: `am ${germanInstant(feed.created_at, asking.app.config.timeZone)}`, lastReadOn: feed.last_read_on };
}

export const calendarRoutes: readonly Route[] = [
  pageRoute({
    path: "/kalender", allow: "case.work", record: "case_appointment.listed", about: "The own week, day by day.", query,
    handle: async (tx, { query: asked }, asking) => {
      const view = { ...(await weekShown(tx, asking, asked.woche)), today: asking.today, leadDays: await leadDaysOf(tx, asking), hasFeed: (await findFeed(tx)) !== undefined };
      return page("Kalender", () => <CalendarPage {...view} />, NAV);
    },
  }),
  pageRoute({
    path: "/kalender/liste", allow: "case.work", record: "case_appointment.listed", about: "The same week on paper, without names unless they are asked for.", query,
    handle: async (tx, { query: asked }, asking) => {
      const { session } = asking;
      const view = { ...(await weekShown(tx, asking, asked.woche)), withNames: asked.namen === "ja", printedBy: `${session.givenName} ${session.familyName}`.trim(), printedAt: germanMoment(asking.now, asking.app.config.timeZone) };
      return page("Terminliste", () => <WeekSheet {...view} />, NAV);
    },
  }),
  formRoute({
    path: "/kalender/abonnement", allow: "case.work", record: "calendar_feed.made", showRecord: { none: "whether one has an address, and no person" }, about: "Makes an address under which a calendar program reads the own appointments, without names.", body: z.object({ withNumbers: flag() }),
    show: async (tx, _input, asking) => {
      const view = { hidden: asking.form(), feed: await feedShown(tx, asking), address: null };
      return page("Termine im eigenen Kalender", () => <FeedPage {...view} />, NAV);
    },
    submit: async (tx, { body }, asking) => {
      const address = await startFeed(tx, asking, body.withNumbers);
      const view = { hidden: asking.form(), feed: await feedShown(tx, asking), address };
      return page("Termine im eigenen Kalender", () => <FeedPage {...view} />, NAV);
    },
  }),
  actionRoute({
    path: "/kalender/abonnement/sperren", allow: "case.work", record: "calendar_feed.revoked", about: "Revokes the address of the own calendar.",
    handle: async (tx, _input, asking) => {
      await endFeed(tx, asking);
      return redirect("/kalender/abonnement", "Die Adresse ist gesperrt.");
    },
  }),
  publicRoute({
    path: "/kalender/abo/:secret", method: "GET", about: "The own appointments for a calendar program that knows the address: times, and no names.", params: z.object({ secret: z.string().max(100) }),
    handle: async ({ app, now }, { params }) => bytes(await calendarOf(app, params.secret, now, dayOf(now, app.config.timeZone)), { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store", "content-disposition": 'inline; filename="termine.ics"' }),
  }),
];
