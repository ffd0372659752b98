import type { Shape, Tone } from "../ui/index.ts";

export const APPOINTMENT_KINDS = { talk: "Gespräch", home_visit: "Hausbesuch", accompaniment: "Begleitung", phone: "Telefonat", video: "Video", conference: "Fallkonferenz", other: "Sonstiges" } as const;
export type AppointmentKind = keyof typeof APPOINTMENT_KINDS;
/** A conference is called on its own page, with its agenda. */
const { conference: _conference, ...typed } = APPOINTMENT_KINDS;
export const TYPED_KINDS = typed;

export const PLACE_KINDS = { office: "im Büro", address: "an einer Adresse", phone: "am Telefon", video: "per Video" } as const;
export type PlaceKind = keyof typeof PLACE_KINDS;

export const APPOINTMENT_STATES = { planned: "geplant", kept: "erschienen", no_show: "nicht erschienen", cancelled: "abgesagt", moved: "verlegt" } as const;
export type AppointmentState = keyof typeof APPOINTMENT_STATES;
export const APPOINTMENT_LOOKS: Readonly<Record<AppointmentState, { tone: Tone; shape: Shape }>> = {
  planned: { tone: "accent", shape: "empty" }, kept: { tone: "success", shape: "check" }, no_show: { tone: "danger", shape: "cross" },
  cancelled: { tone: "neutral", shape: "cross" }, moved: { tone: "neutral", shape: "half" },
};

export const REQUEST_STATES = { requested: "angefragt", confirmed: "zugesagt", declined: "abgesagt", cancelled: "abbestellt" } as const;
export type RequestState = keyof typeof REQUEST_STATES;

export const MAIL_STATES = {
  waiting: "geht noch hinaus", sending: "geht gerade hinaus", sent: "gesendet", failed: "konnte nicht gesendet werden", call: "statt einer Mail: anrufen (steht auf Mein Tag)",
  unsafe: "nichts gesendet: kein Weg ist als sicher vermerkt", dropped: "nicht mehr nötig",
} as const;
export type MailState = keyof typeof MAIL_STATES;
