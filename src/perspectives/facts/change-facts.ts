import { record } from "../../audit/index.ts";
import { getCaseFile, granted, listCasePersons } from "../../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Stale } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { loadPersons } from "../../persons/index.ts";
import { decideFact, type FactInput } from "./decide-fact.ts";
import { type FactEntry, isGuarded } from "./fact-entry.ts";
import { getFactRow, insertFactRow, listDocumentIds, withdrawFactRow } from "./facts.sql.ts";
import { entryOf, factBinding } from "./known-facts.ts";

/** Whose fact it is: a person of this case, or of the room of an authority (no case). NotFound for everybody else's. */
async function placeOf(tx: ReadTx, asking: Asking, caseId: string | null, personId: string) {
  const person = (await loadPersons(tx, [personId], [])).get(personId);
  const own = person?.records.find((r) => r.id === personId);
  if (own === undefined || asking.session.roomId === null) throw new NotFound();
  if (caseId === null) return { keyRef: own.keyRef, isEnded: false, documentIds: null };
  const file = await getCaseFile(tx, caseId);
  if (!(await listCasePersons(tx, caseId)).some((p) => p.person_id === personId)) throw new NotFound();
  return { keyRef: own.keyRef, isEnded: file.closed_on !== null, documentIds: await listDocumentIds(tx, caseId) };
}

/** Records one more entry: the one before it stays and stops counting where this one counts. */
export async function recordFact(tx: WriteTx, asking: Asking, caseId: string | null, personId: string, input: FactInput): Promise<string> {
  const place = await placeOf(tx, asking, caseId, personId);
  const fact = granted(decideFact(input, { today: asking.today, documentIds: place.documentIds, isEnded: place.isEnded }));
  const id = newId();
  const { tenantId, roomId, accountId } = asking.session;
  const guarded = isGuarded(fact.key);
  await insertFactRow(tx, {
    tenant_id: tenantId, room_id: roomId!, id, person_id: personId, case_id: caseId, key: fact.key, is_guarded: guarded,
    value: guarded ? null : fact.value, value_ct: guarded ? asking.app.vault.seal(place.keyRef, JSON.stringify(fact.value), factBinding(tenantId, id)) : null,
    from_on: fact.from, until_on: fact.to, source: fact.source, stated_on: fact.statedOn, found_by: fact.foundBy, evidence_document_id: fact.evidenceDocumentId, recorded_by: accountId,
  });
  await record(tx, asking, { action: "fact.recorded", objectKind: "fact", objectIds: [id], ...(caseId === null ? {} : { caseId }) });
  return id;
}

/** Takes an entry back: typed by mistake. What changed in life is another entry. */
export async function withdrawFact(tx: WriteTx, asking: Asking, personId: string, factId: string, version: number | null): Promise<void> {
  const row = await getFactRow(tx, personId, factId);
  if (row.case_id !== null) await getCaseFile(tx, row.case_id);
  if ((await withdrawFactRow(tx, personId, factId, version ?? row.version)) !== 1) throw new Stale({ ...(await currentFact(tx, asking, personId, factId)) });
  await record(tx, asking, { action: "fact.withdrawn", objectKind: "fact", objectIds: [factId], ...(row.case_id === null ? {} : { caseId: row.case_id }) });
}

export const currentFact = async (tx: ReadTx, asking: Asking, personId: string, factId: string): Promise<FactEntry> => entryOf(asking.app.vault, await getFactRow(tx, personId, factId));
