import type { CalendarDay } from "../kernel/calendar-day.ts";
import type { Again } from "./frame.ts";

/** What the pages before and around signing in show. */
export interface StartView {
  /** from the QR code, or typed; empty where neither: then a field asks for the code that stands under it */
  readonly secret: string;
  /** tries that are left before it is locked, once one was wrong */
  readonly triesLeft: number | null;
  /** on top where this browser set it up; else below, as one way more; none where the address cannot have any */
  readonly passkey: "first" | "last" | "none";
  /** what the telephone offered and nobody knows here any more */
  readonly unknownPasskey?: { readonly id: string; readonly site: string } | undefined;
  readonly again: Again;
}
/** the first PIN came from the office and is changed at once; later from the page of rights */
export interface OwnPinView {
  readonly isFirst: boolean;
  readonly again: Again;
}
export interface PasskeysView {
  readonly own: readonly { readonly id: string; readonly number: number; readonly since: CalendarDay; readonly usedOn: CalendarDay | null }[];
  /** what the telephone is asked, once the PIN was right */
  readonly options: string | null;
  readonly again: Again;
}
