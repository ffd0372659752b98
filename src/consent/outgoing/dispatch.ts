import { roleWords } from "../../accounts/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { newId } from "../../kernel/id.ts";
import type { Dispatched } from "./content.ts";
import { type DispatchKind, findOwnOrganisation, insertDispatch } from "./outgoing.sql.ts";
import { sealDispatch } from "./seal-content.ts";

export interface Outgoing extends Dispatched {
  readonly kind: DispatchKind;
  readonly threadId: string;
  /** both null: the thread says where an answer goes */
  readonly recipientId: string | null;
  readonly recipientTenantId?: string | null;
  /** a key of the sender's: of the case, or of the item that is answered */
  readonly keyRef: string;
}

/** Writes down what leaves, in the transaction that sends it. The database asks whether it may; the system job delivers. */
export async function dispatch(tx: WriteTx, asking: Asking, { kind, threadId, recipientId, recipientTenantId = null, keyRef, ...what }: Outgoing): Promise<string> {
  const id = newId();
  const contentCt = sealDispatch(asking.app.vault, { tenantId: asking.session.tenantId, keyRef, id }, what);
  await insertDispatch(tx, asking.session, { id, kind, threadId, recipientId, recipientTenantId, keyRef, contentCt });
  return id;
}

/** Who writes, as the recipient reads it. */
export async function senderOf(tx: ReadTx, { session }: Asking): Promise<{ organisation: string; person: string; role: string }> {
  const own = session.roomId === null ? undefined : await findOwnOrganisation(tx, session.roomId);
  return { organisation: own?.name ?? "", person: `${session.givenName} ${session.familyName}`.trim(), role: roleWords(session.roles) };
}
