import type { Placed } from "./caseload.ts";
import type { Caseload } from "./caseload.ts";
import { addKeys, type Invented, type Register } from "./people.ts";

/** As ears and hands change a name on its way into a second list. */
const SPELLINGS = [["sch", "sh"], ["ş", "s"], ["ö", "oe"], ["ü", "ue"], ["ı", "i"], ["kh", "ch"], ["aa", "a"], ["mm", "m"], ["ss", "s"], ["ll", "l"], ["dd", "d"], ["v", "w"], ["dz", "ds"], ["ch", "tsch"], ["enk", "jenk"], ["ej", "ei"], ["y", "i"], ["i", "ie"], ["j", "y"]] as const;
export function spelledOtherwise(name: string): string {
  const found = SPELLINGS.find(([from]) => name.slice(1).toLowerCase().includes(from));
  return found === undefined ? `${name}${name.at(-1)!}` : name.slice(0, 1) + name.slice(1).replace(new RegExp(found[0], "iu"), found[1]);
}

/** A second record of somebody who has a case, as a waiting list brings it: another spelling, and the year alone. */
function addDouble(register: Register, original: Invented, recordedBy: string, recordedOn: string): void {
  const { rows, random, tenantId, roomId } = register;
  const id = random.id();
  const [family, given] = [spelledOtherwise(original.family), original.given];
  rows.add("persons", {
    tenant_id: tenantId, room_id: roomId, id, birth_on: original.birthYear === null ? null : `${original.birthYear}-01-01`, birth_precision: original.birthYear === null ? "unknown" : "year", birth_placeholder: false,
    gender: original.isFemale ? "female" : "male", entered_on: null, entered_precision: "unknown", recorded_by: recordedBy, has_case: false, key_ref: register.newKey(), created_at: `${recordedOn} 10:00`,
  });
  rows.add("person_names", { tenant_id: tenantId, room_id: roomId, id: random.id(), person_id: id, kind: "passport", script: "Latn", family, given, is_primary: true });
  rows.add("person_nationalities", { tenant_id: tenantId, room_id: roomId, id: random.id(), person_id: id, code: original.origin.nationality });
  addKeys({ rows, tenantId, roomId }, id, [{ family, given }], original.birthYear === null ? null : { year: original.birthYear, month: null, day: null, estimated: false }, null);
  const [first, second] = [id, original.id].toSorted();
  rows.add("duplicate_pairs", {
    tenant_id: tenantId, room_id: roomId, id: random.id(), first_id: first!, second_id: second!, score: random.between(78, 94) / 100, reasons: ["same-name", ...(original.birthYear === null ? [] : ["same-birth-year"])], state: "open", created_at: `${recordedOn} 10:00`,
  });
}

const DRAFTS = [
  "Termin beim Jobcenter am Donnerstag: Frau soll den Mietvertrag und die letzten drei Kontoauszüge mitbringen. Noch zu klären ist, ob",
  "Anruf der Schule: Der Platz in der Willkommensklasse ist ab nächster Woche frei. Rückruf bei",
  "Gespräch mit Sprachmittlung. Die Anerkennung des Zeugnisses dauert länger als gedacht, weil",
];

/** What every office has: doubles that nobody has decided on, and texts that somebody began. */
export function addUnfinished(load: Caseload, cases: readonly Placed[], recordedBy: string, recordedOn: string): void {
  const { rows, random, tenantId, roomId } = load;
  const led = cases.filter((c) => c.leadId !== null);
  for (const one of random.pickSome(led, Math.ceil(led.length / 14))) addDouble(load, one.main, recordedBy, recordedOn);
  const open = led.filter((c) => !["closed", "advised_onward", "not_admitted"].includes(c.phase));
  for (const [i, text] of DRAFTS.entries()) {
    const one = open[i * 5];
    if (one === undefined) continue;
    rows.add("drafts", {
      tenant_id: tenantId, room_id: roomId, account_id: one.leadId!, case_id: one.id, place: "contact.new",
      text_ct: load.seal(one.keyRef, text, "drafts", "text_ct", `${one.leadId}/${one.id}/contact.new`), updated_at: `${recordedOn} 16:40`,
    });
  }
}
