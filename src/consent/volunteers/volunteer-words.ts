/** What volunteers are asked for, and how it stands, in the words of the interface. */
export const VOLUNTEER_TASKS = {
  accompany: "Begleitung zu einem Termin",
  interpret: "Sprachmittlung",
  learn: "Lernen und Üben",
  forms: "Hilfe bei Formularen",
  leisure: "Freizeit und Begegnung",
  moving: "Hilfe beim Umzug",
} as const;
export type VolunteerTaskKind = keyof typeof VOLUNTEER_TASKS;
export const VOLUNTEER_STATES = { offered: "angeboten", accepted: "zugesagt", declined: "abgesagt", done: "erledigt", cancelled: "zurückgezogen" } as const;
export type VolunteerState = keyof typeof VOLUNTEER_STATES;
