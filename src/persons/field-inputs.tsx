import type { CalendarDay } from "../kernel/calendar-day.ts";
import { germanDay } from "../kernel/calendar-day.ts";
import { Checkbox, CheckboxGroup, DateField, errorOf, FieldRow, type FormError, RadioGroup, Select, TextField } from "../ui/index.ts";
import { type FactField, type FactKind, optionsOf } from "./fact.ts";

export type TypedValue = string | readonly string[] | undefined;
/** What fields start from: what was typed, else what stands there. */
export type TypedValues = Readonly<Record<string, TypedValue>>;

const one = (value: TypedValue): string => (typeof value === "string" ? value : (value?.[0] ?? ""));
const many = (value: TypedValue): readonly string[] => (typeof value === "string" ? (value === "" ? [] : [value]) : (value ?? []));

export interface FieldsProps {
  readonly kind: FactKind;
  readonly values: TypedValues;
  readonly errors: readonly FormError[];
  /** before the names of the fields, where several entries stand in one form */
  readonly prefix?: string;
}

/** The fields of one kind of fact, made from its table. */
export function FactFields({ kind, values, errors, prefix = "" }: FieldsProps) {
  const shown = kind.fields.filter((field) => !field.derived);
  const input = (field: FactField) => <FactInput field={field} name={`${prefix}${field.name}`} value={values[`${prefix}${field.name}`]} error={errorOf(errors, `${prefix}${field.name}`)} />;
  // "Seit" and "Bis" are one thing to the eye
  const isPair = (i: number): boolean => shown[i]?.type === "day" && shown[i + 1]?.type === "day";
  return <>{shown.map((field, i) => (isPair(i) ? <FieldRow>{[input(field), input(shown[i + 1]!)]}</FieldRow> : isPair(i - 1) ? null : input(field)))}</>;
}

interface InputProps {
  readonly field: FactField;
  readonly name: string;
  readonly value: TypedValue;
  readonly error: string | undefined;
}

export function FactInput({ field, name, value, error }: InputProps) {
  const common = { name, label: field.label, error, ...(field.hint === undefined ? {} : { hint: field.hint }), ...(field.optional === undefined ? {} : { optional: field.optional }) };
  switch (field.type) {
    case "text":
    case "sealed":
      return <TextField {...common} value={one(value)} maxlength={field.max ?? 200} {...(field.dir === undefined ? {} : { dir: field.dir })} />;
    case "choice":
      return <Select {...common} value={one(value) || field.initial} options={withUnlisted(field, one(value))} {...(field.initial === undefined ? { empty: field.empty ?? "bitte wählen" } : {})} />;
    case "tri":
      return <RadioGroup {...common} value={one(value) || field.initial} choices={optionsOf(field)} look="inline" />;
    case "flag":
      return <Checkbox name={name} label={field.label} checked={one(value) === "ja"} error={error} {...(field.hint === undefined ? {} : { hint: field.hint })} />;
    case "many":
      return <CheckboxGroup {...common} values={many(value)} choices={optionsOf(field)} look="inline" />;
    case "day":
      return <DateField {...common} value={one(value)} />;
  }
}

/** A value that came by import or from an older list stays chosen. */
function withUnlisted(field: FactField, value: string): NonNullable<FactField["options"]> {
  const options = field.options ?? [];
  return value === "" || optionsOf(field).some((o) => o.value === value) ? options : [{ value, label: value }, ...options];
}

/** "seit 01.08.2024", "01.04.2022 bis 04.03.2024"; empty where nothing is known. */
export function periodText(values: Readonly<Record<string, unknown>>): string {
  const [from, until] = [values["from"], values["until"]].map((day) => (typeof day === "string" ? germanDay(day as CalendarDay) : ""));
  if (from && until) return `${from} bis ${until}`;
  return from ? `seit ${from}` : until ? `bis ${until}` : "";
}
