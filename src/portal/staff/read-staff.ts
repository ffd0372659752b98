import { namesOf } from "../../cases/reading/index.ts";
import { getCaseFile, openText, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking, FormState } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { findPlan } from "../../plan/index.ts";
import { readFreezes, type ShownFreeze } from "./freeze/read-freeze.ts";
import { listNews, type NewsRow } from "./news/news.sql.ts";
import { HELD } from "./staff-words.ts";
import { type AccessRow, getMessage, type GuardianRow, listAccesses, listGuardians, listHolds, listMessages, listOpenAreas, listSendable, type MessageRow } from "./staff.sql.ts";

/** Areas that are off on the own page unless the person wants them: as in app.portal_shows_area. */
export const SENSITIVE: readonly string[] = ["gesundheit", "familie"];

export async function readStaffPage(tx: ReadTx, asking: Asking, caseId: string, form: FormState) {
  const shown = await showCase(tx, asking, caseId, form);
  const file = await getCaseFile(tx, caseId);
  const nameOf = (id: string): string => {
    const person = shown.head.persons.find((p) => p.person_id === id);
    return person === undefined ? "ohne Namen" : namesOf(person).latin;
  };
  const timeZone = asking.app.config.timeZone;
  const [held, freezes] = [await listHolds(tx, caseId), await readFreezes(tx, asking, caseId, file.key_ref)];
  const news = new Map((await listNews(tx, caseId)).map((n) => [n.access_id, n]));
  return {
    ...shown, nameOf, origin: asking.app.config.portalOrigin,
    accesses: (await listAccesses(tx, caseId)).map((a) => accessShown(a, timeZone, freezes.get(a.id) ?? null, news.get(a.id))),
    guardians: (await listGuardians(tx, caseId)) as GuardianRow[],
    messages: (await listMessages(tx, caseId)).map((m) => messageShown(asking, file.key_ref, m)),
    holds: held.map((h) => ({ id: h.id, personId: h.person_id, kind: HELD[h.kind] ?? h.kind, reason: openText(asking, file.key_ref, "portal_holds.reason_ct", h.id, h.reason_ct), on: dayOf(h.held_at, timeZone) })),
    sensitive: SENSITIVE,
    openAreas: await listOpenAreas(tx, caseId),
    things: await thingsOf(tx, asking, caseId, new Set(held.map((h) => h.row_id)), nameOf),
  };
}
const dayOrNull = (at: Date | null, timeZone: string) => (at === null ? null : dayOf(at, timeZone));
const accessShown = (a: AccessRow, timeZone: string, freeze: ShownFreeze | null, news: NewsRow | undefined) => ({
  id: a.id, person_id: a.person_id, guardian_id: a.guardian_id, guardian_kind: a.guardian_kind, state: a.state, until_on: a.until_on, invited_by_name: a.invited_by_name,
  lastOn: dayOrNull(a.last_seen_at, timeZone), invitedOn: dayOf(a.invited_at, timeZone), pinUntil: dayOrNull(a.first_pin_until, timeZone), hasPasskey: a.has_passkey,
  freeze, tellsNews: a.tells_news, hasSafeMail: news?.has_safe_mail === true, newsOn: dayOrNull(news?.last_sent_at ?? null, timeZone),
});
export type StaffPageView = Awaited<ReturnType<typeof readStaffPage>>;

const messageShown = (asking: Asking, key: string, m: MessageRow) => ({
  id: m.id, personId: m.person_id, kind: m.kind, item: m.item, text: openText(asking, key, "portal_messages.text_ct", m.id, m.text_ct), state: m.state, answer: openText(asking, key, "portal_messages.answer_ct", m.id, m.answer_ct),
  sentOn: dayOf(m.sent_at, asking.app.config.timeZone), documentId: m.document_id, version: m.version,
});
export type ShownMessage = ReturnType<typeof messageShown>;
export async function readMessages(tx: ReadTx, asking: Asking, caseId: string): Promise<ShownMessage[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listMessages(tx, caseId)).map((m) => messageShown(asking, file.key_ref, m));
}
export async function readMessage(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<ShownMessage> {
  const file = await getCaseFile(tx, caseId);
  return messageShown(asking, file.key_ref, await getMessage(tx, caseId, id));
}

/** What may be held back: `kind:person:row`. */
async function thingsOf(tx: ReadTx, asking: Asking, caseId: string, held: ReadonlySet<string>, nameOf: (id: string) => string): Promise<{ value: string; label: string }[]> {
  const plan = await findPlan(tx, asking, caseId);
  const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
  const goals = plan.goals.filter((g) => !held.has(g.id)).map((g) => ({ value: `goal:${g.personId}:${g.id}`, label: `Ziel: ${cut(g.goal || g.wish)} (${nameOf(g.personId)})` }));
  const measures = plan.goals.flatMap((g) => g.measures.map((m) => ({ g, m }))).filter(({ m }) => !held.has(m.id)).map(({ g, m }) => ({ value: `measure:${g.personId}:${m.id}`, label: `Schritt: ${cut(m.title)} (${nameOf(g.personId)})` }));
  const sent = (await listSendable(tx, caseId)).filter((s) => !held.has(s.id)).map((s) => ({ value: `${s.kind}:${s.person_id}:${s.id}`, label: `${HELD[s.kind] ?? s.kind}: ${s.recipient} (${nameOf(s.person_id)})` }));
  return [...goals, ...measures, ...sent];
}
