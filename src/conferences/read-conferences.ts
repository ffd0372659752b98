import { type Appointment, listAppointments } from "../appointments/index.ts";
import { getCaseFile, listCasePersons, listLifeAreas, listReaders, openText } from "../cases/working/index.ts";
import { whoMayLearn } from "../consent/index.ts";
import type { ReadTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import type { CalendarDay } from "../kernel/calendar-day.ts";
import { type ConferenceRow, type ConferenceState, getConference, listConferenceRows } from "./conferences.sql.ts";
import { type Cell, cellOf, type Invited } from "./who-learns-what.ts";

type Keys = Pick<Asking, "app" | "session">;
export interface Protocol {
  readonly agreements: string;
  readonly tasks: readonly { readonly title: string; readonly who: string; readonly dueOn: CalendarDay }[];
  /** what every participant was allowed to hear when it was held */
  readonly heard: readonly { readonly participant: string; readonly item: string; readonly may: boolean; readonly words: string }[];
}
export interface Participant {
  readonly id: string;
  readonly kind: "account" | "office" | "person";
  readonly ofId: string;
  readonly name: string;
  readonly wasThere: boolean | null;
}
export interface Item {
  readonly id: string;
  readonly position: number;
  readonly title: string;
  readonly lifeArea: string;
  readonly lifeAreaWord: string;
  readonly personId: string | null;
  readonly about: string;
  readonly isEntrusted: boolean;
}
export interface Conference {
  readonly id: string;
  readonly caseId: string;
  readonly state: ConferenceState;
  readonly question: string;
  readonly heldOn: CalendarDay | null;
  readonly appointment: Appointment;
  /** the one before, where it was moved */
  readonly movedFrom: Appointment | null;
  readonly participants: readonly Participant[];
  readonly items: readonly Item[];
  /** participant by participant, item by item: computed from the consents of this moment */
  readonly cells: readonly (readonly Cell[])[];
  readonly protocol: Protocol | null;
  readonly version: number;
}

/** All conferences of a case with who may hear what, computed anew from the consents each time: a withdrawal shows at once. */
export async function listConferences(tx: ReadTx, asking: Keys, caseId: string): Promise<Conference[]> {
  const open = await openerOf(tx, asking, caseId);
  return (await listConferenceRows(tx, caseId)).map(open);
}
export async function currentConference(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Conference> {
  return (await openerOf(tx, asking, caseId))(await getConference(tx, caseId, id));
}

async function openerOf(tx: ReadTx, asking: Keys, caseId: string): Promise<(row: ConferenceRow) => Conference> {
  const file = await getCaseFile(tx, caseId);
  const [appointments, persons, areas, readers, coverage] = await Promise.all([listAppointments(tx, asking, caseId), listCasePersons(tx, caseId), listLifeAreas(tx), listReaders(tx, caseId), whoMayLearn(tx, caseId)]);
  const nameOf = (id: string): string => persons.find((p) => p.person_id === id)?.name ?? "nicht mehr im Fall";
  const wordOf = (key: string): string => areas.find((a) => a.key === key)?.label ?? key;
  const team = new Set(readers.filter((r) => r.reads_as !== "emergency").map((r) => r.account_id));
  return (row) => {
    const appointment = appointments.find((a) => a.id === row.appointment_id)!;
    const participants = row.participants.map((p): Participant => ({
      id: p.id, kind: p.account_id !== null ? "account" : p.organisation_id !== null ? "office" : "person", ofId: (p.account_id ?? p.organisation_id ?? p.person_id)!, name: p.person_id === null ? p.name ?? "" : nameOf(p.person_id), wasThere: p.was_there,
    }));
    const items = row.items.map((i): Item => ({
      id: i.id, position: i.position, title: openText(asking, file.key_ref, "conference_items.title_ct", i.id, Buffer.from(i.title_ct, "base64")), lifeArea: i.life_area, lifeAreaWord: wordOf(i.life_area),
      personId: i.person_id, about: i.person_id === null ? "alle aus dem Fall" : nameOf(i.person_id), isEntrusted: i.is_entrusted,
    }));
    const on = appointment.day;
    const cell = (p: Participant, item: Item): Cell => {
      const concerned = item.personId === null ? persons.filter((x) => x.left_on === null).map((x) => x.person_id) : [item.personId];
      const invited: Invited = p.kind === "account" ? { kind: "account", isOnTeam: team.has(p.ofId) } : p.kind === "person" ? { kind: "person", personId: p.ofId } : { kind: "office", name: p.name, gaps: coverage.uncovered(p.ofId, item.lifeArea, concerned, on) };
      return cellOf(invited, { lifeArea: item.lifeArea, lifeAreaWord: item.lifeAreaWord, persons: concerned.map((id) => ({ id, name: nameOf(id) })), isEntrusted: item.isEntrusted }, on);
    };
    return {
      id: row.id, caseId, state: row.state, question: openText(asking, file.key_ref, "conferences.question_ct", row.id, row.question_ct), heldOn: row.held_on, appointment, movedFrom: appointments.find((a) => a.movedToId === appointment.id) ?? null, participants, items,
      cells: participants.map((p) => items.map((item) => cell(p, item))),
      protocol: row.protocol_ct === null ? null : (JSON.parse(openText(asking, file.key_ref, "conferences.protocol_ct", row.id, row.protocol_ct)) as Protocol), version: row.version,
    };
  };
}
