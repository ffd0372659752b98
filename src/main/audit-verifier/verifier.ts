// Second implementation of src/audit/sealing/README.md: an export against its anchors. It imports no code of the product
// on purpose: a mistake or a manipulation there must not be able to hide here.
import { createHash, type Hash, type KeyObject } from "node:crypto";
import { AnchorLog, type Loss } from "./anchors.ts";
import { chainOf, demandKeys, erasureOf, INSTANT, Malformed, parse, RECORD, recordHash, type Row, SEAL, sealHash, whole, ZERO } from "./encoding.ts";

type Lines = Iterable<string> | AsyncIterable<string>;
interface Span { count: number; oldest: string | null }

export interface Report {
  /** no sign of a change, deletion, insertion or reordering in what is sealed */
  readonly agrees: boolean;
  /** German sentences; the first 200 */
  readonly findings: readonly string[];
  readonly findingCount: number;
  readonly key: string;
  readonly exportAt: string | null;
  readonly chains: number;
  readonly sealed: number;
  readonly erased: number;
  /** the same by the reason that the statements give */
  readonly erasedBecause: ReadonlyMap<string, number>;
  /** not sealed yet: nothing can be said about these */
  readonly unsealed: Readonly<Span>;
  /** sealed after the last anchor: a rebuilt chain would not be noticed here */
  readonly unanchored: Readonly<Span>;
  readonly lastStatement: { readonly number: number; readonly at: string; readonly epoch: number } | null;
  /** the last anchor's time, where it lies before the export: no anchor covers the time in between */
  readonly uncoveredSince: string | null;
  readonly anchorsAfterExport: number;
  readonly tornLines: number;
  readonly lostByRestore: readonly Loss[];
  readonly chainsNotInExport: number;
}

/** Compares an export with the anchors (the lines of their files, oldest first) under a public key. */
export async function verify(exportLines: Lines, anchorLines: Lines, publicKey: KeyObject): Promise<Report> {
  const verifier = new Verifier(publicKey);
  for await (const line of anchorLines) verifier.anchors.read(line);
  for await (const line of exportLines) verifier.exportLine(line);
  return verifier.finish();
}

function widen(span: Span, count: number, oldest: string | null): void {
  span.count += count;
  if (oldest !== null && (span.oldest === null || oldest < span.oldest)) span.oldest = oldest;
}

interface OpenSeal { readonly row: Row; readonly met: boolean; readonly content: Hash; got: number; last: unknown; first: unknown; oldest: string | null; inOrder: boolean }
interface Chain { readonly name: string; seq: number; hash: string; seal: OpenSeal | null; tail: Span; unsealedSeen: boolean }

class Verifier {
  readonly anchors: AnchorLog;
  readonly #findings: string[] = [];
  readonly #seen = new Set<string>();
  readonly #unsealed: Span = { count: 0, oldest: null };
  readonly #unanchored: Span = { count: 0, oldest: null };
  #head: Row | null = null;
  #chain: Chain | null = null;
  #line = 0;
  #ended = false;
  #findingCount = 0;
  #sealed = 0;
  #erased = 0;
  readonly #erasedBecause = new Map<string, number>();
  #later = 0;

  constructor(key: KeyObject) {
    this.anchors = new AnchorLog(key, (sentence) => this.#find(sentence));
  }

  exportLine(line: string): void {
    if (line === "") return;
    this.#line += 1;
    try {
      const row = parse(line);
      if (this.#line === 1) this.#begin(row);
      else if (this.#ended) this.#find("Nach dem Ende des Exports steht noch etwas.");
      else if (row.kind === "seal") this.#seal(row);
      else if (row.kind === "record") this.#record(row);
      else if (row.kind === "end") this.#end(row);
      else throw new Malformed();
    } catch (error) {
      if (!(error instanceof Malformed) && !(error instanceof SyntaxError)) throw error;
      this.#find(`Zeile ${this.#line}: Sie hat nicht die vorgeschriebene Form.`);
    }
  }

  #begin(row: Row): void {
    demandKeys(row, ["kind", "format", "installation", "epoch", "at", "rooms"]);
    if (row.kind !== "export" || row.format !== 1 || !INSTANT.test(String(row.at)) || !(row.rooms === "all" || Array.isArray(row.rooms))) throw new Malformed();
    const epoch = whole(row.epoch);
    if (row.installation !== this.anchors.installation) this.#find("Der Export gehört zu einer anderen Installation als der Schlüssel.");
    if (epoch === 0 || epoch !== this.anchors.epochAt(String(row.at))) this.#find(`Der Export nennt Epoche ${epoch}. Nach den Ankern galt zu seiner Zeit eine andere oder keine.`);
    this.#head = row;
    this.anchors.collect(epoch);
  }

  #enter(row: Row): Chain {
    const name = chainOf(row);
    if (this.#chain?.name === name) return this.#chain;
    this.#leave();
    if (this.#seen.has(name)) this.#find(`Kette ${name}: Sie steht an zwei Stellen des Exports.`);
    if (!this.#covers(row.room_id)) this.#find(`Kette ${name}: Sie gehört nicht zu den Aktenbereichen dieses Exports.`);
    this.#seen.add(name);
    this.#chain = { name, seq: 0, hash: ZERO, seal: null, tail: { count: 0, oldest: null }, unsealedSeen: false };
    return this.#chain;
  }

  #covers(room: unknown): boolean {
    const rooms = this.#head?.rooms;
    return rooms === "all" || (Array.isArray(rooms) && rooms.includes(room));
  }

  #seal(row: Row): void {
    demandKeys(row, ["kind", ...SEAL, "hash"]);
    const hash = sealHash(row);
    const chain = this.#enter(row);
    this.#closeSeal(chain);
    const [from, to, count] = [whole(row.seq_from), whole(row.seq_to), whole(row.count)];
    const at = `Kette ${chain.name}, Siegel ${from}–${to}`;
    if (hash !== row.hash) this.#find(`${at}: Das Siegel wurde verändert.`);
    if (chain.unsealedSeen || from !== chain.seq + 1 || row.prev_hash !== chain.hash) this.#find(`${at}: Es schließt nicht an das vorige an. Dazwischen fehlt etwas, wurde eingefügt oder vertauscht.`);
    if (count < 1 || to !== from + count - 1) this.#find(`${at}: Nummern und Anzahl passen nicht zusammen.`);
    const points = this.anchors.chains.get(chain.name)?.points;
    const point = points?.get(to);
    if (point !== undefined && point.hash !== row.hash) this.#find(`${at}: Anker ${point.number} vom ${point.at} bezeugt einen anderen Inhalt. Die Kette wurde danach neu gerechnet.`);
    points?.delete(to);
    chain.seq = to;
    chain.hash = String(row.hash);
    chain.seal = { row, met: point !== undefined, content: createHash("sha256"), got: 0, first: null, last: null, oldest: null, inOrder: true };
  }

  #record(row: Row): void {
    demandKeys(row, ["kind", "seq", ...RECORD]);
    const hash = recordHash(row);
    const chain = this.#enter(row);
    const at = String(row.at);
    if (row.seq === null) {
      this.#closeSeal(chain);
      chain.unsealedSeen = true;
      return widen(this.#unsealed, 1, at);
    }
    const seal = chain.seal;
    if (seal === null) return this.#find(`Zeile ${this.#line}: Der Eintrag ${String(row.id)} gibt sich als gesiegelt aus, gehört aber zu keinem Siegel.`);
    if (row.seq !== Number(seal.row.seq_from) + seal.got || at.slice(0, 7) !== seal.row.month) seal.inOrder = false;
    seal.content.update(hash);
    seal.first ??= row.id;
    seal.last = row.id;
    seal.got += 1;
    if (seal.oldest === null || at < seal.oldest) seal.oldest = at;
  }

  #closeSeal(chain: Chain): void {
    const seal = chain.seal;
    if (seal === null) return;
    chain.seal = null;
    const { row, got } = seal;
    const at = `Kette ${chain.name}, Siegel ${String(row.seq_from)}–${String(row.seq_to)}`;
    if (seal.met) chain.tail = { count: 0, oldest: null };
    else widen(chain.tail, Number(row.count), seal.oldest);
    const reason = this.anchors.erasures.get(erasureOf(row));
    if (got === 0 && reason !== undefined) {
      this.#erased += Number(row.count);
      this.#erasedBecause.set(reason, (this.#erasedBecause.get(reason) ?? 0) + Number(row.count));
      return;
    }
    this.#sealed += got;
    if (got !== row.count) return this.#find(`${at}: Es bezeugt ${String(row.count)} Einträge, vorhanden sind ${got}. Eine Löschung ist nicht erklärt.`);
    const matches = seal.inOrder && seal.first === row.first_id && seal.last === row.last_id && seal.content.digest("hex") === row.content_hash;
    if (!matches) this.#find(`${at}: Mindestens ein Eintrag wurde verändert, ersetzt oder vertauscht.`);
  }

  #leave(): void {
    const chain = this.#chain;
    if (chain === null) return;
    this.#closeSeal(chain);
    widen(this.#unanchored, chain.tail.count, chain.tail.oldest);
    this.#missing(chain.name, chain.seq);
    this.#chain = null;
  }

  /** Anchored heads that no seal of the export ends at. Later than the export is no fault of the export. */
  #missing(name: string, reached: number): void {
    for (const [seq, point] of this.anchors.chains.get(name)?.points ?? []) {
      if (seq > reached && point.at > String(this.#head?.at)) this.#later += 1;
      else this.#find(`Kette ${name}: Anker ${point.number} vom ${point.at} bezeugt ein Siegel bis Eintrag ${seq}. Es fehlt im Export.`);
    }
    this.anchors.chains.delete(name);
  }

  #end(row: Row): void {
    demandKeys(row, ["kind", "lines"]);
    this.#leave();
    this.#ended = true;
    if (row.lines !== this.#line - 1) this.#find(`Der Export nennt ${String(row.lines)} Zeilen, gelesen wurden ${this.#line - 1}.`);
  }

  finish(): Report {
    this.#leave();
    if (this.#head === null) this.#find("Der Export hat keinen gültigen Anfang.");
    else if (!this.#ended) this.#find("Der Export bricht ab: Sein Ende fehlt.");
    if (this.anchors.last.number === 0) this.#find("Es gibt keine gültigen Anker.");
    let absent = 0;
    for (const [name, { room }] of this.anchors.chains) {
      if (this.#covers(room)) this.#missing(name, 0);
      else absent += 1;
    }
    return this.#report(absent);
  }

  #report(chainsNotInExport: number): Report {
    const { number, at, epoch } = this.anchors.last;
    const exportAt = this.#head === null ? null : String(this.#head.at);
    return {
      agrees: this.#findingCount === 0, findings: this.#findings, findingCount: this.#findingCount, key: this.anchors.installation, exportAt,
      chains: this.#seen.size, sealed: this.#sealed, erased: this.#erased, erasedBecause: this.#erasedBecause, unsealed: this.#unsealed, unanchored: this.#unanchored,
      lastStatement: number === 0 ? null : { number, at, epoch }, uncoveredSince: number > 0 && exportAt !== null && at < exportAt ? at : null,
      anchorsAfterExport: this.#later, tornLines: this.anchors.tornLines, lostByRestore: this.anchors.losses, chainsNotInExport,
    };
  }

  #find(sentence: string): void {
    this.#findingCount += 1;
    if (this.#findings.length < 200) this.#findings.push(sentence);
  }
}
