import { type CalendarDay, germanDay, relativeDay } from "../../kernel/calendar-day.ts";
import { type DayProposal, type DaySwitches, type DaySwitchItem, ItemDue, OwnerOf } from "../../perspectives/index.ts";
import { Card, Chip, Form, Icon, LineList, Name } from "../../ui/index.ts";

interface SwitchesCardProps {
  readonly switches: DaySwitches;
  readonly today: CalendarDay;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}
const SHOWN = 6;

/** Changes of benefit in the cases one leads: what is due, whoever does it, and which checklists wait to be taken on. */
export function SwitchesCard({ switches, today, form }: SwitchesCardProps) {
  const { items, proposals } = switches;
  if (items.length + proposals.length === 0) return null;
  const [shown, folded] = [items.slice(0, SHOWN), items.slice(SHOWN)];
  return (
    <Card title="Rechtskreiswechsel" id="rechtskreiswechsel" aside={<a href="/fristen">Fristenvorschau</a>}>
      <LineList>{[...proposals.map((p) => <ProposalLine proposal={p} today={today} />), ...shown.map((item) => <ItemLine item={item} today={today} form={form} />)]}</LineList>
      {folded.length > 0 && (
        <details class="more-lines">
          <summary>{folded.length} weitere zeigen</summary>
          <LineList>{folded.map((item) => <ItemLine item={item} today={today} form={form} />)}</LineList>
        </details>
      )}
    </Card>
  );
}

const pathOf = (caseId: string): string => `/faelle/${caseId}/rechtskreiswechsel`;

const ProposalLine = ({ proposal, today }: { proposal: DayProposal; today: CalendarDay }) => (
  <div>
    <div class="line">
      <a href={pathOf(proposal.caseId)}>{proposal.title}</a>
      <Chip tone="warning">Vorschlag</Chip>
    </div>
    <span class="line-note">{relativeDay(proposal.eventOn, today)} ({germanDay(proposal.eventOn)}) · <Name latin={proposal.name} own={proposal.nameOwn} /> · Fall {proposal.caseNumber}{proposal.persons > 1 && ` · ${proposal.persons} Personen`}</span>
  </div>
);

const ItemLine = ({ item, today, form }: { item: DaySwitchItem } & Omit<SwitchesCardProps, "switches">) => (
  <div class="task task-tick">
    <Form {...form()} action={`${pathOf(item.caseId)}/punkte/${item.id}/erledigt`} class="tick-form">
      <input type="hidden" name="weiter" value="mein-tag" />
      <button class="tick" aria-label={`Erledigt: ${item.title}`} title="Als erledigt abhaken"><Icon name="check" /></button>
    </Form>
    <a class="task-title" href={`${pathOf(item.caseId)}/punkte/${item.id}`}><bdi>{item.title}</bdi></a>
    <span class="line-note">
      <ItemDue item={item} today={today} /> · <OwnerOf item={item} /> · {item.switchTitle} · <a href={pathOf(item.caseId)}><Name latin={item.name} own={item.nameOwn} /></a> · Fall {item.caseNumber}
    </span>
  </div>
);
