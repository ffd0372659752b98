import { z } from "zod";
import { record } from "../../audit/index.ts";
import { listCaseRecords, readCaseHead } from "../../cases/reading/index.ts";
import { apiRead, EXAMPLE_ID, json } from "../../http/index.ts";
import { reasonOf } from "../case-page/record-reason.ts";
import { NotFound } from "../../kernel/errors.ts";

const CURSOR = /^(\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const line = z.object({ id: z.uuid(), at: z.string(), accountId: z.uuid().nullable(), name: z.string().nullable(), function: z.string(), action: z.string(), purpose: z.string(), reason: z.string() });

/** The record of a case, for its team: who looked and who changed. Looking at it stands in it. */
export const caseRecordApi = apiRead({
  path: "/api/v1/cases/:id/access-records",
  allow: "case.read",
  record: "case.record_read",
  about: "Who read and changed the case, the latest first; for its team, and not under emergency access.",
  params: z.object({ id: z.uuid() }),
  query: z.object({ only: z.enum(["reads", "changes"]).optional(), cursor: z.string().regex(CURSOR).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ items: z.array(line), next: z.string().nullable() }),
  example: { items: [{ id: EXAMPLE_ID, at: "2026-11-20T14:00:00.000Z", accountId: EXAMPLE_ID, name: "Sabine Kurz", function: "case_manager", action: "case.read", purpose: "", reason: "" }], next: null },
  handle: async (tx, { params, query }, asking) => {
    const [, micros, id] = CURSOR.exec(query.cursor ?? "") ?? [];
    const after = micros === undefined || id === undefined ? null : { micros: Number(micros), id };
    const [head, rows] = await Promise.all([
      readCaseHead(tx, asking, params.id),
      listCaseRecords(tx, asking.session.tenantId, { caseId: params.id, only: query.only ?? null, accountId: null, after, most: query.limit + 1 }),
    ]);
    if (!head.isOpen || head.emergencyUntil !== null) throw new NotFound();
    await record(tx, asking, { action: "case.record_read", objectKind: "case", objectIds: [head.id], caseId: head.id, purpose: "api" });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const items = shown.map((row) => ({
      id: row.id, at: row.at.toISOString(), accountId: row.account_id, name: row.family_name === null ? null : `${row.given_name} ${row.family_name}`, function: row.function, action: row.action, purpose: row.purpose, reason: reasonOf(asking, head.keyRef, row),
    }));
    return json({ items, next: rows.length > query.limit && last !== undefined ? `${last.at_micros}_${last.id}` : null });
  },
});
