import type { Choice } from "../../../ui/index.ts";

/** Why a page is frozen. The code travels with the words under seal: that somebody is threatened stands in no plain column. */
export const FREEZE_REASONS = {
  threat: "Bedrohung oder Zwang",
  reads_along: "Jemand anderes liest mit",
  phone_gone: "Handy verloren oder gestohlen",
  wrong_person: "Zugang an die falsche Person gegeben",
  wish: "Die Person möchte es",
  other: "Anderer Grund",
} as const;
export type FreezeReason = keyof typeof FREEZE_REASONS;
export const freezeWords = (reason: FreezeReason, words: string): string => (words === "" ? FREEZE_REASONS[reason] : `${FREEZE_REASONS[reason]}: ${words}`);

/** How it was found out that the way is safe again. */
export const SAFE_AGAIN = {
  alone: "im Gespräch, die Person war allein",
  safe_phone: "am Telefon, über eine als sicher vermerkte Nummer",
  with_help: "im Beisein einer Beratungsstelle ihres Vertrauens",
} as const;
export type SafeAgain = keyof typeof SAFE_AGAIN;

export const choicesOfWords = (words: Readonly<Record<string, string>>): Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }));
