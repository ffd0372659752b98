import { prepareUpload, writeFile } from "../../files/index.ts";
import type { App, Upload } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";

export const fileBinding = (tenantId: string, documentId: string) => ({ tenant: tenantId, table: "documents", column: "stored_name", row: documentId, version: 1 });

/** What the database needs of a photograph that lies on the disk. */
export interface StoredPhotograph {
  readonly id: string;
  readonly nameCt: Buffer;
  readonly kind: string;
  readonly size: number;
  readonly mac: Buffer;
  readonly storedName: string;
}

/** A photograph that came without a session: its file is there before its row, and goes again where the row is not let in. */
export async function storePhotograph(app: App, place: { readonly tenantId: string; readonly keyRef: string }, upload: Upload, name: string, maxBytes: number): Promise<StoredPhotograph> {
  const { tenantId, keyRef } = place;
  const prepared = prepareUpload(upload.bytes, upload.fileName, ["jpeg", "png"]);
  const id = newId();
  const fileName = `${name}.${prepared.kind === "jpeg" ? "jpg" : "png"}`;
  const stored = await writeFile(prepared.bytes, { keys: app.vault, keyRef, binding: fileBinding(tenantId, id), dir: app.filesDir, maxBytes, fileName });
  const nameCt = app.vault.seal(keyRef, fileName, { tenant: tenantId, table: "documents", column: "name_ct", row: id, version: 1 });
  return { id, nameCt, kind: prepared.kind, size: stored.size, mac: stored.fingerprint, storedName: stored.storedName };
}
