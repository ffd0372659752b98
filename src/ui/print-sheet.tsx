import type { ComponentChildren } from "preact";

/** A page meant for paper: A4, no navigation, with who printed it and when at its foot. */
export function PrintSheet({ title, printedBy, printedAt, children }: { title: ComponentChildren; printedBy: string; printedAt: string; children: ComponentChildren }) {
  return (
    <article class="print-sheet">
      <div class="no-print button-row">
        <button type="button" class="kern-btn btn kern-btn--secondary" data-print="" data-scripted="" hidden>
          <span class="kern-label">Drucken</span>
        </button>
      </div>
      <h1>{title}</h1>
      {children}
      <p class="print-foot">
        Gedruckt von {printedBy} am {printedAt}. Vertraulich: nicht offen liegen lassen.
      </p>
    </article>
  );
}
