import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { CaseFilter, CaseLine, CaseListAsked, CasePage, CaseSort, ListKey } from "./case-list.ts";
import { type CaseLineRow, countCases, listCaseRows, type ListReader } from "./case-list.sql.ts";
import { type FollowUpRow, listOpenFollowUps, listOwnFollowUps } from "./follow-ups.sql.ts";
import { nameOf } from "./people-words.ts";
import { openText } from "../sealing.ts";

const lineOf = (row: CaseLineRow): CaseLine => ({
  id: row.id,
  number: row.number,
  phase: row.phase,
  name: row.main_name === "" ? "ohne Namen" : row.main_name,
  nameOwn: row.main_name_own,
  birthYear: row.main_birth_year,
  personCount: row.person_count,
  leadId: row.lead_id,
  leadName: row.lead_id === null ? "" : nameOf(row.lead_given, row.lead_family),
  openedOn: row.opened_on as CalendarDay,
  nextDueOn: row.next_due_on as CalendarDay | null,
  lastContactOn: row.last_contact_on as CalendarDay | null,
  isOpen: row.is_open,
});

const keyOf = (row: CaseLineRow, sort: CaseSort): ListKey => ({ value: sort === "name" ? null : row.sort_key, id: row.id });

const readerOf = ({ session: { tenantId, roomId, roles } }: Asking): ListReader => ({ tenantId, roomId, seesAllHeads: roles.includes("team_lead") });

/** One page of the list by key, in either direction. */
export async function readCasePage(tx: ReadTx, asking: Asking, asked: CaseListAsked): Promise<CasePage> {
  const rows = await listCaseRows(tx, readerOf(asking), { ...asked, most: asked.most + 1 });
  const hasMore = rows.length > asked.most;
  const page = rows.slice(0, asked.most);
  if (asked.backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const nextExists = asked.backwards ? asked.from !== null : hasMore;
  const previousExists = asked.backwards ? hasMore : asked.from !== null;
  return {
    lines: page.map(lineOf),
    next: nextExists && last !== undefined ? keyOf(last, asked.sort) : null,
    previous: previousExists && first !== undefined ? keyOf(first, asked.sort) : null,
  };
}

export const MOST_COUNTED = 1000;
/** "212", or "mehr als 1.000". */
export const readCaseCount = async (tx: ReadTx, asking: Asking, filter: CaseFilter): Promise<number> =>
  countCases(tx, readerOf(asking), filter, MOST_COUNTED + 1);

export interface FollowUp {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly nameOwn: string;
  readonly dueOn: CalendarDay;
  readonly kind: string;
  readonly title: string;
  readonly lifeAreas: readonly string[];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly version: number;
  /** the page on which it is done, where that is not the task's own */
  readonly doneAt: string | null;
}

function pageOf(row: FollowUpRow): string | null {
  const base = `/faelle/${row.case_id}`;
  if (row.about_disclosure_id !== null) return row.kind === "correction" ? `${base}/uebermittlungen/neu?berichtigt=${row.about_disclosure_id}` : `${base}/uebermittlungen/${row.about_disclosure_id}`;
  if (row.about_consent_id !== null) return `${base}/einwilligungen/${row.about_consent_id}`;
  if (row.kind === "aftercare") return `${base}/nachsorge/${row.id}`;
  // an ending that names no consent is that of a share
  return row.kind === "consent_ending" ? `${base}/freigaben` : null;
}

const followUpOf = (asking: Asking, row: FollowUpRow): FollowUp => ({
  id: row.id,
  caseId: row.case_id,
  caseNumber: row.number,
  name: row.main_name === "" ? "ohne Namen" : row.main_name,
  nameOwn: row.main_name_own,
  dueOn: row.due_on as CalendarDay,
  kind: row.kind,
  title: openText(asking, row.key_ref, "follow_ups.title_ct", row.id, row.sealed),
  lifeAreas: row.life_areas,
  ownerId: row.owner_id,
  ownerName: nameOf(row.owner_given, row.owner_family),
  version: row.version,
  doneAt: pageOf(row),
});

export const readOpenFollowUps = async (tx: ReadTx, asking: Asking, caseId: string, most = 50): Promise<FollowUp[]> =>
  (await listOpenFollowUps(tx, caseId, most)).map((row) => followUpOf(asking, row));

export const readOwnFollowUps = async (tx: ReadTx, asking: Asking, until: CalendarDay, most = 200): Promise<FollowUp[]> =>
  (await listOwnFollowUps(tx, asking.session.tenantId, until, most)).map((row) => followUpOf(asking, row));
