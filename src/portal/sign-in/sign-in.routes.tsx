import { parseSessionSecret } from "../../http/index.ts";
import { OwnPinPage, StandstillPage, StartPage } from "../pages/index.ts";
import { endSession } from "../portal.sql.ts";
import { CARD, DEVICE, PHONE, SESSION } from "../process/call.ts";
import { type Answer, type Call, go, inside, open, type PortalCookie, type PortalRoute, type SignedInCall, show } from "../process/portal-route.ts";
import { ADDRESS, type Again, HARMLESS, PORTAL_LANGUAGES, type RefusalCode, type StartView } from "../views.ts";
import { readCard } from "./card.ts";
import { decidePin } from "./decide-pin.ts";
import { passkeySite } from "./passkey-site.ts";
import { choosePin, openPage } from "./sign-in.ts";

export const HALF_A_YEAR = 180 * 86_400;
/** In the form in place of a card that the cookie holds: the address and the page need not say it again. */
const KEPT = "-";
const NONE: Again = { values: {}, refusals: [] };

/** From the QR code the card goes into a cookie and out of the address. It opens nothing without the PIN. */
const start = open("GET", ADDRESS.start, async (call) => {
  const language = PORTAL_LANGUAGES.find((l) => l === call.query["sprache"]);
  const keep = language === undefined ? [] : [{ name: "sprache", value: language, maxAgeSeconds: HALF_A_YEAR }];
  const card = readCard(call.query["k"] ?? "");
  if (card !== null || language !== undefined) return go(ADDRESS.start, undefined, [...keep, ...(card === null ? [] : [{ name: CARD, value: card, maxAgeSeconds: HALF_A_YEAR }])]);
  return startPage(call, {});
});
/** Opening with the telephone stands on top in the browser where it was set up, and nowhere else: nobody is led to it who holds the telephone only. */
export function startPage(call: Call, more: Partial<StartView>, status = 200, cookies: readonly PortalCookie[] = []): Answer {
  const passkey = passkeySite(call.app.config.portalOrigin) === null ? "none" : call.cookies[PHONE] === "1" ? "first" : "last";
  return show(() => <StartPage frame={call.frame} view={{ secret: cardIn(call) === null ? "" : KEPT, triesLeft: null, passkey, again: NONE, ...more }} />, status, cookies);
}
const cardIn = (call: Call): string | null => readCard(call.cookies[CARD] ?? "");

const enter = open("POST", ADDRESS.start, async (call) => {
  const typed = call.text("k");
  const card = typed === KEPT || typed === "" ? cardIn(call) : readCard(typed);
  const again = (code: RefusalCode, field: string | null): Answer =>
    startPage(call, { secret: typed === KEPT && card !== null ? KEPT : "", again: { values: typed === KEPT ? {} : { k: typed }, refusals: [{ code, field }] } }, 422);
  if (card === null) return again("invitation_unknown", "k");
  const opened = await openPage(call, card, call.text("pin"));
  if (!opened.ok) {
    if (opened.refusal === "frozen" || opened.refusal === "ended") {
      const code = opened.refusal;
      return show(() => <StandstillPage frame={call.frame} view={{ code, phone: null, requestId: null }} />, 403);
    }
    return again(opened.refusal, opened.refusal === "invitation_unknown" ? null : "pin");
  }
  await endFormer(call);
  return go(ADDRESS.home, undefined, [
    { name: SESSION, value: opened.secret },
    { name: CARD, value: card, maxAgeSeconds: HALF_A_YEAR },
    { name: DEVICE, value: opened.device, maxAgeSeconds: HALF_A_YEAR },
  ]);
});

/** A session that somebody planted before is never taken over. */
export async function endFormer(call: Call): Promise<void> {
  const former = parseSessionSecret(call.cookies[SESSION]);
  if (former !== null) await call.app.db.as(former, endSession).catch(() => undefined);
}

const pinPage = (call: SignedInCall, again: Again, status = 200): Answer => show(() => <OwnPinPage frame={call.frame} view={{ isFirst: call.me.is_first_pin, again }} />, status);
const ownPin = inside("GET", ADDRESS.ownPin, async (_tx, call) => pinPage(call, NONE), { beforeOwnPin: true });
const setOwnPin = inside("POST", ADDRESS.ownPin, async (tx, call) => {
  const refusals = decidePin(call.text("pin"), call.text("again"));
  if (refusals.length > 0) return pinPage(call, { values: {}, refusals }, 422);
  const code = await choosePin(tx, call.text("old"), call.text("pin"));
  // guessing the PIN that holds, on a telephone that was left open: from here on by signing in, where tries are counted
  if (code === "pin_old_wrong") await endSession(tx);
  return code === null ? go(ADDRESS.home, "pin_set") : pinPage(call, { values: {}, refusals: [{ code, field: code === "pin_old_wrong" ? "old" : "pin" }] }, 422);
}, { beforeOwnPin: true });

const OVER: readonly PortalCookie[] = [{ name: SESSION, value: null }];
const signOut = inside("POST", ADDRESS.signOut, async (tx, call) => {
  await endSession(tx);
  return show(() => <StandstillPage frame={{ ...call.frame, isSignedIn: false }} view={{ code: "signed_out", phone: null, requestId: null }} />, 200, OVER);
}, { beforeOwnPin: true });

/** Needs nothing and asks nothing: away at once. The worst that a foreign site can do with it is to sign somebody out. */
const exit = open("GET", ADDRESS.exit, async (call) => {
  await endFormer(call);
  return { kind: "go", to: HARMLESS, cookies: OVER, headers: { "clear-site-data": '"cache", "storage"' } };
});

export const signInRoutes: readonly PortalRoute[] = [start, enter, ownPin, setOwnPin, signOut, exit];
