import type { ReadTx } from "../../db/index.ts";
import { listMessages } from "../portal.sql.ts";
import type { SignedInCall } from "../process/portal-route.ts";
import { openOf } from "./open-text.ts";
import { readConsents, readPassedOn } from "./read-consents.ts";
import { readData } from "./read-data.ts";
import { readAppointments, readHelpers, readPlan } from "./read-plan.ts";
import { readSeen } from "./read-seen.ts";

/** Everything that the pages show, for a program to read (Art. 20 DSGVO); no more, so that nothing held back leaves this way. */
export async function exportOf(tx: ReadTx, call: SignedInCall): Promise<object> {
  return {
    format: "einklang-eigene-seite-1", exportedAt: call.now.toISOString(), controller: call.me.controller,
    data: await readData(tx, call), plan: await readPlan(tx, call), appointments: await readAppointments(tx, call), helpers: await readHelpers(tx), consents: await readConsents(tx, call),
    passedOn: await readPassedOn(tx, call), seen: await readSeen(tx, call, new Date(call.now.getTime() + 1000), 500),
    messages: (await listMessages(tx)).map((m) => ({ kind: m.kind, item: m.item, state: m.state, sentAt: m.sent_at, text: openOf(call, "portal_messages.text_ct", m.id, m.text_ct), answer: openOf(call, "portal_messages.answer_ct", m.id, m.answer_ct) })),
  };
}
