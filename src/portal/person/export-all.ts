import type { ReadTx } from "../../db/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { listMessages } from "../portal.sql.ts";
import type { Reading } from "../process/portal-route.ts";
import type { QuestionView, WholeView } from "../views.ts";
import { openOf, saidOf } from "./open-text.ts";
import { readConsents, readPassedOn } from "./read-consents.ts";
import { readData } from "./read-data.ts";
import { readAppointments, readHelpers, readPlan } from "./read-plan.ts";
import { readSeen } from "./read-seen.ts";

/** Everything that the pages show (Art. 15 and 20 DSGVO); no more, so that nothing held back leaves this way. */
export async function readWhole(tx: ReadTx, call: Reading): Promise<WholeView> {
  return {
    controller: call.me.controller, data: await readData(tx, call), plan: await readPlan(tx, call), appointments: await readAppointments(tx, call), helpers: await readHelpers(tx), consents: await readConsents(tx, call),
    passedOn: await readPassedOn(tx, call), seen: await readSeen(tx, call, new Date(call.now.getTime() + 1000), 500), questions: await readQuestions(tx, call),
  };
}

export async function readQuestions(tx: ReadTx, call: Reading): Promise<QuestionView["asked"]> {
  const timeZone = call.app.config.timeZone;
  return (await listMessages(tx)).filter((m) => m.kind === "question").map((m) => ({
    id: m.id, on: dayOf(m.sent_at, timeZone), text: { text: openOf(call, "portal_messages.text_ct", m.id, m.text_ct), lang: call.frame.language }, answer: saidOf(call, "portal_messages.answer_ct", m.id, m.answer_ct),
    answeredOn: m.answered_at === null ? null : dayOf(m.answered_at, timeZone),
  }));
}

/** The same for a program to read. */
export const asJson = (whole: WholeView, at: Date): string => JSON.stringify({ format: "einklang-eigene-seite-1", exportedAt: at.toISOString(), ...whole }, null, 2);
