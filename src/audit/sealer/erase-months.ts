import { setTimeout as pause } from "node:timers/promises";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { appendAnchor, declareErasure, hashStatement, lastStatement, type Seal, sealBatch, type Statement } from "../sealing/index.ts";
import { type AnchorPlace, instantOf, reasonForEpoch } from "./anchor-chains.ts";
import { type DueMonth, eraseSealedRecords, listMonthsToErase, listSealed, listSealsOfMonth, moveStatement, takePosition } from "./sealer.sql.ts";

export interface Erased {
  readonly records: number;
  /** seals whose records are not what was sealed: these stay, since erasing them would erase the trace of the tampering */
  readonly keptSeals: number;
}
type Round = { readonly records: number; readonly keptSeals: number; readonly after: number | null } | "busy" | "anchors-first" | "noted";

const SEALS_AT_ONCE = 500;
const RECORDS_AT_ONCE = 20_000;

/**
 * Erases the months of the record whose period is over; the seals stay. The signed statement is on disk before the
 * records' deletion commits: killed between, the next run states it again and deletes. Stops where another process has
 * the sealer's place for long, or where the anchors tell of a restore, which the anchoring settles first.
 */
export async function eraseDueMonths(place: AnchorPlace): Promise<Erased> {
  let [records, keptSeals] = [0, 0];
  for (const month of await place.db.asSystem("months of the access record that are over", listMonthsToErase)) {
    for (let after: number | null = 0, tries = 0; after !== null; ) {
      const from: number = after;
      const round: Round = await place.db.asSystem("erase a month of the access record", (tx) => eraseSome(tx, place, month, from));
      if (round === "anchors-first" || tries === 80) return { records, keptSeals };
      if (round === "busy" || round === "noted") {
        tries += 1;
        if (round === "busy") await pause(250);
        continue;
      }
      records += round.records;
      keptSeals += round.keptSeals;
      [after, tries] = [round.after, 0];
    }
  }
  return { records, keptSeals };
}

async function eraseSome(tx: WriteTx, place: AnchorPlace, month: DueMonth, after: number): Promise<Round> {
  const position = await takePosition(tx);
  if (position === undefined) return "busy";
  const previous = await lastStatement(place.anchorDir);
  if (previous === null || (await reasonForEpoch(tx, position, previous)) !== null) return "anchors-first";
  if (previous.number !== position.anchor_number) {
    // one ahead by a crash: noted in a transaction of its own, so that two crashes are not two ahead
    await moveStatement(tx, previous.number, hashStatement(previous));
    return "noted";
  }
  const seals = firstOf(await listSealsOfMonth(tx, month, after, SEALS_AT_ONCE));
  if (seals.length === 0) return { records: 0, keptSeals: 0, after: null };
  const whole: Seal[] = [];
  for (const seal of seals) if (await isAsSealed(tx, seal)) whole.push(seal);
  const records = whole.length === 0 ? 0 : await eraseStated(tx, place, previous, month, whole);
  return { records, keptSeals: seals.length - whole.length, after: seals.at(-1)!.seq_from };
}

/** Deletes, states, and only then may the caller's transaction commit. A deletion that is refused states nothing. */
async function eraseStated(tx: WriteTx, place: AnchorPlace, previous: Statement, month: DueMonth, seals: readonly Seal[]): Promise<number> {
  const records = await eraseSealedRecords(tx, month, seals.map((seal) => seal.seq_from));
  if (records !== seals.reduce((sum, seal) => sum + seal.count, 0)) throw new Error("other records went than were sealed");
  const note = `Aufbewahrung von ${month.keep_months} Monaten abgelaufen für ${month.month}`;
  const statement = declareErasure({ previous, privateKey: place.signingKey.privateKey, at: instantOf(place.now) }, seals, note);
  await appendAnchor(place.anchorDir, statement);
  await moveStatement(tx, statement.number, hashStatement(statement));
  return records;
}

/** So many that the sealer does not wait long. */
function firstOf(seals: readonly Seal[]): Seal[] {
  let sum = 0;
  return seals.filter((seal, i) => (sum += seal.count) <= RECORDS_AT_ONCE || i === 0);
}

async function isAsSealed(tx: ReadTx, seal: Seal): Promise<boolean> {
  const records = await listSealed(tx, seal.tenant_id, seal.room_id, seal.seq_from, seal.seq_to);
  if (records.length !== seal.count) return false;
  const again = sealBatch({ tenant_id: seal.tenant_id, room_id: seal.room_id, seq: seal.seq_from - 1, hash: seal.prev_hash }, records).seals;
  return again.length === 1 && again[0]!.hash === seal.hash;
}
