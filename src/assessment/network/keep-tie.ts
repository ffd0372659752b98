import { record } from "../../audit/index.ts";
import { type CaseFile, getCaseFile, granted, listCasePersons, openText, sealNeeded, sealText } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { NotFound, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { type Decision, decide, type Refusal } from "../../kernel/refusal.ts";
import type { TieEffect, TieKind } from "../assessment-words.ts";
import type { Keys } from "../profile/read-profile.ts";
import { getTie, insertTie, listOrganisations, listTies, type TieRow, updateTie, withdrawTieRow } from "./ties.sql.ts";

export interface TieInput {
  readonly kind: TieKind;
  readonly name: string;
  readonly organisationId: string | null;
  readonly closeness: number;
  readonly effect: TieEffect;
  readonly note: string;
  readonly isEntrusted: boolean;
}
export interface Tie extends TieInput {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly organisation: string;
  readonly endedOn: CalendarDay | null;
  readonly version: number;
}
const openTie = (asking: Keys, keyRef: string, row: TieRow): Tie => ({
  id: row.id, caseId: row.case_id, personId: row.person_id, kind: row.kind, name: openText(asking, keyRef, "network_ties.name_ct", row.id, row.name_ct), organisationId: row.organisation_id, organisation: row.organisation_name ?? "",
  closeness: row.closeness, effect: row.effect, note: openText(asking, keyRef, "network_ties.note_ct", row.id, row.note_ct), isEntrusted: row.is_entrusted, endedOn: row.ended_on, version: row.version,
});
export async function findTies(tx: ReadTx, asking: Keys, caseId: string): Promise<Tie[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listTies(tx, caseId)).map((row) => openTie(asking, file.key_ref, row));
}
export async function currentTie(tx: ReadTx, asking: Keys, caseId: string, id: string): Promise<Tie> {
  const file = await getCaseFile(tx, caseId);
  return openTie(asking, file.key_ref, await getTie(tx, caseId, id));
}

export function decideTie(input: TieInput, facts: { organisationIds: readonly string[]; isEnded: boolean }): Decision<TieInput> {
  const refusals: Refusal[] = [];
  if (facts.isEnded) refusals.push({ code: "case-ended", sentence: "Der Fall ist abgeschlossen." });
  if (input.name === "") refusals.push({ code: "name-missing", field: "name", sentence: "Schreiben Sie, wer gemeint ist. Ein Vorname oder eine Rolle genügt." });
  if (input.organisationId !== null && !facts.organisationIds.includes(input.organisationId)) refusals.push({ code: "no-such-office", field: "organisationId", sentence: "Diese Stelle gibt es nicht. Wählen Sie aus der Liste." });
  return decide(refusals, () => input);
}
const factsFor = async (tx: ReadTx, file: CaseFile, kept: string | null = null) => ({ organisationIds: [...(await listOrganisations(tx)).map((o) => o.id), ...(kept === null ? [] : [kept])], isEnded: file.closed_on !== null });
const sealed = (asking: Asking, keyRef: string, id: string, t: TieInput) => ({ ...t, nameCt: sealNeeded(asking, keyRef, "network_ties.name_ct", id, t.name), noteCt: sealText(asking, keyRef, "network_ties.note_ct", id, t.note) });

export async function addTie(tx: WriteTx, asking: Asking, caseId: string, personId: string, input: TieInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  if (!(await listCasePersons(tx, caseId)).some((p) => p.person_id === personId && p.left_on === null)) throw new NotFound();
  const given = granted(decideTie(input, await factsFor(tx, file)));
  const id = newId();
  await insertTie(tx, asking.session, { id, caseId, personId, ...sealed(asking, file.key_ref, id, given) });
  await record(tx, asking, { action: "network_tie.added", objectKind: "network_tie", objectIds: [id], caseId });
  return id;
}
/** Somebody who no longer matters stays, with the day since when. */
export async function changeTie(tx: WriteTx, asking: Asking, caseId: string, id: string, version: number, input: TieInput & { readonly hasEnded: boolean }): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await getTie(tx, caseId, id);
  const { hasEnded, ...said } = input;
  const given = granted(decideTie(said, await factsFor(tx, file, before.organisation_id)));
  const endedOn = hasEnded ? (before.ended_on ?? asking.today) : null;
  if ((await updateTie(tx, caseId, id, version, { ...sealed(asking, file.key_ref, id, given), endedOn })) !== 1) throw new Stale({ ...(await currentTie(tx, asking, caseId, id)) });
  await record(tx, asking, { action: "network_tie.changed", objectKind: "network_tie", objectIds: [id], caseId });
}
export async function withdrawTie(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await withdrawTieRow(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "network_tie.withdrawn", objectKind: "network_tie", objectIds: [id], caseId });
}
