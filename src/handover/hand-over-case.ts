import { record } from "../audit/index.ts";
import { readCaseHead } from "../cases/reading/index.ts";
import { assignToCase, dropDrafts, endAssignment, granted, handOver, listTeam, openText, sealNeeded } from "../cases/working/index.ts";
import type { ReadTx, WriteTx } from "../db/index.ts";
import type { Asking } from "../http/index.ts";
import { type CalendarDay, dayOf, germanDay } from "../kernel/calendar-day.ts";
import { NotFound } from "../kernel/errors.ts";
import { newId } from "../kernel/id.ts";
import { decideSheet, type SheetInput, type WordsKey } from "./decide-sheet.ts";
import { DRAFTS } from "./first-words.ts";
import { gatherStanding, type StandingPart } from "./gather-standing.ts";
import { getSheet, insertSheet, listSheets, listUnread, markRead, type SheetKind, type SheetRow } from "./handover.sql.ts";

export interface SheetContent {
  readonly words: Readonly<Partial<Record<WordsKey, string>>>;
  readonly standing: readonly StandingPart[];
}

/** Writes the sheet, and gives the case away or somebody in: in one transaction, so that no case changes hands without its sheet. */
export async function handOverWithSheet(tx: WriteTx, asking: Asking, caseId: string, input: SheetInput): Promise<string> {
  const head = await readCaseHead(tx, asking, caseId);
  if (!head.isOpen) throw new NotFound();
  const { today } = asking;
  const decided = granted(decideSheet(input, { today, me: asking.session.accountId, leadId: head.leadId }));
  const id = newId();
  const content: SheetContent = { words: decided.words, standing: await gatherStanding(tx, asking, head) };
  await insertSheet(tx, asking.session, { id, caseId, kind: decided.kind, toId: decided.toId, untilOn: decided.untilOn, contentCt: sealNeeded(asking, head.keyRef, "handover_sheets.content_ct", id, JSON.stringify(content)) });
  await record(tx, asking, { action: "handover_sheet.written", objectKind: "handover_sheet", objectIds: [id], caseId, purpose: decided.kind });
  if (decided.kind === "substitution" && decided.untilOn !== null) await standIn(tx, asking, caseId, decided.toId, decided.untilOn);
  await dropDrafts(tx, caseId, DRAFTS);
  // last: whoever hands a case on loses it at once
  if (decided.kind === "change") await handOver(tx, asking, caseId, decided.toId);
  return id;
}

/** Whoever is in the team until a day before that stays until then; a longer assignment is a new one, which says who made it. */
async function standIn(tx: WriteTx, asking: Asking, caseId: string, accountId: string, untilOn: CalendarDay): Promise<void> {
  const running = (await listTeam(tx, caseId)).filter((t) => t.account_id === accountId && (t.until_on === null || t.until_on >= asking.today));
  if (running.some((t) => t.until_on === null || t.until_on >= untilOn)) return;
  for (const t of running) await endAssignment(tx, asking, caseId, t.id);
  await assignToCase(tx, asking, caseId, { accountId, function: "substitute", fromOn: asking.today, untilOn });
}

export interface Sheet {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly kind: SheetKind;
  readonly from: string;
  readonly to: string;
  readonly isMine: boolean;
  readonly untilOn: CalendarDay | null;
  readonly madeOn: CalendarDay;
  readonly readOn: CalendarDay | null;
  readonly content: SheetContent;
}
function sheetOf(asking: Asking, row: SheetRow): Sheet {
  const zone = asking.app.config.timeZone;
  return {
    id: row.id, caseId: row.case_id, caseNumber: row.number, name: row.main_name, kind: row.kind, from: row.from_name, to: row.to_name, isMine: row.to_id === asking.session.accountId, untilOn: row.until_on,
    madeOn: dayOf(row.made_at, zone), readOn: row.read_at === null ? null : dayOf(row.read_at, zone),
    content: JSON.parse(openText(asking, row.key_ref, "handover_sheets.content_ct", row.id, row.content_ct)) as SheetContent,
  };
}
export const findSheets = async (tx: ReadTx, asking: Asking, caseId: string): Promise<Sheet[]> => (await listSheets(tx, caseId)).map((row) => sheetOf(asking, row));
export const readSheet = async (tx: ReadTx, asking: Asking, caseId: string, id: string): Promise<Sheet> => sheetOf(asking, await getSheet(tx, caseId, id));
/** What was handed to the reader and waits to be read. */
export const readDaySheets = async (tx: ReadTx, asking: Asking): Promise<Sheet[]> => (await listUnread(tx)).map((row) => sheetOf(asking, row));

export async function confirmSheet(tx: WriteTx, asking: Asking, caseId: string, id: string): Promise<void> {
  await getSheet(tx, caseId, id);
  if ((await markRead(tx, caseId, id)) !== 1) throw new NotFound();
  await record(tx, asking, { action: "handover_sheet.confirmed", objectKind: "handover_sheet", objectIds: [id], caseId });
}

/** "von Frau Kurz, am 03.11.2026" and the like, for lists and papers. */
export const sheetLine = (sheet: Sheet): string => `von ${sheet.from} an ${sheet.to}, ${germanDay(sheet.madeOn)}${sheet.untilOn === null ? "" : `, bis ${germanDay(sheet.untilOn)}`}`;
