/** Joins what is truthy: `classNames("chip", isOpen && "is-open")`. */
export const classNames = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");
