import further from "../../data/law/further-parameters.json" with { type: "json" };
import parameters from "../../data/law/parameters.json" with { type: "json" };
import { LawBook, type ParameterRow } from "./engine/parameters.ts";

export const parameterRows: readonly ParameterRow[] = [...(parameters as ParameterRow[]), ...(further as ParameterRow[])];

/** The thresholds as they are in data/law. */
export const lawBook = new LawBook(parameterRows);

/** The day up to which the texts of the statutes were compared; later days are judged by the law of that day and marked. */
export const LAW_COMPARED_UNTIL = "2026-08-19";
