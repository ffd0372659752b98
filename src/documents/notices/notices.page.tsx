import type { CaseHead } from "../../cases/reading/index.ts";
import { CaseFrame } from "../../cases/reading/index.ts";
import { type CalendarDay, daysBetween, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { Card, Chip, DataTable, EmptyState, LinkButton, type Tone } from "../../ui/index.ts";
import { NOTICE_STATES, REMEDIES } from "./notice-words.ts";
import type { ShownNotice } from "./read-notices.ts";

export interface NoticesView {
  readonly head: CaseHead;
  readonly today: CalendarDay;
  readonly notices: readonly ShownNotice[];
}

/** How near the end is, in colour and in words. */
export function stateOf(notice: ShownNotice, today: CalendarDay): { tone: Tone; words: string } {
  if (notice.state !== "open") return { tone: notice.state === "missed" ? "danger" : "success", words: notice.state === "filed" ? `${REMEDIES[notice.remedy]} eingelegt` : NOTICE_STATES[notice.state] };
  if (notice.dueOn < today) return { tone: "danger", words: `Frist abgelaufen ${relativeDay(notice.dueOn, today)}` };
  const end = notice.safeOn >= today ? notice.safeOn : notice.dueOn;
  return { tone: daysBetween(today, end) <= 7 ? "warning" : "accent", words: `${REMEDIES[notice.remedy]} ${relativeDay(end, today)}` };
}

export function NoticesPage({ head, today, notices }: NoticesView) {
  const base = `/faelle/${head.id}/bescheide`;
  return (
    <CaseFrame head={head} today={today} current="notices">
      <Card title="Bescheide" flush aside={notices.length > 0 && <LinkButton href={`${base}/neu`} small>Bescheid erfassen</LinkButton>}>
        <DataTable
          caption="Bescheide des Falls"
          captionHidden
          dense={false}
          rows={notices}
          empty={<EmptyState title="Noch kein Bescheid" action={{ href: `${base}/neu`, label: "Bescheid erfassen", strong: true }}>Fotografieren Sie, was die Person mitbringt: Die Frist wird ausgerechnet und steht rechtzeitig an.</EmptyState>}
          columns={[
            { key: "subject", header: "Bescheid", rowHeader: true, cell: (n) => <a href={`${base}/${n.id}`}><bdi>{n.subject}</bdi></a> },
            { key: "issuer", header: "Von", cell: (n) => <bdi>{n.issuer === "" ? "nicht erfasst" : n.issuer}</bdi> },
            { key: "issued", header: "Vom", nowrap: true, cell: (n) => germanDay(n.issuedOn) },
            { key: "due", header: "Frist", nowrap: true, cell: (n) => n.safeOn < n.dueOn ? <>{germanDay(n.safeOn)} <span class="cell-note">sicher, sonst {germanDay(n.dueOn)}</span></> : germanDay(n.dueOn) },
            { key: "state", header: "Stand", cell: (n) => { const { tone, words } = stateOf(n, today); return <Chip tone={tone}>{words}</Chip>; } },
            { key: "pages", header: "Seiten", numeric: true, cell: (n) => n.pages.length === 0 ? <Chip>ohne</Chip> : n.pages.length },
          ]}
        />
      </Card>
    </CaseFrame>
  );
}
