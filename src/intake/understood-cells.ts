import { germanDay } from "../kernel/calendar-day.ts";
import type { Columns, Field, Interpreted, InterpretedRow } from "./reading/index.ts";

/** Words that only the municipality's own records have. */
export interface UnderstoodWords {
  readonly lead: string | null;
  readonly lifeAreaLabel: (meaning: string) => string | null;
}

type ReadDay = NonNullable<InterpretedRow["entry"]["value"]>;
const two = (n: number): string => String(n).padStart(2, "0");
const dateWords = (date: ReadDay): string =>
  `${date.on !== null ? germanDay(date.on) : date.month !== null ? `${two(date.month)}.${date.year}` : date.year}${date.estimated ? " (geschätzt)" : ""}`;
const GENDERS = { female: "weiblich", male: "männlich", diverse: "divers" } as const;
const languageName = new Intl.DisplayNames(["de"], { type: "language" });

const say = <T>(read: Interpreted<T>, words: (value: T) => string): string => [read.value === null ? "" : words(read.value), read.note ?? ""].filter((text) => text !== "").join(" · ");
const itself = (read: Interpreted<string>): string => say(read, (value) => value);

function remarkWords(row: InterpretedRow): string {
  const { remark } = row;
  if (remark === null) return "";
  return [
    remark.notToAbh ? "Eintrag, anvertraut: nicht an die Ausländerbehörde" : "Eintrag, anvertraut bis zur Durchsicht",
    remark.needsInterpreter ? "Sprachmittlung nötig" : "", remark.onlyWhatsApp ? "nur über WhatsApp" : "", row.waitingList.value === true ? "Warteliste" : "", row.waitingList.note ?? "",
  ].filter((text) => text !== "").join(" · ");
}

const lifeAreaWords = (row: InterpretedRow, words: UnderstoodWords): string =>
  say(row.lifeAreas, ({ areas }) => areas.map((area) => words.lifeAreaLabel(area) ?? "kein Lebensbereich dieser Kommune").join(", "));

/** What was taken out of each field, in words; empty where nothing was. */
function understoodField(field: Field, row: InterpretedRow, words: UnderstoodWords): string {
  switch (field) {
    case "wholeName": return [row.family.value, row.given.value].filter((part) => part !== null).join(", ") + (row.family.note === undefined ? "" : ` · ${row.family.note}`);
    case "address": return [row.street.value, [row.postcode.value, row.town.value].filter((part) => part !== null).join(" ")].filter((part) => part !== null && part !== "").join(", ");
    case "birth": return say(row.birth, dateWords);
    case "entry": case "accessOn": case "lastContact": case "followUp": return say(row[field], dateWords);
    case "gender": return say(row.gender, (gender) => GENDERS[gender]);
    case "nationality": return say(row.nationality, (nationality) => nationality.label);
    case "language": return say(row.languages, (codes) => codes.map((code) => languageName.of(code) ?? code).join(", "));
    case "residenceStatus": return say(row.residenceStatus, (status) => (status.azrLabels.length === 1 ? status.azrLabels[0]! : status.short));
    case "lifeAreas": return lifeAreaWords(row, words);
    case "manager": return row.manager.value === null ? "" : words.lead === null ? "noch niemand" : words.lead;
    case "remark": return remarkWords(row);
    case "household": return row.household.value === null ? "" : "nur hier vermerkt";
    case "rowNumber": return "";
    case "family": case "given": case "street": case "postcode": case "town": case "phone": case "email": case "accessVia": case "phase": return itself(row[field]);
  }
}

/** Per cell of a row what was understood; a column that was mapped to nothing says so. */
export function understoodCells(cellCount: number, row: InterpretedRow, columns: Columns, words: UnderstoodWords): string[] {
  const fieldOf = new Map(Object.entries(columns).flatMap(([field, column]) => (column === null ? [] : [[column, field as Field] as const])));
  return Array.from({ length: cellCount }, (_, column) => {
    const field = fieldOf.get(column);
    return field === undefined ? "nur hier vermerkt" : understoodField(field, row, words);
  });
}
