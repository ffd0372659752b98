import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Session } from "../../http/index.ts";

export type DispatchKind = "disclosure" | "correction" | "withdrawal" | "reply" | "request" | "accepted" | "asked_back" | "declined";
export interface NewDispatch {
  readonly id: string;
  readonly kind: DispatchKind;
  readonly threadId: string;
  readonly recipientId: string | null;
  readonly recipientTenantId: string | null;
  readonly keyRef: string;
  readonly contentCt: Buffer;
}

export async function insertDispatch(tx: WriteTx, session: Session, d: NewDispatch): Promise<void> {
  await tx.run(
    `insert into app.dispatches (tenant_id, room_id, id, kind, thread_id, recipient_id, recipient_tenant_id, key_ref, content_ct, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [session.tenantId, session.roomId, d.id, d.kind, d.threadId, d.recipientId, d.recipientTenantId, d.keyRef, d.contentCt, session.accountId],
  );
}

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly kind: string;
  readonly has_room: boolean;
  readonly has_partner_room: boolean;
}
export const listRecipients = (tx: ReadTx): Promise<Recipient[]> => tx.query<Recipient>("select * from app.recipients()");
export const listMunicipalities = (tx: ReadTx): Promise<{ id: string; name: string }[]> => tx.query("select * from app.other_municipalities()");
/** The organisation for which the session's room acts. */
export const findOwnOrganisation = (tx: ReadTx, roomId: string): Promise<{ id: string; name: string } | undefined> =>
  tx.find("select o.id, o.name from app.rooms r join app.organisations o on o.tenant_id = r.tenant_id and o.id = coalesce(r.controller_id, r.operator_id) where r.id = $1", [roomId]);
