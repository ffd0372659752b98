import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getCaseFile, listLifeAreas } from "../case-file.sql.ts";
import { openText, sealNeeded } from "../sealing.ts";
import { listReaders } from "../team/team.sql.ts";
import { granted } from "../verdict.ts";
import { decideFollowUp, type FollowUpFacts, type FollowUpInput } from "./decide-follow-up.ts";
import { getFollowUp, insertFollowUp, setDone, updateFollowUp } from "./follow-ups.sql.ts";

async function factsOf(tx: ReadTx, asking: Asking, caseId: string): Promise<FollowUpFacts> {
  const areas = await listLifeAreas(tx);
  const readers = await listReaders(tx, caseId);
  return { today: asking.today, me: asking.session.accountId, readerIds: readers.filter((r) => r.reads_as !== "emergency").map((r) => r.account_id), lifeAreas: areas.map((a) => a.key) };
}

/** `aboutDisclosureId`: it is done on that disclosure's page. */
export async function addFollowUp(tx: WriteTx, asking: Asking, caseId: string, input: FollowUpInput, aboutDisclosureId: string | null = null): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const { title, ...fields } = granted(decideFollowUp(input, await factsOf(tx, asking, caseId)));
  const id = newId();
  await insertFollowUp(tx, asking.session, id, caseId, { ...fields, titleCt: sealNeeded(asking, file.key_ref, "follow_ups.title_ct", id, title) }, aboutDisclosureId);
  await record(tx, asking, { action: "follow_up.added", objectKind: "follow_up", objectIds: [id], caseId });
  return id;
}

/** Moves the day, changes the owner or the words. */
export async function changeFollowUp(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: FollowUpInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getFollowUp(tx, caseId, id);
  const facts = await factsOf(tx, asking, caseId);
  const { title, ...fields } = granted(decideFollowUp(input, { ...facts, lifeAreas: [...facts.lifeAreas, ...before.life_areas], dueBefore: before.due_on }));
  const titleCt = sealNeeded(asking, file.key_ref, "follow_ups.title_ct", id, title);
  if ((await updateFollowUp(tx, caseId, id, version, { ...fields, titleCt })) !== 1) throw new Stale(await currentFollowUp(tx, asking, caseId, id));
  await record(tx, asking, { action: "follow_up.changed", objectKind: "follow_up", objectIds: [id], caseId });
}

/** Done twice is done: the second time changes nothing and is recorded all the same. */
export async function finishFollowUp(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  await getFollowUp(tx, caseId, id);
  await setDone(tx, caseId, id, { on: asking.today, by: asking.session.accountId });
  await record(tx, asking, { action: "follow_up.done", objectKind: "follow_up", objectIds: [id], caseId });
}

export async function reopenFollowUp(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  await getFollowUp(tx, caseId, id);
  await setDone(tx, caseId, id, null);
  await record(tx, asking, { action: "follow_up.reopened", objectKind: "follow_up", objectIds: [id], caseId });
}

export async function currentFollowUp(tx: ReadTx, asking: Asking, caseId: string, id: string) {
  const file = await getCaseFile(tx, caseId);
  const row = await getFollowUp(tx, caseId, id);
  return {
    id, caseId, title: openText(asking, file.key_ref, "follow_ups.title_ct", id, row.title_ct), dueOn: row.due_on, ownerId: row.owner_id, ownerName: row.owner_name,
    lifeAreas: row.life_areas, kind: row.kind, doneOn: row.done_on, version: row.version,
  };
}
