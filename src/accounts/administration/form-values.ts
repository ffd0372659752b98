import type { FormState } from "../../http/index.ts";

/** A value of a row as text; nothing for what is none. */
export const shownValue = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** What was typed, else what stands there: text for one field. */
export function typedOr(form: FormState, row: object): (field: string) => string {
  const before = row as Readonly<Record<string, unknown>>;
  return (field) => {
    const typed = form.values[field];
    return shownValue((Array.isArray(typed) ? typed[0] : typed) ?? before[field]);
  };
}
