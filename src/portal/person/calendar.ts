import type { ReadTx } from "../../db/index.ts";
import { listAppointments } from "../portal.sql.ts";

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

/** For the calendar of a telephone that others look into: a time, and nothing of what it is about or where. Null: not theirs. */
export async function calendarOf(tx: ReadTx, id: string): Promise<string | null> {
  const found = (await listAppointments(tx)).find((a) => a.id === id);
  if (found === undefined) return null;
  const end = found.ends_at ?? new Date(found.starts_at.getTime() + 3_600_000);
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kalender//DE", "BEGIN:VEVENT", `UID:${found.id}`, `DTSTAMP:${stamp(found.starts_at)}`, `DTSTART:${stamp(found.starts_at)}`, `DTEND:${stamp(end)}`,
    "SUMMARY:Termin", ...(found.state === "cancelled" ? ["STATUS:CANCELLED"] : []), "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n");
}
