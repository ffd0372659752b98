import type { FormState } from "../http/index.ts";
import { errorOf, FieldRow, LineList, Name, Notice, type Reader, TextField } from "../ui/index.ts";
import type { FactField } from "./fact.ts";
import { type FactKey, factKind } from "./fact-kinds.ts";
import { FactInput, type TypedValues } from "./field-inputs.tsx";
import { FormFrame } from "./form-frame.tsx";
import type { DisplayName } from "./person-words.ts";
import { SCALAR_LABELS, ScalarFields } from "./scalar-fields.tsx";

export interface LikelyView {
  readonly open: readonly { readonly personId: string; readonly name: DisplayName; readonly birth: string | null; readonly reasons: readonly string[] }[];
  readonly perhapsOthers: boolean;
}

export interface RecordPersonView {
  readonly form: FormState;
  readonly readers: readonly Reader[];
  readonly hidden: { readonly csrf: string; readonly idempotencyKey: string };
  /** present once something was typed that resembles a record */
  readonly likely: LikelyView | null;
}

/** What the first form asks; everything else is added on the person's page. */
export const FIRST_FIELDS: readonly (readonly [FactKey, readonly string[]])[] = [
  ["nationalities", ["code"]],
  ["languages", ["code", "interpreter"]],
  ["channels", ["kind", "value", "safe"]],
  ["addresses", ["street", "postcode", "town"]],
];
const fieldsOf = (key: FactKey, names: readonly string[]): FactField[] => factKind(key).fields.filter((field) => names.includes(field.name)).map((field) => Object.assign({}, field, { optional: true }));

const isTicked = (field: FactField): boolean => field.type === "flag" || field.type === "tri";

export function recordPersonPage({ form, readers, hidden, likely }: RecordPersonView) {
  const values: TypedValues = form.values;
  const text = (name: string): string => String(values[name] ?? "");
  const name = (field: string, label: string, more: { hint?: string; optional?: boolean } = {}) => (
    <TextField name={field} label={label} value={text(field)} error={errorOf(form.refusals, field)} maxlength={200} dir="auto" {...more} />
  );
  return (
    <FormFrame
      title="Person aufnehmen"
      back={{ href: "/personen", label: "Personen" }}
      hidden={hidden}
      form={likely === null ? form : { ...form, refusals: form.refusals.filter((r) => r.code !== "possible-duplicate") }}
      labels={SCALAR_LABELS}
      readers={readers}
      submit={likely === null ? "Person aufnehmen" : "Trotzdem neu aufnehmen"}
      notice={likely === null ? undefined : <LikelyNotice likely={likely} />}
    >
      {likely !== null && <input type="hidden" name="confirmed" value="ja" />}
      <FieldRow>
        {name("names.family", "Familienname", { hint: "wie im Pass, in lateinischen Buchstaben" })}
        {name("names.given", "Vornamen", { optional: true })}
      </FieldRow>
      <FieldRow>
        {name("own.family", "Familienname in eigener Schrift", { optional: true })}
        {name("own.given", "Vornamen in eigener Schrift", { optional: true })}
      </FieldRow>
      <ScalarFields values={values} errors={form.refusals} />
      {FIRST_FIELDS.map(([key, names]) => {
        const input = (field: FactField) => <FactInput field={field} name={`${key}.${field.name}`} value={values[`${key}.${field.name}`]} error={errorOf(form.refusals, `${key}.${field.name}`)} />;
        const [lines, choices] = [fieldsOf(key, names).filter((f) => !isTicked(f)), fieldsOf(key, names).filter(isTicked)];
        return (
          <>
            <FieldRow>{lines.map(input)}</FieldRow>
            {choices.map(input)}
          </>
        );
      })}
    </FormFrame>
  );
}

/** Says that there may be a record already; shows whose only where the reader may open it. */
function LikelyNotice({ likely }: { likely: LikelyView }) {
  return (
    <div role="alert" tabindex={-1} data-focus="">
      <Notice kind="warning" title="Es könnte schon eine Akte geben">
        {likely.perhapsOthers && <p>Bitte fragen Sie die Teamleitung, bevor Sie die Person neu aufnehmen. Mehr kann hier nicht stehen, weil Sie diese Akte nicht öffnen dürfen.</p>}
        {likely.open.length > 0 && (
          <LineList>
            {likely.open.map((one) => (
              <div>
                <a href={`/personen/${one.personId}`}>
                  <Name latin={one.name.latin} own={one.name.own} lang={one.name.lang} />
                </a>
                {one.birth !== null && ` · * ${one.birth}`}
                <span class="line-note">{one.reasons.join(" · ")}</span>
              </div>
            ))}
          </LineList>
        )}
        <p>Ist es jemand anderes, nehmen Sie die Person unten trotzdem auf. Gespeichert ist noch nichts.</p>
      </Notice>
    </div>
  );
}
