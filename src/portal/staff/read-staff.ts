import { namesOf } from "../../cases/reading/index.ts";
import { getCaseFile, openText, showCase } from "../../cases/working/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking, FormState } from "../../http/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { readHeld } from "./holds/read-holds.ts";
import { listSensitive } from "./areas/areas.sql.ts";
import { readFreezes, type ShownFreeze } from "./freeze/read-freeze.ts";
import { listNews, type NewsRow } from "./news/news.sql.ts";
import { type AccessRow, getMessage, type GuardianRow, listAccesses, listGuardians, listMessages, listOpenAreas, type MessageRow } from "./staff.sql.ts";

export async function readStaffPage(tx: ReadTx, asking: Asking, caseId: string, form: FormState) {
  const shown = await showCase(tx, asking, caseId, form);
  const file = await getCaseFile(tx, caseId);
  const nameOf = (id: string): string => {
    const person = shown.head.persons.find((p) => p.person_id === id);
    return person === undefined ? "ohne Namen" : namesOf(person).latin;
  };
  const timeZone = asking.app.config.timeZone;
  const freezes = await readFreezes(tx, asking, caseId, file.key_ref);
  const news = new Map((await listNews(tx, caseId)).map((n) => [n.access_id, n]));
  return {
    ...shown, nameOf, origin: asking.app.config.portalOrigin,
    accesses: (await listAccesses(tx, caseId)).map((a) => accessShown(a, timeZone, freezes.get(a.id) ?? null, news.get(a.id))),
    guardians: (await listGuardians(tx, caseId)) as GuardianRow[],
    messages: (await listMessages(tx, caseId)).map((m) => messageShown(asking, file.key_ref, m)),
    holds: await readHeld(tx, asking, file),
    sensitive: await listSensitive(tx),
    openAreas: await listOpenAreas(tx, caseId),
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
