import { mayUse } from "../../accounts/index.ts";
import { record } from "../../audit/index.ts";
import type { WriteTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { Refused } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import { insertAdmission } from "../admission/admissions.sql.ts";
import { listLifeAreas } from "../case-file.sql.ts";
import { insertPhase } from "../phases/phases.sql.ts";
import { insertAssignment, listColleagues } from "../team/team.sql.ts";
import { granted } from "../verdict.ts";
import { type DecidedOpening, decideOpening, type OpeningInput } from "./decide-opening.ts";
import { filterAttachable, insertCase, insertCasePerson, linkAdvice, takeCaseNumber } from "./opening.sql.ts";

export interface OpenedCase {
  readonly id: string;
  readonly number: string;
  /** false where somebody else was named as lead: whoever opened it does not see it any more */
  readonly isMine: boolean;
}

/** Opens a case with its persons, first lead and first phase, under a key of its own. */
export async function openCase(tx: WriteTx, asking: Asking, input: OpeningInput): Promise<OpenedCase> {
  const { session } = asking;
  const [areas, colleagues] = [await listLifeAreas(tx), await listColleagues(tx)];
  const opening = granted(
    decideOpening(input, {
      today: asking.today,
      me: session.accountId,
      mayAssign: mayUse(session, "case.assign") || session.roles.includes("intake"),
      colleagueIds: colleagues.map((c) => c.account_id),
      lifeAreas: areas.map((a) => a.key),
      attachableIds: await filterAttachable(tx, input.personIds),
    }),
  );
  const id = newId();
  const number = await takeCaseNumber(tx, Number(asking.today.slice(0, 4)));
  await insertCase(tx, session, { id, number, phase: opening.phase, openedOn: opening.openedOn, keyRef: asking.app.vault.newKey() });
  await insertContents(tx, asking, id, opening);
  if (opening.adviceId !== null) await becomeCase(tx, opening.adviceId, id);
  await record(tx, asking, { action: "case.opened", objectKind: "case", objectIds: [id, ...opening.personIds], caseId: id });
  return { id, number, isMine: opening.leadId === session.accountId };
}

/** The team comes last: whoever names another lead no longer reaches into the case afterwards. */
async function insertContents(tx: WriteTx, asking: Asking, caseId: string, opening: DecidedOpening): Promise<void> {
  const { session } = asking;
  for (const personId of opening.personIds) await insertCasePerson(tx, session, { caseId, personId, isMain: personId === opening.mainPersonId, on: opening.openedOn });
  await insertPhase(tx, session, { id: newId(), caseId, phase: opening.phase, on: opening.openedOn, noteCt: null });
  await insertAdmission(tx, session, caseId, {
    accessRoute: opening.accessRoute, lifeAreas: opening.lifeAreas, criteriaMet: [], decision: null, decidedOn: null, decidedBy: null, reasonCt: null,
    legalBasisId: null, informedOn: null, informedLanguage: "", teamReleaseOn: null, teamReleaseForm: null,
  });
  await insertAssignment(tx, session, { id: newId(), caseId, accountId: opening.leadId, function: "lead", fromOn: asking.today, untilOn: null });
}

async function becomeCase(tx: WriteTx, adviceId: string, caseId: string): Promise<void> {
  if ((await linkAdvice(tx, adviceId, caseId)) !== 1) throw new Refused([{ code: "advice-not-available", sentence: "Diese Kurzberatung gibt es nicht, oder sie ist schon ein Fall." }]);
}
