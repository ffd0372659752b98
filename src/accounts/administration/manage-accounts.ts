import { z } from "zod";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import { type Asking, newSessionSecret, secretHash } from "../../http/index.ts";
import { NotFound, Refused, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { disableAccount, enableAccount, getAccount, insertAccount, inviteAccount, requestRecovery, updateAccount } from "./accounts.sql.ts";
import { inWords } from "./constraints.ts";
import { listMemberships } from "./memberships.sql.ts";
import { getOffice } from "./offices.sql.ts";
import { SIDES, type Side } from "./words.ts";

export const LINK_DAYS = 7;

const named = (missing: string) => z.string().trim().min(1, missing).max(100, "Höchstens 100 Zeichen.");
export const accountChangeSchema = z.object({
  title: z.string().trim().max(40, "Höchstens 40 Zeichen.").default(""),
  given_name: named("Geben Sie den Vornamen ein."),
  family_name: named("Geben Sie den Familiennamen ein."),
  organisation_id: z.uuid("Wählen Sie die Stelle."),
  side: z.enum(Object.keys(SIDES) as [Side, ...Side[]], "Wählen Sie, auf welcher Seite das Konto steht."),
  job_title: z.string().trim().max(200, "Höchstens 200 Zeichen.").default(""),
  phone: z.string().trim().max(60, "Höchstens 60 Zeichen.").default(""),
});
export const accountSchema = accountChangeSchema.extend({ email: z.string().trim().toLowerCase().max(254).regex(/^[^@\s]+@[^@\s]+$/, "Das ist keine E-Mail-Adresse.") });

export interface Made {
  readonly id: string;
  /** path of the link; shown once, kept nowhere */
  readonly link: string;
}

const newLink = (asking: Asking): { link: string; hash: Buffer } => {
  const secret = newSessionSecret(asking.session.tenantId);
  return { link: `/einladung/${secret}`, hash: secretHash(secret) };
};

export async function addAccount(tx: WriteTx, asking: Asking, { email, ...input }: z.output<typeof accountSchema>): Promise<Made> {
  const { tenantId } = asking.session;
  await openOffice(tx, asking, input.organisation_id);
  const id = newId();
  await inWords(insertAccount(tx, tenantId, id, email, input));
  await record(tx, asking, { action: "account.created", objectKind: "account", objectIds: [id] });
  return { id, link: await invite(tx, asking, id) };
}

async function openOffice(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  const office = await getOffice(tx, asking.session.tenantId, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (office === null || office.is_closed) throw new Refused([{ code: "office-missing", field: "organisation_id", sentence: "Wählen Sie eine Stelle, die es gibt und die nicht geschlossen ist." }]);
}

export async function changeAccount(tx: WriteTx, asking: Asking, id: string, version: number, input: z.output<typeof accountChangeSchema>): Promise<void> {
  const { tenantId } = asking.session;
  const before = await getAccount(tx, tenantId, id);
  if (before.organisation_id !== input.organisation_id) await openOffice(tx, asking, input.organisation_id);
  if (before.side !== input.side && (await listMemberships(tx, tenantId, id)).length > 0) {
    throw new Refused([{ code: "side-is-fixed", field: "side", sentence: "Dieses Konto hat oder hatte schon Rollen und bleibt auf seiner Seite. Für die andere Seite legen Sie ein neues Konto an." }]);
  }
  if ((await updateAccount(tx, tenantId, id, version, input)) === 0) throw new Stale({ ...(await getAccount(tx, tenantId, id)) });
  await record(tx, asking, { action: "account.changed", objectKind: "account", objectIds: [id] });
}

export async function invite(tx: WriteTx, asking: Asking, id: string): Promise<string> {
  const { link, hash } = newLink(asking);
  if (!(await inviteAccount(tx, id, hash, LINK_DAYS))) {
    throw new Refused([{ code: "invitation-refused", sentence: "Dieses Konto hat schon ein Passwort oder eine gültige Rolle, oder es ist gesperrt. Einen neuen Zugang beantragen Sie als Wiederherstellung; den bestätigt eine zweite Person." }]);
  }
  await record(tx, asking, { action: "account.invited", objectKind: "account", objectIds: [id] });
  return link;
}

/** The link opens nothing until a second administrator, or the controller's deputy, confirms. */
export async function askForRecovery(tx: WriteTx, asking: Asking, id: string, resetsFactor: boolean): Promise<string> {
  const { link, hash } = newLink(asking);
  if (!(await requestRecovery(tx, id, hash, resetsFactor, LINK_DAYS))) {
    throw new Refused([{ code: "recovery-refused", sentence: "Für das eigene oder ein gesperrtes Konto geht das nicht. Ihr eigenes Konto stellt eine andere Person der Verwaltung wieder her." }]);
  }
  await record(tx, asking, { action: "recovery.requested", objectKind: "account", objectIds: [id] });
  return link;
}

export async function lockAccount(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  if (id === asking.session.accountId) throw new Refused([{ code: "own-account", sentence: "Das eigene Konto sperren Sie nicht selbst. Bitten Sie eine andere Person der Verwaltung." }]);
  await disableAccount(tx, asking.session.tenantId, id);
  await record(tx, asking, { action: "account.disabled", objectKind: "account", objectIds: [id] });
}

export async function unlockAccount(tx: WriteTx, asking: Asking, id: string): Promise<void> {
  await enableAccount(tx, asking.session.tenantId, id);
  await record(tx, asking, { action: "account.enabled", objectKind: "account", objectIds: [id] });
}
