import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";

export interface TicketRow {
  readonly id: string;
  readonly case_id: string;
  readonly turn: number;
  readonly page_count: number;
  readonly expires_at: Date;
  readonly is_over: boolean;
}
const TICKET = "select id, case_id, turn, page_count, expires_at, (ended_at is not null or expires_at <= now()) as is_over from app.photo_tickets";

export const getTicket = (tx: ReadTx, caseId: string, id: string): Promise<TicketRow> => tx.get<TicketRow>(`${TICKET} where case_id = $1 and id = $2`, [caseId, id]);

/** The database's clock says how long: it is the one that will judge. */
export const insertTicket = (tx: WriteTx, session: Session, ticket: { id: string; caseId: string; hash: Buffer; minutes: number }): Promise<number> =>
  tx.run(
    "insert into app.photo_tickets (tenant_id, room_id, id, case_id, account_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))",
    [session.tenantId, session.roomId, ticket.id, ticket.caseId, session.accountId, ticket.hash, ticket.minutes],
  );

export const endTickets = (tx: WriteTx, caseId: string): Promise<number> =>
  tx.run("update app.photo_tickets set ended_at = now(), version = version + 1 where case_id = $1 and account_id = app.current_account() and ended_at is null and expires_at > now()", [caseId]);

/** In the order in which they were photographed; what was taken out of the case since is left out. */
export const listPageIds = async (tx: ReadTx, caseId: string, ticketId: string): Promise<string[]> =>
  (await tx.query<{ document_id: string }>(
    `select p.document_id from app.photo_pages p join app.documents d on d.tenant_id = p.tenant_id and d.id = p.document_id and d.withdrawn_at is null
      where p.case_id = $1 and p.ticket_id = $2 order by p.position`, [caseId, ticketId])).map((row) => row.document_id);

/** What a secret opens now; nothing where it does not. */
export interface OpenTicket {
  readonly tenant_id: string;
  readonly id: string;
  readonly turn: number;
  readonly page_count: number;
  readonly expires_at: Date;
  readonly key_ref: string;
}
export const findOpenTicket = (tx: ReadTx, hash: Buffer): Promise<OpenTicket | undefined> => tx.find<OpenTicket>("select tenant_id, id, turn, page_count, expires_at, key_ref from app.photo_ticket($1)", [hash]);

export interface NewPage {
  readonly id: string;
  /** base64, as is `mac`: bytes have no place in JSON */
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly mac: string;
  readonly stored_name: string;
}
export const keepPages = async (tx: WriteTx, hash: Buffer, nextHash: Buffer, recordId: string, pages: readonly NewPage[]): Promise<boolean> =>
  (await tx.get<{ kept: boolean }>("select app.keep_photographed_pages($1, $2, $3, $4::jsonb) as kept", [hash, nextHash, recordId, JSON.stringify(pages)])).kept;

export const endTicket = async (tx: WriteTx, hash: Buffer): Promise<void> => {
  await tx.query("select app.end_photo_ticket($1)", [hash]);
};
