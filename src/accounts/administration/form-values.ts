import type { FormState } from "../../http/index.ts";

/** What was typed, else what stands there: text for one field. */
export function typedOr(form: FormState, row: object): (field: string) => string {
  const before = row as Readonly<Record<string, unknown>>;
  return (field) => {
    const typed = form.values[field];
    return String((Array.isArray(typed) ? typed[0] : typed) ?? before[field] ?? "");
  };
}
