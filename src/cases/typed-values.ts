import type { FormState } from "../http/index.ts";

/** What stands in the fields: what was typed where the form comes back, else what is known. */
export interface Typed {
  text(name: string, known?: string | null): string;
  list(name: string, known?: readonly string[]): readonly string[];
  isChecked(name: string, known?: boolean): boolean;
  errorOf(name: string): { error?: string };
}

export function typedIn(form: FormState): Typed {
  const comesBack = Object.keys(form.values).length > 0;
  const all = (name: string): readonly string[] => {
    const value = form.values[name];
    return value === undefined ? [] : typeof value === "string" ? [value] : value;
  };
  return {
    text: (name, known) => (comesBack ? (all(name)[0] ?? "") : (known ?? "")),
    list: (name, known = []) => (comesBack ? all(name) : known),
    isChecked: (name, known = false) => (comesBack ? all(name).length > 0 : known),
    errorOf: (name) => {
      const refusal = form.refusals.find((r) => r.field === name);
      return refusal === undefined ? {} : { error: refusal.sentence };
    },
  };
}
