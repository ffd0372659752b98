import { record } from "../../audit/index.ts";
import { granted } from "../../cases/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getOfficePerson, listOfficers } from "../office-person.sql.ts";
import type { FollowUpKind } from "../office-words.ts";
import { openOffice, sealOffice } from "../sealing.ts";
import { decideOfficeFollowUp, type OfficeFollowUpFacts, type OfficeFollowUpInput } from "./decide-office-follow-up.ts";
import { getOfficeFollowUp, insertOfficeFollowUp, type OfficeFollowUpRow, setOfficeDone, updateOfficeFollowUp } from "./follow-ups.sql.ts";

const factsOf = async (tx: ReadTx, asking: Asking): Promise<OfficeFollowUpFacts> => ({ today: asking.today, me: asking.session.accountId, officerIds: (await listOfficers(tx)).map((o) => o.id) });
const event = (action: string, personId: string, id: string) => ({ action, objectKind: "person", objectIds: [personId, id] });

export async function addOfficeFollowUp(tx: WriteTx, asking: Asking, personId: string, input: OfficeFollowUpInput, kind: FollowUpKind = "task"): Promise<string> {
  const person = await getOfficePerson(tx, personId);
  const { title, dueOn, ownerId } = granted(decideOfficeFollowUp(input, await factsOf(tx, asking)));
  const id = newId();
  await insertOfficeFollowUp(tx, asking.session, id, personId, kind, { dueOn, ownerId, titleCt: sealOffice(asking, person.key_ref, "officer_follow_ups.title_ct", id, title) });
  await record(tx, asking, event("follow_up.added", personId, id));
  return id;
}

export async function changeOfficeFollowUp(tx: WriteTx, asking: Asking, personId: string, id: string, version: number, input: OfficeFollowUpInput): Promise<void> {
  const before = await getOfficeFollowUp(tx, personId, id);
  const { title, dueOn, ownerId } = granted(decideOfficeFollowUp(input, { ...(await factsOf(tx, asking)), dueBefore: before.due_on }));
  const titleCt = sealOffice(asking, before.key_ref, "officer_follow_ups.title_ct", id, title);
  if ((await updateOfficeFollowUp(tx, personId, id, version, { dueOn, ownerId, titleCt })) !== 1) throw new Stale({ ...shownFollowUp(asking, await getOfficeFollowUp(tx, personId, id)) });
  await record(tx, asking, event("follow_up.changed", personId, id));
}

/** Done twice is done: the second time changes nothing and is recorded all the same. */
export async function finishOfficeFollowUp(tx: WriteTx, asking: Asking, personId: string, id: string): Promise<void> {
  await getOfficeFollowUp(tx, personId, id);
  await setOfficeDone(tx, personId, id, { on: asking.today, by: asking.session.accountId });
  await record(tx, asking, event("follow_up.done", personId, id));
}
export async function reopenOfficeFollowUp(tx: WriteTx, asking: Asking, personId: string, id: string): Promise<void> {
  await getOfficeFollowUp(tx, personId, id);
  await setOfficeDone(tx, personId, id, null);
  await record(tx, asking, event("follow_up.reopened", personId, id));
}

export const shownFollowUp = (asking: Asking, row: OfficeFollowUpRow) => ({
  id: row.id, personId: row.person_id, title: openOffice(asking, row.key_ref, "officer_follow_ups.title_ct", row.id, row.title_ct), dueOn: row.due_on, ownerId: row.owner_id, ownerName: row.owner_name,
  isMine: row.owner_id === asking.session.accountId, kind: row.kind, doneOn: row.done_on, version: row.version,
});
export type ShownFollowUp = ReturnType<typeof shownFollowUp>;
