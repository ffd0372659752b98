import { CaseFrame } from "../../cases/reading/index.ts";
import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { Columns } from "../../ui/index.ts";
import { JoinCard, NextCard, SideCards } from "./case-side.page.tsx";
import { CaseTimeline } from "./case-timeline.page.tsx";
import { Composer } from "./composer.page.tsx";
import type { CaseOverview } from "./read-case-overview.ts";

export interface CaseOverviewView {
  readonly overview: CaseOverview;
  readonly today: CalendarDay;
  readonly me: string;
  readonly lifeArea: string | null;
  readonly isLater: boolean;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}

export function CaseOverviewPage(view: CaseOverviewView) {
  const { overview, today, me, lifeArea, isLater, form } = view;
  const { head } = overview;
  if (!head.isOpen) {
    return (
      <CaseFrame head={head} today={today} current="overview">
        <JoinCard caseId={head.id} number={head.number} form={form()} />
      </CaseFrame>
    );
  }
  const side = { overview, today, me, form };
  return (
    <CaseFrame head={head} today={today} current="overview">
      <Columns
        next={<NextCard {...side} />}
        main={
          <>
            {!isLater && <Composer overview={overview} today={today} form={form()} />}
            <CaseTimeline caseId={head.id} me={me} today={today} timeline={overview.timeline} lifeAreas={overview.lifeAreas} lifeArea={lifeArea} sharedWith={overview.sharedWith} isLater={isLater} />
          </>
        }
        side={<SideCards {...side} />}
      />
    </CaseFrame>
  );
}
