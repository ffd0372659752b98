/** What a condition or a part of one comes to. `null`: not known. `undefined`: not at issue, because nobody spoke of it. */
export type Truth = boolean | null | undefined;

/** Strong Kleene: what is false decides. Parts that are not at issue say nothing. */
export function every(values: Iterable<Truth>): Truth {
  let result: Truth;
  for (const value of values) {
    if (value === false) return false;
    if (value === null) result = null;
    else if (value === true && result === undefined) result = true;
  }
  return result;
}

/** Strong Kleene: what is true decides. Parts that are not at issue say nothing. */
export function some(values: Iterable<Truth>): Truth {
  let result: Truth;
  for (const value of values) {
    if (value === true) return true;
    if (value === null) result = null;
    else if (value === false && result === undefined) result = false;
  }
  return result;
}

export const negated = (value: Truth): Truth => (value === null || value === undefined ? value : !value);
