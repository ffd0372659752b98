import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";
import { isInstant } from "./access-record.ts";
import { encodeList, encodeValue, encodeValues, sha256, ZERO_HASH } from "./encoding.ts";
import type { ChainHead, Seal } from "./seal.ts";

/** A seal whose records are gone because their retention ended. */
export interface ErasedSeal {
  readonly tenant_id: string;
  readonly room_id: string | null;
  readonly month: string;
  readonly seq_from: number;
  readonly seq_to: number;
  readonly hash: string;
}

/** One signed line outside the database. */
export interface Statement {
  readonly kind: "epoch" | "anchor" | "erasure";
  readonly installation: string;
  readonly epoch: number;
  readonly number: number;
  readonly at: string;
  readonly prev: string;
  readonly heads: readonly ChainHead[];
  readonly erased: readonly ErasedSeal[];
  readonly note: string | null;
  readonly signature: string;
}

/** What makes the next statement: the one before it, the installation's signing key, and the time. */
export interface StatementContext {
  readonly previous: Statement;
  readonly privateKey: KeyObject;
  readonly at: string;
}

function encodeStatement(s: Omit<Statement, "signature">): Buffer {
  return Buffer.concat([
    encodeValue("einklang-statement-1"),
    encodeValues(s.kind, s.installation, s.epoch, s.number, s.at, s.prev),
    encodeList(s.heads.map((h) => encodeValues(h.tenant_id, h.room_id, h.seq, h.hash))),
    encodeList(s.erased.map((e) => encodeValues(e.tenant_id, e.room_id, e.month, e.seq_from, e.seq_to, e.hash))),
    encodeValue(s.note),
  ]);
}

export const hashStatement = (s: Statement): string => sha256(encodeStatement(s), Buffer.from(s.signature, "base64")).toString("hex");

/** SHA-256 of the public key: the installation's id, so that a statement names the key that it must be checked with. */
export const installationOf = (privateKey: KeyObject): string =>
  createHash("sha256").update(createPublicKey(privateKey).export({ type: "spki", format: "der" })).digest("hex");

/** Opens the first epoch (previous null) or, after a restore, the next: `heads` are those of all chains as they are now. */
export function openEpoch(previous: Statement | null, privateKey: KeyObject, at: string, heads: readonly ChainHead[], note: string | null): Statement {
  return signed(previous, privateKey, at, { kind: "epoch", epoch: (previous?.epoch ?? 0) + 1, heads: heads.map(plainHead), erased: [], note });
}

/** States the heads that changed since the previous anchor. */
export const makeAnchor = (context: StatementContext, heads: readonly ChainHead[]): Statement =>
  signed(context.previous, context.privateKey, context.at, { kind: "anchor", epoch: context.previous.epoch, heads: heads.map(plainHead), erased: [], note: null });

/** Names the seals whose records are about to go. Must be on disk before they do. */
export const declareErasure = (context: StatementContext, seals: readonly (Seal | ErasedSeal)[], note: string | null): Statement =>
  signed(context.previous, context.privateKey, context.at, { kind: "erasure", epoch: context.previous.epoch, heads: [], erased: seals.map(plainSeal), note });

type Body = Pick<Statement, "kind" | "epoch" | "heads" | "erased" | "note">;

function signed(previous: Statement | null, privateKey: KeyObject, at: string, body: Body): Statement {
  if (!isInstant(at)) throw new RangeError(`not an instant with microseconds in UTC: ${at}`);
  const unsigned = {
    kind: body.kind,
    installation: installationOf(privateKey),
    epoch: body.epoch,
    number: (previous?.number ?? 0) + 1,
    // A clock that was set back must not make time fall in the chain.
    at: previous !== null && previous.at > at ? previous.at : at,
    prev: previous === null ? ZERO_HASH : hashStatement(previous),
    heads: body.heads,
    erased: body.erased,
    note: body.note,
  };
  return { ...unsigned, signature: sign(null, encodeStatement(unsigned), privateKey).toString("base64") };
}

const plainHead = ({ tenant_id, room_id, seq, hash }: ChainHead): ChainHead => ({ tenant_id, room_id, seq, hash });

const plainSeal = ({ tenant_id, room_id, month, seq_from, seq_to, hash }: ErasedSeal): ErasedSeal => ({ tenant_id, room_id, month, seq_from, seq_to, hash });
