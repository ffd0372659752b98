/** Latencies of several slices as one: how many a second, and how long the slower ones took. */
export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly count: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Nearest rank: a value that was measured, and none between two. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

export function figuresOf(slices: readonly { readonly latencies: Float64Array; readonly ms: number }[]): Figures {
  const all = Float64Array.from(slices.flatMap((slice) => [...slice.latencies])).sort();
  const seconds = slices.reduce((sum, slice) => sum + slice.ms, 0) / 1000;
  return { perSecond: round(all.length / seconds), p50: round(percentile(all, 0.5)), p95: round(percentile(all, 0.95)), p99: round(percentile(all, 0.99)), count: all.length };
}
