import type { ComponentChildren } from "preact";
import { classNames } from "./class-names.ts";
import { FieldError, FieldHint, type FieldProps, OptionalMark, describedBy, fieldId } from "./field.tsx";

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
}

interface CheckProps {
  readonly type: "checkbox" | "radio";
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean | undefined;
}

function Check({ type, id, name, choice, checked, describedBy: described, invalid, required }: CheckProps) {
  const ids = [choice.hint !== undefined && `${id}-hint`, described].filter(Boolean).join(" ");
  return (
    <div class="check">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        disabled={choice.disabled}
        required={required}
        aria-describedby={ids === "" ? undefined : ids}
        aria-invalid={invalid ? "true" : undefined}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint !== undefined && (
        <div class="check-hint" id={`${id}-hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

export function Checkbox(props: Omit<FieldProps, "label" | "optional"> & { label: ComponentChildren; checked?: boolean; value?: string; required?: boolean }) {
  const { name, label, checked = false, value = "ja", hint, error, id, required } = props;
  const field: FieldProps = { name, label: "", ...(error !== undefined && { error }), ...(id !== undefined && { id }) };
  return (
    <div class={classNames("check-single", error !== undefined && "has-error")}>
      <Check
        type="checkbox"
        id={fieldId(field)}
        name={name}
        choice={{ value, label, hint }}
        checked={checked}
        describedBy={error === undefined ? undefined : `${fieldId(field)}-error`}
        invalid={error !== undefined}
        required={required}
      />
      <FieldError field={field} />
    </div>
  );
}

interface GroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** `inline` in a row, for short words; `chips` in a row as chips, with the legend only read out */
  readonly look?: "lines" | "inline" | "chips";
}

interface GroupInside extends GroupProps {
  readonly type: "checkbox" | "radio";
  readonly isChecked: (value: string) => boolean;
}

/** The first choice carries the group's id, so that an error's link lands on something that can be used. */
function ChoiceGroup({ type, isChecked, look = "lines", choices, ...field }: GroupInside) {
  const id = fieldId(field);
  return (
    <fieldset class={classNames("choices", `choices-${look}`, field.error !== undefined && "has-error")} aria-describedby={describedBy(field)}>
      <legend class="field-label">
        {field.label}
        <OptionalMark optional={field.optional} />
      </legend>
      <FieldHint field={field} />
      <div class="choices-body">
        {choices.map((choice, i) => (
          <Check
            type={type}
            id={i === 0 ? id : `${id}-${i}`}
            name={field.name}
            choice={choice}
            checked={isChecked(choice.value)}
            invalid={field.error !== undefined}
            required={type === "radio" && !field.optional ? true : undefined}
          />
        ))}
      </div>
      <FieldError field={field} />
    </fieldset>
  );
}

export function CheckboxGroup({ values = [], ...group }: GroupProps & { values?: readonly string[] }) {
  return <ChoiceGroup type="checkbox" isChecked={(value) => values.includes(value)} {...group} />;
}

export function RadioGroup({ value, ...group }: GroupProps & { value?: string | undefined }) {
  return <ChoiceGroup type="radio" isChecked={(v) => v === value} {...group} />;
}
