import { z } from "zod";
import { apiRead, json } from "../../http/index.ts";
import { parseCalendarDay } from "../../kernel/calendar-day.ts";
import { record } from "../record.ts";
import { listRecord, listRecordedCases } from "./review.sql.ts";

const ID = "0190a0a0-0000-7000-8000-000000000001";
const day = z.string().refine((text) => parseCalendarDay(text) !== null, "a day as 2026-11-22").optional();
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([0-9a-f-]{36})$/;

/** The record as the page of it: newest first, by key. Looking at it is recorded in it. */
export const recordApi = apiRead({
  path: "/api/v1/access-records",
  allow: "record.review",
  record: "record.read",
  about: "Who looked at and changed what in the rooms that one supervises, the latest first.",
  query: z.object({
    caseNumber: z.string().max(20).optional(), inLists: z.enum(["true", "false"]).default("false"), accountId: z.uuid().optional(), thing: z.string().regex(/^[a-z_]{1,40}$/).optional(), from: day, until: day,
    cursor: z.string().regex(CURSOR).optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(z.object({ id: z.uuid(), at: z.string(), accountId: z.uuid().nullable(), function: z.string(), action: z.string(), objectCount: z.number(), caseId: z.uuid().nullable(), purpose: z.string(), isSealed: z.boolean() })),
    next: z.string().nullable(),
  }),
  example: { items: [{ id: ID, at: "2026-11-20T14:00:00.000000Z", accountId: ID, function: "case_manager", action: "case.read", objectCount: 1, caseId: ID, purpose: "", isSealed: true }], next: null },
  handle: async (tx, { query }, asking) => {
    const [wanted] = query.caseNumber === undefined ? [] : await listRecordedCases(tx, [], query.caseNumber);
    const [, at = "", id = ""] = CURSOR.exec(query.cursor ?? "") ?? [];
    const filter = {
      accountId: query.accountId ?? null, thing: query.thing ?? null, from: query.from ?? null, until: query.until ?? null, caseId: wanted?.id ?? null, inLists: query.inLists === "true", after: at === "" ? null : { at, id },
    };
    // a number that is none here has no record, and is not told from one that nobody looked at
    const found = query.caseNumber !== undefined && wanted === undefined ? [] : await listRecord(tx, filter, query.limit + 1);
    const lines = found.slice(0, query.limit);
    const last = lines.at(-1);
    await record(tx, asking, { action: "record.read", objectKind: "access_record", objectIds: lines.map((line) => line.id), purpose: "api" });
    const items = lines.map((line) => ({
      id: line.id, at: line.at, accountId: line.account_id, function: line.function, action: line.action, objectCount: line.object_count, caseId: line.case_id, purpose: line.purpose, isSealed: line.is_sealed,
    }));
    return json({ items, next: found.length > query.limit && last !== undefined ? `${last.at}~${last.id}` : null });
  },
});
