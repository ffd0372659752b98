/** What people say and case managers note, life area by life area: who has it hard, and what changed. Invented. */
export interface AreaNotes {
  readonly resource: readonly string[];
  readonly need: readonly string[];
  /** in German and in Arabic, as somebody says it */
  readonly words: readonly (readonly [de: string, ar: string])[];
}
export const NOTES: Readonly<Record<string, AreaNotes>> = {
  sprache: { resource: ["spricht drei Sprachen, lernt abends mit einer App", "übersetzt für die Nachbarn"], need: ["einen Kurs am Vormittag mit Kinderbetreuung", "Sprachpraxis außerhalb des Kurses"], words: [["Ich verstehe viel, aber ich traue mich nicht zu sprechen.", "أفهم الكثير لكنني لا أجرؤ على الكلام."], ["Am Telefon ist es am schwersten.", "على الهاتف هو الأصعب."]] },
  arbeit: { resource: ["zehn Jahre Erfahrung in der Werkstatt", "pünktlich, gern mit Menschen"], need: ["eine Hospitation in einem Betrieb", "Hilfe beim Lebenslauf"], words: [["Ich möchte wieder arbeiten, nicht warten.", "أريد أن أعمل من جديد، لا أن أنتظر."]] },
  wohnen: { resource: ["hält die Unterkunft in Ordnung, kennt den Hausmeister"], need: ["ein eigenes Zimmer zum Lernen", "einen Wohnberechtigungsschein"], words: [["Zu fünft in zwei Zimmern, die Kinder schlafen schlecht.", "نحن خمسة في غرفتين والأطفال لا ينامون جيدًا."]] },
  gesundheit: { resource: ["hat eine Hausärztin gefunden"], need: ["einen Termin bei einer Fachärztin mit Sprachmittlung"], words: [["Nachts denke ich zu viel.", "في الليل أفكر كثيرًا."]] },
  familie: { resource: ["die Geschwister helfen einander"], need: ["einen Platz in der Kita"], words: [["Meine Kinder sollen es leichter haben.", "أريد أن يكون الأمر أسهل لأطفالي."]] },
  behoerden: { resource: ["legt alle Briefe in einen Ordner"], need: ["jemanden, der Bescheide erklärt"], words: [["Jeder Brief macht mir Angst.", "كل رسالة تخيفني."]] },
  leistungen: { resource: ["führt ein Haushaltsbuch"], need: ["Klärung der Rückforderung"], words: [["Am Ende des Monats reicht es nicht.", "لا يكفي المال في آخر الشهر."]] },
  teilhabe: { resource: ["spielt Fußball, kocht für Feste"], need: ["Kontakte im Ort"], words: [["Ich kenne hier noch niemanden.", "لا أعرف أحدًا هنا بعد."]] },
  aufenthalt: { resource: ["kennt die eigenen Fristen"], need: ["Klärung der Verlängerung"], words: [] },
  bildung: { resource: ["hat im Herkunftsland Abitur gemacht"], need: ["Beratung zur Schule"], words: [] },
  anerkennung: { resource: ["Zeugnisse liegen vor"], need: ["eine Übersetzung der Zeugnisse"], words: [] },
};
export const LEARNT: readonly (readonly [kind: string, title: string, recognition: string])[] = [
  ["vocational", "Krankenpfleger", "applied"], ["vocational", "Schneiderin", "planned"], ["degree", "Bauingenieurwesen", "partly"], ["school", "Abitur", "recognised"], ["vocational", "Elektriker", "open"],
  ["degree", "Grundschullehramt", "refused"], ["licence", "Führerschein Klasse B", "not_needed"],
];
export const CAN: readonly (readonly [kind: string, title: string])[] = [["skill", "kochen für viele"], ["skill", "Fahrräder und Motoren reparieren"], ["work", "zwölf Jahre eigener Laden"], ["skill", "Angehörige pflegen"], ["work", "acht Jahre Landwirtschaft"]];
export const TIES: readonly (readonly [kind: string, name: string, closeness: number, effect: string, office: string, note: string])[] = [
  ["family", "Schwester in Köln", 1, "helps", "", "ruft jeden Abend an"], ["family", "Mutter im Herkunftsland", 1, "mixed", "", "braucht Geld, gibt Kraft"], ["friend", "Rana aus dem Kurs", 2, "helps", "", "passt auf die Kinder auf"],
  ["neighbour", "Nachbarin im ersten Stock", 2, "helps", "", "liest Briefe mit"], ["community", "Gemeinde", 3, "mixed", "", ""], ["volunteer", "Patin vom Verein", 2, "helps", "willkommen", "Deutsch üben am Samstag"],
  ["professional", "Klassenlehrerin des Sohnes", 2, "helps", "", ""], ["institution", "Vermittlerin", 3, "mixed", "jobcenter", "wechselt oft"], ["institution", "Sachbearbeitung", 3, "burdens", "abh", "lange Wartezeit"], ["professional", "Hausärztin", 3, "helps", "", ""],
];
