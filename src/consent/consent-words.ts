/** What a consent, a share or a disclosure speaks of, in the words of the interface. Entries belong to life areas. */
export const ENTRY_KINDS = {
  contact: "Kontakte und Notizen",
  task: "Aufgaben",
  papers: "Ausweis- und Aufenthaltspapiere",
  notices: "Bescheide und Schreiben",
  certificates: "Zeugnisse und Verträge",
} as const;
export type EntryKind = keyof typeof ENTRY_KINDS;

/** Facts about the person, which belong to no life area. */
export const FACT_KINDS = {
  identity: "Name, Geburt, Staatsangehörigkeit",
  residence: "Aufenthaltsstatus",
  reachability: "Anschrift und Erreichbarkeit",
  language: "Sprachen",
  family: "Familie",
} as const;
export type FactKind = keyof typeof FACT_KINDS;
export const CATEGORY_WORDS: Readonly<Record<EntryKind | FactKind, string>> = { ...ENTRY_KINDS, ...FACT_KINDS };

/** One cell of the grid. `lifeArea` is empty for facts about the person. */
export interface Category {
  readonly lifeArea: string;
  readonly kind: EntryKind | FactKind;
}
/** As forms carry it: `arbeit.contact`, `.identity`. */
export const cellOf = ({ lifeArea, kind }: Category): string => `${lifeArea}.${kind}`;
export function readCell(cell: string): Category | null {
  const at = cell.lastIndexOf(".");
  const [lifeArea, kind] = [cell.slice(0, Math.max(at, 0)), cell.slice(at + 1)];
  if (Object.hasOwn(ENTRY_KINDS, kind) && lifeArea !== "") return { lifeArea, kind: kind as EntryKind };
  return Object.hasOwn(FACT_KINDS, kind) && lifeArea === "" ? { lifeArea, kind: kind as FactKind } : null;
}

export const CONSENT_STATES = {
  in_force: "gilt",
  planned: "gilt noch nicht",
  expired: "abgelaufen",
  withdrawn: "widerrufen",
  representation_ended: "Vertretung beendet",
} as const;
export type ConsentState = keyof typeof CONSENT_STATES;

export const SHARE_STATES = {
  active: "läuft",
  planned: "beginnt noch",
  without_consent: "ruht: keine Einwilligung",
  expired: "abgelaufen",
  ended: "beendet",
} as const;
export type ShareState = keyof typeof SHARE_STATES;

export const DIRECTIONS = {
  to_recipient: "nur an die Stelle",
  from_recipient: "nur von der Stelle",
  both: "in beide Richtungen",
} as const;
export type Direction = keyof typeof DIRECTIONS;
