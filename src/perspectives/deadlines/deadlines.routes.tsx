import { z } from "zod";
import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { addFollowUp } from "../../cases/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { actionRoute, type Asking, bytes, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { deadlineQuery } from "./deadlines-address.ts";
import { deadlinesCsv, moreDeadlinesCsv } from "./deadlines.csv.ts";
import { DeadlinesPage } from "./deadlines.page.tsx";
import { dueBefore, followUpTitle } from "./follow-up-words.ts";
import { askedOf, readDayList, readDeadlines } from "./read-deadlines.ts";
import { type DayRow, findDay, listDays } from "./upcoming-days.sql.ts";

const EXPORTED_AT_ONCE = 1000;
const ONLY_HERE = /^\/fristen(\?[\w=&~-]*)?$/;

export const deadlineRoutes: readonly Route[] = [
  pageRoute({
    path: "/fristen",
    allow: "deadlines.read",
    record: "deadlines.listed",
    about: "Whose windows open or close in the next months: in the own cases, in the authority's room, and for a team lead numbers per manager.",
    query: deadlineQuery,
    handle: async (tx, { query }, asking) => {
      const deadlines = await readDeadlines(tx, asking, query);
      await record(tx, asking, { action: "deadlines.listed", objectKind: "person", objectIds: personsOf(deadlines.rows) });
      const isLeadOnly = !deadlines.isRoomWide && mayUse(asking.session, "team.see") && !asking.session.roles.includes("case_manager");
      const view = { deadlines, query, today: asking.today, roomName: asking.session.roomName ?? "", isLeadOnly, form: () => asking.form() };
      return page("Fristenvorschau", () => <DeadlinesPage {...view} />, { nav: "deadlines" });
    },
  }),
  pageRoute({
    path: "/fristen/liste.csv",
    allow: "deadlines.read",
    record: "deadlines.exported",
    about: "What the preview lists under the same filter, whole, as CSV for a German Excel.",
    query: deadlineQuery,
    handle: async (tx, { query }, asking) => {
      let after: string | null = "";
      const nextRows = async (reading: ReadTx, again: Asking): Promise<readonly DayRow[]> => {
        const { rows, next } = await readDayList(reading, { ...askedOf(again, query), from: asking.today }, after ?? "", EXPORTED_AT_ONCE);
        after = next;
        await record(reading, again, { action: "deadlines.exported", objectKind: "person", objectIds: personsOf(rows) });
        return rows;
      };
      const headers = { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="fristen-${asking.today}.csv"`, "x-content-type-options": "nosniff" };
      return bytes(deadlinesCsv(await nextRows(tx, asking)), headers, async (reading, again) => (after === null ? null : moreDeadlinesCsv(await nextRows(reading, again))));
    },
  }),
  actionRoute({
    path: "/fristen/wiedervorlage",
    allow: "case.work",
    record: "follow_up.added",
    about: "A follow-up in the case from a day of the preview, two weeks before it.",
    body: z.object({ caseId: z.uuid(), personId: z.uuid(), rule: z.string().max(40), kind: z.enum(["opens", "closes", "switch", "ends"]), zurueck: z.string().regex(ONLY_HERE).catch("/fristen").default("/fristen") }),
    handle: async (tx, { body }, asking) => {
      // the day and its words are the database's, not the form's: and the person must be one of that case
      const found = await findDay(tx, body);
      const listed = found === undefined ? [] : await listDays(tx, { ...askedOf(asking, { monate: 24, regel: body.rule, art: body.kind }, body.caseId), isRoomWide: false, from: found.day, until: found.day }, null, 1000);
      const row = listed.find((r) => r.person_id === body.personId && r.case_id === body.caseId);
      if (row === undefined) throw new NotFound();
      const dueOn = dueBefore(row.day, asking.today);
      const id = await addFollowUp(tx, asking, body.caseId, { title: followUpTitle(row), dueOn, ownerId: null, lifeAreas: [] });
      return redirect(body.zurueck, `Wiedervorlage zum ${germanDay(dueOn)} angelegt.`, { href: `/faelle/${body.caseId}/wiedervorlagen/${id}`, label: "Ansehen oder ändern" });
    },
  }),
];

const personsOf = (rows: readonly DayRow[]): string[] => [...new Set(rows.map((row) => row.person_id))];
