import type { Cell } from "./cell.ts";
import type { Field } from "./column-headings.data.ts";
import { readDateText } from "./date-text.ts";
import { fold } from "./interpreted.ts";
import { interpretLifeAreas } from "./interpret-life-areas.ts";
import { interpretNationality } from "./interpret-nationality.ts";
import { interpretEmail, interpretGender, interpretLanguage, interpretPhone } from "./interpret-simple.ts";
import { interpretStatus } from "./interpret-status.ts";

type Test = (cell: Cell) => boolean;

const isDate: Test = (cell) => cell.kind === "date" || (readDateText(cell.text) !== null && /\d/.test(cell.text));
const isName: Test = (cell) => cell.kind === "text" && cell.text.length <= 60 && /^[\p{L}\p{M}\s'’.,()-]+$/u.test(cell.text);

const TESTS: Readonly<Partial<Record<Field, Test>>> = {
  rowNumber: (cell) => /^\d{1,6}$/.test(cell.text.trim()),
  wholeName: (cell) => isName(cell) && /\p{L}[,\s]+\p{L}/u.test(cell.text),
  family: isName,
  given: isName,
  birth: isDate,
  entry: isDate,
  accessOn: isDate,
  lastContact: isDate,
  followUp: isDate,
  gender: (cell) => interpretGender(cell.text).value !== null,
  nationality: (cell) => interpretNationality(cell.text).certainty !== "unreadable",
  language: (cell) => interpretLanguage(cell.text).value !== null,
  residenceStatus: (cell) => interpretStatus(cell.text).value !== null,
  postcode: (cell) => /^(D-?)?\d{5}$/.test(cell.text.trim()),
  street: (cell) => /\p{L}.*\d/u.test(cell.text) && !/\d{5}/.test(cell.text),
  address: (cell) => /\d{5}/.test(cell.text) && /\p{L}/u.test(cell.text),
  town: isName,
  phone: (cell) => !isDate(cell) && interpretPhone(cell.text).value !== null && /^[\s0+(]/.test(cell.text),
  email: (cell) => interpretEmail(cell.text).value !== null,
  manager: isName,
  lifeAreas: (cell) => (interpretLifeAreas(cell.text).value?.areas.length ?? 0) > 0,
  phase: (cell) => !isDate(cell) && interpretStatus(cell.text).value === null,
  accessVia: (cell) => !isDate(cell) && fold(cell.text) !== "",
};

/** Share of the filled cells of a column that look like the field; a half where nothing can be said. */
export function contentFits(field: Field, cells: readonly Cell[]): number {
  const test = TESTS[field];
  const filled = cells.filter((cell) => cell.kind !== "empty" && cell.text.trim() !== "");
  if (test === undefined || filled.length === 0) return 0.5;
  return filled.filter(test).length / filled.length;
}
