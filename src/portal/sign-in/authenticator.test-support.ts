import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A telephone that signs as WebAuthn says, with real keys; and one that does what no telephone should, where a test says so. */
export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly signedBy?: KeyObject;
  readonly type?: string;
}
interface CreationOptions { readonly challenge: string; readonly rp: { readonly id: string; readonly name: string }; readonly user: { readonly id: string; readonly name: string; readonly displayName: string } }

const hash = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export class Authenticator {
  readonly id = randomBytes(32);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #origin: string;
  #rpId = "";
  #userHandle = "";
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }
  get privateKey(): KeyObject {
    return this.#keys.privateKey;
  }

  /** `navigator.credentials.create`, as the page's script sends it on */
  create(optionsText: string, lies: Lies = {}): string {
    const options = JSON.parse(optionsText) as CreationOptions;
    this.#rpId = options.rp.id;
    this.#userHandle = options.user.id;
    const { x, y } = this.#keys.publicKey.export({ format: "jwk" }) as { x: string; y: string };
    const cose = isoCBOR.encode(new Map<number, number | Uint8Array>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, "base64url")], [-3, Buffer.from(y, "base64url")]]));
    const size = Buffer.alloc(2);
    size.writeUInt16BE(this.id.length);
    const data = Buffer.concat([this.#head(lies, 0x40), Buffer.alloc(16), size, this.id, Buffer.from(cose)]);
    const attestation = isoCBOR.encode(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", new Uint8Array(data)]]) as never);
    return JSON.stringify({
      id: this.id.toString("base64url"), rawId: this.id.toString("base64url"), type: "public-key",
      response: { clientDataJSON: this.#client("webauthn.create", options.challenge, lies), attestationObject: Buffer.from(attestation).toString("base64url"), transports: ["internal", "nonsense"] },
    });
  }

  /** `navigator.credentials.get` */
  get(optionsText: string, lies: Lies = {}): string {
    const { challenge } = JSON.parse(optionsText) as { challenge: string };
    this.counter = lies.counter ?? this.counter + 1;
    const data = this.#head(lies, 0);
    const client = this.#client("webauthn.get", challenge, lies);
    const signature = sign("sha256", Buffer.concat([data, hash(Buffer.from(client, "base64url"))]), lies.signedBy ?? this.#keys.privateKey);
    return JSON.stringify({
      id: this.id.toString("base64url"), rawId: this.id.toString("base64url"), type: "public-key",
      response: { clientDataJSON: client, authenticatorData: data.toString("base64url"), signature: signature.toString("base64url"), userHandle: lies.userHandle ?? this.#userHandle },
    });
  }

  #head(lies: Lies, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([hash(lies.rpId ?? this.#rpId), Buffer.from([0x01 | (lies.isVerified === false ? 0 : 0x04) | more]), counter]);
  }
  #client(type: string, challenge: string, lies: Lies): string {
    return encoded({ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? this.#origin, crossOrigin: false });
  }
}
