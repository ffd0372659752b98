import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

export interface Tab {
  readonly href: string;
  readonly label: ComponentChildren;
  /** `within`: what is open belongs to it */
  readonly current?: boolean | "within";
  readonly count?: number;
}

/** Tabs by address: each is a page of its own, so they are links, not ARIA tabs. `within`: a second row, of what belongs to the open one. */
export function Tabs({ tabs, label, within }: { tabs: readonly Tab[]; label: string; within?: boolean }) {
  return (
    <nav class={within ? "tabs tabs-within" : "tabs"} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current === "within" ? "true" : tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tab-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface Step {
  readonly label: string;
  /** several may be current at once: phases overlap */
  readonly state: "done" | "current" | "ahead" | "skipped";
  readonly note?: string;
  readonly href?: string;
}

const STEP_WORDS = { done: "erledigt", current: "läuft", ahead: "kommt noch", skipped: "ausgelassen" } as const;

/** `bar` for phases of something long, `numbered` for the steps of one piece of work. */
export function Stepper({ steps, label, look = "bar" }: { steps: readonly Step[]; label: string; look?: "bar" | "numbered" }) {
  return (
    <ol class={`stepper stepper-${look}`} aria-label={label}>
      {steps.map((step, i) => (
        <li class={`step step-${step.state}`} aria-current={step.state === "current" ? "step" : undefined}>
          <span class="step-word">
            {look === "numbered" && (step.state === "done" ? <Icon name="check" /> : null)}
            {look === "numbered" && <span class="step-number">{i + 1} </span>}
            {step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}
            <span class="kern-sr-only"> ({STEP_WORDS[step.state]})</span>
            {step.note !== undefined && <span class="step-note"> {step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface Crumb {
  readonly label: ComponentChildren;
  /** absent on the last: the page itself */
  readonly href?: string;
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label="Sie sind hier">
      <ol>
        {crumbs.map((crumb) => (
          <li>{crumb.href === undefined ? <span aria-current="page">{crumb.label}</span> : <a href={crumb.href}>{crumb.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}

export interface Paging {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** "50 von 212", or "50 Zeilen" where counting all would cost too much */
  readonly summary?: string;
}

/** By key, not by page number: there is a previous and a next, and no way to leap. */
export function Pagination({ previousHref, nextHref, summary, label = "Seiten" }: Paging & { label?: string }) {
  if (previousHref === undefined && nextHref === undefined) {
    return summary === undefined ? null : <p class="pagination pagination-summary">{summary}</p>;
  }
  return (
    <nav class="pagination" aria-label={label}>
      {summary !== undefined && <span class="pagination-summary">{summary}</span>}
      {previousHref !== undefined && (
        <a href={previousHref} rel="prev">
          <Icon name="chevron-left" /> Zurück
        </a>
      )}
      {nextHref !== undefined && (
        <a href={nextHref} rel="next">
          Weiter <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
