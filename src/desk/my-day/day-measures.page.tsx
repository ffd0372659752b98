import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { type DayMeasure, MeasureDue } from "../../plan/index.ts";
import { Card, Form, Icon, LineList, Name } from "../../ui/index.ts";

interface MeasuresCardProps {
  readonly measures: readonly DayMeasure[];
  readonly today: CalendarDay;
  readonly form: () => { readonly csrf: string; readonly idempotencyKey: string };
}
const SHOWN = 6;

/** Steps of plans: the own ones, then what others have let pass in the cases one leads. */
export function MeasuresCard({ measures, today, form }: MeasuresCardProps) {
  if (measures.length === 0) return null;
  const [own, others] = [measures.filter((m) => m.isMine), measures.filter((m) => !m.isMine)];
  return (
    <Card title="Schritte aus Plänen" id="schritte">
      {own.length > 0 && <LineList>{own.map((m) => <MeasureLine measure={m} today={today} form={form} />)}</LineList>}
      {others.length > 0 && (
        <>
          <h3 class="field-label day-subtitle">Bei anderen überfällig, in Ihren Fällen</h3>
          <LineList>{others.slice(0, SHOWN).map((m) => <MeasureLine measure={m} today={today} form={form} />)}</LineList>
          {others.length > SHOWN && (
            <details class="more-lines">
              <summary>{others.length - SHOWN} weitere zeigen</summary>
              <LineList>{others.slice(SHOWN).map((m) => <MeasureLine measure={m} today={today} form={form} />)}</LineList>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

const MeasureLine = ({ measure: m, today, form }: { measure: DayMeasure } & Omit<MeasuresCardProps, "measures">) => (
  <div class="task task-tick">
    <Form {...form()} action={`/faelle/${m.caseId}/plan/massnahmen/${m.id}/stand`} class="tick-form">
      <input type="hidden" name="state" value="done" />
      <input type="hidden" name="weiter" value="mein-tag" />
      <button class="tick" aria-label={`Erledigt: ${m.title}`} title="Als erledigt abhaken"><Icon name="check" /></button>
    </Form>
    <a class="task-title" href={`/faelle/${m.caseId}/plan/massnahmen/${m.id}`}><bdi>{m.title}</bdi></a>
    <span class="line-note">
      <MeasureDue measure={m} today={today} />{!m.isMine && <> · <bdi>{m.responsible.name}</bdi></>} · <a href={`/faelle/${m.caseId}/plan`}><Name latin={m.name} own={m.nameOwn} /></a> · Fall {m.caseNumber}
    </span>
  </div>
);
