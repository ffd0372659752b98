import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import { findRule, type Path, type TakenStep } from "../../rules/index.ts";
import { Card } from "../../ui/index.ts";
import { DayWords } from "./condition.page.tsx";
import { statusWords } from "./outlook-words.ts";

const goalWords = (code: string): string => (code === "DEUTSCH" ? "Einbürgerung" : statusWords(code));

/** The ways to a secure status, the shortest first, each as a ladder: step by step with day, what is open, and what can go wrong. */
export function Ways({ ways, today, title = "Wege in einen sicheren Aufenthalt" }: { ways: readonly Path[]; today: CalendarDay; title?: string }) {
  if (ways.length === 0) return null;
  return (
    <Card title={title}>
      <p class="quiet">Früheste Tage, wenn jeder Schritt an seinem ersten Tag gelingt. Verfahren dauern länger.</p>
      <div class="ways">
        {ways.map((way, index) => (
          <section class="way">
            <h3>{index === 0 ? "Am kürzesten: " : ""}{goalWords(way.to)} <span class="way-day">frühestens {germanDay(way.arrives)}</span></h3>
            <ol class="ladder">{way.steps.map((step) => <Step step={step} today={today} />)}</ol>
          </section>
        ))}
      </div>
    </Card>
  );
}

function Step({ step, today }: { step: TakenStep; today: CalendarDay }) {
  const rule = findRule(step.rule);
  const open = step.open.map((id) => rule?.conditions.find((condition) => condition.id === id)?.title ?? id);
  return (
    <li>
      <p class="ladder-title"><b>{goalWords(step.to)}</b> <span class="quiet">{rule?.norm}</span></p>
      <p class="ladder-day">{step.earliest <= today ? (open.length > 0 ? "ab heute, sobald das Offene erledigt ist" : "heute möglich") : <>ab <DayWords day={step.earliest} today={today} /></>}{step.closesOn !== null && <>, spätestens vor dem {germanDay(step.closesOn)}</>}</p>
      {open.length > 0 && <details><summary>Noch offen: {open.length}</summary><ul>{open.map((title) => <li>{title}</li>)}</ul></details>}
      {step.risks.map((risk) => <p class="ladder-risk">{risk}</p>)}
    </li>
  );
}
