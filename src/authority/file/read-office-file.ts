import { readItemsOfPerson, readRequestsOfPerson } from "../../consent/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { showAppointments } from "../appointments/change-appointments.ts";
import { listAppointmentsOf } from "../appointments/appointments.sql.ts";
import { readChecks } from "../completeness/read-checks.ts";
import { listDisclosuresOf } from "../disclosures/read-office-disclosures.ts";
import { shownFollowUp } from "../follow-ups/change-office-follow-ups.ts";
import { listOfficeFollowUps } from "../follow-ups/follow-ups.sql.ts";
import { papersOf } from "../papers/keep-paper.ts";
import { dayWords } from "../../perspectives/index.ts";
import { listWindows } from "./windows.sql.ts";
import { readOfficeHead } from "./office-head.ts";

const MOST_FOLLOW_UPS = 40;
const MOST_APPOINTMENTS = 20;
const MOST_WINDOWS = 6;

/** All that the room knows and has to do about one person. Writes no record: the page does. */
export async function readOfficeFile(tx: ReadTx, asking: Asking, personId: string) {
  const head = await readOfficeHead(tx, asking, personId);
  const person = { id: personId, key_ref: head.keyRef };
  return {
    head,
    followUps: (await listOfficeFollowUps(tx, personId, MOST_FOLLOW_UPS)).map((row) => shownFollowUp(asking, row)),
    windows: (await listWindows(tx, personId, asking.today, MOST_WINDOWS)).map((w) => ({ day: w.day, words: dayWords(w), isCertain: w.is_certain, rule: w.rule })),
    checks: await readChecks(tx, asking, personId),
    papers: await papersOf(tx, asking, person),
    appointments: await showAppointments(tx, asking, await listAppointmentsOf(tx, personId, MOST_APPOINTMENTS)),
    received: await readItemsOfPerson(tx, asking, personId),
    requests: await readRequestsOfPerson(tx, asking, personId),
    disclosures: await listDisclosuresOf(tx, asking, personId),
  };
}
export type OfficeFile = Awaited<ReturnType<typeof readOfficeFile>>;
