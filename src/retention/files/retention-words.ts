/** Why a file is kept beyond its period. */
export const HOLD_KINDS = { legal_dispute: "Rechtsstreit", complaint: "Beschwerde", audit: "Prüfung", person_asks: "Wunsch der Person (Art. 18 DSGVO)", other: "anderer Grund" } as const;
export type HoldKind = keyof typeof HOLD_KINDS;

/** Why a file goes before its period is over. */
export const ERASURE_KINDS = { person_asks: "Die Person verlangt es (Art. 17 DSGVO)", unlawful: "Die Daten wurden unrechtmäßig gespeichert" } as const;
export type ErasureKind = keyof typeof ERASURE_KINDS;

export type DueStanding = "held" | "erase" | "waiting";
export const STANDINGS: Readonly<Record<DueStanding, string>> = { held: "gesperrt", erase: "wird gelöscht", waiting: "wartet auf das Archiv" };
