import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { Legend, type PlanTeaser, ProgressBar } from "../../plan/index.ts";
import { Card, EmptyState } from "../../ui/index.ts";

/** The plan in a bar and a line. */
export function PlanCard({ caseId, plan, today, isEnded }: { caseId: string; plan: PlanTeaser; today: CalendarDay; isEnded: boolean }) {
  const href = `/faelle/${caseId}/plan`;
  const { goals, done, running, open, overdue, next_review_on: next } = plan;
  const total = done + running + open + overdue;
  if (goals === 0) {
    return isEnded ? null : <Card title="Plan"><EmptyState title="Noch kein Ziel" action={{ href: `${href}/ziele/neu`, label: "Ziel eintragen" }}>Was möchte die Person erreichen?</EmptyState></Card>;
  }
  const counts = { done, running, open, overdue, total };
  return (
    <Card title="Plan" aside={<a href={href}>Öffnen</a>}>
      <p>{goals === 1 ? "Ein Ziel" : `${goals} Ziele`}{total > 0 && `, ${done} von ${total} Schritten erledigt`}</p>
      {total > 0 && <><ProgressBar counts={counts} /><Legend counts={counts} withoutToday /></>}
      {next !== null && <p class="line-note">nächste Überprüfung: <span class={next < today ? "tone-danger" : undefined}>{germanDay(next)}</span></p>}
    </Card>
  );
}
