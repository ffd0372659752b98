import { wordOf } from "../engine/facts.ts";
import { leaf, type Expr } from "../engine/expression.ts";

/** The status or title is one of those that a pattern of ids describes. */
export const matches = (key: "status" | "title" | "parentTitle", pattern: RegExp, says: string): Expr =>
  leaf({
    says,
    facts: [key],
    judge: (at) => {
      const value = at.facts.get(key);
      return value === undefined || value === null ? value : pattern.test(wordOf(value));
    },
  });
