import { record } from "../../../audit/index.ts";
import { getCaseFile, granted, sealNeeded } from "../../../cases/index.ts";
import type { WriteTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import { addDays } from "../../../kernel/calendar-day.ts";
import { Stale } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import { CATEGORY_WORDS, type Category } from "../../consent-words.ts";
import { dispatch, senderOf } from "../../outgoing/index.ts";
import { listRecipients } from "../consents.sql.ts";
import { type ConsentView, currentConsent } from "../read-consents.ts";
import { decideWithdrawal, type Withdrawal, type WithdrawalInput } from "./decide-withdrawal.ts";
import { discardDisclosure, endShare, hasProblems, insertWithdrawalTask, listCarriedShares, listUnderConsent, refuseDisclosure, withdrawCategories, withdrawPart, withdrawWhole } from "./withdrawal.sql.ts";

/**
 * From here on the database carries nothing by it: reading ends with the next request. What has to be tidied, told or written
 * is done in the same transaction.
 */
export async function withdrawConsent(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: WithdrawalInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await currentConsent(tx, asking, caseId, id);
  const withdrawal = granted(decideWithdrawal(input, { state: before.state, open: before.categories.filter((c) => !c.withdrawn) }));
  // read before: afterwards a share that is over says nothing of having begun
  const shares = await listCarriedShares(tx, caseId, id);
  const update = withdrawal.isWhole ? withdrawWhole : withdrawPart;
  if ((await update(tx, caseId, id, version, withdrawal.form)) !== 1) throw new Stale(await currentConsent(tx, asking, caseId, id));
  await withdrawCategories(tx, caseId, id, withdrawal.cells);
  await record(tx, asking, { action: "consent.withdrawn", objectKind: "consent", objectIds: [id], caseId, purpose: withdrawal.isWhole ? "whole" : "part" });
  await tidyUp(tx, asking, { file, consent: before, withdrawal }, shares.some((s) => s.from_on <= asking.today));
}

/** After a withdrawal that the person made on the own page: it holds already, what hangs on it is still to be done. */
export async function settleWithdrawal(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const consent = await currentConsent(tx, asking, caseId, id);
  const shares = await listCarriedShares(tx, caseId, id);
  const withdrawal: Withdrawal = { isWhole: consent.withdrawnOn !== null, cells: consent.categories.filter((c) => c.withdrawn), form: "electronic" };
  await tidyUp(tx, asking, { file, consent, withdrawal }, shares.some((s) => s.from_on <= asking.today));
}

async function tidyUp(tx: WriteTx, asking: Asking, doing: Doing, wasShared: boolean): Promise<void> {
  const { file: { id: caseId }, consent: { id } } = doing;
  await endShares(tx, asking, caseId, id);
  await stopPrepared(tx, asking, doing);
  const sent = (await listUnderConsent(tx, caseId, id)).filter((d) => d.state === "sent" && d.recipient_state !== "declined");
  // whoever holds nothing is told nothing: the news alone would say that there is this person and this case
  if (sent.length > 0 || wasShared) await tellRecipient(tx, asking, doing);
}

interface Doing {
  readonly file: { readonly id: string; readonly key_ref: string; readonly lead_id: string | null };
  readonly consent: ConsentView;
  readonly withdrawal: Withdrawal;
}

async function endShares(tx: WriteTx, asking: Asking, caseId: string, consentId: string): Promise<void> {
  const bare = (await listCarriedShares(tx, caseId, consentId)).filter((s) => s.state !== "ended" && s.state !== "expired" && s.carried.length === 0);
  for (const share of bare) {
    if ((await endShare(tx, caseId, share.id)) === 1) await record(tx, asking, { action: "share.ended", objectKind: "share", objectIds: [share.id], caseId, purpose: "withdrawal" });
  }
}

/** One's own drafts go; what a colleague put to a second person is refused; a colleague's draft is theirs, so they are told. */
async function stopPrepared(tx: WriteTx, asking: Asking, doing: Doing): Promise<void> {
  const { file, consent } = doing;
  let isOthers = false;
  for (const prepared of (await listUnderConsent(tx, file.id, consent.id)).filter((d) => d.state !== "sent")) {
    if (!(await hasProblems(tx, prepared.id))) continue;
    const isMine = prepared.author_id === asking.session.accountId;
    if (isMine) await discardDisclosure(tx, prepared.id);
    else if (prepared.state === "awaiting_second") await refuseDisclosure(tx, prepared.id, sealNeeded(asking, file.key_ref, "disclosures.second_note_ct", prepared.id, "Die Einwilligung ist widerrufen."));
    else isOthers = true;
    if (isMine || prepared.state === "awaiting_second") await record(tx, asking, { action: isMine ? "disclosure.discarded" : "disclosure.refused", objectKind: "disclosure", objectIds: [prepared.id], caseId: file.id, purpose: "withdrawal" });
  }
  if (isOthers) await addTask(tx, asking, doing, `Widerruf: Ein Entwurf an ${consent.recipient} darf nicht mehr gehen. Bitte verwerfen.`);
}

async function tellRecipient(tx: WriteTx, asking: Asking, doing: Doing): Promise<void> {
  const { file, consent, withdrawal } = doing;
  const recipient = (await listRecipients(tx)).find((r) => r.id === consent.recipientId);
  if (recipient?.has_room !== true) return addTask(tx, asking, doing, `Widerruf: ${consent.recipient} schriftlich mitteilen und um Löschung bitten. Der Beleg liegt bei der Einwilligung.`);
  await dispatch(tx, asking, {
    kind: "withdrawal", threadId: newId(), recipientId: recipient.id, keyRef: file.key_ref,
    content: { type: "withdrawal", sender: await senderOf(tx, asking), person: consent.personName, isWhole: withdrawal.isWhole, withdrawnOn: asking.today, categories: withdrawal.isWhole ? [] : kindsOf(withdrawal.cells), note: "" },
  });
}
/** In words, without the life areas: which they are is nobody's business who did not read there. */
const kindsOf = (cells: readonly Category[]): string[] => [...new Set(cells.map((c) => CATEGORY_WORDS[c.kind]))];

async function addTask(tx: WriteTx, asking: Asking, { file, consent }: Doing, title: string): Promise<void> {
  const id = newId();
  await insertWithdrawalTask(tx, asking.session, { id, caseId: file.id, consentId: consent.id, ownerId: file.lead_id ?? asking.session.accountId, dueOn: addDays(asking.today, 3), titleCt: sealNeeded(asking, file.key_ref, "follow_ups.title_ct", id, title) });
  await record(tx, asking, { action: "follow_up.added", objectKind: "follow_up", objectIds: [id], caseId: file.id });
}
