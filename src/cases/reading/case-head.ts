import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanTime } from "../../kernel/german-instant.ts";
import { type CaseHeadRow, getCaseHeadRow, type LifeAreaRow, type OtherCaseRow, type PhaseRow, type TeamRow } from "./case-head.sql.ts";
import { type CasePersonRow, listCasePersons } from "./case-persons.sql.ts";
import { nameOf } from "./people-words.ts";

export interface TeamMember {
  readonly rowId: string;
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly function: "lead" | "substitute" | "member";
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
  /** standing deputy of the lead, who is away today */
  readonly standsIn: boolean;
  readonly isMe: boolean;
}

/** What stands at the head of a case on every one of its pages. */
export interface CaseHead {
  readonly id: string;
  readonly number: string;
  readonly phase: string;
  readonly openedOn: CalendarDay;
  readonly admittedOn: CalendarDay | null;
  readonly closedOn: CalendarDay | null;
  readonly mainPersonId: string | null;
  readonly mainName: string;
  readonly mainNameOwn: string;
  readonly mainBirthYear: number | null;
  readonly personCount: number;
  readonly leadId: string | null;
  readonly leadName: string | null;
  readonly nextDueOn: CalendarDay | null;
  readonly lastContactOn: CalendarDay | null;
  readonly version: number;
  readonly keyRef: string;
  /** false: the reader sees this head alone (a team lead who has not joined) */
  readonly isOpen: boolean;
  /** `14:05`: until when the reader is in by emergency access alone */
  readonly emergencyUntil: string | null;
  readonly team: readonly TeamMember[];
  readonly persons: readonly CasePersonRow[];
  readonly phases: readonly PhaseRow[];
  /** all of the tenant's, and what this case has in each */
  readonly lifeAreas: readonly LifeAreaRow[];
  readonly otherCases: readonly OtherCaseRow[];
}

/** Two statements in one flight; NotFound where not even the head is the reader's to see. Writes no record: the page does. */
export async function readCaseHead(tx: ReadTx, asking: Asking, caseId: string): Promise<CaseHead> {
  const [row, persons] = await Promise.all([getCaseHeadRow(tx, caseId), listCasePersons(tx, caseId)]);
  return { ...headOf(row, asking.app.config.timeZone), team: row.team.map((member) => memberOf(member, asking.session.accountId)), persons };
}

const headOf = (row: CaseHeadRow, timeZone: string) => ({
  id: row.id,
  number: row.number,
  phase: row.phase,
  openedOn: row.opened_on as CalendarDay,
  admittedOn: row.admitted_on as CalendarDay | null,
  closedOn: row.closed_on as CalendarDay | null,
  mainPersonId: row.main_person_id,
  mainName: row.main_name === "" ? "ohne Namen" : row.main_name,
  mainNameOwn: row.main_name_own,
  mainBirthYear: row.main_birth_year,
  personCount: row.person_count,
  leadId: row.lead_id,
  leadName: row.lead_id === null ? null : nameOf(row.lead_given, row.lead_family),
  nextDueOn: row.next_due_on as CalendarDay | null,
  lastContactOn: row.last_contact_on as CalendarDay | null,
  version: row.version,
  keyRef: row.key_ref,
  isOpen: row.is_open,
  emergencyUntil: row.emergency_until && germanTime(row.emergency_until, timeZone),
  phases: row.phases,
  lifeAreas: row.life_areas,
  otherCases: row.other_cases,
});

const memberOf = (row: TeamRow, me: string): TeamMember => ({
  rowId: row.id,
  accountId: row.account_id,
  name: nameOf(row.given_name, row.family_name),
  organisation: row.organisation,
  function: row.function,
  fromOn: row.from_on as CalendarDay,
  untilOn: row.until_on as CalendarDay | null,
  standsIn: row.stands_in,
  isMe: row.account_id === me,
});
