import { type CalendarDay, germanDay } from "../kernel/calendar-day.ts";

/** Whether a participant may be there while an item is spoken about, and if not why, in words. */
export type Cell = { readonly may: true; readonly words: string } | { readonly may: false; readonly words: string };
export interface Concern {
  readonly lifeArea: string;
  readonly lifeAreaWord: string;
  /** whom it concerns; of an item without a person everybody of the case */
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly isEntrusted: boolean;
}
export type Invited =
  | { readonly kind: "account"; readonly isOnTeam: boolean }
  | { readonly kind: "office"; readonly name: string; readonly gaps: readonly { readonly personId: string; readonly why: "none" | "withdrawn" | "expired" | "expires-before" | "other-direction" | "planned" }[] }
  | { readonly kind: "person"; readonly personId: string };

const REASONS = {
  none: "hat dafür keine Einwilligung gegeben", withdrawn: "hat die Einwilligung widerrufen", expired: "hat eine Einwilligung gegeben, die abgelaufen ist",
  "expires-before": "hat eine Einwilligung gegeben, die vor dem Termin endet", "other-direction": "hat nur erlaubt, dass die Stelle berichtet, nicht, dass sie etwas erfährt", planned: "hat eine Einwilligung gegeben, die noch nicht gilt",
} as const;

export function cellOf(invited: Invited, concern: Concern, on: CalendarDay): Cell {
  switch (invited.kind) {
    case "account":
      return invited.isOnTeam ? { may: true, words: "gehört zum Fallteam" } : { may: false, words: "gehört nicht (mehr) zum Fallteam" };
    case "person": {
      const others = concern.persons.filter((p) => p.id !== invited.personId);
      // what is said before the family is said to the family: the team decides that with them
      return others.length === 0 ? { may: true, words: "spricht über sich selbst" } : concern.isEntrusted ? { may: false, words: `anvertraut von ${others.map((p) => p.name).join(" und ")}` } : { may: true, words: "aus dem Fall: vorher mit allen absprechen" };
    }
    case "office": {
      if (concern.isEntrusted) return { may: false, words: "anvertraut: bleibt im Team" };
      if (concern.persons.length === 0) return { may: false, words: "niemand aus dem Fall, der einwilligen könnte" };
      if (invited.gaps.length === 0) return { may: true, words: `Einwilligung gilt am ${germanDay(on)}` };
      return { may: false, words: invited.gaps.map((gap) => `${concern.persons.find((p) => p.id === gap.personId)?.name ?? "eine Person"} ${REASONS[gap.why]} (${concern.lifeAreaWord})`).join("; ") };
    }
  }
}
