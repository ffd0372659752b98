import { z } from "zod";
import { getTenantSettings, mayUse } from "../accounts/index.ts";
import { type CaseReaders, isEnded, readersOf } from "../cases/reading/index.ts";
import { listReaders, ofCase, showCase } from "../cases/working/index.ts";
import type { ReadTx } from "../db/index.ts";
import { actionRoute, type Asking, formRoute, type FormState, page, pageRoute, redirect, type Route } from "../http/index.ts";
import { addDays, daysBetween } from "../kernel/calendar-day.ts";
import { mailIsSet } from "../mail/index.ts";
import { AppointmentFormPage, MovePage } from "./appointment-form.page.tsx";
import { detailFields, interpreterChoice, interpreterOf, timeFields } from "./appointment-input.ts";
import { appointmentsPath, AppointmentsPage } from "./appointments.page.tsx";
import { listOffices } from "./appointments.sql.ts";
import { changeAppointment, makeAppointment, markAppointment, moveAppointment } from "./change-appointments.ts";
import { shortLead } from "./decide-appointment.ts";
import { listInterpreters } from "./interpreters/interpreters.sql.ts";
import { type Appointment, currentAppointment, listAppointments } from "./read-appointments.ts";

const NOTHING_TYPED = { values: {}, refusals: [] };
const BASE = "/faelle/:id/termine";
export const ofAppointment = z.object({ id: z.uuid(), appointmentId: z.uuid() });
const DAYS_AHEAD = 7;

/** The team; and the person, where it is said so below. No share holds an appointment. */
async function appointmentReaders(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseReaders> {
  const { readers, notReaders } = await readersOf(tx, asking, caseId, { isEntrusted: false });
  return { readers: [...readers, { name: "die Person selbst", why: "wenn er auf ihrer eigenen Seite steht" }], notReaders: [...notReaders.filter((r) => r.name !== "das Portal der Person"), { name: "andere Stellen" }] };
}

export async function leadDaysOf(tx: ReadTx, asking: Asking): Promise<number> {
  return (await getTenantSettings(tx, asking.session.tenantId)).interpreter_lead_days;
}

async function formView(tx: ReadTx, asking: Asking, caseId: string, form: FormState, appointment?: Appointment) {
  const shown = await showCase(tx, asking, caseId, form);
  const [inTeam, offices, interpreters, leadDays, readers] = await Promise.all([listReaders(tx, caseId), listOffices(tx), listInterpreters(tx), leadDaysOf(tx, asking), appointmentReaders(tx, asking, caseId)]);
  const team = [...new Map(inTeam.filter((r) => r.reads_as !== "emergency").map((r) => [r.account_id, r.name])).entries()];
  return {
    ...shown, readers, interpreters, leadDays, me: team.some(([id]) => id === asking.session.accountId) ? asking.session.accountId : "", dayProposal: addDays(asking.today, DAYS_AHEAD),
    team: team.map(([value, name]) => ({ value, label: value === asking.session.accountId ? "bei mir" : name })), offices: offices.map((o) => ({ value: o.id, label: o.name })), ...(appointment === undefined ? {} : { appointment }),
  };
}

const lists: Route[] = [
  pageRoute({
    path: BASE, allow: "case.read", record: "case.read", about: "The appointments of a case: coming, to be marked, past; who interprets, and what was said to remind of them.", params: ofCase,
    handle: async (tx, { params }, asking) => {
      const shown = await showCase(tx, asking, params.id, NOTHING_TYPED);
      const view = { ...shown, appointments: await listAppointments(tx, asking, params.id), leadDays: await leadDaysOf(tx, asking), mailIsSet: mailIsSet(asking.app.config), now: asking.now, mayWrite: mayUse(asking.session, "case.work") && !isEnded(shown.head.phase) };
      return page("Termine", () => <AppointmentsPage {...view} />, { nav: "cases" });
    },
  }),
];

const forms: Route[] = [
  formRoute({
    path: `${BASE}/neu`, allow: "case.work", record: "case_appointment.added", showRecord: "case.read", about: "Makes an appointment with persons of a case.", params: ofCase,
    body: z.object({ ...timeFields, ...detailFields, interpreter: interpreterChoice() }),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form);
      return page("Neuer Termin", () => <AppointmentFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body }, asking) => {
      const { interpreter, ...input } = body;
      const id = await makeAppointment(tx, asking, params.id, { ...input, ...interpreterOf(interpreter) });
      const short = interpreter === "none" ? null : shortLead(asking.today, body.on, await leadDaysOf(tx, asking));
      return redirect(`${appointmentsPath(params.id)}#termin-${id}`, short === null ? "Termin eingetragen." : `Termin eingetragen. Für die Sprachmittlung ist die Zeit knapp (${short === 1 ? "1 Tag" : `${short} Tage`}): rufen Sie am besten gleich an.`);
    },
  }),
  formRoute({
    path: `${BASE}/:appointmentId`, allow: "case.work", record: "case_appointment.changed", showRecord: "case.read", about: "Changes an appointment, all but its time.", params: ofAppointment, body: z.object({ ...detailFields, kind: detailFields.kind.or(z.literal("conference")) }),
    show: async (tx, { params }, asking, form) => {
      const view = await formView(tx, asking, params.id, form, await currentAppointment(tx, asking, params.id, params.appointmentId));
      return page("Termin bearbeiten", () => <AppointmentFormPage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const before = await currentAppointment(tx, asking, params.id, params.appointmentId);
      // a conference stays one, and nothing else becomes one by this form
      const kind = before.kind === "conference" ? "conference" : body.kind === "conference" ? before.kind : body.kind;
      await changeAppointment(tx, asking, params.id, params.appointmentId, version, { ...body, kind });
      return redirect(`${appointmentsPath(params.id)}#termin-${params.appointmentId}`, "Termin geändert.");
    },
  }),
  formRoute({
    path: `${BASE}/:appointmentId/verlegen`, allow: "case.work", record: "case_appointment.moved", showRecord: "case.read", about: "Moves an appointment: another in its place, the old one stays to be seen.", params: ofAppointment, body: z.object(timeFields),
    show: async (tx, { params }, asking, form) => {
      const appointment = await currentAppointment(tx, asking, params.id, params.appointmentId);
      const view = { ...(await showCase(tx, asking, params.id, form)), appointment, dayProposal: addDays(appointment.day, Math.max(7, Math.ceil((daysBetween(appointment.day, asking.today) + 1) / 7) * 7)) };
      return page("Termin verlegen", () => <MovePage {...view} />, { nav: "cases" });
    },
    submit: async (tx, { params, body, version }, asking) => {
      const id = await moveAppointment(tx, asking, params.id, params.appointmentId, version, body);
      return redirect(`${appointmentsPath(params.id)}#termin-${id}`, "Termin verlegt.");
    },
  }),
  actionRoute({
    path: `${BASE}/:appointmentId/stand`, allow: "case.work", record: "case_appointment.changed", about: "Came, did not come (which becomes a contact once), cancelled, or planned again.", params: ofAppointment, body: z.object({ state: z.enum(["planned", "kept", "no_show", "cancelled"], "Wählen Sie den Stand."), weiter: z.enum(["termine", "mein-tag", "kalender"]).default("termine") }),
    handle: async (tx, { params, body }, asking) => {
      await markAppointment(tx, asking, params.id, params.appointmentId, body.state);
      const words = { planned: "Wieder geplant.", kept: "Als erschienen vermerkt.", no_show: "Als nicht erschienen vermerkt; der Kontakt steht in der Akte.", cancelled: "Termin abgesagt. Sagen Sie der Person Bescheid." }[body.state];
      const here = `${appointmentsPath(params.id)}#termin-${params.appointmentId}`;
      return body.weiter === "termine" ? redirect(here, words) : redirect(`/${body.weiter}`, words, { href: here, label: "Ansehen oder zurücknehmen" });
    },
  }),
];
export const appointmentPageRoutes: readonly Route[] = [...lists, ...forms];
