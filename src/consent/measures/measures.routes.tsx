import { z } from "zod";
import { record } from "../../audit/index.ts";
import { oneOf, text } from "../../cases/working/index.ts";
import { actionRoute, apiRead, apiWrite, EXAMPLE_ID, formRoute, json, page, redirect, type Route, written } from "../../http/index.ts";
import { ReportMeasurePage } from "./measures.page.tsx";
import { openShare } from "../shares/work-on-share.ts";
import { readSharedMeasure, readSharedMeasures, reportMeasure, SHARED_MEASURE_STATES } from "./report-measure.ts";

const ofMeasure = z.object({ shareId: z.uuid(), measureId: z.uuid() });
const state = () => oneOf(SHARED_MEASURE_STATES, "Sagen Sie, wie es steht.");
const body = z.object({ state: state(), report: text(2000) });

const shown = z.object({
  id: z.uuid(), shareId: z.uuid(), personId: z.uuid(), lifeArea: z.string(), title: z.string(), dueOn: z.string(), state: z.enum(["open", "running", "done"]), doneOn: z.string().nullable(), report: z.string(), mayReport: z.boolean(), version: z.number(),
});
const example = { id: EXAMPLE_ID, shareId: EXAMPLE_ID, personId: EXAMPLE_ID, lifeArea: "arbeit", title: "Stellenangebote schicken", dueOn: "2026-12-15", state: "open", doneOn: null, report: "", mayReport: true, version: 1 };

/** The partner's side of a plan: its own steps. */
export const measureRoutes: readonly Route[] = [
  formRoute({
    path: "/freigaben/:shareId/massnahmen/:measureId", allow: "share.work", record: "measure.reported", showRecord: "share.read", about: "One measure that the partner's office does: how it stands, and what came of it.", params: ofMeasure, body,
    show: async (tx, { params }, asking, form) => {
      const { measure, caseId } = await readSharedMeasure(tx, asking, params.shareId, params.measureId);
      await record(tx, asking, { action: "share.read", objectKind: "share", objectIds: [params.shareId, measure.id], caseId });
      const view = { measure, form, hidden: asking.form(), today: asking.today };
      return page("Schritt im Plan", () => <ReportMeasurePage {...view} />, { nav: "shares" });
    },
    submit: async (tx, { params, body: said, version }, asking) => {
      await reportMeasure(tx, asking, params.shareId, params.measureId, { ...said, version });
      return redirect(`/freigaben/${params.shareId}`, "Gemeldet.");
    },
  }),
  actionRoute({
    path: "/freigaben/:shareId/massnahmen/:measureId/stand", allow: "share.work", record: "measure.reported", about: "The partner says with one click that its measure is done, or not after all.", params: ofMeasure, body: z.object({ state: state() }),
    handle: async (tx, { params, body: said }, asking) => {
      await reportMeasure(tx, asking, params.shareId, params.measureId, { state: said.state, report: "", version: null });
      return redirect(`/freigaben/${params.shareId}`, said.state === "done" ? "Erledigt." : "Wieder offen.");
    },
  }),
  apiRead({
    path: "/api/v1/shares/:shareId/measures", allow: "share.work", record: "share.read", about: "Measures of the plan that the partner's office does, as the share shows them now.", params: z.object({ shareId: z.uuid() }), answer: z.object({ items: z.array(shown) }), example: { items: [example] },
    handle: async (tx, { params }, asking) => {
      const share = await openShare(tx, params.shareId);
      const items = await readSharedMeasures(tx, asking, params.shareId);
      await record(tx, asking, { action: "share.read", objectKind: "share", objectIds: [params.shareId, ...items.map((m) => m.id)], caseId: share.case_id });
      return json({ items });
    },
  }),
  apiWrite({
    path: "/api/v1/shares/:shareId/measures/:measureId/report", method: "POST", versioned: true, allow: "share.work", record: "measure.reported", about: "Says how the partner's measure stands, and what came of it where the consent lets the office tell the case.", params: ofMeasure, body,
    bodyExample: { state: "done", report: "Drei Angebote geschickt." }, answer: z.object({ id: z.uuid() }), example: { id: EXAMPLE_ID },
    handle: async (tx, { params, body: said, version }, asking) => {
      await reportMeasure(tx, asking, params.shareId, params.measureId, { ...said, version });
      return written(params.measureId, { status: 200 });
    },
    show: (_tx, id) => Promise.resolve(json({ id })),
  }),
];
