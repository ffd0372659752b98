import { createSecretKey, type KeyObject } from "node:crypto";
import { join, resolve } from "node:path";
import { backupKeys } from "./key-backup.ts";
import { ErasureLog } from "./erasure-log.ts";
import { deriveSecret, type InstallationSecrets, loadSecrets, type SigningKey } from "./installation-secrets.ts";
import { createBatches, KEY_BYTES, readSlot } from "./key-batch.ts";
import { KeyCache } from "./key-cache.ts";
import { prepareKeyDirectory } from "./key-directory.ts";
import { type KeyRef, makeKeyRef, parseKeyRef, SLOTS_PER_BATCH } from "./key-ref.ts";
import { type Binding, deriveBytes, openBytes, sealBytes } from "./seal-value.ts";
import { KeyDestroyed, KeyMissing } from "./vault-errors.ts";
import { destroyOnDisk, zeroOnDisk } from "./zero-keys.ts";

export interface VaultOptions {
  /** a second file that takes every line of the erasure log, best on another disk (beside the anchors) */
  readonly erasureMirror?: string;
  /** how many keys stay in memory (about 200 bytes each) */
  readonly cachedKeys?: number;
}

const ERASURE_LOG = "erasure.log";

/** Keys in a directory. Made by openVault, which has replayed all erasures before it returns. */
export class Vault {
  readonly dir: string;
  readonly #secrets: InstallationSecrets;
  readonly #log: ErasureLog;
  readonly #mirror: ErasureLog | null;
  readonly #cache: KeyCache;
  #fresh: { batch: string; keys: Buffer; next: number } | null = null;

  constructor(dir: string, options: VaultOptions = {}) {
    this.dir = resolve(dir);
    const { hasBatches } = prepareKeyDirectory(this.dir);
    this.#secrets = loadSecrets(this.dir, hasBatches);
    this.#cache = new KeyCache(options.cachedKeys ?? 20_000);
    this.#log = new ErasureLog(join(this.dir, ERASURE_LOG));
    this.#mirror = options.erasureMirror === undefined ? null : new ErasureLog(options.erasureMirror);
  }

  /** A key that no crash can lose any more, and that nobody else was given. */
  newKey(): KeyRef {
    if (this.#fresh === null || this.#fresh.next === SLOTS_PER_BATCH) {
      const [made] = createBatches(this.dir, 1);
      this.#fresh = { ...made!, next: 0 };
    }
    return this.#take(this.#fresh);
  }

  /** As newKey for bulk: all batches with one directory sync; whole batches are not put into the cache. */
  newKeys(count: number): KeyRef[] {
    const refs: KeyRef[] = [];
    while (this.#fresh !== null && this.#fresh.next < SLOTS_PER_BATCH && refs.length < count) refs.push(this.#take(this.#fresh));
    for (const { batch, keys } of createBatches(this.dir, Math.ceil((count - refs.length) / SLOTS_PER_BATCH))) {
      this.#fresh = { batch, keys, next: 0 };
      while (this.#fresh.next < SLOTS_PER_BATCH && refs.length < count) refs.push(this.#take(this.#fresh));
    }
    return refs;
  }

  seal(ref: string, plaintext: string | Uint8Array, binding: Binding): Buffer {
    return sealBytes(this.#key(ref), plaintext, binding);
  }

  /** Throws KeyDestroyed, KeyMissing or Tampered. */
  open(ref: string, ciphertext: Uint8Array, binding: Binding): string {
    return this.openBytes(ref, ciphertext, binding).toString("utf8");
  }

  openBytes(ref: string, ciphertext: Uint8Array, binding: Binding): Buffer {
    return openBytes(this.#key(ref), ciphertext, binding);
  }

  /** 32 bytes for one purpose and place (the bytes of a file), from a data key. */
  deriveKey(ref: string, purpose: string, binding: Binding, salt: Uint8Array): Buffer {
    return deriveBytes(this.#key(ref), purpose, binding, salt);
  }

  /** Irrevocable. Logged and synced first, then zeroed and synced; may be repeated after a crash. */
  async destroy(refs: readonly string[]): Promise<void> {
    const known = refs.filter((ref): ref is KeyRef => parseKeyRef(ref) !== null);
    if (known.length !== refs.length) throw new TypeError("not a key reference");
    if (known.length === 0) return;
    await this.#mirror?.append(known);
    await this.#log.append(known);
    this.#noticeErasures();
    await destroyOnDisk(this.dir, known);
  }

  /** Applies every erasure on record to the directory as it is now; openVault has done so. */
  async replayErasures(): Promise<{ erasures: number; revived: number; unreadableLines: number }> {
    const own = new Set(this.#log.readAll());
    const mirrored = new Set(this.#mirror?.readAll());
    const missing = [...mirrored].filter((ref) => !own.has(ref));
    if (missing.length > 0) await this.#log.append(missing);
    const unmirrored = [...own].filter((ref) => !mirrored.has(ref));
    if (this.#mirror !== null && unmirrored.length > 0) await this.#mirror.append(unmirrored);
    const all = [...own, ...missing];
    for (const ref of all) this.#cache.forget(ref);
    const revived = await destroyOnDisk(this.dir, all);
    return { erasures: all.length, revived, unreadableLines: this.#log.unreadableLines + (this.#mirror?.unreadableLines ?? 0) };
  }

  /** Every key on record as destroyed, here or in the mirror. */
  destroyed(): readonly KeyRef[] {
    const all = [...new Set([...this.#log.readAll(), ...(this.#mirror?.readAll() ?? [])])];
    for (const ref of all) this.#cache.forget(ref);
    return all;
  }

  /** Copies the directory to a new one, whole or not at all. Take it after the database's backup, never before. */
  async backupTo(target: string): Promise<void> {
    await backupKeys(this.dir, target);
  }

  signingKey(): SigningKey {
    return this.#secrets.signing;
  }

  installationSecret(name: string): Buffer {
    return deriveSecret(this.#secrets.root, name);
  }

  close(): void {
    this.#cache.clear();
    this.#fresh?.keys.fill(0);
    this.#fresh = null;
    this.#log.close();
    this.#mirror?.close();
  }

  #take(fresh: { batch: string; keys: Buffer; next: number }): KeyRef {
    const ref = makeKeyRef(fresh.batch, fresh.next);
    const at = fresh.next * KEY_BYTES;
    this.#cache.put(ref, createSecretKey(fresh.keys.subarray(at, at + KEY_BYTES)));
    fresh.keys.fill(0, at, at + KEY_BYTES);
    fresh.next += 1;
    return ref;
  }

  #key(ref: string): KeyObject {
    this.#noticeErasures();
    const cached = this.#cache.get(ref);
    if (cached !== undefined) return cached;
    const parsed = parseKeyRef(ref);
    if (parsed === null) throw new KeyMissing();
    const bytes = readSlot(this.dir, parsed.batch, parsed.slot);
    if (bytes === null) throw new KeyDestroyed();
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.#cache.put(ref, key);
    return key;
  }

  /** Another process may have destroyed keys, or died between its log line and the zeros: finish its work here. */
  #noticeErasures(): void {
    const refs = this.#log.readNew();
    if (refs.length === 0) return;
    for (const ref of refs) this.#cache.forget(ref);
    zeroOnDisk(this.dir, refs);
  }
}

/** Opens the key directory, making it where it is missing. Throws VaultUnusable with a German sentence. */
export async function openVault(dir: string, options: VaultOptions = {}): Promise<Vault> {
  const vault = new Vault(dir, options);
  await vault.replayErasures();
  return vault;
}
