import type { ComponentChildren } from "preact";
import type { Tone } from "./chip.tsx";

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren;
  /** "geändert am 12.11.2026" and the like, small below */
  readonly note?: ComponentChildren;
}

/** `lines`: term left, value right of it; `inline`: one running line, as in the head of a page. */
export function DescriptionList({ facts, look = "lines" }: { facts: readonly Fact[]; look?: "lines" | "inline" }) {
  return (
    <dl class={`facts facts-${look}`}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.term}</dt>
          <dd>
            <bdi>{fact.value}</bdi>
            {fact.note !== undefined && (
              <>
                {" "}
                <bdi class="fact-note">{fact.note}</bdi>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface TimelineEntry {
  readonly id?: string;
  /** ready to show, such as <Day> */
  readonly when: ComponentChildren;
  readonly title: ComponentChildren;
  readonly tone?: Tone;
  readonly chips?: ComponentChildren;
  readonly body?: ComponentChildren;
  /** who wrote it and who can read it */
  readonly byline?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** What was, newest first. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li id={entry.id}>
          <div class="timeline-when">
            <bdi>{entry.when}</bdi>
          </div>
          <span class={`timeline-dot dot-${entry.tone ?? "accent"}`} aria-hidden="true" />
          <article class="timeline-entry">
            <h3>
              {entry.title} {entry.chips}
            </h3>
            {entry.body !== undefined && <div class="timeline-body">{entry.body}</div>}
            {entry.byline !== undefined && <p class="byline">{entry.byline}</p>}
            {entry.actions !== undefined && <div class="button-row">{entry.actions}</div>}
          </article>
        </li>
      ))}
    </ol>
  );
}
