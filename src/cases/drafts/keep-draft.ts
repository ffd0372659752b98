import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { getCaseFile } from "../case-file.sql.ts";
import { openText, sealNeeded } from "../sealing.ts";
import { deleteDraft, deleteDrafts, findDraftRow, listDraftRows, upsertDraft } from "./drafts.sql.ts";

/** Keeps what is being typed, for its author alone. An empty text takes the draft away. */
export async function keepDraft(tx: WriteTx, asking: Asking, caseId: string, place: string, text: string): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  if (text.trim() === "") {
    await deleteDraft(tx, caseId, place);
    return;
  }
  await upsertDraft(tx, asking.session, caseId, place, sealNeeded(asking, file.key_ref, "drafts.text_ct", rowOf(asking, caseId, place), text));
}

export interface KeptDraft {
  readonly text: string;
  readonly keptAt: Date;
}

/** One's own draft at this place; `keyRef` is the case's. */
export async function findDraft(tx: ReadTx, asking: Asking, caseId: string, keyRef: string, place: string): Promise<KeptDraft | undefined> {
  const row = await findDraftRow(tx, caseId, place);
  return row && { text: openText(asking, keyRef, "drafts.text_ct", rowOf(asking, caseId, place), row.text_ct), keptAt: row.updated_at };
}

/** One's own drafts of a form with several long texts, by place. */
export async function findDrafts(tx: ReadTx, asking: Asking, caseId: string, keyRef: string, prefix: string): Promise<ReadonlyMap<string, KeptDraft>> {
  const rows = await listDraftRows(tx, caseId, prefix);
  return new Map(rows.map((row) => [row.place, { text: openText(asking, keyRef, "drafts.text_ct", rowOf(asking, caseId, row.place), row.text_ct), keptAt: row.updated_at }]));
}
/** They were saved for good. */
export const dropDrafts = (tx: WriteTx, caseId: string, prefix: string): Promise<number> => deleteDrafts(tx, caseId, prefix);

/** Where the draft script posts to. */
export const draftUrl = (caseId: string, place: string): string => `/entwuerfe/${caseId}/${place}`;

// drafts have no id of their own: their key is author, case and place
const rowOf = (asking: Asking, caseId: string, place: string): string => `${asking.session.accountId}/${caseId}/${place}`;
