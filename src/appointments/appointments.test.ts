import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseWorld, startCaseWorld } from "../cases/case-world.test-support.ts";
import { calendarDay } from "../kernel/calendar-day.ts";
import { writeCalendar } from "./calendar/feed.ts";
import { decideTimes, reminderAt } from "./decide-appointment.ts";
import { instantOf, localTimeOf } from "./local-time.ts";

const ZONE = "Europe/Berlin";
let now = new Date("2026-11-23T09:00:00Z");
let it: CaseWorld;
beforeAll(async () => {
  it = await startCaseWorld({ clock: () => now });
});
afterAll(() => it.close());

const FIELDS = { on: "01.12.2026", from: "10:00", until: "10:45", kind: "talk", placeKind: "office", place: "Raum 2.14", subject: "Wie es mit der Schule weitergeht", language: "ar", wantsReminder: "ja", isOnPortal: "ja", interpreter: "none" };
async function newAppointment(more: Record<string, string> = {}): Promise<{ caseId: string; personId: string; id: string; flash: string }> {
  const { id: caseId, personId } = await it.newCase();
  const answer = await it.post(`/faelle/${caseId}/termine/neu`, it.manager.secret, { ...FIELDS, personIds: personId, withAccountId: it.manager.accountId, ...more });
  expect(answer.statusCode, answer.body.slice(0, 2000)).toBe(303);
  return { caseId, personId, id: /#termin-([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!, flash: String(answer.headers["set-cookie"] ?? "") };
}
const stateOf = async (id: string) => (await it.row<{ state: string }>("select state from app.case_appointments where id = $1", [id])).state;
const mark = (a: { caseId: string; id: string }, state: string) => it.post(`/faelle/${a.caseId}/termine/${a.id}/stand`, it.manager.secret, { state });
const noShows = async (caseId: string) => (await it.row<{ n: number }>("select count(*)::int as n from app.contacts where case_id = $1 and kind = 'no_show'", [caseId])).n;

test("a time is the time on the wall, whatever the clocks do", () => {
  const day = (text: string) => calendarDay(text);
  expect(instantOf(day("2027-03-27"), "10:00", ZONE)?.toISOString()).toBe("2027-03-27T09:00:00.000Z");
  expect(instantOf(day("2027-03-28"), "10:00", ZONE)?.toISOString()).toBe("2027-03-28T08:00:00.000Z");
  expect(instantOf(day("2027-03-28"), "02:30", ZONE)).toBeNull();
  expect(instantOf(day("2026-10-25"), "02:30", ZONE)?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  expect(localTimeOf(new Date("2027-03-28T08:00:00Z"), ZONE)).toEqual({ day: "2027-03-28", time: "10:00" });
  const facts = { today: day("2026-11-23"), timeZone: ZONE };
  const night = decideTimes({ on: day("2027-03-27"), from: "23:30", until: "03:30" }, facts);
  expect(night.ok && night.value.endsAt.getTime() - night.value.startsAt.getTime()).toBe(3 * 3_600_000);
  const gap = decideTimes({ on: day("2027-03-28"), from: "02:30", until: null }, facts);
  expect(!gap.ok && gap.refusals.map((r) => r.code)).toEqual(["no-such-time"]);
});

test("a reminder goes out at ten on the day before, at once where that is over, and not at all where nobody would read it", () => {
  const start = new Date("2026-12-01T09:00:00Z");
  const of = (at: string) => reminderAt(start, calendarDay("2026-12-01"), 1, new Date(at), ZONE)?.toISOString() ?? null;
  expect(of("2026-11-23T09:00:00Z")).toBe("2026-11-30T09:00:00.000Z");
  expect(of("2026-11-30T18:00:00Z")).toBe("2026-11-30T18:00:00.000Z");
  expect(of("2026-12-01T07:00:00Z")).toBeNull();
});

test("an appointment stands in the case, in the own week, and its texts lie sealed", async () => {
  const { caseId, id } = await newAppointment();
  const page = (await it.get(`/faelle/${caseId}/termine`, it.manager.secret)).body;
  for (const words of ["01.12.2026, 10:00–10:45", "Wie es mit der Schule weitergeht", "im Büro, Raum 2.14", "auf Arabisch"]) expect(page).toContain(words);
  const week = (await it.get("/kalender?woche=2026-12-01", it.manager.secret)).body;
  expect(week).toContain("Dienstag, 1. Dezember 2026");
  expect(week).toContain(`termine#termin-${id}`);
  const row = await it.row<{ place_ct: Buffer; subject_ct: Buffer; starts_at: Date }>("select place_ct, subject_ct, starts_at from app.case_appointments where id = $1", [id]);
  expect(Buffer.concat([row.place_ct, row.subject_ct]).toString("latin1")).not.toMatch(/Raum|Schule/);
  expect(row.starts_at.toISOString()).toBe("2026-12-01T09:00:00.000Z");
});

test("the week on paper has numbers, and names only where they were asked for", async () => {
  const { caseId } = await newAppointment({ on: "15.12.2026" });
  const { number, main_name } = await it.row<{ number: string; main_name: string }>("select number, main_name from app.cases where id = $1", [caseId]);
  const plain = (await it.get("/kalender/liste?woche=2026-12-14", it.manager.secret)).body;
  expect(plain).toContain(number);
  expect(plain).not.toContain(main_name);
  expect(plain).not.toContain("Raum 2.14");
  expect((await it.get("/kalender/liste?woche=2026-12-14&namen=ja", it.manager.secret)).body).toContain(main_name);
});

test("what is refused comes back with what was typed, all of it at once", async () => {
  const { id: caseId, personId } = await it.newCase();
  const answer = await it.post(`/faelle/${caseId}/termine/neu`, it.manager.secret, { ...FIELDS, personIds: personId, on: "01.01.2020", from: "", placeKind: "address", place: "", withAccountId: it.officer.accountId });
  expect(answer.statusCode).toBe(422);
  for (const words of ["schon vorbei", "Geben Sie die Uhrzeit ein", "wo der Termin ist", "aus dem Fallteam", "Wie es mit der Schule weitergeht"]) expect(answer.body).toContain(words);
});

test("not to have come becomes a contact once, however often it is ticked and taken back", async () => {
  const a = await newAppointment({ on: "24.11.2026" });
  expect((await mark(a, "no_show")).statusCode).toBe(422);
  now = new Date("2026-11-24T12:00:00Z");
  for (const state of ["no_show", "planned", "no_show"]) expect((await mark(a, state)).statusCode).toBe(303);
  expect(await stateOf(a.id)).toBe("no_show");
  expect(await noShows(a.caseId)).toBe(1);
  expect((await it.get(`/faelle/${a.caseId}/termine`, it.manager.secret)).body).toContain("Kontakt dazu");
  now = new Date("2026-11-23T09:00:00Z");
});

test("what is moved stays to be seen, and the interpreter is asked anew", async () => {
  const a = await newAppointment({ interpreter: "open" });
  const moved = await it.post(`/faelle/${a.caseId}/termine/${a.id}/verlegen`, it.manager.secret, { on: "08.12.2026", from: "11:00", until: "", _version: "1" });
  expect(moved.statusCode, moved.body.slice(0, 1500)).toBe(303);
  expect(await stateOf(a.id)).toBe("moved");
  const next = /#termin-([0-9a-f-]{36})/.exec(String(moved.headers.location))![1]!;
  const requests = await it.world.owner.query<{ appointment_id: string; state: string }>("select appointment_id, state from app.interpreter_requests where case_id = $1 order by state", [a.caseId]);
  expect(requests.rows).toEqual([{ appointment_id: a.id, state: "cancelled" }, { appointment_id: next, state: "requested" }]);
  const mails = await it.world.owner.query<{ appointment_id: string; state: string }>("select appointment_id, state from app.outgoing_mails where case_id = $1 order by state", [a.caseId]);
  expect(mails.rows).toEqual([{ appointment_id: a.id, state: "dropped" }, { appointment_id: next, state: "waiting" }]);
  expect((await mark(a, "planned")).statusCode).toBe(422);
});

test("too short a lead is warned of, and who confirmed is kept", async () => {
  await it.post("/sprachmittlung/neu", it.teamLead.secret, { name: "Dolmetschdienst Lindenau", reach: "02171 1234", languages: "ar", leadDays: "4" });
  const pool = await it.row<{ id: string }>("select id from app.interpreters where name = 'Dolmetschdienst Lindenau'", []);
  const a = await newAppointment({ on: "25.11.2026", interpreter: pool.id });
  const page = () => it.get(`/faelle/${a.caseId}/termine`, it.manager.secret).then((r) => r.body);
  expect(await page()).toContain("Vorlauf zu kurz: noch 2 Tage, üblich sind 4");
  const silent = await it.post(`/faelle/${a.caseId}/termine/${a.id}/sprachmittlung`, it.manager.secret, { do: "confirmed", confirmedBy: "", _version: "1" });
  expect(silent.statusCode).toBe(422);
  expect((await it.post(`/faelle/${a.caseId}/termine/${a.id}/sprachmittlung`, it.manager.secret, { do: "confirmed", confirmedBy: "Frau Aydin", _version: "1" })).statusCode).toBe(303);
  const after = await page();
  expect(after).toContain("Frau Aydin");
  expect(after).not.toContain("Vorlauf zu kurz");
  expect((await it.get("/sprachmittlung/neu", it.manager.secret)).statusCode).toBe(404);
});

test("what is entrusted never stands on the person's page", async () => {
  const { id } = await newAppointment({ isEntrusted: "ja" });
  expect(await it.row("select is_entrusted, is_on_portal from app.case_appointments where id = $1", [id])).toEqual({ is_entrusted: true, is_on_portal: false });
});

test("the calendar is read back by another program: times as they are, no name, no place", () => {
  const text = writeCalendar([
    { id: "01957b1e-0000-7000-8000-000000000001", startsAt: "2027-03-27T09:00:00+00:00", endsAt: "2027-03-27T10:00:00+00:00", version: 2, number: null },
    { id: "01957b1e-0000-7000-8000-000000000002", startsAt: "2027-03-28T08:00:00+00:00", endsAt: "2027-03-28T09:00:00+00:00", version: 1, number: "2026-0012" },
  ], now);
  const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
  expect(events.map((e) => [e.summary, e.startDate.toJSDate().toISOString(), e.sequence])).toEqual([["Termin", "2027-03-27T09:00:00.000Z", 1], ["Termin, Fall 2026-0012", "2027-03-28T08:00:00.000Z", 0]]);
});
