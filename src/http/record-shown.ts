import type { ReadTx } from "../db/index.ts";
import { isId } from "../kernel/id.ts";
import { insertAccessRecord } from "./insert-access-record.ts";
import type { Asking } from "./route.ts";

interface Shown {
  readonly why: "repeated" | "stale";
  readonly path: string;
  readonly params: unknown;
  readonly ids: readonly string[];
}

/**
 * An entry is shown without its handler having run: a request was repeated, or came too late. It is a read like any other.
 * Written here and not by audit, because only the machinery of requests knows that it happened.
 */
export async function recordShown(tx: ReadTx, { session }: Asking, { why, path, params, ids }: Shown): Promise<void> {
  const named = Object.entries((params ?? {}) as Record<string, unknown>).filter((pair): pair is [string, string] => typeof pair[1] === "string" && isId(pair[1]));
  const namedCase = path.startsWith("/api/v1/cases/:id") ? (named.find(([name]) => name === "id")?.[1] ?? null) : null;
  // repeated by somebody who meanwhile left the team: it stands in their own record, and nobody is recorded in a file of others
  const caseId = namedCase !== null && (await tx.get<{ may: boolean }>("select app.may_be_recorded_under($1) as may", [namedCase])).may ? namedCase : null;
  const objects = [...new Set([...ids, ...named.map(([, id]) => id)])];
  await insertAccessRecord(tx, session, { action: "entry.read", objectKind: "entry", objectIds: objects, purpose: why, ...(caseId === null ? {} : { caseId }) });
}
