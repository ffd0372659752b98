import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Instruction, Law, MadeKnown, Period, Remedy } from "./decide-time-limit.ts";
import type { NoticeState } from "./notice-words.ts";

export interface NoticeRow {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly subject_ct: Buffer;
  readonly issuer_ct: Buffer | null;
  readonly reference_ct: Buffer | null;
  readonly issued_on: CalendarDay;
  readonly made_known: MadeKnown;
  readonly made_known_on: CalendarDay | null;
  readonly arrived_on: CalendarDay | null;
  readonly law: Law;
  readonly remedy: Remedy;
  readonly instruction: Instruction;
  readonly period: Period;
  readonly due_on: CalendarDay;
  readonly state: NoticeState;
  readonly settled_on: CalendarDay | null;
  readonly follow_up_id: string | null;
  readonly version: number;
}
const NOTICE = `select id, case_id, person_id, subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on, state, settled_on,
  follow_up_id, version from app.notices`;

/** Running ones first, by what ends soonest. */
export const listNotices = (tx: ReadTx, caseId: string): Promise<NoticeRow[]> => tx.query<NoticeRow>(`${NOTICE} where case_id = $1 order by state <> 'open', case when state = 'open' then due_on end, issued_on desc, id`, [caseId]);
export const getNotice = (tx: ReadTx, caseId: string, id: string): Promise<NoticeRow> => tx.get<NoticeRow>(`${NOTICE} where case_id = $1 and id = $2`, [caseId, id]);
export const findNoticeCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.notices where id = $1", [id]);

export type NoticeColumns = Omit<NoticeRow, "id" | "case_id" | "person_id" | "state" | "settled_on" | "follow_up_id" | "version">;
const valuesOf = (n: NoticeColumns): unknown[] => [n.subject_ct, n.issuer_ct, n.reference_ct, n.issued_on, n.made_known, n.made_known_on, n.arrived_on, n.law, n.remedy, n.instruction, n.period, n.due_on];

export const insertNotice = (tx: WriteTx, session: Session, id: string, caseId: string, personId: string, followUpId: string, n: NoticeColumns): Promise<number> =>
  tx.run(
    `insert into app.notices (subject_ct, issuer_ct, reference_ct, issued_on, made_known, made_known_on, arrived_on, law, remedy, instruction, period, due_on,
       tenant_id, room_id, id, case_id, person_id, follow_up_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [...valuesOf(n), session.tenantId, session.roomId, id, caseId, personId, followUpId, session.accountId],
  );

export const updateNotice = (tx: WriteTx, caseId: string, id: string, version: number, n: NoticeColumns): Promise<number> =>
  tx.run(
    `update app.notices set subject_ct = $1, issuer_ct = $2, reference_ct = $3, issued_on = $4, made_known = $5, made_known_on = $6, arrived_on = $7, law = $8, remedy = $9, instruction = $10,
       period = $11, due_on = $12, version = version + 1 where case_id = $13 and id = $14 and version = $15`,
    [...valuesOf(n), caseId, id, version],
  );

export const settleNoticeRow = (tx: WriteTx, caseId: string, id: string, version: number, state: NoticeState, on: CalendarDay | null): Promise<number> =>
  tx.run("update app.notices set state = $4, settled_on = $5, version = version + 1 where case_id = $1 and id = $2 and version = $3", [caseId, id, version, state, on]);

/** Pages that are already there keep their place; more come behind them. */
export const addNoticePages = (tx: WriteTx, session: Session, caseId: string, noticeId: string, documentIds: readonly string[], after: number): Promise<number> =>
  tx.run(
    `insert into app.notice_pages (tenant_id, room_id, case_id, notice_id, document_id, position)
     select $1, $2, $3, $4, d.id, $6 + d.position from unnest($5::uuid[]) with ordinality d (id, position)`,
    [session.tenantId, session.roomId, caseId, noticeId, documentIds, after],
  );

export interface PageRow {
  readonly notice_id: string;
  readonly document_id: string;
  readonly name_ct: Buffer;
  readonly media_type: string;
  readonly hazards: string[];
}
export const listNoticePages = (tx: ReadTx, caseId: string): Promise<PageRow[]> =>
  tx.query<PageRow>(
    `select p.notice_id, p.document_id, d.name_ct, d.media_type, d.hazards from app.notice_pages p
       join app.documents d on d.tenant_id = p.tenant_id and d.id = p.document_id and d.withdrawn_at is null
      where p.case_id = $1 order by p.notice_id, p.position`, [caseId]);

/** Papers of the kind that no notice has as its page yet. */
export const listLoosePages = (tx: ReadTx, caseId: string): Promise<{ id: string; name_ct: Buffer }[]> =>
  tx.query(
    `select d.id, d.name_ct from app.documents d where d.case_id = $1 and d.withdrawn_at is null and d.kind = 'notice'
       and not exists (select from app.notice_pages p where p.tenant_id = d.tenant_id and p.document_id = d.id) order by d.created_at desc, d.id limit 12`, [caseId]);
