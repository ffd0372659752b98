import { NotFound } from "../../kernel/errors.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { isId } from "../../kernel/id.ts";
import type { ReadTx } from "../../db/index.ts";
import { PasskeysPage, StandstillPage } from "../pages/index.ts";
import { PHONE, SESSION } from "../process/call.ts";
import { type Answer, go, inside, open, type PortalCookie, type PortalRoute, show, type SignedInCall } from "../process/portal-route.ts";
import { ADDRESS, type Again } from "../views.ts";
import { beginAdding, finishAdding } from "./add-passkey.ts";
import { askPhone, openByPhone, QUESTION } from "./open-by-passkey.ts";
import { passkeySite } from "./passkey-site.ts";
import { listPasskeys, removePasskey } from "./passkey.sql.ts";
import { endFormer, HALF_A_YEAR, startPage } from "./sign-in.routes.tsx";

const NONE: Again = { values: {}, refusals: [] };
/** Says that the button belongs on top here, and nothing else. */
const OFFERED: PortalCookie = { name: PHONE, value: "1", maxAgeSeconds: HALF_A_YEAR };
const NO_LONGER: PortalCookie = { name: PHONE, value: null };

const ask = open("POST", ADDRESS.passkeyOptions, async (call) => {
  const question = await askPhone(call);
  if (question === null) throw new NotFound();
  return { kind: "bytes", body: question.options, headers: { "content-type": "application/json; charset=utf-8" }, cookies: [{ name: QUESTION, value: question.cookie, maxAgeSeconds: 180 }] };
});

const enter = open("POST", ADDRESS.passkeyAnswer, async (call): Promise<Answer> => {
  const opened = await openByPhone(call, call.text("answer"));
  const asked: PortalCookie = { name: QUESTION, value: null };
  if (opened.ok) {
    await endFormer(call);
    return go(ADDRESS.home, undefined, [{ name: SESSION, value: opened.secret }, OFFERED, asked]);
  }
  if (opened.refusal === "frozen" || opened.refusal === "ended") {
    const code = opened.refusal;
    return show(() => <StandstillPage frame={call.frame} view={{ code, phone: null, requestId: null }} />, 403, [asked]);
  }
  const isForgotten = opened.refusal === "phone_unknown";
  const site = passkeySite(call.app.config.portalOrigin)?.rpId ?? "";
  const view = { again: { values: {}, refusals: [{ code: opened.refusal, field: null }] }, unknownPasskey: opened.unknownId === undefined ? undefined : { id: opened.unknownId, site } };
  return startPage(call, isForgotten ? { ...view, passkey: "last" } : view, 422, isForgotten ? [NO_LONGER, asked] : [asked]);
});

async function ownPage(tx: ReadTx, call: SignedInCall, again: Again, options: string | null, status = 200): Promise<Answer> {
  const timeZone = call.app.config.timeZone;
  const own = (await listPasskeys(tx)).map((k) => ({ id: k.id, number: k.number, since: dayOf(k.created_at, timeZone), usedOn: k.last_used_at === null ? null : dayOf(k.last_used_at, timeZone) }));
  return show(() => <PasskeysPage frame={call.frame} view={{ own, options, again }} />, status);
}
const refused = (code: Again["refusals"][number]["code"]): Again => ({ values: {}, refusals: [{ code, field: code === "pin_wrong" ? "pin" : null }] });

const list = inside("GET", ADDRESS.passkeys, (tx, call) => ownPage(tx, call, NONE, null));
const begin = inside("POST", ADDRESS.passkeys, async (tx, call) => {
  const begun = await beginAdding(tx, call, call.text("pin"));
  if (begun.ok) return ownPage(tx, call, NONE, begun.options);
  // the session ended with a wrong PIN, and what is shown can ask the database no more
  if (begun.refusal === "pin_wrong") return show(() => <PasskeysPage frame={call.frame} view={{ own: [], options: null, again: refused("pin_wrong") }} />, 422);
  return ownPage(tx, call, refused(begun.refusal), null, 422);
});
const finish = inside("POST", ADDRESS.passkeyAdd, async (tx, call) => {
  const refusal = await finishAdding(tx, call, call.text("answer"));
  return refusal === null ? go(ADDRESS.passkeys, "passkey_set", [OFFERED]) : ownPage(tx, call, refused(refusal), null, 422);
});
const remove = inside("POST", ADDRESS.passkeyRemove, async (tx, call) => {
  const id = call.text("passkey");
  if (!isId(id) || !(await removePasskey(tx, id))) throw new NotFound();
  const left = await listPasskeys(tx);
  return go(ADDRESS.passkeys, "passkey_removed", left.length === 0 ? [NO_LONGER] : []);
});

export const passkeyRoutes: readonly PortalRoute[] = [ask, enter, list, begin, finish, remove];
