import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { placeFileOnce } from "./durable-file.ts";
import { VaultUnusable } from "./vault-errors.ts";

export const SECRET_FILE = "installation.secret";
export const SIGNING_FILE = "signing.key";

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** to be handed to whoever verifies: it is no secret */
  readonly publicKeyPem: string;
  /** SHA-256 of the public key (SPKI, DER), hex: also the installation's id in its anchors */
  readonly fingerprint: string;
}

export interface InstallationSecrets {
  readonly root: Buffer;
  readonly signing: SigningKey;
}

/** Makes both files in a fresh directory; the first of several starting processes wins. */
export function loadSecrets(dir: string, hasBatches: boolean): InstallationSecrets {
  for (const [name, make] of [[SECRET_FILE, () => randomBytes(32)], [SIGNING_FILE, newSigningPem]] as const) {
    if (existsSync(join(dir, name))) continue;
    // A new secret beside old keys would quietly void every second factor and break the chain of anchors.
    if (hasBatches) throw new VaultUnusable(`Im Schlüsselverzeichnis ${dir} fehlt ${name}. Spielen Sie die Datei aus der Sicherung der Schlüssel zurück.`);
    placeFileOnce(dir, name, make());
  }
  const root = readFileSync(join(dir, SECRET_FILE));
  if (root.length !== 32) throw new VaultUnusable(`Die Datei ${SECRET_FILE} in ${dir} ist beschädigt. Spielen Sie sie aus der Sicherung der Schlüssel zurück.`);
  return { root, signing: readSigningKey(dir) };
}

/** 32 bytes for one named use (CSRF, sealing of second factors); different names give unrelated bytes. */
export const deriveSecret = (root: Buffer, name: string): Buffer =>
  Buffer.from(hkdfSync("sha256", root, "", `einklang-installation-1,${name}`, 32));

const newSigningPem = (): Buffer =>
  Buffer.from(generateKeyPairSync("ed25519", { privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } }).privateKey);

function readSigningKey(dir: string): SigningKey {
  try {
    const privateKey = createPrivateKey(readFileSync(join(dir, SIGNING_FILE)));
    const publicKey = createPublicKey(privateKey);
    const fingerprint = createHash("sha256").update(publicKey.export({ type: "spki", format: "der" })).digest("hex");
    return { privateKey, publicKey, publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(), fingerprint };
  } catch (error) {
    throw new VaultUnusable(`Die Datei ${SIGNING_FILE} in ${dir} ist beschädigt. Spielen Sie sie aus der Sicherung der Schlüssel zurück.`, { cause: error });
  }
}
