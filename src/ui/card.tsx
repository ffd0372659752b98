import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";

export interface CardProps {
  readonly title?: ComponentChildren;
  /** 2 unless the card lies inside another */
  readonly level?: 2 | 3;
  /** a link or two at the end of the head */
  readonly aside?: ComponentChildren;
  /** the content brings its own edges (tables) */
  readonly flush?: boolean;
  readonly footer?: ComponentChildren;
  readonly id?: string;
  readonly children: ComponentChildren;
}

export function Card({ title, level = 2, aside, flush, footer, id, children }: CardProps) {
  const Heading = `h${level}` as "h2" | "h3";
  return (
    <section class={classNames("card", flush && "card-flush")} id={id}>
      {(title !== undefined || aside !== undefined) && (
        <div class="card-head">
          {title !== undefined && <Heading class="card-title">{title}</Heading>}
          {aside !== undefined && <div class="card-aside">{aside}</div>}
        </div>
      )}
      <div class="card-body">{children}</div>
      {footer !== undefined && <div class="card-foot">{footer}</div>}
    </section>
  );
}

/** Lines with a thin rule between them, for the content of a card. */
export function LineList({ children }: { children: ComponentChildren[] }) {
  return <ul class="lines">{children.map((line) => line !== null && line !== false && <li>{line}</li>)}</ul>;
}

/** A big number with its word: four of them above a table. */
export function Figure({ label, value, note, tone = "neutral", href }: { label: string; value: ComponentChildren; note?: ComponentChildren; tone?: string; href?: string }) {
  const inside = (
    <>
      <span class="figure-label">{label}</span>
      <span class={`figure-value tone-${tone}`}>{value}</span>
      {note !== undefined && <span class="figure-note">{note}</span>}
    </>
  );
  return href === undefined ? <div class="figure">{inside}</div> : <a class="figure" href={href}>{inside}</a>;
}

export function FigureRow({ children }: { children: ComponentChildren }) {
  return <div class="figures">{children}</div>;
}

/** Title of a page, with what belongs beside it. */
export function PageHead({ title, lead, actions }: { title: ComponentChildren; lead?: ComponentChildren; actions?: ComponentChildren }) {
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {actions !== undefined && <div class="button-row">{actions}</div>}
    </div>
  );
}

/** Main column and side column; where narrow one below the other, with what comes `next` before all. */
export function Columns({ next, main, side }: { next?: ComponentChildren; main: ComponentChildren; side: ComponentChildren }) {
  return (
    <div class="columns">
      {next !== undefined && <div class="column-next">{next}</div>}
      <div class="column-main">{main}</div>
      <div class="column-side">{side}</div>
    </div>
  );
}
