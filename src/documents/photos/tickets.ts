import { qrPicture, type QrPicture } from "../../accounts/index.ts";
import { getCaseFile } from "../../cases/index.ts";
import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { hashOfSecret, phoneAddress, photoSecret } from "./photo-secret.ts";
import { endTickets, getTicket, insertTicket, listPageIds, type TicketRow } from "./photos.sql.ts";

const MINUTES = 15;

/** A code for one telephone and this case; the one before it ends. */
export async function startTicket(tx: WriteTx, asking: Asking, caseId: string): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  if (file.closed_on !== null) throw new Refused([{ code: "case-closed", sentence: "Der Fall ist geschlossen. Nehmen Sie ihn wieder auf, um Papiere abzulegen." }]);
  const id = newId();
  await endTickets(tx, caseId);
  const secret = photoSecret(asking.app, { tenantId: asking.session.tenantId, keyRef: file.key_ref, ticketId: id, turn: 0 });
  await insertTicket(tx, asking.session, { id, caseId, hash: hashOfSecret(secret), minutes: MINUTES });
  await record(tx, asking, { action: "photo_ticket.made", objectKind: "photo_ticket", objectIds: [id], caseId });
  return id;
}

export interface TicketView extends TicketRow {
  readonly pageIds: readonly string[];
  /** only while nothing was photographed with it: then another secret counts, which only that telephone knows */
  readonly code: { readonly picture: QrPicture; readonly address: string } | null;
}

export async function readTicket(tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<TicketView> {
  const file = await getCaseFile(tx, caseId);
  const row = await getTicket(tx, caseId, id);
  const pageIds = await listPageIds(tx, caseId, id);
  if (row.is_over || row.turn > 0) return { ...row, pageIds, code: null };
  const address = `${asking.app.config.origin}${phoneAddress(photoSecret(asking.app, { tenantId: asking.session.tenantId, keyRef: file.key_ref, ticketId: id, turn: 0 }))}`;
  return { ...row, pageIds, code: { picture: qrPicture(address), address } };
}
