/** Offices and people of the invented municipalities. Names of people and places are made up. */
export const DEMO_PASSWORD = "zum-ausprobieren";

export interface Office {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly short: string;
  readonly municipality?: string;
}
export interface Room {
  readonly key: string;
  readonly kind: "case_management" | "immigration_office" | "naturalisation_office" | "partner";
  readonly name: string;
  readonly controller: string;
}
export interface StaffMember {
  readonly key: string;
  readonly office: string;
  readonly given: string;
  readonly family: string;
  readonly title?: string;
  readonly job: string;
  readonly room: string | null;
  readonly roles: readonly string[];
}
export interface Town {
  readonly name: string;
  readonly domain: string;
  readonly offices: readonly Office[];
  readonly rooms: readonly Room[];
  readonly staff: readonly StaffMember[];
  readonly towns: readonly (readonly [name: string, postcode: string])[];
}

export const LINDENAU: Town = {
  name: "Kreis Lindenau",
  domain: "lindenau.example",
  towns: [["Lindenau", "48999"], ["Ahrfeld", "48998"], ["Niederlinden", "48997"], ["Buchenrode", "48996"]],
  offices: [
    { key: "ki", kind: "integration_centre", name: "Kommunales Integrationszentrum Kreis Lindenau", short: "KI" },
    { key: "stadt", kind: "district_municipality", name: "Stadt Lindenau, Fachdienst Integration", short: "Stadt Lindenau", municipality: "Lindenau" },
    { key: "ahrfeld", kind: "district_municipality", name: "Stadt Ahrfeld, Sozialamt", short: "Ahrfeld", municipality: "Ahrfeld" },
    { key: "niederlinden", kind: "district_municipality", name: "Stadt Niederlinden, Bürgerdienste", short: "Niederlinden", municipality: "Niederlinden" },
    { key: "buchenrode", kind: "district_municipality", name: "Gemeinde Buchenrode", short: "Buchenrode", municipality: "Buchenrode" },
    { key: "abh", kind: "immigration_office", name: "Ausländerbehörde Kreis Lindenau", short: "ABH" },
    { key: "ebh", kind: "naturalisation_office", name: "Einbürgerungsbehörde Kreis Lindenau", short: "EBH" },
    { key: "jobcenter", kind: "jobcenter", name: "Jobcenter Kreis Lindenau", short: "Jobcenter" },
    { key: "jugendamt", kind: "youth_office", name: "Jugendamt Kreis Lindenau", short: "Jugendamt" },
    { key: "awo", kind: "welfare_provider", name: "AWO Kreisverband Lindenau e. V.", short: "AWO" },
    { key: "caritas", kind: "welfare_provider", name: "Caritasverband Lindenau e. V.", short: "Caritas" },
    { key: "mbe", kind: "migration_counselling", name: "Diakonie Lindenau, Migrationsberatung (MBE)", short: "MBE" },
    { key: "sprachwerk", kind: "course_provider", name: "Sprachwerk Lindenau gGmbH", short: "Sprachwerk" },
    { key: "willkommen", kind: "volunteer_initiative", name: "Willkommen in Lindenau e. V.", short: "Willkommen" },
  ],
  rooms: [
    { key: "kim", kind: "case_management", name: "Case Management (KIM)", controller: "ki" },
    { key: "abh", kind: "immigration_office", name: "Ausländerbehörde", controller: "abh" },
    { key: "ebh", kind: "naturalisation_office", name: "Einbürgerungsbehörde", controller: "ebh" },
    { key: "jobcenter", kind: "partner", name: "Jobcenter", controller: "jobcenter" },
    { key: "jugendamt", kind: "partner", name: "Jugendamt", controller: "jugendamt" },
    { key: "mbe", kind: "partner", name: "Migrationsberatung (MBE)", controller: "mbe" },
    { key: "willkommen", kind: "partner", name: "Willkommen in Lindenau", controller: "willkommen" },
  ],
  staff: [
    { key: "decker", office: "ki", given: "Ralf", family: "Decker", job: "Teamleitung Case Management", room: "kim", roles: ["team_lead", "intake"] },
    { key: "kurz", office: "stadt", given: "Sabine", family: "Kurz", job: "Case Managerin", room: "kim", roles: ["case_manager"] },
    { key: "brandt", office: "ki", given: "Martin", family: "Brandt", job: "Case Manager", room: "kim", roles: ["case_manager"] },
    { key: "yilmaz", office: "ahrfeld", given: "Emre", family: "Yılmaz", job: "Case Manager", room: "kim", roles: ["case_manager"] },
    { key: "haddad", office: "awo", given: "Nadia", family: "Haddad", job: "Case Managerin", room: "kim", roles: ["case_manager"] },
    { key: "kowalski", office: "caritas", given: "Ewa", family: "Kowalski", job: "Case Managerin", room: "kim", roles: ["case_manager"] },
    { key: "lindner", office: "ki", given: "Petra", family: "Lindner", job: "Aufnahme", room: "kim", roles: ["intake"] },
    { key: "vogt", office: "ki", given: "Jana", family: "Vogt", job: "Verwaltung der Kommune", room: null, roles: ["tenant_administrator"] },
    { key: "reimer", office: "ki", given: "Thomas", family: "Reimer", job: "Verwaltung der Kommune", room: null, roles: ["tenant_administrator"] },
    { key: "hansen", office: "ki", given: "Ulrike", family: "Hansen", title: "Dr.", job: "Stellvertretende Leitung des KI", room: null, roles: ["controller_deputy"] },
    { key: "seidel", office: "ki", given: "Katrin", family: "Seidel", job: "Datenschutzbeauftragte", room: null, roles: ["data_protection_officer"] },
    { key: "meissner", office: "abh", given: "Frank", family: "Meißner", job: "Sachbearbeitung Ausländerbehörde", room: "abh", roles: ["immigration_officer"] },
    { key: "lohmann", office: "ebh", given: "Birgit", family: "Lohmann", job: "Sachbearbeitung Einbürgerung", room: "ebh", roles: ["naturalisation_officer"] },
    { key: "petersen", office: "jobcenter", given: "Anja", family: "Petersen", job: "Integrationsfachkraft", room: "jobcenter", roles: ["partner_worker"] },
    { key: "brinkmann", office: "jugendamt", given: "Olaf", family: "Brinkmann", job: "Bezirkssozialarbeit", room: "jugendamt", roles: ["partner_worker"] },
    { key: "adler", office: "mbe", given: "Miriam", family: "Adler", job: "Migrationsberatung", room: "mbe", roles: ["partner_worker"] },
    { key: "sommer", office: "willkommen", given: "Lea", family: "Sommer", job: "Ehrenamt", room: "willkommen", roles: ["volunteer"] },
  ],
};

export const BIRKENFELS: Town = {
  name: "Stadt Birkenfels",
  domain: "birkenfels.example",
  towns: [["Birkenfels", "57999"]],
  offices: [
    { key: "ki", kind: "integration_centre", name: "Kommunales Integrationszentrum Birkenfels", short: "KI" },
    { key: "abh", kind: "immigration_office", name: "Ausländerbehörde Birkenfels", short: "ABH" },
  ],
  rooms: [
    { key: "kim", kind: "case_management", name: "Case Management", controller: "ki" },
    { key: "abh", kind: "immigration_office", name: "Ausländerbehörde", controller: "abh" },
  ],
  staff: [
    { key: "arendt", office: "ki", given: "Judith", family: "Arendt", job: "Teamleitung", room: "kim", roles: ["team_lead", "intake"] },
    { key: "pohl", office: "ki", given: "Stefan", family: "Pohl", job: "Case Manager", room: "kim", roles: ["case_manager"] },
    { key: "winter", office: "ki", given: "Clara", family: "Winter", job: "Case Managerin", room: "kim", roles: ["case_manager"] },
    { key: "busch", office: "ki", given: "Dirk", family: "Busch", job: "Verwaltung der Kommune", room: null, roles: ["tenant_administrator"] },
    { key: "engel", office: "ki", given: "Sofia", family: "Engel", job: "Datenschutzbeauftragte", room: null, roles: ["data_protection_officer"] },
    { key: "kramer", office: "abh", given: "Nils", family: "Kramer", job: "Ausländerbehörde", room: "abh", roles: ["immigration_officer"] },
  ],
};

const ascii = (name: string): string => name.toLowerCase().replaceAll("ß", "ss").replaceAll("ı", "i").normalize("NFD").replace(/\p{M}/gu, "");
export const emailOf = (town: Town, member: StaffMember): string => `${ascii(member.given)}.${ascii(member.family)}@${town.domain}`;

/** Who there is to sign in as, for the screen of the start. */
export const DEMO_SIGN_INS: readonly { readonly email: string; readonly who: string }[] = LINDENAU.staff.map((member) => ({
  email: emailOf(LINDENAU, member),
  who: `${member.job} · ${LINDENAU.offices.find((office) => office.key === member.office)!.short}`,
}));
