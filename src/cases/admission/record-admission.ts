import { record } from "../../audit/index.ts";
import type { ReadTx, WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Stale } from "../../kernel/errors.ts";
import { type CaseFile, getCaseFile, listCriteria, listLegalBases, listLifeAreas } from "../case-file.sql.ts";
import { stepInto } from "../phases/move-phase.ts";
import { listOpenPhases } from "../phases/phases.sql.ts";
import { openText, sealText } from "../sealing.ts";
import { granted } from "../verdict.ts";
import { countEmployers, findAdmission, insertAdmission, updateAdmission } from "./admissions.sql.ts";
import { type AdmissionFacts, type AdmissionInput, decideAdmission } from "./decide-admission.ts";

async function admissionFacts(tx: ReadTx, asking: Asking, file: CaseFile, before: { life_areas: string[]; criteria_met: string[]; legal_basis_id: string | null } | undefined): Promise<AdmissionFacts> {
  const [areas, criteria, bases] = [await listLifeAreas(tx), await listCriteria(tx), await listLegalBases(tx)];
  return {
    today: asking.today,
    isClosed: file.closed_on !== null,
    // what was chosen before may stay, also when the tenant retired it since
    lifeAreas: [...areas.map((a) => a.key), ...(before?.life_areas ?? [])],
    criteria: [...criteria.map((c) => c.key), ...(before?.criteria_met ?? [])],
    legalBasisIds: [...bases.map((b) => b.key), ...(before?.legal_basis_id ? [before.legal_basis_id] : [])],
    employers: await countEmployers(tx, file.id),
  };
}

/** Where work went on already (imported cases), a decision recorded late does not take the case back. */
const BEFORE_ADMISSION: ReadonlySet<string> = new Set(["enquiry", "clearing", "reopened", "dormant", "advised_onward", "not_admitted", "admitted"]);

/** Keeps what is known about the admission and, where it says so, decides it: a decision moves the case to its phase. `version` is the admission's own. */
export async function recordAdmission(tx: WriteTx, asking: Asking, caseId: string, version: number, input: AdmissionInput): Promise<void> {
  const file = await getCaseFile(tx, caseId);
  const before = await findAdmission(tx, caseId);
  const { reason, ...fields } = granted(decideAdmission(input, await admissionFacts(tx, asking, file, before)));
  const isNew = fields.decision !== null && fields.decision !== before?.decision;
  const decidedBy = fields.decision === null ? null : isNew ? asking.session.accountId : (before?.decided_by ?? null);
  const row = { ...fields, decidedBy, reasonCt: sealText(asking, file.key_ref, "case_admissions.reason_ct", caseId, reason) };
  if (before === undefined) await insertAdmission(tx, asking.session, caseId, row);
  else if ((await updateAdmission(tx, caseId, version, row)) !== 1) throw new Stale(await currentAdmission(tx, asking, caseId));
  if (isNew && fields.decision !== null && BEFORE_ADMISSION.has(file.phase)) {
    const phase = fields.decision;
    const open = (await listOpenPhases(tx, caseId)).map((p) => p.phase);
    await stepInto(tx, asking, file, file.version, { phase, on: fields.decidedOn ?? asking.today, ends: open.filter((p) => p !== phase), begins: !open.includes(phase), note: "" });
  }
  const action = isNew ? "admission.decided" : "admission.recorded";
  await record(tx, asking, { action, objectKind: "case", objectIds: [caseId], caseId, purpose: fields.decision ?? "" });
  if (isNew) await record(tx, asking, { action: "admission.recorded", objectKind: "case", objectIds: [caseId], caseId });
}

/** What is recorded so far, for the form and for the answer of the API. */
export async function currentAdmission(tx: ReadTx, asking: Asking, caseId: string) {
  const file = await getCaseFile(tx, caseId);
  const row = await findAdmission(tx, caseId);
  return {
    caseId,
    accessRoute: row?.access_route ?? "",
    lifeAreas: row?.life_areas ?? [],
    criteriaMet: row?.criteria_met ?? [],
    decision: row?.decision ?? null,
    decidedOn: row?.decided_on ?? null,
    reason: openText(asking, file.key_ref, "case_admissions.reason_ct", caseId, row?.reason_ct ?? null),
    legalBasisId: row?.legal_basis_id ?? null,
    informedOn: row?.informed_on ?? null,
    informedLanguage: row?.informed_language ?? "",
    teamReleaseOn: row?.team_release_on ?? null,
    teamReleaseForm: row?.team_release_form ?? null,
    version: row?.version ?? 0,
  };
}
