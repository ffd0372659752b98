import { type AccessRecord, hashRecord, monthOf } from "./access-record.ts";
import { encodeValue, encodeValues, sha256, ZERO_HASH } from "./encoding.ts";

/** One link of a room's chain. It outlives the records that it seals. */
export interface Seal {
  readonly tenant_id: string;
  readonly room_id: string | null;
  /** `2026-11`: a link holds records of one month, so that months can be erased */
  readonly month: string;
  readonly seq_from: number;
  readonly seq_to: number;
  readonly count: number;
  readonly first_id: string;
  readonly last_id: string;
  readonly content_hash: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Where a chain stands: what the next link ties itself to, and what an anchor states. */
export interface ChainHead {
  readonly tenant_id: string;
  readonly room_id: string | null;
  readonly seq: number;
  readonly hash: string;
}

export const emptyChain = (tenant_id: string, room_id: string | null): ChainHead => ({ tenant_id, room_id, seq: 0, hash: ZERO_HASH });

export const headAfter = (seal: Seal): ChainHead => ({ tenant_id: seal.tenant_id, room_id: seal.room_id, seq: seal.seq_to, hash: seal.hash });

export const hashSeal = (s: Omit<Seal, "hash">): string =>
  sha256(
    encodeValue("einklang-seal-1"),
    encodeValues(s.tenant_id, s.room_id, s.month, s.seq_from, s.seq_to, s.count, s.first_id, s.last_id, s.content_hash, s.prev_hash),
  ).toString("hex");

/**
 * Seals committed records of one chain in the order given: record i gets the number `prev.seq + 1 + i`. Several links
 * where the month changes. Throws for a record of another chain.
 */
export function sealBatch(prev: ChainHead, records: readonly AccessRecord[]): { seals: Seal[]; head: ChainHead } {
  const seals: Seal[] = [];
  let head = prev;
  for (let from = 0; from < records.length; ) {
    const month = monthOf(records[from]!.at);
    let to = from;
    while (to < records.length && monthOf(records[to]!.at) === month) to += 1;
    const seal = sealRun(head, month, records.slice(from, to));
    seals.push(seal);
    head = headAfter(seal);
    from = to;
  }
  return { seals, head };
}

function sealRun(prev: ChainHead, month: string, records: readonly AccessRecord[]): Seal {
  const { tenant_id, room_id } = prev;
  if (records.some((r) => r.tenant_id !== tenant_id || r.room_id !== room_id)) throw new RangeError("a record of another chain");
  const body = {
    tenant_id,
    room_id,
    month,
    seq_from: prev.seq + 1,
    seq_to: prev.seq + records.length,
    count: records.length,
    first_id: records[0]!.id,
    last_id: records.at(-1)!.id,
    content_hash: sha256(...records.map(hashRecord)).toString("hex"),
    prev_hash: prev.hash,
  };
  return { ...body, hash: hashSeal(body) };
}
