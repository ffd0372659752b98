import { z } from "zod";
import { record } from "../../audit/index.ts";
import { day, flag, saidText, text } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { findNames } from "./find-names.ts";
import type { Peer } from "./peer.page.tsx";
import { getPeer, insertPeer, listOwnNames, listPeers, type PeerFields, type PeerRow, updatePeer } from "./peer.sql.ts";

const MOST = 200;
export const peerBody = z.object({ heldOn: day(), question: saidText(6000, "Beschreiben Sie die Lage und die Frage."), hypotheses: text(6000), ideas: text(6000), isChecked: flag() });
export type PeerInput = z.output<typeof peerBody>;
const event = (action: string, ids: readonly string[]) => ({ action, objectKind: "peer_consultation", objectIds: ids });

const bindingOf = (asking: Asking, column: string, row: string) => ({ tenant: asking.session.tenantId, table: "peer_consultations", column, row, version: 1 });
function open(asking: Asking, row: PeerRow): Peer {
  const said = (column: "question_ct" | "hypotheses_ct" | "ideas_ct"): string => {
    const sealed = row[column];
    return sealed === null ? "" : asking.app.vault.open(row.key_ref, sealed, bindingOf(asking, column, row.id));
  };
  return { id: row.id, heldOn: row.held_on, question: said("question_ct"), hypotheses: said("hypotheses_ct"), ideas: said("ideas_ct"), authorName: row.author_name, isMine: row.author_id === asking.session.accountId, version: row.version };
}
function seal(asking: Asking, keyRef: string, id: string, input: PeerInput): PeerFields {
  const sealed = (column: string, said: string) => asking.app.vault.seal(keyRef, said, bindingOf(asking, column, id));
  return { heldOn: input.heldOn, questionCt: sealed("question_ct", input.question), hypothesesCt: input.hypotheses === "" ? null : sealed("hypotheses_ct", input.hypotheses), ideasCt: input.ideas === "" ? null : sealed("ideas_ct", input.ideas) };
}

/** Names of persons of the author's own cases are looked for; what else could tell somebody is the author's to see. */
async function withoutNames(tx: ReadTx, asking: Asking, input: PeerInput): Promise<void> {
  if (input.heldOn > asking.today) throw new Refused([{ code: "in-the-future", field: "heldOn", sentence: "Dieser Tag liegt in der Zukunft." }]);
  if (input.isChecked) return;
  const known = (await listOwnNames(tx)).map((n) => n.name);
  const refusals = (["question", "hypotheses", "ideas"] as const).flatMap((field) => {
    const found = findNames(input[field], known);
    return found.length === 0 ? [] : [{ code: "names-found", field, sentence: `Hier steht, was auch in einem Ihrer Fälle steht: ${found.map((n) => `„${n}“`).join(", ")}. Nehmen Sie es heraus, oder bestätigen Sie unten, dass niemand aus einem Fall gemeint ist.` }];
  });
  if (refusals.length > 0) throw new Refused(refusals);
}
export async function readPeer(tx: ReadTx, asking: Asking, id: string): Promise<Peer> {
  const peer = open(asking, await getPeer(tx, id));
  await record(tx, asking, event("peer_consultation.read", [id]));
  return peer;
}
export async function readPeers(tx: ReadTx, asking: Asking): Promise<Peer[]> {
  const peers = (await listPeers(tx, MOST)).map((row) => open(asking, row));
  await record(tx, asking, event("peer_consultation.listed", peers.map((p) => p.id)));
  return peers;
}

/** Under a key of its own, so that it can end alone. */
export async function keepPeer(tx: WriteTx, asking: Asking, input: PeerInput): Promise<string> {
  await withoutNames(tx, asking, input);
  const id = newId();
  const keyRef = asking.app.vault.newKey();
  await insertPeer(tx, asking.session, id, keyRef, seal(asking, keyRef, id, input));
  await record(tx, asking, event("peer_consultation.added", [id]));
  return id;
}
export async function changePeer(tx: WriteTx, asking: Asking, id: string, version: number, input: PeerInput): Promise<void> {
  const before = await getPeer(tx, id);
  if (before.author_id !== asking.session.accountId) throw new Refused([{ code: "not-yours", sentence: "Ändern kann das nur, wer es festgehalten hat." }]);
  await withoutNames(tx, asking, input);
  if ((await updatePeer(tx, id, version, seal(asking, before.key_ref, id, input))) !== 1) throw new Stale({ ...open(asking, before) });
  await record(tx, asking, event("peer_consultation.changed", [id]));
}
