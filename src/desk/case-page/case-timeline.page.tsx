import { type LifeAreaRow, shortName, type TimelineItem, type TimelinePage } from "../../cases/reading/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, EmptyState, FilterChoices, LinkButton, Timeline, type TimelineEntry } from "../../ui/index.ts";
import { caseLinks } from "./case-links.ts";
import { titleOf, toneOf } from "./timeline-words.ts";

export interface TimelineView {
  readonly caseId: string;
  readonly me: string;
  readonly today: string;
  readonly timeline: TimelinePage;
  readonly lifeAreas: readonly LifeAreaRow[];
  readonly lifeArea: string | null;
  readonly sharedWith: Readonly<Record<string, readonly string[]>>;
  /** this is not the first page */
  readonly isLater: boolean;
}

/** Everything that this reader may see, newest first; what they may not is not even counted. */
export function CaseTimeline(view: TimelineView) {
  const { timeline, lifeAreas, lifeArea, isLater } = view;
  const used = lifeAreas.filter((area) => area.entries > 0 || area.key === lifeArea);
  return (
    <Card
      title="Verlauf"
      id="verlauf"
      {...(used.length === 0
        ? {}
        : {
            aside: (
              <FilterChoices
                label="Verlauf nach Lebensbereich"
                choices={[
                  { label: "Alle", href: addressOf(view, null, null), current: lifeArea === null },
                  ...used.map((area) => ({ label: area.label, href: addressOf(view, area.key, null), current: area.key === lifeArea })),
                ]}
              />
            ),
          })}
      footer={<TimelineFoot view={view} />}
    >
      {timeline.items.length === 0 ? (
        <EmptyState title={lifeArea === null ? "Noch nichts festgehalten" : "Zu diesem Lebensbereich ist nichts festgehalten"}>
          {lifeArea === null && !isLater ? "Schreiben Sie oben auf, was Sie besprochen haben. Ein Satz genügt." : "Wählen Sie „Alle“, um den ganzen Verlauf zu sehen."}
        </EmptyState>
      ) : (
        <Timeline label="Verlauf, das Neueste zuerst" entries={timeline.items.map((item) => entryOf(item, view))} />
      )}
    </Card>
  );
}

function TimelineFoot({ view }: { view: TimelineView }) {
  const { timeline, isLater, lifeArea } = view;
  if (timeline.next === null && !isLater) return <span>Das ist alles.</span>;
  return (
    <>
      {isLater && <LinkButton href={addressOf(view, lifeArea, null)}>Zum Anfang</LinkButton>}
      {timeline.next === null ? <span>Das ist alles.</span> : <LinkButton href={addressOf(view, lifeArea, timeline.next)}>Mehr anzeigen</LinkButton>}
    </>
  );
}

function addressOf(view: TimelineView, area: string | null, after: string | null): string {
  const query = new URLSearchParams({ ...(area === null ? {} : { bereich: area }), ...(after === null ? {} : { weiter: after }) }).toString();
  return `${caseLinks(view.caseId).page}${query === "" ? "" : `?${query}`}#verlauf`;
}

function entryOf(item: TimelineItem, view: TimelineView): TimelineEntry {
  const links = caseLinks(view.caseId);
  const label = (key: string): string => view.lifeAreas.find((area) => area.key === key)?.label ?? key;
  const isContact = item.kind === "contact";
  return {
    id: `eintrag-${item.kind}-${item.id}`,
    when: <time datetime={item.onDay}>{item.onDay.slice(0, 4) === view.today.slice(0, 4) ? germanDay(item.onDay).slice(0, 6) : germanDay(item.onDay)}</time>,
    title: isContact ? <a href={links.contact(item.id)}>{titleOf(item, view.me)}</a> : titleOf(item, view.me),
    tone: toneOf(item),
    chips: (
      <>
        {item.lifeAreas.map((key) => (
          <>
            <Chip tone="accent">{label(key)}</Chip>{" "}
          </>
        ))}
        {item.isEntrusted && <Chip tone="danger">anvertraut</Chip>} {item.reviewDue && <Chip tone="warning">bitte prüfen</Chip>}
        {!item.isComplete && <Chip tone="warning">noch zu ergänzen</Chip>}
      </>
    ),
    ...(item.text === "" ? {} : { body: item.kind === "document" ? <a href={links.documents}><bdi>{item.text}</bdi></a> : <bdi>{item.text}</bdi> }),
    ...bylineOf(item, view),
  };
}

function bylineOf(item: TimelineItem, { me, sharedWith }: TimelineView): { byline?: string } {
  const parts: string[] = [];
  if (item.by !== null) parts.push(item.accountId === me ? "Sie" : shortName(item.by));
  if (item.happenedAt !== null) parts.push(`${item.happenedAt} Uhr`);
  if (item.minutes !== null) parts.push(`${item.minutes} Minuten`);
  if (item.place !== "") parts.push(item.place);
  if (item.kind === "follow_up" && item.untilOn !== null && item.untilOn !== item.onDay) parts.push(`war fällig am ${germanDay(item.untilOn)}`);
  if (item.kind === "team_joined" && item.untilOn !== null) parts.push(`bis ${germanDay(item.untilOn)}`);
  if (item.kind === "emergency") parts.push({ justified: "geprüft: berechtigt", not_justified: "geprüft: nicht berechtigt" }[item.detail] ?? "Prüfung steht aus");
  if (item.kind === "contact" || item.kind === "document") parts.push(Object.hasOwn(sharedWith, item.id) ? `das Fallteam und ${sharedWith[item.id]!.join(", ")}` : "nur das Fallteam");
  return parts.length === 0 ? {} : { byline: parts.join(" · ") };
}
