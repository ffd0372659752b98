import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type Role, ROLES } from "../permissions.ts";
import { getAccount } from "./accounts.sql.ts";
import { inWords } from "./constraints.ts";
import { decideGrant } from "./decide-grant.ts";
import { confirmMembership, confirmRecovery, declineRecovery, endMembership, getMembership, insertMembership, listMemberships, listWaitingRoles } from "./memberships.sql.ts";
import { listOffices, listRooms } from "./offices.sql.ts";

/** 22.11.2026, 22.11.26 or 2026-11-22 */
function typedDay(text: string): CalendarDay | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text);
  if (german === null) return parseCalendarDay(text);
  const [, day, month, year] = german as unknown as [string, string, string, string];
  return parseCalendarDay(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
const NO_DAY = "Diesen Tag gibt es nicht. Schreiben Sie ihn wie 22.11.2026.";
const emptyAsNull = z.string().trim().nullish().transform((text) => (text === "" || text === undefined ? null : text));
const day = emptyAsNull.transform((text, context) => {
  const parsed = text === null ? null : typedDay(text);
  if (text !== null && parsed === null) context.addIssue({ code: "custom", message: NO_DAY });
  return parsed;
});

export const grantSchema = z.object({
  role: z.enum(Object.keys(ROLES) as [Role, ...Role[]], "Wählen Sie eine Rolle."),
  room_id: emptyAsNull.pipe(z.uuid("Wählen Sie einen Aktenbereich.").nullable()),
  controller_id: emptyAsNull.pipe(z.uuid("Wählen Sie eine Stelle.").nullable()),
  from_on: day,
  until_on: day,
});

export async function grantRole(tx: WriteTx, asking: Asking, accountId: string, input: z.output<typeof grantSchema>): Promise<string> {
  const { tenantId, accountId: me } = asking.session;
  const account = await getAccount(tx, tenantId, accountId);
  const held = (await listMemberships(tx, tenantId, accountId)).filter((m) => m.state !== "ended");
  const room = (await listRooms(tx, tenantId)).find((r) => r.id === input.room_id) ?? null;
  const controller = (await listOffices(tx, tenantId)).find((o) => o.id === input.controller_id) ?? null;
  const decision = decideGrant({ account, room, controller, held, role: input.role, fromOn: input.from_on ?? asking.today, untilOn: input.until_on });
  if (!decision.ok) throw new Refused(decision.refusals);
  const id = newId();
  await inWords(insertMembership(tx, tenantId, me, { id, accountId, ...decision.value }));
  await record(tx, asking, { action: "role.granted", objectKind: "membership", objectIds: [id, accountId] });
  return id;
}

export async function endRole(tx: WriteTx, asking: Asking, id: string, action: "role.ended" | "role.declined" = "role.ended"): Promise<string> {
  const { tenantId } = asking.session;
  const membership = await getMembership(tx, tenantId, id);
  await endMembership(tx, tenantId, id);
  await record(tx, asking, { action, objectKind: "membership", objectIds: [id, membership.account_id] });
  return membership.account_id;
}

const OWN_GRANT = "Eine Rolle bestätigt eine andere Person als die, die sie vergeben hat oder bekommt.";

/** Never one's own grant or role: said here, held by the database. */
export async function confirmRole(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  const { tenantId, accountId } = asking.session;
  const waiting = (await listWaitingRoles(tx)).find((role) => role.id === id);
  if (waiting === undefined) throw new NotFound();
  if (!waiting.may_confirm) throw new Refused([{ code: "own-grant", sentence: OWN_GRANT }]);
  await confirmMembership(tx, tenantId, id, accountId);
  await record(tx, asking, { action: "role.confirmed", objectKind: "membership", objectIds: [id, waiting.account_id] });
}

export async function decideRecovery(tx: WriteTx, asking: Asking, reference: string, isConfirmed: boolean): Promise<string> {
  const whose = isConfirmed ? await confirmRecovery(tx, reference) : await declineRecovery(tx, reference);
  if (whose === null) throw new Refused([{ code: "recovery-not-yours", sentence: "Das bestätigt eine andere Person als die, die es beantragt hat oder deren Konto es ist. Vielleicht ist es auch schon entschieden." }]);
  await record(tx, asking, { action: isConfirmed ? "recovery.confirmed" : "recovery.declined", objectKind: "account", objectIds: [whose] });
  return whose;
}
