/** Appointments of a case, the own week, interpreters, reminders. */
export { type AppointmentInput, changeAppointment, makeAppointment, markAppointment, moveAppointment } from "./change-appointments.ts";
export type { TimeInput } from "./decide-appointment.ts";
export { timeFields } from "./appointment-input.ts";
export { When } from "./appointment-form.page.tsx";
export { APPOINTMENT_KINDS, APPOINTMENT_LOOKS, APPOINTMENT_STATES, PLACE_KINDS } from "./appointment-words.ts";
export { type Appointment, currentAppointment, listAppointments, type OwnAppointment, readOwnAppointments } from "./read-appointments.ts";
export { instantOf, localTimeOf, longDay, shortDay } from "./local-time.ts";
import type { Route } from "../http/index.ts";
import { appointmentApi } from "./appointments.api.ts";
import { appointmentPageRoutes } from "./appointments.routes.tsx";
import { calendarRoutes } from "./calendar/calendar.routes.tsx";
import { interpreterApi } from "./interpreters/interpreters.api.ts";
import { interpreterRoutes } from "./interpreters/interpreters.routes.tsx";
export { OwnLine } from "./calendar/calendar.page.tsx";
export { leadDaysOf } from "./appointments.routes.tsx";

export const appointmentRoutes: readonly Route[] = [...appointmentPageRoutes, ...interpreterRoutes, ...calendarRoutes, ...appointmentApi, ...interpreterApi];
