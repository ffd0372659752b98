/** Which roles may come in by which permission, from the words of the access model and not from the product's own table. */
const BY_ROLE: Readonly<Record<string, readonly string[]>> = {
  "case.read": ["case_manager", "team_lead"],
  "case.work": ["case_manager", "team_lead"],
  "case.open": ["case_manager", "team_lead", "intake"],
  "case.assign": ["team_lead"],
  "case.hand_over": ["case_manager", "team_lead"],
  "case.join": ["team_lead"],
  "team.see": ["team_lead"],
  "emergency.begin": ["case_manager", "team_lead"],
  "emergency.review": ["data_protection_officer"],
  "advice.record": ["case_manager", "team_lead"],
  "deadlines.read": ["case_manager", "team_lead", "immigration_officer", "naturalisation_officer"],
  "facts.read": ["case_manager", "team_lead", "immigration_officer", "naturalisation_officer"],
  "facts.record": ["case_manager", "team_lead", "immigration_officer", "naturalisation_officer"],
  "person.read": ["case_manager", "team_lead", "intake", "immigration_officer", "naturalisation_officer"],
  "person.record": ["case_manager", "team_lead", "intake", "immigration_officer", "naturalisation_officer"],
  "person.search": ["case_manager", "team_lead", "intake", "immigration_officer", "naturalisation_officer"],
  "person.merge": ["team_lead", "intake"],
  "intake.import": ["team_lead", "intake"],
  "record.review": ["data_protection_officer"],
  "tenant.administer": ["tenant_administrator"],
  "administration.review": ["tenant_administrator", "data_protection_officer"],
  "role.confirm": ["tenant_administrator", "controller_deputy"],
  "letter.template": ["team_lead"],
  "consent.read": ["case_manager", "team_lead"],
  "consent.record": ["case_manager", "team_lead"],
  "share.make": ["case_manager", "team_lead"],
  "share.work": ["partner_worker"],
  "disclosure.make": ["case_manager", "team_lead"],
  "inbox.read": ["case_manager", "team_lead", "immigration_officer", "naturalisation_officer", "partner_worker"],
  "request.send": ["case_manager", "team_lead", "immigration_officer", "naturalisation_officer", "partner_worker"],
  "office.work": ["immigration_officer", "naturalisation_officer"],
  "volunteer.assign": ["case_manager", "team_lead"],
  "volunteer.work": ["volunteer"],
  "content.check": ["data_protection_officer"],
  "sharing.review": ["data_protection_officer"],
  "signed-in": ["*"],
};

export function mayByRole(roles: ReadonlySet<string>, allow: string): boolean {
  const may = BY_ROLE[allow];
  if (may === undefined) throw new Error(`permission ${allow} has no entry in the access model`);
  return may.includes("*") || may.some((role) => roles.has(role));
}
