import type { WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { Refused, Stale } from "../kernel/errors.ts";
import { decideScalars, type RawScalars } from "./decide-person.ts";
import { partialDateText } from "./partial-date.ts";
import type { PersonRecord } from "./person.ts";
import { getRecord, updateRecord } from "./persons.sql.ts";
import { recordAboutPersons } from "./record-context.ts";
import { rewriteSearchKeys } from "./rewrite-search-keys.ts";

/** The single values of a record as somebody would type them. */
export const scalarsAsTyped = (r: PersonRecord): Record<string, string> => ({
  birth: r.birth === null ? "" : partialDateText(r.birth),
  birthConfirmed: r.birth !== null && r.birth.on.endsWith("-01-01") && r.birth.precision === "day" && !r.birthPlaceholder ? "ja" : "",
  gender: r.gender,
  entry: r.entry === null ? "" : partialDateText(r.entry),
  diedOn: r.diedOn === null ? "" : partialDateText({ on: r.diedOn, precision: "day" }),
});

/** Changes single values of one record; what is left out stays. Stale where somebody else saved meanwhile. */
export async function correctPerson(tx: WriteTx, asking: Asking, recordId: string, version: number, changes: RawScalars): Promise<void> {
  const before = await getRecord(tx, recordId);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as RawScalars;
  const decided = decideScalars({ ...scalarsAsTyped(before), ...given }, asking.today);
  if (!decided.ok) throw new Refused(decided.refusals);
  if ((await updateRecord(tx, { id: recordId, ...decided.value }, version)) === 0) throw new Stale({ version: before.version, ...scalarsAsTyped(await getRecord(tx, recordId)) });
  await rewriteSearchKeys(tx, asking.session, recordId);
  await recordAboutPersons(tx, asking, { action: "person.corrected", objectKind: "person", objectIds: [recordId] }, [recordId]);
}
