import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { ReadTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, type Json, json, newSessionSecret, type Route, secretHash, written } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { shownOnce } from "../shown-once.ts";
import { chooseRoom, endOwnSessions, endThisSession, insertOwnToken, listOwnRooms, listOwnSessions, type OwnSession } from "./own-account.sql.ts";

const allow = "signed-in";
const OWN = { none: "one's own sessions and tokens, and no person" };
const params = z.object({ id: z.uuid() });
const session = z.object({
  id: z.uuid(), kind: z.enum(["browser", "api", "token"]), name: z.string(), scopes: z.array(z.string()), created_at: z.string(), last_seen_at: z.string(), expires_at: z.string(), is_current: z.boolean(),
});
const ended = z.object({ id: z.uuid(), is_ended: z.boolean() });
const EXAMPLE = { id: EXAMPLE_ID, kind: "browser", name: "", scopes: ["read", "write"], created_at: "2026-11-22T08:00:00.000Z", last_seen_at: "2026-11-22T09:12:00.000Z", expires_at: "2026-11-22T18:00:00.000Z", is_current: true };
const TOKEN = { ...EXAMPLE, kind: "token", name: "Fachverfahren", scopes: ["read"], is_current: false };

const answerOf = (s: OwnSession): z.output<typeof session> => ({
  id: s.id, kind: s.kind, name: s.name, scopes: [...s.scopes], created_at: s.created_at.toISOString(), last_seen_at: s.last_seen_at.toISOString(), expires_at: s.expires_at.toISOString(), is_current: s.is_current,
});
const listOf = async (tx: ReadTx, isToken: boolean): Promise<Json> => json({ items: (await listOwnSessions(tx)).filter((s) => (s.kind === "token") === isToken).map(answerOf) });
const showEnded = async (_tx: ReadTx, id: string): Promise<Json> => json({ id, is_ended: true });

const endOne = (path: string, action: "session.ended" | "token.revoked", about: string, isToken: boolean): Route =>
  apiWrite({
    path, method: "DELETE", allow, record: action, about, params, answer: ended, example: { id: EXAMPLE_ID, is_ended: true },
    handle: async (tx, { params }, asking) => {
      const found = (await listOwnSessions(tx)).find((s) => s.id === params.id && (s.kind === "token") === isToken && !s.is_current);
      if (found === undefined) throw new NotFound();
      await record(tx, asking, { action, objectKind: "session", objectIds: [params.id] });
      if ((await endOwnSessions(tx, params.id)) === 0) throw new NotFound();
      return written(params.id, { status: 200 });
    },
    show: showEnded,
  });

const sessions: Route[] = [
  apiRead({ path: "/api/v1/sessions", allow, record: OWN, about: "Where one is signed in, by browser and by program.", answer: z.object({ items: z.array(session) }), example: { items: [EXAMPLE] }, handle: (tx) => listOf(tx, false) }),
  endOne("/api/v1/sessions/:id", "session.ended", "Ends another of one's own sessions.", false),
  apiWrite({
    path: "/api/v1/sessions", method: "DELETE", allow, record: "session.ended", about: "Signs out everywhere else: ends all other sessions and all tokens.", answer: ended, example: { id: EXAMPLE_ID, is_ended: false },
    handle: async (tx, _input, asking) => {
      const others = (await listOwnSessions(tx)).filter((s) => !s.is_current).map((s) => s.id);
      await record(tx, asking, { action: "session.ended", objectKind: "session", objectIds: others });
      await endOwnSessions(tx, null);
      return written(asking.session.id, { status: 200 });
    },
    show: async (_tx, id) => json({ id, is_ended: false }),
  }),
  apiWrite({
    path: "/api/v1/sessions/current", method: "DELETE", allow, record: "session.ended", about: "Signs out: this session ends with this answer.", answer: ended, example: { id: EXAMPLE_ID, is_ended: true },
    handle: async (tx, _input, asking) => {
      await record(tx, asking, { action: "session.ended", objectKind: "session", objectIds: [asking.session.id] });
      await endThisSession(tx);
      return written(asking.session.id, { status: 200 });
    },
    show: showEnded,
  }),
];

const tokenBody = z.object({
  name: z.string().trim().min(1, "Schreiben Sie, wofür der Token ist.").max(100, "Höchstens 100 Zeichen."),
  scopes: z.array(z.enum(["read", "write"])).min(1, "Wählen Sie, was der Token darf."),
  days: z.int().min(1, "Mindestens 1 Tag.").max(366, "Höchstens 366 Tage."),
});
const secrets = shownOnce();
async function showToken(tx: ReadTx, id: string, asking: Asking): Promise<Json> {
  const found = (await listOwnSessions(tx)).find((s) => s.id === id);
  if (found === undefined) throw new NotFound();
  return json({ ...answerOf(found), token: secrets.take(asking) });
}
const tokens: Route[] = [
  apiRead({ path: "/api/v1/tokens", allow, record: OWN, about: "One's own personal tokens that hold.", answer: z.object({ items: z.array(session) }), example: { items: [TOKEN] }, handle: (tx) => listOf(tx, true) }),
  apiWrite({
    path: "/api/v1/tokens", method: "POST", allow, record: "token.created", about: "Makes a personal token. `token` is shown this once: a repeated request has null. Not by a token.",
    body: tokenBody, bodyExample: { name: "Fachverfahren", scopes: ["read"], days: 90 }, answer: session.extend({ token: z.string().nullable() }), example: { ...TOKEN, token: `${EXAMPLE_ID}.kJ8…` },
    handle: async (tx, { body }, asking) => {
      const token = newSessionSecret(asking.session.tenantId);
      const id = newId();
      await record(tx, asking, { action: "token.created", objectKind: "session", objectIds: [id] });
      // writing without reading makes no sense: every write answers with what was written
      const scopes = body.scopes.includes("write") ? ["read", "write"] : ["read"];
      if (!(await insertOwnToken(tx, { id, hash: secretHash(token), name: body.name, scopes, days: body.days }))) {
        throw new Refused([{ code: "token-refused", sentence: "Zugangstoken gibt es erst, wenn Ihr zweiter Faktor eingerichtet ist." }]);
      }
      secrets.keep(asking, token);
      return written(id);
    },
    show: showToken,
  }),
  endOne("/api/v1/tokens/:id", "token.revoked", "Revokes a personal token.", true),
];

const ROOM = { id: EXAMPLE_ID, name: "KIM Case Management", kind: "case_management" };
const rooms: Route[] = [
  apiRead({ path: "/api/v1/me/rooms", allow, record: { none: "the rooms that one belongs to" }, about: "Rooms in which one may work.", answer: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })) }), example: { items: [ROOM] }, handle: async (tx) => json({ items: await listOwnRooms(tx) }) }),
  apiWrite({
    path: "/api/v1/me/room", method: "PUT", allow, record: "session.room_chosen", about: "Chooses the room in which this session works. A token stays in the room that it was made in.",
    body: z.object({ room_id: z.uuid("Wählen Sie einen Aktenbereich.") }), bodyExample: { room_id: EXAMPLE_ID }, answer: z.object({ room_id: z.uuid() }), example: { room_id: EXAMPLE_ID },
    handle: async (tx, { body }, asking) => {
      if (asking.session.kind === "token") throw new NotFound();
      // before the choice: the record belongs to the room that the session is still in
      await record(tx, asking, { action: "session.room_chosen", objectKind: "room", objectIds: [body.room_id] });
      if (!(await chooseRoom(tx, body.room_id))) throw new Refused([{ code: "not-your-room", field: "room_id", sentence: "Zu diesem Aktenbereich gehören Sie nicht. Wählen Sie einen anderen." }]);
      return written(body.room_id);
    },
    show: async (_tx, id) => json({ room_id: id }),
  }),
];

export const ownApi: readonly Route[] = [...sessions, ...tokens, ...rooms];
