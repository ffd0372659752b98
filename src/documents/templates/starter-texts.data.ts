/** Five texts to begin with. Examples, to be adapted by each room. */
export interface TemplateText {
  readonly name: string;
  readonly subject: string;
  readonly salutation: string;
  readonly body: string;
  readonly closing: string;
  readonly otherLanguage: "" | "en" | "uk" | "ar" | "prs" | "tr" | "ti" | "ru" | "fr";
  readonly otherText: string;
}

export const STARTER_TEXTS: readonly TemplateText[] = [
  {
    name: "Einladung zum Gespräch", subject: "Einladung zum Gespräch", salutation: "Guten Tag {{person_name}},",
    body: "wir möchten mit Ihnen über Ihre nächsten Schritte sprechen.\n\nWann: {{termin}}\nWo: {{ort}}\n\nBringen Sie bitte Ihren Ausweis und neue Briefe von Behörden mit. Wenn Sie eine Sprachmittlung brauchen, sagen Sie uns vorher Bescheid. Sie kostet Sie nichts.\n\nDas Gespräch ist freiwillig. Wenn Sie nicht können, rufen Sie bitte an.",
    closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "",
  },
  {
    name: "Widerspruch zur Fristwahrung", subject: "Widerspruch gegen den Bescheid vom {{bescheid_datum}}, Aktenzeichen {{bescheid_aktenzeichen}}", salutation: "Sehr geehrte Damen und Herren,",
    body: "gegen den Bescheid der Behörde {{bescheid_behoerde}} vom {{bescheid_datum}} ({{bescheid_betreff}}) lege ich Widerspruch ein.\n\nDie Begründung reiche ich nach. Bitte bestätigen Sie mir den Eingang dieses Schreibens schriftlich. Ich beantrage außerdem Einsicht in die Akte.\n\n{{person_name}}, geboren am {{person_geburtsdatum}}\n{{person_anschrift}}\n\nUnterschrift: ______________________________",
    closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "",
  },
  {
    name: "Bitte um Sachstand", subject: "Bitte um Sachstand: {{person_name}}", salutation: "Sehr geehrte Damen und Herren,",
    body: "wir begleiten {{person_name}}, geboren am {{person_geburtsdatum}}, im Kommunalen Integrationsmanagement. Die Einwilligung der Person liegt vor und ist auf Wunsch einzusehen.\n\nBitte teilen Sie uns mit, wie weit der Antrag vom {{antrag_vom}} ist und welche Unterlagen noch fehlen.\n\nUnser Zeichen: Fall {{fall_nummer}}",
    closing: "Mit freundlichen Grüßen", otherLanguage: "", otherText: "",
  },
  {
    name: "Bescheinigung über die Begleitung", subject: "Bescheinigung", salutation: "",
    body: "Hiermit wird bescheinigt, dass {{person_name}}, geboren am {{person_geburtsdatum}}, im Kommunalen Integrationsmanagement der Stelle {{absender_stelle}} begleitet wird.\n\nDie Begleitung ist freiwillig. Die Bescheinigung wird auf Wunsch der Person ausgestellt, zur Vorlage bei {{vorlage_bei}}.\n\nStand: {{heute}}",
    closing: "Im Auftrag", otherLanguage: "", otherText: "",
  },
  {
    name: "Nicht erreicht", subject: "Wir haben Sie nicht erreicht", salutation: "Guten Tag {{person_name}},",
    body: "wir haben mehrmals versucht, Sie zu erreichen. Geht es Ihnen gut? Haben Sie eine neue Nummer oder Anschrift?\n\nBitte melden Sie sich bis zum {{melden_bis}}. Wenn wir nichts von Ihnen hören, ruht die Begleitung. Sie können jederzeit wiederkommen.",
    closing: "Mit freundlichen Grüßen", otherLanguage: "en", otherText: "We have tried several times to reach you. Are you well? Do you have a new number or address?\n\nPlease contact us by {{melden_bis}}. If we do not hear from you, we will pause our support. You can come back at any time.",
  },
];
