import { z } from "zod";
import { getTenantSettings } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import { readCaseHead } from "../../cases/reading/index.ts";
import { asCase, ofCase, oneOf, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { addMonths } from "../../kernel/calendar-day.ts";
import { NotFound } from "../../kernel/errors.ts";
import { recordAftercare } from "./aftercare.ts";
import { apiBody, endFromApi } from "./closing-body.ts";
import { findAftercareCase } from "./closing.sql.ts";
import { RESULTS } from "./closing-words.ts";
import { endCase } from "./end-case.ts";
import { type AftercareContact, type Closure, findAftercare, findClosures, readContact } from "./read-closing.ts";

const contact = z.object({ id: z.uuid(), dueOn: z.string(), result: z.enum(["stable", "needs_help", "not_reached", "reopen"]).nullable(), recordedOn: z.string().nullable(), recordedBy: z.string(), note: z.string(), version: z.number() });
const contactExample: z.output<typeof contact> = { id: EXAMPLE_ID, dueOn: "2027-02-15", result: null, recordedOn: null, recordedBy: "", note: "", version: 1 };
const shown = ({ id, dueOn, result, recordedOn, recordedBy, note, version }: AftercareContact): z.output<typeof contact> => ({ id, dueOn, result, recordedOn, recordedBy, note, version });
const closure = z.object({
  id: z.uuid(), closedOn: z.string(), reopenedOn: z.string().nullable(), reason: z.string(), handover: z.string(), handoverText: z.string(), organisation: z.string(), closedBy: z.string(), keptUntil: z.string().nullable(),
  letters: z.array(z.object({ id: z.uuid(), person: z.string(), madeOn: z.string() })), aftercare: z.array(contact),
});
const closureExample: z.output<typeof closure> = { id: EXAMPLE_ID, closedOn: "2026-11-23", reopenedOn: null, reason: "goals_reached", handover: "to_organisation", handoverText: "", organisation: "Jobcenter", closedBy: "Sabine Kurz", keptUntil: "2029-11-23", letters: [], aftercare: [contactExample] };

async function closuresOf(tx: ReadTx, asking: Asking, caseId: string): Promise<z.output<typeof closure>[]> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const { case_months: months } = await getTenantSettings(tx, asking.session.tenantId);
  const contacts = await findAftercare(tx, asking, head);
  return (await findClosures(tx, asking, head)).map((k) => closureShown(k, months, contacts));
}
const closureShown = (k: Closure, months: number, contacts: readonly AftercareContact[]): z.output<typeof closure> => ({
  ...k, letters: [...k.letters], keptUntil: k.reopenedOn === null ? addMonths(k.closedOn, months) : null, aftercare: contacts.filter((c) => c.closureId === k.id).map(shown),
});

export const closingApi: readonly Route[] = [
  apiWrite({
    path: "/api/v1/cases/:id/closure", method: "PUT", allow: "case.work", record: "case.closed", params: ofCase, body: apiBody, versioned: true,
    about: "Closes a case. With `goals`, every open goal needs a result and every open step of `steps` an ending; without, the plan stays as it stands.",
    bodyExample: { reason: "goals_reached", handover: "none_needed", goals: [{ goalId: EXAMPLE_ID, attainment: 0, level: 4 }], aftercareDays: ["2027-02-15"], letter: { personId: EXAMPLE_ID, language: "ar" } },
    handle: async (tx, { params, body, version }, asking) => {
      await endCase(tx, asking, params.id, version, endFromApi(body, asking.today));
      return written(params.id);
    },
    ...asCase,
  }),
  apiRead({
    path: "/api/v1/cases/:id/closures", allow: "case.read", record: "case.read", about: "How a case ended, each time it did, with the aftercare and until when it is kept.", params: ofCase, answer: z.object({ items: z.array(closure) }), example: { items: [closureExample] },
    handle: async (tx, { params }, asking) => {
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id });
      return json({ items: await closuresOf(tx, asking, params.id) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/aftercare/:contactId", method: "PUT", allow: "case.work", record: "aftercare.recorded", about: "How it goes some weeks after the end; once a contact.", params: z.object({ id: z.uuid(), contactId: z.uuid() }),
    body: z.object({ result: oneOf(RESULTS, "Wählen Sie, wie es der Person geht."), note: text(4000) }), bodyExample: { result: "stable", note: "" }, answer: contact, example: contactExample,
    handle: async (tx, { params, body }, asking) => {
      await recordAftercare(tx, asking, params.id, params.contactId, body);
      return written(params.contactId, { status: 200 });
    },
    show: async (tx, id, asking) => {
      const { case_id: caseId } = await findAftercareCase(tx, id);
      return json(shown(await readContact(tx, asking, await readCaseHead(tx, asking, caseId), id)));
    },
  }),
];
