import { record } from "../../audit/index.ts";
import { getCaseFile, granted, listCasePersons, sealNeeded } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { cellOf, readCell, type Category } from "../consent-words.ts";
import { decidePartnerTask, decideShare, type ShareInput, type TaskInput } from "./decide-share.ts";
import {
  addShareMember, endShareRow, findConsentBasis, getShare, insertPartnerTask, insertShare, insertShareConsents, invitePartner, listCarryingConsents, listPartnerPeople,
  listShareMembers, listShares, removeShareMember, setShareCategories,
} from "./shares.sql.ts";

const isOver = (state: string): boolean => state === "ended" || state === "expired";

/** Prepares a share: what it would show can be looked at, and nobody sees it until somebody is named. Returns its id. */
export async function makeShare(tx: WriteTx, asking: Asking, caseId: string, input: ShareInput): Promise<string> {
  await getCaseFile(tx, caseId);
  const shares = await listShares(tx, caseId);
  const basis = await findConsentBasis(tx);
  const terms = granted(decideShare(input, {
    today: asking.today, consents: await listCarryingConsents(tx, caseId), hasBasis: basis !== undefined,
    alreadyShared: shares.some((s) => s.organisation_id === input.organisationId && s.ended_at === null && !isOver(s.state)),
  }));
  // one that ran out makes room for the next
  for (const old of shares) if (old.organisation_id === input.organisationId && old.ended_at === null) await endShareRow(tx, caseId, old.id);
  const id = newId();
  await insertShare(tx, asking.session, { id, caseId, organisationId: terms.organisationId, legalBasisId: basis!.id, fromOn: asking.today, untilOn: terms.untilOn });
  await insertShareConsents(tx, asking.session, caseId, id, terms.consentIds);
  await setShareCategories(tx, asking.session, caseId, id, terms.categories);
  await record(tx, asking, { action: "share.made", objectKind: "share", objectIds: [id], caseId });
  return id;
}

/** Names the people who see the share from now on; those left out see nothing from the next request. */
export async function setShareMembers(tx: WriteTx, asking: Asking, caseId: string, id: string, accountIds: readonly string[]): Promise<void> {
  await getCaseFile(tx, caseId);
  const share = await getShare(tx, caseId, id);
  if (share.ended_at !== null) throw new Refused([{ code: "share-ended", sentence: "Diese Freigabe ist beendet. Legen Sie eine neue an." }]);
  const known = new Set((await listPartnerPeople(tx, share.organisation_id)).map((p) => p.account_id));
  if (accountIds.some((a) => !known.has(a))) throw new Refused([{ code: "not-of-the-organisation", field: "accountIds", sentence: "Wählen Sie Personen dieser Stelle." }]);
  const before = new Set((await listShareMembers(tx, caseId)).filter((m) => m.share_id === id).map((m) => m.account_id));
  for (const account of accountIds) if (!before.has(account)) await addShareMember(tx, asking.session, caseId, id, account);
  for (const account of before) if (!accountIds.includes(account)) await removeShareMember(tx, caseId, id, account);
  await record(tx, asking, { action: "share.people_named", objectKind: "account", objectIds: [...accountIds], caseId });
}

/** Shares more or less, never beyond the consents that carry it. */
export async function changeShare(tx: WriteTx, asking: Asking, caseId: string, id: string, cells: readonly string[]): Promise<void> {
  await getCaseFile(tx, caseId);
  const share = await getShare(tx, caseId, id);
  const chosen = cells.map(readCell).filter((c): c is Category => c !== null && c.lifeArea !== "");
  const carrying = (await listCarryingConsents(tx, caseId)).filter((c) => share.consents.some((k) => k.id === c.id));
  const covered = new Set(carrying.flatMap((c) => c.categories.map(cellOf)));
  if (share.ended_at !== null) throw new Refused([{ code: "share-ended", sentence: "Diese Freigabe ist beendet. Legen Sie eine neue an." }]);
  if (chosen.length === 0) throw new Refused([{ code: "nothing-chosen", field: "cells", sentence: "Nichts gewählt. Wenn die Stelle nichts mehr sehen soll, beenden Sie die Freigabe." }]);
  if (chosen.some((c) => !covered.has(cellOf(c)))) throw new Refused([{ code: "not-covered", field: "cells", sentence: "Die Einwilligung deckt nicht alles, was Sie gewählt haben." }]);
  await setShareCategories(tx, asking.session, caseId, id, chosen);
  await record(tx, asking, { action: "share.changed", objectKind: "share", objectIds: [id], caseId });
}

export async function endShare(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  await getShare(tx, caseId, id);
  if ((await endShareRow(tx, caseId, id)) !== 1) throw new Refused([{ code: "share-ended", sentence: "Diese Freigabe war schon beendet." }]);
  await record(tx, asking, { action: "share.ended", objectKind: "share", objectIds: [id], caseId });
}

export interface InvitationInput {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string;
}
/** Somebody of the partner who has no account. The administration confirms the role and hands out the link; until then nothing is seen. */
export async function invite(tx: WriteTx, asking: Asking, caseId: string, id: string, input: InvitationInput): Promise<string> {
  await getCaseFile(tx, caseId);
  const share = await getShare(tx, caseId, id);
  const accountId = newId();
  const done = await invitePartner(tx, { accountId, membershipId: newId(), organisationId: share.organisation_id, ...input, email: input.email.toLowerCase() });
  if (!done) throw new Refused([{ code: "cannot-invite", field: "email", sentence: "Mit dieser Adresse geht es nicht. Steht die Person schon in der Liste? Sonst fragen Sie die Verwaltung der Kommune." }]);
  await addShareMember(tx, asking.session, caseId, id, accountId);
  await record(tx, asking, { action: "share.partner_invited", objectKind: "account", objectIds: [accountId], caseId });
  return accountId;
}

/** Gives the partner a task; whoever gives it goes on watching it. */
export async function givePartnerTask(tx: WriteTx, asking: Asking, caseId: string, id: string, input: TaskInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const share = await getShare(tx, caseId, id);
  const persons = await listCasePersons(tx, caseId);
  const task = granted(decidePartnerTask(input, { today: asking.today, categories: share.categories, personIds: persons.map((p) => p.person_id) }));
  const taskId = newId();
  await insertPartnerTask(tx, asking.session, {
    id: taskId, caseId, dueOn: task.dueOn, titleCt: sealNeeded(asking, file.key_ref, "follow_ups.title_ct", taskId, task.title), lifeAreas: task.lifeAreas, organisationId: share.organisation_id, personId: task.personId,
  });
  await record(tx, asking, { action: "share.task_given", objectKind: "follow_up", objectIds: [taskId], caseId });
  return taskId;
}

/** For the pages and the API of the team. NotFound where the share is another case's. */
export async function currentShare(tx: ReadTx, caseId: string, id: string) {
  await getCaseFile(tx, caseId);
  const share = await getShare(tx, caseId, id);
  const members = (await listShareMembers(tx, caseId)).filter((m) => m.share_id === id);
  return shown(share, members);
}
export async function sharesOf(tx: ReadTx, caseId: string) {
  await getCaseFile(tx, caseId);
  const members = await listShareMembers(tx, caseId);
  return (await listShares(tx, caseId)).map((share) => shown(share, members.filter((m) => m.share_id === share.id)));
}
const shown = (share: Awaited<ReturnType<typeof getShare>>, members: Awaited<ReturnType<typeof listShareMembers>>) => ({
  id: share.id, caseId: share.case_id, organisationId: share.organisation_id, organisationName: share.organisation_name, state: share.state, fromOn: share.from_on, untilOn: share.until_on,
  categories: share.categories, consentIds: share.consents.map((k) => k.id), personIds: [...new Set(share.consents.map((k) => k.personId))],
  members: members.map((m) => ({ accountId: m.account_id, name: m.name === "" ? "Konto gesperrt oder Rolle beendet" : m.name, jobTitle: m.job_title })), version: share.version,
});
export type Share = ReturnType<typeof shown>;

