import { z } from "zod";
import { record } from "../../audit/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { ofCase } from "../../cases/working/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import type { ReadTx } from "../../db/index.ts";
import { askForErasure, decideOnErasure, holdFile, liftFileHold, noteArchiveAnswer, offerToArchive } from "./change-retention.ts";
import { archiveBody, erasureBody, holdBody, readRetentionOf } from "./retention.routes.tsx";
import { listDueFiles, listReports } from "./retention.sql.ts";
import { ERASURE_KINDS, HOLD_KINDS } from "./retention-words.ts";

const due = z.object({ caseId: z.uuid(), number: z.string(), closedOn: z.string().nullable(), dueOn: z.string(), standing: z.enum(["held", "erase", "waiting"]), offeredOn: z.string().nullable(), answer: z.enum(["waived", "taken"]).nullable(), packageOn: z.string().nullable(), receiptOn: z.string().nullable() });
const report = z.object({ ranOn: z.string(), due: z.number(), erased: z.number(), held: z.number(), waiting: z.number(), personsErased: z.number(), consultationsErased: z.number() });
const holdKinds = Object.keys(HOLD_KINDS) as [string, ...string[]];
const erasureKinds = Object.keys(ERASURE_KINDS) as [string, ...string[]];
const ofFile = z.object({
  caseId: z.uuid(),
  holds: z.array(z.object({ id: z.uuid(), kind: z.enum(holdKinds), reason: z.string(), untilOn: z.string(), by: z.string(), isMine: z.boolean(), isRunning: z.boolean() })),
  erasures: z.array(z.object({ id: z.uuid(), kind: z.enum(erasureKinds), reason: z.string(), by: z.string(), isMine: z.boolean(), state: z.enum(["open", "agreed", "refused"]) })),
});
const EXAMPLE = {
  caseId: EXAMPLE_ID,
  holds: [{ id: EXAMPLE_ID, kind: "legal_dispute", reason: "Klage gegen den Bescheid", untilOn: "2027-06-30", by: "Martin Brandt", isMine: false, isRunning: true }],
  erasures: [],
};
const ofOne = z.object({ id: z.uuid(), thingId: z.uuid() });
const shownFile = async (tx: ReadTx, caseId: string, asking: Asking) => json({ caseId, ...(await readRetentionOf(tx, asking, caseId, (await readCaseHead(tx, asking, caseId)).keyRef)) });
/** Writes answer with what now stands for the file. */
const standing = { answer: ofFile, example: EXAMPLE, show: shownFile } as const;

export const retentionApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/retention", allow: "retention.lead", record: "retention.listed", about: "Files of the room that are due or will be within six months, and what the nights did.",
    answer: z.object({ files: z.array(due), reports: z.array(report) }),
    example: { files: [{ caseId: EXAMPLE_ID, number: "2022-0017", closedOn: "2023-10-01", dueOn: "2026-10-01", standing: "waiting", offeredOn: null, answer: null, packageOn: null, receiptOn: null }], reports: [{ ranOn: "2026-11-22", due: 4, erased: 2, held: 1, waiting: 1, personsErased: 3, consultationsErased: 0 }] },
    handle: async (tx, _input, asking) => {
      const [files, reports] = await Promise.all([listDueFiles(tx, addMonths(asking.today, 6)), listReports(tx, 60)]);
      await record(tx, asking, { action: "retention.listed", objectKind: "case", objectIds: files.map((f) => f.case_id), purpose: "api" });
      return json({
        files: files.map((f) => ({ caseId: f.case_id, number: f.number, closedOn: f.closed_on, dueOn: f.due_on, standing: f.standing, offeredOn: f.offered_on, answer: f.answer, packageOn: f.package_on, receiptOn: f.receipt_on })),
        reports: reports.map((r) => ({ ranOn: r.ran_on, due: r.due, erased: r.erased, held: r.held, waiting: r.waiting, personsErased: r.persons_erased, consultationsErased: r.consultations_erased })),
      });
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/retention", allow: "retention.read", record: "case.read", about: "What holds a file beyond its period or ends it before.", params: ofCase, answer: ofFile, example: EXAMPLE,
    handle: async (tx, { params }, asking) => {
      const answer = await shownFile(tx, params.id, asking);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "api" });
      return answer;
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/holds", method: "POST", allow: "retention.read", record: "hold.set", about: "Holds a file beyond its period.", params: ofCase, body: holdBody, bodyExample: { kind: "legal_dispute", reason: "Klage gegen den Bescheid", untilOn: "2027-06-30" },
    handle: async (tx, { params, body }, asking) => {
      await holdFile(tx, asking, params.id, body);
      return written(params.id);
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/holds/:thingId/lifting", method: "POST", allow: "retention.read", record: "hold.lifted", about: "Lifts a hold that somebody else set.", params: ofOne,
    handle: async (tx, { params }, asking) => {
      await liftFileHold(tx, asking, params.id, params.thingId);
      return written(params.id, { status: 200 });
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/erasures", method: "POST", allow: "retention.read", record: "erasure.asked", about: "Asks that a file goes before its period is over.", params: ofCase, body: erasureBody, bodyExample: { kind: "person_asks", reason: "Antrag vom 3. März" },
    handle: async (tx, { params, body }, asking) => {
      await askForErasure(tx, asking, params.id, body);
      return written(params.id);
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/erasures/:thingId/verdict", method: "POST", allow: "retention.read", record: "erasure.decided", about: "The second person agrees to an erasure or refuses it.", params: ofOne, body: z.object({ agrees: z.boolean() }), bodyExample: { agrees: true },
    handle: async (tx, { params, body }, asking) => {
      await decideOnErasure(tx, asking, params.id, params.thingId, body.agrees);
      return written(params.id, { status: 200 });
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/archive-offer", method: "POST", allow: "retention.lead", record: "archive.offered", about: "Offers a due file to the archive.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      if ((await offerToArchive(tx, asking, [params.id])) === 0) await record(tx, asking, { action: "archive.offered", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return written(params.id);
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/archive-offer/answer", method: "POST", allow: "retention.lead", record: "archive.answered", about: "Notes what the archive answered.", params: ofCase, body: archiveBody, bodyExample: { answer: "waived" },
    handle: async (tx, { params, body }, asking) => {
      await noteArchiveAnswer(tx, asking, params.id, body.answer);
      return written(params.id, { status: 200 });
    },
    ...standing,
  }),
];
