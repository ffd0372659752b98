import { z } from "zod";
import { record } from "../../audit/index.ts";
import { getCaseFile } from "../../cases/working/index.ts";
import type { WriteTx } from "../../db/index.ts";
import { actionRoute, apiWrite, type Asking, json, redirect, type Route, written } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { readMessage } from "./read-staff.ts";
import { getTakenFact, type TakenFact, takeOverFact } from "./take-fact.sql.ts";

const taken = z.object({ id: z.uuid(), personId: z.uuid(), key: z.string(), value: z.unknown(), statedOn: z.string(), isByPerson: z.boolean() });
const shown = (f: TakenFact) => ({ id: f.id, personId: f.person_id, key: f.key, value: f.value, statedOn: f.stated_on, isByPerson: f.is_by_person });
const ofMessage = z.object({ id: z.uuid(), messageId: z.uuid() });

/** What the person said becomes an entry of the person's, with that source, that day, and nobody else's words. */
async function takeFact(tx: WriteTx, asking: Asking, caseId: string, messageId: string): Promise<string> {
  await getCaseFile(tx, caseId);
  await readMessage(tx, asking, caseId, messageId);
  const id = newId();
  if (!(await takeOverFact(tx, messageId, id))) throw new NotFound();
  await record(tx, asking, { action: "fact.recorded", objectKind: "fact", objectIds: [id, messageId], caseId, purpose: "portal" });
  return id;
}

export const takeFactRoutes: readonly Route[] = [
  actionRoute({
    path: "/faelle/:id/portal/nachrichten/:messageId/uebernehmen", allow: "portal.manage", record: "fact.recorded", about: "Takes over what the person said on the own page as an entry of the person's facts.", params: ofMessage,
    handle: async (tx, { params }, asking) => {
      await takeFact(tx, asking, params.id, params.messageId);
      return redirect(`/faelle/${params.id}/portal#nachrichten`, "Die Angabe ist übernommen, als von der Person selbst gesagt.");
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/portal-messages/:messageId/fact", method: "POST", allow: "portal.manage", record: "fact.recorded", about: "Takes over what the person said on the own page as an entry of the person's facts, said by the person.", params: ofMessage,
    body: z.object({}), bodyExample: {},
    handle: async (tx, { params }, asking) => written(await takeFact(tx, asking, params.id, params.messageId), { status: 201 }),
    answer: taken, example: { id: "0193a1b2-0000-7000-8000-000000000001", personId: "0193a1b2-0000-7000-8000-000000000002", key: "germanOral", value: "B1", statedOn: "2026-11-22", isByPerson: true },
    show: async (tx, id) => json(shown(await getTakenFact(tx, id))),
  }),
];
