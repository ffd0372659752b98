import { z } from "zod";
import { formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { changePeer, keepPeer, peerBody, readPeer, readPeers } from "./keep-peer.ts";
import { PeerFormPage, PeerPage, PeerSheet, PeersPage } from "./peer.page.tsx";

const NAV = { nav: "peer-consultations" };
const NONE = { none: "an empty form" };
export const ofPeer = z.object({ peerId: z.uuid() });

export const peerRoutes: readonly Route[] = [
  pageRoute({
    path: "/fallberatungen", allow: "case.work", record: "peer_consultation.listed", about: "Anonymous consultations among colleagues of the room.",
    handle: async (tx, _input, asking) => {
      const peers = await readPeers(tx, asking);
      return page("Kollegiale Fallberatung", () => <PeersPage peers={peers} />, NAV);
    },
  }),
  formRoute({
    path: "/fallberatungen/neu", allow: "case.work", record: "peer_consultation.added", showRecord: NONE, about: "Keeps an anonymous consultation; names from the author's own cases are looked for.", body: peerBody,
    show: async (_tx, _input, asking, form) => {
      const view = { form, hidden: asking.form(), today: asking.today };
      return page("Fallberatung festhalten", () => <PeerFormPage {...view} />, NAV);
    },
    submit: async (tx, { body: input }, asking) => {
      return redirect(`/fallberatungen/${await keepPeer(tx, asking, input)}`, "Festgehalten.");
    },
  }),
  pageRoute({
    path: "/fallberatungen/:peerId", allow: "case.work", record: "peer_consultation.read", about: "One anonymous consultation.", params: ofPeer,
    handle: async (tx, { params }, asking) => {
      const peer = await readPeer(tx, asking, params.peerId);
      return page("Kollegiale Fallberatung", () => <PeerPage peer={peer} />, NAV);
    },
  }),
  pageRoute({
    path: "/fallberatungen/:peerId/druck", allow: "case.work", record: "peer_consultation.read", about: "The same on paper.", params: ofPeer,
    handle: async (tx, { params }, asking) => {
      const view = { peer: await readPeer(tx, asking, params.peerId), printedBy: `${asking.session.givenName} ${asking.session.familyName}`.trim(), printedAt: germanMoment(asking.now, asking.app.config.timeZone) };
      return page("Kollegiale Fallberatung", () => <PeerSheet {...view} />, NAV);
    },
  }),
  formRoute({
    path: "/fallberatungen/:peerId/bearbeiten", allow: "case.work", record: "peer_consultation.changed", showRecord: "peer_consultation.read", about: "Changes a consultation; its author alone.", params: ofPeer, body: peerBody,
    show: async (tx, { params }, asking, form) => {
      const view = { form, hidden: asking.form(), today: asking.today, peer: await readPeer(tx, asking, params.peerId) };
      return page("Fallberatung bearbeiten", () => <PeerFormPage {...view} />, NAV);
    },
    submit: async (tx, { params, body: input, version }, asking) => {
      await changePeer(tx, asking, params.peerId, version, input);
      return redirect(`/fallberatungen/${params.peerId}`, "Gespeichert.");
    },
  }),
];
