import { findLevelTeasers, type LevelTeaser } from "../../assessment/index.ts";
import type { ReadTx } from "../../db/index.ts";
import type { Asking } from "../../http/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { germanMoment } from "../../kernel/german-instant.ts";
import {
  type CaseHead, type CaseReaders, type FollowUp, getKept, type LifeAreaRow, openCaseText, openOriginCells, openTimeline, type OriginCell, readCaseHead,
  readersOf, readOpenFollowUps, readTimelineRows, type TimelinePage,
} from "../../cases/reading/index.ts";
import { listStanding, type StandingRow } from "../../consent/index.ts";
import { getPlanTeaser, type PlanTeaser } from "../../plan/index.ts";
import { type OutlookTeaser, readOutlookTeaser } from "../../perspectives/index.ts";

const TIMELINE_PAGE = 25;
/** where the composer's draft is kept; the command that adds a contact takes it away */
export const COMPOSER_PLACE = "contact.new";

export interface CaseOverview {
  readonly head: CaseHead;
  /** null: no main person, or the contents are closed to the reader */
  readonly outlook: OutlookTeaser | null;
  readonly plan: PlanTeaser;
  readonly timeline: TimelinePage;
  readonly followUps: readonly FollowUp[];
  readonly lifeAreas: readonly LifeAreaRow[];
  /** of the main person, by life area */
  readonly levels: ReadonlyMap<string, LevelTeaser>;
  /** consents in force, and what is shared by them */
  readonly standing: readonly StandingRow[];
  readonly readers: CaseReaders;
  /** entry id → offices that read it through a share now */
  readonly sharedWith: Readonly<Record<string, readonly string[]>>;
  readonly draft: { readonly text: string; readonly keptAt: string } | null;
  readonly origin: { readonly cells: readonly OriginCell[]; readonly deleteOn: CalendarDay } | null;
}

/** The case page's statements leave in one flight; their number does not depend on what the case holds. */
export async function readCaseOverview(tx: ReadTx, asking: Asking, caseId: string, lifeArea: string | null, after: string | null): Promise<CaseOverview> {
  const { tenantId } = asking.session;
  const [[head, outlook], rows, followUps, kept, readers, standing, plan, levels] = await Promise.all([
    readCaseHead(tx, asking, caseId).then(async (read) => [read, await readOutlookTeaser(tx, asking, read)] as const),
    readTimelineRows(tx, asking, { caseId, lifeArea, after, most: TIMELINE_PAGE }),
    readOpenFollowUps(tx, asking, caseId),
    getKept(tx, tenantId, caseId, COMPOSER_PLACE),
    readersOf(tx, asking, caseId, { isEntrusted: false }),
    listStanding(tx, caseId),
    getPlanTeaser(tx, caseId, asking.today),
    findLevelTeasers(tx, caseId),
  ]);
  const draftRow = `${asking.session.accountId}/${caseId}/${COMPOSER_PLACE}`;
  return {
    head,
    outlook,
    plan,
    timeline: head.isOpen ? openTimeline(asking, head.keyRef, rows, TIMELINE_PAGE) : { items: [], next: null },
    followUps,
    lifeAreas: head.lifeAreas,
    levels,
    standing,
    readers,
    sharedWith: kept.shared_with,
    draft: kept.draft_ct === null ? null : { text: openCaseText(asking, head.keyRef, "drafts.text_ct", draftRow, kept.draft_ct), keptAt: germanMoment(kept.draft_at!, asking.app.config.timeZone) },
    origin: kept.cells_ct === null ? null : { cells: openOriginCells(asking, head.keyRef, caseId, kept.cells_ct), deleteOn: kept.delete_on as CalendarDay },
  };
}
