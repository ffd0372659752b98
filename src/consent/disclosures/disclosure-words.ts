import type { Shape, Tone } from "../../ui/index.ts";

export const STATES = { draft: "Entwurf", awaiting_second: "wartet auf zweite Person", refused: "nicht freigegeben", sent: "übermittelt", discarded: "verworfen" } as const;
export type State = keyof typeof STATES;
export const RECIPIENT_STATES = { delivered: "zugestellt", accepted: "angenommen", asked_back: "Rückfrage", declined: "zurückgewiesen" } as const;
export type RecipientState = keyof typeof RECIPIENT_STATES;
/** What lets a secret out without the person's release, and only with a second person or in acute danger. */
export const EXCEPTIONS = {
  kkg_4: "§ 4 KKG: Gefährdung eines Kindes",
  stgb_34: "§ 34 StGB: rechtfertigender Notstand",
  stgb_138: "§ 138 StGB: Anzeige einer geplanten Straftat",
} as const;
export type Exception = keyof typeof EXCEPTIONS;

export const STATE_LOOKS: Readonly<Record<State, { tone: Tone; shape: Shape }>> = {
  draft: { tone: "neutral", shape: "empty" },
  awaiting_second: { tone: "warning", shape: "half" },
  refused: { tone: "danger", shape: "cross" },
  sent: { tone: "success", shape: "check" },
  discarded: { tone: "neutral", shape: "cross" },
};

export const FIELDS = {
  "person.names": "Name",
  "person.birth": "Geburtsdatum",
  "person.nationalities": "Staatsangehörigkeit",
  "person.residence_status": "Aufenthaltsstatus",
  "person.address": "Anschrift",
  "person.channels": "Erreichbarkeit",
  "person.languages": "Sprachen",
  "person.family": "Familie",
  contact: "Kontakt",
  document: "Datei",
  free_text: "Weitere Angabe",
} as const;
export type Field = keyof typeof FIELDS;
export const fieldLabel = (field: string): string => FIELDS[field as Field] ?? field;

export interface Reason {
  readonly sentence: string;
  readonly norm?: string;
}
const REASONS: Readonly<Record<string, Reason>> = {
  no_items: { sentence: "Noch keine Angabe ist gewählt." },
  basis_retired: { sentence: "Die Rechtsgrundlage steht nicht mehr im Verzeichnis." },
  consent_not_in_force: { sentence: "Die Einwilligung gilt nicht mehr.", norm: "Art. 7 Abs. 3 DSGVO" },
  consent_names_another_recipient: { sentence: "Die Einwilligung nennt eine andere Stelle." },
  consent_is_for_the_other_direction: { sentence: "Die Einwilligung erlaubt nur, von der Stelle etwas zu erfahren." },
  basis_is_a_consent: { sentence: "Die Rechtsgrundlage ist eine Einwilligung: Wählen Sie, welche." },
  check_88: { sentence: "Die Prüfung nach § 88 AufenthG fehlt, oder sie verbietet die Übermittlung.", norm: "§ 88 AufenthG" },
  second_person: { sentence: "Ohne Einwilligung entscheidet eine zweite Person des Teams mit." },
  acute_names_its_exception: { sentence: "Bei akuter Gefahr: Nennen Sie die Ausnahme, auf die Sie sich stützen.", norm: "§ 4 KKG, §§ 34, 138 StGB" },
  concerns_nobody: { sentence: "Gehört zu keiner Person dieses Falls." },
  changed_meanwhile: { sentence: "Wurde inzwischen geändert oder zurückgezogen: bitte neu wählen." },
  entrusted: { sentence: "Anvertraut: nur, wenn die Person genau diesen Eintrag freigibt.", norm: "§ 203 StGB" },
  concerns_others: { sentence: "Betrifft auch Personen, die nicht eingewilligt haben.", norm: "Art. 6 Abs. 1 Buchst. a DSGVO" },
  not_covered: { sentence: "Davon spricht die Einwilligung nicht.", norm: "Art. 6 Abs. 1 Buchst. a DSGVO" },
  secrecy: { sentence: "Unterliegt der Schweigepflicht, und keine Entbindung oder Ausnahme liegt vor.", norm: "§ 203 StGB" },
  not_a_kind: { sentence: "Diese Art von Datei wird nicht übermittelt. Ordnen Sie sie unter Dateien einer anderen Art zu." },
};
/** `entrusted:3` or `check_88`, in words with the norm; a code without words stays as it is, so that nothing is hidden. */
export const reasonOf = (problem: string): Reason => REASONS[problem.split(":")[0] ?? ""] ?? { sentence: problem };
export const positionOf = (problem: string): number | null => (problem.includes(":") ? Number(problem.slice(problem.indexOf(":") + 1)) : null);
export const reasonText = (problem: string): string => {
  const { sentence, norm } = reasonOf(problem);
  return norm === undefined ? sentence : `${sentence} (${norm})`;
};
