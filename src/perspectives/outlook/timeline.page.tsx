import { type CalendarDay, germanDay } from "../../kernel/calendar-day.ts";
import type { Outlook, Span } from "./outlook.ts";
import { scaleOf, type Scale } from "./timeline-scale.ts";

export interface TimelineView {
  readonly outlook: Outlook;
  readonly today: CalendarDay;
  /** two pictures of two persons on one page need names of their own */
  readonly name: string;
  /** what stands at the line of the day; "heute" unless an assumed day is looked from */
  readonly flag?: string;
}

const WIDE = { width: 960, narrow: false } as const;
const NARROW = { width: 340, narrow: true } as const;
const HEAD = 34;
const BAR = 22;
const LABEL_ABOVE = 18;

/** What was, what is possible when, and who pays: as a picture, wide or narrow, and the same as a table. */
export function OutlookTimeline({ outlook, today, name, flag = "heute" }: TimelineView) {
  const isEmpty = outlook.papers.length === 0 && outlook.windows.length === 0;
  if (isEmpty) return <p class="quiet">Es ist kein Aufenthaltspapier mit Anfangsdatum erfasst, für das die Regeln gelten (etwa bei Freizügigkeit). Sobald eines da ist, steht hier das Bild.</p>;
  return (
    <figure class="outlook-picture">
      <div class="outlook-wide"><Picture outlook={outlook} today={today} name={`${name}, breit`} shape={WIDE} flag={flag} /></div>
      <div class="outlook-narrow"><Picture outlook={outlook} today={today} name={`${name}, schmal`} shape={NARROW} flag={flag} /></div>
      <figcaption class="outlook-legend">
        <span><i class="swatch outlook-met" />Voraussetzungen erfüllt</span>
        <span><i class="swatch outlook-open" />möglich, Angaben oder Schritte offen</span>
        <span><i class="swatch outlook-edge" />Fenster schließt sich</span>
      </figcaption>
      <details class="outlook-table">
        <summary>Als Tabelle</summary>
        <AsTable outlook={outlook} today={today} />
      </details>
    </figure>
  );
}

function Picture({ outlook, today, name, shape, flag }: TimelineView & { shape: { readonly width: number; readonly narrow: boolean } }) {
  const scale = scaleOf(outlook, today, shape.width, shape.narrow);
  const papersAt = HEAD;
  const windowsAt = papersAt + LABEL_ABOVE + BAR + 22;
  const rowHeight = shape.narrow ? BAR + LABEL_ABOVE + 8 : BAR + 10;
  const systemsAt = windowsAt + LABEL_ABOVE + outlook.windows.length * rowHeight + 14;
  const height = systemsAt + LABEL_ABOVE + BAR + 8;
  return (
    <svg class="outlook-svg" viewBox={`-2 0 ${shape.width + 4} ${height}`} role="img" aria-label={`Zeitleiste ${name}: ${outlook.papers.length} Papiere bis heute, ${outlook.windows.length} Wege voraus. Dasselbe steht in der Tabelle darunter.`}>
      <rect class="outlook-past" x="-2" y="0" width={scale.todayAt + 2} height={height} />
      {scale.years.map((day) => <g><line class="outlook-year-line" x1={scale.x(day)} x2={scale.x(day)} y1="20" y2={height} /><text class="outlook-year" x={scale.x(day)} y="14" text-anchor="middle">{day.slice(0, 4)}</text></g>)}
      <line class="outlook-today-line" x1={scale.todayAt} x2={scale.todayAt} y1="20" y2={height} />
      <text class="outlook-lane" x="0" y={papersAt + 12}>Papiere</text>
      {outlook.papers.map((span) => <Bar span={span} scale={scale} y={papersAt + LABEL_ABOVE} openTo={today} today={today} shape="paper" />)}
      {outlook.windows.length > 0 && <text class="outlook-lane" x="0" y={windowsAt + 12}>Wege</text>}
      {outlook.windows.map((span, i) => <Window span={span} scale={scale} y={windowsAt + LABEL_ABOVE + i * rowHeight} narrow={shape.narrow} today={today} isNow={flag === "heute"} />)}
      <text class="outlook-lane" x="0" y={systemsAt + 12}>Wer zahlt</text>
      {outlook.systems.filter((span) => span.from < scale.last).map((span) => <Bar span={span} scale={scale} y={systemsAt + LABEL_ABOVE} openTo={scale.last} today={today} shape="system" />)}
      <rect class="outlook-today-flag" x={scale.todayAt - 27} y="1" width="54" height="18" rx="9" />
      <text class="outlook-today" x={scale.todayAt} y="14" text-anchor="middle">{flag}</text>
    </svg>
  );
}

const WIDTH_OF_LETTER = 6.6;
const fits = (label: string, room: number): string => (label.length * WIDTH_OF_LETTER + 10 <= room ? label : room > 40 ? `${label.slice(0, Math.floor((room - 14) / WIDTH_OF_LETTER))}…` : "");

function Bar({ span, scale, y, openTo, today, shape }: { span: Span; scale: Scale; y: number; openTo: CalendarDay; today: CalendarDay; shape: "paper" | "system" }) {
  const from = scale.x(span.from);
  const isOpen = span.to === null || span.to > scale.last;
  const to = scale.x(span.to ?? (shape === "paper" && openTo > span.from ? scale.last : openTo));
  const width = Math.max(3, to - from - 1.5);
  return (
    <g>
      <title>{`${span.label}, ${germanDay(span.from)} bis ${span.to === null ? "offen" : germanDay(span.to)}`}</title>
      <rect class={`outlook-bar outlook-${shape}-${span.kind}`} x={from} y={y} width={width} height={BAR} rx="4" />
      {isOpen && shape === "paper" && <rect class="outlook-fade" x={scale.x(today)} y={y - 1} width={Math.max(0, to - scale.x(today))} height={BAR + 2} />}
      <text class="outlook-bar-label" x={from + 7} y={y + 15}>{fits(span.label, (isOpen && shape === "paper" ? scale.todayAt : to) - from > 60 ? (isOpen && shape === "paper" ? scale.todayAt : to) - from : width)}</text>
      {!isOpen && shape === "paper" && span.to! >= today && <path class="outlook-end" d={`M${to - 1.5} ${y - 3}v${BAR + 6}`} />}
    </g>
  );
}

function Window({ span, scale, y, narrow, today, isNow }: { span: Span; scale: Scale; y: number; narrow: boolean; today: CalendarDay; isNow: boolean }) {
  const from = scale.x(span.from);
  const closes = span.to !== null && span.to <= scale.last;
  const to = span.to === null ? scale.width : scale.x(span.to);
  const when = `${span.from > today || !isNow ? `ab ${germanDay(span.from)}` : "ab heute"}${span.to === null ? "" : ` bis ${germanDay(span.to)}`}`;
  const barY = narrow ? y + LABEL_ABOVE : y;
  const width = Math.max(6, to - from);
  const inside = fits(when, width);
  return (
    <g>
      <title>{`${span.label}: ${when}`}</title>
      {narrow ? <text class="outlook-way" x="0" y={y + 12}>{span.label}<tspan class="outlook-when" dx="8">{when}</tspan></text> : <text class="outlook-way" x={scale.todayAt - 12} y={barY + 15} text-anchor="end">{span.label}</text>}
      {from > scale.todayAt + 1 && <line class="outlook-wait" x1={scale.todayAt} x2={from} y1={barY + BAR / 2} y2={barY + BAR / 2} />}
      <rect class={`outlook-bar outlook-${span.kind}`} x={from} y={barY} width={width} height={BAR} rx="4" />
      {closes && <path class="outlook-edge" d={`M${to} ${barY - 3}v${BAR + 6}`} />}
      {!narrow && (inside === when ? <text class={`outlook-bar-label outlook-label-${span.kind}`} x={from + 8} y={barY + 15}>{when}</text> : <text class="outlook-when" x={from - 8} y={barY + 15} text-anchor="end">{from - scale.todayAt > when.length * WIDTH_OF_LETTER + 20 ? when : ""}</text>)}
    </g>
  );
}

function AsTable({ outlook, today }: Pick<TimelineView, "outlook" | "today">) {
  const rows: readonly (readonly [string, Span])[] = [...outlook.papers.map((s) => ["Papier", s] as const), ...outlook.windows.map((s) => ["Weg", s] as const), ...outlook.systems.map((s) => ["Wer zahlt", s] as const)];
  return (
    <table class="plain-table">
      <caption class="kern-sr-only">Zeitleiste als Tabelle</caption>
      <thead><tr><th scope="col">Was</th><th scope="col">Von</th><th scope="col">Bis</th></tr></thead>
      <tbody>
        {rows.map(([lane, span]) => (
          <tr>
            <th scope="row">{lane}: {span.label}{lane === "Weg" && (span.kind === "met" ? ", erfüllt" : ", mit Offenem")}</th>
            <td>{span.from === today ? "heute" : germanDay(span.from)}</td>
            <td>{span.to === null ? "offen" : germanDay(span.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
