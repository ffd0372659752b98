import type { Direction, EntryKind, FactKind } from "../../consent-words.ts";
import type { GivenBy, Purpose } from "../consent-form-words.ts";

/** Everything that a sheet or a receipt says in one language. `{recipient}` and the like are put in as typed. */
export interface ConsentText {
  readonly language: string;
  readonly version: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly draftNotice: string;
  readonly labels: Readonly<Record<"person" | "recipient" | "sender" | "purpose" | "direction" | "secrecy" | "givenOn" | "expiresOn" | "givenBy" | "representative" | "interpreter" | "withdrawnOn" | "whatIsWithdrawn" | "whatStays", string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly secrecy: Readonly<Record<"yes" | "no", string>>;
  readonly givenBy: Readonly<Record<GivenBy, string>>;
  readonly gridHeading: string;
  readonly corner: string;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  /** by the keys that a new municipality starts with; one that it made itself stays in its own words */
  readonly areas: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly alsoHeading: string;
  readonly facts: Readonly<Record<FactKind, string>>;
  readonly statements: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly signatures: readonly string[];
  readonly codeCaption: string;
  readonly receipt: Readonly<Record<"title" | "endsNow" | "noShare" | "shareEnds" | "held" | "nothingHeld" | "heldBy" | "told" | "running" | "stays" | "draftsGone" | "closing", string>>;
}

/** As it was typed, kept apart from the words around it: Latin names in an Arabic sentence would turn its order. */
export const isolated = (typed: string): string => (typed === "" ? "" : `\u2068${typed}\u2069`);
/** Puts values into a sentence; a name that the sentence does not have is left out. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string => sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => isolated(values[name] ?? ""));
