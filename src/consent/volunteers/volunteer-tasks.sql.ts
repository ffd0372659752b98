import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { VolunteerState, VolunteerTaskKind } from "./volunteer-words.ts";

interface Shown {
  readonly id: string;
  readonly kind: VolunteerTaskKind;
  readonly first_name: string;
  readonly happens_on: CalendarDay;
  readonly happens_at: string | null;
  readonly place: string;
  readonly language: string;
  readonly state: VolunteerState;
  readonly version: number;
}
/** As the function hands it out; the title is opened before anybody sees it. */
export interface MyTaskRow extends Shown {
  readonly title_ct: Buffer | null;
  readonly key_ref: string | null;
}
export interface CaseTaskRow extends Shown {
  readonly title_ct: Buffer | null;
  readonly volunteer: string;
}

const COLUMNS = "t.id, t.kind, t.first_name, t.happens_on, to_char(t.happens_at, 'HH24:MI') as happens_at, t.place, t.language, t.state, t.version";
export const listMyTasks = (tx: ReadTx): Promise<MyTaskRow[]> => tx.query<MyTaskRow>(`select ${COLUMNS}, t.title_ct, t.key_ref from app.my_volunteer_tasks() t`);
export const listCaseTasks = (tx: ReadTx, caseId: string): Promise<CaseTaskRow[]> =>
  tx.query<CaseTaskRow>(
    `select ${COLUMNS}, t.title_ct, coalesce(v.given_name || ' ' || v.family_name, 'nicht mehr im Ehrenamt') as volunteer
       from app.volunteer_tasks t left join app.volunteers() v on v.account_id = t.account_id
      where t.case_id = $1 order by t.happens_on desc, t.happens_at desc nulls last, t.id limit 200`,
    [caseId],
  );
export const listVolunteers = (tx: ReadTx): Promise<{ account_id: string; given_name: string; family_name: string; organisation: string }[]> => tx.query("select * from app.volunteers()");

interface NewTask {
  readonly id: string;
  readonly caseId: string;
  readonly accountId: string;
  readonly kind: VolunteerTaskKind;
  readonly firstName: string;
  readonly titleCt: Buffer | null;
  readonly happensOn: CalendarDay;
  readonly happensAt: string | null;
  readonly place: string;
  readonly language: string;
}
export const insertTask = (tx: WriteTx, session: Session, t: NewTask): Promise<void> =>
  tx.runOne(
    `insert into app.volunteer_tasks (tenant_id, room_id, id, case_id, account_id, kind, first_name, happens_on, happens_at, place, language, created_by, title_ct)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [session.tenantId, session.roomId, t.id, t.caseId, t.accountId, t.kind, t.firstName, t.happensOn, t.happensAt, t.place, t.language, session.accountId, t.titleCt],
  );
export const cancelTask = (tx: WriteTx, caseId: string, id: string): Promise<number> =>
  tx.run("update app.volunteer_tasks set state = 'cancelled', version = version + 1 where case_id = $1 and id = $2 and state in ('offered', 'accepted')", [caseId, id]);
export const answerTask = async (tx: WriteTx, id: string, answer: string, version: number): Promise<boolean> =>
  (await tx.get<{ done: boolean }>("select app.answer_volunteer_task($1, $2, $3) as done", [id, answer, version])).done;
