import { setTimeout as pause } from "node:timers/promises";
import type { Database, ReadTx } from "../../db/index.ts";
import type { SigningKey } from "../../vault/index.ts";
import { type AccessRecord, type ExportChain, exportLines, installationOf, type Seal } from "../sealing/index.ts";
import { instantOf } from "./anchor-chains.ts";
import { listChains, listSealed, listSeals, listUnsealedOf, takePosition } from "./sealer.sql.ts";

const SEALS_AT_ONCE = 200;

/**
 * The whole record of the installation as lines for `audit:verify`. The sealer waits meanwhile, so that nothing is between
 * unsealed and sealed. Runs as the system: only the command line may call it, for whoever owns the machine.
 */
export async function exportRecord(db: Database, signingKey: SigningKey, clock: () => Date, write: (line: string) => Promise<void>): Promise<number> {
  for (;;) {
    const lines = await db.asSystem("export the access record", async (tx) => {
      const position = await takePosition(tx);
      if (position === undefined) return null;
      let count = 0;
      const head = { installation: installationOf(signingKey.privateKey), epoch: position.epoch, at: instantOf(clock()), rooms: "all" as const };
      for await (const line of exportLines(head, chains(tx))) {
        await write(line);
        count += 1;
      }
      return count;
    });
    if (lines !== null) return lines;
    await pause(50);
  }
}

async function* chains(tx: ReadTx): AsyncGenerator<ExportChain> {
  for (const { tenant_id, room_id } of await listChains(tx)) {
    yield { seals: sealsOf(tx, tenant_id, room_id), unsealed: await listUnsealedOf(tx, tenant_id, room_id) };
  }
}

async function* sealsOf(tx: ReadTx, tenantId: string, roomId: string | null): AsyncGenerator<{ seal: Seal; records: AccessRecord[] }> {
  for (let after = 0; ; ) {
    const seals = await listSeals(tx, tenantId, roomId, after, SEALS_AT_ONCE);
    for (const seal of seals) yield { seal, records: await listSealed(tx, tenantId, roomId, seal.seq_from, seal.seq_to) };
    if (seals.length < SEALS_AT_ONCE) return;
    after = seals.at(-1)!.seq_from;
  }
}
