import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { AppointmentState, Purpose } from "../office-words.ts";

export interface AppointmentRow {
  readonly id: string;
  readonly person_id: string;
  readonly happens_on: CalendarDay;
  /** 14:30 */
  readonly time: string;
  readonly place: string;
  readonly purpose: Purpose;
  readonly needs_interpreter: boolean;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly state: AppointmentState;
  readonly version: number;
}
const COLUMNS = `t.id, t.person_id, t.happens_on, to_char(t.happens_at, 'HH24:MI') as time, t.place, t.purpose, t.needs_interpreter, t.owner_id, concat_ws(' ', a.given_name, a.family_name) as owner_name, t.state, t.version
  from app.appointments t left join app.accounts a on a.tenant_id = t.tenant_id and a.id = t.owner_id`;

export const listAppointmentsOn = (tx: ReadTx, from: CalendarDay, until: CalendarDay, most: number): Promise<AppointmentRow[]> =>
  tx.query<AppointmentRow>(`select ${COLUMNS} where t.happens_on between $1 and $2 order by t.happens_on, t.happens_at, t.id limit $3`, [from, until, most]);
export const listAppointmentsOf = (tx: ReadTx, personId: string, most: number): Promise<AppointmentRow[]> =>
  tx.query<AppointmentRow>(`select ${COLUMNS} where t.person_id = $1 order by t.happens_on desc, t.happens_at desc, t.id limit $2`, [personId, most]);
export const getAppointment = (tx: ReadTx, id: string): Promise<AppointmentRow> => tx.get<AppointmentRow>(`select ${COLUMNS} where t.id = $1`, [id]);
/** Days around this one on which there is something to do: how many are planned each. */
export const countByDay = (tx: ReadTx, from: CalendarDay, until: CalendarDay): Promise<{ day: CalendarDay; n: number }[]> =>
  tx.query("select happens_on as day, count(*)::integer as n from app.appointments where happens_on between $1 and $2 and state <> 'cancelled' group by 1 order by 1", [from, until]);

export type AppointmentFields = Pick<AppointmentRow, "happens_on" | "time" | "place" | "purpose" | "needs_interpreter" | "owner_id">;
const values = (f: AppointmentFields): unknown[] => [f.happens_on, f.time, f.place, f.purpose, f.needs_interpreter, f.owner_id];
export async function insertAppointment(tx: WriteTx, session: Session, id: string, personId: string, f: AppointmentFields): Promise<void> {
  await tx.run(
    "insert into app.appointments (tenant_id, room_id, id, person_id, created_by, happens_on, happens_at, place, purpose, needs_interpreter, owner_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    [session.tenantId, session.roomId, id, personId, session.accountId, ...values(f)],
  );
}
export const updateAppointment = (tx: WriteTx, id: string, version: number, f: AppointmentFields): Promise<number> =>
  tx.run("update app.appointments set happens_on = $3, happens_at = $4, place = $5, purpose = $6, needs_interpreter = $7, owner_id = $8, state = 'planned', version = version + 1 where id = $1 and version = $2", [id, version, ...values(f)]);
export const setAppointmentState = (tx: WriteTx, id: string, state: AppointmentState): Promise<number> =>
  tx.run("update app.appointments set state = $2, version = version + 1 where id = $1 and state <> $2", [id, state]);
