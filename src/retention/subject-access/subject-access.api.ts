import { z } from "zod";
import { record } from "../../audit/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { ofCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { textsOf } from "./gather.ts";
import { beginAccess, dueOn, giveAccess, reviewText } from "./give-access.ts";
import { readStatement } from "./statement.ts";
import { beginBody, giveBody, ofAccess, reviewBody } from "./subject-access.routes.tsx";
import { type AccessRow, getAccess, getAccessById, listAccesses } from "./subject-access.sql.ts";

const access = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), askedOn: z.string(), dueOn: z.string(), state: z.enum(["open", "given", "dropped"]), givenOn: z.string().nullable(), documentId: z.uuid().nullable(), version: z.number(),
});
const EXAMPLE = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, askedOn: "2026-11-02", dueOn: "2026-12-02", state: "open" as const, givenOn: null, documentId: null, version: 1 };
const shown = (a: AccessRow) => ({ id: a.id, caseId: a.case_id, personId: a.person_id, askedOn: a.asked_on, dueOn: dueOn(a.asked_on), state: a.state, givenOn: a.given_on, documentId: a.pdf_document_id, version: a.version });
const line = z.object({ label: z.string(), value: z.string() });
const statement = z.object({
  title: z.string(), sender: z.string(), name: z.string(), reference: z.string(), day: z.string(), general: z.array(line),
  sections: z.array(z.object({ title: z.string(), entries: z.array(z.object({ day: z.string(), lines: z.array(line), texts: z.array(line) })) })), files: z.array(z.string()), leftOut: z.array(line),
});
const text = z.object({ place: z.string(), rowId: z.uuid(), section: z.string(), label: z.string(), text: z.string(), isFile: z.boolean(), found: z.array(z.string()), namesOthers: z.boolean(), verdict: z.enum(["whole", "partly", "withheld"]).nullable() });
const ofText = ofAccess.extend({ place: z.string().regex(/^[a-z_]+\.[a-z_]+$/).max(100), rowId: z.uuid() });

/** Writes answer with what now stands for the request. */
const standing = {
  answer: access, example: EXAMPLE,
  show: async (tx: ReadTx, id: string) => { const row = await getAccessById(tx, id); return json(shown(row), row.version); },
} as const;

export const subjectAccessApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/subject-accesses", allow: "case.work", record: "case.read", about: "Who of the case asked what is held on them (Art. 15 DSGVO).", params: ofCase, answer: z.object({ subjectAccesses: z.array(access) }), example: { subjectAccesses: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      if (!(await readCaseHead(tx, asking, params.id)).isOpen) throw new NotFound();
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "api" });
      return json({ subjectAccesses: (await listAccesses(tx, params.id)).map(shown) });
    },
  }),
  apiRead({
    path: "/api/v1/cases/:id/subject-accesses/:accessId", allow: "case.work", record: "subject_access.read", about: "What goes out as it is decided now, and every text with what was decided on it.", params: ofAccess,
    answer: z.object({ subjectAccess: access, statement, texts: z.array(text) }),
    example: { subjectAccess: EXAMPLE, statement: { title: "Auskunft über Ihre Daten nach Art. 15 DSGVO", sender: "Kreis Lindenau", name: "Haddad, Amira", reference: "Fall 2026-0041", day: "2026-11-09", general: [], sections: [], files: [], leftOut: [] }, texts: [] },
    handle: async (tx, { params }, asking) => {
      const row = await getAccess(tx, params.id, params.accessId);
      const read = await readStatement(tx, asking, params.id, row.person_id, params.accessId);
      await record(tx, asking, { action: "subject_access.read", objectKind: "subject_access", objectIds: [params.accessId], caseId: params.id, purpose: "api" });
      const texts = textsOf(read.gathered).map((t) => ({ place: t.place, rowId: t.rowId, section: t.section, label: t.label, text: t.text, isFile: t.isFile, found: t.found, namesOthers: t.namesOthers, verdict: t.review?.verdict ?? null }));
      return json({ subjectAccess: shown(row), statement: read.statement, texts }, row.version);
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/subject-accesses", method: "POST", allow: "case.work", record: "subject_access.begun", about: "Somebody asked what is held on them.", params: ofCase, body: beginBody, bodyExample: { personId: EXAMPLE_ID, askedOn: "2026-11-02" },
    handle: async (tx, { params, body }, asking) => written(await beginAccess(tx, asking, params.id, body.personId, body.askedOn)),
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/subject-accesses/:accessId/texts/:place/:rowId", method: "POST", allow: "case.work", record: "subject_access.reviewed", about: "Decides on one text: whole, with passages blacked out, or not at all, with a reason.", params: ofText, body: reviewBody, bodyExample: { verdict: "partly", passages: "Yusuf Haddad", reason: "others" },
    handle: async (tx, { params, body }, asking) => {
      await reviewText(tx, asking, params.id, params.accessId, { ...body, place: params.place, rowId: params.rowId });
      return written(params.accessId, { status: 200 });
    },
    ...standing,
  }),
  apiWrite({
    path: "/api/v1/cases/:id/subject-accesses/:accessId/giving", method: "POST", versioned: true, allow: "case.work", record: "subject_access.given", about: "Makes the paper and the data and closes the request.", params: ofAccess, body: giveBody, bodyExample: { identityBy: "paper_seen", how: "handed_over" },
    handle: async (tx, { params, body, version }, asking) => {
      await giveAccess(tx, asking, params.id, params.accessId, version, body);
      return written(params.accessId, { status: 200 });
    },
    ...standing,
  }),
];
