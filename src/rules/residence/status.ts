/** What a residence paper is in law, by the ids used here (AZR labels are mapped outside). */

export const isDuldung = (status: string): boolean => status.startsWith("DULDUNG_");
export const isDuldung60b = (status: string): boolean => status.startsWith("DULDUNG_60B");
export const isTitle = (status: string): boolean => /^(AE|NE|BLAUE_KARTE|EU_|DAUERAUFENTHALT)/.test(status);
export const isUnlimited = (status: string): boolean => /^(NE|EU_DAUER|DAUERAUFENTHALT)/.test(status);
const isFiction = (status: string): boolean => status.startsWith("FIKTION");
const isVisa = (status: string): boolean => status.startsWith("VISUM");

/** Permitted, tolerated or with Gestattung: §§ 25a, 25b, 104c AufenthG. A GÜB is none of these (OVG NRW 18 B 103/23). */
export const isPermittedOrTolerated = (basis: string): boolean =>
  isDuldung(basis) || basis === "GESTATTUNG" || isTitle(basis) || isFiction(basis) || isVisa(basis);

/**
 * Lawful for §§ 4, 10 StAG: titles, Fiktion of § 81 Abs. 3 and 4. A Duldung never is (VG Saarlouis 2 K 830/09), a
 * Gestattung only where protection was granted afterwards (§ 55 Abs. 3 AsylG).
 */
export const isLawful = (basis: string, protectionGranted: boolean): boolean =>
  isTitle(basis) || isFiction(basis) || isVisa(basis) || (basis === "GESTATTUNG" && protectionGranted);
