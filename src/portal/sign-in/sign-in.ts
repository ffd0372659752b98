import { createHmac, randomBytes } from "node:crypto";
import { hashPassword, isPassword } from "../../accounts/index.ts";
import { newSessionSecret, secretHash } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import { DEVICE } from "../process/call.ts";
import type { Call } from "../process/portal-route.ts";
import { countTry, findCard, forgetTries, getPin, insertSession, setPin } from "../portal.sql.ts";
import type { WriteTx } from "../../db/index.ts";
import type { RefusalCode } from "../views.ts";
import { cardHash } from "./card.ts";

/** On an old telephone that others hold as well: a quarter of an hour without a touch, and four hours at most. */
export const IDLE_MINUTES = 15;
export const HOURS = 4;
const FREE_TRIES = 5;
const FREE_FOR_STRANGERS = 30;

export type Opened = { readonly ok: true; readonly secret: string; readonly device: string } | { readonly ok: false; readonly refusal: RefusalCode | "frozen" | "ended" };

/**
 * The card says whose page, the PIN that it is the person. Tries count per card and device before they are looked at, and those of
 * all unknown devices together: guessing elsewhere never keeps the person's own telephone waiting.
 */
export async function openPage(call: Call, card: string, pin: string): Promise<Opened> {
  const { app } = call;
  const hash = cardHash(card);
  const own = deviceOf(call, card);
  const mine = subject(call, card, own ?? `at ${call.clientAddress}`);
  const strangers = own === null ? subject(call, card, "strangers") : null;
  const wait = await app.db.asNobody((tx) => countTry(tx, hash, mine, FREE_TRIES));
  const waitAll = wait > 0 || strangers === null ? wait : await app.db.asNobody((tx) => countTry(tx, hash, strangers, FREE_FOR_STRANGERS));
  if (waitAll > 0) return { ok: false, refusal: "pin_blocked" };
  const found = await app.db.asNobody((tx) => findCard(tx, hash));
  // the same way and the same time where there is no such card
  const fits = await isPassword(found?.pin_hash, pin);
  if (found === undefined || !fits) return { ok: false, refusal: "pin_wrong" };
  if (found.state === "invitation_expired") return { ok: false, refusal: "invitation_unknown" };
  if (found.state === "frozen") return { ok: false, refusal: "frozen" };
  const secret = newSessionSecret(found.tenant_id);
  const isOpen = await app.db.asNobody((tx) => insertSession(tx, { card: hash, knownPin: found.pin_hash, id: newId(), hash: secretHash(secret), idleMinutes: IDLE_MINUTES, hours: HOURS }));
  if (!isOpen) return { ok: false, refusal: "ended" };
  await app.db.asNobody(async (tx) => {
    await forgetTries(tx, hash, mine);
  });
  const name = own ?? randomBytes(16).toString("base64url");
  return { ok: true, secret, device: `${name}.${markOf(call, card, name)}` };
}

const throttleKey = ({ app }: Call): Buffer => app.vault.installationSecret("portal throttle");
const subject = (call: Call, card: string, who: string): Buffer => createHmac("sha256", throttleKey(call)).update(JSON.stringify([card, who])).digest();
const markOf = (call: Call, card: string, name: string): string => createHmac("sha256", throttleKey(call)).update(JSON.stringify(["device", card, name])).digest("base64url");

/** A device that opened this very page before; anybody else's word for it does not count. */
function deviceOf(call: Call, card: string): string | null {
  const [name = "", mark = ""] = (call.cookies[DEVICE] ?? "").split(".");
  return name !== "" && mark === markOf(call, card, name) ? name : null;
}

/** Null: it is set. The first needs no old one, since it was just typed. */
export async function choosePin(tx: WriteTx, old: string, made: string): Promise<RefusalCode | null> {
  const known = await getPin(tx);
  if (!known.is_first && !(await isPassword(known.pin_hash, old))) return "pin_old_wrong";
  if (await isPassword(known.pin_hash, made)) return "pin_simple";
  return (await setPin(tx, known.pin_hash, await hashPassword(made))) ? null : "changed_meanwhile";
}
