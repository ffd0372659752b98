// Second implementation of src/audit/sealing/README.md: the signed statements. Imports no code of the product on purpose.
import { createHash, type KeyObject, verify as verifySignature } from "node:crypto";
import { chainOf, demandKeys, erasureOf, INSTANT, type Row, statementBytes, whole, ZERO } from "./encoding.ts";

export interface Point { readonly hash: string; readonly at: string; readonly number: number }
/** What is anchored of one chain: for the numbers where a seal must end, its hash. */
export interface AnchoredChain { readonly room: unknown; readonly points: Map<number, Point> }
export interface Loss { readonly chain: string; readonly from: number; readonly to: number; readonly epoch: number }

/** Reads the statements in order, then says what they demand of an export. */
export class AnchorLog {
  readonly installation: string;
  readonly chains = new Map<string, AnchoredChain>();
  /** by the seal: why its records went */
  readonly erasures = new Map<string, string>();
  readonly losses: Loss[] = [];
  tornLines = 0;
  last: { number: number; hash: string; at: string; epoch: number } = { number: 0, hash: ZERO, at: "", epoch: 0 };
  readonly #key: KeyObject;
  readonly #find: (sentence: string) => void;
  readonly #statements: Row[] = [];

  constructor(key: KeyObject, find: (sentence: string) => void) {
    this.#key = key;
    this.#find = find;
    this.installation = createHash("sha256").update(key.export({ type: "spki", format: "der" })).digest("hex");
  }

  read(line: string): void {
    if (line.trim() === "") return;
    let row: Row;
    try {
      row = JSON.parse(line) as Row;
    } catch {
      this.tornLines += 1;
      return;
    }
    try {
      this.#statement(row);
    } catch {
      this.#find("Ein Anker hat nicht die vorgeschriebene Form.");
    }
  }

  #statement(row: Row): void {
    demandKeys(row, ["kind", "installation", "epoch", "number", "at", "prev", "heads", "erased", "note", "signature"]);
    const bytes = statementBytes(row);
    const signature = Buffer.from(String(row.signature), "base64");
    const [number, epoch, at] = [whole(row.number), whole(row.epoch), String(row.at)];
    if (!verifySignature(null, bytes, this.#key, signature)) return this.#find(`Anker ${number}: Die Unterschrift ist falsch.`);
    const before = this.last;
    if (number !== before.number + 1 || row.prev !== before.hash) this.#find(`Anker ${number}: Er schließt nicht an Anker ${before.number} an. Dazwischen fehlt etwas oder wurde vertauscht.`);
    if (row.installation !== this.installation) this.#find(`Anker ${number}: Er gehört zu einer anderen Installation.`);
    if (!INSTANT.test(at) || at < before.at) this.#find(`Anker ${number}: Seine Zeit liegt vor der des vorigen.`);
    if (epoch !== before.epoch + (row.kind === "epoch" ? 1 : 0)) this.#find(`Anker ${number}: Seine Epoche ${epoch} passt nicht zur vorigen.`);
    this.last = { number, epoch, at, hash: createHash("sha256").update(bytes).update(signature).digest("hex") };
    this.#statements.push(row);
  }

  /** The epoch in force at an instant; 0 before the first. */
  epochAt(at: string): number {
    return Number(this.#statements.findLast((row) => String(row.at) <= at)?.epoch ?? 0);
  }

  /** Gathers what is demanded of each chain, up to the end of one epoch. */
  collect(epoch: number): void {
    for (const row of this.#statements) {
      if (Number(row.epoch) > epoch) break;
      const heads = row.heads as Row[];
      if (row.kind === "epoch") this.#giveUp(Number(row.epoch), heads);
      for (const erased of row.erased as Row[]) this.erasures.set(erasureOf(erased), this.erasures.get(erasureOf(erased)) ?? (typeof row.note === "string" ? row.note : "ohne Angabe"));
      for (const head of heads) this.#point(head, { hash: String(head.hash), at: String(row.at), number: Number(row.number) });
    }
    this.#statements.length = 0;
  }

  #point(head: Row, point: Point): void {
    const [name, seq] = [chainOf(head), Number(head.seq)];
    if (seq === 0) return;
    const chain = this.chains.get(name) ?? { room: head.room_id, points: new Map<number, Point>() };
    this.chains.set(name, chain);
    const known = chain.points.get(seq);
    if (known === undefined) chain.points.set(seq, point);
    else if (known.hash !== point.hash) this.#find(`Kette ${name}: Die Anker ${known.number} und ${point.number} widersprechen sich bei Eintrag ${seq}.`);
  }

  /** A restore lost what was anchored beyond the heads that the new epoch lists. */
  #giveUp(epoch: number, heads: readonly Row[]): void {
    const kept = new Map(heads.map((head) => [chainOf(head), Number(head.seq)]));
    for (const [name, { points }] of this.chains) {
      const reached = kept.get(name) ?? 0;
      let furthest = reached;
      for (const seq of points.keys()) {
        if (seq <= reached) continue;
        furthest = Math.max(furthest, seq);
        points.delete(seq);
      }
      if (furthest > reached) this.losses.push({ chain: name, from: reached + 1, to: furthest, epoch });
    }
  }
}
