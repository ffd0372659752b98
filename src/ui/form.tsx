import type { ComponentChildren } from "preact";
import { fieldId } from "./field.tsx";

/** Names of the hidden fields that every writing form carries; the server reads them by these. */
export const HIDDEN_FIELDS = { csrf: "_csrf", idempotencyKey: "_idempotency", version: "_version" } as const;

export interface FormProps {
  readonly action?: string;
  readonly method?: "post" | "get";
  readonly id?: string;
  readonly csrf?: string;
  readonly idempotencyKey?: string;
  readonly version?: string | number;
  /** where files are sent along */
  readonly files?: boolean;
  /** GET target that answers with a ReadersLine for the current choices (never for the texts) */
  readonly readersUrl?: string;
  /** warn before leaving with unsaved text */
  readonly guarded?: boolean;
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Checked by the server alone (`novalidate`): its sentences say more than the browser's, in one place. */
export function Form({ method = "post", csrf, idempotencyKey, version, files, readersUrl, guarded, label, children, class: look = "form", ...rest }: FormProps) {
  const hidden = { [HIDDEN_FIELDS.csrf]: csrf, [HIDDEN_FIELDS.idempotencyKey]: idempotencyKey, [HIDDEN_FIELDS.version]: version };
  return (
    <form
      method={method}
      enctype={files ? "multipart/form-data" : undefined}
      novalidate
      aria-label={label}
      data-readers-url={readersUrl}
      data-guard={guarded ? "" : undefined}
      class={look}
      {...rest}
    >
      {Object.entries(hidden).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />)}
      {children}
    </form>
  );
}

export interface FormError {
  readonly sentence: string;
  /** name of the field it belongs to */
  readonly field?: string | undefined;
  /** where the field has an id of its own */
  readonly id?: string;
  readonly norm?: string | undefined;
}

/** Everything that is wrong, on top, each with a link to its field; takes the focus when the page opens. */
export function FormErrors({ errors, title }: { errors: readonly FormError[]; title?: string }) {
  if (errors.length === 0) return null;
  const heading = title ?? (errors.length === 1 ? "Eine Angabe fehlt noch oder passt nicht" : `${errors.length} Angaben fehlen noch oder passen nicht`);
  return (
    <div class="form-errors" role="alert" tabindex={-1} data-focus="" aria-labelledby="form-errors-title">
      <h2 id="form-errors-title">{heading}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            {error.field === undefined ? error.sentence : <a href={`#${error.id ?? fieldId({ name: error.field })}`}>{error.sentence}</a>}
            {error.norm !== undefined && <span class="norm"> ({error.norm})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sentence of one field among all, to hand to the field. */
export const errorOf = (errors: readonly FormError[], field: string): string | undefined => errors.find((error) => error.field === field)?.sentence;

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>;
}
