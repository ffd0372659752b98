import type { AccessRecord } from "./access-record.ts";
import type { Seal } from "./seal.ts";

export interface ExportHead {
  readonly installation: string;
  readonly epoch: number;
  /** taken before the snapshot that the export reads, so that no earlier anchor can name what is not in it */
  readonly at: string;
  readonly rooms: "all" | readonly (string | null)[];
}

/** One chain: each seal with its records (none where erased), then what is not sealed yet. */
export interface ExportChain {
  readonly seals: AsyncIterable<{ seal: Seal; records: readonly AccessRecord[] }> | Iterable<{ seal: Seal; records: readonly AccessRecord[] }>;
  readonly unsealed: AsyncIterable<AccessRecord> | Iterable<AccessRecord>;
}

/** The lines of an export, without line ends; as much in memory as one seal has records. */
export async function* exportLines(head: ExportHead, chains: AsyncIterable<ExportChain> | Iterable<ExportChain>): AsyncGenerator<string> {
  let lines = 1;
  yield JSON.stringify({ kind: "export", format: 1, ...head });
  for await (const chain of chains) {
    for await (const { seal, records } of chain.seals) {
      yield JSON.stringify({ kind: "seal", ...seal });
      for (const [i, record] of records.entries()) yield JSON.stringify({ kind: "record", seq: seal.seq_from + i, ...record });
      lines += 1 + records.length;
    }
    for await (const record of chain.unsealed) {
      yield JSON.stringify({ kind: "record", seq: null, ...record });
      lines += 1;
    }
  }
  yield JSON.stringify({ kind: "end", lines });
}
