import type { Shape, Tone } from "../../ui/index.ts";
import type { Content } from "../outgoing/index.ts";
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

/** What a line of the list says of it. */
export function subjectOf(content: Content): string {
  switch (content.type) {
    case "disclosure":
      return [...new Set(content.items.map((i) => i.label))].join(", ");
    case "change_notice":
      return `${content.label} hat sich geändert`;
    case "withdrawal":
      return content.isWhole ? "Einwilligung widerrufen" : "Einwilligung teilweise widerrufen";
    case "request":
      return content.about;
    case "reply":
    case "answer":
      return content.text.length > 80 ? `${content.text.slice(0, 80)} …` : content.text;
  }
}
