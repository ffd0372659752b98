import { record } from "../../audit/index.ts";
import { addDocument, addFollowUp } from "../../cases/index.ts";
import { getCaseFile, granted, listCasePersons, sealNeeded } from "../../cases/working/index.ts";
import { type CaseHead, nameOf, namesOf, readCaseHead } from "../../cases/reading/index.ts";
import { senderName } from "../../consent/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking, Upload } from "../../http/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { openGoals } from "../progress.ts";
import { findPlan, type Goal } from "../read-plan.ts";
import { agreedMeasure, type AgreementContent, liveMeasures } from "./agreement-content.ts";
import { agreementWords } from "./agreement-words.ts";
import { insertAgreement, linkSignedSheet, listAgreements } from "./agreements.sql.ts";
import { type AgreementInput, decideAgreement } from "./decide-agreement.ts";
import { currentAgreement } from "./read-agreements.ts";

const fullName = (head: CaseHead, id: string): string => {
  const person = head.persons.find((p) => p.person_id === id);
  if (person === undefined) return "";
  const { latin, own } = namesOf(person);
  return [latin, own].filter((n): n is string => n !== undefined && n !== "" ).join(" · ");
};
const firstName = (head: CaseHead, id: string): string => head.persons.find((p) => p.person_id === id)?.names[0]?.given ?? "";

/** Keeps the plan word by word as both agreed to it. The next version is a new one; nothing of this is changed any more. */
export async function agreePlan(tx: WriteTx, asking: Asking, caseId: string, input: AgreementInput): Promise<string> {
  const file = await getCaseFile(tx, caseId);
  const plan = await findPlan(tx, asking, caseId);
  const persons = await listCasePersons(tx, caseId);
  const { goals, ...agreed } = granted(decideAgreement(input, { today: asking.today, personIds: persons.filter((p) => p.left_on === null).map((p) => p.person_id), openGoals: openGoals(plan), isEnded: file.closed_on !== null }));
  const head = await readCaseHead(tx, asking, caseId);
  const said = (id: string): string => agreed.translations[id] ?? "";
  const content: AgreementContent = {
    signer: fullName(head, agreed.personId), manager: nameOf(asking.session.givenName, asking.session.familyName), office: await senderName(tx, asking), interpreter: agreed.interpreter, nextReviewOn: agreed.nextReviewOn,
    textVersion: agreementWords.de.version, considered: openGoals(plan).map((g) => g.id),
    goals: goals.map((g: Goal) => ({
      id: g.id, personId: g.personId, person: persons.length > 1 ? firstName(head, g.personId) : "", lifeArea: g.lifeArea, wish: g.wish, wishLanguage: g.wishLanguage, de: g.title, other: said(g.id),
      measures: liveMeasures(g).map((m) => agreedMeasure(m, said(m.id))),
    })),
  };
  const id = newId();
  const versionNumber = 1 + Math.max(0, ...(await listAgreements(tx, caseId)).map((a) => a.version_number));
  await insertAgreement(tx, asking.session, {
    id, caseId, personId: agreed.personId, versionNumber, language: agreed.language, contentCt: sealNeeded(asking, file.key_ref, "plan_agreements.content_ct", id, JSON.stringify(content)),
    agreedOn: agreed.agreedOn, signing: agreed.signing, signedOn: agreed.signing === "together" ? agreed.agreedOn : null,
  });
  await record(tx, asking, { action: "agreement.made", objectKind: "agreement", objectIds: [id], caseId });
  if (agreed.nextReviewOn !== null && agreed.nextReviewOn >= asking.today) await addFollowUp(tx, asking, caseId, { title: "Plan überprüfen", dueOn: agreed.nextReviewOn, ownerId: null, lifeAreas: [] });
  return id;
}

/** The signed sheet, photographed. The one before stays with the files. */
export async function addSignedSheet(tx: WriteTx, asking: Asking, caseId: string, id: string, upload: Upload | undefined): Promise<void> {
  const agreement = await currentAgreement(tx, asking, caseId, id);
  const documentId = await addDocument(tx, asking, caseId, upload, { kind: "other", personId: agreement.personId, lifeAreas: [], isEntrusted: false });
  if ((await linkSignedSheet(tx, caseId, id, documentId, asking.today)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "agreement.sheet_added", objectKind: "agreement", objectIds: [id], caseId });
}
