import type { WriteTx } from "../../db/index.ts";
import type { App } from "../../http/index.ts";
import { dayOf, germanDay } from "../../kernel/calendar-day.ts";
import { newId } from "../../kernel/id.ts";
import { KeyDestroyed, KeyMissing, Tampered } from "../../vault/index.ts";
import { openDispatch, sealItem } from "../outgoing/index.ts";
import { closeDispatch, deliverAnswer, deliverAnswerToOfficers, deliverToInbox, type FactChange, listWaiting, takeFactChanges, tellOfChange, type Waiting } from "./delivery.sql.ts";
import { copyForItem } from "./item-files.ts";

type Doing = Pick<App, "db" | "vault" | "filesDir" | "log" | "config">;
const AT_ONCE = 20;

/**
 * Delivers what waits, each in a transaction of its own: its copy and the mark that it is delivered are committed together,
 * so that a crash between leaves it waiting, and nothing arrives twice. Keys and files of a run that broke off belong to no
 * row: files are swept, a key without a row seals nothing.
 */
export async function deliverWhatWaits(app: Doing): Promise<{ delivered: number; failed: number }> {
  const failed = new Set<string>();
  for (let delivered = 0; ; delivered += 1) {
    let current: string | undefined;
    try {
      const done = await app.db.asSystem("deliver what was sent", async (tx) => {
        const waiting = (await listWaiting(tx, AT_ONCE)).find((w) => !failed.has(w.id));
        current = waiting?.id;
        if (waiting !== undefined) await deliver(tx, app, waiting);
        return waiting !== undefined;
      });
      if (!done) return { delivered, failed: failed.size };
    } catch (error) {
      if (current === undefined) throw error;
      failed.add(current);
      delivered -= 1;
      // without the message: it could quote what was sent
      app.log.error({ dispatch: current, code: (error as { code?: string }).code, kind: error instanceof Error ? error.constructor.name : "unknown" }, "a dispatch was not delivered");
    }
  }
}

async function deliver(tx: WriteTx, app: Doing, w: Waiting): Promise<void> {
  const isAnswer = w.kind === "accepted" || w.kind === "asked_back" || w.kind === "declined";
  if (isAnswer) return answer(tx, app, w);
  const opened = openOrNull(app, w);
  // an office without a room, or a sender whose key is destroyed: nothing can arrive, and nothing waits for ever
  if (opened === null || w.target_room_id === null || w.target_tenant_id === null) return void (await closeDispatch(tx, w));
  const item = { tenantId: w.target_tenant_id, keyRef: app.vault.newKey(), id: newId() };
  const storedNames: string[] = [];
  for (const [i, source] of opened.sources.entries()) storedNames.push(await copyForItem(app, { tenantId: w.tenant_id, keyRef: w.key_ref, ...source }, item, i));
  await deliverToInbox(tx, w, { id: item.id, keyRef: item.keyRef, contentCt: sealItem(app.vault, item, opened.content), storedNames });
}

function openOrNull(app: Doing, w: Waiting) {
  try {
    return openDispatch(app.vault, { tenantId: w.tenant_id, keyRef: w.key_ref, id: w.id }, w.content_ct);
  } catch (error) {
    if (error instanceof KeyDestroyed || error instanceof KeyMissing || error instanceof Tampered) return null;
    throw error;
  }
}

const TITLES = { accepted: "", asked_back: "Rückfrage zu einer Übermittlung beantworten", declined: "Eine Übermittlung wurde zurückgewiesen" } as const;

/** Back to the sender's file. A declined item's key is destroyed by now: that it was declined is told all the same. */
async function answer(tx: WriteTx, app: Doing, w: Waiting): Promise<void> {
  if (w.target_tenant_id === null || w.target_key_ref === null) return void (await closeDispatch(tx, w));
  const opened = w.kind === "asked_back" ? openOrNull(app, w) : null;
  const text = opened?.content.type === "answer" ? opened.content.text : "";
  const [messageId, followUpId] = [newId(), newId()];
  const seal = (table: string, column: string, row: string, value: string): Buffer => app.vault.seal(w.target_key_ref!, value, { tenant: w.target_tenant_id!, table, column, row, version: 1 });
  // without a case an authority sent it: the answer stands with its person
  if (w.target_case_id === null) {
    const titleCt = seal("officer_follow_ups", "title_ct", followUpId, TITLES[w.kind as keyof typeof TITLES]);
    return void (await deliverAnswerToOfficers(tx, w, { messageId, textCt: text === "" ? null : seal("officer_disclosure_messages", "text_ct", messageId, text), followUpId, titleCt }));
  }
  const titleCt = seal("follow_ups", "title_ct", followUpId, TITLES[w.kind as keyof typeof TITLES]);
  await deliverAnswer(tx, w, { messageId, textCt: text === "" ? null : seal("disclosure_messages", "text_ct", messageId, text), followUpId, titleCt });
}

/** Recipients learn that a field changed, and not what it is now; whoever leads the case gets the task to correct. */
export async function tellOfChanges(app: Doing): Promise<number> {
  return app.db.asSystem("tell of changed facts", async (tx) => {
    const changes = await takeFactChanges(tx, 200);
    for (const change of changes) await tell(tx, app, change);
    return changes.length;
  });
}

const TASK_OF: Readonly<Record<FactChange["why"], (label: string, sent: string) => string>> = {
  changed: (label, sent) => `Berichtigung: ${label} hat sich geändert, ${sent}`,
  wrong: (label, sent) => `Die Person sagt: „${label}“ stimmt nicht, ${sent}. Prüfen und das Ergebnis dorthin mitteilen`,
  restricted: (label, sent) => `Einschränkung (Art. 18 DSGVO): ${label}, ${sent}. Nachhalten, dass die Stelle es beachtet`,
  objected: (label, sent) => `Widerspruch (Art. 21 DSGVO): ${label}, ${sent}. Nachhalten, dass die Stelle es beachtet`,
};

async function tell(tx: WriteTx, app: Doing, c: FactChange): Promise<void> {
  const sentOn = germanDay(dayOf(c.sent_at, app.config.timeZone));
  const item = { tenantId: c.target_tenant_id, keyRef: app.vault.newKey(), id: newId() };
  const followUpId = newId();
  const title = TASK_OF[c.why](c.label, `übermittelt am ${sentOn} an ${c.recipient_name}`);
  const titleCt = app.vault.seal(c.case_key_ref, title, { tenant: c.tenant_id, table: c.case_id === null ? "officer_follow_ups" : "follow_ups", column: "title_ct", row: followUpId, version: 1 });
  await tellOfChange(tx, c, { itemId: item.id, keyRef: item.keyRef, contentCt: sealItem(app.vault, item, { type: "change_notice", label: c.label, sentOn, why: c.why }), followUpId, titleCt });
}
