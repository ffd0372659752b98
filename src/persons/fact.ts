import type { Refusal } from "../kernel/refusal.ts";
import type { CodeLabel } from "./code-lists.ts";

export type FactValue = string | boolean | null | readonly string[];
/** by the name of the field; days as `YYYY-MM-DD` or null, choices by code */
export type FactValues = Readonly<Record<string, FactValue>>;

/** One entry about a person. It hangs on the record it was typed for, and keeps it through merging. */
export interface Fact {
  readonly id: string;
  readonly recordId: string;
  readonly version: number;
  readonly values: FactValues;
  /** ciphertexts by field name, where nobody opened them; openFacts puts the texts into values */
  readonly sealed: Readonly<Record<string, Buffer>>;
}

export interface FactField {
  readonly name: string;
  readonly column: string;
  /** `tri`: yes, no, or nobody asked; `sealed`: ciphertext under the key of the person */
  readonly type: "text" | "choice" | "flag" | "tri" | "day" | "many" | "sealed";
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly max?: number;
  readonly options?: readonly (CodeLabel | { readonly label: string; readonly options: readonly CodeLabel[] })[];
  readonly initial?: string;
  readonly empty?: string;
  readonly dir?: "auto";
  /** also takes what is not among the options and looks like this: older and imported codes */
  readonly pattern?: RegExp;
  /** follows from the others; nobody types it */
  readonly derived?: boolean;
}

export interface FactWords {
  readonly main: string;
  readonly notes: readonly string[];
  /** must not be overlooked */
  readonly alert?: string | undefined;
}

export interface FactKind {
  readonly key: string;
  /** part of the address of the pages, German */
  readonly path: string;
  /** part of the address of the API, English */
  readonly api: string;
  readonly table: string;
  readonly one: string;
  readonly many: string;
  readonly fields: readonly FactField[];
  /** search keys are made from it */
  readonly makesKeys?: boolean;
  readonly check?: (values: FactValues) => readonly Refusal[];
  readonly complete?: (values: FactValues) => FactValues;
  readonly words: (values: FactValues) => FactWords;
}

export const textOf = (values: FactValues, name: string): string => (typeof values[name] === "string" ? values[name] : "");
export const optionsOf = (field: FactField): readonly CodeLabel[] => (field.options ?? []).flatMap((o) => ("options" in o ? o.options : [o]));
