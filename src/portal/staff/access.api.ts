import { z } from "zod";
import { record } from "../../audit/index.ts";
import { getCaseFile, ofCase, text } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import { apiRead, apiWrite, type Asking, EXAMPLE_ID, json, type Json, type Route, written } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { freeze, thaw } from "./freeze/freeze.ts";
import { freezeBody, thawBody } from "./freeze/freeze.routes.tsx";
import { end, takePasskeys } from "./give-access.ts";
import { tellNews } from "./news/news.routes.ts";
import { type AccessRow, findAccessCase, getAccess, listAccesses } from "./staff.sql.ts";

/** Giving access is not among them: the code and the PIN are handed over in person, and no answer may hold them twice. */
const access = z.object({ id: z.uuid(), personId: z.uuid(), guardianId: z.uuid().nullable(), language: z.string(), untilOn: z.string().nullable(), state: z.enum(["invited", "active", "frozen", "ended", "expired"]), lastUsedOn: z.string().nullable(), hasPasskey: z.boolean(), tellsNews: z.boolean(), version: z.number() });
const accessExample: z.output<typeof access> = { id: EXAMPLE_ID, personId: EXAMPLE_ID, guardianId: null, language: "ar", untilOn: null, state: "active", lastUsedOn: "2026-11-20", hasPasskey: false, tellsNews: false, version: 1 };
const shown = (asking: Asking, a: AccessRow): z.output<typeof access> => ({
  id: a.id, personId: a.person_id, guardianId: a.guardian_id, language: a.language, untilOn: a.until_on, state: a.state, lastUsedOn: a.last_seen_at === null ? null : dayOf(a.last_seen_at, asking.app.config.timeZone), hasPasskey: a.has_passkey, tellsNews: a.tells_news, version: a.version,
});
const ofAccess = z.object({ id: z.uuid(), accessId: z.uuid() });

const asAccess = {
  answer: access, example: accessExample,
  show: async (tx: ReadTx, id: string, asking: Asking): Promise<Json> => { const a = await getAccess(tx, (await findAccessCase(tx, id)).case_id, id); return json(shown(asking, a), a.version); },
};
type Deed<B> = (tx: WriteTx, asking: Asking, caseId: string, id: string, body: B) => Promise<void>;
type Event = "frozen" | "unfrozen" | "ended" | "changed";
const NONE = z.object({});
const change = <S extends z.ZodType>(path: string, event: `portal_access.${Event}` | "portal_passkey.removed", about: string, body: S, bodyExample: z.input<S>, deed: Deed<z.output<S>>): Route =>
  apiWrite({
    path: `/api/v1/cases/:id/portal-accesses/:accessId/${path}`, method: "POST", allow: "portal.manage", record: event, about, params: ofAccess, body, bodyExample,
    handle: async (tx, { params, body: said }, asking) => {
      await deed(tx, asking, params.id, params.accessId, said as z.output<S>);
      return written(params.accessId, { status: 200 });
    },
    ...asAccess,
  });

const freezing = z.object({ reason: freezeBody.shape.reason.optional(), words: text(1000) });

export const accessApi: readonly Route[] = [
  apiRead({
    path: "/api/v1/cases/:id/portal-accesses", allow: "portal.read", record: "portal_access.listed", about: "Who of a case has an own page, and how each access stands.", params: ofCase, answer: z.object({ items: z.array(access) }), example: { items: [accessExample] },
    handle: async (tx, { params }, asking) => {
      await getCaseFile(tx, params.id);
      const rows = await listAccesses(tx, params.id);
      await record(tx, asking, { action: "portal_access.listed", objectKind: "portal_access", objectIds: rows.map((r) => r.id), caseId: params.id });
      return json({ items: rows.map((row) => shown(asking, row)) });
    },
  }),
  change("freeze", "portal_access.frozen", "Freezes an access; holds at the person's next request. The reason may follow.", freezing, { reason: "phone_gone", words: "" }, (tx, asking, caseId, id, { reason, words }) => freeze(tx, asking, caseId, id, reason === undefined ? null : { reason, words })),
  change("unfreeze", "portal_access.unfrozen", "Lifts a freeze, by whoever answers for the way being safe; the person signs in anew.", z.object({ how: thawBody.shape.how, isSafe: z.literal(true) }), { how: "alone", isSafe: true }, (tx, asking, caseId, id, { how }) => thaw(tx, asking, caseId, id, how)),
  change("end", "portal_access.ended", "Ends an access for good.", NONE, {}, end),
  change("news", "portal_access.changed", "Says by mail, or no more, that there is something new; only to an address that is marked as safe.", z.object({ isOn: z.boolean() }), { isOn: true }, (tx, asking, caseId, id, { isOn }) => tellNews(tx, asking, caseId, id, isOn)),
  change("remove-passkeys", "portal_passkey.removed", "Takes away every telephone that opens the page without a PIN.", NONE, {}, takePasskeys),
];
