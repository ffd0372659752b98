import type { Asking } from "../http/index.ts";

/**
 * A secret between the write that makes it and the answer to this very request. It is kept nowhere: a request that is repeated
 * under the same key is answered anew, and then without it.
 */
export function shownOnce(): { keep(asking: Asking, secret: string): void; take(asking: Asking): string | null } {
  const kept = new WeakMap<Asking, string>();
  return { keep: (asking, secret) => void kept.set(asking, secret), take: (asking) => kept.get(asking) ?? null };
}
