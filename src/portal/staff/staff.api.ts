import { z } from "zod";
import { record } from "../../audit/index.ts";
import { getCaseFile, ofCase, saidText, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { Stale } from "../../kernel/errors.ts";
import { end, freeze, takePasskeys, thaw } from "./give-access.ts";
import { readMessage, readMessages, type ShownMessage } from "./read-staff.ts";
import { type AccessRow, answerMessage, findAccessCase, findMessageCase, getAccess, listAccesses } from "./staff.sql.ts";

/** Giving access is not among them: the code and the PIN are handed over in person, and no answer may hold them twice. */
const access = z.object({ id: z.uuid(), personId: z.uuid(), guardianId: z.uuid().nullable(), language: z.string(), untilOn: z.string().nullable(), state: z.enum(["invited", "active", "frozen", "ended", "expired"]), lastUsedOn: z.string().nullable(), hasPasskey: z.boolean(), version: z.number() });
const accessExample: z.output<typeof access> = { id: EXAMPLE_ID, personId: EXAMPLE_ID, guardianId: null, language: "ar", untilOn: null, state: "active", lastUsedOn: "2026-11-20", hasPasskey: false, version: 1 };
const shown = (asking: Asking, a: AccessRow): z.output<typeof access> => ({
  id: a.id, personId: a.person_id, guardianId: a.guardian_id, language: a.language, untilOn: a.until_on, state: a.state, lastUsedOn: a.last_seen_at === null ? null : dayOf(a.last_seen_at, asking.app.config.timeZone), hasPasskey: a.has_passkey, version: a.version,
});
const message = z.object({ id: z.uuid(), personId: z.uuid(), kind: z.enum(["question", "wrong", "restrict", "object", "paper", "fact"]), item: z.string(), text: z.string(), state: z.enum(["open", "done", "declined"]), answer: z.string(), sentOn: z.string(), documentId: z.uuid().nullable(), version: z.number() });
const messageExample: z.output<typeof message> = { id: EXAMPLE_ID, personId: EXAMPLE_ID, kind: "question", item: "", text: "Wann ist der nächste Termin?", state: "open", answer: "", sentOn: "2026-11-20", documentId: null, version: 1 };
const shownMessage = (m: ShownMessage): z.output<typeof message> => ({ id: m.id, personId: m.personId, kind: m.kind, item: m.item, text: m.text, state: m.state, answer: m.answer, sentOn: m.sentOn, documentId: m.documentId, version: m.version });
const ofAccess = z.object({ id: z.uuid(), accessId: z.uuid() });

const asAccess = {
  answer: access, example: accessExample,
  show: async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => { const a = await getAccess(tx, (await findAccessCase(tx, id)).case_id, id); return json(shown(asking, a), a.version); },
};
type Deed = (tx: WriteTx, asking: Asking, caseId: string, id: string) => Promise<void>;
const change = (path: string, event: "portal_access.frozen" | "portal_access.unfrozen" | "portal_access.ended" | "portal_passkey.removed", about: string, deed: Deed): Route =>
  apiWrite({
    path: `/api/v1/cases/:id/portal-accesses/:accessId/${path}`, method: "POST", allow: "portal.manage", record: event, about, params: ofAccess,
    handle: async (tx, { params }, asking) => {
      await deed(tx, asking, params.id, params.accessId);
      return written(params.accessId, { status: 200 });
    },
    ...asAccess,
  });

export const portalStaffApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/portal-accesses", allow: "portal.read", record: "portal_access.listed", about: "Who of a case has an own page, and how each access stands.", params: ofCase, answer: z.object({ items: z.array(access) }), example: { items: [accessExample] },
    handle: async (tx, { params }, asking) => {
      await getCaseFile(tx, params.id);
      const rows = await listAccesses(tx, params.id);
      await record(tx, asking, { action: "portal_access.listed", objectKind: "portal_access", objectIds: rows.map((r) => r.id), caseId: params.id });
      return json({ items: rows.map((row) => shown(asking, row)) });
    },
  }),
  change("freeze", "portal_access.frozen", "Freezes an access; holds at the person's next request.", (tx, asking, caseId, id) => freeze(tx, asking, caseId, id, "")),
  change("unfreeze", "portal_access.unfrozen", "Lifts a freeze; the person signs in anew.", thaw),
  change("end", "portal_access.ended", "Ends an access for good.", end),
  change("remove-passkeys", "portal_passkey.removed", "Takes away every telephone that opens the page without a PIN.", takePasskeys),
  apiRead({
    path: "/api/v1/cases/:id/portal-messages", allow: "portal.read", record: "portal_message.listed", about: "What the persons of a case wrote on their own pages.", params: ofCase, answer: z.object({ items: z.array(message) }), example: { items: [messageExample] },
    handle: async (tx, { params }, asking) => {
      const all = await readMessages(tx, asking, params.id);
      await record(tx, asking, { action: "portal_message.listed", objectKind: "portal_message", objectIds: all.map((m) => m.id), caseId: params.id });
      return json({ items: all.map(shownMessage) });
    },
  }),
  apiWrite({
    path: "/api/v1/cases/:id/portal-messages/:messageId", method: "PUT", versioned: true, allow: "portal.manage", record: "portal_message.answered", about: "Answers a message of the person.", params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    body: z.object({ answer: saidText(4000, "Schreiben Sie eine Antwort."), state: z.enum(["done", "declined"]) }), bodyExample: { answer: "Am Montag um neun.", state: "done" },
    handle: async (tx, { params, body, version }, asking) => {
      const file = await getCaseFile(tx, params.id);
      const answer = sealText(asking, file.key_ref, "portal_messages.answer_ct", params.messageId, body.answer);
      if ((await answerMessage(tx, asking.session, params.id, { id: params.messageId, version, state: body.state, answer })) !== 1) throw new Stale(await readMessage(tx, asking, params.id, params.messageId));
      await record(tx, asking, { action: "portal_message.answered", objectKind: "portal_message", objectIds: [params.messageId], caseId: params.id });
      return written(params.messageId, { status: 200 });
    },
    answer: message, example: messageExample,
    show: async (tx, id, asking) => { const m = await readMessage(tx, asking, (await findMessageCase(tx, id)).case_id, id); return json(shownMessage(m), m.version); },
  }),
];
