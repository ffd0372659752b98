import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const read = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../data/codelists/${name}`, import.meta.url), "utf8"), { columns: true, bom: true }) as Record<string, string>[];

export interface CodeLabel {
  readonly value: string;
  readonly label: string;
}

const special: readonly CodeLabel[] = [
  { value: "997", label: "staatenlos" },
  { value: "998", label: "ungeklärt" },
  { value: "999", label: "ohne Angabe" },
];

/** Staatsangehörigkeitsschlüssel of Destatis 2021, by label, with the three codes that are no state in front. */
export const NATIONALITIES: readonly CodeLabel[] = [
  ...special,
  ...read("destatis-staatsangehoerigkeit-2021.csv")
    .map((row) => ({ value: row["code"] ?? "", label: row["label"] ?? "" }))
    .filter((row) => !special.some((s) => s.value === row.value))
    .sort((a, b) => a.label.localeCompare(b.label, "de")),
];
const nationalityLabels = new Map(NATIONALITIES.map((n) => [n.value, n.label]));
export const nationalityLabel = (code: string): string => nationalityLabels.get(code) ?? `Schlüssel ${code}`;

const GROUPS: Readonly<Record<string, string>> = { titel: "Aufenthaltstitel", duldung: "Duldung" };

/** Labels of the Ausländerzentralregister, grouped as its list groups them. */
export const AZR_GROUPS: readonly { readonly label: string; readonly options: readonly CodeLabel[] }[] = (() => {
  const groups = new Map<string, CodeLabel[]>();
  for (const row of read("azr-aufenthaltsstatus.csv")) {
    const label = row["azr_label"] ?? "";
    const group = row["group"] ?? "";
    groups.set(group, [...(groups.get(group) ?? []), { value: label, label }]);
  }
  return [...groups].map(([group, options]) => ({ label: GROUPS[group] ?? group, options }));
})();
export const AZR_LABELS: ReadonlySet<string> = new Set(AZR_GROUPS.flatMap((group) => group.options.map((o) => o.value)));

const names = new Intl.DisplayNames(["de"], { type: "language", fallback: "none" });
/** Kurmandschi and Sorani stand apart, because an interpreter for one does not help with the other. */
const OWN_NAMES: Readonly<Record<string, string>> = { kmr: "Kurdisch (Kurmandschi)", ckb: "Kurdisch (Sorani)", prs: "Dari", rom: "Romanes", ku: "Kurdisch (welches, ist offen)" };
export const languageLabel = (code: string): string => {
  if (OWN_NAMES[code] !== undefined) return OWN_NAMES[code];
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};

const OFTEN = "ar kmr ckb fa prs ps tr uk ru ti am so fr en sq mk sr bs hr ro rom bg pl hu el es pt it nl hy ka az zh vi th hi ur bn ta te pa si ne ha ig yo wo ff ln sw rw om id tl ja ko he lt lv et cs sk sl kk uz tk tg mn ku";
/** Languages offered to choose from; others come in by import and stay. */
export const LANGUAGES: readonly CodeLabel[] = [
  { value: "de", label: languageLabel("de") },
  ...OFTEN.split(" ").map((code) => ({ value: code, label: languageLabel(code) })).sort((a, b) => a.label.localeCompare(b.label, "de")),
];
