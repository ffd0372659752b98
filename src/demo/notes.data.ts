/** What case managers write: first talks, and by life area what happened and what is to be done. All of it invented. */
export const FIRST_TALKS: readonly string[] = [
  "Erstgespräch. Anliegen gesammelt, Ablauf und Freiwilligkeit erklärt, Informationen zum Datenschutz in der Sprache der Person ausgehändigt. Wünscht sich vor allem Ruhe in den Behördenangelegenheiten.",
  "Erstgespräch mit Sprachmittlung. Die Unterlagen sind unvollständig, wir haben eine Liste gemacht. Nächster Schritt: Mappe anlegen und sortieren.",
  "Kennenlernen zu Hause. Alle Familienmitglieder waren da. Reihenfolge der Themen gemeinsam festgelegt: zuerst Wohnung, dann Sprachkurs, dann Arbeit.",
  "Erstgespräch nach Vermittlung durch die MBE. Mehrere Stellen sind beteiligt und wissen nichts voneinander. Einwilligungen werden einzeln besprochen, heute noch keine unterschrieben.",
];

export interface AreaNotes {
  readonly happened: readonly string[];
  readonly todo: readonly string[];
}
export const AREA_NOTES: Readonly<Record<string, AreaNotes>> = {
  aufenthalt: {
    happened: [
      "Aufenthaltstitel läuft in drei Monaten ab. Verlängerungsantrag gemeinsam ausgefüllt, Passfoto fehlt noch.",
      "Fiktionsbescheinigung liegt vor, damit darf weitergearbeitet werden. Kopie für den Arbeitgeber mitgegeben.",
      "Anhörung vorbereitet: Ablauf erklärt, Beratung durch die unabhängige Verfahrensberatung vereinbart. Zum Inhalt des Verfahrens hier nichts notiert.",
      "Passbeschaffung: Termin bei der Botschaft ist gebucht, Fahrtkosten sind noch offen.",
    ],
    todo: ["Verlängerung: Termin bei der Ausländerbehörde nachfragen", "Passfotos und Mietvertrag nachreichen", "Botschaftstermin: Ergebnis erfragen"],
  },
  einbuergerung: {
    happened: ["Einbürgerung: Voraussetzungen durchgesehen. Test „Leben in Deutschland“ ist bestanden, Sprachnachweis B1 liegt vor. Offen ist der Nachweis zum Lebensunterhalt.", "Antrag auf Einbürgerung ist abgegeben. Die Bearbeitung dauert laut Auskunft länger als ein Jahr."],
    todo: ["Lohnabrechnungen der letzten Monate sammeln", "Anmeldung zum Einbürgerungstest prüfen"],
  },
  sprache: {
    happened: [
      "Integrationskurs: Die Berechtigung ist da, freie Plätze gibt es erst in acht Wochen. Bis dahin Sprachtreff am Dienstag.",
      "B1-Prüfung nicht bestanden, es fehlten wenige Punkte im Schreiben. Wiederholerstunden beantragt.",
      "Kinderbetreuung während des Kurses ist das Problem. Der Träger hat eine Gruppe mit Betreuung, dort auf die Warteliste gesetzt.",
      "A2 bestanden. Freut sich sehr. Nächster Schritt: berufsbezogener Kurs.",
    ],
    todo: ["Beim Kursträger nach freiem Platz fragen", "Ergebnis der Prüfung erfragen", "Wiederholerstunden: Bescheid abwarten"],
  },
  bildung: {
    happened: ["Seiteneinstieg: Der ältere Sohn hat einen Platz in der internationalen Klasse. Schulweg mit dem Bus gemeinsam gefahren.", "Kita-Platz: Anmeldung im Portal gemacht, drei Wunschkitas eingetragen. Zusage frühestens im Frühjahr.", "Elternsprechtag begleitet. Die Lehrerin lobt die Fortschritte, wünscht mehr Unterstützung beim Lesen."],
    todo: ["Kita-Anmeldung: Rückmeldung im Portal prüfen", "Schulbuchgutscheine beantragen (BuT)", "Nachhilfe: Antrag mit der Schule abgeben"],
  },
  arbeit: {
    happened: [
      "Bewerbung als Lagerhelfer abgeschickt, Lebenslauf überarbeitet. Führerschein aus dem Herkunftsland wird hier nicht anerkannt.",
      "Praktikum im Pflegeheim, zwei Wochen. Die Rückmeldung ist sehr gut, das Haus bietet eine Ausbildung ab August an.",
      "Minijob in der Gastronomie, Vertrag gemeinsam gelesen. Die Stunden werden nicht vollständig bezahlt, an die Beratungsstelle Arbeit verwiesen.",
      "Gespräch mit dem Jobcenter begleitet. Vereinbart: erst Sprachkurs, dann Qualifizierung zum Berufskraftfahrer.",
    ],
    todo: ["Arbeitsvertrag: Kopie für das Jobcenter", "Praktikum: Rückmeldung des Betriebs holen", "Termin bei der Agentur für Arbeit vorbereiten"],
  },
  anerkennung: {
    happened: ["Anerkennung als Krankenpflegerin: Defizitbescheid ist da, ein Anpassungslehrgang von neun Monaten ist nötig. IQ-Beratung eingeschaltet.", "Zeugnisse sind übersetzt. Die Kosten hat das Jobcenter übernommen."],
    todo: ["Übersetzung der Zeugnisse: Kostenübernahme klären", "IQ-Beratung: Termin vereinbaren"],
  },
  leistungen: {
    happened: ["Weiterbewilligung gemeinsam ausgefüllt und abgegeben, Eingangsstempel liegt in der Mappe.", "Mahnung vom Stromversorger. Ratenzahlung telefonisch vereinbart, 40 Euro im Monat.", "Kindergeldantrag war unvollständig, Geburtsurkunde nachgereicht."],
    todo: ["Weiterbewilligungsantrag fristgerecht abgeben", "Kindergeld: Bescheid prüfen", "Stromversorger: Bestätigung der Raten anfordern"],
  },
  wohnen: {
    happened: [
      "Die Wohnung hat zwei Zimmer für fünf Personen. Wohnberechtigungsschein beantragt.",
      "Besichtigung begleitet. Der Vermieter möchte eine Mietübernahme vom Jobcenter sehen, Angebot eingereicht.",
      "Schimmel im Kinderzimmer fotografiert, Mängelanzeige an die Verwaltung geschrieben.",
      "Umzug aus der Unterkunft in eigene Wohnung! Ummeldung ist erledigt, Erstausstattung beantragt.",
    ],
    todo: ["Wohnberechtigungsschein: nachfragen", "Mietangebot beim Jobcenter einreichen", "Mängelanzeige: Frist ist abgelaufen, nachhaken"],
  },
  gesundheit: {
    happened: ["Hausarzt gefunden, der Arabisch spricht. Überweisung zum Facharzt liegt vor.", "Schläft schlecht, viele Sorgen. Auf eigenen Wunsch Kontakt zum Psychosozialen Zentrum hergestellt. Wartezeit mehrere Monate.", "Vorsorgeuntersuchung U8 ist nachgeholt, Impfpass vollständig."],
    todo: ["Facharzttermin mit Sprachmittlung organisieren", "Psychosoziales Zentrum: Stand der Warteliste"],
  },
  familie: {
    happened: ["Sorgt sich um die Eltern im Herkunftsland, Möglichkeiten des Nachzugs allgemein besprochen.", "Trennung steht im Raum. Auf eigenen Wunsch Adresse der Frauenberatung gegeben.", "Geburt der Tochter! Urkunde ist beantragt, Hebamme kommt zweimal in der Woche."],
    todo: ["Geburtsurkunde: beim Standesamt nachfragen", "Familienzentrum: Anmeldung zur Eltern-Kind-Gruppe"],
  },
  teilhabe: {
    happened: ["Spielt jetzt im Fußballverein, der Beitrag wird über BuT bezahlt.", "Patin vom Verein Willkommen vermittelt, erstes Treffen im Stadtteilcafé war gut."],
    todo: ["Rückmeldung der Patin einholen", "Vereinsbeitrag: Antrag auf Bildung und Teilhabe"],
  },
  behoerden: {
    happened: ["Post der letzten Wochen gemeinsam geöffnet: drei Schreiben brauchten eine Antwort, alle beantwortet.", "Ummeldung beim Bürgeramt begleitet. Familienname war falsch geschrieben, berichtigt."],
    todo: ["Schreibweise des Namens bei der Krankenkasse berichtigen", "Antwort des Bürgeramts abwarten"],
  },
  sonstiges: { happened: ["Kurzer Austausch, keine neuen Anliegen. Nächster Termin wie vereinbart."], todo: ["Nächsten Termin vereinbaren"] },
};

export const NO_SHOW = "Zum Termin nicht erschienen. Nachricht hinterlassen, neuer Termin vorgeschlagen.";
export const PHONE_NOTES: readonly string[] = ["Anruf: Brief bekommen, versteht ihn nicht. Foto geschickt, erklärt.", "Rückruf: Termin verschoben auf nächste Woche.", "Telefonat mit dem Jobcenter im Beisein der Person: Unterlagen sind angekommen."];
export const ADMISSION_REASONS: readonly string[] = ["Bedarf in mehreren Lebensbereichen, drei Stellen sind beteiligt, die Person möchte mitarbeiten.", "Die Regelberatung hat abgegeben, weil der Bedarf an Begleitung zu hoch ist.", "Nach Teamgespräch aufgenommen: Familie mit fünf Kindern, Wohnen und Schule zugleich offen."];
export const DECLINE_REASONS: readonly string[] = ["Einzelne Frage zum Sprachkurs, an die MBE weitergegeben.", "Wohnt nicht im Kreis, an das zuständige Integrationszentrum verwiesen."];
export const HANDOVERS: readonly string[] = ["Ziele erreicht, Mappe mit allen Unterlagen übergeben. Weiß, wohin bei neuen Fragen.", "Übergabegespräch mit der MBE zu dritt geführt."];
export const EMERGENCY_REASONS: readonly string[] = ["Anruf der Klinik: Person nach Unfall eingeliefert, Ansprechperson der Familie dringend nötig. Fallführung ist nicht erreichbar.", "Obdachlosigkeit droht heute, Räumung um 14 Uhr. Fallführung im Urlaub, Vertretung erkrankt."];
