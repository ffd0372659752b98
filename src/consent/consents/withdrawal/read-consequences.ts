import { getCaseFile, openText } from "../../../cases/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import { dayOf } from "../../../kernel/calendar-day.ts";
import { listRecipients } from "../consents.sql.ts";
import type { ConsentView } from "../read-consents.ts";
import { listCarriedShares, listOpenTasks, listUnderConsent } from "./withdrawal.sql.ts";
import type { Consequences } from "./withdrawal.page.tsx";

/** What hangs on a consent: known before a withdrawal, and named in its receipt after it. */
export async function readConsequences(tx: ReadTx, asking: Asking, consent: ConsentView): Promise<Consequences> {
  const { key_ref: key } = await getCaseFile(tx, consent.caseId);
  const shares = await listCarriedShares(tx, consent.caseId, consent.id);
  const under = await listUnderConsent(tx, consent.caseId, consent.id);
  const recipient = (await listRecipients(tx)).find((r) => r.id === consent.recipientId);
  return {
    shares: shares.filter((s) => s.from_on <= asking.today).map((s) => ({ people: s.people, since: s.from_on })),
    held: under.filter((d) => d.state === "sent" && d.recipient_state !== "declined").map((d) => ({ on: dayOf(d.sent_at!, asking.app.config.timeZone), fields: d.fields })),
    prepared: under.filter((d) => d.state !== "sent").length,
    tasks: (await listOpenTasks(tx, consent.caseId, consent.recipientId, consent.personId)).map((t) => ({ title: openText(asking, key, "follow_ups.title_ct", t.id, t.title_ct), dueOn: t.due_on })),
    hasRoom: recipient?.has_room === true,
  };
}
