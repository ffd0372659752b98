import { z } from "zod";
import { record } from "../../audit/index.ts";
import { listCaseRecords, readCaseHead, readOpenFollowUps, openTimeline, readTimelineRows } from "../../cases/reading/index.ts";
import { page, pageRoute, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { germanInstant } from "../../kernel/german-instant.ts";
import { reasonOf } from "./record-reason.ts";
import { CaseRecordPage } from "./case-record.page.tsx";
import { CaseSheetPage } from "./case-sheet.page.tsx";

const ofCase = z.object({ id: z.uuid() });
const RECORDS_A_PAGE = 100;
const LATEST_ON_PAPER = 6;
const RECORD_CURSOR = /^(\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const casePartRoutes: readonly Route[] = [
  pageRoute({
    path: "/faelle/:id/fallblatt",
    allow: "case.read",
    record: "case.printed",
    about: "One page of a case to print, without what was entrusted.",
    params: ofCase,
    handle: async (tx, { params }, asking) => {
      const { session } = asking;
      const [head, followUps, rows] = await Promise.all([
        readCaseHead(tx, asking, params.id),
        readOpenFollowUps(tx, asking, params.id, 8),
        readTimelineRows(tx, asking, { caseId: params.id, lifeArea: null, after: null, most: 30 }),
      ]);
      if (!head.isOpen) throw new NotFound();
      const isForPaper = (row: { kind: string; is_entrusted: boolean; review_due: boolean }): boolean =>
        !row.is_entrusted && !row.review_due && !row.kind.startsWith("team_") && row.kind !== "emergency" && row.kind !== "document";
      const latest = openTimeline(asking, head.keyRef, rows.filter(isForPaper).slice(0, LATEST_ON_PAPER), LATEST_ON_PAPER).items;
      await record(tx, asking, { action: "case.printed", objectKind: "case", objectIds: [head.id], caseId: head.id });
      const printedAt = `${germanInstant(asking.now, asking.app.config.timeZone)} Uhr`;
      const view = { head, followUps, lifeAreas: head.lifeAreas, latest, today: asking.today, me: session.accountId, printedBy: `${session.givenName} ${session.familyName}`, printedAt };
      return page(`Fallblatt ${head.number}`, () => <CaseSheetPage {...view} />, { nav: "cases" });
    },
  }),
  pageRoute({
    path: "/faelle/:id/protokoll",
    allow: "case.read",
    record: "case.record_read",
    about: "Who read and changed the case, when and in which function; for its team.",
    params: ofCase,
    query: z.object({ nur: z.enum(["lesen", "aendern"]).optional().catch(undefined), weiter: z.string().regex(RECORD_CURSOR).optional() }),
    handle: async (tx, { params, query }, asking) => {
      const after = RECORD_CURSOR.exec(query.weiter ?? "");
      const only = query.nur === undefined ? null : query.nur === "lesen" ? ("reads" as const) : ("changes" as const);
      const [head, rows] = await Promise.all([
        readCaseHead(tx, asking, params.id),
        listCaseRecords(tx, asking.session.tenantId, {
          caseId: params.id,
          only,
          accountId: null,
          after: after === null ? null : { micros: Number(after[1]), id: after[2]! },
          most: RECORDS_A_PAGE + 1,
        }),
      ]);
      // under emergency access the file is open, but its record stays the team's
      if (!head.isOpen || head.emergencyUntil !== null) throw new NotFound();
      await record(tx, asking, { action: "case.record_read", objectKind: "case", objectIds: [head.id], caseId: head.id });
      const shown = rows.slice(0, RECORDS_A_PAGE).map((row) => Object.assign(row, { reason: reasonOf(asking, head.keyRef, row) }));
      const last = shown.at(-1);
      const next = rows.length > RECORDS_A_PAGE && last !== undefined ? `${last.at_micros}_${last.id}` : null;
      const view = { head, today: asking.today, timeZone: asking.app.config.timeZone, me: asking.session.accountId, rows: shown, only: query.nur, next, isLater: query.weiter !== undefined };
      return page(`Protokoll des Falls ${head.number}`, () => <CaseRecordPage {...view} />, { nav: "cases" });
    },
  }),
];
