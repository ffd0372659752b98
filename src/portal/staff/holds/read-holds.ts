import { listAppointments } from "../../../appointments/index.ts";
import { namesOf } from "../../../cases/reading/index.ts";
import { type CaseFile, getCaseFile, openText, showCase } from "../../../cases/working/index.ts";
import type { ReadTx } from "../../../db/index.ts";
import type { Asking, FormState } from "../../../http/index.ts";
import { dayOf, germanDay } from "../../../kernel/calendar-day.ts";
import { NotFound } from "../../../kernel/errors.ts";
import { findPlan } from "../../../plan/index.ts";
import type { Reading } from "../../process/portal-route.ts";
import { getKeys, listSendable } from "../staff.sql.ts";
import { HELD } from "../staff-words.ts";
import { type HoldRow, listDocumentNames, listHolds, listRecordTimes, lookAtPageOf } from "./holds.sql.ts";
import { listThings, type Thing } from "./list-things.ts";

/** As the person reads, without a page being there yet: what is held back is held back before the first look. */
export async function readingOf(tx: ReadTx, asking: Asking, file: CaseFile, personId: string): Promise<Reading> {
  if (!(await lookAtPageOf(tx, file.id, personId))) throw new NotFound();
  const { session } = asking;
  return {
    app: asking.app, now: asking.now, today: asking.today,
    frame: { language: "de", isSignedIn: true, csrf: "", idempotencyKey: "", today: asking.today, path: "/", done: null, isDemo: false },
    me: {
      tenant_id: session.tenantId, room_id: session.roomId ?? "", case_id: file.id, person_id: personId, session_id: session.id, tenant_name: "", is_demo: false, language: "de", given_name: null,
      is_guardian: false, is_first_pin: false, person_key: (await getKeys(tx, file.id, personId)).person_key, case_key: file.key_ref, controller: "",
    },
  };
}
export const thingsOf = async (tx: ReadTx, asking: Asking, file: CaseFile, personId: string): Promise<Thing[]> => listThings(tx, await readingOf(tx, asking, file, personId));

export interface ShownHold {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly label: string;
  readonly reason: string;
  readonly on: string;
  readonly by: string;
}
/** A line of who saw what is one, however many records it was. */
export async function readHeld(tx: ReadTx, asking: Asking, file: CaseFile): Promise<ShownHold[]> {
  const rows = await listHolds(tx, file.id);
  const labels = await labelsOf(tx, asking, file, rows);
  const first = rows.filter((h, i) => h.kind !== "access" || rows.findIndex((o) => o.kind === "access" && o.person_id === h.person_id && o.held_at.getTime() === h.held_at.getTime()) === i);
  return first.map((h) => ({
    id: h.id, personId: h.person_id, kind: HELD[h.kind] ?? h.kind, label: labels.get(h.row_id) ?? "", reason: openText(asking, file.key_ref, "portal_holds.reason_ct", h.id, h.reason_ct),
    on: germanDay(dayOf(h.held_at, asking.app.config.timeZone)), by: h.held_by_name,
  }));
}
async function labelsOf(tx: ReadTx, asking: Asking, file: CaseFile, rows: readonly HoldRow[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  if (rows.length === 0) return labels;
  const ids = rows.map((h) => h.row_id);
  for (const goal of (await findPlan(tx, asking, file.id)).goals) {
    labels.set(goal.id, goal.goal || goal.wish);
    for (const measure of goal.measures) labels.set(measure.id, measure.title);
  }
  for (const sent of await listSendable(tx, file.id)) labels.set(sent.id, sent.recipient);
  for (const a of await listAppointments(tx, asking, file.id)) labels.set(a.id, `${germanDay(a.day)}, ${a.from} Uhr`);
  for (const d of await listDocumentNames(tx, file.id, ids)) labels.set(d.id, openText(asking, file.key_ref, "documents.name_ct", d.id, d.name_ct));
  for (const r of await listRecordTimes(tx, file.id, ids)) labels.set(r.id, germanDay(dayOf(r.at, asking.app.config.timeZone)));
  return labels;
}

export async function readHoldsPage(tx: ReadTx, asking: Asking, caseId: string, person: string | undefined, form: FormState) {
  const shown = await showCase(tx, asking, caseId, form);
  const file = await getCaseFile(tx, caseId);
  const persons = shown.head.persons.filter((p) => p.left_on === null).map((p) => ({ id: p.person_id, name: namesOf(p).latin, isMain: p.is_main }));
  const chosen = persons.find((p) => p.id === person) ?? persons.find((p) => p.isMain) ?? persons[0];
  if (chosen === undefined) throw new NotFound();
  return { ...shown, persons, chosen, held: (await readHeld(tx, asking, file)).filter((h) => h.personId === chosen.id), things: await thingsOf(tx, asking, file, chosen.id) };
}
export type HoldsView = Awaited<ReturnType<typeof readHoldsPage>>;
