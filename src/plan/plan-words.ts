/** How things of a plan are called, in the words of the interface. */
export const GOAL_STATES = { open: "läuft", closed: "abgeschlossen", dropped: "nicht weiter verfolgt" } as const;
export type GoalState = keyof typeof GOAL_STATES;

export const MEASURE_STATES = { open: "offen", running: "begonnen", done: "erledigt", dropped: "entfällt" } as const;
export type MeasureState = keyof typeof MEASURE_STATES;

export const RESPONSIBLE_KINDS = { person: "die Person selbst", account: "Case Management", office: "eine Stelle", volunteer: "Ehrenamt" } as const;
export type ResponsibleKind = keyof typeof RESPONSIBLE_KINDS;

/**
 * Goal attainment in five steps that are the same for every goal. The zero is what was agreed. Anchors written anew for each
 * goal would tell more, and would not be written: a talk has an hour, and half of it goes through an interpreter.
 */
export const ATTAINMENTS = { "2": "weit mehr erreicht", "1": "mehr erreicht", "0": "erreicht wie vereinbart", "-1": "teilweise erreicht", "-2": "nicht erreicht" } as const;
export type Attainment = -2 | -1 | 0 | 1 | 2;
export const attainmentWord = (value: number): string => (ATTAINMENTS as Readonly<Record<string, string>>)[String(value)] ?? "";

export const REVIEW_KINDS = { review: "Überprüfung", closing: "Abschluss" } as const;
export type ReviewKind = keyof typeof REVIEW_KINDS;

/** How the two of them agreed: on the printed sheet, or before the screen. */
export const SIGNINGS = { together: "gemeinsam am Bildschirm bestätigt", paper: "auf Papier unterschrieben" } as const;
export type Signing = keyof typeof SIGNINGS;

/** in weeks: what a form proposes until somebody types a day */
export const FIRST_STEP_DAYS = 28;
export const REVIEW_DAYS = 91;
