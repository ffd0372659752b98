import type { AccessRow, MessageRow } from "./staff.sql.ts";

export const STATES: Readonly<Record<AccessRow["state"], string>> = { invited: "eingeladen", active: "in Benutzung", frozen: "gesperrt", ended: "beendet", expired: "abgelaufen" };
export const KINDS: Readonly<Record<MessageRow["kind"], string>> = {
  question: "Frage", wrong: "„Das stimmt nicht“", restrict: "Einschränkung (Art. 18 DSGVO)", object: "Widerspruch (Art. 21 DSGVO)", paper: "Unterlage", fact: "Angabe der Person",
};
export const GUARDIANS: Readonly<Record<string, string>> = { parents: "Eltern", guardian: "Vormundschaft", custodian: "rechtliche Betreuung", proxy: "Vollmacht" };
export const HELD: Readonly<Record<string, string>> = { goal: "Ziel", measure: "Schritt", consent: "Einwilligung", disclosure: "Übermittlung", document: "Datei", appointment: "Termin", access: "Zugriff", fact: "Angabe" };
export const LANGUAGE_OPTIONS = [
  { value: "de", label: "Deutsch" }, { value: "en", label: "Englisch" }, { value: "uk", label: "Ukrainisch" }, { value: "ar", label: "Arabisch" }, { value: "prs", label: "Dari" },
  { value: "tr", label: "Türkisch" }, { value: "ti", label: "Tigrinya" }, { value: "ru", label: "Russisch" }, { value: "fr", label: "Französisch" },
] as const;
