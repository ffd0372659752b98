import type { Shape, Tone } from "../../ui/index.ts";
import type { Content, ContentOf } from "../outgoing/index.ts";
import type { ItemKind, ItemState } from "./inbox.sql.ts";

export const ITEM_KINDS: Readonly<Record<ItemKind, string>> = { disclosure: "Übermittlung", correction: "Berichtigung", withdrawal: "Widerruf", reply: "Antwort auf Ihre Rückfrage", request: "Anfrage" };
export const ITEM_STATES: Readonly<Record<ItemState, string>> = { received: "neu", accepted: "angenommen", asked_back: "nachgefragt", done: "erledigt", refused: "abgelehnt" };
export const ITEM_LOOKS: Readonly<Record<ItemState, { tone: Tone; shape: Shape }>> = {
  received: { tone: "accent", shape: "full" },
  accepted: { tone: "success", shape: "check" },
  asked_back: { tone: "warning", shape: "half" },
  done: { tone: "neutral", shape: "check" },
  refused: { tone: "neutral", shape: "cross" },
};

/** What a sender says of what it sent before: a heading, and what follows from it for whoever has it. */
export const NOTICES: Readonly<Record<ContentOf<"change_notice">["why"], { title(label: string): string; text(sentOn: string, from: string): string }>> = {
  changed: { title: (label) => `${label} hat sich geändert`, text: (on, from) => `Was Ihnen am ${on} übermittelt wurde, stimmt nicht mehr. Was jetzt gilt, steht nicht hier: Wenn Sie es brauchen, schickt ${from} eine Berichtigung, oder fragen Sie nach.` },
  wrong: { title: (label) => `Die Person sagt: ${label} stimmt nicht`, text: (on, from) => `Das wurde Ihnen am ${on} übermittelt. Prüfen Sie, was Sie davon haben und benutzen; entscheiden Sie nichts allein darauf. ${from} prüft es auch und teilt das Ergebnis mit (Art. 16 und 19 DSGVO).` },
  restricted: { title: (label) => `${label}: Verarbeitung eingeschränkt`, text: (on, from) => `Das wurde Ihnen am ${on} übermittelt. Die Person hat verlangt, dass es vorerst nicht benutzt wird; ${from} hat dem entsprochen (Art. 18 und 19 DSGVO). Prüfen Sie, ob das auch für Ihre Kopie gilt.` },
  objected: { title: (label) => `${label}: Die Person hat widersprochen`, text: (on, from) => `Das wurde Ihnen am ${on} übermittelt. Die Person hat der Verarbeitung widersprochen; ${from} hat dem entsprochen (Art. 21 und 19 DSGVO). Prüfen Sie, ob Sie Ihre Kopie löschen müssen (Art. 17 Abs. 1 Buchst. c DSGVO).` },
};

/** What a line of the list says of it. */
export function subjectOf(content: Content): string {
  switch (content.type) {
    case "disclosure":
      return [...new Set(content.items.map((i) => i.label))].join(", ");
    case "change_notice":
      return NOTICES[content.why].title(content.label);
    case "withdrawal":
      return content.isWhole ? "Einwilligung widerrufen" : "Einwilligung teilweise widerrufen";
    case "request":
      return content.about;
    case "reply":
    case "answer":
      return content.text.length > 80 ? `${content.text.slice(0, 80)} …` : content.text;
  }
}
