import type { CalendarDay } from "../../kernel/calendar-day.ts";
import type { SheetLanguage } from "./consent-form-words.ts";

/** As typed: nothing is known to be there yet. Empty texts are what nobody said. */
export interface ConsentInput {
  readonly personId: string;
  readonly recipientId: string;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly purposeText: string;
  readonly direction: string;
  /** `ja`, `nein`, or nobody said */
  readonly releasesSecrecy: string;
  readonly givenOn: CalendarDay | null;
  readonly expiresOn: CalendarDay | null;
  readonly givenBy: string;
  readonly capacityNoted: boolean;
  readonly representative: string;
  readonly representedUntilOn: CalendarDay | null;
  readonly form: string;
  readonly oralNote: string;
  readonly language: string;
  readonly interpreter: string;
  /** of the text that was read; empty where the present one is meant */
  readonly textVersion: string;
  /** fields in which something stands that is no day */
  readonly unreadable: readonly ("givenOn" | "expiresOn" | "representedUntilOn")[];
}

export interface ConsentFacts {
  readonly today: CalendarDay;
  readonly isClosed: boolean;
  /** persons of the case who have not left it; `grownOn` the earliest day on which they may be of age, null where no birth is known */
  readonly persons: readonly { readonly id: string; readonly grownOn: CalendarDay | null }[];
  readonly recipientIds: readonly string[];
  /** the organisation in whose name the case is worked on */
  readonly ownOrganisationId: string | null;
  readonly lifeAreas: readonly string[];
  /** version of the text in each language that there is one in */
  readonly textVersions: Readonly<Partial<Record<SheetLanguage, string>>>;
  /** languages whose present text a human of this municipality checked */
  readonly reviewed: ReadonlySet<string>;
}
