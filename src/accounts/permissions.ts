import type { Session } from "../http/index.ts";

/** Roles that exist, in the words of the interface. A role appears with the first page that needs it. */
export const ROLES = {
  case_manager: "Case Management",
  team_lead: "Teamleitung",
  intake: "Aufnahme (Import und Doppelungen)",
  immigration_officer: "Ausländerbehörde",
  naturalisation_officer: "Einbürgerungsbehörde",
  partner_worker: "Partnerstelle",
  volunteer: "Ehrenamt",
  data_protection_officer: "Datenschutzbeauftragte Person",
  controller_deputy: "Stellvertretung der verantwortlichen Stelle",
  tenant_administrator: "Verwaltung der Kommune",
} as const;
export type Role = keyof typeof ROLES;

const CASE_WORK = ["case_manager", "team_lead"] as const;
const AUTHORITIES = ["immigration_officer", "naturalisation_officer"] as const;

/**
 * Which roles may use which routes. It decides what is offered and answered at all; which rows somebody sees is decided by
 * the database once more and independently.
 */
export const PERMISSIONS = {
  "case.read": CASE_WORK,
  "case.work": CASE_WORK,
  "case.open": [...CASE_WORK, "intake"],
  "case.assign": ["team_lead"],
  "case.hand_over": CASE_WORK,
  "case.join": ["team_lead"],
  "team.see": ["team_lead"],
  "emergency.begin": CASE_WORK,
  "emergency.review": ["data_protection_officer"],
  "advice.record": CASE_WORK,
  "deadlines.read": [...CASE_WORK, ...AUTHORITIES],
  "facts.read": [...CASE_WORK, ...AUTHORITIES],
  "facts.record": [...CASE_WORK, ...AUTHORITIES],
  "person.read": [...CASE_WORK, "intake", ...AUTHORITIES],
  "person.record": [...CASE_WORK, "intake", ...AUTHORITIES],
  "person.merge": ["team_lead", "intake"],
  "person.search": [...CASE_WORK, "intake", ...AUTHORITIES],
  "letter.template": ["team_lead"],
  "retention.lead": ["team_lead"],
  "retention.read": CASE_WORK,
  "archive.package": ["team_lead"],
  "interpreter.keep": ["team_lead"],
  "portal.read": CASE_WORK,
  "portal.manage": CASE_WORK,
  "consent.read": CASE_WORK,
  "consent.record": CASE_WORK,
  "share.make": CASE_WORK,
  "share.work": ["partner_worker"],
  "disclosure.make": CASE_WORK,
  "inbox.read": [...AUTHORITIES, "partner_worker", ...CASE_WORK],
  "request.send": [...AUTHORITIES, "partner_worker", ...CASE_WORK],
  "office.work": AUTHORITIES,
  "volunteer.assign": CASE_WORK,
  "volunteer.work": ["volunteer"],
  "content.check": ["data_protection_officer"],
  "sharing.review": ["data_protection_officer"],
  "intake.import": ["team_lead", "intake"],
  "record.review": ["data_protection_officer"],
  "tenant.administer": ["tenant_administrator"],
  "administration.review": ["tenant_administrator", "data_protection_officer"],
  "role.confirm": ["tenant_administrator", "controller_deputy"],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Unknown permissions are nobody's. */
export function mayUse(session: Pick<Session, "roles">, permission: string): boolean {
  const roles: readonly string[] = PERMISSIONS[permission as Permission] ?? [];
  return session.roles.some((role) => roles.includes(role));
}

/** Roles in words, for people: "Teamleitung, Aufnahme (Import und Doppelungen)". */
export const roleWords = (roles: readonly string[]): string => roles.map((role) => (ROLES as Readonly<Record<string, string>>)[role] ?? role).join(", ");
