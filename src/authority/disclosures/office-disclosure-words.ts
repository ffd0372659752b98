import type { Shape, Tone } from "../../ui/index.ts";

export const STATES = { draft: "Entwurf", awaiting_second: "zu beurteilen", refused: "nicht freigegeben", sent: "übermittelt", discarded: "verworfen" } as const;
export type State = keyof typeof STATES;
export const STATE_LOOKS: Readonly<Record<State, { tone: Tone; shape: Shape }>> = {
  draft: { tone: "neutral", shape: "empty" }, awaiting_second: { tone: "warning", shape: "half" }, refused: { tone: "danger", shape: "cross" }, sent: { tone: "success", shape: "check" }, discarded: { tone: "neutral", shape: "cross" },
};
export const RECIPIENT_STATES = { delivered: "zugestellt", accepted: "angenommen", asked_back: "Rückfrage", declined: "zurückgewiesen" } as const;
export type RecipientState = keyof typeof RECIPIENT_STATES;

/** What an authority may choose of its own person, and nothing beyond. */
export const FIELDS = {
  "person.names": "Name", "person.birth": "Geburtsdatum", "person.nationalities": "Staatsangehörigkeit", "person.residence_status": "Aufenthaltsstatus", "person.title_until": "Titel gültig bis", "person.address": "Anschrift", free_text: "Weitere Angabe",
} as const;
export type Field = keyof typeof FIELDS;
/** The kind that the recipient reads beside it. */
export const CATEGORY_OF: Readonly<Record<Field, string>> = {
  "person.names": "Name, Geburt, Staatsangehörigkeit", "person.birth": "Name, Geburt, Staatsangehörigkeit", "person.nationalities": "Name, Geburt, Staatsangehörigkeit", "person.residence_status": "Aufenthalt", "person.title_until": "Aufenthalt",
  "person.address": "Erreichbarkeit", free_text: "Weitere Angabe",
};
