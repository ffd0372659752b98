import type { CalendarDay } from "../../kernel/calendar-day.ts";
import { EMPTY, type Cell } from "./cell.ts";
import type { Nationality } from "./code-lists.ts";
import { FIELD_LABELS, type Field } from "./column-headings.data.ts";
import { interpretBirth, interpretDate, type ReadBirth, type ReadDate } from "./interpret-date.ts";
import { interpretLifeAreas, type ReadLifeAreas } from "./interpret-life-areas.ts";
import { interpretNamePart, interpretWholeName } from "./interpret-name.ts";
import { interpretNationality } from "./interpret-nationality.ts";
import { interpretRemark, saysWaitingList, type ReadRemark } from "./interpret-remark.ts";
import { interpretAddress, interpretEmail, interpretGender, interpretLanguage, interpretPhone, interpretPostcode, type Gender } from "./interpret-simple.ts";
import { interpretStatus, type ReadStatus } from "./interpret-status.ts";
import { check, clear, tidy, type Interpreted } from "./interpreted.ts";
import type { Columns } from "./recognise-columns.ts";

export interface InterpretedRow {
  /** nothing but empty cells (or a running number): not a person */
  readonly blank: boolean;
  readonly rowNumber: string;
  readonly family: Interpreted<string>;
  readonly given: Interpreted<string>;
  readonly birth: Interpreted<ReadBirth>;
  readonly gender: Interpreted<Gender>;
  readonly nationality: Interpreted<Nationality>;
  readonly languages: Interpreted<readonly string[]>;
  readonly residenceStatus: Interpreted<ReadStatus>;
  readonly entry: Interpreted<ReadDate>;
  readonly street: Interpreted<string>;
  readonly postcode: Interpreted<string>;
  readonly town: Interpreted<string>;
  readonly phone: Interpreted<string>;
  readonly email: Interpreted<string>;
  /** as it stands; spellings are mapped to accounts once per list */
  readonly manager: Interpreted<string>;
  readonly accessOn: Interpreted<ReadDate>;
  readonly accessVia: Interpreted<string>;
  readonly lifeAreas: Interpreted<ReadLifeAreas>;
  readonly lastContact: Interpreted<ReadDate>;
  readonly followUp: Interpreted<ReadDate>;
  readonly household: Interpreted<string>;
  readonly phase: Interpreted<string>;
  readonly remark: ReadRemark | null;
  /** a waiting-list row becomes an enquiry, not a case */
  readonly waitingList: Interpreted<boolean>;
  /** German sentences, each naming its column, for everything that is not clear */
  readonly problems: readonly { readonly field: Field; readonly sentence: string; readonly certainty: "check" | "unreadable" }[];
}

const plainText = (original: string): Interpreted<string> => clear(tidy(original) === "" ? null : tidy(original), original);

function names(at: (field: Field) => Cell, columns: Columns): { family: Interpreted<string>; given: Interpreted<string> } {
  if (columns.wholeName === null || at("family").text !== "") return { family: interpretNamePart(at("family").text), given: interpretNamePart(at("given").text) };
  const whole = interpretWholeName(at("wholeName").text);
  return { family: { ...whole, value: whole.value?.family || null }, given: { ...whole, value: whole.value?.given || null } };
}

function place(at: (field: Field) => Cell, columns: Columns): { street: Interpreted<string>; postcode: Interpreted<string>; town: Interpreted<string> } {
  if (columns.address === null || at("street").text !== "") return { street: plainText(at("street").text), postcode: interpretPostcode(at("postcode").text), town: plainText(at("town").text) };
  const whole = interpretAddress(at("address").text);
  const part = (key: "street" | "postcode" | "town"): Interpreted<string> => ({ ...whole, value: whole.value?.[key] || null });
  const [postcode, town] = [interpretPostcode(at("postcode").text), plainText(at("town").text)];
  return { street: part("street"), postcode: postcode.value === null ? part("postcode") : postcode, town: town.value === null ? part("town") : town };
}

function waiting(at: (field: Field) => Cell, remark: ReadRemark | null): Interpreted<boolean> {
  for (const field of ["phase", "manager"] as const) if (saysWaitingList(at(field).text)) return clear(true, at(field).text);
  const original = at("remark").text;
  if (remark?.waitingList === "yes") return clear(true, original);
  return remark?.waitingList === "perhaps" ? check(false, original, "Von einer Warteliste ist die Rede; bitte prüfen, ob die des Case Managements gemeint ist.") : clear(false, original);
}

type Read = Omit<InterpretedRow, "problems" | "blank">;

function contradictions(row: Read): InterpretedRow["problems"] {
  const found: { field: Field; sentence: string; certainty: "check" }[] = [];
  const [birth, entry] = [row.birth.value, row.entry.value];
  if (birth !== null && entry !== null && entry.year < birth.year) found.push({ field: "entry", sentence: "Einreise: liegt vor der Geburt.", certainty: "check" });
  if (row.family.value === null && row.given.value === null) found.push({ field: "family", sentence: "Nachname: In dieser Zeile steht kein Name.", certainty: "check" });
  return found;
}

function problemsOf(row: Read): InterpretedRow["problems"] {
  const fields = Object.entries({ ...row, language: row.languages }) as [string, unknown][];
  const doubtful = fields.flatMap(([key, value]) => {
    if (!Object.hasOwn(FIELD_LABELS, key) || typeof value !== "object" || value === null || !("certainty" in value)) return [];
    const read = value as Interpreted<unknown>;
    if (read.certainty === "clear") return [];
    const field = key as Field;
    return [{ field, sentence: `${FIELD_LABELS[field]}: ${read.note ?? "bitte prüfen."}`, certainty: read.certainty }];
  });
  const waitingNote = row.waitingList.certainty === "check" ? [{ field: "remark" as const, sentence: `Bemerkung: ${row.waitingList.note ?? ""}`, certainty: "check" as const }] : [];
  return [...doubtful, ...waitingNote, ...contradictions(row)];
}

/** Everything one row says, each with certainty and original. Never throws, whatever stands in the cells. */
export function interpretRow(cells: readonly Cell[], columns: Columns, today: CalendarDay): InterpretedRow {
  const at = (field: Field): Cell => {
    const column = columns[field];
    return column === null ? EMPTY : (cells[column] ?? EMPTY);
  };
  const remark = interpretRemark(at("remark").text);
  const row: Read = {
    rowNumber: tidy(at("rowNumber").text),
    ...names(at, columns),
    birth: interpretBirth(at("birth"), today),
    gender: interpretGender(at("gender").text),
    nationality: interpretNationality(at("nationality").text),
    languages: interpretLanguage(at("language").text),
    residenceStatus: interpretStatus(at("residenceStatus").text),
    entry: interpretDate(at("entry"), "past", today),
    ...place(at, columns),
    phone: interpretPhone(at("phone").text),
    email: interpretEmail(at("email").text),
    manager: plainText(at("manager").text),
    accessOn: interpretDate(at("accessOn"), "past", today),
    accessVia: plainText(at("accessVia").text),
    lifeAreas: interpretLifeAreas(at("lifeAreas").text),
    lastContact: interpretDate(at("lastContact"), "past", today),
    followUp: interpretDate(at("followUp"), "follow-up", today),
    household: plainText(at("household").text),
    phase: plainText(at("phase").text),
    remark,
    waitingList: waiting(at, remark),
  };
  const blank = cells.every((cell, column) => column === columns.rowNumber || cell.text.trim() === "");
  return { ...row, blank, problems: blank ? [] : problemsOf(row) };
}
