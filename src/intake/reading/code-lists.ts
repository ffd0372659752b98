import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const read = (name: string): Record<string, string>[] => parse(readFileSync(new URL(`../../../data/codelists/${name}`, import.meta.url), "utf8"), { columns: true, bom: true }) as Record<string, string>[];

export interface Nationality {
  /** Destatis, three digits */
  readonly code: string;
  readonly label: string;
}

/** Statistisches Bundesamt, Staatsangehörigkeitsschlüssel 2021. */
export const NATIONALITIES: readonly Nationality[] = read("destatis-staatsangehoerigkeit-2021.csv").map((row) => ({ code: row["code"] ?? "", label: row["label"] ?? "" }));

/** Labels of the Ausländerzentralregister for titles and Duldungen. */
export const AZR_LABELS: readonly string[] = read("azr-aufenthaltsstatus.csv").map((row) => row["azr_label"] ?? "");
