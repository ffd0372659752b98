import { z } from "zod";
import { optionalDay, optionalId, text } from "../../cases/working/index.ts";
import { NotFound } from "../../kernel/errors.ts";
import { factCatalogue, type FactSpec } from "../../rules/index.ts";
import { OF_REGISTER } from "./fact-entry.ts";

export const factKeyText = z.string().regex(/^[a-z][A-Za-z0-9_]{1,60}$/);
/** What every entry has beside its value; the fields of the value depend on the fact. */
export const entryBody = z.looseObject({
  from: optionalDay(), to: optionalDay(), statedOn: optionalDay(), foundBy: text(120), evidenceDocumentId: optionalId(), source: z.enum(["said", "paper", "register", "finding"], "Wählen Sie, woher Sie es wissen."),
});

/** Undefined: no rule knows it. */
export const findSpec = (key: string): FactSpec | undefined => factCatalogue.get(key);
/** The fact that an address names; what the register tells is corrected there. */
export function specOf(key: string): FactSpec {
  const spec = factCatalogue.get(key);
  if (spec === undefined || OF_REGISTER.has(key)) throw new NotFound();
  return spec;
}
