/** „keine“ fits most; these are said otherwise. */
export const NONE_WORDS: Readonly<Record<string, string>> = {
  livelihoodException: "nein, keine davon", ausweisungsinteresse: "nein", deception: "nein", exclusion11: "nein", benefitLaw: "nach keinem", receivesSubsistence: "nein",
};

/** What the answer is needed for, or how it is told from the next one. Only where the question leaves it open. */
export const HELP: Readonly<Record<string, string>> = {
  german: "Das höchste Niveau, für das es ein Zertifikat oder Zeugnis gibt.",
  germanOral: "Ohne Zertifikat genügt für § 25b das Gespräch: einfache Sätze über den Alltag sind A2.",
  livelihoodByWorkShare: "Nettoeinkommen geteilt durch den Bedarf, in Prozent. Für § 25b muss es mehr als die Hälfte sein.",
  familyLivelihoodShare: "Nettoeinkommen der Familie geteilt durch ihren Bedarf.",
  livelihoodByOwnWorkShare: "Ohne Einkommen von Partner oder Kindern.", livelihoodShare: "Auch durch Unterhalt, Rente, Vermögen.",
  schoolYearsSuccessful: "Jahre mit Versetzung. Auch Berufskolleg und Internationale Klasse zählen.",
  civicTestPoints: "Zum Bestehen sind 17 nötig.",
  fullTimeMonthsLast24: "Monate mit Vollzeit in den zwei Jahren vor dem Antrag.",
  employmentMonthsSV: "Am besten „seit wann“: Dann zählt das Programm weiter.", pensionMonths: "Steht in der Renteninformation; Zeiten der Kindererziehung zählen mit.",
  marriageMonths: "Am besten „seit wann“.", spousePensionMonths: "Steht in dessen Renteninformation.", monthsSinceSuspensionDecision: "Der Tag der ersten Duldung nach der Ablehnung; am besten „seit wann“.",
  identityClarified: "Geklärt ist sie mit Pass oder wenn die Ausländerbehörde sie schriftlich anerkannt hat.",
  identityEffortsReasonable: "Termine bei der Botschaft, Schreiben, Vertrauensanwalt: Belege sammeln.",
  unableDueToIllness: "Nur ob es eine ärztliche Bescheinigung gibt. Keine Diagnose eintragen.", unableDueToIllnessOrAge: "Nur ob es eine ärztliche Bescheinigung gibt. Keine Diagnose eintragen.",
  ableToWork: "Für Jobcenter oder Sozialamt. Keine Diagnose eintragen.", permanentlyReduced: "Festgestellt von der Rentenversicherung.",
  applicationDate: "Tag des Eingangsstempels. Offen lassen, solange nichts beantragt ist.",
  edTreatment: "Erkennungsdienstliche Behandlung, für § 24.", basicCivicKnowledge: "Test „Leben in Deutschland“, Schul- oder Berufsabschluss.",
  fdgoDeclaration: "Für § 25b auf dem Vordruck der Behörde, verstanden und unterschrieben.",
};
