import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export interface FilterChip {
  /** in words: "zuständig: Sie", "fällig bis 30.11.2026" */
  readonly label: string;
  /** the same address without this filter */
  readonly removeHref: string;
}

export interface FilterBarProps {
  readonly chips: readonly FilterChip[];
  readonly resetHref?: string;
  /** "212 Zeilen" */
  readonly result?: string;
  /** where the filter form is sent, by GET: the address holds the whole state */
  readonly action: string;
  readonly keep?: Readonly<Record<string, string>>;
  /** fields of the form; absent where there is nothing more to filter by */
  readonly children?: ComponentChildren;
  readonly open?: boolean;
  /** saved views, columns, export */
  readonly aside?: ComponentChildren;
}

export function FilterBar({ chips, resetHref, result, action, keep = {}, children, open, aside }: FilterBarProps) {
  return (
    <div class="filter-bar" role="search" aria-label="Filter">
      {children !== undefined && (
        <details class="filter-more" open={open}>
          <summary>
            <Icon name="plus" /> Filter
          </summary>
          <form method="get" action={action} class="filter-form">
            {Object.entries(keep).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            {children}
            <Button small>Anwenden</Button>
          </form>
        </details>
      )}
      {chips.length > 0 && (
        <ul class="filter-chips">
          {chips.map((chip) => (
            <li>
              <a class="chip chip-accent" href={chip.removeHref} aria-label={`Filter entfernen: ${chip.label}`}>
                {chip.label} <Icon name="close" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {chips.length > 1 && resetHref !== undefined && <a href={resetHref}>Alle entfernen</a>}
      {result !== undefined && <span class="filter-result">{result}</span>}
      {aside !== undefined && <div class="filter-aside">{aside}</div>}
    </div>
  );
}

/** The few choices that are always there, each an address with its count: "Bitte prüfen 58 · Alle 640". */
export function FilterChoices({ label, choices }: { label: string; choices: readonly { label: string; href: string; count?: number; current?: boolean }[] }) {
  return (
    <nav class="filter-choices" aria-label={label}>
      {choices.map((choice) => (
        <a class={`chip ${choice.current ? "chip-accent" : "chip-neutral"}`} href={choice.href} aria-current={choice.current ? "true" : undefined}>
          {choice.label}
          {choice.count !== undefined && <b> {choice.count}</b>}
        </a>
      ))}
    </nav>
  );
}
