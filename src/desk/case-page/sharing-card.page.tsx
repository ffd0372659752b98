import type { StandingRow } from "../../consent/index.ts";
import { type CalendarDay, daysBetween, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, EmptyState, LineList } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import type { CaseOverview } from "./read-case-overview.ts";

/** As far ahead as the ending of a consent is announced. */
const SOON_DAYS = 30;

function Ends({ on, today }: { on: CalendarDay; today: CalendarDay }) {
  const days = daysBetween(today, on);
  return days > SOON_DAYS ? <span class="quiet">bis {germanDay(on)}</span> : <b class="tone-danger" title={`bis ${germanDay(on)}`}>{days <= 0 ? "endet heute" : `endet ${relativeDay(on, today)}`}</b>;
}

/** To whom the person said yes, how long it holds, and whether the office works along by it. */
export function SharingCard({ overview, today }: { readonly overview: CaseOverview; readonly today: CalendarDay }) {
  const { head, standing, lifeAreas } = overview;
  const links = caseLinks(head.id);
  const labelOf = (key: string): string => lifeAreas.find((area) => area.key === key)?.label ?? key;
  const shared = (row: StandingRow): string => (row.shared_areas.length === 0 ? "nichts freigegeben" : `sieht ${row.shared_areas.map(labelOf).join(", ")}`);
  return (
    <Card title="Einwilligungen" {...(standing.length === 0 ? {} : { aside: <a href={links.consents}>Alle</a> })}>
      {standing.length === 0 ? (
        <EmptyState title="Keine in Kraft" action={{ href: links.newConsent, label: "Einwilligung aufnehmen" }}>
          Ohne sie liest nur das Fallteam.
        </EmptyState>
      ) : (
        <LineList>
          {standing.map((row) => (
            <div class="line">
              <span>
                <a href={`${links.consents}/${row.id}`}>{row.recipient}</a>
                <span class="line-note">{shared(row)}</span>
              </span>
              <Ends on={row.expires_on} today={today} />
            </div>
          ))}
        </LineList>
      )}
    </Card>
  );
}

/** Short names of the offices that read a life area now. */
export const officesOf = (overview: CaseOverview, area: string): readonly string[] => [...new Set(overview.standing.filter((row) => row.shared_areas.includes(area)).map((row) => row.recipient))];
