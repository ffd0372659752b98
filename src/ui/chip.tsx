import type { ComponentChildren } from "preact";

export type Tone = "neutral" | "accent" | "success" | "warning" | "danger" | "special";

/** A short word beside a thing. Tone helps the eye; the word alone must say it. */
export function Chip({ tone = "neutral", href, title, children }: { tone?: Tone; href?: string; title?: string; children: ComponentChildren }) {
  return href === undefined ? (
    <span class={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  ) : (
    <a class={`chip chip-${tone}`} href={href} title={title}>
      {children}
    </a>
  );
}

export type Shape = "empty" | "half" | "full" | "check" | "triangle" | "square" | "cross";

const SHAPES: Record<Shape, string> = {
  empty: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z",
  half: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 1.5v6a3 3 0 0 1 0-6Z",
  full: "M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z",
  check: "M4.6 10 1 6.4l1.3-1.3 2.3 2.3L9.7 2.3 11 3.6 4.6 10Z",
  triangle: "M6 1 11.5 11H.5L6 1Z",
  square: "M1.5 1.5h9v9h-9z",
  cross: "m2.3 1 3.7 3.7L9.7 1 11 2.3 7.3 6 11 9.7 9.7 11 6 7.3 2.3 11 1 9.7 4.7 6 1 2.3 2.3 1Z",
};

/** A state: a word and a shape, so that it reads without colour. */
export function StateLabel({ tone = "neutral", shape, children }: { tone?: Tone; shape: Shape; children: ComponentChildren }) {
  return (
    <span class={`state state-${tone}`}>
      <svg class="state-shape" viewBox="0 0 12 12" width="10" height="10" fill="currentColor" fill-rule="evenodd" aria-hidden="true" focusable="false">
        <path d={SHAPES[shape]} />
      </svg>
      {children}
    </span>
  );
}

/** n of m small bars and the trend, as on a profile; read out as "3 von 5, steigend". */
export function Level({ value, of, trend, label }: { value: number; of: number; trend?: "up" | "flat" | "down"; label?: string }) {
  const trendWord = trend === undefined ? "" : `, ${{ up: "steigend", flat: "gleich", down: "fallend" }[trend]}`;
  const arrow = trend && { up: "M3 9 9 3M4.5 3H9v4.5", flat: "M1.5 6h9M7 2.5 10.5 6 7 9.5", down: "m3 3 6 6M9 4.5V9H4.5" }[trend];
  return (
    <span class="level" role="img" aria-label={label ?? `${value} von ${of}${trendWord}`}>
      <svg width={of * 16 - 2} height="8" viewBox={`0 0 ${of * 16 - 2} 8`} aria-hidden="true" focusable="false">
        {Array.from({ length: of }, (_, i) => (
          <rect class={i < value ? "level-on" : "level-off"} x={i * 16} y="0.5" width="14" height="7" rx="2" />
        ))}
      </svg>
      {arrow && (
        <svg class="level-trend" width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.3" aria-hidden="true" focusable="false">
          <path d={arrow} />
        </svg>
      )}
    </span>
  );
}
