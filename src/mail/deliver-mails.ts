import type { App } from "../http/index.ts";
import { germanInstant } from "../kernel/german-instant.ts";
import { newId } from "../kernel/id.ts";
import { type DueMail, settleMail, takeDueMails } from "./mails.sql.ts";
import { mailIsSet, sendMail } from "./smtp.ts";
import { mailText } from "./texts.ts";

const AT_ONCE = 50;
const MOST_ATTEMPTS = 4;
const AGAIN_MS = 600_000;

/**
 * For the clock: what is to be said now. The address is looked up at this moment, so a way that is safe no more is not used; whom
 * only a telephone reaches safely is called by somebody. A mail is taken before it is sent, so two processes never send it twice.
 */
export async function deliverMails(app: App): Promise<number> {
  const now = app.clock();
  const due = await app.db.asSystem("mails that are due", (tx) => takeDueMails(tx, now, mailIsSet(app.config), AT_ONCE));
  for (const mail of due) {
    const outcome = await outcomeOf(app, mail);
    await app.db.asSystem("what came of a mail", (tx) => settleMail(tx, mail, { ...outcome, ...callOf(app, mail, outcome.state), againAt: outcome.state === "waiting" ? new Date(now.getTime() + AGAIN_MS) : null, recordId: newId() }));
  }
  return due.length;
}

async function outcomeOf(app: App, mail: DueMail): Promise<{ state: "sent" | "waiting" | "failed" | "call" | "unsafe" }> {
  if (mail.address === null) return { state: mail.can_call && mail.starts_at !== null ? "call" : "unsafe" };
  try {
    await sendMail(app.config, { to: mail.address, ...mailText(mail.kind, mail.language, mail.starts_at, app.config.timeZone) });
    return { state: "sent" };
  } catch (error) {
    app.log.warn({ mail: mail.id, code: (error as { code?: string }).code, attempts: mail.attempts }, "a mail was not taken by the server");
    return { state: mail.attempts >= MOST_ATTEMPTS ? "failed" : "waiting" };
  }
}

function callOf(app: App, mail: DueMail, state: string): { followUpId: string | null; titleCt: Buffer | null } {
  if (state !== "call" || mail.starts_at === null) return { followUpId: null, titleCt: null };
  const id = newId();
  const words = `Anrufen und an den Termin erinnern: ${germanInstant(mail.starts_at, app.config.timeZone)} Uhr. Nur das Telefon ist als sicher vermerkt.`;
  return { followUpId: id, titleCt: app.vault.seal(mail.key_ref, words, { tenant: mail.tenant_id, table: "follow_ups", column: "title_ct", row: id, version: 1 }) };
}
