import { z } from "zod";
import { record } from "../../audit/index.ts";
import { apiRead, json, type Route } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { readDayList, askedOf } from "./read-deadlines.ts";

const KIND = z.enum(["opens", "closes", "switch", "ends"]);
const day = z.object({
  personId: z.uuid(), caseId: z.uuid().nullable(), caseNumber: z.string().nullable(), rule: z.string(), kind: KIND, day: z.string(), detail: z.string(), isCertain: z.boolean(), computedOn: z.string(),
});

export const deadlineApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/upcoming-days",
    allow: "deadlines.read",
    record: "deadlines.listed",
    about: "Days on which windows open or close: of the persons of the cases one works in, or of the authority's room. By today's law; no decision.",
    query: z.object({ months: z.coerce.number().int().min(1).max(24).default(6), rule: z.string().regex(/^[A-Z0-9_]{2,40}$/).optional(), kind: KIND.optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answer: z.object({ until: z.string(), days: z.array(day), next: z.string().nullable() }),
    example: {
      until: "2027-05-22", next: null,
      days: [{ personId: "01890a5d-ac96-774b-bcce-b302099a8057", caseId: null, caseNumber: null, rule: "AUFENTHG_25B_1", kind: "opens", day: "2027-02-01", detail: "SOLL", isCertain: false, computedOn: "2026-11-22" }],
    },
    handle: async (tx, { query }, asking) => {
      const until = addMonths(asking.today, query.months);
      const asked = { ...askedOf(asking, { monate: 6, regel: query.rule ?? null, art: query.kind ?? null }), until };
      const { rows, next } = await readDayList(tx, asked, query.after ?? "", query.limit);
      await record(tx, asking, { action: "deadlines.listed", objectKind: "person", objectIds: [...new Set(rows.map((row) => row.person_id))], purpose: "api" });
      return json({
        until, next,
        days: rows.map((r) => ({ personId: r.person_id, caseId: r.case_id, caseNumber: r.number, rule: r.rule, kind: r.kind, day: r.day, detail: r.detail, isCertain: r.is_certain, computedOn: r.computed_on })),
      });
    },
  }),
];
