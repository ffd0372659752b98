import { readFile, readWhole, writeFile } from "../../files/index.ts";
import type { App } from "../../http/index.ts";

type Where = Pick<App, "vault" | "filesDir">;
/** Bytes of a file that came with an inbox item: under the item's key, bound to its place among the files. */
const placeIn = ({ vault, filesDir }: Where, item: { tenantId: string; keyRef: string; id: string }, index: number) => ({
  keys: vault, keyRef: item.keyRef, dir: filesDir, binding: { tenant: item.tenantId, table: "inbox_items", column: "stored_names", row: `${item.id}:${index}`, version: 1 },
});
const MOST_BYTES = 26 * 1_048_576;

/** Copies a document of a case for its recipient: opened under the sender's key, sealed under the item's. */
export async function copyForItem(where: Where, from: { tenantId: string; keyRef: string; documentId: string; storedName: string }, item: { tenantId: string; keyRef: string; id: string }, index: number): Promise<string> {
  const binding = { tenant: from.tenantId, table: "documents", column: "stored_name", row: from.documentId, version: 1 };
  const source = await readFile({ keys: where.vault, keyRef: from.keyRef, dir: where.filesDir, binding, storedName: from.storedName });
  return (await writeFile(source, { ...placeIn(where, item, index), maxBytes: MOST_BYTES, fileName: null })).storedName;
}

export async function readItemFile(where: Where, item: { tenantId: string; keyRef: string; id: string; storedNames: readonly string[] }, index: number): Promise<Buffer> {
  return await readWhole({ ...placeIn(where, item, index), storedName: item.storedNames[index]! });
}
