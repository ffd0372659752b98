/** Why something was refused: a code for programs, a German sentence for people, where it belongs. */
export interface Refusal {
  /** kebab-case, stable; the portal's catalogues and the API know refusals by it */
  readonly code: string;
  /** what is wrong, why, and what to do next, in German */
  readonly sentence: string;
  /** name of the form field it belongs to, if it belongs to one */
  readonly field?: string;
  /** the norm behind it, as cited: "§ 88 Abs. 1 AufenthG" */
  readonly norm?: string;
}

/** What a decide… function returns: go ahead with these facts, or all the refusals at once. */
export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const accept = <T>(value: T): Decision<T> => ({ ok: true, value });
export const refuse = (...refusals: Refusal[]): Decision<never> => ({ ok: false, refusals });

/** Accepts where no refusal was collected. */
export const decide = <T>(refusals: readonly Refusal[], value: () => T): Decision<T> =>
  refusals.length === 0 ? { ok: true, value: value() } : { ok: false, refusals };
