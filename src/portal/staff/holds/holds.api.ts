import { z } from "zod";
import { record } from "../../../audit/index.ts";
import { getCaseFile, listCasePersons, neededText, ofCase, openText } from "../../../cases/working/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../../http/index.ts";
import { dayOf } from "../../../kernel/calendar-day.ts";
import { holdThings, showAgain } from "./hold-things.ts";
import { HOLD_KINDS } from "./hold-kinds.ts";
import { getHold, type HoldRow, listHolds } from "./holds.sql.ts";
import { thingsOf } from "./read-holds.ts";

const kind = z.enum(HOLD_KINDS);
const content = z.object({ personId: z.uuid(), kind, rowId: z.uuid(), label: z.string(), note: z.string() });
const contentExample: z.output<typeof content> = { personId: EXAMPLE_ID, kind: "goal", rowId: EXAMPLE_ID, label: "Als Pflegerin arbeiten", note: "Ausbildung und Arbeit" };
const hold = z.object({ id: z.uuid(), personId: z.uuid(), kind, rowId: z.uuid(), reason: z.string(), heldOn: z.string(), endedOn: z.string().nullable(), version: z.number() });
const holdExample: z.output<typeof hold> = { id: EXAMPLE_ID, personId: EXAMPLE_ID, kind: "goal", rowId: EXAMPLE_ID, reason: "Auf Wunsch der Person", heldOn: "2026-11-20", endedOn: null, version: 1 };
const shown = (asking: Asking, keyRef: string, h: HoldRow & { readonly lifted_at?: Date | null }): z.output<typeof hold> => ({
  id: h.id, personId: h.person_id, kind: h.kind, rowId: h.row_id, reason: openText(asking, keyRef, "portal_holds.reason_ct", h.id, h.reason_ct), heldOn: dayOf(h.held_at, asking.app.config.timeZone),
  endedOn: h.lifted_at === null || h.lifted_at === undefined ? null : dayOf(h.lifted_at, asking.app.config.timeZone), version: h.version,
});
const show = async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => {
  const row = await getHold(tx, id);
  return json(shown(asking, (await getCaseFile(tx, row.case_id)).key_ref, row), row.version);
};

export const holdsApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/portal-contents", allow: "portal.manage", record: "portal_preview.read", about: "All that stands on the own page of a person, without `personId` of the main one, and can be held off it.", params: ofCase, query: z.object({ personId: z.uuid().optional() }),
    answer: z.object({ items: z.array(content) }), example: { items: [contentExample] },
    handle: async (tx, { params, query }, asking) => {
      const personId = query.personId ?? (await listCasePersons(tx, params.id)).find((p) => p.is_main)?.person_id ?? params.id;
      const things = await thingsOf(tx, asking, await getCaseFile(tx, params.id), personId);
      await record(tx, asking, { action: "portal_preview.read", objectKind: "person", objectIds: [personId], caseId: params.id });
      return json({ items: things.map((t) => ({ personId, kind: t.kind, rowId: t.rows[0]!, label: t.label, note: t.note })) });
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/portal-holds", allow: "portal.read", record: "portal_hold.listed", about: "What is held off the own pages of a case, and why.", params: ofCase, answer: z.object({ items: z.array(hold) }), example: { items: [holdExample] },
    handle: async (tx, { params }, asking) => {
      const file = await getCaseFile(tx, params.id);
      const rows = await listHolds(tx, params.id);
      await record(tx, asking, { action: "portal_hold.listed", objectKind: "portal_hold", objectIds: rows.map((h) => h.id), caseId: params.id });
      return json({ items: rows.map((row) => shown(asking, file.key_ref, row)) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/portal-holds", method: "POST", allow: "portal.manage", record: "portal_hold.set", about: "Holds one item off the own page of a person, with a reason; of who saw what the whole line of that day.", params: ofCase,
    body: z.object({ personId: z.uuid(), kind, rowId: z.uuid(), reason: neededText(1000, "Schreiben Sie, warum.") }), bodyExample: { personId: EXAMPLE_ID, kind: "goal", rowId: EXAMPLE_ID, reason: "Auf Wunsch der Person" },
    handle: async (tx, { params, body }, asking) => {
      const [first] = await holdThings(tx, asking, params.id, [`${body.kind}:${body.personId}:${body.rowId}`], body.reason);
      return written(first ?? "");
    },
    answer: hold, example: holdExample, show,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/portal-holds/:holdId/end", method: "POST", allow: "portal.manage", record: "portal_hold.ended", about: "Shows an item on the person's page again.", params: z.object({ id: z.uuid(), holdId: z.uuid() }), body: z.object({}), bodyExample: {},
    handle: async (tx, { params }, asking) => {
      await showAgain(tx, asking, params.id, params.holdId);
      return written(params.holdId, { status: 200 });
    },
    answer: hold, example: holdExample, show,
  }),
];
