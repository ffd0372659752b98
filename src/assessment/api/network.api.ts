import { z } from "zod";
import { record } from "../../audit/index.ts";
import { flag, ofCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { addTie, changeTie, currentTie, findTies, withdrawTie } from "../network/keep-tie.ts";
import { tieFields } from "../network/network.routes.tsx";
import { findTieCase } from "../network/ties.sql.ts";

const TIE = z.object({
  id: z.uuid(), caseId: z.uuid(), personId: z.uuid(), kind: z.string(), name: z.string(), organisationId: z.uuid().nullable(), organisation: z.string(), closeness: z.number().describe("1 close, 3 at the edge"), effect: z.enum(["helps", "mixed", "burdens"]),
  note: z.string(), isEntrusted: z.boolean(), endedOn: z.string().nullable(), version: z.number(),
});
const EXAMPLE = { id: EXAMPLE_ID, caseId: EXAMPLE_ID, personId: EXAMPLE_ID, kind: "friend", name: "Rana", organisationId: null, organisation: "", closeness: 1, effect: "helps", note: "passt auf die Kinder auf", isEntrusted: false, endedOn: null, version: 1 } as const;
const BODY_EXAMPLE = { kind: "friend", name: "Rana", closeness: 1, effect: "helps", note: "passt auf die Kinder auf" };
const ofTie = z.object({ id: z.uuid() });

async function show(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const tie = await currentTie(tx, asking, (await findTieCase(tx, id)).case_id, id);
  return json(tie, tie.version);
}

export const networkApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/network-ties", allow: "case.read", record: "case.read", about: "The network maps of a case: who matters to whom, how close, whether it helps.", params: ofCase, answer: z.object({ items: z.array(TIE) }), example: { items: [EXAMPLE] },
    handle: async (tx, { params }, asking) => {
      const items = await findTies(tx, asking, params.id);
      await record(tx, asking, { action: "case.read", objectKind: "case", objectIds: [params.id], caseId: params.id, purpose: "api" });
      return json({ items });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/persons/:personId/network-ties", method: "POST", allow: "case.work", record: "network_tie.added", about: "Adds somebody who matters to a person of a case. As little of the third person as is needed.", params: z.object({ id: z.uuid(), personId: z.uuid() }),
    body: z.object(tieFields), bodyExample: BODY_EXAMPLE, answer: TIE, example: EXAMPLE,
    handle: async (tx, { params, body }, asking) => written(await addTie(tx, asking, params.id, params.personId, body), { location: `/api/v1/cases/${params.id}/network-ties` }),
    show,
  }),
  apiWrite({
    path: "/api/v1/network-ties/:id", method: "PUT", allow: "case.work", record: "network_tie.changed", versioned: true, about: "Changes a tie, or says that it is over.", params: ofTie, body: z.object({ ...tieFields, hasEnded: flag() }), bodyExample: BODY_EXAMPLE, answer: TIE, example: { ...EXAMPLE, version: 2 },
    handle: async (tx, { params, body, version }, asking) => {
      await changeTie(tx, asking, (await findTieCase(tx, params.id)).case_id, params.id, version, body);
      return written(params.id);
    },
    show,
  }),
  apiWrite({
    path: "/api/v1/network-ties/:id", method: "DELETE", allow: "case.work", record: "network_tie.withdrawn", about: "Takes a tie back that was typed by mistake.", params: ofTie,
    answer: z.object({ id: z.uuid(), withdrawn: z.literal(true) }), example: { id: EXAMPLE_ID, withdrawn: true },
    handle: async (tx, { params }, asking) => {
      await withdrawTie(tx, asking, (await findTieCase(tx, params.id)).case_id, params.id);
      return written(params.id);
    },
    show: async (_tx, id) => json({ id, withdrawn: true }),
  }),
];
