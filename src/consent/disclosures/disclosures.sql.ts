import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { Check88 } from "./decide-check-88.ts";
import type { Exception, RecipientState, State } from "./disclosure-words.ts";

export interface DisclosureRow {
  readonly id: string;
  readonly case_id: string;
  readonly recipient_id: string | null;
  readonly recipient_tenant_id: string | null;
  readonly recipient_name: string;
  readonly channel: "inbox" | "paper";
  readonly kind: "disclosure" | "correction";
  readonly corrects_id: string | null;
  readonly legal_basis_id: string;
  readonly basis: string;
  readonly basis_purpose: string;
  readonly consent_id: string | null;
  readonly consent_given_on: CalendarDay | null;
  readonly request_thread_id: string | null;
  readonly answers_87: boolean;
  readonly check_88: Check88 | null;
  readonly exception: Exception | null;
  readonly is_acute: boolean;
  readonly purpose_ct: Buffer;
  readonly necessity_ct: Buffer;
  readonly author_id: string;
  readonly author_name: string;
  readonly state: State;
  readonly second_id: string | null;
  readonly second_name: string;
  readonly second_at: Date | null;
  readonly second_note_ct: Buffer | null;
  readonly second_agrees: boolean | null;
  readonly thread_id: string;
  readonly sent_at: Date | null;
  readonly recipient_state: RecipientState | null;
  readonly version: number;
  readonly created_at: Date;
  readonly labels: string[];
}

const COLUMNS = `d.id, d.case_id, d.recipient_id, d.recipient_tenant_id, d.recipient_name, d.channel, d.kind, d.corrects_id, d.legal_basis_id, b.citation as basis, b.purpose as basis_purpose,
  d.consent_id, e.given_on as consent_given_on, d.request_thread_id, d.answers_87, d.check_88, d.exception, d.is_acute, d.purpose_ct, d.necessity_ct,
  d.author_id, concat_ws(' ', a.given_name, a.family_name) as author_name, d.state, d.second_id, concat_ws(' ', s.given_name, s.family_name) as second_name, d.second_at, d.second_note_ct, d.second_agrees,
  d.thread_id, d.sent_at, d.recipient_state, d.version, d.created_at,
  array(select i.label from app.disclosure_items i where i.tenant_id = d.tenant_id and i.disclosure_id = d.id order by i.position) as labels
  from app.disclosures d join app.legal_bases b on b.tenant_id = d.tenant_id and b.id = d.legal_basis_id
  left join app.consents e on e.tenant_id = d.tenant_id and e.id = d.consent_id
  left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.author_id
  left join app.accounts s on s.tenant_id = d.tenant_id and s.id = d.second_id`;

// the officer's rights reach the row too, so the case must be one that is open to the reader
const OPEN = "d.case_id = $1 and d.case_id = any (array(select app.open_case_ids()))";
export const listDisclosures = (tx: ReadTx, caseId: string): Promise<DisclosureRow[]> =>
  tx.query<DisclosureRow>(`select ${COLUMNS} where ${OPEN} and d.state <> 'discarded' order by coalesce(d.sent_at, d.created_at) desc, d.id`, [caseId]);
export const getDisclosure = (tx: ReadTx, caseId: string, id: string): Promise<DisclosureRow> => tx.get<DisclosureRow>(`select ${COLUMNS} where ${OPEN} and d.id = $2`, [caseId, id]);
export const findDisclosureCase = (tx: ReadTx, id: string): Promise<{ case_id: string }> => tx.get("select case_id from app.disclosures where id = $1", [id]);

export interface NewDisclosure {
  readonly id: string;
  readonly caseId: string;
  readonly recipientId: string | null;
  readonly recipientTenantId: string | null;
  readonly recipientName: string;
  readonly channel: "inbox" | "paper";
  readonly correctsId: string | null;
  readonly legalBasisId: string;
  readonly consentId: string | null;
  readonly requestThreadId: string | null;
  readonly answers87: boolean;
  readonly exception: Exception | null;
  readonly isAcute: boolean;
  readonly purposeCt: Buffer;
  readonly necessityCt: Buffer;
  readonly threadId: string;
}

export async function insertDisclosure(tx: WriteTx, session: Session, d: NewDisclosure): Promise<void> {
  await tx.run(
    `insert into app.disclosures (tenant_id, room_id, id, case_id, recipient_id, recipient_tenant_id, recipient_name, channel, kind, corrects_id, legal_basis_id, consent_id,
       request_thread_id, answers_87, exception, is_acute, purpose_ct, necessity_ct, author_id, thread_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [session.tenantId, session.roomId, d.id, d.caseId, d.recipientId, d.recipientTenantId, d.recipientName, d.channel, d.correctsId === null ? "disclosure" : "correction", d.correctsId, d.legalBasisId,
      d.consentId, d.requestThreadId, d.answers87, d.exception, d.isAcute, d.purposeCt, d.necessityCt, session.accountId, d.threadId],
  );
}

/** Rows changed: none where it is another version by now. What may change to what, the trigger says. */
export const moveDisclosure = (tx: WriteTx, caseId: string, id: string, version: number, state: State, secondNoteCt: Buffer | null = null): Promise<number> =>
  tx.run("update app.disclosures set state = $4, second_note_ct = coalesce($5, second_note_ct), version = version + 1 where case_id = $1 and id = $2 and version = $3", [caseId, id, version, state, secondNoteCt]);
export const keepCheck88 = (tx: WriteTx, caseId: string, id: string, version: number, check: Check88): Promise<number> =>
  tx.run("update app.disclosures set check_88 = $4, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'draft'", [caseId, id, version, JSON.stringify(check)]);

/** Of what left in acute danger: who and when, the trigger writes. */
export const keepLaterVerdict = (tx: WriteTx, caseId: string, id: string, version: number, agrees: boolean, noteCt: Buffer | null): Promise<number> =>
  tx.run("update app.disclosures set second_agrees = $4, second_note_ct = $5, version = version + 1 where case_id = $1 and id = $2 and version = $3 and state = 'sent' and is_acute and second_id is null", [caseId, id, version, agrees, noteCt]);
/** The tasks of whoever judged it, done with the verdict. */
export async function finishTasksAbout(tx: WriteTx, session: Session, caseId: string, id: string, today: CalendarDay): Promise<string[]> {
  const open = await tx.query<{ id: string }>("select id from app.follow_ups where case_id = $1 and about_disclosure_id = $2 and owner_id = $3 and kind = 'task' and done_on is null", [caseId, id, session.accountId]);
  for (const task of open) await tx.run("update app.follow_ups set done_on = $3, done_by = $4, version = version + 1 where case_id = $1 and id = $2", [caseId, task.id, today, session.accountId]);
  return open.map((task) => task.id);
}

/** Null where the disclosure is not the reader's to see. */
export const listProblems = async (tx: ReadTx, id: string): Promise<string[]> => (await tx.get<{ problems: string[] | null }>("select app.disclosure_problems($1) as problems", [id])).problems ?? [];

export interface MessageRow {
  readonly id: string;
  readonly is_incoming: boolean;
  readonly text_ct: Buffer;
  readonly author_name: string;
  readonly created_at: Date;
}
export const listMessages = (tx: ReadTx, disclosureId: string): Promise<MessageRow[]> =>
  tx.query<MessageRow>(
    `select m.id, m.is_incoming, m.text_ct, concat_ws(' ', a.given_name, a.family_name) as author_name, m.created_at from app.disclosure_messages m
       left join app.accounts a on a.tenant_id = m.tenant_id and a.id = m.author_id where m.disclosure_id = $1 order by m.created_at, m.id`,
    [disclosureId],
  );
export async function insertMessage(tx: WriteTx, session: Session, m: { id: string; caseId: string; disclosureId: string; textCt: Buffer }): Promise<void> {
  await tx.run("insert into app.disclosure_messages (tenant_id, room_id, id, case_id, disclosure_id, is_incoming, text_ct, author_id) values ($1, $2, $3, $4, $5, false, $6, $7)", [
    session.tenantId, session.roomId, m.id, m.caseId, m.disclosureId, m.textCt, session.accountId,
  ]);
}
