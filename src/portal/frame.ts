import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { PortalLanguage } from "./addresses.ts";

/** Typed by somebody: `lang` is a tag as in HTML (`de`, `ar`, `fa-AF`). */
export interface Said {
  readonly text: string;
  readonly lang: string;
}

/** Around every page. */
export interface Frame {
  readonly language: PortalLanguage;
  readonly isSignedIn: boolean;
  /** proof of the session in forms (`_csrf`); empty before signing in unless the process wants one there too */
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly today: CalendarDay;
  /** where this page is: the language switch comes back to it. Never with a query that tells something. */
  readonly path: string;
  /** what was just done, said once on the next page */
  readonly done: Done | null;
  /** invented people, said on every page */
  readonly isDemo: boolean;
}
export type DoneCode = "measure_done" | "measure_open" | "question_sent" | "paper_sent" | "wrong_sent" | "fact_sent" | "restrict_sent" | "object_sent" | "pin_set" | "passkey_set" | "passkey_removed" | "language_set";
export interface Done {
  readonly code: DoneCode;
  /** the measure that can be taken back */
  readonly id?: string;
}

export type RefusalCode =
  | "invitation_unknown" | "pin_wrong" | "pin_blocked" | "pin_short" | "pin_simple" | "pin_differs" | "pin_old_wrong"
  | "text_missing" | "value_missing" | "value_wrong" | "text_long" | "file_missing" | "file_large" | "file_kind" | "file_refused"
  | "scope_missing" | "nothing_ticked" | "changed_meanwhile" | "too_many_today"
  | "phone_unknown" | "phone_failed" | "phone_too_many";
export interface PageRefusal {
  readonly code: RefusalCode;
  readonly field: string | null;
}
/** A form shown again: what was typed (never a PIN), and why. */
export interface Again {
  readonly values: Readonly<Record<string, string>>;
  readonly refusals: readonly PageRefusal[];
}
