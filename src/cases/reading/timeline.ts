import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import { type CalendarDay, parseCalendarDay } from "../../kernel/calendar-day.ts";
import { openText, type SealedPlace } from "../sealing.ts";
import { nameOf } from "./people-words.ts";
import { listTimelineRows, type TimelineFrom, type TimelineKind, type TimelineRow } from "./timeline.sql.ts";

export interface TimelineItem {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly onDay: CalendarDay;
  readonly detail: string;
  readonly lifeAreas: readonly string[];
  readonly isEntrusted: boolean;
  readonly isComplete: boolean;
  readonly reviewDue: boolean;
  readonly text: string;
  readonly happenedAt: string | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly interpreting: string;
  readonly language: string;
  readonly untilOn: CalendarDay | null;
  readonly accountId: string | null;
  readonly by: string | null;
  readonly about: string | null;
  readonly version: number;
}

export interface TimelinePage {
  readonly items: readonly TimelineItem[];
  /** where the next page goes on; null at the end */
  readonly next: string | null;
}

const PLACES: Record<TimelineKind, SealedPlace | null> = {
  contact: "contacts.text_ct",
  follow_up: "follow_ups.title_ct",
  phase: "case_phases.note_ct",
  admission: "case_admissions.reason_ct",
  closure: "case_closures.handover_ct",
  reopening: null,
  document: "documents.name_ct",
  team_joined: "case_team.reason_ct",
  team_left: null,
  emergency: "emergency_accesses.reason_ct",
};

export interface TimelineQuery {
  readonly caseId: string;
  readonly keyRef: string;
  readonly lifeArea: string | null;
  readonly after: string | null;
  readonly most: number;
}

/** One page of what happened in a case, opened for reading. Rows need no key, so that this leaves with the head's statements. */
export async function readTimelineRows(tx: ReadTx, asking: Asking, query: Omit<TimelineQuery, "keyRef">): Promise<TimelineRow[]> {
  const { caseId, lifeArea, after, most } = query;
  return listTimelineRows(tx, { caseId, timeZone: asking.app.config.timeZone, lifeArea, after: parseCursor(after), most: most + 1 });
}

export function openTimeline(asking: Asking, keyRef: string, rows: readonly TimelineRow[], most: number): TimelinePage {
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const next = rows.length > most && last !== undefined ? `${last.on_day}_${last.at}_${last.id}` : null;
  return { items: shown.map((row) => itemOf(asking, keyRef, row)), next };
}

export const readTimeline = async (tx: ReadTx, asking: Asking, query: TimelineQuery): Promise<TimelinePage> =>
  openTimeline(asking, query.keyRef, await readTimelineRows(tx, asking, query), query.most);

function itemOf(asking: Asking, keyRef: string, row: TimelineRow): TimelineItem {
  const place = PLACES[row.kind];
  return {
    kind: row.kind,
    id: row.id,
    onDay: row.on_day as CalendarDay,
    detail: row.detail,
    lifeAreas: row.life_areas,
    isEntrusted: row.is_entrusted,
    isComplete: row.is_complete,
    reviewDue: row.review_due,
    text: place === null ? "" : openText(asking, keyRef, place, row.id, row.sealed),
    happenedAt: row.happened_at?.slice(0, 5) ?? null,
    minutes: row.minutes,
    place: row.place,
    interpreting: row.interpreting,
    language: row.language,
    untilOn: row.until_on as CalendarDay | null,
    accountId: row.account_id,
    by: row.account_id === null ? null : nameOf(row.given_name, row.family_name),
    about: row.about_family === null ? null : nameOf(row.about_given, row.about_family),
    version: row.version,
  };
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})_(\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const isTimelineCursor = (text: string): boolean => parseCalendarDay(CURSOR.exec(text)?.[1] ?? "") !== null;
function parseCursor(text: string | null): TimelineFrom | null {
  const found = text === null ? null : CURSOR.exec(text);
  return found === null ? null : { day: found[1]!, at: Number(found[2]), id: found[3]! };
}
