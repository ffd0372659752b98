import type { ComponentChildren } from "preact";
import { Field, type FieldProps, controlProps, fieldId } from "./field.tsx";
import { Icon } from "./icon.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "password" | "search" | "url";
  readonly autocomplete?: string;
  readonly inputmode?: "text" | "numeric" | "tel" | "email" | "decimal";
  readonly maxlength?: number;
  readonly placeholder?: string;
  readonly autofocus?: boolean;
  /** language and direction of what is typed, for names in their own script */
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl" | "auto";
  readonly width?: "short" | "medium";
  /** words that may be meant: taken by choosing, and anything else may be typed */
  readonly suggestions?: readonly string[];
}

const optionalWidth = (width: "short" | "medium" | undefined) => (width === undefined ? {} : { width });

export function TextField(props: TextFieldProps) {
  const { value, type = "text", autocomplete, inputmode, maxlength, placeholder, autofocus, lang, dir, width, suggestions = [] } = props;
  const listed = suggestions.length === 0 ? undefined : `${fieldId(props)}-list`;
  return (
    <Field {...props} {...optionalWidth(width)}>
      <input
        {...controlProps(props)}
        list={listed}
        // the types tell apart inputs by each single type; none of ours differs in what it takes
        type={type as "text"}
        value={value}
        autocomplete={autocomplete ?? "off"}
        inputmode={inputmode}
        maxlength={maxlength}
        placeholder={placeholder}
        autofocus={autofocus}
        lang={lang}
        dir={dir}
      />
      {listed !== undefined && <datalist id={listed}>{suggestions.map((value) => <option value={value} />)}</datalist>}
    </Field>
  );
}

export interface Draft {
  /** POST target that takes `text`; the server renders a kept draft as the field's value */
  readonly url: string;
  /** when the text shown was kept, in words; absent where nothing was kept */
  readonly restored?: string;
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly maxlength?: number;
  readonly placeholder?: string;
  readonly draft?: Draft;
  readonly dir?: "ltr" | "rtl" | "auto";
  readonly labelHidden?: boolean;
}

/** With `draft`, what is typed is kept on the server while typing; never in the browser. */
export function TextArea(props: TextAreaProps) {
  const { value, rows = 4, maxlength, placeholder, draft, dir, labelHidden } = props;
  const status = draft?.restored === undefined ? "" : `Entwurf von ${draft.restored} wiederhergestellt`;
  return (
    <div class={labelHidden ? "label-hidden" : undefined}>
      <Field {...props}>
        <textarea
          {...controlProps(props)}
          rows={rows}
          maxlength={maxlength}
          placeholder={placeholder}
          dir={dir ?? "auto"}
          data-draft={draft === undefined ? undefined : ""}
          data-draft-url={draft?.url}
        >
          {value}
        </textarea>
        {draft && (
          <p class="draft-status" role="status" data-draft-status={fieldId(props)}>
            {status}
          </p>
        )}
      </Field>
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly (Option | { readonly label: string; readonly options: readonly Option[] })[];
  readonly value?: string | undefined;
  /** first, empty choice; absent where one is always chosen */
  readonly empty?: string;
  readonly width?: "short" | "medium";
}

export function Select(props: SelectProps) {
  const { options, value, empty, width } = props;
  const option = (o: Option) => (
    <option value={o.value} selected={o.value === value} disabled={o.disabled}>
      {o.label}
    </option>
  );
  return (
    <Field {...props} {...optionalWidth(width)}>
      <div class="select">
        <select {...controlProps(props)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((o) => ("options" in o ? <optgroup label={o.label}>{o.options.map(option)}</optgroup> : option(o)))}
        </select>
        <Icon name="chevron-down" />
      </div>
    </Field>
  );
}

/** Takes what people type (22.11.2026, 22.11.26, 22112026): text, because native date fields refuse most of it. */
export function DateField(props: FieldProps & { value?: string | undefined; picker?: boolean }) {
  return (
    <Field {...props} hint={props.hint ?? "zum Beispiel 22.11.2026"} width="short">
      <div class="date-field">
        <input
          {...controlProps({ ...props, hint: props.hint ?? "" })}
          type="text"
          value={props.value}
          inputmode="numeric"
          autocomplete="off"
          maxlength={20}
          data-date={props.picker === false ? undefined : ""}
        />
      </div>
    </Field>
  );
}

export function TimeField(props: FieldProps & { value?: string | undefined }) {
  return (
    <Field {...props} hint={props.hint ?? "zum Beispiel 14:30"} width="short">
      <input {...controlProps({ ...props, hint: props.hint ?? "" })} type="text" value={props.value} inputmode="numeric" autocomplete="off" maxlength={5} />
    </Field>
  );
}

/**
 * The browser's own button and its "no file chosen" speak the browser's language, which need not be German: they are covered
 * by our words. It stays the browser's input, so that it works without scripts, by keyboard and by screen reader.
 */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean; dropText?: ComponentChildren }) {
  return (
    <Field {...props}>
      <div class="dropzone" data-dropzone="">
        <Icon name="upload" />
        <span class="file-pick">
          <span class="file-words" aria-hidden="true">
            <span class="file-button">{props.multiple ? "Dateien wählen" : "Datei wählen"}</span>
            <span class="file-none">noch keine gewählt</span>
          </span>
          <input {...controlProps(props)} required={!props.optional} type="file" accept={props.accept} multiple={props.multiple} />
        </span>
        <span class="dropzone-text" data-scripted="" hidden>
          {props.dropText ?? (props.multiple ? "oder Dateien hierher ziehen" : "oder die Datei hierher ziehen")}
        </span>
      </div>
    </Field>
  );
}
