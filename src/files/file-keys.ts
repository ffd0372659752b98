/** Where a file belongs; as the vault's binding. */
export interface FileBinding {
  readonly tenant: string;
  readonly table: string;
  readonly column: string;
  readonly row: string;
  readonly version: number | string;
}

/** What files need of the vault, and the vault is one of these. */
export interface FileKeys {
  deriveKey(ref: string, purpose: string, binding: FileBinding, salt: Uint8Array): Buffer;
}

/** The key that a file's content is compared with inside its own case; the same for all files of one data key. */
export const fingerprintKey = (keys: FileKeys, ref: string, tenant: string): Buffer =>
  keys.deriveKey(ref, "file fingerprint", { tenant, table: "", column: "", row: "", version: "" }, new Uint8Array());
