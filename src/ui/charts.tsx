import { type CalendarDay, daysBetween } from "../kernel/calendar-day.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** shown instead of the number: "< 5" where small numbers are kept back */
  readonly shown?: string;
}

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly unit: string;
}

const number = new Intl.NumberFormat("de", { maximumFractionDigits: 1 });
const WIDTH = 240;

/**
 * The chart is the table: each row holds its word, its number and, for the eye, its bar. So nobody gets
 * less, and nothing is said twice.
 */
export function BarChart({ title, bars, unit }: BarChartProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table class="bar-chart">
      <caption>{title}</caption>
      <thead class="kern-sr-only">
        <tr>
          <th scope="col">Bezeichnung</th>
          <th scope="col">{unit}</th>
          <th scope="col">Balken</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr>
            <th scope="row">{bar.label}</th>
            <td class="is-numeric">{bar.shown ?? number.format(bar.value)}</td>
            <td class="bar-cell">
              <svg viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" height="12" aria-hidden="true" focusable="false">
                <rect class="bar" x="0" y="0" height="12" width={Math.round((bar.value / most) * WIDTH)} />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface PeriodBarProps {
  /** of the whole table */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly isOpen?: boolean;
  readonly isPast?: boolean;
}

/** Where a period lies in a longer time: only for the eye, its days stand in the cells beside it. */
export function PeriodBar({ first, last, from, until, isOpen, isPast }: PeriodBarProps) {
  const days = Math.max(1, daysBetween(first, last));
  const at = (day: CalendarDay): number => Math.min(WIDTH, Math.max(0, Math.round((daysBetween(first, day) / days) * WIDTH)));
  return (
    <svg class="period-bar" viewBox={`0 0 ${WIDTH} 12`} preserveAspectRatio="none" height="12" aria-hidden="true" focusable="false">
      <rect class="period-ground" x="0" y="5" height="2" width={WIDTH} />
      <rect class={isPast ? "period-past" : "bar"} x={at(from)} y="1" height="10" width={Math.max(3, at(until) - at(from))} />
      {isOpen && <path class="bar" d={`M${WIDTH - 6} 0 L${WIDTH} 6 L${WIDTH - 6} 12Z`} />}
    </svg>
  );
}

export interface Point {
  readonly label: string;
  readonly value: number;
}

function path(points: readonly Point[], width: number, height: number): string {
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  return points.map((point, i) => `${i === 0 ? "M" : "L"}${(i * step).toFixed(1)} ${(height - ((point.value - low) / range) * height).toFixed(1)}`).join("");
}

/** A course at a glance, with its first and last value in words and the table one click away. */
export function Sparkline({ title, points, unit }: { title: string; points: readonly Point[]; unit: string }) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <figure class="sparkline">
      <figcaption>
        {title}: <b>{number.format(last.value)}</b> {unit}
      </figcaption>
      <svg viewBox="-2 -3 164 38" width="164" height="38" role="img" aria-label={`von ${number.format(first.value)} (${first.label}) auf ${number.format(last.value)} (${last.label})`}>
        <path class="spark" d={path(points, 160, 32)} fill="none" vector-effect="non-scaling-stroke" />
      </svg>
      <details>
        <summary>Als Tabelle</summary>
        <table class="plain-table">
          <caption class="kern-sr-only">{title}</caption>
          <tbody>
            {points.map((point) => (
              <tr>
                <th scope="row">{point.label}</th>
                <td class="is-numeric">{number.format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
