import type { ReadTx } from "../../db/index.ts";
import { dayOf } from "../../kernel/calendar-day.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import type { Reading } from "../process/portal-route.ts";
import { type AppointmentRow, getAgreedOn, listAppointments, listAreas, listClosingLetters, listGoals, listHelpers, listMeasures, type MeasureRow } from "../portal.sql.ts";
import type { AppointmentsView, AppointmentView, Helper, HomeView, MeasureView, NextThing, PlanView } from "../views.ts";
import { openOf, saidOf } from "./open-text.ts";
import { readSeen } from "./read-seen.ts";
import { listMessages } from "../portal.sql.ts";

const WHO = { person: "you", account: "case_management", office: "office", volunteer: "volunteer" } as const;
const measureView = (call: Reading, m: MeasureRow): MeasureView => ({
  id: m.id, title: { text: openOf(call, "plan_measures.title_ct", m.id, m.title_ct), lang: "de" }, who: WHO[m.responsible_kind], office: m.office, dueOn: m.due_on, state: m.state, doneOn: m.done_on, doneByPerson: m.done_by_person,
});

export async function readPlan(tx: ReadTx, call: Reading): Promise<PlanView> {
  const [goals, measures, areas, agreedOn, letters] = [await listGoals(tx), await listMeasures(tx), await areaLabels(tx), await getAgreedOn(tx), await listClosingLetters(tx)];
  return {
    agreedOn, letters: letters.map((l) => ({ id: l.id, madeOn: l.made_on })),
    goals: goals.map((g) => ({
      id: g.id, lifeArea: { key: g.life_area, label: areas.get(g.life_area) ?? g.life_area }, wish: saidOf(call, "plan_goals.wish_ct", g.id, g.wish_ct, g.wish_language), goal: saidOf(call, "plan_goals.goal_ct", g.id, g.goal_ct),
      state: g.state, attainment: g.attainment, measures: measures.filter((m) => m.goal_id === g.id).map((m) => measureView(call, m)),
    })),
  };
}
export const areaLabels = async (tx: ReadTx): Promise<Map<string, string>> => new Map((await listAreas(tx)).map((a) => [a.key, a.label]));

const appointmentView = (call: Reading, a: AppointmentRow): AppointmentView => {
  const timeZone = call.app.config.timeZone;
  return {
    id: a.id, day: dayOf(a.starts_at, timeZone), from: germanTime(a.starts_at, timeZone), until: a.ends_at === null ? null : germanTime(a.ends_at, timeZone),
    place: openOf(call, "case_appointments.place_ct", a.id, a.place_ct) || null, subject: saidOf(call, "case_appointments.subject_ct", a.id, a.subject_ct), withWhom: a.office, language: a.language, interpreter: a.interpreter, state: a.state,
  };
};
export async function readAppointments(tx: ReadTx, call: Reading): Promise<AppointmentsView> {
  const all = (await listAppointments(tx)).map((row) => ({ row, view: appointmentView(call, row) }));
  const isPast = ({ row }: { row: AppointmentRow }): boolean => (row.ends_at ?? row.starts_at) < call.now;
  return { coming: all.filter((a) => !isPast(a)).map((a) => a.view), past: all.filter(isPast).map((a) => a.view).reverse() };
}

export async function readHelpers(tx: ReadTx): Promise<Helper[]> {
  const order = ["lead", "substitute", "member", "partner", "volunteer"];
  const rows = await listHelpers(tx);
  return rows.map((r) => ({ role: r.role as Helper["role"], name: r.name, office: r.office, phone: r.phone, until: r.until_on })).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** At most three things, the next first; and what is new. */
export async function readHome(tx: ReadTx, call: Reading): Promise<HomeView> {
  const measures = (await listMeasures(tx)).filter((m) => m.responsible_kind === "person" && (m.state === "open" || m.state === "running"));
  const coming = (await readAppointments(tx, call)).coming.filter((a) => a.state === "planned");
  const things: (NextThing & { readonly on: string })[] = [
    ...measures.map((m) => ({ kind: "measure" as const, measure: measureView(call, m), on: m.due_on })),
    ...coming.map((a) => ({ kind: "appointment" as const, appointment: a, on: a.day })),
  ].sort((a, b) => a.on.localeCompare(b.on));
  const helpers = await readHelpers(tx);
  const seen = await readSeen(tx, call, call.now, 60);
  const answered = (await listMessages(tx)).filter((m) => m.answered_at !== null && call.now.getTime() - m.answered_at.getTime() < 14 * 86_400_000 && m.kind === "question");
  return {
    next: things.slice(0, 3), moreOpen: Math.max(0, things.length - 3),
    helper: helpers.find((h) => h.role === "lead") ?? null, helpers: helpers.length, lastSeen: seen.days.flatMap((d) => d.entries).filter((e) => e.role !== "you").slice(0, 3), unreadAnswers: answered.length,
  };
}
