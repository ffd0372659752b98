// For tests: an installation's sealed record as it grows, without a database.
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import * as fc from "fast-check";
import {
  type AccessRecord, type ChainHead, declareErasure, emptyChain, exportLines, headAfter, installationOf, makeAnchor, openEpoch, type Seal, sealBatch, type Statement,
} from "../../audit/sealing/index.ts";
import { type Report, verify } from "./verifier.ts";

export const pair = generateKeyPairSync("ed25519");
export const stranger = generateKeyPairSync("ed25519").privateKey;
export const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
export const TENANT = id(1);
export const ROOMS = [id(11), id(12), null];
export const instant = (minute: number): string => new Date(Date.UTC(2026, 9, 20) + minute * 3_600_000).toISOString().replace("Z", "000Z");

export type Op =
  | { op: "write"; chain: number; count: number; action: string }
  | { op: "anchor" } | { op: "erase"; chain: number } | { op: "restore"; chain: number; keep: number };

export const ops: fc.Arbitrary<Op[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ op: fc.constant("write" as const), chain: fc.nat(2), count: fc.integer({ min: 1, max: 5 }), action: fc.constantFrom("case.read", "case.list", "übermittlung.angesehen") }) },
    { weight: 3, arbitrary: fc.constant({ op: "anchor" as const }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant("erase" as const), chain: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant("restore" as const), chain: fc.nat(2), keep: fc.nat(4) }) },
  ),
  { minLength: 3, maxLength: 25 },
);

/** Everything a running installation has: chains in its database, statements outside. Time passes by the hour. */
export class World {
  hour = 0;
  next = 100;
  readonly chains = ROOMS.map(() => [] as { seal: Seal; records: AccessRecord[] }[]);
  readonly statements: Statement[] = [openEpoch(null, pair.privateKey, instant(0), [], null)];
  unsealed: AccessRecord[] = [];

  record(chain: number, action = "case.read"): AccessRecord {
    this.hour += 1;
    const n = (this.next += 1);
    return {
      tenant_id: TENANT, room_id: ROOMS[chain]!, id: id(n), at: instant(this.hour), xid: String(n), account_id: n % 7 === 0 ? null : id(2), function: "case-manager", action,
      object_kind: "case", object_ids: [id(n + 5000), id(n + 6000)].slice(0, n % 3), case_id: n % 4 === 0 ? null : id(n + 7000), purpose: n % 2 === 0 ? "casework" : null, reason: n % 5 === 0 ? "AAEC" : null, session: "ab12",
    };
  }

  head(chain: number): ChainHead {
    const last = this.chains[chain]!.at(-1);
    return last === undefined ? emptyChain(TENANT, ROOMS[chain]!) : headAfter(last.seal);
  }

  get context(): { previous: Statement; privateKey: KeyObject; at: string } {
    return { previous: this.statements.at(-1)!, privateKey: pair.privateKey, at: instant((this.hour += 1)) };
  }

  apply(op: Op): void {
    if (op.op === "write") this.write(op.chain, op.count, op.action);
    else if (op.op === "anchor") this.statements.push(makeAnchor(this.context, ROOMS.map((_, i) => this.head(i)).filter((head) => head.seq > 0)));
    else if (op.op === "erase") this.erase(op.chain);
    else {
      const chain = this.chains[op.chain]!;
      chain.length = Math.min(chain.length, op.keep);
      this.statements.push(openEpoch(this.statements.at(-1)!, pair.privateKey, instant((this.hour += 1)), ROOMS.map((_, i) => this.head(i)), "aus der Sicherung"));
    }
  }

  write(chain: number, count: number, action?: string): void {
    const records = Array.from({ length: count }, () => this.record(chain, action));
    for (const seal of sealBatch(this.head(chain), records).seals) {
      const from = this.head(chain).seq;
      this.chains[chain]!.push({ seal, records: records.splice(0, seal.seq_to - from) });
    }
  }

  erase(chain: number): void {
    const due = this.chains[chain]!.find((link) => link.records.length > 0);
    if (due === undefined) return;
    this.statements.push(declareErasure(this.context, [due.seal], "Frist abgelaufen"));
    due.records = [];
  }

  async lines(): Promise<string[]> {
    const chains = this.chains.map((seals, i) => ({ seals, unsealed: this.unsealed.filter((r) => r.room_id === ROOMS[i]) }));
    const head = { installation: installationOf(pair.privateKey), epoch: this.statements.at(-1)!.epoch, at: instant(this.hour + 1), rooms: "all" as const };
    const lines: string[] = [];
    for await (const line of exportLines(head, chains.filter((c) => c.seals.length + c.unsealed.length > 0))) lines.push(line);
    return lines;
  }

  get anchors(): string[] {
    return this.statements.map((s) => JSON.stringify(s));
  }
}

export function grow(program: readonly Op[]): World {
  const world = new World();
  // Something to tamper with: at least two records that stay and are anchored.
  for (const op of [...program, { op: "write", chain: 0, count: 3, action: "case.read" }, { op: "anchor" }] as Op[]) world.apply(op);
  return world;
}

export const check = (lines: string[], anchors: string[], key: KeyObject = pair.publicKey): Promise<Report> => verify(lines, anchors, key);
/** The forger who owns the database: changes one record and seals everything anew, only the signing key is out of reach. */
export function rebuild(world: World, chain: number, link: number, change: (records: AccessRecord[]) => AccessRecord[]): void {
  const old = world.chains[chain]!.splice(link);
  for (const [i, { records, seal }] of old.entries()) {
    if (records.length === 0) {
      // Erased already: the old seal can only be put on top of the new chain.
      world.chains[chain]!.push({ seal: { ...seal, prev_hash: world.head(chain).hash }, records });
      continue;
    }
    const sealed = sealBatch(world.head(chain), i === 0 ? change(records) : records).seals;
    world.chains[chain]!.push(...sealed.map((s, k) => ({ seal: s, records: (i === 0 ? change(records) : records).slice(sealed.slice(0, k).reduce((n, x) => n + x.count, 0)).slice(0, s.count) })));
  }
}
