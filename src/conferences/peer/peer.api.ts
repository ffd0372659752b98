import { z } from "zod";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Route, written } from "../../http/index.ts";
import { changePeer, keepPeer, peerBody, readPeer, readPeers } from "./keep-peer.ts";
import type { Peer } from "./peer.page.tsx";
import { ofPeer } from "./peer.routes.tsx";

const answer = z.object({ id: z.uuid(), heldOn: z.string(), question: z.string(), hypotheses: z.string(), ideas: z.string(), authorName: z.string(), isMine: z.boolean(), version: z.number() });
const EXAMPLE: z.output<typeof answer> = { id: EXAMPLE_ID, heldOn: "2026-11-18", question: "Wie bleibt jemand im Gespräch, der nicht kommt?", hypotheses: "Scham", ideas: "Kurze Nachricht vorab", authorName: "Martin Brandt", isMine: true, version: 1 };
const represent = (p: Peer): z.output<typeof answer> => ({ id: p.id, heldOn: p.heldOn, question: p.question, hypotheses: p.hypotheses, ideas: p.ideas, authorName: p.authorName, isMine: p.isMine, version: p.version });
const show = async (tx: ReadTx, id: string, asking: Asking) => {
  const peer = await readPeer(tx, asking, id);
  return json(represent(peer), peer.version);
};
const bodyExample = { heldOn: "2026-11-18", question: "Wie bleibt jemand im Gespräch, der nicht kommt?", hypotheses: "Scham", ideas: "Kurze Nachricht vorab", isChecked: false };
const done = { answer, example: EXAMPLE, show } as const;

export const peerApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/peer-consultations", allow: "case.work", record: "peer_consultation.listed", about: "Anonymous consultations among colleagues of the room, the latest first.", answer: z.object({ items: z.array(answer) }), example: { items: [EXAMPLE] },
    handle: async (tx, _input, asking) => json({ items: (await readPeers(tx, asking)).map(represent) }),
  }),
  apiRead({ path: "/api/v1/peer-consultations/:peerId", allow: "case.work", record: "peer_consultation.read", about: "One anonymous consultation.", params: ofPeer, answer, example: EXAMPLE, handle: (tx, { params }, asking) => show(tx, params.peerId, asking) }),
  apiWrite({
    method: "POST", path: "/api/v1/peer-consultations", allow: "case.work", record: "peer_consultation.added", about: "Keeps an anonymous consultation. Names and numbers of the author's own cases are refused, unless isChecked says that nobody of a case is meant.", body: peerBody, bodyExample, ...done,
    handle: async (tx, { body }, asking) => written(await keepPeer(tx, asking, body)),
  }),
  apiWrite({
    method: "PATCH", path: "/api/v1/peer-consultations/:peerId", versioned: true, allow: "case.work", record: "peer_consultation.changed", about: "Changes a consultation; its author alone, the body is the whole of it.", params: ofPeer, body: peerBody, bodyExample, ...done,
    handle: async (tx, { params, body, version }, asking) => {
      await changePeer(tx, asking, params.peerId, version, body);
      return written(params.peerId, { status: 200 });
    },
  }),
];
