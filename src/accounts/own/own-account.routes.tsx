import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import { actionRoute, type Asking, formRoute, newSessionSecret, page, pageRoute, redirect, type Route, secretHash, SESSION_COOKIE } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { AccountPage, RoomPage } from "./account.page.tsx";
import { chooseRoom, endOwnSessions, endThisSession, findOwnCredentials, getOwnAccount, insertOwnToken, listOwnRoles, listOwnRooms, listOwnSessions, setOwnShortcuts } from "./own-account.sql.ts";
import { NewTokenPage, SessionsPage, TokensPage } from "./sessions.page.tsx";

const OWN = { none: "one's own account, and no person" };

const account = pageRoute({
  path: "/konto",
  allow: "signed-in",
  record: OWN,
  about: "One's own account.",
  handle: async (tx, _input, asking) => {
    const { tenantId, accountId, shortcuts } = asking.session;
    const [account, roles, credentials] = [await getOwnAccount(tx, tenantId, accountId), await listOwnRoles(tx, tenantId, accountId), await findOwnCredentials(tx)];
    return page("Mein Konto", () => <AccountPage account={account} roles={roles} credentials={credentials} shortcuts={shortcuts} fields={asking.form()} />);
  },
});

const shortcuts = actionRoute({
  path: "/konto/tastenkuerzel",
  allow: "signed-in",
  record: { none: "a setting of the interface" },
  about: "Turns keyboard shortcuts on or off.",
  body: z.object({ an: z.enum(["ja", "nein"]) }),
  handle: async (tx, { body }) => {
    await setOwnShortcuts(tx, body.an === "ja");
    return redirect("/konto", body.an === "ja" ? "Tastenkürzel sind an." : "Tastenkürzel sind aus.");
  },
});

const room = formRoute({
  path: "/konto/aktenbereich",
  allow: "signed-in",
  record: "session.room_chosen",
  about: "Chooses the room in which the session works.",
  body: z.object({ aktenbereich: z.uuid("Wählen Sie einen Aktenbereich.") }),
  show: async (tx, _input, asking, form) => {
    const rooms = await listOwnRooms(tx);
    return page("Aktenbereich wechseln", () => <RoomPage rooms={rooms} current={asking.session.roomId} refusals={form.refusals} fields={asking.form()} />);
  },
  submit: async (tx, { body }, asking) => {
    // before the choice: the record belongs to the room that the session is still in
    await record(tx, asking, { action: "session.room_chosen", objectKind: "room", objectIds: [body.aktenbereich] });
    if (!(await chooseRoom(tx, body.aktenbereich))) throw new Refused([{ code: "not-your-room", field: "aktenbereich", sentence: "Zu diesem Aktenbereich gehören Sie nicht. Wählen Sie einen anderen." }]);
    return redirect("/", "Sie arbeiten jetzt in einem anderen Aktenbereich.");
  },
});

const sessions = pageRoute({
  path: "/konto/sitzungen",
  allow: "signed-in",
  record: OWN,
  about: "One's own sessions.",
  handle: async (tx, _input, asking) => {
    const rows = await listOwnSessions(tx);
    return page("Sitzungen", () => <SessionsPage sessions={rows} timeZone={asking.app.config.timeZone} csrf={asking.form().csrf} />);
  },
});

async function endOne(tx: WriteTx, asking: Asking, id: string, action: "session.ended" | "token.revoked"): Promise<void> {
  if (id === asking.session.id) throw new NotFound();
  await record(tx, asking, { action, objectKind: "session", objectIds: [id] });
  if ((await endOwnSessions(tx, id)) === 0) throw new NotFound();
}
const params = z.object({ id: z.uuid() });

const endSession = actionRoute({
  path: "/konto/sitzungen/:id/beenden",
  allow: "signed-in",
  record: "session.ended",
  about: "Ends another of one's own sessions.",
  params,
  handle: async (tx, { params }, asking) => {
    await endOne(tx, asking, params.id, "session.ended");
    return redirect("/konto/sitzungen", "Die Sitzung ist beendet.");
  },
});

const endAll = actionRoute({
  path: "/konto/sitzungen/alle-beenden",
  allow: "signed-in",
  record: "session.ended",
  about: "Ends all one's other sessions and all tokens.",
  handle: async (tx, _input, asking) => {
    const others = (await listOwnSessions(tx)).filter((s) => !s.is_current).map((s) => s.id);
    await record(tx, asking, { action: "session.ended", objectKind: "session", objectIds: others });
    await endOwnSessions(tx, null);
    return redirect("/konto/sitzungen", "Überall sonst sind Sie abgemeldet.");
  },
});

const signOut = actionRoute({
  path: "/abmelden",
  allow: "signed-in",
  record: "session.ended",
  about: "Ends this session.",
  handle: async (tx, _input, asking) => {
    await record(tx, asking, { action: "session.ended", objectKind: "session", objectIds: [asking.session.id] });
    await endThisSession(tx);
    return { ...redirect("/anmelden", "Sie sind abgemeldet."), cookies: [{ name: SESSION_COOKIE, value: null }] };
  },
});

const several = z.preprocess((v) => (v === undefined ? [] : [v].flat()), z.array(z.enum(["read", "write"])).min(1, "Wählen Sie, was der Token darf."));

const tokens = formRoute({
  path: "/konto/zugangstoken",
  allow: "signed-in",
  record: "token.created",
  about: "Tokens for the API; adds one.",
  body: z.object({
    name: z.string().trim().min(1, "Schreiben Sie, wofür der Token ist.").max(100, "Höchstens 100 Zeichen."),
    rechte: several,
    tage: z.coerce.number("Geben Sie eine Zahl ein.").int("Ganze Tage bitte.").min(1, "Mindestens 1 Tag.").max(366, "Höchstens 366 Tage."),
  }),
  show: async (tx, _input, asking, form) => {
    const rows = await listOwnSessions(tx);
    const scopes = form.values["rechte"];
    const typed = { name: String(form.values["name"] ?? ""), days: String(form.values["tage"] ?? "90"), scopes: scopes === undefined ? ["read"] : [scopes].flat() };
    const fields = asking.form();
    return page("Zugangstoken", () => <TokensPage sessions={rows} timeZone={asking.app.config.timeZone} csrf={fields.csrf} typed={typed} refusals={form.refusals} fields={fields} />);
  },
  submit: async (tx, { body }, asking) => {
    const token = newSessionSecret(asking.session.tenantId);
    const id = newId();
    await record(tx, asking, { action: "token.created", objectKind: "session", objectIds: [id] });
    // writing without reading makes no sense: every write answers with what was written
    const scopes = body.rechte.includes("write") ? ["read", "write"] : ["read"];
    if (!(await insertOwnToken(tx, { id, hash: secretHash(token), name: body.name, scopes, days: body.tage }))) {
      throw new Refused([{ code: "token-refused", sentence: "Zugangstoken gibt es erst, wenn Ihr zweiter Faktor eingerichtet ist." }]);
    }
    return page("Ihr neuer Token", () => <NewTokenPage name={body.name} token={token} />);
  },
});

const revoke = actionRoute({
  path: "/konto/zugangstoken/:id/widerrufen",
  allow: "signed-in",
  record: "token.revoked",
  about: "Revokes a token.",
  params,
  handle: async (tx, { params }, asking) => {
    await endOne(tx, asking, params.id, "token.revoked");
    return redirect("/konto/zugangstoken", "Der Token gilt nicht mehr.");
  },
});

export const ownAccountRoutes: readonly Route[] = [account, shortcuts, room, sessions, endSession, endAll, signOut, tokens, revoke];
