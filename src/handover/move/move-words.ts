/** What a package may hold; the person chooses. */
export const PARTS = {
  register: "Wer die Person ist: Name, Geburt, Staatsangehörigkeit, Sprachen, Aufenthaltsstatus, sichere Wege zu ihr",
  assessment: "Einschätzung: Stärken und Bedarfe je Lebensbereich",
  qualifications: "Qualifikationen und Anerkennung",
  plan: "Plan: Ziele und Schritte",
  appointments: "Termine, die noch kommen",
  consents: "Welche Einwilligungen es gibt",
} as const;
export type Part = keyof typeof PARTS;

export const GIVEN_HOW = { to_person: "der Person mitgegeben", post: "mit der Post", encrypted: "verschlüsselt gesendet" } as const;
export type GivenHow = keyof typeof GIVEN_HOW;
export const AGREED_BY = { person: "die Person selbst", representative: "wer sie gesetzlich vertritt" } as const;
export const AGREED_FORMS = { written: "schriftlich, auf dem Blatt", oral: "mündlich, im Gespräch" } as const;

/** Offices that are responsible by the place where somebody lives: another one is, after the move. */
const BY_PLACE: ReadonlySet<string> = new Set(["integration_centre", "immigration_office", "naturalisation_office", "district_municipality", "jobcenter", "social_office", "youth_office", "school_office", "health_office", "housing_office", "registry_office"]);
export const isByPlace = (kind: string): boolean => BY_PLACE.has(kind);

/** Why a consent has to be asked for anew; empty where the person may let it go on. */
export function whyAnew(consent: { readonly releasesSecrecy: boolean; readonly expiresOn: string; readonly isByPlace: boolean }, movesOn: string): string {
  if (consent.expiresOn <= movesOn) return "endet bis zum Umzug";
  if (consent.releasesSecrecy) return "entbindet von der Schweigepflicht: gilt nur für die Menschen, denen sie erklärt wurde (§ 203 StGB)";
  if (consent.isByPlace) return "gilt einer Stelle, die am neuen Ort nicht zuständig ist";
  return "";
}
