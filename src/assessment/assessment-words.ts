/** How things of an assessment are called, in the words of the interface. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type LevelValue = (typeof LEVELS)[number];

/** Up to here a level says that something is missing. */
export const NEED_UP_TO = 2;

export const QUALIFICATION_KINDS = {
  school: "Schulabschluss", vocational: "Berufsausbildung", degree: "Studium", licence: "Führerschein oder Schein", course: "Kurs oder Fortbildung", work: "Berufserfahrung", skill: "Können ohne Zeugnis",
} as const;
export type QualificationKind = keyof typeof QUALIFICATION_KINDS;
/** What somebody learnt without a school and can do nevertheless. */
export const INFORMAL: readonly QualificationKind[] = ["work", "skill"];

export const RECOGNITION_STATES = {
  open: "noch nicht geklärt", not_needed: "nicht nötig", planned: "Antrag geplant", applied: "Antrag läuft", partly: "teilweise anerkannt", recognised: "anerkannt", refused: "abgelehnt",
} as const;
export type RecognitionState = keyof typeof RECOGNITION_STATES;

export const TIE_KINDS = {
  family: "Familie", friend: "Freundin oder Freund", neighbour: "Nachbarschaft", community: "Verein oder Gemeinde", volunteer: "Ehrenamt", professional: "Fachkraft", institution: "Stelle oder Amt",
} as const;
export type TieKind = keyof typeof TIE_KINDS;

export const CLOSENESS = { "1": "sehr nah", "2": "nah", "3": "am Rand" } as const;
export const EFFECTS = { helps: "hilft", mixed: "mal so, mal so", burdens: "belastet" } as const;
export type TieEffect = keyof typeof EFFECTS;

/** for codes that came from elsewhere */
export const QUALIFICATION_WORDS: Readonly<Record<string, string>> = QUALIFICATION_KINDS;
export const RECOGNITION_WORDS: Readonly<Record<string, string>> = RECOGNITION_STATES;
export const isQualification = <Q extends { readonly kind: string; readonly recognition: string }>(q: Q): q is Q & { readonly kind: QualificationKind; readonly recognition: RecognitionState } => Object.hasOwn(QUALIFICATION_KINDS, q.kind) && Object.hasOwn(RECOGNITION_STATES, q.recognition);
