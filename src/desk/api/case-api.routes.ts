import { z } from "zod";
import { record } from "../../audit/index.ts";
import { currentAdmission, isPhase } from "../../cases/index.ts";
import { isTimelineCursor, openTimeline, readCaseHead, readCasePage, readOpenFollowUps, readTimelineRows } from "../../cases/reading/index.ts";
import { apiRead, json, type Route } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { cursorOf, parseCursor } from "../case-list/list-address.ts";
import { caseRecordApi } from "./case-record.api.ts";
import { admissionExample, caseFile, caseList, headAnswer, itemExample, lineExample, timeline, timelineAnswer } from "./case-answers.ts";

const ofCase = z.object({ id: z.uuid() });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const ENTRIES = 50;

export const caseApiRoutes: readonly Route[] = [
  caseRecordApi,
  apiRead({
    path: "/api/v1/cases",
    allow: "case.read",
    record: "cases.listed",
    about: "Cases that the account works on; for a team lead the heads of all cases of the room.",
    query: z.object({
      state: z.enum(["running", "ended", "all"]).default("running"),
      phase: z.string().refine(isPhase).optional(),
      lead: z.union([z.uuid(), z.literal("none")]).optional(),
      overdue: z.enum(["true", "false"]).optional(),
      q: z.string().max(100).refine((text) => !text.includes("\0")).default(""),
      sort: z.enum(["name", "due", "contact"]).default("name"),
      order: z.enum(["asc", "desc"]).default("asc"),
      cursor: z.string().max(100).optional(),
      limit,
    }),
    answer: caseList,
    example: { items: [lineExample], next: null },
    handle: async (tx, { query }, asking) => {
      const filter = { state: query.state, phase: query.phase ?? null, lead: query.lead ?? null, standsIn: false, overdueOn: query.overdue === "true" ? asking.today : null, text: query.q.trim() };
      const shown = await readCasePage(tx, asking, { filter, sort: query.sort, descending: query.order === "desc", from: parseCursor(query.cursor), backwards: false, most: query.limit });
      await record(tx, asking, { action: "cases.listed", objectKind: "case", objectIds: shown.lines.map((line) => line.id), purpose: "api" });
      return json({ items: shown.lines, next: shown.next === null ? null : cursorOf(shown.next) });
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id",
    allow: "case.read",
    record: "case.read",
    about: "A whole case: head, team, persons, phases, admission, what is due, and the latest entries.",
    params: ofCase,
    answer: caseFile,
    example: {
      id: lineExample.id, number: "2026-0417", phase: "implementation", openedOn: "2026-03-02", admittedOn: "2026-03-30", closedOn: null, name: "Haddad, Amira", nameOwn: "أميرة حداد", birthYear: 1992, personCount: 3,
      leadId: lineExample.id, nextDueOn: "2026-11-22", lastContactOn: "2026-11-18", version: 4, isOpen: true, team: [], persons: [], phases: [{ phase: "implementation", beganOn: "2026-06-01", endedOn: null }],
      lifeAreas: ["sprache"], followUps: [], entries: [itemExample], entriesNext: null, admission: admissionExample,
    },
    handle: async (tx, { params }, asking) => {
      const [head, rows, followUps] = await Promise.all([
        readCaseHead(tx, asking, params.id),
        readTimelineRows(tx, asking, { caseId: params.id, lifeArea: null, after: null, most: ENTRIES }),
        readOpenFollowUps(tx, asking, params.id),
      ]);
      const admission = head.isOpen ? await currentAdmission(tx, asking, head.id) : null;
      const entries = timelineAnswer(openTimeline(asking, head.keyRef, head.isOpen ? rows : [], ENTRIES));
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [head.id], caseId: head.id, purpose: head.isOpen ? "api" : "head" });
      const due = followUps.map(({ id, dueOn, title, ownerId, version }) => ({ id, dueOn, title, ownerId, version }));
      return json({ ...headAnswer(head), lifeAreas: head.lifeAreas.filter((a) => a.is_of_case || a.entries > 0).map((a) => a.key), followUps: due, entries: entries.items, entriesNext: entries.next, admission }, head.version);
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/timeline",
    allow: "case.read",
    record: "timeline.read",
    about: "What happened in a case, newest first.",
    params: ofCase,
    query: z.object({ lifeArea: z.string().regex(/^[a-z_]{1,40}$/).optional(), cursor: z.string().refine(isTimelineCursor).optional(), limit }),
    answer: timeline,
    example: { items: [itemExample], next: null },
    handle: async (tx, { params, query }, asking) => {
      const [head, rows] = await Promise.all([
        readCaseHead(tx, asking, params.id),
        readTimelineRows(tx, asking, { caseId: params.id, lifeArea: query.lifeArea ?? null, after: query.cursor ?? null, most: query.limit }),
      ]);
      // the team reads along whom a head names; what happened is for those who may open the file
      if (!head.isOpen) throw new NotFound();
      await record(tx, asking, { action: "timeline.read", objectKind: "case", objectIds: [head.id], caseId: head.id, purpose: "api" });
      return json(timelineAnswer(openTimeline(asking, head.keyRef, rows, query.limit)));
    },
  }),
];
