/** What becomes of an open step when the case ends. */
export const ENDINGS = { done: "erledigt", dropped: "entfällt", goes_on: "geht weiter" } as const;
export type Ending = keyof typeof ENDINGS;

/** How it goes, some weeks after the end. */
export const RESULTS = { stable: "läuft gut", needs_help: "braucht Hilfe", not_reached: "nicht erreicht", reopen: "möchte wieder ins Case Management" } as const;
export type AftercareResult = keyof typeof RESULTS;

export const APPOINTMENTS_THEN = { cancel: "absagen", keep: "finden noch statt" } as const;
export type AppointmentsThen = keyof typeof APPOINTMENTS_THEN;

/** What the follow-up says; where and with whom it was agreed stands in the case. */
export const AFTERCARE = "Nachsorge: nachfragen, wie es der Person nach dem Abschluss geht";

/** as many days as one form holds */
export const MOST_CONTACTS = 6;
