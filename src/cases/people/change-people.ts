import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { NotFound, Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { getCaseFile, listCasePersons } from "../case-file.sql.ts";
import { filterAttachable, insertCasePerson, setMain } from "../opening/opening.sql.ts";
import { openText, sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { decideRelation, type RelationInput } from "./decide-people.ts";
import { deleteRelation, insertRelation, listRelations, markBack, markLeft } from "./people.sql.ts";
import { inverseOf, type RelationKind } from "./relation-kinds.ts";

export async function addPersonToCase(tx: WriteTx, asking: Asking, caseId: string, personId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  const known = (await listCasePersons(tx, caseId)).find((p) => p.person_id === personId);
  if (known !== undefined && known.left_on === null) throw new Refused([{ code: "person-already-in-case", field: "personId", sentence: "Diese Person gehört schon zum Fall." }]);
  if (known === undefined && !(await filterAttachable(tx, [personId])).includes(personId))
    throw new Refused([{ code: "person-not-available", field: "personId", sentence: "Diese Person können Sie nicht in den Fall aufnehmen. Fragen Sie die Teamleitung, ob es schon einen Fall gibt." }]);
  if (known === undefined) await insertCasePerson(tx, asking.session, { caseId, personId, isMain: false, on: asking.today });
  else await markBack(tx, caseId, personId);
  await record(tx, asking, { action: "case.person_added", objectKind: "person", objectIds: [personId], caseId });
}

/** A person is no longer counted in the case; what was written about them stays. */
export async function removePersonFromCase(tx: WriteTx, asking: Asking, caseId: string, personId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  const person = (await listCasePersons(tx, caseId)).find((p) => p.person_id === personId && p.left_on === null);
  if (person === undefined) throw new NotFound();
  if (person.is_main) throw new Refused([{ code: "main-person-stays", sentence: "Die Hauptperson bleibt im Fall. Wählen Sie zuerst eine andere Hauptperson." }]);
  await markLeft(tx, caseId, personId, asking.today);
  await record(tx, asking, { action: "case.person_removed", objectKind: "person", objectIds: [personId], caseId });
}

export async function setMainPerson(tx: WriteTx, asking: Asking, caseId: string, personId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  await setMain(tx, caseId, personId);
  await record(tx, asking, { action: "case.main_person_set", objectKind: "person", objectIds: [personId], caseId });
}

export async function addRelation(tx: WriteTx, asking: Asking, caseId: string, input: RelationInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const persons = await listCasePersons(tx, caseId);
  const existing = await listRelations(tx, caseId);
  const relation = granted(
    decideRelation(input, {
      personIds: persons.map((p) => p.person_id),
      existing: existing.map((r) => ({ personId: r.person_id, otherPersonId: r.other_person_id, kind: r.kind, untilOn: r.until_on })),
    }),
  );
  const id = newId();
  const nameCt = relation.otherPersonId === null ? sealText(asking, file.key_ref, "case_relations.other_name_ct", id, relation.otherName) : null;
  await insertRelation(tx, asking.session, caseId, {
    id, person_id: relation.personId, other_person_id: relation.otherPersonId, other_name_ct: nameCt, kind: relation.kind, from_on: relation.fromOn, until_on: relation.untilOn,
  });
  await record(tx, asking, { action: "relation.added", objectKind: "relation", objectIds: [id], caseId });
  return id;
}

export async function removeRelation(tx: WriteTx, asking: Asking, caseId: string, relationId: string): Promise<void> {
  await getCaseFile(tx, caseId);
  if ((await deleteRelation(tx, caseId, relationId)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "relation.removed", objectKind: "relation", objectIds: [relationId], caseId });
}

export interface Relation {
  readonly id: string;
  readonly personId: string;
  readonly otherPersonId: string | null;
  /** a third person's name; empty where the other is of the case */
  readonly otherName: string;
  /** what the other is to the person */
  readonly kind: RelationKind;
  /** what the person is to the other */
  readonly inverse: RelationKind;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export async function relationsOf(tx: ReadTx, asking: Asking, caseId: string): Promise<Relation[]> {
  const file = await getCaseFile(tx, caseId);
  return (await listRelations(tx, caseId)).map((r) => ({
    id: r.id, personId: r.person_id, otherPersonId: r.other_person_id, kind: r.kind, inverse: inverseOf(r.kind), fromOn: r.from_on, untilOn: r.until_on,
    otherName: openText(asking, file.key_ref, "case_relations.other_name_ct", r.id, r.other_name_ct),
  }));
}
