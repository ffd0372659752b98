import type { Database, WriteTx } from "../../db/index.ts";
import type { SigningKey } from "../../vault/index.ts";
import { appendAnchor, hashStatement, lastStatement, makeAnchor, openEpoch, publishKey, type Statement } from "../sealing/index.ts";
import { countKnownHeads, listHeads, listHeadsSince, moveAnchor, type SealerPosition, takePosition } from "./sealer.sql.ts";

export interface AnchorPlace {
  readonly db: Database;
  readonly anchorDir: string;
  readonly signingKey: SigningKey;
  readonly now: Date;
}

export type Anchored = "nothing-new" | "anchored" | "epoch-opened" | "busy";

/** Microseconds are the format's; the clock of the program has thousandths. */
export const instantOf = (now: Date): string => now.toISOString().replace("Z", "000Z");

/** So long without news, a line says that the sealer lives. */
const SILENCE_MS = 3_600_000;

/**
 * States outside the database where the chains stand. A database that knows less than what lies outside was restored
 * from a backup: then a new epoch says so, openly and signed. Seals are committed before an anchor names them, since
 * they are read in another transaction than the one that made them.
 */
export async function anchorChains(place: AnchorPlace): Promise<Anchored> {
  return place.db.asSystem("anchor the access record", async (tx) => {
    const position = await takePosition(tx);
    if (position === undefined) return "busy";
    const previous = await lastStatement(place.anchorDir);
    const reason = await reasonForEpoch(tx, position, previous);
    if (reason !== null) {
      await publishKey(place.anchorDir, place.signingKey.publicKeyPem);
      const note = reason === "first" ? null : reason;
      await put(tx, place, openEpoch(previous, place.signingKey.privateKey, instantOf(place.now), await listHeads(tx), note));
      return "epoch-opened";
    }
    const heads = await listHeadsSince(tx, position.anchored_at);
    if (heads.length === 0 && place.now.getTime() - Date.parse(previous!.at) < SILENCE_MS) return "nothing-new";
    await put(tx, place, makeAnchor({ previous: previous!, privateKey: place.signingKey.privateKey, at: instantOf(place.now) }, heads));
    return "anchored";
  });
}

/** On disk first: a crash between leaves the database one statement behind, which reasonForEpoch tells from a restore. */
async function put(tx: WriteTx, { anchorDir }: AnchorPlace, statement: Statement): Promise<void> {
  await appendAnchor(anchorDir, statement);
  await moveAnchor(tx, statement.epoch, statement.number, hashStatement(statement));
}

/** Null where the last statement outside is the one that the database knows, or one ahead of it by a crash. */
export async function reasonForEpoch(tx: WriteTx, position: SealerPosition, last: Statement | null): Promise<string | null> {
  if (last === null) return position.anchor_number === 0 ? "first" : "Die früheren Anker fehlten im Ordner.";
  if (last.number === position.anchor_number && hashStatement(last) === position.anchor_hash) return null;
  const isOneAhead = last.number === position.anchor_number + 1 && last.epoch === Math.max(1, position.epoch) && (position.anchor_number === 0 || last.kind !== "epoch");
  const named = isOneAhead ? [...last.heads, ...last.erased.map((seal) => ({ ...seal, seq: seal.seq_to }))] : [];
  if (isOneAhead && (await countKnownHeads(tx, named)) === named.length) return null;
  return last.number > position.anchor_number
    ? "Die Datenbank ist älter als der letzte Anker: Sie wurde aus einer Sicherung wiederhergestellt."
    : "Der letzte Anker, den die Datenbank kennt, fehlt im Ordner.";
}
