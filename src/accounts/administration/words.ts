import type { Role } from "../permissions.ts";

/** Kinds of offices, in the words of the interface. */
export const OFFICE_KINDS = {
  integration_centre: "Kommunales Integrationszentrum",
  immigration_office: "Ausländerbehörde",
  naturalisation_office: "Einbürgerungsbehörde",
  district_municipality: "Kreisangehörige Gemeinde",
  welfare_provider: "Wohlfahrtsverband, Träger",
  jobcenter: "Jobcenter",
  employment_agency: "Agentur für Arbeit",
  social_office: "Sozialamt",
  youth_office: "Jugendamt",
  school_office: "Schulamt",
  health_office: "Gesundheitsamt",
  housing_office: "Wohnungsamt",
  migration_counselling: "Migrationsberatung (MBE, JMD)",
  refugee_counselling: "Soziale Beratung von Geflüchteten",
  course_provider: "Sprach- und Kursträger",
  volunteer_initiative: "Ehrenamtliche Initiative",
  registry_office: "Standesamt",
  land_authority: "Landesbehörde",
  other: "Andere Stelle",
} as const;
export type OfficeKind = keyof typeof OFFICE_KINDS;

export const ROOM_KINDS = {
  case_management: "Case Management",
  immigration_office: "Ausländerbehörde",
  naturalisation_office: "Einbürgerungsbehörde",
  partner: "Partnerstelle",
} as const;
export type RoomKind = keyof typeof ROOM_KINDS;

/** On which side of the wall an account stands: nobody belongs to case management and to an authority both. */
export const SIDES = {
  management: "Case Management",
  authority: "Ausländer- oder Einbürgerungsbehörde",
  neutral: "keine von beiden",
} as const;
export type Side = keyof typeof SIDES;

export const sideOfRoom = (kind: string): Side => (kind === "case_management" ? "management" : kind === "partner" ? "neutral" : "authority");

/** Where a role is held: in a room of these kinds, for a controller, or in the whole municipality. */
export const ROLE_PLACES: Readonly<Record<Role, readonly RoomKind[] | "controller" | "tenant">> = {
  case_manager: ["case_management"],
  team_lead: ["case_management"],
  intake: ["case_management"],
  immigration_officer: ["immigration_office", "naturalisation_office"],
  naturalisation_officer: ["immigration_office", "naturalisation_office"],
  partner_worker: ["partner"],
  volunteer: ["partner"],
  data_protection_officer: "controller",
  controller_deputy: "controller",
  tenant_administrator: "tenant",
};

export const optionsOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] => Object.entries(words).map(([value, label]) => ({ value, label }));
