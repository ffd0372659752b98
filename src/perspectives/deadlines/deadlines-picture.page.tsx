import { addMonths, type CalendarDay } from "../../kernel/calendar-day.ts";
import { KIND_NOUNS, ruleShort } from "./deadline-words.ts";
import type { MonthCount } from "./upcoming-days.sql.ts";
import type { DayKind } from "./upcoming-days.ts";

const LABEL = 190;
const ROW = 32;
const TOP = 30;
const WIDTH = 960;
const MONTH = new Intl.DateTimeFormat("de", { month: "short", timeZone: "UTC" });
const LONG_MONTH = new Intl.DateTimeFormat("de", { month: "long", year: "numeric", timeZone: "UTC" });
const KINDS_IN_ORDER: readonly DayKind[] = ["opens", "closes", "switch", "ends"];

export interface PictureView {
  readonly counts: readonly MonthCount[];
  readonly today: CalendarDay;
  readonly months: number;
}

/** Months across, rules down, in each cell how many persons: a shape for each kind, the number in it. The same as a table below. */
export function DeadlinesPicture({ counts, today, months }: PictureView) {
  const columns = monthsFrom(today, months);
  const rules = [...new Set(counts.map((c) => c.rule))].toSorted((a, b) => earliest(counts, a).localeCompare(earliest(counts, b)) || a.localeCompare(b));
  const kinds = KINDS_IN_ORDER.filter((kind) => counts.some((c) => c.kind === kind));
  return (
    <figure class="deadline-picture">
      <div class="deadline-scroll" role="region" aria-label="Bild der Fristen nach Monat und Regel" tabIndex={0}>
        <Grid counts={counts} columns={columns} rules={rules} />
      </div>
      <figcaption>
        <ul class="deadline-legend">{kinds.map((kind) => <li><svg viewBox="-11 -11 22 22" width="16" height="16" aria-hidden="true" focusable="false"><Shape kind={kind} /></svg>{KIND_NOUNS[kind]}</li>)}</ul>
      </figcaption>
      <details>
        <summary>Als Tabelle</summary>
        <AsTable counts={counts} columns={columns} rules={rules} />
      </details>
    </figure>
  );
}

interface Drawn {
  readonly counts: readonly MonthCount[];
  readonly columns: readonly CalendarDay[];
  readonly rules: readonly string[];
}

function Grid({ counts, columns, rules }: Drawn) {
  const step = (WIDTH - LABEL) / columns.length;
  const height = TOP + rules.length * ROW + 4;
  return (
    <svg class="deadline-grid" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${rules.length} Regeln, ${columns.length} Monate; die Zahlen stehen in der Tabelle darunter`}>
      {columns.map((month, i) => (
        <>
          {i % 2 === 0 && <rect class="deadline-stripe" x={LABEL + i * step} y="0" width={step} height={height} />}
          <text class="deadline-month" x={LABEL + (i + 0.5) * step} y="19" text-anchor="middle">{MONTH.format(new Date(month))}{(i === 0 || month.slice(5, 7) === "01") && ` ${month.slice(2, 4)}`}</text>
        </>
      ))}
      {rules.map((rule, row) => (
        <>
          <line class="deadline-line" x1="0" x2={WIDTH} y1={TOP + row * ROW} y2={TOP + row * ROW} />
          <text class="deadline-rule" x="2" y={TOP + row * ROW + 21}>{ruleShort(rule)}</text>
          {columns.map((month, i) => <Cell found={cellOf(counts, rule, month)} x={LABEL + (i + 0.5) * step} y={TOP + row * ROW + ROW / 2} />)}
        </>
      ))}
    </svg>
  );
}

/** Two kinds in one cell stand side by side. */
function Cell({ found, x, y }: { found: readonly MonthCount[]; x: number; y: number }) {
  return (
    <>
      {found.map((count, i) => (
        <g transform={`translate(${(x + (i - (found.length - 1) / 2) * 24).toFixed(1)} ${y})`}>
          <Shape kind={count.kind} />
          <text class={`deadline-number deadline-number-${count.kind}`} y={count.kind === "ends" ? 6 : 4} text-anchor="middle">{count.days > 99 ? "99+" : count.days}</text>
        </g>
      ))}
    </>
  );
}

const PATHS: Readonly<Record<DayKind, string>> = {
  opens: "M0-10.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21Z", closes: "M0-9.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Z", switch: "M-10-9h20v18h-20Z", ends: "M0-11L11.5 9.5H-11.5Z",
};
const Shape = ({ kind }: { kind: DayKind }) => <path class={`deadline-${kind}`} d={PATHS[kind]} />;

function AsTable({ counts, columns, rules }: Drawn) {
  const rows = rules.flatMap((rule) => KINDS_IN_ORDER.filter((kind) => counts.some((c) => c.rule === rule && c.kind === kind)).map((kind) => ({ rule, kind })));
  return (
    <div class="deadline-scroll" role="region" aria-label="Fristen nach Monat und Regel als Tabelle" tabIndex={0}>
      <table class="plain-table">
        <caption class="kern-sr-only">Wie viele Fristen in welchem Monat</caption>
        <thead><tr><th scope="col">Regel</th><th scope="col">Was</th>{columns.map((month) => <th scope="col" class="is-numeric"><abbr title={LONG_MONTH.format(new Date(month))}>{MONTH.format(new Date(month))}</abbr></th>)}</tr></thead>
        <tbody>
          {rows.map(({ rule, kind }) => (
            <tr>
              <th scope="row">{ruleShort(rule)}</th>
              <td>{KIND_NOUNS[kind]}</td>
              {columns.map((month) => <td class="is-numeric">{cellOf(counts, rule, month).find((c) => c.kind === kind)?.days ?? 0}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellOf = (counts: readonly MonthCount[], rule: string, month: CalendarDay): MonthCount[] => counts.filter((c) => c.rule === rule && c.month === month);
const earliest = (counts: readonly MonthCount[], rule: string): string => counts.filter((c) => c.rule === rule).map((c) => c.month).toSorted()[0] ?? "";
/** From this month to the one in which the time ends. */
const monthsFrom = (today: CalendarDay, months: number): CalendarDay[] => Array.from({ length: months + 1 }, (_x, i) => addMonths(`${today.slice(0, 7)}-01` as CalendarDay, i));
