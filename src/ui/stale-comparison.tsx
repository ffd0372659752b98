import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";

export interface ComparedField {
  readonly label: string;
  readonly typed: string;
  readonly current: string;
}

/** Somebody else saved meanwhile: what you typed beside what stands there now. Nothing typed is lost. */
export function StaleComparison({ fields, changedBy, changedAt, children }: { fields: readonly ComparedField[]; changedBy?: string; changedAt?: string; children?: ComponentChildren }) {
  const who = changedBy === undefined ? "Inzwischen wurde dieser Eintrag geändert" : `${changedBy} hat diesen Eintrag inzwischen geändert`;
  return (
    <section class="stale" tabindex={-1} data-focus="" aria-labelledby="stale-title">
      <Notice kind="warning" title="Nicht gespeichert">
        <p>
          {who}
          {changedAt !== undefined && ` (${changedAt})`}. Ihr Text steht unten weiter im Formular. Vergleichen Sie und speichern Sie dann noch einmal.
        </p>
      </Notice>
      <h2 id="stale-title">Vergleich</h2>
      <table class="stale-table">
        <thead>
          <tr>
            <th scope="col">Feld</th>
            <th scope="col">Das haben Sie eingegeben</th>
            <th scope="col">Das steht dort jetzt</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr>
              <th scope="row">
                {field.label}
                {field.typed !== field.current && <span class="stale-mark">weicht ab</span>}
              </th>
              <td data-label="Das haben Sie eingegeben">{field.typed === "" ? <i>leer</i> : field.typed}</td>
              <td data-label="Das steht dort jetzt">{field.current === "" ? <i>leer</i> : field.current}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
