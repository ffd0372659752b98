export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** GET target for `{done, total, finished, href?}`; asked every second where scripts run */
  readonly url?: string;
  /** "noch etwa 2 Minuten" */
  readonly note?: string;
  readonly id?: string;
}

const number = new Intl.NumberFormat("de");

/** A bar with its number. Without scripts the page renews itself (`refreshSeconds` of renderDocument). */
export function Progress({ label, done, total, url, note, id = "progress" }: ProgressProps) {
  return (
    <div class="progress kern-progress" data-progress-url={url}>
      <label class="progress-label" for={id}>
        {label}
      </label>
      <progress id={id} value={done} max={Math.max(total, 1)} />
      <p class="progress-number" role="status" data-progress-number="">
        {number.format(done)} von {number.format(total)}
        {note !== undefined && ` · ${note}`}
      </p>
    </div>
  );
}
