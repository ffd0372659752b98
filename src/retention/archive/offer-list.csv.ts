import { stringify } from "csv-stringify/sync";
import { phaseLabel } from "../../cases/index.ts";
import { germanDay } from "../../kernel/calendar-day.ts";
import type { OfferedRow } from "./offer-list.sql.ts";

const HEAD = ["Aktenzeichen", "Laufzeit von", "Laufzeit bis", "Stand", "Personen", "Frist endete", "Angeboten am"];
const lineOf = (row: OfferedRow): string[] => [
  row.number, germanDay(row.opened_on), row.closed_on === null ? "" : germanDay(row.closed_on), phaseLabel(row.phase), String(row.person_count), germanDay(row.due_on), germanDay(row.offered_on),
];
/** For the archive to choose from: what sort of file, and nothing of whom. */
export const offerListCsv = (rows: readonly OfferedRow[]): string => stringify([HEAD, ...rows.map(lineOf)], { delimiter: ";", escape_formulas: true, record_delimiter: "windows", bom: true });
