import { Checkbox, DateField, errorOf, FieldRow, type FormError, Select } from "../ui/index.ts";
import type { TypedValues } from "./field-inputs.tsx";
import { GENDERS } from "./person.ts";

const text = (values: TypedValues, name: string): string => String(values[name] ?? "");

export const SCALAR_LABELS = { birth: "Geburtsdatum", birthConfirmed: "1. Januar ist richtig", gender: "Geschlecht", entry: "Einreise", diedOn: "Verstorben am" } as const;

/** Single values of a person. `withDeath` only where an existing record is corrected. */
export function ScalarFields({ values, errors, withDeath }: { values: TypedValues; errors: readonly FormError[]; withDeath?: boolean }) {
  return (
    <>
      <FieldRow>
        <DateField name="birth" label={SCALAR_LABELS.birth} hint="12.03.1992, 03/1992, 1992 oder ca. 1992" value={text(values, "birth")} error={errorOf(errors, "birth")} optional picker={false} />
        <Select name="gender" label={SCALAR_LABELS.gender} value={text(values, "gender") || "unknown"} options={Object.entries(GENDERS).map(([value, label]) => ({ value, label }))} width="medium" error={errorOf(errors, "gender")} />
        <DateField name="entry" label={SCALAR_LABELS.entry} hint="so genau wie bekannt" value={text(values, "entry")} error={errorOf(errors, "entry")} optional picker={false} />
      </FieldRow>
      <Checkbox name="birthConfirmed" label="Der 1. Januar ist wirklich der Geburtstag" hint="Sonst gilt ein 1. Januar als vielleicht nur eingesetzt, weil das Jahr allein bekannt war." checked={text(values, "birthConfirmed") === "ja"} />
      {withDeath && <DateField name="diedOn" label={SCALAR_LABELS.diedOn} value={text(values, "diedOn")} error={errorOf(errors, "diedOn")} optional />}
    </>
  );
}
