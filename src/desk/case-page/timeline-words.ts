import { ADMISSION_DECISIONS, CLOSING_REASONS, CONTACT_KINDS, DOCUMENT_KINDS, type TimelineItem } from "../../cases/reading/index.ts";
import { phaseLabel } from "../../cases/index.ts";
import type { Tone } from "../../ui/index.ts";

const word = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;
const WITH_INTERPRETER: ReadonlySet<string> = new Set(["staff", "pool", "phone", "family"]);

const JOINED: Readonly<Record<string, string>> = { lead: "übernimmt die Leitung", substitute: "vertritt die Leitung", member: "arbeitet im Fall mit" };

/** What happened, in a few words; the detail stands below. */
export function titleOf(item: TimelineItem, me: string): string {
  const who = item.accountId === me && item.kind === "emergency" ? "Sie" : item.by;
  switch (item.kind) {
    case "contact":
      return `${word(CONTACT_KINDS, item.detail)}${WITH_INTERPRETER.has(item.interpreting) ? (item.detail === "with_authority" ? ", mit Sprachmittlung" : " mit Sprachmittlung") : item.interpreting === "missing" ? ", Sprachmittlung hat gefehlt" : ""}`;
    case "follow_up":
      return item.detail === "entrusted_review" ? "Bemerkung geprüft" : "Wiedervorlage erledigt";
    case "phase":
      return item.detail === "reopened" ? "Fall wieder aufgenommen" : `Phase ${phaseLabel(item.detail)}`;
    case "admission":
      return `Entscheidung: ${word(ADMISSION_DECISIONS, item.detail)}`;
    case "closure":
      return `Fall abgeschlossen: ${word(CLOSING_REASONS, item.detail)}`;
    case "reopening":
      return "Fall wieder aufgenommen";
    case "document":
      return `Datei: ${word(DOCUMENT_KINDS, item.detail)}`;
    case "team_joined":
      return `${item.about ?? "Jemand"} ${word(JOINED, item.detail)}`;
    case "team_left":
      return `${item.about ?? "Jemand"} gehört nicht mehr zum Team (${item.detail === "lead" ? "Leitung" : item.detail === "substitute" ? "Vertretung" : "Mitarbeit"})`;
    case "emergency":
      return `Notzugriff${who === null ? "" : `: ${who}`}`;
  }
}

export function toneOf(item: TimelineItem): Tone {
  switch (item.kind) {
    case "contact":
      return item.isEntrusted ? "danger" : "accent";
    case "follow_up":
      return "success";
    case "admission":
    case "closure":
    case "reopening":
      return "special";
    case "emergency":
      return "danger";
    case "document":
      return "warning";
    case "phase":
    case "team_joined":
    case "team_left":
      return "neutral";
  }
}
