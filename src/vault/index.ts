export { restoreKeys } from "./key-backup.ts";
export type { SigningKey } from "./installation-secrets.ts";
export { lendKeys, lentKeys, takeBackKeys } from "./lent-keys.ts";
export { type KeyRef, parseKeyRef } from "./key-ref.ts";
export type { Binding } from "./seal-value.ts";
export { openVault, type Vault, type VaultOptions } from "./vault.ts";
export { KeyDestroyed, KeyMissing, Tampered, VaultUnusable } from "./vault-errors.ts";
