import { type CalendarDay, daysBetween, germanDay } from "../kernel/calendar-day.ts";
import { countsOf, type Counts, spanOf, type Standing, standingOf } from "./progress.ts";
import type { Goal } from "./read-plan.ts";

export const STANDINGS: Readonly<Record<Standing, string>> = { done: "erledigt", running: "begonnen", open: "offen", overdue: "überfällig" };
const ORDER = Object.keys(STANDINGS) as Standing[];
const WIDTH = 400;
const HEIGHT = 22;

/** What each sign of the drawing is; where there is colour there is a shape too. */
function Mark({ standing, x, title }: { standing: Standing; x: number; title?: string }) {
  const y = HEIGHT / 2;
  const hint = title === undefined ? null : <title>{title}</title>;
  switch (standing) {
    case "done":
      return <g class="plan-done">{hint}<circle cx={x} cy={y} r="6" /><path class="plan-tick" d={`m${x - 3} ${y} 2 2.4 4-4.6`} /></g>;
    case "running":
      return <g class="plan-running">{hint}<circle class="plan-hollow" cx={x} cy={y} r="5" /><path d={`M${x} ${y - 5}a5 5 0 0 1 0 10z`} /></g>;
    case "overdue":
      return <g class="plan-overdue">{hint}<path d={`M${x} ${y - 6.5} ${x + 7} ${y + 5.5}H${x - 7}Z`} /></g>;
    case "open":
      return <g class="plan-open">{hint}<circle class="plan-hollow" cx={x} cy={y} r="5" /></g>;
  }
}

export const Sign = ({ standing }: { standing: Standing }) => (
  <svg class="plan-sign" viewBox={`0 0 16 ${HEIGHT}`} width="16" height={HEIGHT} aria-hidden="true" focusable="false"><Mark standing={standing} x={8} /></svg>
);

/** The numbers in words: they say what the drawing shows. */
export const Legend = ({ counts, withoutToday }: { counts: Counts; withoutToday?: boolean }) => (
  <ul class="plan-legend">
    {ORDER.filter((s) => counts[s] > 0).map((s) => <li><Sign standing={s} /> <b>{counts[s]}</b> {STANDINGS[s]}</li>)}
    {!withoutToday && <li aria-hidden="true"><svg class="plan-sign" viewBox={`0 0 16 ${HEIGHT}`} width="16" height={HEIGHT} focusable="false"><path class="plan-today" d={`M8 2V${HEIGHT - 2}`} /></svg> heute</li>}
  </ul>
);

const BESIDE = 15;
/** Each on its day: what is done on the day it was done. Those of one day stand beside each other. */
function placed(goal: Goal, today: CalendarDay, at: (day: CalendarDay) => number) {
  let last = -BESIDE;
  return goal.measures
    .flatMap((m) => { const standing = standingOf(m, today); return standing === null ? [] : [{ title: m.title, standing, day: standing === "done" ? (m.doneOn ?? m.dueOn) : m.dueOn }]; })
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ title, standing, day }) => { last = Math.min(WIDTH - 8, Math.max(at(day), last + BESIDE)); return { title, standing, day, x: last }; });
}

/** Goals down, time across, every measure a sign on its day. The drawing is for the eye; its table says the same in words. */
export function PlanTimeline({ goals, today }: { goals: readonly Goal[]; today: CalendarDay }) {
  const { first, last } = spanOf(goals, today);
  const days = Math.max(1, daysBetween(first, last));
  const at = (day: CalendarDay): number => 8 + Math.round((daysBetween(first, day) / days) * (WIDTH - 16));
  return (
    <table class="plan-timeline">
      <caption class="kern-sr-only">Ziele und ihre Maßnahmen, von {germanDay(first)} bis {germanDay(last)}</caption>
      <colgroup><col class="plan-col-goal" /><col /><col class="plan-col-count" /></colgroup>
      <thead class="kern-sr-only"><tr><th scope="col">Ziel</th><th scope="col">Zeitplan</th><th scope="col">Stand</th></tr></thead>
      <tbody>
        {goals.map((goal) => {
          const counts = countsOf(goal.measures, today);
          return (
            <tr>
              <th scope="row"><a href={`#ziel-${goal.id}`}><bdi>{goal.title}</bdi></a></th>
              <td class="plan-lane">
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
                  <path class="plan-ground" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
                  <path class="plan-today" d={`M${at(today)} 0V${HEIGHT}`} />
                  {placed(goal, today, at).map(({ title, day, standing, x }) => <Mark standing={standing} x={x} title={`${title}, ${germanDay(day)}: ${STANDINGS[standing]}`} />)}
                </svg>
              </td>
              <td class="plan-count">{counts.total === 0 ? <span class="tone-warning">noch kein Schritt</span> : <>{counts.done} von {counts.total}<span class="kern-sr-only"> erledigt{counts.overdue > 0 && `, ${counts.overdue} überfällig`}</span></>}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot aria-hidden="true"><tr><td /><td class="plan-days"><span>{germanDay(first)}</span><span>{germanDay(last)}</span></td><td /></tr></tfoot>
    </table>
  );
}

/** All steps as one bar, for a card at the side; the legend below says the numbers. */
export function ProgressBar({ counts }: { counts: Counts }) {
  let x = 0;
  return (
    <svg class="plan-bar" viewBox="0 0 240 10" preserveAspectRatio="none" height="10" aria-hidden="true" focusable="false">
      {ORDER.filter((s) => counts[s] > 0).map((s) => { const width = (counts[s] / counts.total) * 240; x += width; return <rect class={`plan-part plan-part-${s}`} x={x - width} y="0" width={Math.max(0, width - 2)} height="10" />; })}
    </svg>
  );
}
