import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { listIntakeRights } from "./intake-right.sql.ts";
import { endMembership, insertMembership } from "./memberships.sql.ts";

const roomOf = (asking: Asking): string => {
  if (asking.session.roomId === null) throw new NotFound();
  return asking.session.roomId;
};

/** The one role that a team lead gives: to take lists in and decide about doubles, for somebody who works on cases here. Holds at once. */
export async function grantIntake(tx: WriteTx, asking: Asking, accountId: string): Promise<string> {
  const { tenantId, accountId: me } = asking.session;
  const line = (await listIntakeRights(tx, tenantId, roomOf(asking))).find((l) => l.account_id === accountId);
  if (line === undefined) throw new NotFound();
  if (line.membership_id !== null) throw new Refused([{ code: "has-intake-right", sentence: "Dieses Recht besteht schon." }]);
  const id = newId();
  await insertMembership(tx, tenantId, me, { id, accountId, role: "intake", roomId: roomOf(asking), controllerId: null, fromOn: asking.today, untilOn: null });
  await record(tx, asking, { action: "role.granted", objectKind: "membership", objectIds: [id, accountId] });
  return id;
}

export async function endIntake(tx: WriteTx, asking: Asking, accountId: string): Promise<string> {
  const { tenantId } = asking.session;
  const line = (await listIntakeRights(tx, tenantId, roomOf(asking))).find((l) => l.account_id === accountId);
  if (line === undefined || line.membership_id === null) throw new NotFound();
  await endMembership(tx, tenantId, line.membership_id);
  await record(tx, asking, { action: "role.ended", objectKind: "membership", objectIds: [line.membership_id, accountId] });
  return line.membership_id;
}
