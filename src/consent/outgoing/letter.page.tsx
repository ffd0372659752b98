import type { ComponentChildren } from "preact";

export interface LetterItem {
  readonly label: string;
  readonly value: string;
  /** whom it concerns, where that is one person */
  readonly person?: string;
  readonly note?: ComponentChildren;
}
export interface LetterView {
  readonly sender: readonly string[];
  readonly recipient: string;
  readonly date: string;
  readonly subject: string;
  readonly basis: string;
  readonly consentOf: string | null;
  readonly exception: string | null;
  readonly purpose: string;
  readonly necessity: string;
  readonly items: readonly LetterItem[];
  readonly foot?: ComponentChildren;
}

/** What leaves, exactly, as its recipient will read it. */
export function Letter(letter: LetterView) {
  // where all of it concerns one person, that is said once
  const isAboutOne = new Set(letter.items.map((item) => item.person ?? "")).size === 1;
  return (
    <article class="letter" aria-label={letter.subject}>
      <div class="letter-head">
        <div>
          {letter.sender.filter((line) => line !== "").map((line, i) => <p class={i === 0 ? undefined : "letter-small"}><bdi>{line}</bdi></p>)}
        </div>
        <p class="letter-small">{letter.date}</p>
      </div>
      <p>An: <b><bdi>{letter.recipient}</bdi></b></p>
      <h2>{letter.subject}</h2>
      <dl class="letter-items">
        <Line term="Rechtsgrundlage">
          {letter.basis}
          {letter.consentOf !== null && <span class="letter-small">Einwilligung vom {letter.consentOf}</span>}
          {letter.exception !== null && <span class="letter-small">{letter.exception}</span>}
        </Line>
        <Line term="Zweck">{letter.purpose}</Line>
        <Line term="Warum erforderlich">{letter.necessity}</Line>
      </dl>
      <h3>Angaben</h3>
      {letter.items.length === 0 ? (
        <p class="letter-small">Noch keine Angabe ist gewählt.</p>
      ) : (
        <dl class="letter-items">
          {letter.items.map((item) => (
            <Line term={item.label} small={isAboutOne ? undefined : item.person}>
              <bdi>{item.value}</bdi>
              {item.note !== undefined && <span class="letter-small">{item.note}</span>}
            </Line>
          ))}
        </dl>
      )}
      {letter.foot}
    </article>
  );
}

function Line({ term, small, children }: { term: string; small?: string | undefined; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        {term}
        {small !== undefined && small !== "" && <span class="letter-small"><bdi>{small}</bdi></span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
