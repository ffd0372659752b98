import { OwnLine, type OwnAppointment } from "../../appointments/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Card, LineList } from "../../ui/index.ts";

export interface DayAppointments {
  readonly appointments: readonly OwnAppointment[];
  readonly leadDays: number;
}
/** Today's appointments, in the order of the day. */
export function AppointmentsCard({ appointments, leadDays, today }: DayAppointments & { today: CalendarDay }) {
  if (appointments.length === 0) return null;
  return (
    <Card title="Termine heute" aside={<a href="/kalender">Woche</a>}>
      <LineList>{appointments.map((a) => <OwnLine a={a} today={today} leadDays={leadDays} />)}</LineList>
    </Card>
  );
}
