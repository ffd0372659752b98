import { randomBytes, randomInt } from "node:crypto";
import type { WriteTx } from "../../db/index.ts";
import { isPassword } from "../../accounts/index.ts";
import { newId } from "../../kernel/id.ts";
import { endSession, getPin } from "../portal.sql.ts";
import type { SignedInCall } from "../process/portal-route.ts";
import { texts } from "../texts/index.ts";
import type { RefusalCode } from "../views.ts";
import { readAdded } from "./passkey-answer.ts";
import { passkeySite } from "./passkey-site.ts";
import { beginPasskey, insertPasskey, listPasskeys, takeBegunPasskey } from "./passkey.sql.ts";

/** Old telephones sign with ES256, some computers with RS256. */
const ALGORITHMS = [-7, -8, -257];

export type Begun = { readonly ok: true; readonly options: string } | { readonly ok: false; readonly refusal: RefusalCode };

/**
 * What the telephone is asked. The PIN comes first: a page left open for two minutes must not become somebody else's finger for
 * ever. What the telephone shows and keeps are two harmless words and a number, so that two of them can be told apart.
 */
export async function beginAdding(tx: WriteTx, call: SignedInCall, pin: string): Promise<Begun> {
  const site = passkeySite(call.app.config.portalOrigin);
  if (site === null) return { ok: false, refusal: "phone_failed" };
  if (!(await isPassword((await getPin(tx)).pin_hash, pin))) {
    // guessed on a telephone that was left open: from here on by signing in, where tries are counted
    await endSession(tx);
    return { ok: false, refusal: "pin_wrong" };
  }
  const own = await listPasskeys(tx);
  const begun = { challenge: randomBytes(32), passkey_id: newId(), number: freeNumber(own.map((k) => k.number)) };
  if (!(await beginPasskey(tx, begun))) return { ok: false, refusal: "phone_too_many" };
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const words = texts[call.language].site.name;
  const options = await generateRegistrationOptions({
    rpName: words, rpID: site.rpId, userName: `${words} ${begun.number}`, userDisplayName: `${words} ${begun.number}`, userID: bytesOf(begun.passkey_id), challenge: new Uint8Array(begun.challenge), timeout: 240_000,
    attestationType: "none", supportedAlgorithmIDs: ALGORITHMS, preferredAuthenticatorType: "localDevice", authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: own.map((k) => ({ id: k.credential_id.toString("base64url"), transports: k.transports })),
  });
  return { ok: true, options: JSON.stringify(options) };
}

/** Null: it opens from now on. The question is used up by any answer. */
export async function finishAdding(tx: WriteTx, call: SignedInCall, answer: string): Promise<RefusalCode | null> {
  const site = passkeySite(call.app.config.portalOrigin);
  const begun = await takeBegunPasskey(tx);
  const given = readAdded(answer);
  if (site === null || begun === undefined || given === null) return "phone_failed";
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const verified = await verifyRegistrationResponse({
    response: { ...given, clientExtensionResults: {} }, expectedChallenge: begun.challenge.toString("base64url"), expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
  }).catch((error: Error) => {
    call.app.log.info({ err: error.message }, "a passkey of the own page was not accepted");
    return null;
  });
  if (verified?.verified !== true) return "phone_failed";
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const isAdded = await insertPasskey(tx, { id: begun.passkey_id, number: begun.number, credential: Buffer.from(id, "base64url"), publicKey: Buffer.from(publicKey), counter, transports: given.response.transports });
  return isAdded ? null : "phone_failed";
}

/** The name under which the telephone keeps it: random, and nobody's anywhere else. */
export const bytesOf = (id: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(id.replaceAll("-", ""), "hex"));

function freeNumber(taken: readonly number[]): number {
  const free = Array.from({ length: 90 }, (_, i) => i + 10).filter((n) => !taken.includes(n));
  return free[randomInt(free.length)]!;
}
