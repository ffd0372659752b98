import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** What every field says of itself. Its id is its name, so that an error's link finds it. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Required is the rule in our forms, so the others are marked as `freiwillig`; a text says when it is needed. */
  readonly optional?: boolean | string;
  /** where two forms on one page hold fields of the same name */
  readonly id?: string;
}

export const fieldId = ({ id, name }: Pick<FieldProps, "id" | "name">): string => id ?? `f-${name.replace(/[^\w-]/g, "-")}`;

export function describedBy(field: FieldProps, ...more: (string | undefined)[]): string | undefined {
  const id = fieldId(field);
  const ids = [field.hint !== undefined && `${id}-hint`, field.error !== undefined && `${id}-error`, ...more].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

export function OptionalMark({ optional }: { optional?: boolean | string | undefined }) {
  return optional ? <span class="field-optional"> ({optional === true ? "freiwillig" : optional})</span> : null;
}

export function FieldHint({ field }: { field: FieldProps }) {
  return field.hint === undefined ? null : (
    <div class="kern-hint field-hint" id={`${fieldId(field)}-hint`}>
      {field.hint}
    </div>
  );
}

export function FieldError({ field }: { field: FieldProps }) {
  return field.error === undefined ? null : (
    <p class="field-error" id={`${fieldId(field)}-error`}>
      <Icon name="danger" /> <span class="kern-sr-only">Fehler: </span>
      {field.error}
    </p>
  );
}

/** Label, hint and error around one control; the control itself comes as children and takes `controlProps`. */
export function Field({ children, width, ...field }: FieldProps & { children: ComponentChildren; width?: "short" | "medium" }) {
  return (
    <div class={classNames("kern-form-input field", width && `field-${width}`, field.error !== undefined && "kern-form-input--error")}>
      <label class="kern-label field-label" for={fieldId(field)}>
        {field.label}
        <OptionalMark optional={field.optional} />
      </label>
      <FieldHint field={field} />
      {children}
      <FieldError field={field} />
    </div>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export function controlProps(field: FieldProps) {
  return {
    id: fieldId(field),
    name: field.name,
    class: classNames("kern-form-input__input control", field.error !== undefined && "kern-form-input__input--error"),
    "aria-describedby": describedBy(field),
    "aria-invalid": field.error === undefined ? undefined : ("true" as const),
    required: field.optional ? undefined : true,
  };
}
