import { createHash, createHmac, randomBytes } from "node:crypto";
import { newSessionSecret, secretHash } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import type { Call } from "../process/portal-route.ts";
import type { RefusalCode } from "../views.ts";
import { bytesOf } from "./add-passkey.ts";
import { readOpened } from "./passkey-answer.ts";
import { type PasskeySite, passkeySite } from "./passkey-site.ts";
import { countPasskeyTry, findPasskey, type FoundPasskey, forgetPasskeyTries, insertPasskeySession, keepChallenge, takeChallenge } from "./passkey.sql.ts";
import { HOURS, IDLE_MINUTES } from "./sign-in.ts";

/** What one browser holds between the question and the answer. */
export const QUESTION = "f";
const FREE_TRIES = 5;

export interface Question {
  readonly options: string;
  readonly cookie: string;
}
/** The same for everybody: it names nobody, and so tells nobody who has a page. Null: passkeys do not work at this address. */
export async function askPhone(call: Call): Promise<Question | null> {
  const site = passkeySite(call.app.config.portalOrigin);
  if (site === null) return null;
  const [challenge, cookie] = [randomBytes(32), randomBytes(24).toString("base64url")];
  await call.app.db.asNobody((tx) => keepChallenge(tx, holderOf(cookie), challenge));
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({ rpID: site.rpId, challenge: new Uint8Array(challenge), userVerification: "required", timeout: 120_000 });
  return { options: JSON.stringify(options), cookie };
}

export type OpenedByPhone =
  | { readonly ok: true; readonly secret: string }
  /** `unknownId`: this page knows nothing of it, and the telephone may forget it, too */
  | { readonly ok: false; readonly refusal: RefusalCode | "frozen" | "ended"; readonly unknownId?: string };
const FAILED: OpenedByPhone = { ok: false, refusal: "phone_failed" };

/** Taken out before it is looked at, as everything that counts once; tries count per passkey and place. */
export async function openByPhone(call: Call, answer: string): Promise<OpenedByPhone> {
  const { app } = call;
  const site = passkeySite(app.config.portalOrigin);
  const challenge = await app.db.asNobody((tx) => takeChallenge(tx, holderOf(call.cookies[QUESTION] ?? "")));
  const given = readOpened(answer);
  if (site === null || challenge === null || given === null) return FAILED;
  const credential = Buffer.from(given.id, "base64url");
  const who = createHmac("sha256", app.vault.installationSecret("portal throttle")).update(JSON.stringify(["passkey", given.id, call.clientAddress])).digest();
  if ((await app.db.asNobody((tx) => countPasskeyTry(tx, credential, who, FREE_TRIES))) > 0) return { ok: false, refusal: "pin_blocked" };
  const known = await app.db.asNobody((tx) => findPasskey(tx, credential));
  if (known === undefined) return { ok: false, refusal: "phone_unknown", unknownId: given.id };
  const counter = await verifiedCounter(call, site, challenge, given, known);
  if (counter === null) return FAILED;
  const secret = newSessionSecret(known.tenant_id);
  const outcome = await app.db.asNobody((tx) => insertPasskeySession(tx, { credential, publicKey: known.public_key, counter, id: newId(), hash: secretHash(secret), idleMinutes: IDLE_MINUTES, hours: HOURS }));
  if (outcome === "frozen" || outcome === "ended" || outcome === "expired") return { ok: false, refusal: outcome === "frozen" ? "frozen" : "ended" };
  if (outcome !== "opened") return { ok: false, refusal: "phone_unknown" };
  await app.db.asNobody((tx) => forgetPasskeyTries(tx, credential, who));
  return { ok: true, secret };
}

/** Null: not signed by this passkey, for this question, at this address, with finger, face or number. */
async function verifiedCounter(call: Call, site: PasskeySite, challenge: Buffer, given: NonNullable<ReturnType<typeof readOpened>>, known: FoundPasskey): Promise<number | null> {
  if (!Buffer.from(given.response.userHandle, "base64url").equals(bytesOf(known.passkey_id))) return null;
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const verified = await verifyAuthenticationResponse({
    response: { ...given, clientExtensionResults: {} }, expectedChallenge: challenge.toString("base64url"), expectedOrigin: site.origin, expectedRPID: site.rpId, requireUserVerification: true,
    // whether the counter grew is asked where it is written down, under a lock: two answers at once would both find it grown here
    credential: { id: given.id, publicKey: new Uint8Array(known.public_key), counter: 0, transports: known.transports },
  }).catch((error: Error) => {
    call.app.log.info({ err: error.message }, "the own page was not opened by passkey");
    return null;
  });
  return verified?.verified === true ? verified.authenticationInfo.newCounter : null;
}

const holderOf = (cookie: string): Buffer => createHash("sha256").update(`einklang-question-1,${cookie}`).digest();
