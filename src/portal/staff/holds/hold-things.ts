import { record } from "../../../audit/index.ts";
import { getCaseFile, sealNeeded } from "../../../cases/working/index.ts";
import type { WriteTx } from "../../../db/index.ts";
import type { Asking } from "../../../http/index.ts";
import { NotFound, Refused } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/id.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { insertHold, liftHold } from "./holds.sql.ts";
import { thingsOf } from "./read-holds.ts";

const NOTHING: Refusal = { code: "nothing-to-hold", field: "thing", sentence: "Wählen Sie, was nicht auf der Seite stehen soll." };
const NO_REASON: Refusal = { code: "reason-missing", field: "reason", sentence: "Schreiben Sie, warum. Ohne Grund bleibt es auf der Seite." };

const THING = /^[a-z]+:[0-9a-f-]{36}:[0-9a-f-]{36}$/;

/** Takes off what stands on the page of one person at this moment; the ids of the holds. */
export async function holdThings(tx: WriteTx, asking: Asking, caseId: string, values: readonly string[], reason: string): Promise<string[]> {
  const file = await getCaseFile(tx, caseId);
  const persons = new Set(values.map((value) => value.split(":")[1]));
  const [personId] = persons;
  if (personId === undefined || persons.size > 1 || !values.every((value) => THING.test(value))) throw new Refused(reason === "" ? [NOTHING, NO_REASON] : [NOTHING]);
  const things = (await thingsOf(tx, asking, file, personId)).filter((t) => values.includes(t.value));
  const refusals = [...(things.length === values.length ? [] : [NOTHING]), ...(reason === "" ? [NO_REASON] : [])];
  if (refusals.length > 0) throw new Refused(refusals);
  const ids: string[] = [];
  for (const thing of things) {
    for (const rowId of thing.rows) {
      const id = newId();
      await insertHold(tx, asking.session, { id, caseId, personId, kind: thing.kind, rowId, reason: sealNeeded(asking, file.key_ref, "portal_holds.reason_ct", id, reason) });
      ids.push(id);
    }
  }
  await record(tx, asking, { action: "portal_hold.set", objectKind: "portal_hold", objectIds: [...ids, ...things.flatMap((t) => t.rows)], caseId });
  return ids;
}

export async function showAgain(tx: WriteTx, asking: Asking, caseId: string, holdId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await liftHold(tx, caseId, holdId)) === 0) throw new NotFound();
  await record(tx, asking, { action: "portal_hold.ended", objectKind: "portal_hold", objectIds: [holdId], caseId });
}
