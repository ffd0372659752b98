import { AZR_GROUPS, AZR_LABELS, type CodeLabel, LANGUAGES, languageLabel, NATIONALITIES, nationalityLabel } from "./code-lists.ts";
import { type FactKind, type FactValues, textOf } from "./fact.ts";
import { scriptOf } from "./scripts.ts";

const options = (words: Readonly<Record<string, string>>): CodeLabel[] => Object.entries(words).map(([value, label]) => ({ value, label }));
const FROM = { name: "from", column: "from_on", type: "day", label: "Seit", optional: true } as const;
const UNTIL = { name: "until", column: "until_on", type: "day", label: "Bis", optional: true, hint: "leer, solange es gilt" } as const;
const EVIDENCE = { name: "evidence", column: "evidence", type: "text", max: 200, label: "Nachweis", hint: "zum Beispiel: eAT gesehen am 12.05.2026", optional: true } as const;

const NAME_KINDS = { passport: "wie im Pass", own_script: "in eigener Schrift", former: "früherer Name", nickname: "Rufname", spelling: "andere Schreibweise" };
const LEVELS = { native: "Muttersprache", A1: "A1", A2: "A2", B1: "B1", B2: "B2", C1: "C1", C2: "C2" };
const CHANNEL_KINDS = { mobile: "Mobiltelefon", phone: "Telefon", email: "E-Mail", messenger: "Messenger", other: "anderes" };
const SAFE = { not_asked: "noch nicht gefragt", yes: "ja, hier sicher erreichbar", no: "nein, hier nicht melden" };
const GUARDIAN_KINDS = { parents: "Eltern", guardian: "Vormund", custodian: "Betreuung", proxy: "Vollmacht" };
const GUARDIAN_SCOPES = {
  all: "alle Angelegenheiten", health: "Gesundheit", residence: "Aufenthaltsbestimmung", property: "Vermögen", authorities: "Behörden", housing: "Wohnen",
  school: "Schule und Ausbildung", data: "Einwilligungen zu Daten", mail: "Post",
};
const word = (words: Readonly<Record<string, string>>, value: unknown): string => words[String(value)] ?? String(value);
const nameText = (v: FactValues): string => {
  const [family, given] = [textOf(v, "family"), textOf(v, "given")];
  // a comma of Latin lists belongs into no other script
  return (v["script"] === "Latn" ? [family, given].filter((x) => x !== "").join(", ") : `${given} ${family}`).trim();
};
const has = (v: FactValues, name: string): boolean => textOf(v, name) !== "";

/** The seven kinds of facts about a person. SQL, routes, forms, pages and the API are all made from this table. */
export const FACT_KINDS = [
  {
    key: "names", path: "namen", api: "names", table: "person_names", one: "Name", many: "Namen", makesKeys: true,
    fields: [
      { name: "family", column: "family", type: "text", max: 200, label: "Familienname", optional: true, dir: "auto" },
      { name: "given", column: "given", type: "text", max: 200, label: "Vornamen", optional: true, dir: "auto" },
      { name: "kind", column: "kind", type: "choice", options: options(NAME_KINDS), label: "Art", initial: "passport" },
      { name: "primary", column: "is_primary", type: "flag", label: "Dieser Name wird gezeigt" },
      FROM, UNTIL,
      { name: "script", column: "script", type: "text", max: 4, label: "Schrift", optional: true, derived: true },
    ],
    check: (v) => (has(v, "family") || has(v, "given") ? [] : [{ code: "name-missing", field: "family", sentence: "Geben Sie mindestens einen Namensteil ein." }]),
    complete: (v) => ({ ...v, script: scriptOf(`${textOf(v, "family")} ${textOf(v, "given")}`) }),
    words: (v) => ({ main: nameText(v), notes: [word(NAME_KINDS, v["kind"])] }),
  },
  {
    key: "nationalities", path: "staatsangehoerigkeiten", api: "nationalities", table: "person_nationalities", one: "Staatsangehörigkeit", many: "Staatsangehörigkeiten",
    fields: [{ name: "code", column: "code", type: "choice", options: NATIONALITIES, label: "Staatsangehörigkeit" }, FROM, UNTIL],
    words: (v) => ({ main: nationalityLabel(textOf(v, "code")), notes: [] }),
  },
  {
    key: "languages", path: "sprachen", api: "languages", table: "person_languages", one: "Sprache", many: "Sprachen",
    fields: [
      { name: "code", column: "code", type: "choice", options: LANGUAGES, label: "Sprache", pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/ },
      { name: "level", column: "level", type: "choice", options: options(LEVELS), label: "Niveau", optional: true },
      { name: "preferred", column: "is_preferred", type: "flag", label: "In dieser Sprache sprechen wir am besten miteinander" },
      { name: "interpreter", column: "needs_interpreter", type: "flag", label: "Sprachmittlung nötig" },
    ],
    words: (v) => ({ main: languageLabel(textOf(v, "code")), notes: [...(has(v, "level") ? [word(LEVELS, v["level"])] : []), ...(v["preferred"] === true ? ["bevorzugt"] : [])], alert: v["interpreter"] === true ? "Sprachmittlung nötig" : undefined }),
  },
  {
    key: "addresses", path: "anschriften", api: "addresses", table: "person_addresses", one: "Anschrift", many: "Anschriften und Wohnort",
    fields: [
      { name: "street", column: "street", type: "text", max: 200, label: "Straße und Hausnummer", optional: true },
      { name: "postcode", column: "postcode", type: "text", max: 12, label: "Postleitzahl", optional: true },
      { name: "town", column: "town", type: "text", max: 120, label: "Ort", optional: true },
      { name: "municipality", column: "municipality", type: "text", max: 120, label: "Wohnsitzkommune", optional: true, hint: "wenn sie anders heißt als der Ort" },
      { name: "protected", column: "is_protected", type: "flag", label: "Geschützte Anschrift (Auskunftssperre)", hint: "wird nie über Haushalt oder Verwandtschaft weitergegeben" },
      FROM, UNTIL,
    ],
    check: (v) => (["street", "town", "municipality", "postcode"].some((name) => has(v, name)) ? [] : [{ code: "address-missing", field: "street", sentence: "Geben Sie wenigstens den Ort oder die Wohnsitzkommune ein." }]),
    words: (v) => ({ main: [textOf(v, "street"), [textOf(v, "postcode"), textOf(v, "town")].join(" ").trim()].filter((x) => x !== "").join(", ") || textOf(v, "municipality"), notes: has(v, "municipality") && has(v, "town") && v["municipality"] !== v["town"] ? [`Wohnsitzkommune ${textOf(v, "municipality")}`] : [], alert: v["protected"] === true ? "geschützt" : undefined }),
  },
  {
    key: "channels", path: "erreichbarkeit", api: "channels", table: "person_channels", one: "Weg", many: "Erreichbarkeit", makesKeys: true,
    fields: [
      { name: "kind", column: "kind", type: "choice", options: options(CHANNEL_KINDS), label: "Art", initial: "mobile" },
      { name: "value", column: "value", type: "text", max: 200, label: "Nummer oder Adresse" },
      { name: "safe", column: "is_safe", type: "tri", options: options(SAFE), label: "Sicher erreichbar?", initial: "not_asked", hint: "Kann die Person hier angesprochen werden, ohne dass andere mithören oder mitlesen?" },
      { name: "hint", column: "hint_ct", type: "sealed", max: 500, label: "Hinweis", hint: "zum Beispiel: nicht abends, Bruder geht ran", optional: true },
      FROM, UNTIL,
    ],
    words: (v) => ({ main: textOf(v, "value"), notes: [word(CHANNEL_KINDS, v["kind"]), v["safe"] === "yes" ? "sicher erreichbar" : v["safe"] === "not_asked" ? "Sicherheit noch nicht gefragt" : "", textOf(v, "hint")].filter((x) => x !== ""), alert: v["safe"] === "no" ? "hier nicht melden" : undefined }),
  },
  {
    key: "residenceStatuses", path: "aufenthalt", api: "residence-statuses", table: "person_residence_statuses", one: "Aufenthaltsstatus", many: "Aufenthaltsstatus",
    fields: [
      { name: "label", column: "azr_label", type: "choice", options: AZR_GROUPS, label: "Status nach dem Ausländerzentralregister", empty: "steht nicht in der Liste", optional: true, pattern: /^.{1,300}$/ },
      { name: "short", column: "short_label", type: "text", max: 80, label: "Kurzform", hint: "zum Beispiel: § 25 Abs. 2, Aufenthaltsgestattung", optional: true },
      FROM, UNTIL, EVIDENCE,
    ],
    check: (v) => (has(v, "label") || has(v, "short") ? [] : [{ code: "status-missing", field: "label", sentence: "Wählen Sie einen Status aus der Liste oder geben Sie die Kurzform ein." }]),
    // what the register has no label for (Aufenthaltsgestattung, § 25 Abs. 2) is kept by its short form
    complete: (v) => (has(v, "label") ? v : { ...v, label: textOf(v, "short") }),
    words: (v) => ({ main: has(v, "short") ? textOf(v, "short") : textOf(v, "label"), notes: [...(has(v, "short") && v["short"] !== v["label"] && AZR_LABELS.has(textOf(v, "label")) ? [textOf(v, "label")] : []), ...(has(v, "evidence") ? [`Nachweis: ${textOf(v, "evidence")}`] : [])] }),
  },
  {
    key: "guardians", path: "vertretung", api: "guardians", table: "person_guardians", one: "gesetzliche Vertretung", many: "Gesetzliche Vertretung",
    fields: [
      { name: "kind", column: "kind", type: "choice", options: options(GUARDIAN_KINDS), label: "Art", initial: "parents" },
      { name: "name", column: "name_ct", type: "sealed", max: 200, label: "Wer" },
      { name: "scope", column: "scope", type: "many", options: options(GUARDIAN_SCOPES), label: "Wofür" },
      FROM, UNTIL, EVIDENCE,
    ],
    words: (v) => ({ main: textOf(v, "name"), notes: [word(GUARDIAN_KINDS, v["kind"]), ((v["scope"] ?? []) as readonly string[]).map((s) => word(GUARDIAN_SCOPES, s)).join(", "), ...(has(v, "evidence") ? [`Nachweis: ${textOf(v, "evidence")}`] : [])] }),
  },
] as const satisfies readonly FactKind[];

export type FactKey = (typeof FACT_KINDS)[number]["key"];
export const factKinds: readonly (FactKind & { readonly key: FactKey })[] = FACT_KINDS;
export const factKind = (key: FactKey): FactKind & { readonly key: FactKey } => factKinds.find((kind) => kind.key === key)!;
