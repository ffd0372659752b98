import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, flag, saidText, text } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { type Asking, formRoute, page, pageRoute, redirect, type Route } from "../../http/index.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import { newId } from "../../kernel/id.ts";
import { findNames } from "./find-names.ts";
import { type Peer, PeerFormPage, PeerPage, PeerSheet, PeersPage } from "./peer.page.tsx";
import { getPeer, insertPeer, listOwnNames, listPeers, type PeerFields, type PeerRow, updatePeer } from "./peer.sql.ts";

const NAV = { nav: "peer-consultations" };
const MOST = 200;
const NONE = { none: "an empty form" };
const ofPeer = z.object({ peerId: z.uuid() });
const body = z.object({ heldOn: day(), question: saidText(6000, "Beschreiben Sie die Lage und die Frage."), hypotheses: text(6000), ideas: text(6000), isChecked: flag() });
type Body = z.output<typeof body>;

const bindingOf = (asking: Asking, column: string, row: string) => ({ tenant: asking.session.tenantId, table: "peer_consultations", column, row, version: 1 });
function open(asking: Asking, row: PeerRow): Peer {
  const said = (column: "question_ct" | "hypotheses_ct" | "ideas_ct"): string => {
    const sealed = row[column];
    return sealed === null ? "" : asking.app.vault.open(row.key_ref, sealed, bindingOf(asking, column, row.id));
  };
  return { id: row.id, heldOn: row.held_on, question: said("question_ct"), hypotheses: said("hypotheses_ct"), ideas: said("ideas_ct"), authorName: row.author_name, isMine: row.author_id === asking.session.accountId, version: row.version };
}
function seal(asking: Asking, keyRef: string, id: string, input: Body): PeerFields {
  const sealed = (column: string, said: string) => asking.app.vault.seal(keyRef, said, bindingOf(asking, column, id));
  return { heldOn: input.heldOn, questionCt: sealed("question_ct", input.question), hypothesesCt: input.hypotheses === "" ? null : sealed("hypotheses_ct", input.hypotheses), ideasCt: input.ideas === "" ? null : sealed("ideas_ct", input.ideas) };
}

/** Names of persons of the author's own cases are looked for; what else could tell somebody is the author's to see. */
async function withoutNames(tx: ReadTx, asking: Asking, input: Body): Promise<void> {
  if (input.heldOn > asking.today) throw new Refused([{ code: "in-the-future", field: "heldOn", sentence: "Dieser Tag liegt in der Zukunft." }]);
  if (input.isChecked) return;
  const known = (await listOwnNames(tx)).map((n) => n.name);
  const refusals = (["question", "hypotheses", "ideas"] as const).flatMap((field) => {
    const found = findNames(input[field], known);
    return found.length === 0 ? [] : [{ code: "names-found", field, sentence: `Hier steht, was auch in einem Ihrer Fälle steht: ${found.map((n) => `„${n}“`).join(", ")}. Nehmen Sie es heraus, oder bestätigen Sie unten, dass niemand aus einem Fall gemeint ist.` }];
  });
  if (refusals.length > 0) throw new Refused(refusals);
}
async function shown(tx: ReadTx, asking: Asking, id: string): Promise<Peer> {
  const peer = open(asking, await getPeer(tx, id));
  await record(tx, asking, { action: "peer_consultation.read", objectKind: "peer_consultation", objectIds: [id] });
  return peer;
}

export const peerRoutes: readonly Route[] = [
  pageRoute({
    path: "/fallberatungen", allow: "case.work", record: "peer_consultation.listed", about: "Anonymous consultations among colleagues of the room.",
    handle: async (tx, _input, asking) => {
      const peers = (await listPeers(tx, MOST)).map((row) => open(asking, row));
      await record(tx, asking, { action: "peer_consultation.listed", objectKind: "peer_consultation", objectIds: peers.map((p) => p.id) });
      return page("Kollegiale Fallberatung", () => <PeersPage peers={peers} />, NAV);
    },
  }),
  formRoute({
    path: "/fallberatungen/neu", allow: "case.work", record: "peer_consultation.added", showRecord: NONE, about: "Keeps an anonymous consultation; names from the author's own cases are looked for.", body,
    show: async (_tx, _input, asking, form) => {
      const view = { form, hidden: asking.form(), today: asking.today };
      return page("Fallberatung festhalten", () => <PeerFormPage {...view} />, NAV);
    },
    submit: async (tx, { body: input }, asking) => {
      await withoutNames(tx, asking, input);
      const id = newId();
      const keyRef = asking.app.vault.newKey();
      await insertPeer(tx, asking.session, id, keyRef, seal(asking, keyRef, id, input));
      await record(tx, asking, { action: "peer_consultation.added", objectKind: "peer_consultation", objectIds: [id] });
      return redirect(`/fallberatungen/${id}`, "Festgehalten.");
    },
  }),
  pageRoute({
    path: "/fallberatungen/:peerId", allow: "case.work", record: "peer_consultation.read", about: "One anonymous consultation.", params: ofPeer,
    handle: async (tx, { params }, asking) => {
      const peer = await shown(tx, asking, params.peerId);
      return page("Kollegiale Fallberatung", () => <PeerPage peer={peer} />, NAV);
    },
  }),
  pageRoute({
    path: "/fallberatungen/:peerId/druck", allow: "case.work", record: "peer_consultation.read", about: "The same on paper.", params: ofPeer,
    handle: async (tx, { params }, asking) => {
      const view = { peer: await shown(tx, asking, params.peerId), printedBy: `${asking.session.givenName} ${asking.session.familyName}`.trim(), printedAt: germanMoment(asking.now, asking.app.config.timeZone) };
      return page("Kollegiale Fallberatung", () => <PeerSheet {...view} />, NAV);
    },
  }),
  formRoute({
    path: "/fallberatungen/:peerId/bearbeiten", allow: "case.work", record: "peer_consultation.changed", showRecord: "peer_consultation.read", about: "Changes a consultation; its author alone.", params: ofPeer, body,
    show: async (tx, { params }, asking, form) => {
      const view = { form, hidden: asking.form(), today: asking.today, peer: await shown(tx, asking, params.peerId) };
      return page("Fallberatung bearbeiten", () => <PeerFormPage {...view} />, NAV);
    },
    submit: async (tx, { params, body: input, version }, asking) => {
      const before = await getPeer(tx, params.peerId);
      if (before.author_id !== asking.session.accountId) throw new Refused([{ code: "not-yours", sentence: "Ändern kann das nur, wer es festgehalten hat." }]);
      await withoutNames(tx, asking, input);
      if ((await updatePeer(tx, params.peerId, version, seal(asking, before.key_ref, params.peerId, input))) !== 1) throw new Stale({ ...open(asking, before) });
      await record(tx, asking, { action: "peer_consultation.changed", objectKind: "peer_consultation", objectIds: [params.peerId] });
      return redirect(`/fallberatungen/${params.peerId}`, "Gespeichert.");
    },
  }),
];
