import { createHmac } from "node:crypto";
import { readWhole, writeFile } from "../files/index.ts";
import type { App } from "../http/index.ts";
import { LARGEST_LIST, type ImportRecord } from "./import-list.ts";
import { fileBinding } from "./sealed-import.ts";

/** The bytes of a list, encrypted under the key of its import. What it is was settled by reading it. */
export async function keepFile(app: App, where: Pick<ImportRecord, "id" | "tenantId" | "keyRef">, bytes: Uint8Array): Promise<string> {
  const written = await writeFile(bytes, { keys: app.vault, keyRef: where.keyRef, binding: fileBinding(where), dir: app.filesDir, maxBytes: LARGEST_LIST, fileName: null });
  return written.storedName;
}

export async function loadFile(app: App, record: ImportRecord): Promise<Uint8Array> {
  return await readWhole({ keys: app.vault, keyRef: record.keyRef, binding: fileBinding(record), dir: app.filesDir, storedName: record.storedName });
}

/** Recognises the same file, or the same row, without telling anybody what is in it who lacks this installation's secret. */
export function intakeMac(app: App, tenantId: string, roomId: string, kind: "file" | "row"): (content: string | Uint8Array) => Buffer {
  const key = createHmac("sha256", app.vault.installationSecret("intake fingerprint")).update(`${kind}|${tenantId}|${roomId}`).digest();
  return (content) => createHmac("sha256", key).update(content).digest();
}
