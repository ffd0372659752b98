import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { hashPassword } from "../accounts/index.ts";
import { addDays, type CalendarDay } from "../kernel/calendar-day.ts";
import type { Vault } from "../vault/index.ts";
import { casesForPortals, insertDemoAccess, insertDemoHold, insertDemoMessage, insertDemoNews, insertDemoPasskey } from "./portal.sql.ts";
import { SeededRandom } from "./random.ts";

/** For trying the own page on this machine; all of it is invented, and `npm start` prints it only where nobody else can ask. */
export const DEMO_CARD = "DEMAKREYSNAV2026";
export const DEMO_PIN = "27182845";

// as src/portal/sign-in/card.ts says it; that it does is tested where the portal is
const cardHash = (card: string): Buffer => createHash("sha256").update(`einklang-card-1,${card}`).digest();
const PAGE_LANGUAGES: Readonly<Record<string, string>> = { ar: "ar", uk: "uk", ru: "ru", tr: "tr", ti: "ti", fr: "fr", en: "en", "fa-AF": "prs", fa: "prs" };

/** Four persons with an own page: one in use, one whose PIN still waits, one frozen, one in use without a fixed PIN. */
export async function addPortals(owner: ClientBase, vault: Vault, tenantId: string, today: CalendarDay, seed: string): Promise<void> {
  const random = new SeededRandom(`${seed} portal`, Date.parse(`${today}T04:00:00Z`) - 86_400_000);
  const pinHash = await hashPassword(DEMO_PIN);
  for (const [i, of] of (await casesForPortals(owner, tenantId, 4)).entries()) {
    const id = random.id();
    const seal = (table: string, column: string, row: string, text: string): Buffer => vault.seal(of.key_ref, text, { tenant: tenantId, table, column, row, version: 1 });
    await insertDemoAccess(owner, {
      tenantId, id, of, language: PAGE_LANGUAGES[of.language] ?? "de", cardHash: cardHash(i === 0 ? DEMO_CARD : random.id()), pinHash, isFirstPin: i === 1, tellsNews: i === 0,
      frozenBecause: i === 2 ? seal("portal_accesses", "frozen_reason_ct", id, "Handy verloren oder gestohlen: im Bus liegen gelassen, Sonntag gemeldet") : null, invitedAt: `${addDays(today, -20 - i)} 10:10`,
    });
    if (i === 1 || i === 2) continue;
    if (i === 0) await insertDemoNews(owner, tenantId, of, { channelId: random.id(), mailId: random.id(), sentAt: `${addDays(today, -5)} 09:20` });
    const [answered, open, hold] = [random.id(), random.id(), random.id()];
    await insertDemoMessage(owner, tenantId, of, {
      id: answered, accessId: id, kind: "question", text: seal("portal_messages", "text_ct", answered, "Muss ich zum Termin meine Zeugnisse mitbringen?"),
      answer: seal("portal_messages", "answer_ct", answered, "Ja, bitte alle, auch die ohne Übersetzung. Kopien machen wir hier."), sentAt: `${addDays(today, -6)} 18:40`,
    });
    await insertDemoMessage(owner, tenantId, of, { id: open, accessId: id, kind: "wrong", text: seal("portal_messages", "text_ct", open, "Ich bin umgezogen, die Adresse ist alt."), answer: null, sentAt: `${addDays(today, -1)} 20:15` });
    const hashed = (): Buffer => createHash("sha256").update(random.id()).digest();
    if (i === 3) await insertDemoPasskey(owner, tenantId, of, { id: random.id(), accessId: id, credential: hashed(), publicKey: hashed() });
    if (i === 3) await insertDemoHold(owner, tenantId, of, { id: hold, reason: seal("portal_holds", "reason_ct", hold, "Die Person möchte nicht, dass die Familie dieses Ziel auf dem Handy liest.") });
  }
}
