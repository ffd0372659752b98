import type { Database, WriteTx } from "../../db/index.ts";
import { type AccessRecord, type ChainHead, emptyChain, type Seal, sealBatch } from "../sealing/index.ts";
import { findHead, insertSeals, listUnsealed, numberRecords, takePosition } from "./sealer.sql.ts";

const MOST_AT_ONCE = 5000;

/** Chains what was committed since the last time. Returns how many records; 0 also where another process is sealing. */
export async function sealRecords(db: Database): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await db.asSystem("seal the access record", sealSome);
    sealed += count;
    if (count < MOST_AT_ONCE) return sealed;
  }
}

async function sealSome(tx: WriteTx): Promise<number> {
  const position = await takePosition(tx);
  if (position === undefined) return 0;
  const records = await listUnsealed(tx, MOST_AT_ONCE);
  if (records.length === 0) return 0;
  const seals: Seal[] = [];
  const numbers: number[] = [];
  for (const chain of chainsOf(records)) {
    const { tenant_id, room_id } = chain[0]!;
    const prev: ChainHead = (await findHead(tx, tenant_id, room_id)) ?? emptyChain(tenant_id, room_id);
    seals.push(...sealBatch(prev, chain).seals);
    numbers.push(...chain.map((_, i) => prev.seq + 1 + i));
  }
  await insertSeals(tx, position.epoch, seals);
  // numbers stand in the order of chainsOf, which is the order in which the records were read
  const numbered = await numberRecords(tx, records, numbers);
  if (numbered !== records.length) throw new Error("a record was numbered by somebody else while the sealer held its place");
  return records.length;
}

/** Runs of the same chain: they were read chain by chain. */
function chainsOf(records: readonly AccessRecord[]): AccessRecord[][] {
  const chains: AccessRecord[][] = [];
  for (const record of records) {
    const last = chains.at(-1);
    const first = last?.[0];
    if (first !== undefined && first.tenant_id === record.tenant_id && first.room_id === record.room_id) last!.push(record);
    else chains.push([record]);
  }
  return chains;
}
